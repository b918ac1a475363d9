// The reading view: the reference, a city's text, and what is known of the
// clause chosen.

let drawn = null;

function drawReading() {
  const city = cityOf(state.city);
  return needsDetail([city], () => {
    drawn = {
      city,
      reference: pane('reference', reference, t('reference_text'), reference.called || t('reference_text'), (at) => referenceClause(city, at)),
      local: pane('local', city.detail, t('local_text', { city: city.name }), city.name, (at) => localClause(city, at)),
      panel: el('aside.panel', { id: 'panel', 'aria-label': t('panel') }),
      lit: [],
    };
    fade();
    return el('div.reading', { 'data-side': 'reference' }, sides(city), drawn.reference.node, drawn.local.node, drawn.panel);
  });
}

// On a narrow screen one text shows at a time.
function sides(city) {
  const show = (side) => (event) => {
    event.target.closest('.reading').dataset.side = side;
    for (const button of event.target.parentNode.children) button.setAttribute('aria-pressed', button === event.target);
  };
  return el('div.sides',
    el('button', { type: 'button', 'aria-pressed': true, 'data-to': 'reference', onclick: show('reference') }, reference.called || t('reference_text')),
    el('button', { type: 'button', 'aria-pressed': false, 'data-to': 'local', onclick: show('local') }, city.name));
}

function pane(side, text, label, name, clauseNode) {
  const clauses = [];
  const blocks = text.nodes.map((node, at) => block(text, node, at, (index) => {
    clauses[index] = clauseNode(index);
    return clauses[index];
  }));
  return {
    clauses,
    node: el(`section.pane.${side}`, { 'aria-label': label, tabindex: 0 },
      el('header', el('h2', han('span', name)), han('p', text.title || cityOf(state.city).title)), el('div.text', { lang: 'zh-CN' }, blocks)),
  };
}

function isHeading(text, at) {
  const own = text.clausesOf[at];
  return text.nodes[at].level <= 2 && own.length > 0 && own.every((clause) => text.clauses[clause].kind === 'heading');
}

function block(text, node, at, draw) {
  const own = text.clausesOf[at];
  if (!own.length && !node.num) return null;
  const below = node.parent !== null && isHeading(text, node.parent);
  const name = isHeading(text, at) ? `h${below ? 4 : 3}` : 'p';
  const content = own.map(draw);
  const num = node.num || node.restored ? el('span.num', node.num || `〔${node.citation}〕`) : null;
  if (num && content.length) content[0].firstChild.after(num);
  else if (num) content.unshift(num);
  return el(`${name}.node.${node.kind}`, { 'data-level': node.level }, content);
}

function referenceClause(city, at) {
  const clause = reference.clauses[at];
  const choose = () => go(toClause(city, at));
  const label = `${clause.citation}: ${verdictWords(city, at)}`;
  return el(`span.clause.${clause.kind}`, { 'data-clause': clause.id, onclick: unlessSelecting(choose) },
    el('button.dot', { type: 'button', 'aria-label': label, title: label }, el(`span.sign.${signOf(city, at)}`, { 'aria-hidden': 'true' })),
    el('span.words', clause.text));
}

function localClause(city, at) {
  const clause = city.detail.clauses[at];
  const links = city.backLinks()[at];
  if (clause.kind === 'responsibility') return el('span.clause.responsibility', el('span.words', clause.text));
  const addition = city.isAddition(at);
  let kind = links.length ? 'linked' : 'structure';
  if (addition) kind = 'addition';
  const label = `${clause.citation}: ${addition ? t('addition') : t('links_to', { n: links.length })}`;
  return el(`span.clause.${clause.kind}`, { 'data-local': clause.id, onclick: unlessSelecting(() => chooseLocal(city, at)) },
    el('button.dot', { type: 'button', 'aria-label': label, title: label }, el(`span.sign.${kind}`, { 'aria-hidden': 'true' })),
    el('span.words', clause.text));
}

