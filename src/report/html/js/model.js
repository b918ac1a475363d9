// The comparison: the reference, the cities, and what holds after the
// reader's decisions.

const report = embedded('report');
const reference = report.reference;

const STATUS = { c: 'covered', p: 'partial', t: 'topic', g: 'gap' };
const APPLIES = { l: 'local', m: 'mixed', h: 'higher', u: 'unclear' };

function indexed(document) {
  document.clauseAt = new Map(document.clauses.map((clause, at) => [clause.id, at]));
  document.citationAt = new Map(document.clauses.map((clause, at) => [clause.citation, at]));
  const path = (node) => {
    const nodes = [];
    for (let at = node; at !== null; at = document.nodes[at].parent) nodes.unshift(at);
    return nodes;
  };
  for (const clause of document.clauses) {
    [clause.chapter, clause.section = null] = path(clause.node);
  }
  document.clausesOf = document.nodes.map(() => []);
  document.clauses.forEach((clause, at) => document.clausesOf[clause.node].push(at));
  return document;
}

function headingOf(document, node) {
  const at = document.clausesOf[node].find((clause) => document.clauses[clause].kind === 'heading');
  const { num, citation } = document.nodes[node];
  const text = at === undefined ? '' : document.clauses[at].text;
  return `${num || ''}${text}` || citation;
}

indexed(reference);
const chapters = reference.nodes.flatMap((node, at) =>
  node.parent === null && reference.clauses.some((c) => c.chapter === at && c.kind === 'measure') ? [at] : []);
const isOrganisation = (chapter) => reference.organisation.includes(chapter);
const clauseIndexes = reference.clauses.map((_, at) => at);
const measureIndexes = clauseIndexes.filter((at) => reference.clauses[at].kind === 'measure');

class City {
  constructor(entry, at) {
    Object.assign(this, entry);
    this.at = at;
    this.name = entry.called || entry.place || entry.id;
    this.detail = null;
    this.loading = null;
    this.settled = new Map();
    const embedded = byId(`detail-${at}`);
    if (embedded) this.take(JSON.parse(embedded.textContent));
  }

  take(detail) {
    this.detail = indexed(detail);
    // What was settled without them knew no links.
    this.forget();
  }

  // Brings in the details, which lie beside the page when there are many cities.
  load() {
    if (this.detail) return Promise.resolve(this);
    this.loading = this.loading || new Promise((done, fail) => {
      arrivals.set(this.at, (detail) => {
        this.take(detail);
        done(this);
      });
      const script = document.createElement('script');
      script.src = trusted(this.file);
      script.onerror = () => {
        this.loading = null;
        fail(new Error(t('not_found', { file: this.file })));
      };
      document.head.append(script);
    });
    return this.loading;
  }

  // What holds of a clause: the program's verdict after the decisions.
  verdict(at) {
    let settled = this.settled.get(at);
    if (!settled) {
      settled = settle(this, at);
      this.settled.set(at, settled);
    }
    return settled;
  }

  forget() {
    this.settled.clear();
    this.backwards = null;
  }

  // For each local clause the reference clauses that it is linked with.
  backLinks() {
    if (!this.backwards) {
      this.backwards = this.detail.clauses.map(() => []);
      for (const at of clauseIndexes) {
        for (const link of this.verdict(at).links) this.backwards[link.local].push({ clause: at, link });
      }
    }
    return this.backwards;
  }

  isTask(local) {
    return this.detail.clauses[local].origin !== undefined;
  }

  isAddition(local) {
    if (!this.isTask(local)) return false;
    const links = this.backLinks()[local];
    const given = this.detail.clauses[local].origin === 'local';
    if (links.some(({ link }) => link.by === 'reader')) return false;
    return links.length === 0 && (given || touched(this, this.detail.clauses[local].id));
  }

  unitsOf(local) {
    const { task } = this.detail.clauses[local];
    return (task === null ? null : this.detail.nodes[task].units) || null;
  }
}

const ROLES = ['lead', 'responsible', 'support'];

function namesOf(units) {
  return units ? ROLES.flatMap((role) => units[role]) : [];
}

const arrivals = new Map();
// Called by the scripts that lie beside the page.
window.planCity = (at, detail) => arrivals.get(at)?.(detail);

// Only a page with details beside it may bring in scripts, and only those.
const policy = report.cities.some((city) => city.file) && window.trustedTypes?.createPolicy('plan-city', {
  createScriptURL: (url) => {
    if (report.cities.some((city) => city.file === url)) return url;
    throw new TypeError(url);
  },
});
const trusted = (url) => (policy ? policy.createScriptURL(url) : url);

const cities = report.cities.map((entry, at) => new City(entry, at));
// Several documents of one place are told apart by their ids.
for (const city of cities.filter(({ name }) => cities.filter((one) => one.name === name).length > 1)) {
  if (city.name !== city.id) city.name = `${city.name} ${city.id}`;
}
const cityOf = (id) => cities.find((city) => city.id === id) || null;

// Coverage: N counts the measures that the locality can carry out.
function coverage(city, clauses) {
  const count = { counted: 0, covered: 0, partial: 0, topic: 0, gap: 0, higher: 0, unclear: 0 };
  for (const at of clauses) {
    if (reference.clauses[at].kind !== 'measure') continue;
    const { status, applies } = city.verdict(at);
    if (applies === 'higher' || applies === 'unclear') {
      count[applies] += 1;
    } else {
      count.counted += 1;
      count[status] += 1;
    }
  }
  return count;
}

// The three rows: covered; or partial; or topic only.
function threeRows({ covered, partial, topic }) {
  return [covered, covered + partial, covered + partial + topic];
}

const inChapter = (chapter) => measureIndexes.filter((at) => reference.clauses[at].chapter === chapter);
const totalMeasures = measureIndexes.filter((at) => !isOrganisation(reference.clauses[at].chapter));
const organisationMeasures = measureIndexes.filter((at) => isOrganisation(reference.clauses[at].chapter));

// The mean over paragraphs of the share covered, and covered or partial.
function paragraphMeans(city) {
  const paragraphs = new Map();
  for (const at of totalMeasures) {
    const { node } = reference.clauses[at];
    paragraphs.set(node, [...(paragraphs.get(node) || []), at]);
  }
  const counts = [...paragraphs.values()].map((clauses) => coverage(city, clauses)).filter((c) => c.counted);
  const mean = (share) => (counts.length
    ? counts.reduce((sum, count) => sum + share(count) / count.counted, 0) / counts.length
    : 0);
  return [mean((c) => c.covered), mean((c) => c.covered + c.partial)];
}
