//! What is noticed about units and titles.

#[cfg(test)]
mod tests;
mod title;
mod unit;

use crate::diagnostic::Diagnostic;
use crate::outline::Outline;

use super::{Clause, Responsibility};

/// All that was noticed, in the order of the text.
pub(super) fn notice(
    outline: &Outline,
    clauses: &[Clause],
    tasks: &[bool],
    entries: &[Responsibility],
) -> Vec<Diagnostic> {
    let mut noticed = unit::named_twice(outline, entries);
    noticed.extend(unit::without(outline, tasks, entries));
    noticed.extend(title::deleted(outline, clauses));
    noticed.sort_by_key(|diagnostic| diagnostic.span);
    noticed
}
