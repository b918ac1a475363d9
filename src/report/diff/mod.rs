//! A comparison: coverage by chapter, the clauses with their counterparts, the
//! local additions. One file a form.

mod csv;
mod decided;
mod markdown;
mod select;
mod side_by_side;
mod table;
mod xlsx;

pub use csv::write as csv;
pub use markdown::write as markdown;
pub use side_by_side::write as side_by_side;
pub use table::write as table;
pub(super) use table::{about, lead_units, mark, remarks, style, wrapped_after};
pub use xlsx::write as xlsx;

use super::{Comparison, label};
use crate::align::{ClauseVerdict, Coverage, Status};
use crate::outline::{NodeIndex, Outline};
use crate::task::Applies;
use crate::words::{Lang, label as named, report as words};

/// The nearest numbered node with a heading that holds a node.
fn section_of(outline: &Outline, node: NodeIndex) -> Option<NodeIndex> {
    std::iter::once(node)
        .chain(outline.ancestors(node))
        .find(|&at| outline.nodes[at].num.is_some() && outline.nodes[at].heading.is_some())
}

pub(super) fn numbered_heading(outline: &Outline, node: NodeIndex) -> String {
    let node = &outline.nodes[node];
    let num = node.num.map_or("", |num| num.span.of(&outline.text));
    let heading = node.heading.map_or("", |heading| heading.of(&outline.text));
    format!("{num}{heading}")
}

/// The rows of the table of coverage: each chapter, the sum, and what is
/// counted apart.
pub(super) fn coverage_rows(comparison: &Comparison, lang: Lang) -> Vec<(String, Coverage)> {
    let summary = &comparison.alignment.summary;
    let outline = &comparison.reference.plan.outline;
    let chapters = summary.chapters.iter();
    chapters
        .filter(|chapter| chapter.coverage.counted > 0)
        .map(|chapter| (numbered_heading(outline, chapter.node), chapter.coverage))
        .chain([
            (words::total(lang).to_owned(), summary.total),
            (words::organisation(lang).to_owned(), summary.organisation),
        ])
        .collect()
}

/// What is said below the table of coverage.
pub(super) fn coverage_notes(comparison: &Comparison, lang: Lang) -> [String; 4] {
    let summary = &comparison.alignment.summary;
    let total = summary.total;
    let (covered, either) = summary.paragraph_means;
    [
        words::outside(
            total.higher + summary.organisation.higher,
            total.unclear + summary.organisation.unclear,
            lang,
        ),
        words::paragraph_means(covered, either, lang),
        words::moves_and_origins(summary.moved, summary.origins.0, summary.origins.1, lang),
        words::gap_note(lang).to_owned(),
    ]
}

/// The status in words, a gap whose topic was taken up told from others.
fn status(verdict: &ClauseVerdict, lang: Lang) -> &'static str {
    match verdict.status {
        Status::Gap if verdict.topic_only => named::topic_only(lang),
        status => label::status(status, lang),
    }
}

/// Whether a clause is a higher level's duty and taken up nevertheless.
fn is_taken_up_unasked(verdict: &ClauseVerdict) -> bool {
    verdict.applicability.0 == Applies::Higher && verdict.status != Status::Gap
}
