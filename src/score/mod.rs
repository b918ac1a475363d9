//! An alignment and a crosswalk → figures.
//!
//! Knows nothing of output.

mod calibration;
mod crosswalk;
mod figures;
mod judgement;
mod matching;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use calibration::{Calibration, Tenth};
pub use crosswalk::{CodedClause, CodedLink, CodedLocal, Crosswalk, CrosswalkError};
pub use figures::{Figures, Ratio, figures};
pub use judgement::Judgement;

use crate::align::Labelled;
use crate::task::{Level, Plan};
use matching::Matching;

/// A crosswalk in the form that the model is fitted to.
pub fn labelled<'p>(
    crosswalk: &Crosswalk,
    reference: &'p Plan,
    local: &'p Plan,
    level: Level,
) -> Labelled<'p> {
    let spans = |plan: &'p Plan| plan.clauses.iter().map(|clause| clause.span);
    let matching = Matching::new(crosswalk, spans(reference), spans(local));
    let mut strengths = BTreeMap::new();
    for (coded, links) in matching.coded_links.iter().enumerate() {
        for &(other, strength) in links {
            for &clause in &matching.reference.clauses_of[coded] {
                for &local in &matching.local.clauses_of[other] {
                    let best = strengths.entry((clause, local)).or_insert(0);
                    *best = strength.max(*best);
                }
            }
        }
    }
    Labelled {
        reference,
        local,
        level,
        strengths,
        judged: crosswalk
            .partial
            .then(|| matching.reference.judged().collect()),
    }
}
