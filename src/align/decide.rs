//! Which candidates are links, and what that makes of each clause.

use crate::task::{Applicability, ClauseIndex, ClauseKind, Level, Plan};

use super::alignment::{
    Alignment, ClauseVerdict, DecidedBy, Force, Link, LocalVerdict, Nearest, Origin, Scope, Status,
    Wording,
};
use super::index::{NO_GRAM, Step};
use super::model::Model;
use super::moved;
use super::passes::Pairs;
use super::summary::Summary;

/// How many of the nearest are named where there is no link.
const NEAREST: usize = 3;
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
) -> Alignment {
    let (_, confidences) = pairs.judge(model);
    let mut found = Found::new(pairs);
    let mut clauses: Vec<ClauseVerdict> = (0..reference.clauses.len())
        .map(|clause| {
            let mut row: Vec<(usize, f32)> = pairs
                .candidates
                .row(clause)
                .map(|at| (at, confidences[at]))
                .collect();
            row.sort_by(|one, other| other.1.total_cmp(&one.1));
            let mut linked =
                row.partition_point(|&(_, confidence)| confidence >= model.thresholds.link);
            if linked == 0
                && row
                    .first()
                    .is_some_and(|&(_, best)| best >= model.thresholds.only)
            {
                linked = 1;
            }
            let locals: Vec<ClauseIndex> = row[..linked]
                .iter()
                .map(|&(at, _)| pairs.candidates.all[at].local)
                .collect();
            let coverage = found.share(clause, &locals);
            ClauseVerdict {
                status: match linked {
                    0 => Status::Gap,
                    _ if coverage >= model.thresholds.covered => Status::Covered,
                    _ => Status::Partial,
                },
                coverage,
                topic_only: false,
                applicability: applicability[clause].at(level),
                decided_by: DecidedBy::Program,
                links: row[..linked]
                    .iter()
                    .map(|&(at, confidence)| {
                        let other = pairs.candidates.all[at].local;
                        let contained = found.share(clause, &[other]);
                        let local_share = pairs.values[at][1];
                        Link {
                            local: other,
                            confidence,
                            wording: if contained >= VERBATIM {
                                Wording::Verbatim
                            } else {
                                Wording::Adapted
                            },
                            scope: match contained >= model.thresholds.covered {
                                true if local_share < WIDER => Scope::Wider,
                                true => Scope::Whole,
                                false => Scope::Part,
                            },
                            force: Force::Same,
                            moved: false,
                            changes: Vec::new(),
                            evidence: Vec::new(),
                            decided_by: DecidedBy::Program,
                        }
                    })
                    .collect(),
                nearest: if linked == 0 {
                    row.iter()
                        .take(NEAREST)
                        .map(|&(at, confidence)| Nearest {
                            local: pairs.candidates.all[at].local,
                            confidence,
                        })
                        .collect()
                } else {
                    Vec::new()
                },
            }
        })
        .collect();
    mark_topics(&mut clauses, pairs);
    moved::mark(&mut clauses, pairs.reference, local);
    let locals = local_verdicts(local, &clauses);
    Alignment {
        summary: Summary::of(reference, &clauses, &locals),
        clauses,
        locals,
    }
}

/// Marks the gaps whose paragraph was taken up in one line: its opening
/// clause or a heading above it is linked.
fn mark_topics(clauses: &mut [ClauseVerdict], pairs: &Pairs) {
    for clause in 0..clauses.len() {
        let topic = pairs.reference.entries[clause].topic;
        let mut above = pairs.reference.above(clause).iter().rev();
        let heading = above.find(|&&above| above != topic);
        clauses[clause].topic_only = clauses[clause].links.is_empty()
            && std::iter::once(&topic)
                .chain(heading)
                .any(|&above| !clauses[above].links.is_empty());
    }
}

fn local_verdicts(local: &Plan, clauses: &[ClauseVerdict]) -> Vec<LocalVerdict> {
    let mut links: Vec<Vec<(ClauseIndex, f32)>> = vec![Vec::new(); local.clauses.len()];
    for (clause, verdict) in clauses.iter().enumerate() {
        for link in &verdict.links {
            links[link.local].push((clause, link.confidence));
        }
    }
    local
        .clauses
        .iter()
        .zip(links)
        .map(|(clause, links)| LocalVerdict {
            kind: clause.kind.into(),
            origin: (clause.kind == ClauseKind::Measure).then_some(if links.is_empty() {
                Origin::Local
            } else {
                Origin::Central
            }),
            links,
        })
        .collect()
}

/// Measures how much of a clause's wording stands in local clauses.
struct Found<'p> {
    pairs: &'p Pairs<'p>,
    stands: Vec<u32>,
    stamp: u32,
}

impl<'p> Found<'p> {
    fn new(pairs: &'p Pairs<'p>) -> Self {
        Self {
            pairs,
            stands: vec![0; pairs.weights.grams.len()],
            stamp: 0,
        }
    }

    /// The share, by weight, of the clause's two-character grams that stand
    /// in any of the local clauses.
    fn share(&mut self, clause: ClauseIndex, locals: &[ClauseIndex]) -> f32 {
        self.stamp += 1;
        for &local in locals {
            for step in self.pairs.local.steps(local) {
                if step.two != NO_GRAM {
                    self.stands[step.two as usize] = self.stamp;
                }
            }
        }
        let (mut all, mut met) = (0.0, 0.0);
        for step in self.pairs.reference.steps(clause).iter().filter(counted) {
            let weight = self.pairs.weights.grams[step.two as usize].plain;
            all += weight;
            if self.stands[step.two as usize] == self.stamp {
                met += weight;
            }
        }
        if all == 0.0 { 0.0 } else { met / all }
    }
}

fn counted(step: &&Step) -> bool {
    step.first_two && step.two != NO_GRAM
}
