// Local tasks that the reference has no wording for.

function drawAdditions() {
  const list = shownCities();
  return needsDetail(list.length <= 12 ? list : [], () => el('section', { 'aria-labelledby': 'additions-title' },
    el('h2', { id: 'additions-title' }, t('view_additions')), el('p.hint', t('additions_note')),
    sharedAdditions(list),
    list.some((city) => !city.detail) ? manyAdditions(list) : list.map(additionsOf)));
}

function manyAdditions(list) {
  return [
    el('p.hint', t('choose_city')),
    el('ul.signs', list.map((city) => el('li', link({ city: city.id }, han('span', city.name), ` ${city.additions} / ${city.tasks}`)))),
  ];
}

// Additions that several places share, those shared by most first.
function sharedAdditions(list) {
  const shown = new Set(list.map((city) => city.at));
  const groups = report.shared.filter((group) => group.some(([at, , , text]) => shown.has(at) && (!state.q || finds(text))));
  if (!groups.length) return null;
  const items = el('ol.shared');
  grow(items, groups, sharedGroup);
  return el('section.city', { 'aria-labelledby': 'shared-title' },
    el('h3', { id: 'shared-title' }, t('shared_title'), ' ', el('small', t('shared_count', { n: groups.length }))),
    el('p.hint', t('shared_note')), items);
}

function sharedGroup(group) {
  const places = new Set(group.map(([at]) => at));
  return el('li',
    el('p.hint', t('shared_by', { n: places.size, all: cities.length })),
    el('ul', group.map(([at, id, citation, text]) => el('li',
      el('p', han('b', cities[at].name), ' ', link({ view: 'read', city: cities[at].id, local: id }, han('span.cite', citation)), ' ', han('span', text))))));
}

function additionsOf(city) {
  const { detail } = city;
  const chosen = detail.clauses.flatMap((_, at) => (city.isAddition(at) && matchesLocal(city, at) ? [at] : []));
  const tasks = detail.clauses.filter((clause) => clause.origin !== undefined).length;
  const list = el('div.text');
  let under;
  grow(list, chosen, (at) => {
    const clause = detail.clauses[at];
    const top = clause.section === null ? clause.chapter : clause.section;
    const heading = top !== under && detail.nodes[top].num ? han('h4', headingOf(detail, top)) : null;
    under = top;
    return el('div.addition', heading,
      el('p', link({ view: 'read', city: city.id, local: clause.id }, han('span.cite', clause.citation)), ' ', han('span', clause.text)),
      unitsLine(city.unitsOf(at)));
  });
  return el('section.city', el('h3', han('span', city.name), ' ', el('small', t('additions_of', { n: chosen.length, tasks }))), chosen.length ? list : empty(t('nothing')));
}
