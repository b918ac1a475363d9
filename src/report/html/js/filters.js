// The filters above every view.

const filters = byId('filters');

function options(select, choices, chosen) {
  fill(select, choices.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
  select.value = chosen;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

function drawFilters() {
  const needsCity = ['read', 'units'].includes(state.view);
  const all = needsCity ? [] : [['', t('all_cities', { n: cities.length })]];
  options(filters.city, [...all, ...cities.map((city) => [city.id, city.name])], state.city || '');
  options(filters.status, [
    ['', t('all')],
    ['covered', t('covered')],
    ['partial', t('partial')],
    ['gap', t('gap')],
    ['topic', t('gap_topic_only')],
    ['moved', t('moved')],
    ['weaker', t('force_weaker')],
    ['decided', t('decided')],
  ], state.status || '');
  options(filters.chapter, [
    ['', t('all')],
    ...chapters.map((chapter) => [reference.nodes[chapter].id, headingOf(reference, chapter)]),
  ], state.chapter || '');
  options(filters.applies, [
    ['', t('all')],
    ...Object.values(APPLIES).map((applies) => [applies, t(`applies_${applies}`)]),
  ], state.applies || '');
  const units = [...new Set(loadedCities().flatMap((city) => unitsIn(city).map((unit) => unit.name)))];
  options(filters.unit, [['', units.length ? t('all') : t('no_units_short')], ...units.map((name) => [name, name])], state.unit || '');
  filters.unit.disabled = units.length === 0;
  if (document.activeElement !== filters.q) filters.q.value = state.q || '';
  byId('clear').hidden = !FILTERS.some((key) => state[key]);
  filters.dataset.view = state.view;
}

// The cities that the filters leave.
const shownCities = () => (state.city ? [cityOf(state.city)] : cities);
const loadedCities = () => shownCities().filter((city) => city.detail);

const hasFilter = () => FILTERS.some((key) => state[key]);

// Whether a clause, as it stands in one of the cities shown, is asked for.
function matches(at, among = shownCities()) {
  const clause = reference.clauses[at];
  if (state.chapter && reference.nodes[clause.chapter].id !== state.chapter) return false;
  const asksVerdict = state.status || state.applies || state.unit;
  if (!asksVerdict) return !state.q || finds(clause.text) || finds(clause.citation) || among.some((city) => findsCounterpart(city, at));
  if (clause.kind !== 'measure' && (state.applies || ['covered', 'partial', 'gap', 'topic'].includes(state.status))) return false;
  return among.some((city) => matchesIn(city, at));
}

function matchesIn(city, at) {
  const clause = reference.clauses[at];
  const verdict = city.verdict(at);
  if (state.status && !hasStatus(verdict, state.status)) return false;
  if (state.applies && verdict.applies !== state.applies) return false;
  if (state.unit && !verdict.links.some((link) => namesOf(city.unitsOf(link.local)).includes(state.unit))) return false;
  return !state.q || finds(clause.text) || finds(clause.citation) || findsCounterpart(city, at);
}

function hasStatus(verdict, status) {
  switch (status) {
    case 'gap': return verdict.status === 'gap' || verdict.status === 'topic';
    case 'moved': return verdict.links.some((link) => link.moved);
    case 'weaker': return verdict.links.some((link) => link.force === 'weaker');
    case 'decided': return verdict.decided;
    default: return verdict.status === status;
  }
}

const folded = (text) => text.normalize('NFKC').toLowerCase();
const finds = (text) => folded(text).includes(folded(state.q));

function findsCounterpart(city, at) {
  if (!city.detail) return false;
  return city.verdict(at).links.some(({ local }) => finds(city.detail.clauses[local].text));
}

// Local clauses that the filters for unit and text leave.
function matchesLocal(city, local) {
  const clause = city.detail.clauses[local];
  if (state.unit && !namesOf(city.unitsOf(local)).includes(state.unit)) return false;
  return !state.q || finds(clause.text) || finds(clause.citation);
}

// The units of a city with their tasks, most tasks first, then as first named.
function unitsIn(city) {
  if (!city.unitList) {
    const units = new Map();
    city.detail.nodes.forEach((node, at) => {
      for (const role of ROLES) {
        for (const name of node.units?.[role] || []) {
          if (!units.has(name)) units.set(name, { name, lead: [], responsible: [], support: [] });
          units.get(name)[role].push(at);
        }
      }
    });
    const tasks = (unit) => unit.lead.length + unit.responsible.length + unit.support.length;
    city.unitList = [...units.values()].sort((one, other) => tasks(other) - tasks(one));
  }
  return city.unitList;
}

let typing = 0;
filters.addEventListener('input', (event) => {
  const { name, value } = event.target;
  window.clearTimeout(typing);
  const change = () => go({ [name]: value || undefined, ...(name === 'city' ? {} : { clause: state.clause }) }, name === 'q');
  if (name === 'q') typing = window.setTimeout(change, 200);
  else change();
});
filters.addEventListener('submit', (event) => event.preventDefault());
byId('clear').addEventListener('click', () => go(Object.fromEntries(FILTERS.map((key) => [key, undefined]))));
byId('unfold').addEventListener('click', (event) => {
  const open = filters.classList.toggle('unfolded');
  event.currentTarget.setAttribute('aria-expanded', open);
});
