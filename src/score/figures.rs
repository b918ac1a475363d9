//! How well an alignment agrees with a crosswalk.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::align::Status;

use super::crosswalk::Crosswalk;
use super::judgement::Judgement;
use super::matching::Matching;

/// Precision, recall and what lies between them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Ratio {
    /// Of what was predicted, how much is right: the number of right ones and of all.
    pub predicted: [usize; 2],
    /// Of what was coded, how much was found: the number of found ones and of all.
    pub coded: [usize; 2],
}

impl Ratio {
    /// Share of the predicted that is right.
    pub fn precision(&self) -> f64 {
        share(self.predicted)
    }

    /// Share of the coded that was found.
    pub fn recall(&self) -> f64 {
        share(self.coded)
    }

    /// The harmonic mean of both.
    pub fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 {
            0.0
        } else {
            2.0 * precision * recall / (precision + recall)
        }
    }
}

/// `part` of `whole`; of nothing, all.
pub(super) fn share([part, whole]: [usize; 2]) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

/// The figures of one alignment against one crosswalk.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Links of strength 2 and 3; those of strength 1 neither count nor harm.
    pub links: Ratio,
    /// Links of any strength.
    pub lax_links: Ratio,
    /// Found and all coded links of strength 1, 2 and 3.
    pub recall_by_strength: [[usize; 2]; 3],
    /// Gaps among measures of undisputed status.
    pub gaps: Ratio,
    /// Measures of undisputed status by coded status (first index) and
    /// predicted status, in the order covered, partial, gap.
    pub statuses: [[usize; 3]; 3],
    /// Local tasks without counterpart.
    pub additions: Ratio,
}

impl Figures {
    /// Share of the coded links of one strength (1–3) that were found.
    pub fn recall_of_strength(&self, strength: usize) -> f64 {
        share(self.recall_by_strength[strength - 1])
    }

    /// Share of measures whose status agrees.
    pub fn status_agreement(&self) -> f64 {
        let agreed = (0..3).map(|at| self.statuses[at][at]).sum();
        share([agreed, self.statuses.iter().flatten().sum()])
    }

    /// Cohen's kappa of the status: agreement beyond what chance gives.
    pub fn status_kappa(&self) -> f64 {
        let all: usize = self.statuses.iter().flatten().sum();
        if all == 0 {
            return 1.0;
        }
        let chance: f64 = (0..3)
            .map(|at| {
                let coded: usize = self.statuses[at].iter().sum();
                let predicted: usize = self.statuses.iter().map(|row| row[at]).sum();
                (coded * predicted) as f64 / (all * all) as f64
            })
            .sum();
        if chance >= 1.0 {
            1.0
        } else {
            (self.status_agreement() - chance) / (1.0 - chance)
        }
    }
}

/// Scores a judgement of the two documents that were coded.
pub fn figures(crosswalk: &Crosswalk, judgement: &Judgement) -> Figures {
    let matching = judgement.matched(crosswalk);
    let mut found = BTreeSet::new();
    let (mut strong, mut weak, mut wrong) = (0, 0, 0);
    for (clause, verdict) in judgement.clauses.iter().enumerate() {
        if crosswalk.partial && matching.reference.coded_of[clause].is_empty() {
            continue;
        }
        for &(local, _) in &verdict.links {
            let coded = matching.coded(clause, local);
            match coded.iter().map(|&(_, _, strength)| strength).max() {
                Some(2..) => strong += 1,
                Some(_) => weak += 1,
                None => wrong += 1,
            }
            found.extend(coded.into_iter().map(|(clause, local, _)| (clause, local)));
        }
    }
    let mut recall_by_strength = [[0; 2]; 3];
    for (clause, links) in matching.coded_links.iter().enumerate() {
        for &(local, strength) in links {
            let [hit, all] = &mut recall_by_strength[usize::from(strength) - 1];
            *all += 1;
            *hit += usize::from(found.contains(&(clause, local)));
        }
    }
    let [[weak_hit, weak_all], [hit_2, all_2], [hit_3, all_3]] = recall_by_strength;
    Figures {
        links: Ratio {
            predicted: [strong, strong + wrong],
            coded: [hit_2 + hit_3, all_2 + all_3],
        },
        lax_links: Ratio {
            predicted: [strong + weak, strong + weak + wrong],
            coded: [weak_hit + hit_2 + hit_3, weak_all + all_2 + all_3],
        },
        recall_by_strength,
        gaps: gaps(crosswalk, &matching, judgement),
        statuses: statuses(crosswalk, &matching, judgement),
        additions: additions(crosswalk, &matching, judgement),
    }
}

fn gaps(crosswalk: &Crosswalk, matching: &Matching, judgement: &Judgement) -> Ratio {
    let mut ratio = Ratio {
        predicted: [0, 0],
        coded: [0, 0],
    };
    for (at, clause) in crosswalk.clauses.iter().enumerate() {
        let only_weak = clause.links.iter().map(|link| link.strength).max() == Some(1);
        if clause.kind != "measure" || clause.status == "disputed" || only_weak {
            continue;
        }
        let coded = clause.status == "gap";
        let predicted = predicted(matching, at, judgement) == Status::Gap;
        ratio.coded[1] += usize::from(coded);
        ratio.predicted[1] += usize::from(predicted);
        ratio.coded[0] += usize::from(coded && predicted);
        ratio.predicted[0] += usize::from(coded && predicted);
    }
    ratio
}

/// The status that the clauses at a coded sentence amount to: a gap if all
/// are, or if there are none.
fn predicted(matching: &Matching, coded: usize, judgement: &Judgement) -> Status {
    let mut all = matching.reference.clauses_of[coded]
        .iter()
        .map(|&clause| judgement.clauses[clause].status);
    let Some(first) = all.next() else {
        return Status::Gap;
    };
    if all.all(|status| status == first) {
        first
    } else {
        Status::Partial
    }
}

fn statuses(crosswalk: &Crosswalk, matching: &Matching, judgement: &Judgement) -> [[usize; 3]; 3] {
    const ORDER: [Status; 3] = [Status::Covered, Status::Partial, Status::Gap];
    let mut table = [[0; 3]; 3];
    for (at, clause) in crosswalk.clauses.iter().enumerate() {
        let coded = ORDER
            .iter()
            .position(|status| status.name() == clause.status);
        if let (Some(coded), "measure") = (coded, clause.kind.as_str()) {
            let predicted = predicted(matching, at, judgement);
            let predicted = ORDER.iter().position(|&status| status == predicted);
            table[coded][predicted.expect("all three stand there")] += 1;
        }
    }
    table
}

fn additions(crosswalk: &Crosswalk, matching: &Matching, judgement: &Judgement) -> Ratio {
    let mut ratio = Ratio {
        predicted: [0, 0],
        coded: [0, 0],
    };
    for (at, local) in crosswalk.locals.iter().enumerate() {
        if local.kind != "task" {
            continue;
        }
        let clauses = &matching.local.clauses_of[at];
        let mut judged = clauses.iter().map(|&clause| &judgement.locals[clause]);
        let predicted =
            judged.clone().any(|local| local.addition) && judged.all(|local| !local.linked);
        let coded = local.origin == "local";
        ratio.coded[1] += usize::from(coded);
        ratio.predicted[1] += usize::from(predicted);
        ratio.coded[0] += usize::from(coded && predicted);
        ratio.predicted[0] += usize::from(coded && predicted);
    }
    ratio
}
