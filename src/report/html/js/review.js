// The reader's decisions: listed, saved, loaded.

let news = '';

function drawDecisions() {
  const made = cities.filter((city) => decisions.get(city.id).length && (!state.city || state.city === city.id));
  return needsDetail(made, () => el('section.review', { 'aria-labelledby': 'review-title' },
    el('h2', { id: 'review-title' }, t('view_decisions')),
    el('p.hint', t('decisions_note')),
    el('p.actions', el('label.file', el('span', t('load')), el('input', { type: 'file', accept: '.json,application/json', multiple: true, onchange: loadFiles }))),
    el('p', { role: 'status' }, news),
    made.length ? made.map(decisionsOf) : empty(t('no_decisions')),
    lapsed.length ? lapsedList() : null));
}

async function loadFiles(event) {
  const said = [];
  lapsed = [];
  for (const file of event.target.files) {
    try {
      const { city, taken, lapsed: gone } = await takeIn(JSON.parse(await file.text()));
      said.push(t('loaded', { file: file.name, city: city.name, taken, lapsed: gone }));
    } catch (error) {
      const reason = error instanceof SyntaxError ? t('no_decisions_file') : error.message;
      said.push(`${file.name}: ${reason}`);
    }
  }
  news = said.join(' ');
  redraw();
}

function decisionsOf(city) {
  return el('section.city',
    el('h3', han('span', city.name), ' ', el('button', { type: 'button', 'data-save': city.id, onclick: () => save(city) }, t('save'))),
    el('table.pairs', el('thead', el('tr', ['clause', 'decision', 'local_clause', 'remark', 'undo'].map((key) => el('th', { scope: 'col' }, t(key))))),
      el('tbody', decisions.get(city.id).map((one) => decisionRow(city, one)))));
}

function decisionRow(city, one) {
  const at = reference.clauseAt.get(one.clause);
  return el('tr',
    el('th', { scope: 'row' }, link(toClause(city, at), han('span', reference.clauses[at].citation))),
    el('td', decisionWords(one)),
    han('td', one.local ? citationOf(city, one.local) : '–'),
    el('td', one.remark || '–'),
    el('td', el('button', { type: 'button', onclick: () => withdraw(city, one) }, t('undo'))));
}

function decisionWords({ action, value }) {
  const name = t(`action_${action}`);
  if (!value) return name;
  return `${name}: ${t(action === 'applicability' ? `applies_${value}` : value)}`;
}

function lapsedList() {
  return el('section.city', el('h3', t('lapsed')), el('ul', lapsed.map(({ city, decision, reason }) =>
    el('li', han('span', city.name), ' ', String(decision?.clause), decision?.local ? ` → ${decision.local}` : '', ': ', t(reason), ' ', decision?.remark ? `(${decision.remark})` : ''))));
}
