//! Markdown for pasting: the matrix, what all and none took up, the shared
//! additions.

use std::io::{self, Write};

use super::{Coverage, cell_text};
use crate::report::markdown::{escaped, row};
use crate::task::ClauseIndex;
use crate::words::{Lang, report as words};

/// Writes the matrix as one table, then the lists.
pub fn write(coverage: &Coverage, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## {}\n", escaped(&coverage.reference.title))?;
    writeln!(out, "{}\n", words::cells(lang))?;
    let head = std::iter::once(words::part(lang)).chain(coverage.ids());
    row(head, out)?;
    row((0..=coverage.locals.len()).map(|_| "---"), out)?;
    for found in &coverage.matrix.rows {
        let (citation, text) = coverage.row_head(found.part);
        let cells = found.cells.iter().map(|&cell| cell_text(cell, lang));
        row(
            std::iter::once(format!("{citation} {text}")).chain(cells),
            out,
        )?;
    }
    writeln!(out, "\n{}", words::gap_note(lang))?;
    let matrix = coverage.matrix;
    clauses(
        coverage,
        words::taken_up_by_all(lang),
        &matrix.taken_up_by_all,
        out,
    )?;
    clauses(
        coverage,
        words::taken_up_by_none(lang),
        &matrix.taken_up_by_none,
        out,
    )?;
    shared(coverage, lang, out)
}

fn clauses(
    coverage: &Coverage,
    heading: &str,
    clauses: &[ClauseIndex],
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = &coverage.reference.plan;
    writeln!(out, "\n### {heading} ({})\n", clauses.len())?;
    for &at in clauses {
        item("", &plan.citation(at), plan.text(at), out)?;
    }
    Ok(())
}

/// Each group as one item, its members below it.
fn shared(coverage: &Coverage, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let groups = &coverage.matrix.shared_additions;
    let heading = words::shared_additions(lang);
    writeln!(out, "\n### {heading} ({})\n", groups.len())?;
    for group in groups {
        writeln!(out, "- {}/{}", group.locals(), coverage.locals.len())?;
        for member in &group.members {
            let document = &coverage.locals[member.local].0;
            let plan = &document.plan;
            let place = format!("{} {}", document.name(), plan.citation(member.clause));
            item("  ", &place, plan.text(member.clause), out)?;
        }
    }
    Ok(())
}

fn item(indent: &str, place: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{indent}- **{}** {}", escaped(place), escaped(text))
}
