//! A workbook: the matrix, and the wording behind each of its cells.

use std::io::{self, Write};

use super::{Instruments, grid};
use crate::report::workbook;
use crate::words::{Lang, instruments as words, workbook as sheets};

/// Writes a sheet a view.
pub fn write(instruments: &Instruments, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let title = &instruments.reference.title;
    let sheets = [
        grid::matrix(instruments, lang)
            .sheet(words::sheet(lang))
            .below(words::note(lang)),
        grid::tidy(instruments, lang).sheet(words::wording_sheet(lang)),
        grid::counts(instruments, lang).sheet(sheets::summary(lang)),
    ];
    workbook::write(title, &sheets, out)
}
