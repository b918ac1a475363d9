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

// How good the program was found to be, a row a crosswalk coded by hand.
function accuracy() {
  const columns = ['link_precision', 'link_recall', 'gap_precision', 'gap_recall'];
  return [
    el('h3', { id: 'accuracy-title' }, t('accuracy')),
    el('p', t('accuracy_how')),
    el('table.totals.accuracy', { 'aria-labelledby': 'accuracy-title' },
      el('thead', el('tr', el('th', { scope: 'col' }, t('crosswalk')), columns.map((key) => el('th', { scope: 'col' }, t(key))))),
      el('tbody', report.accuracy.map((one) => el('tr',
        el('th', { scope: 'row' }, han('span', cityOf(one.local)?.name || one.local)),
        columns.map((key) => el('td', one[key].toFixed(2))))))),
    el('p', t('accuracy_ask'), ' ', el('code', 'plan eval fixtures/gold/*.json')),
  ];
}
