//! What was taken in from a folder: a table for the terminal, a sheet that a
//! person corrects.

use std::io::{self, Write};

use super::csv::Rows;
use super::text::clean;
use super::workbook::{self, Cell, Column, Sheet};
use super::{Look, label, table};
use crate::corpus::{FIELDS, Fields};
use crate::task::Level;
use crate::words::{Lang, label as named, register as words};

/// Fields and file of a document.
pub type Row = (Fields, String);

/// Shown on a terminal: all but the other names and the file.
const SHOWN: [&str; 7] = [
    "id",
    "level",
    "place",
    "number",
    "date",
    "reference",
    "title",
];

/// The documents that were added.
pub fn table(rows: &[Row], look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let headings = SHOWN.map(|name| words::heading(name)(look.lang).to_owned());
    let mut table = table::table(look, headings);
    for (fields, _) in rows {
        table.add_row(SHOWN.map(|name| clean(&shown(fields, name, look.lang)).into_owned()));
    }
    writeln!(out, "{table}")
}

/// The register as comma-separated values.
pub fn csv(rows: &[Row], bom: bool, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = Rows::new(out, bom)?;
    csv.row(
        FIELDS
            .iter()
            .chain(&["file"])
            .map(|name| words::heading(name)(lang)),
    )?;
    for (fields, file) in rows {
        let fields = FIELDS.iter().map(|name| shown(fields, name, lang));
        csv.row(fields.chain([file.clone()]))?;
    }
    csv.finish()
}

/// The register as a workbook, and what could not be read with what to do.
pub fn xlsx(
    rows: &[Row],
    unreadable: &[(String, String)],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let columns = FIELDS.iter().map(|&name| {
        let column = Column::new(words::heading(name)(lang));
        match name {
            "level" => column.choices([
                named::central(lang),
                named::province(lang),
                named::city(lang),
                named::county(lang),
            ]),
            _ => column.filled_in(),
        }
    });
    let columns = columns.chain([Column::new(words::file(lang))]);
    let mut register = Sheet::new(words::sheet(lang), columns)
        .above(words::sheet(lang))
        .above(words::how_to_correct(lang));
    for (fields, file) in rows {
        let cells = FIELDS
            .iter()
            .map(|name| Cell::from(shown(fields, name, lang)));
        register.row(cells.chain([Cell::from(file.as_str())]));
    }
    let mut sheets = vec![register];
    if !unreadable.is_empty() {
        let columns = [words::file(lang), words::reason(lang)].map(Column::new);
        let mut refused =
            Sheet::new(words::unreadable(lang), columns).above(words::unreadable(lang));
        for (file, reason) in unreadable {
            refused.row([Cell::from(file.as_str()), Cell::from(reason.as_str())]);
        }
        sheets.push(refused);
    }
    workbook::write(words::sheet(lang), &sheets, out)
}

/// A field as a reader sees it: levels by their words.
fn shown(fields: &Fields, name: &str, lang: Lang) -> String {
    let value = fields
        .iter()
        .find(|(known, _)| *known == name)
        .map_or("", |(_, value)| value.as_str());
    match Level::from_name(value).filter(|_| name == "level") {
        Some(level) => label::level(level, lang).to_owned(),
        None => value.to_owned(),
    }
}