function unlessSelecting(act) {
  return (event) => {
    if (event.detail > 0 && !window.getSelection().isCollapsed) return;
    act();
  };
}

function chooseLocal(city, at) {
  if (picking) {
    const clause = reference.clauseAt.get(state.clause);
    picking = false;
    decide(city, clause, 'add', { local: at });
    return;
  }
  const id = city.detail.clauses[at].id;
  const links = city.backLinks()[at];
  const current = state.clause && links.some(({ clause }) => reference.clauses[clause].id === state.clause);
  go({ view: 'read', city: city.id, local: id, clause: current ? state.clause : undefined });
}

// What the filters leave out stands back but can still be read.
function fade() {
  const { city } = drawn;
  const on = hasFilter();
  let left = 0;
  reference.clauses.forEach((clause, at) => {
    const asked = matches(at, [city]);
    if (asked && clause.kind === 'measure') left += 1;
    drawn.reference.clauses[at]?.classList.toggle('faded', on && !asked);
  });
  city.detail.clauses.forEach((_, at) => {
    drawn.local.clauses[at]?.classList.toggle('faded', Boolean(state.unit || state.q) && !matchesLocal(city, at));
  });
  byId('matching').textContent = on ? t('matching', { n: left }) : '';
}

// Lights the clause chosen and its counterparts, and brings them into view:
// `smooth`, by a `jump`, or not at all (`still`).
function showChoice(how = 'smooth') {
  if (!drawn || state.view !== 'read') return;
  const { city } = drawn;
  for (const { node, text } of drawn.lit) {
    node.classList.remove('chosen', 'counterpart', 'focused');
    node.removeAttribute('aria-current');
    fill(node.querySelector('.words'), text);
  }
  drawn.lit = [];
  const clause = state.clause === undefined ? undefined : reference.clauseAt.get(state.clause);
  const local = state.local === undefined ? undefined : city.detail.clauseAt.get(state.local);
  if (clause !== undefined) lightClause(city, clause, local, how);
  else if (local !== undefined) lightLocal(city, local, how);
  drawPanel(city, clause, local);
}

function light(side, at, className, runs, label) {
  const node = drawn[side].clauses[at];
  const { text } = (side === 'reference' ? reference : drawn.city.detail).clauses[at];
  node.classList.add(className);
  fill(node.querySelector('.words'), marked(text, runs, label));
  drawn.lit.push({ node, text });
  return node;
}

function lightClause(city, at, local, how) {
  const { links } = city.verdict(at);
  const pair = links.find((one) => one.local === local);
  const runs = pair ? pair.marks && pair.marks[0] : unmatched(reference.clauses[at].text, links);
  const node = light('reference', at, 'chosen', runs, t('only_reference'));
  node.setAttribute('aria-current', 'true');
  const nodes = links.map((one) => light('local', one.local, 'counterpart', one.marks && one.marks[1], t('only_local')));
  const target = pair ? nodes[links.indexOf(pair)] : nodes[0];
  if (target) target.classList.add('focused');
  const stray = local !== undefined && !pair ? light('local', local, 'focused', null) : null;
  if (how !== 'still') {
    reveal(node, how === 'jump');
    reveal(target || stray, how === 'jump');
  }
  announce(`${reference.clauses[at].citation}: ${verdictWords(city, at)}. ${t('counterparts', { n: links.length })}`);
}

function lightLocal(city, at, how) {
  const links = city.backLinks()[at];
  const node = light('local', at, 'chosen', null);
  node.setAttribute('aria-current', 'true');
  const nodes = links.map(({ clause, link: one }) => light('reference', clause, 'counterpart', one.marks && one.marks[0], t('only_reference')));
  if (how !== 'still') {
    reveal(node, how === 'jump');
    reveal(nodes[0], how === 'jump');
  }
  announce(`${city.detail.clauses[at].citation}: ${t('links_to', { n: links.length })}`);
}

function announce(text) {
  byId('announcement').textContent = text;
}
