//! Tables for the terminal.

use std::io::{self, Write};

use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

use super::text::clean;
use super::{Look, label};
use crate::corpus::Entry;
use crate::words::report as words;

/// Lines above, below the header and below, so that eighty columns suffice.
const LINES: TableStyle = lines('─');
const ASCII_LINES: TableStyle = lines('-');

const fn lines(line: char) -> TableStyle {
    let line = LineStyle::none().fill(line).junction(line);
    TableStyle::new()
        .top_border(line)
        .header_separator(line)
        .bottom_border(line)
}

/// An empty table of this look, with its header.
pub(super) fn table(look: &Look, header: impl IntoIterator<Item = String>) -> Table {
    let mut table = Table::new();
    table
        .load_style(if look.ascii { ASCII_LINES } else { LINES })
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(look.width).unwrap_or(u16::MAX))
        .set_header(header.into_iter().map(Cell::new));
    table
}

/// A right-aligned cell.
pub(super) fn number(text: impl ToString) -> Cell {
    Cell::new(text).set_alignment(CellAlignment::Right)
}

/// The corpus: one row a document.
pub fn corpus(entries: &[Entry], look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang;
    let mut table = table(
        look,
        [
            words::id(lang),
            words::names(lang),
            words::level(lang),
            words::answers_to(lang),
            words::title(lang),
        ]
        .map(str::to_owned),
    );
    for entry in entries {
        table.add_row([
            entry.id.clone(),
            entry.names.join(" "),
            label::level(entry.level, lang).to_owned(),
            entry.reference.clone().unwrap_or_default(),
            clean(&entry.title).into_owned(),
        ]);
    }
    writeln!(out, "{table}")
}
