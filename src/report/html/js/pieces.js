// Pieces that several views are made of.

// The sign of a status: a shape for the eye, words for a screen reader, unless
// words stand beside it.
function sign(kind, label) {
  if (!label) return el(`span.sign.${kind}`, { 'aria-hidden': 'true' });
  return el(`span.sign.${kind}`, { role: 'img', 'aria-label': label, title: label });
}

function verdictWords(city, at) {
  const verdict = city.verdict(at);
  const structure = reference.clauses[at].kind !== 'measure';
  if (structure) return verdict.links.length || verdict.status === 'covered' || verdict.status === 'partial' ? t('structure_linked') : t('structure_unlinked');
  const words = [verdict.status === 'topic' ? t('gap_topic_only') : t(verdict.status)];
  if (verdict.applies !== 'local') words.push(t(`applies_${verdict.applies}`));
  if (verdict.applies === 'higher' && (verdict.status === 'covered' || verdict.status === 'partial')) words.push(t('taken_up_unasked'));
  if (verdict.decided) words.push(t('decided'));
  return words.join(lang === 'zh' ? '，' : ', ');
}

function signOf(city, at) {
  const { status, applies } = city.verdict(at);
  if (reference.clauses[at].kind !== 'measure') return status === 'covered' || status === 'partial' ? 'structure.linked' : 'structure';
  return applies === 'higher' || applies === 'unclear' ? `${status}.outside` : status;
}

const shortNames = () => cities.length <= 12;

// Runs of marks: lengths of what both have and what the other side lacks, in turn.
function marked(text, runs, label) {
  if (!runs) return [text];
  const pieces = [];
  let from = 0;
  runs.forEach((length, turn) => {
    const piece = text.slice(from, from + length);
    from += length;
    if (piece) pieces.push(turn % 2 ? el('mark', { title: label }, piece) : piece);
  });
  return pieces;
}

// Of several links, what of the reference none of them has.
function unmatched(text, links) {
  const all = links.map((link) => link.marks).filter(Boolean);
  if (!all.length || all.length < links.length) return null;
  const lacks = new Array(text.length).fill(true);
  for (const [runs] of all) {
    let at = 0;
    runs.forEach((length, turn) => {
      if (turn % 2 === 0) lacks.fill(false, at, at + length);
      at += length;
    });
  }
  // Punctuation alone is no wording.
  for (let from = 0; from < text.length;) {
    let to = from;
    while (to < text.length && lacks[to] === lacks[from]) to += 1;
    if (lacks[from] && !/[\p{L}\p{N}]/u.test(text.slice(from, to))) lacks.fill(false, from, to);
    from = to;
  }
  const runs = [0];
  let turn = false;
  for (const lack of lacks) {
    if (lack !== turn) {
      runs.push(0);
      turn = lack;
    }
    runs[runs.length - 1] += 1;
  }
  return runs;
}

const referenceText = (at, links) =>
  marked(reference.clauses[at].text, unmatched(reference.clauses[at].text, links), t('only_reference'));
const localText = (city, link) =>
  marked(city.detail.clauses[link.local].text, link.marks && link.marks[1], t('only_local'));

// A link's wording, scope, force, whether it moved, how sure.
function about(link) {
  const parts = [];
  if (link.wording) parts.push(t(link.wording), t(`scope_${link.scope}`));
  if (link.force && link.force !== 'same') parts.push(t(`force_${link.force}`));
  if (link.moved) parts.push(t('moved'));
  if (link.by === 'reader') parts.push(t('by_reader'));
  else parts.push(t('confidence', { n: link.confidence.toFixed(2) }));
  return el('ul.about', parts.map((part) => el('li', part)));
}

function unitsLine(units) {
  const parts = ROLES.filter((role) => units?.[role].length).map((role) =>
    el('span.role', el('b', t(role)), ' ', han('span', units[role].join('、'))));
  return parts.length ? el('p.units', parts) : null;
}

function link(change, ...content) {
  return el('a', { href: leading(change) }, ...content);
}

// n of N with a bar; never a bare percentage.
function ofN(n, of) {
  return el('span.of', { share: of ? n / of : 0 }, el('b', n), ` / ${of}`);
}

function empty(text) {
  return el('p.empty', text);
}

function needsDetail(list, draw) {
  const missing = list.filter((city) => !city.detail);
  if (!missing.length) return draw();
  const place = el('div.loading', el('p', { role: 'status' }, t('loading', { n: missing.length })));
  Promise.all(missing.map((city) => city.load())).then(
    () => place.isConnected && redraw(),
    (error) => fill(place, empty(error.message)),
  );
  return place;
}
