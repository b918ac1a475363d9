//! A workbook to keep up to date: all tasks, and a sheet for each unit that
//! leads where asked for.

use std::io::{self, Write};

use super::{Ledger, Line, grid};
use crate::report::workbook::{self, Sheet};
use crate::words::{Lang, ledger as words, report};

/// Writes the sheets.
pub fn write(ledger: &Ledger, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut sheets = vec![sheet(ledger, words::sheet(lang), &ledger.lines(), lang)];
    if ledger.by_lead && !ledger.document.plan.responsibilities.is_empty() {
        for part in ledger.parts(lang) {
            let name = part.name.unwrap_or_default();
            sheets.push(sheet(ledger, name, &part.lines, lang));
        }
    }
    if ledger.document.plan.responsibilities.is_empty() {
        let first = sheets.remove(0);
        sheets.insert(0, first.below(report::no_units(lang)));
    }
    workbook::write(&ledger.document.title, &sheets, out)
}

fn sheet(ledger: &Ledger, name: &str, lines: &[Line], lang: Lang) -> Sheet {
    let mut sheet = grid::to_read(ledger, lines, lang).sheet(name);
    sheet = sheet.below(words::terms(ledger.ledger.period, lang));
    if let Some(reference) = ledger.reference {
        sheet = sheet.below(words::rests_on_what(&reference.title, lang));
    }
    sheet
}
