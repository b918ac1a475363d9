// The responsible units of a city and their tasks.

function drawUnits() {
  const city = cityOf(state.city);
  return needsDetail([city], () => {
    const units = unitsIn(city).filter((unit) => !state.q || finds(unit.name));
    const chosen = unitsIn(city).find((unit) => unit.name === state.unit);
    return el('section.unitview', { 'aria-labelledby': 'units-title' },
      el('h2', { id: 'units-title' }, t('units_title', { city: city.name })),
      unitsIn(city).length ? el('div.columns', unitsTable(units, chosen), chosen ? tasksOf(city, chosen) : el('p.hint', t('choose_unit'))) : empty(t('no_units')));
  });
}

function unitsTable(units, chosen) {
  const roles = ROLES.filter((role) => units.some((unit) => unit[role].length));
  return el('div.scroll', { tabindex: 0, role: 'group', 'aria-label': t('view_units') }, el('table.totals',
    el('caption.unseen', t('units_caption')),
    el('thead', el('tr', el('th', { scope: 'col' }, t('unit')), roles.map((role) => el('th', { scope: 'col' }, t(role))), el('th', { scope: 'col' }, t('tasks')))),
    el('tbody', units.map((unit) => el(`tr${unit === chosen ? '.current' : ''}`,
      el('th', { scope: 'row' }, link({ unit: unit.name }, han('span', unit.name))),
      roles.map((role) => el('td', unit[role].length || '–')),
      el('td', new Set(ROLES.flatMap((role) => unit[role])).size))))));
}

function tasksOf(city, unit) {
  const tasks = ROLES.flatMap((role) => unit[role].map((node) => ({ role, node }))).sort((one, other) => one.node - other.node);
  const list = el('ol.tasks');
  grow(list, tasks, ({ role, node }) => taskItem(city, role, node));
  return el('section', { 'aria-labelledby': 'tasks-title' },
    han('h3', { id: 'tasks-title' }, unit.name), el('p.hint', t('unit_tasks', { n: tasks.length })), list);
}

function taskItem(city, role, node) {
  const own = city.detail.clausesOf[node];
  const linked = [...new Set(own.flatMap((at) => city.backLinks()[at].map(({ clause }) => clause)))];
  return el('li',
    el('p', el('b.role', t(role)), ' ', link({ view: 'read', city: city.id, local: city.detail.clauses[own[0]]?.id }, han('span.cite', city.detail.nodes[node].citation)), ' ',
      han('span', own.map((at) => city.detail.clauses[at].text).join(''))),
    linked.length
      ? el('p.back', t('rests_on'), ' ', linked.map((at) => [link(toClause(city, at), han('span.cite', reference.clauses[at].citation)), ' ']))
      : el('p.back', own.some((at) => city.isAddition(at)) ? t('addition') : t('no_links')));
}
