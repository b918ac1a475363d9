// What is known of the clause chosen, and where the reader decides.

let picking = false;

function drawPanel(city, clause, local) {
  const { panel } = drawn;
  panel.classList.toggle('open', clause !== undefined || local !== undefined);
  document.body.classList.toggle('picking', picking);
  panel.scrollTop = 0;
  if (clause !== undefined) fill(panel, closer(), clausePanel(city, clause, local));
  else if (local !== undefined) fill(panel, closer(), localPanel(city, local));
  else fill(panel, cityPanel(city));
}

function closer() {
  return el('button.close', { type: 'button', 'aria-label': t('close'), title: t('close'), onclick: () => go({ clause: undefined }) }, '×');
}

function cityPanel(city) {
  const count = coverage(city, totalMeasures);
  return [
    han('h2', city.name),
    han('p', city.title),
    el('table.rows', el('tbody', threeRows(count).map((n, row) =>
      el('tr', el('th', { scope: 'row' }, t(`row_${ROWS[row]}`)), el('td', ofN(n, count.counted)))))),
    el('p.hint', t('outside', { higher: count.higher, unclear: count.unclear })),
    el('p.hint', t('choose_clause')),
    el('p.note', t('gap_note')),
  ];
}

function clausePanel(city, at, local) {
  const clause = reference.clauses[at];
  const verdict = city.verdict(at);
  return [
    han('h2', clause.citation),
    el('p.status', sign(signOf(city, at), ''), ' ', el('strong', verdictWords(city, at)), ' ',
      el('small', t(verdict.by === 'reader' ? 'by_reader' : 'by_program'))),
    verdict.reason ? el('p.reason', t('applicability'), colon(), t(`applies_${verdict.applies}`), lang === 'zh' ? '（' : ' (', verdict.reason[lang], lang === 'zh' ? '）' : ')') : null,
    han('p.quoted', referenceText(at, verdict.links)),
    el('h3', t('counterparts', { n: verdict.links.length })),
    verdict.links.length ? verdict.links.map((one) => linkCard(city, at, one, local)) : gapCard(city, at, verdict),
    decisionFields(city, at, verdict),
    elsewhere(city, at),
  ];
}

function linkCard(city, at, one, local) {
  const counterpart = city.detail.clauses[one.local];
  return el(`article.card${one.local === local ? '.current' : ''}`,
    el('p', link({ view: 'read', clause: state.clause, local: counterpart.id }, han('b.cite', counterpart.citation)), ' ', han('span', localText(city, one))),
    about(one),
    unitsLine(city.unitsOf(one.local)),
    one.changes.length ? el('ul.changes', one.changes.map(changed)) : null,
    el('p.actions',
      one.by === 'reader'
        ? el('button', { type: 'button', onclick: () => undo(city, at, one.local) }, t('undo'))
        : el('button', { type: 'button', onclick: () => decide(city, at, 'confirm', { local: one.local }) }, t('confirm')),
      el('button', { type: 'button', onclick: () => decide(city, at, 'reject', { local: one.local }) }, t('reject'))));
}

function changed([kind, before, after]) {
  const name = words[lang][`change_${kind}`] || kind;
  return el('li', name, colon(), before ? han('del', before) : null, before && after ? ' → ' : null, after ? han('ins', after) : null);
}

function undo(city, at, local) {
  const clause = reference.clauses[at];
  const id = city.detail.clauses[local].id;
  const made = decisionsFor(city, clause).find((one) => one.local === id);
  if (made) withdraw(city, made);
}

function gapCard(city, at, verdict) {
  return [
    el('p.none', t('gap_wording')),
    verdict.nearest.length ? el('h4', t('nearest')) : null,
    verdict.nearest.map(([local, confidence]) => {
      const near = city.detail.clauses[local];
      return el('article.card.near',
        el('p', link({ view: 'read', clause: state.clause, local: near.id }, han('b.cite', near.citation)), ' ', han('span', near.text)),
        el('ul.about', el('li', t('below', { n: confidence.toFixed(2) }))),
        el('p.actions', el('button', { type: 'button', onclick: () => decide(city, at, 'add', { local }) }, t('add'))));
    }),
  ];
}

function decisionFields(city, at, verdict) {
  const clause = reference.clauses[at];
  const made = decisionsFor(city, clause);
  const value = (action) => made.find((one) => one.action === action)?.value || '';
  const choice = (action, label, values) => {
    const select = el('select', { onchange: (event) => decide(city, at, action, { value: event.target.value || null }) },
      el('option', { value: '' }, t('as_found')), values.map(([key, text]) => el('option', { value: key }, text)));
    select.value = value(action);
    return el('label', el('span', label), select);
  };
  const rejected = made.filter((one) => one.action === 'reject');
  return el('fieldset.decide', el('legend', t('decide')),
    choice('status', t('status'), (verdict.links.length ? ['covered', 'partial', 'gap'] : ['gap']).map((key) => [key, t(key)])),
    choice('applicability', t('applicability'), Object.values(APPLIES).map((key) => [key, t(`applies_${key}`)])),
    el('label', el('span', t('remark')), el('textarea', {
      rows: 2,
      onchange: (event) => decide(city, at, 'remark', { remark: event.target.value.trim() }),
    }, verdict.remark)),
    rejected.map((one) => el('p.rejected', t('rejected'), ' ', han('span', citationOf(city, one.local)), ' ',
      el('button', { type: 'button', onclick: () => withdraw(city, one) }, t('undo')))),
    el('button.pick', { type: 'button', 'aria-pressed': picking, onclick: () => { picking = !picking; showChoice('still'); announce(picking ? t('picking') : ''); } },
      t(picking ? 'picking' : 'add_link')));
}

function citationOf(city, id) {
  const at = city.detail?.clauseAt.get(id);
  return at === undefined ? id : city.detail.clauses[at].citation;
}

function elsewhere(city, at) {
  const others = cities.filter((one) => one !== city);
  if (!others.length) return null;
  return el('section.elsewhere', el('h3', t('elsewhere')),
    cities.length <= 12
      ? el('ul.signs', others.map((one) => el('li', link(toClause(one, at), sign(signOf(one, at), verdictWords(one, at)), ' ', han('span', one.name)))))
      : tally(at),
    el('p', link({ view: 'clauses', city: undefined, clause: reference.clauses[at].id }, t('across'))));
}

function localPanel(city, at) {
  const clause = city.detail.clauses[at];
  const links = city.backLinks()[at];
  return [
    han('h2', clause.citation),
    city.isTask(at) ? el('p.status', el('strong', t(city.isAddition(at) ? 'addition' : 'has_central'))) : null,
    han('p.quoted', clause.text),
    unitsLine(city.unitsOf(at)),
    el('h3', t('links_to', { n: links.length })),
    links.map(({ clause: index, link: one }) => el('article.card',
      el('p', link({ view: 'read', clause: reference.clauses[index].id, local: clause.id }, han('b.cite', reference.clauses[index].citation)), ' ',
        han('span', marked(reference.clauses[index].text, one.marks && one.marks[0], t('only_reference')))),
      about(one))),
  ];
}
