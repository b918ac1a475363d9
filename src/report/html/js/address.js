// The address after `#` is the state of the page, so that it can be passed on:
// `#city=weihai&clause=2.1.p1.s3`, `#view=units&city=weihai`. A clause id
// alone (`#2.1.p1.s3`) is understood too.

const VIEWS = ['overview', 'read', 'clauses', 'units', 'additions', 'decisions'];
const FILTERS = ['status', 'chapter', 'applies', 'unit', 'q'];
const KEYS = ['view', 'city', 'clause', 'local', ...FILTERS];

let state = { view: 'overview' };

function parsed(hash) {
  let bare = hash.replace(/^#/, '');
  try {
    bare = decodeURIComponent(bare);
  } catch {
    // Not encoded, then.
  }
  if (reference.clauseAt.has(bare)) return whole({ clause: bare });
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  return whole(Object.fromEntries(KEYS.flatMap((key) => (given.get(key) ? [[key, given.get(key)]] : []))));
}

// Fills in what an address leaves out and drops what names nothing.
function whole(given) {
  const next = { ...given };
  if (next.clause && !reference.clauseAt.has(next.clause)) delete next.clause;
  if (next.city && !cityOf(next.city)) delete next.city;
  if (!VIEWS.includes(next.view)) next.view = next.clause || next.local ? 'read' : 'overview';
  if (['read', 'units'].includes(next.view) && !next.city) next.city = cities[0].id;
  return next;
}

function address(next) {
  const shown = new URLSearchParams();
  for (const key of KEYS) {
    const implied = key === 'view' && next.view === 'read' && (next.clause || next.local);
    if (next[key] && !implied) shown.set(key, next[key]);
  }
  return `#${shown}`;
}

// Where a change of state leads. Going to another view or city leaves the
// clause; the filters stay.
function leading(change) {
  const next = { ...state, ...change };
  if ('view' in change && !('clause' in change)) delete next.clause;
  if (!('local' in change)) delete next.local;
  return address(whole(next));
}

// `quiet` replaces the address, so that going back skips it.
function go(change, quiet = false) {
  const hash = leading(change);
  if (hash === window.location.hash) return;
  if (quiet) window.location.replace(hash);
  else window.location.hash = hash;
}

const toClause = (city, at, change = {}) => ({ view: 'read', city: city.id, clause: reference.clauses[at].id, ...change });
