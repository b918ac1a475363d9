//! A workbook with a sheet a plan.

use std::io::{self, Write};

use super::{Compared, grid};
use crate::report::workbook;
use crate::words::{Lang, chain as words};

/// Writes what is asked, what is added, and what the local plan has.
pub fn write(compared: &Compared, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let [asked, added, locals] = compared.counts(lang);
    let sheets = [
        grid::asked(compared, lang)
            .sheet(words::asked(lang))
            .below(asked),
        grid::added(compared, lang)
            .sheet(words::added(lang))
            .below(added),
        grid::locals(compared, lang)
            .sheet(words::locals(lang))
            .below(locals)
            .below(words::note(lang)),
    ];
    workbook::write(&compared.local.title, &sheets, out)
}
