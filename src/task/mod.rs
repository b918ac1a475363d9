//! A tree → a plan: tasks, clauses, units, instruments, deadlines.
//!
//! Knows nothing of other documents.

mod cite;
mod plan;

pub use plan::{
    Applicability, Applies, Clause, ClauseIndex, ClauseKind, Deadline, Instrument, Level, Plan,
    Reason, Responsibility, Role, Unit,
};

use crate::outline::Outline;

/// Reads the tasks of an outline.
pub fn read(outline: Outline) -> Plan {
    Plan {
        tasks: vec![false; outline.nodes.len()],
        outline,
        clauses: Vec::new(),
        responsibilities: Vec::new(),
        diagnostics: Vec::new(),
    }
}
