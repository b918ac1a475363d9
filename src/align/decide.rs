//! Which candidates are links, and what that makes of each clause.

use crate::task::{Applicability, Applies, ClauseIndex, ClauseKind, Level, Plan, Reason};

use super::Depth;
use super::alignment::{
    Alignment, ClauseVerdict, DecidedBy, Evidence, Force, Link, LocalVerdict, Nearest, Origin,
    Scope, Status, Wording,
};
use super::change::Changes;
use super::evidence::evidence;
use super::index::{Index, NO_GRAM, Step};
use super::model::Model;
use super::moved;
use super::pair::CONTAINED_LOCAL;
use super::passes::{Judged, Pairs};
use super::summary::Summary;

/// How many of the nearest are named where there is no link.
const NEAREST: usize = 3;
/// Share of a task's wording from which it is known to the reference though
/// no clause there says the same.
const KNOWN: f32 = 0.65;
/// Least share of each part between commas that must stand there too, if
/// nothing of the clause is to be missing.
const LEAST_PART: f32 = 0.15;
/// Weight beneath which a part between commas may be missing: 其中，同时，.
const LIGHT_PART: f32 = 1.0;
/// Share of the clause's wording from which a link is verbatim.
const VERBATIM: f32 = 0.85;
/// A local clause of which less than this goes back to the clause is wider.
const WIDER: f32 = 0.5;

/// Judges all candidates and draws the conclusions.
pub(super) fn alignment(
    reference: &Plan,
    applicability: &[Applicability],
    local: &Plan,
    level: Level,
    pairs: &Pairs,
    model: &Model,
    depth: Depth,
) -> Alignment {
    let considered = Considered {
        pairs,
        model,
        judged: pairs.judge(model),
    };
    let mut linking = Linking {
        considered: &considered,
        found: Found::new(pairs),
        changes: (depth >= Depth::Changes).then(|| Changes::between(reference, local)),
        is_explained: depth >= Depth::Evidence,
    };
    let clauses: Vec<ClauseVerdict> = (0..reference.clauses.len())
        .map(|clause| linking.verdict(clause, applicability[clause].at(level)))
        .collect();
    let known = |clause| known(clause, pairs) >= KNOWN;
    settled(reference, pairs.reference, local, clauses, known)
}

/// What follows from the links: topics taken up, moves, what local clauses go
/// back to, and the counts. `known` tells of a local clause whether nearly all
/// of its words stand in the reference.
pub(super) fn settled(
    reference: &Plan,
    index: &Index,
    local: &Plan,
    mut clauses: Vec<ClauseVerdict>,
    known: impl Fn(ClauseIndex) -> bool,
) -> Alignment {
    mark_topics(&mut clauses, index);
    moved::mark(&mut clauses, index, local);
    let locals = local_verdicts(local, &clauses, known);
    Alignment {
        summary: Summary::of(reference, &clauses, &locals),
        clauses,
        locals,
    }
}

/// The local clauses that share wording with a reference clause, the surest
/// first.
pub(super) fn nearest(pairs: &Pairs, model: &Model, clause: ClauseIndex) -> Vec<Nearest> {
    let considered = Considered {
        pairs,
        model,
        judged: pairs.judge(model),
    };
    let mut found = Found::new(pairs);
    let row = considered.row(clause);
    row.iter()
        .map(|&at| considered.nearest(at, &mut found))
        .collect()
}

/// The candidates as the model judges them.
struct Considered<'p> {
    pairs: &'p Pairs<'p>,
    model: &'p Model,
    judged: Judged,
}

