// The reader's decisions: kept by clause id and the hash of its wording, saved
// as `plan.decisions/1`, and put above the program's verdicts.

const LINK_ACTIONS = ['confirm', 'reject', 'add'];
const decisions = new Map(cities.map((city) => [city.id, []]));
let lapsed = [];

const decisionsFor = (city, clause) => decisions.get(city.id).filter((one) => one.clause === clause.id);
const touched = (city, local) => decisions.get(city.id).some((one) => one.local === local);
const countOfDecisions = () => cities.reduce((sum, city) => sum + decisions.get(city.id).length, 0);

function settle(city, at) {
  const clause = reference.clauses[at];
  const given = city.detail?.verdicts[at];
  let status = STATUS[city.statuses[at]];
  let applies = APPLIES[city.applies[at]];
  let links = given ? given.links.map((link) => ({ ...link })) : [];
  let by = city.decided.includes(at) ? 'reader' : 'program';
  let remark = '';
  const made = decisionsFor(city, clause);
  const wanted = made.find((one) => one.action === 'status')?.value;
  for (const one of made) {
    if (one.action === 'applicability') applies = one.value;
    if (one.action === 'remark') remark = one.remark;
    if (one.action !== 'remark') by = 'reader';
    if (!city.detail || !LINK_ACTIONS.includes(one.action)) continue;
    const local = city.detail.clauseAt.get(one.local);
    const link = links.find((known) => known.local === local);
    if (one.action === 'reject') links = links.filter((known) => known !== link);
    else if (link) link.by = 'reader';
    else if (one.action === 'add') links.push(addedLink(local));
  }
  if (wanted === 'gap') links = [];
  if (city.detail && !links.length) {
    status = status === 'topic' ? 'topic' : 'gap';
  } else if (wanted) {
    status = wanted;
  } else if (links.length && (status === 'gap' || status === 'topic')) {
    status = 'partial';
  }
  return {
    status,
    applies,
    links,
    by,
    remark,
    reason: given ? city.detail.reasons[given.reason] : null,
    nearest: given && !links.length ? given.nearest : [],
    decided: made.length > 0 || city.decided.includes(at),
  };
}

function addedLink(local) {
  return { local, confidence: null, wording: null, scope: null, force: null, moved: false, changes: [], marks: null, by: 'reader' };
}

// One decision a question: a later answer takes the place of the earlier one.
function sameQuestion(one, other) {
  if (one.clause !== other.clause) return false;
  const isLink = (decision) => LINK_ACTIONS.includes(decision.action);
  return isLink(one) && isLink(other) ? one.local === other.local : one.action === other.action;
}

function decide(city, at, action, { local = null, value = null, remark = '' } = {}) {
  const clause = reference.clauses[at];
  const counterpart = local === null ? null : city.detail.clauses[local];
  const made = {
    clause: clause.id,
    clause_sha256: clause.sha256,
    clause_text: clause.text,
    local: counterpart && counterpart.id,
    local_sha256: counterpart && counterpart.sha256,
    local_text: counterpart && counterpart.text,
    action,
    value,
    remark,
  };
  const kept = decisions.get(city.id).filter((one) => !sameQuestion(one, made));
  const empty = action === 'remark' ? remark === '' : value === null && !LINK_ACTIONS.includes(action);
  decisions.set(city.id, empty ? kept : [...kept, made]);
  decided(city);
}

function withdraw(city, decision) {
  decisions.set(city.id, decisions.get(city.id).filter((one) => one !== decision));
  decided(city);
}

function decided(city) {
  city.forget();
  const made = decisions.get(city.id);
  memory.set(memoryKey(city), made.length ? JSON.stringify(made) : null);
  document.dispatchEvent(new CustomEvent('decided', { detail: city }));
}

const memoryKey = (city) => `plan.decisions/1 ${reference.sha256} ${city.sha256}`;

function decisionsFile(city) {
  const head = ({ id, title, level, sha256 }) => ({ id, title, level, sha256 });
  const order = (one) => reference.clauseAt.get(one.clause);
  const sorted = [...decisions.get(city.id)].sort((one, other) => order(one) - order(other));
  return { schema: 'plan.decisions/1', reference: head(reference), local: head(city), decisions: sorted };
}

function save(city) {
  const text = `${JSON.stringify(decisionsFile(city), null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const made = cities.filter((one) => decisions.get(one.id).length);
  const name = made.length > 1 ? `decisions-${city.id}.json` : 'decisions.json';
  const link = el('a', { href: url, download: name });
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 1000);
}

// Takes in a saved file. What no longer applies is listed, not dropped.
async function takeIn(form) {
  if (form?.schema !== 'plan.decisions/1' || !Array.isArray(form.decisions)) throw new Error(t('no_decisions_file'));
  const named = typeof form.local === 'string' ? form.local : form.local?.id;
  const city = cityOf(named);
  if (!city) throw new Error(t('no_such_city', { city: named }));
  await city.load();
  const kept = decisions.get(city.id).slice();
  let taken = 0;
  for (const one of form.decisions) {
    const reason = whyLapsed(city, one);
    if (reason) {
      lapsed.push({ city, decision: one, reason });
      continue;
    }
    const { clause, clause_sha256, clause_text, local = null, local_sha256 = null, local_text = null, action, value = null, remark = '' } = one;
    const made = { clause, clause_sha256, clause_text, local, local_sha256, local_text, action, value, remark };
    for (let at = kept.length - 1; at >= 0; at -= 1) if (sameQuestion(kept[at], made)) kept.splice(at, 1);
    kept.push(made);
    taken += 1;
  }
  decisions.set(city.id, kept);
  decided(city);
  return { city, taken, lapsed: form.decisions.length - taken };
}

const VALUES = new Map([
  ['confirm', [null]],
  ['reject', [null]],
  ['add', [null]],
  ['status', ['covered', 'partial', 'gap']],
  ['applicability', ['local', 'higher', 'mixed', 'unclear']],
  ['remark', [null]],
]);

function whyLapsed(city, one) {
  const clause = reference.clauses[reference.clauseAt.get(one?.clause)];
  if (!clause) return 'lapsed_clause_gone';
  if (one.clause_sha256 !== clause.sha256) return 'lapsed_clause_changed';
  if (!VALUES.get(one.action)?.includes(one.value ?? null) || typeof (one.remark ?? '') !== 'string') return 'lapsed_unknown';
  if (!LINK_ACTIONS.includes(one.action)) return null;
  const local = city.detail.clauses[city.detail.clauseAt.get(one.local)];
  if (!local) return 'lapsed_local_gone';
  return one.local_sha256 === local.sha256 ? null : 'lapsed_local_changed';
}

// Decisions not yet saved to a file outlive a reload where the browser lets them.
async function remember() {
  for (const city of cities) {
    const kept = memory.get(memoryKey(city));
    if (!kept) continue;
    await city.load();
    decisions.set(city.id, JSON.parse(kept).filter((one) => !whyLapsed(city, one)));
    decided(city);
  }
}
