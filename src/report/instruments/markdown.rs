//! Markdown tables for pasting.

use std::io::{self, Write};

use super::{Instruments, grid};
use crate::report::markdown::escaped;
use crate::words::{Lang, instruments as words};

/// Writes the matrix and the counts.
pub fn write(instruments: &Instruments, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## {}\n", escaped(&instruments.reference.title))?;
    grid::matrix(instruments, lang).markdown(out)?;
    writeln!(out)?;
    grid::counts(instruments, lang).markdown(out)?;
    writeln!(out, "\n{}", words::note(lang))
}
