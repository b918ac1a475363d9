//! Three plans compared: what the first asks, what the one between adds, what
//! is the local plan's own. One file a form.

mod grid;
pub(super) mod json;
mod markdown;
mod table;
mod xlsx;

use super::Document;
use crate::align::Status;
use crate::survey::{Chain, Provenance, Reach};
use crate::task::{ClauseIndex, Plan};
use crate::words::{Lang, chain as words};

/// Three plans and how they compare.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// The plan that asks.
    pub reference: &'a Document,
    /// The plan between.
    pub between: &'a Document,
    /// The local plan.
    pub local: &'a Document,
    /// What came down from where.
    pub chain: &'a Chain,
}

forms!(Compared);

/// Where clauses stand, as one text.
fn citations(plan: &Plan, clauses: &[ClauseIndex]) -> String {
    let citations = clauses.iter().map(|&clause| plan.citation(clause));
    citations.collect::<Vec<_>>().join("、")
}

impl Compared<'_> {
    /// The counts, a sentence a plan.
    fn counts(&self, lang: Lang) -> [String; 3] {
        let reached = Reach::ALL.map(|reach| self.chain.reached(reach));
        let from = Provenance::ALL.map(|source| self.chain.from(source));
        let statuses = [Status::Covered, Status::Partial, Status::Gap];
        [
            words::asked_counted(reached, lang),
            words::added_counted(statuses.map(|status| self.chain.added_with(status)), lang),
            words::locals_counted(from, lang),
        ]
    }
}

fn reach(reach: Reach, lang: Lang) -> &'static str {
    match reach {
        Reach::Both => words::both(lang),
        Reach::Between => words::between_only(lang),
        Reach::Local => words::local_only(lang),
        Reach::Neither => words::neither(lang),
    }
}

fn source(source: Provenance, lang: Lang) -> &'static str {
    match source {
        Provenance::Reference => words::of_reference(lang),
        Provenance::Between => words::of_between(lang),
        Provenance::Own => words::own(lang),
    }
}
