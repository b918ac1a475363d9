//! An alignment and a crosswalk → figures.
//!
//! Knows nothing of output.

mod calibration;
mod crosswalk;
mod figures;
mod matching;

use std::collections::BTreeMap;

pub use calibration::{Calibration, Tenth};
pub use crosswalk::{CodedClause, CodedLink, CodedLocal, Crosswalk, CrosswalkError};
pub use figures::{Figures, Ratio};

use crate::align::{Alignment, Labelled, Model, Reference};
use crate::task::{Level, Plan};
use matching::Matching;

/// A crosswalk with the two plans it is about.
#[derive(Debug)]
pub struct Case<'p> {
    /// What was coded.
    pub crosswalk: &'p Crosswalk,
    /// The reference.
    pub reference: &'p Plan,
    /// The local plan.
    pub local: &'p Plan,
    /// The level that the local plan speaks for.
    pub level: Level,
}

impl<'p> Case<'p> {
    /// Aligns the two plans by the model.
    pub fn align(&self, model: &Model) -> Alignment {
        Reference::new(self.reference).align_by(model, self.local, self.level)
    }

    /// Scores an alignment of the two plans.
    pub fn figures(&self, alignment: &Alignment) -> Figures {
        figures::figures(self.crosswalk, self.reference, self.local, alignment)
    }

    /// Adds an alignment's links to a calibration.
    pub fn calibrate(&self, alignment: &Alignment, calibration: &mut Calibration) {
        calibration::add(
            calibration,
            self.crosswalk,
            self.reference,
            self.local,
            alignment,
        );
    }

    /// The case as the model is fitted to it.
    pub fn labelled(&self) -> Labelled<'p> {
        let matching = Matching::new(self.crosswalk, self.reference, self.local);
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
            reference: self.reference,
            local: self.local,
            strengths,
        }
    }
}

/// Fits a model to all the cases together.
pub fn fit(cases: &[&Case]) -> Model {
    let labelled: Vec<Labelled> = cases.iter().map(|case| case.labelled()).collect();
    crate::align::fit(&labelled)
}