impl Considered<'_> {
    /// The candidates of a clause, the surest first. Where none is sure, the
    /// likeliest sentence goes before a heading, which says less of what is
    /// done.
    fn row(&self, clause: ClauseIndex) -> Vec<usize> {
        let mut row: Vec<usize> = self.pairs.candidates.row(clause).collect();
        row.sort_by(|&one, &other| self.confidence(other).total_cmp(&self.confidence(one)));
        let thresholds = &self.model.thresholds;
        let is_heading = |at: usize| self.pairs.local.entries[self.local(at)].heading;
        let unsure = row
            .first()
            .is_some_and(|&best| is_heading(best) && self.confidence(best) < thresholds.link);
        if unsure && !self.pairs.reference.entries[clause].heading {
            let sentence = row
                .iter()
                .position(|&at| !is_heading(at) && self.confidence(at) >= thresholds.only);
            if let Some(place) = sentence {
                row[..=place].rotate_right(1);
            }
        }
        row
    }

    fn confidence(&self, at: usize) -> f32 {
        self.judged.confidences[at]
    }

    /// How many of a clause's candidates, the surest first, are links.
    fn linked(&self, row: &[usize]) -> usize {
        let thresholds = &self.model.thresholds;
        let sure = row.partition_point(|&at| self.confidence(at) >= thresholds.link);
        let only = row
            .first()
            .is_some_and(|&best| self.confidence(best) >= thresholds.only);
        sure.max(usize::from(only))
    }

    fn local(&self, at: usize) -> ClauseIndex {
        self.pairs.candidates.all[at].local
    }

    /// `found`: the share of the clause's wording that stands in the local
    /// clause.
    fn evidence(&self, at: usize, found: f32) -> Vec<Evidence> {
        evidence(
            self.model,
            &self.judged.values(self.pairs, at),
            found,
            self.judged.shift,
        )
    }

    fn nearest(&self, at: usize, found: &mut Found) -> Nearest {
        let local = self.local(at);
        let taken = found.taken(self.pairs.candidates.all[at].reference, &[local]);
        Nearest {
            local,
            confidence: self.confidence(at),
            evidence: self.evidence(at, taken.share),
        }
    }
}

/// Makes links of candidates.
struct Linking<'p> {
    considered: &'p Considered<'p>,
    found: Found<'p>,
    /// What tells of changes, where they are wanted.
    changes: Option<Changes<'p>>,
    is_explained: bool,
}

impl Linking<'_> {
    fn verdict(&mut self, clause: ClauseIndex, applicability: (Applies, Reason)) -> ClauseVerdict {
        let considered = self.considered;
        let row = considered.row(clause);
        let (linked, rest) = row.split_at(considered.linked(&row));
        let locals: Vec<ClauseIndex> = linked.iter().map(|&at| considered.local(at)).collect();
        let taken = self.found.taken(clause, &locals);
        let nearest = if linked.is_empty() && self.is_explained {
            self.nearest(clause, rest)
        } else {
            Vec::new()
        };
        ClauseVerdict {
            status: match linked.len() {
                0 => Status::Gap,
                _ if taken.is_whole(considered.model) => Status::Covered,
                _ => Status::Partial,
            },
            coverage: taken.share,
            topic_only: false,
            applicability,
            decided_by: DecidedBy::Program,
            links: match linked {
                [only] => vec![self.link(clause, *only, taken)],
                _ => linked
                    .iter()
                    .map(|&at| {
                        let taken = self.found.taken(clause, &[considered.local(at)]);
                        self.link(clause, at, taken)
                    })
                    .collect(),
            },
            nearest,
            remark: None,
        }
    }

    /// The nearest local clauses; where the candidates do not suffice, those
    /// that share too little to be judged.
    fn nearest(&mut self, clause: ClauseIndex, row: &[usize]) -> Vec<Nearest> {
        let (considered, found) = (self.considered, &mut self.found);
        let beneath = considered.pairs.candidates.beneath(clause);
        let judged = row.iter().map(|&at| considered.nearest(at, found));
        judged
            .chain(beneath.map(|local| Nearest {
                local,
                confidence: 0.0,
                evidence: Vec::new(),
            }))
            .take(NEAREST)
            .collect()
    }

    /// `taken` by the linked local clause alone.
    fn link(&self, clause: ClauseIndex, at: usize, taken: Taken) -> Link {
        let considered = self.considered;
        let local = considered.local(at);
        let contains = considered.pairs.values[at][CONTAINED_LOCAL];
        Link {
            local,
            confidence: considered.confidence(at),
            wording: if taken.share >= VERBATIM {
                Wording::Verbatim
            } else {
                Wording::Adapted
            },
            scope: match taken.is_whole(considered.model) {
                true if contains < WIDER => Scope::Wider,
                true => Scope::Whole,
                false => Scope::Part,
            },
            force: match &self.changes {
                Some(changes) => changes.force(clause, local),
                None => Force::Same,
            },
            moved: false,
            changes: match &self.changes {
                Some(changes) => changes.of(clause, local),
                None => Vec::new(),
            },
            evidence: if self.is_explained {
                considered.evidence(at, taken.share)
            } else {
                Vec::new()
            },
            decided_by: DecidedBy::Program,
        }
    }
}

