//! A tree → a plan: tasks, clauses, units, instruments, deadlines.
//!
//! Knows nothing of other documents.

mod answerable;
mod applicability;
mod cite;
mod clause;
mod date;
mod deadline;
mod instrument;
mod kind;
mod notice;
mod plan;
mod responsibility;
mod sentence;
mod tasks;
mod untitled;

pub use answerable::applicability;
pub use date::{Date, date, date_in_line};
pub use plan::{
    Applicability, Applies, Clause, ClauseIndex, ClauseKind, Deadline, Instrument, Level, Plan,
    Reason, Responsibility, Role, Unit,
};
pub use untitled::untitled;

use crate::outline::Outline;

/// Reads the tasks of an outline.
pub fn read(outline: Outline) -> Plan {
    let stops = sentence::Stops::of(&outline.text);
    let clauses = clause::clauses(&outline, stops);
    let mut tasks = tasks::tasks(&outline, &clauses);
    let (responsibilities, mut diagnostics) = responsibility::read(&outline, &tasks);
    tasks::add_named(&outline, &responsibilities, &mut tasks);
    diagnostics.extend(notice::notice(
        &outline,
        &clauses,
        &tasks,
        &responsibilities,
    ));
    Plan {
        outline,
        tasks,
        clauses,
        responsibilities,
        diagnostics,
    }
}
