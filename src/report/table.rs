//! Tables for the terminal.

use std::io::{self, Write};

use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

use super::grid::{Column, Field, Grid};
use super::{Look, label};
use crate::corpus::Entry;
use crate::words::{register, report as words};

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

/// The corpus: one row a document. What no document has gets no column.
pub fn corpus(entries: &[Entry], look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang;
    let mut grid = Grid::new([
        Column::new("id", words::id(lang)),
        Column::new("names", words::names(lang)).at_least(12),
        Column::new("level", words::level(lang)).at_least(10),
        Column::new("place", register::place(lang)),
        Column::new("number", register::number(lang)),
        Column::new("reference", words::answers_to(lang)),
        Column::new("title", words::title(lang)).at_least(24),
    ]);
    for entry in entries {
        let told = |field: &Option<String>| Field::from(field.as_deref().unwrap_or_default());
        grid.rows.push(vec![
            entry.id.as_str().into(),
            entry.names.join(" ").into(),
            label::level(entry.level, lang).into(),
            told(&entry.place),
            told(&entry.number),
            told(&entry.reference),
            entry.title.as_str().into(),
        ]);
    }
    let optional = ["names", "place", "number", "reference"];
    grid.without_empty(&optional).table(look, out)
}
