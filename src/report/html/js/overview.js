// The heat map of chapters and cities, which opens into clauses, and the
// totals of each city.

const opened = new Set();
let order = 'given';

const ROWS = ['covered', 'or_partial', 'or_topic'];

function drawOverview() {
  return el('div.overview',
    el('header.title',
      el('p.kind', t('report_kind')),
      han('h1', reference.title),
      el('p.sub', t('report_sub', { n: cities.length, clauses: measureIndexes.length })),
      el('p.note', t('gap_note'))),
    el('section', { 'aria-labelledby': 'heat-title' },
      el('div.head', el('h2', { id: 'heat-title' }, t('heat_map')), legend(), orderChoice()),
      el('p.hint', t('heat_hint')),
      heatMap()),
    el('section', { 'aria-labelledby': 'totals-title' },
      el('h2', { id: 'totals-title' }, t('totals')),
      totals()));
}

function legend() {
  return el('ul.legend', ['covered', 'partial', 'topic', 'gap'].map((status) =>
    el('li', el(`span.sign.${status}`, { 'aria-hidden': 'true' }), status === 'topic' ? t('topic_only') : t(status))),
  el('li', el('span.sign.gap.outside', { 'aria-hidden': 'true' }), t('outside_n')));
}

function orderChoice() {
  if (cities.length < 3) return null;
  const select = el('select', { onchange: (event) => { order = event.target.value; redraw(); } },
    [['given', t('order_given')], ['most', t('order_most')], ['least', t('order_least')]].map(([value, text]) => el('option', { value }, text)));
  select.value = order;
  return el('label.order', el('span', t('order')), select);
}

function ordered() {
  const list = shownCities().slice();
  if (order === 'given') return list;
  const share = new Map(list.map((city) => {
    const { covered, partial, counted } = coverage(city, totalMeasures);
    return [city, counted ? (covered + partial / 1000) / counted : 0];
  }));
  return list.sort((one, other) => (order === 'most' ? -1 : 1) * (share.get(one) - share.get(other)));
}

function heatMap() {
  const list = ordered();
  const body = el('tbody');
  for (const chapter of chapters) {
    if (state.chapter && reference.nodes[chapter].id !== state.chapter) continue;
    drawChapter(body, chapter, list);
  }
  const sum = el('tbody.sum', heatRow(el('span.name', t('total')), totalMeasures, list));
  return el('div.scroll', { tabindex: 0, role: 'group', 'aria-label': t('heat_map') },
    el(`table.heat${list.length > 12 ? '.many' : ''}`,
      el('caption.unseen', t('heat_caption')),
      el('thead', el('tr',
        el('th', { scope: 'col' }, t('chapter')),
        list.map((city) => el('th', { scope: 'col' }, link({ view: 'read', city: city.id }, han('span', city.name)))))),
      body, state.chapter ? null : sum));
}

function drawChapter(body, chapter, list) {
  const id = reference.nodes[chapter].id;
  const isOpen = opened.has(chapter);
  const button = el('button', {
    type: 'button',
    'aria-expanded': isOpen,
    onclick: () => {
      if (!opened.delete(chapter)) opened.add(chapter);
      redraw();
      document.querySelector(`[data-chapter="${CSS.escape(id)}"] button`)?.focus();
    },
  }, han('span', headingOf(reference, chapter)));
  const name = el('span.name', button, isOrganisation(chapter) ? el('small', t('organisation_apart')) : null);
  const row = heatRow(name, inChapter(chapter), list, id);
  row.dataset.chapter = id;
  body.append(row);
  if (isOpen) drawClausesOf(body, chapter, list);
}

function heatRow(name, clauses, list, chapter) {
  const labels = el('span.rows', { 'aria-hidden': 'true' }, ROWS.map((row) => el('span', t(`row_${row}`))));
  return el('tr',
    el('th', { scope: 'row' }, el('div', name, labels)),
    list.map((city) => el('td', heatCell(city, clauses, chapter))));
}

function heatCell(city, clauses, chapter) {
  const count = coverage(city, clauses);
  if (!count.counted) return el('span.none', t('none_counted'));
  const strips = threeRows(count).map((n, row) =>
    el('span.strip', { share: (n / count.counted).toFixed(3) }, el('span.unseen', `${t(`row_${ROWS[row]}`)} `), `${n}/${count.counted}`));
  const label = t('heat_cell', { city: city.name });
  const change = { view: 'clauses', city: city.id };
  if (chapter) change.chapter = chapter;
  return el('a.cell', { href: leading(change), title: label }, strips);
}

function drawClausesOf(body, chapter, list) {
  let section;
  for (const at of clauseIndexes) {
    const clause = reference.clauses[at];
    if (clause.chapter !== chapter || clause.kind !== 'measure' || !matches(at)) continue;
    if (clause.section !== section && clause.section !== null && reference.nodes[clause.section].num) {
      section = clause.section;
      const among = measureIndexes.filter((one) => reference.clauses[one].section === section);
      body.append(el('tr.section',
        el('th', { scope: 'row' }, han('span', headingOf(reference, section))),
        list.map((city) => {
          const count = coverage(city, among);
          return el('td', count.counted ? `${count.covered}/${count.counted}` : '–');
        })));
    }
    body.append(clauseRow(at, list));
  }
}

function clauseRow(at, list) {
  const clause = reference.clauses[at];
  return el('tr.clause',
    el('th', { scope: 'row' }, el('div',
      link({ view: 'clauses', clause: clause.id, city: undefined }, han('span.cite', clause.citation)),
      han('span.text', clause.text))),
    list.map((city) => el('td',
      link(toClause(city, at), sign(signOf(city, at), `${city.name}: ${verdictWords(city, at)}`)))));
}

function totals() {
  const columns = ['counted', 'covered', 'or_partial', 'or_topic', 'means', 'organisation', 'higher', 'unclear', 'moved', 'additions'];
  return el('div.scroll', { tabindex: 0, role: 'group', 'aria-label': t('totals') }, el('table.totals',
    el('caption.unseen', t('totals_caption')),
    el('thead', el('tr', el('th', { scope: 'col' }, t('city')), columns.map((key) => el('th', { scope: 'col' }, t(`column_${key}`))))),
    el('tbody', ordered().map(totalsRow))));
}

function totalsRow(city) {
  const count = coverage(city, totalMeasures);
  const apart = coverage(city, organisationMeasures);
  const means = paragraphMeans(city).map((mean) => mean.toFixed(2)).join(' · ');
  return el('tr',
    el('th', { scope: 'row' }, link({ view: 'read', city: city.id }, han('span', city.name)), han('small', city.title)),
    el('td', count.counted),
    threeRows(count).map((n) => el('td', ofN(n, count.counted))),
    el('td', means),
    el('td', apart.counted ? `${apart.covered} / ${apart.counted}` : '–'),
    el('td', count.higher + apart.higher),
    el('td', count.unclear + apart.unclear),
    el('td', link({ view: 'clauses', city: city.id, status: 'moved' }, city.moved)),
    el('td', link({ view: 'additions', city: city.id }, city.additions), ` / ${city.tasks}`));
}
