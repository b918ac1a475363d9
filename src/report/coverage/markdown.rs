//! A Markdown table for pasting.

use std::io::{self, Write};

use super::{Coverage, cell_text};
use crate::report::markdown::row;
use crate::words::{Lang, report as words};

/// Writes the matrix as one Markdown table under a heading.
pub fn write(coverage: &Coverage, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## {}\n", coverage.reference.title)?;
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
    writeln!(out, "\n{}", words::gap_note(lang))
}
