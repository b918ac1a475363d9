//! Reference plan and local plan → links, statuses, evidence, changes.
//!
//! Knows nothing of files and output.

mod alignment;
mod summary;

pub use alignment::{
    Alignment, Change, ClauseVerdict, DecidedBy, Evidence, Force, Link, LocalKind, LocalVerdict,
    Nearest, Origin, Scope, Status, Wording,
};

pub use summary::{Chapter, Coverage, Summary};

use crate::task::{Level, Plan};

/// A reference plan prepared once for many alignments.
#[derive(Debug)]
pub struct Reference<'p> {
    /// The plan.
    pub plan: &'p Plan,
}

impl<'p> Reference<'p> {
    /// Indexes the reference.
    pub fn new(plan: &'p Plan) -> Self {
        Self { plan }
    }

    /// Aligns a local plan of the given level with the reference.
    pub fn align(&self, local: &Plan, level: Level) -> Alignment {
        Alignment::of_gaps(self.plan, local, level)
    }
}
