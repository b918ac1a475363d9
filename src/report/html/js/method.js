// The footnote: what was compared, how, and how far it can be relied upon.

function drawMethod() {
  const documents = [reference, ...cities.slice(0, 40)];
  fill(byId('method'), el('details', { open: state.view === 'overview' },
    el('summary', el('h2', t('method'))),
    el('div.prose',
      el('p', el('strong', t('gap_note'))),
      ['method_unit', 'method_coverage', 'method_rows', 'method_applicability', 'method_moved', 'method_confidence', 'method_additions', 'method_marks', 'method_limits'].map((key) => el('p', t(key))),
      accuracy(),
      el('h3', t('documents')),
      el('ul.documents', documents.map((one) => el('li',
        han('span', one.title), one.guide ? ` ${t('guided', { guide: one.guide })}` : null, ' ', el('code', `${one.id} · SHA-256 ${one.sha256}`))),
      cities.length > 40 ? el('li', t('and_more', { n: cities.length - 40 })) : null),
      el('p.hint', t('made_by', { program: `${report.program.name} ${report.program.version}` })))));
}

function accuracy() {
  return el('p', t('accuracy_ask'), ' ', el('code', 'plan eval fixtures/gold/*.json'));
}
