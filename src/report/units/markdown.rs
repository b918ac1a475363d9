//! Markdown tables for pasting.

use std::io::{self, Write};

use super::{Units, grid};
use crate::words::{Lang, report, units as words};

/// Writes a heading and a table for each document, or one table of several.
pub fn write(units: &Units, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    if units.with && units.body.is_none() {
        for (_, document, found) in units.naming() {
            writeln!(out, "## {}\n\n{}\n", document.title, words::matrix(lang))?;
            let square = grid::matrix(found, usize::MAX, |_, body| body.name.clone(), lang);
            square.markdown(out)?;
            writeln!(out)?;
        }
    } else if units.naming().count() > 1 && units.body.is_none() {
        writeln!(out, "{}\n", words::cells(lang))?;
        grid::side_by_side(units, lang).markdown(out)?;
    } else {
        grid::tidy(units, lang).markdown(out)?;
        return Ok(());
    }
    for document in units.silent() {
        writeln!(out, "\n{}: {}", document.id, report::no_units(lang))?;
    }
    Ok(())
}
