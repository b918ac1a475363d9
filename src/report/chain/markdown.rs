//! Markdown tables for pasting.

use std::io::{self, Write};

use super::{Compared, grid};
use crate::report::markdown::escaped;
use crate::words::{Lang, chain as words};

/// Writes the counts and a table a plan.
pub fn write(compared: &Compared, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## {}\n", escaped(&compared.local.title))?;
    for document in [compared.between, compared.reference] {
        writeln!(out, "{}\n", escaped(&document.title))?;
    }
    let parts = [
        (words::asked(lang), grid::asked(compared, lang)),
        (words::added(lang), grid::added(compared, lang)),
        (words::locals(lang), grid::locals(compared, lang)),
    ];
    for ((heading, rows), counted) in parts.into_iter().zip(compared.counts(lang)) {
        writeln!(out, "### {heading}\n\n{counted}\n")?;
        rows.markdown(out)?;
        writeln!(out)?;
    }
    writeln!(out, "{}", words::note(lang))
}
