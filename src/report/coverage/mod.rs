//! A coverage matrix; one file a form.

mod csv;
pub(super) mod json;
mod markdown;
mod table;
mod xlsx;

pub use csv::write as csv;
pub use json::write as json;
pub use markdown::write as markdown;
pub use table::write as table;
pub use xlsx::write as xlsx;

use super::{Document, label};
use crate::align::Alignment;
use crate::survey::{Cell, Matrix, Part};
use crate::task::Applies;
use crate::words::{Lang, label as words};

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
        let plan = &self.reference.plan;
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

    fn row_id(&self, part: Part) -> &'a str {
        match part {
            Part::Node(node) => &self.reference.plan.outline.nodes[node].id,
            Part::Clause(clause) => &self.reference.plan.clauses[clause].id,
        }
    }

    fn names(&self) -> impl Iterator<Item = &'a str> {
        self.locals.iter().map(|(document, _)| document.name())
    }

    fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.locals.iter().map(|(document, _)| document.id.as_str())
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
            applies: Applies::Higher,
            status,
            ..
        } => {
            format!(
                "{} ({})",
                label::status(status, lang),
                words::applies_higher(lang)
            )
        }
        Cell::Verdict {
            topic_only: true, ..
        } => words::topic_only(lang).to_owned(),
        Cell::Verdict { status, .. } => label::status(status, lang).to_owned(),
    }
}
