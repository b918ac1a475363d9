//! A coverage matrix; one file a form.

mod csv;
pub(super) mod json;
pub(super) mod json_lines;
mod markdown;
mod table;
mod xlsx;

pub use csv::{head as csv_head, write as csv};
pub use json::write as json;
pub use json_lines::write as json_lines;
pub use markdown::write as markdown;
pub use table::write as table;
pub use xlsx::write as xlsx;

use super::{Document, label};
use crate::align::{Alignment, DecidedBy};
use crate::survey::{Cell, Matrix, Part, Row};
use crate::task::Applies;
use crate::words::{Lang, decisions, label as words};

/// A reference, the local plans compared with it, and the matrix.
#[derive(Debug, Clone, Copy)]
pub struct Coverage<'a> {
    /// The central plan.
    pub reference: &'a Document,
    /// The local plans with their alignments, in the order of the columns.
    pub locals: &'a [(Document, Alignment)],
    /// What was found.
    pub matrix: &'a Matrix,
}

impl<'a> Coverage<'a> {
    /// Citation and wording of a row.
    fn row_head(&self, part: Part) -> (String, &'a str) {
        row_head(self.reference, part)
    }

    fn row_id(&self, part: Part) -> &'a str {
        row_id(self.reference, part)
    }

    fn names(&self) -> impl Iterator<Item = &'a str> {
        self.locals.iter().map(|(document, _)| document.name())
    }

    fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.locals.iter().map(|(document, _)| document.id.as_str())
    }
}

/// One local plan's column of a matrix, for the forms that are written plan by
/// plan.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// The central plan.
    pub reference: &'a Document,
    /// The local plan.
    pub local: &'a Document,
    /// How it compares.
    pub alignment: &'a Alignment,
    /// The rows, of one cell each.
    pub rows: &'a [Row],
}

fn row_head(reference: &Document, part: Part) -> (String, &str) {
    let plan = &reference.plan;
    match part {
        Part::Node(node) => {
            let heading = plan.outline.nodes[node].heading;
            (
                plan.outline.citation(node),
                heading.map_or("", |span| span.of(&plan.outline.text)),
            )
        }
        Part::Clause(clause) => (plan.citation(clause), plan.text(clause)),
    }
}

fn row_id(reference: &Document, part: Part) -> &str {
    match part {
        Part::Node(node) => &reference.plan.outline.nodes[node].id,
        Part::Clause(clause) => &reference.plan.clauses[clause].id,
    }
}

/// A cell in few columns: `21 25 30 / 38`, or the status.
fn cell_text(cell: Cell, lang: Lang) -> String {
    match cell {
        Cell::Coverage(coverage) if coverage.counted == 0 => "–".to_owned(),
        Cell::Coverage(coverage) => format!(
            "{} {} {} / {}",
            coverage.covered,
            coverage.covered + coverage.partial,
            coverage.covered + coverage.partial + coverage.topic_only,
            coverage.counted
        ),
        Cell::Verdict {
            status,
            topic_only,
            applies,
            decided_by,
        } => {
            let is_higher = applies == Applies::Higher;
            let said = if topic_only && !is_higher {
                words::topic_only(lang)
            } else {
                label::status(status, lang)
            };
            let remarks = [
                is_higher.then(|| words::applies_higher(lang)),
                (decided_by == DecidedBy::Reader).then(|| decisions::decided(lang)),
            ];
            match remarks.into_iter().flatten().collect::<Vec<_>>() {
                remarks if remarks.is_empty() => said.to_owned(),
                remarks => format!("{said} ({})", remarks.join("; ")),
            }
        }
    }
}