/// Marks the gaps whose paragraph was taken up in one line: its opening
/// clause or a heading above it is linked.
fn mark_topics(clauses: &mut [ClauseVerdict], index: &Index) {
    for clause in 0..clauses.len() {
        let topic = index.entries[clause].topic;
        let mut above = index.above(clause).iter().rev();
        let heading = above.find(|&&above| above != topic);
        clauses[clause].topic_only = clauses[clause].links.is_empty()
            && std::iter::once(&topic)
                .chain(heading)
                .any(|&above| !clauses[above].links.is_empty());
    }
}

/// A task goes back to the reference if a clause there says the same. If none
/// does but nearly all of its words stand there, in whatever clauses, it narrows
/// down or puts together what the reference says: no counterpart of one clause,
/// but no addition either.
fn local_verdicts(
    local: &Plan,
    clauses: &[ClauseVerdict],
    known: impl Fn(ClauseIndex) -> bool,
) -> Vec<LocalVerdict> {
    let mut links: Vec<Vec<(ClauseIndex, f32)>> = vec![Vec::new(); local.clauses.len()];
    for (clause, verdict) in clauses.iter().enumerate() {
        for link in &verdict.links {
            links[link.local].push((clause, link.confidence));
        }
    }
    let origin = |clause: ClauseIndex, links: &[_]| {
        if links.is_empty() && !known(clause) {
            Origin::Local
        } else {
            Origin::Central
        }
    };
    let verdict = |(at, links): (ClauseIndex, Vec<_>)| LocalVerdict {
        kind: local.clauses[at].kind.into(),
        origin: (local.clauses[at].kind == ClauseKind::Measure).then(|| origin(at, &links)),
        links,
    };
    links.into_iter().enumerate().map(verdict).collect()
}

/// The share, by rarity, of a local clause's two-character grams that stand
/// anywhere in the reference.
fn known(local: ClauseIndex, pairs: &Pairs) -> f32 {
    let (mut all, mut met) = (0.0, 0.0);
    for step in pairs.local.steps(local).iter().filter(counted) {
        let weight = pairs.weights.grams[step.two as usize].content;
        all += weight;
        if pairs.reference.has_gram(step.two) {
            met += weight;
        }
    }
    if all == 0.0 { 0.0 } else { met / all }
}

/// Measures how much of a clause's wording stands in local clauses.
struct Found<'p> {
    pairs: &'p Pairs<'p>,
    stands: Vec<u32>,
    stamp: u32,
    /// Of each part of the clause at hand, all weight and what stands there.
    parts: Vec<(f32, f32)>,
}

/// How much of a clause's wording stands in local clauses.
#[derive(Debug, Clone, Copy)]
struct Taken {
    /// By weight.
    share: f32,
    /// The same of the part between commas of which least stands there.
    least: f32,
}

impl Taken {
    fn is_whole(&self, model: &Model) -> bool {
        self.share >= model.thresholds.covered && self.least >= LEAST_PART
    }
}

impl<'p> Found<'p> {
    fn new(pairs: &'p Pairs<'p>) -> Self {
        Self {
            pairs,
            stands: vec![0; pairs.weights.grams.len()],
            stamp: 0,
            parts: Vec::new(),
        }
    }

    /// The share, by weight, of the clause's two-character grams that stand
    /// in any of the local clauses.
    fn taken(&mut self, clause: ClauseIndex, locals: &[ClauseIndex]) -> Taken {
        self.stamp += 1;
        for &local in locals {
            for step in self.pairs.local.steps(local) {
                if step.two != NO_GRAM {
                    self.stands[step.two as usize] = self.stamp;
                }
            }
        }
        let reference = self.pairs.reference;
        self.parts.clear();
        self.parts
            .resize(reference.entries[clause].parts, (0.0, 0.0));
        for step in reference.steps(clause).iter().filter(counted) {
            let weight = self.pairs.weights.grams[step.two as usize].plain;
            let (all, met) = &mut self.parts[usize::from(step.part)];
            *all += weight;
            if self.stands[step.two as usize] == self.stamp {
                *met += weight;
            }
        }
        let (mut all, mut met, mut least) = (0.0, 0.0, 1.0_f32);
        for &(part_all, part_met) in &self.parts {
            all += part_all;
            met += part_met;
            if part_all >= LIGHT_PART {
                least = least.min(part_met / part_all);
            }
        }
        Taken {
            share: if all == 0.0 { 0.0 } else { met / all },
            least,
        }
    }
}

fn counted(step: &&Step) -> bool {
    step.first_two && step.two != NO_GRAM
}
