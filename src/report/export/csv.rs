//! Tidy tables as CSV (RFC 4180, UTF-8) with a Frictionless Data Package that
//! describes them.

use std::borrow::Cow;
use std::io;

use super::tables::{Table, Value, tables};
use super::{Exported, Files, package};
use crate::report::csv::no_formula;
use crate::words::Lang;
use crate::words::visible::visible;

/// A file a table, and `datapackage.json`.
pub fn files(exported: &Exported, lang: Lang) -> io::Result<Files> {
    let tables = tables(exported, lang);
    let mut files = vec![package::file(exported, &tables, "csv", lang)?];
    for table in &tables {
        files.push((format!("{}.csv", table.name), rows(table)?));
    }
    Ok(files)
}

/// Texts as they are, line breaks too, since programs look for them in the
/// source; but a table may also be opened in a spreadsheet or a terminal, so
/// that formulas and what steers are made harmless. JSON has the bytes.
fn rows(table: &Table) -> io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| column.name))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(field))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

fn field(value: &Value) -> String {
    match value {
        Value::None => String::new(),
        Value::Text(text) => no_formula(steering_nothing(text)).into_owned(),
        Value::Integer(count) => count.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Boolean(value) => value.to_string(),
    }
}

/// The text with what acts made visible, but for breaks and tabs.
fn steering_nothing(text: &str) -> Cow<'_, str> {
    if matches!(visible(text), Cow::Borrowed(_)) {
        return Cow::Borrowed(text);
    }
    let pieces = text.split_inclusive(['\r', '\n', '\t']).map(|piece| {
        let end = piece.trim_end_matches(['\r', '\n', '\t']).len();
        visible(&piece[..end]) + &piece[end..]
    });
    Cow::Owned(pieces.collect())
}
