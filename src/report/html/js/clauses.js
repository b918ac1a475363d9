// The clauses asked for: beside one city's counterparts, or across cities.

function drawClauses() {
  const chosen = clauseIndexes.filter((at) =>
    (reference.clauses[at].kind === 'measure' || state.q) && matches(at));
  byId('matching').textContent = t('matching', { n: chosen.length });
  const city = state.city && cityOf(state.city);
  const one = state.clause && reference.clauseAt.get(state.clause);
  if (one !== undefined && !city) return acrossCities(one);
  if (!chosen.length) return empty(t('nothing'));
  return city ? needsDetail([city], () => besideCity(city, chosen)) : listOfClauses(chosen);
}

function besideCity(city, chosen) {
  const body = el('tbody');
  grow(body, chosen, (at) => pairRow(city, at));
  return el('section', { 'aria-labelledby': 'pairs-title' },
    el('h2', { id: 'pairs-title' }, t('pairs_title', { city: city.name })),
    el('p.hint', t('gap_note')),
    el('table.pairs',
      el('thead', el('tr',
        el('th', { scope: 'col' }, t('clause')),
        el('th', { scope: 'col' }, t('reference_wording')),
        el('th', { scope: 'col' }, t('status')),
        el('th', { scope: 'col' }, t('local_wording', { city: city.name })))),
      body));
}

function pairRow(city, at) {
  const clause = reference.clauses[at];
  const verdict = city.verdict(at);
  return el('tr',
    el('th', { scope: 'row' }, el('a', { href: leading(toClause(city, at)) }, han('span', clause.citation))),
    han('td', referenceText(at, verdict.links)),
    el('td.verdict', sign(signOf(city, at), ''), ' ', verdictWords(city, at),
      verdict.reason && verdict.applies !== 'local' ? el('small', verdict.reason[lang]) : null,
      verdict.remark ? el('small', t('remark'), ': ', verdict.remark) : null),
    el('td', counterpartsOf(city, verdict)));
}

function counterpartsOf(city, verdict) {
  if (!verdict.links.length) return el('p.none', t('gap_wording'));
  return verdict.links.map((one) => {
    const local = city.detail.clauses[one.local];
    return el('div.counterpart',
      el('p', han('b.cite', local.citation), ' ', han('span', localText(city, one))),
      about(one), unitsLine(city.unitsOf(one.local)));
  });
}

function listOfClauses(chosen) {
  const list = el('ol.clauses');
  grow(list, chosen, (at) => {
    const clause = reference.clauses[at];
    return el('li',
      el('p', link({ view: 'clauses', clause: clause.id }, han('span.cite', clause.citation)), ' ', han('span', clause.text)),
      cities.length <= 12 ? signsOf(at) : tally(at));
  });
  return el('section', { 'aria-labelledby': 'list-title' },
    el('h2', { id: 'list-title' }, t('clauses_title')), el('p.hint', t('clauses_hint')), list);
}

function signsOf(at) {
  return el('ul.signs', cities.map((city) => el('li',
    link(toClause(city, at), sign(signOf(city, at), verdictWords(city, at)), ' ', han('span', city.name)))));
}

function tally(at) {
  const count = { covered: 0, partial: 0, topic: 0, gap: 0 };
  for (const city of cities) count[city.verdict(at).status] += 1;
  return el('ul.signs', Object.entries(count).map(([status, n]) => el('li',
    sign(status, status === 'topic' ? t('topic_only') : t(status)), ` ${n}/${cities.length}`)));
}

// One clause in the wording of every city.
function acrossCities(at) {
  const clause = reference.clauses[at];
  const some = state.city ? shownCities() : cities;
  return needsDetail(some, () => {
    const list = el('ol.across');
    grow(list, some, (city) => el('li',
      el('h3', link(toClause(city, at), sign(signOf(city, at), verdictWords(city, at)), ' ', han('span', city.name)), ' ', el('small', verdictWords(city, at))),
      counterpartsOf(city, city.verdict(at))));
    return el('section.one', { 'aria-labelledby': 'one-title' },
      el('p', link({ view: 'clauses', clause: undefined }, t('back_to_list'))),
      han('h2', { id: 'one-title' }, clause.citation),
      han('p.quoted', clause.text),
      cities.length > 12 ? tally(at) : null,
      list);
  });
}
