// Local tasks that the reference has no wording for.

function drawAdditions() {
  const list = shownCities();
  return needsDetail(list.length <= 12 ? list : [], () => {
    if (list.some((city) => !city.detail)) return manyAdditions(list);
    return el('section', { 'aria-labelledby': 'additions-title' },
      el('h2', { id: 'additions-title' }, t('view_additions')), el('p.hint', t('additions_note')),
      list.map(additionsOf));
  });
}

function manyAdditions(list) {
  return el('section', { 'aria-labelledby': 'additions-title' },
    el('h2', { id: 'additions-title' }, t('view_additions')), el('p.hint', t('choose_city')),
    el('ul.signs', list.map((city) => el('li', link({ city: city.id }, han('span', city.name), ` ${city.additions} / ${city.tasks}`)))));
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
