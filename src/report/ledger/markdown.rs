//! Markdown tables for pasting.

use std::io::{self, Write};

use super::{Ledger, grid};
use crate::report::markdown::escaped;
use crate::words::{Lang, report};

/// Writes a table of all lines, or one for each unit that leads.
pub fn write(ledger: &Ledger, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## {}\n", escaped(&ledger.document.title))?;
    if ledger.document.plan.responsibilities.is_empty() && ledger.by_lead {
        writeln!(out, "{}\n", report::no_units(lang))?;
    }
    for (at, part) in ledger.shown(lang).iter().enumerate() {
        if let Some(name) = part.name {
            let apart = if at == 0 { "" } else { "\n" };
            writeln!(out, "{apart}### {}\n", escaped(name))?;
        }
        grid::to_read(ledger, &part.lines, lang).markdown(out)?;
    }
    Ok(())
}
