// The keyboard: every key does what some link or button does too.

const KEYS_HELP = [
  ['j', 'k'], ['n'], ['l', 'h'], ['c'], ['/'], ['1–6'], ['Esc'], ['?'],
];

function step(by) {
  const among = shownCities();
  const asked = clauseIndexes.filter((at) => matches(at, among) && (reference.clauses[at].kind === 'measure' || !hasFilter()));
  if (!asked.length) return;
  const here = state.clause ? reference.clauseAt.get(state.clause) : -1;
  let next = by > 0 ? asked.find((at) => at > here) : [...asked].reverse().find((at) => at < here);
  if (next === undefined) next = here < 0 ? asked[asked.length - 1] : undefined;
  if (next !== undefined) go(toClause(cityOf(state.city) || cities[0], next), state.view === 'read');
}

function nextCounterpart() {
  if (state.view !== 'read' || !drawn) return;
  const { city } = drawn;
  if (state.clause) {
    const { links } = city.verdict(reference.clauseAt.get(state.clause));
    if (!links.length) return;
    const at = links.findIndex((one) => city.detail.clauses[one.local].id === state.local);
    go({ clause: state.clause, local: city.detail.clauses[links[(at + 1) % links.length].local].id }, true);
  }
}

function toSide(side) {
  const reading = document.querySelector('.reading');
  if (!reading) return;
  reading.querySelector(`[data-to="${side}"]`).click();
  const pane = reading.querySelector(`.pane.${side}`);
  const target = pane.querySelector('.chosen .dot, .focused .dot, .counterpart .dot') || pane;
  target.focus({ preventScroll: target !== pane });
}

function nextCity() {
  const at = state.city ? cities.indexOf(cityOf(state.city)) : -1;
  go({ city: cities[(at + 1) % cities.length].id, clause: state.clause });
}

function escape() {
  if (picking) {
    picking = false;
    showChoice('still');
  } else if (document.activeElement?.matches('input, select, textarea')) {
    document.activeElement.blur();
  } else if (state.clause || state.local) {
    go({ clause: undefined });
  } else if (hasFilter()) {
    byId('clear').click();
  }
}

const PRESSED = {
  j: () => step(1),
  k: () => step(-1),
  n: nextCounterpart,
  h: () => toSide('reference'),
  l: () => toSide('local'),
  c: nextCity,
  '/': () => {
    if (!filters.classList.contains('unfolded') && !filters.q.offsetParent) byId('unfold').click();
    filters.q.focus();
    filters.q.select();
  },
  '?': () => showKeys(),
};
VIEWS.forEach((view, at) => { PRESSED[String(at + 1)] = () => go({ view }); });

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || byId('keys').open) return;
  if (event.key === 'Escape') {
    escape();
    return;
  }
  if (event.target.matches('input, select, textarea')) return;
  const act = PRESSED[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

function showKeys() {
  const dialog = byId('keys');
  fill(dialog,
    el('h2', { id: 'keys-title' }, t('keys')),
    el('dl', KEYS_HELP.map((keys, at) => el('div', el('dt', keys.map((key) => [el('kbd', key), ' '])), el('dd', t(`keys_${at}`))))),
    el('p.actions', el('button', { type: 'button', onclick: () => dialog.close() }, t('close'))));
  dialog.showModal();
}
byId('help').addEventListener('click', showKeys);
