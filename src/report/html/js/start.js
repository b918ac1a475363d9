// Draws what the address asks for.

const DRAW = {
  overview: drawOverview,
  read: drawReading,
  clauses: drawClauses,
  units: drawUnits,
  additions: drawAdditions,
  decisions: drawDecisions,
};

function redraw() {
  drawn = null;
  byId('matching').textContent = '';
  const heading = state.view === 'overview' ? null : el('h1.unseen', t(`view_${state.view}`), ': ', han('span', reference.title));
  fill(byId('main'), heading, DRAW[state.view]());
  document.body.dataset.view = state.view;
  drawViews();
  drawFilters();
  drawMethod();
  showChoice('jump');
}

function drawViews() {
  fill(byId('views'), VIEWS.map((view) => {
    const n = view === 'decisions' ? countOfDecisions() : 0;
    return el('a', { href: leading({ view, ...(view === 'overview' ? { city: undefined } : {}) }), 'aria-current': view === state.view ? 'page' : null },
      t(`view_${view}`), n ? el('small', ` ${n}`) : null);
  }));
}

// Choosing a clause in the text at hand changes only what is lit.
function arrive() {
  const before = state;
  state = parsed(window.location.hash);
  const same = [...FILTERS, 'view', 'city'].every((key) => state[key] === before[key]);
  picking = false;
  if (same && drawn && state.view === 'read') {
    drawViews();
    showChoice();
    return;
  }
  redraw();
  if (before.view !== state.view) window.scrollTo(0, 0);
}

document.addEventListener('decided', () => {
  const places = [...document.querySelectorAll('.pane')].map((pane) => pane.scrollTop);
  redraw();
  document.querySelectorAll('.pane').forEach((pane, at) => { pane.scrollTop = places[at] || 0; });
  showChoice('still');
});

const dark = window.matchMedia('(prefers-color-scheme: dark)');
let chosenTheme = memory.get('plan.theme');

function paint() {
  const theme = chosenTheme || (dark.matches ? 'dark' : 'light');
  document.documentElement.dataset.theme = theme;
  byId('theme').textContent = t(theme === 'dark' ? 'light' : 'dark');
}

byId('theme').addEventListener('click', () => {
  chosenTheme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  memory.set('plan.theme', chosenTheme);
  paint();
});
dark.addEventListener('change', paint);

function speak(wanted) {
  chooseLanguage(wanted);
  const other = lang === 'zh' ? 'en' : 'zh';
  byId('language').textContent = words[other].language;
  byId('language').lang = other;
  document.title = `${reference.title} · ${t('report_kind')}`;
  byId('brand').textContent = reference.title;
  paint();
}

byId('language').addEventListener('click', () => {
  const wanted = lang === 'zh' ? 'en' : 'zh';
  memory.set('plan.language', wanted);
  speak(wanted);
  redraw();
});

byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('main').focus();
});

window.addEventListener('hashchange', arrive);
state = parsed(window.location.hash);
speak(memory.get('plan.language') || report.lang);
redraw();
remember();
