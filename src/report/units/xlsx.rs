//! A workbook: all units, their tasks, and who works with whom.

use std::io::{self, Write};

use super::{Units, grid};
use crate::report::workbook;
use crate::words::{Lang, units as words, workbook as sheets};

/// Writes a sheet a view; with one unit asked for, only what concerns it.
pub fn write(units: &Units, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut written = vec![
        grid::all(units, lang).sheet(sheets::units(lang)),
        grid::tasks(units, lang).sheet(words::tasks_of_units(lang)),
        grid::pairs(units, lang).sheet(words::pairs(lang)),
    ];
    if units.naming().count() > 1 {
        let beside = grid::side_by_side(units, lang).sheet(words::beside(lang));
        written.insert(1, beside.below(words::cells(lang)));
    }
    workbook::write(sheets::units(lang), &written, out)
}
