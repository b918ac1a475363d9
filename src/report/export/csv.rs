//! Tidy tables as CSV (RFC 4180, UTF-8) with a Frictionless Data Package that
//! describes them.

use std::io;

use super::tables::{Table, Value, tables};
use super::{Exported, Files, package};
use crate::words::Lang;

/// A file a table, and `datapackage.json`.
pub fn files(exported: &Exported, lang: Lang) -> io::Result<Files> {
    let tables = tables(exported, lang);
    let mut files = vec![package::file(exported, &tables, "csv", lang)?];
    for table in &tables {
        files.push((format!("{}.csv", table.name), rows(table)?));
    }
    Ok(files)
}

/// Values as they are: these tables are read by programs, which must find the
/// bytes of the source, so that nothing is put before what a spreadsheet would
/// take for a formula.
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
        Value::Text(text) => text.clone().into_owned(),
        Value::Integer(count) => count.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Boolean(value) => value.to_string(),
    }
}
