//! `datapackage.json`: what the tables beside it hold and where they come from
//! (Frictionless Data Package, version 1).

use std::io;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::Exported;
use super::origin::Origin;
use super::tables::{Column, Foreign, Table};
use crate::report::json::{self, PROGRAM};
use crate::words::{Lang, codebook as words};

const NAME: &str = "datapackage.json";

/// The files that an export wrote into a folder, as its description lists
/// them; none where there is no description.
pub fn listed(folder: &Path) -> Vec<String> {
    let text = std::fs::read(folder.join(NAME)).unwrap_or_default();
    let package: Value = serde_json::from_slice(&text).unwrap_or_default();
    let is_ours = package["program"]["name"] == PROGRAM.name;
    let resources = package["resources"].as_array().filter(|_| is_ours);
    let paths = resources
        .into_iter()
        .flatten()
        .filter_map(|resource| resource["path"].as_str());
    paths.chain([NAME]).map(str::to_owned).collect()
}

/// The name of the file and its content.
pub(super) fn file(
    exported: &Exported,
    tables: &[Table],
    extension: &str,
    lang: Lang,
) -> io::Result<(String, Vec<u8>)> {
    let resources: Vec<Value> = tables
        .iter()
        .map(|table| resource(table, extension, lang))
        .collect();
    let origin = Origin::of(exported);
    let package = json!({
        "profile": "tabular-data-package",
        "name": "plan-tables",
        "description": words::tables(lang),
        "program": origin.program,
        "decisions": origin.decisions,
        "sources": origin.sources,
        "resources": resources,
    });
    let mut content = Vec::new();
    json::write(&package, &mut content)?;
    Ok((NAME.to_owned(), content))
}

fn resource(table: &Table, extension: &str, lang: Lang) -> Value {
    let mut schema = Map::new();
    let fields: Vec<Value> = table
        .columns
        .iter()
        .map(|column| field(column, lang))
        .collect();
    schema.insert("fields".into(), fields.into());
    if !table.key.is_empty() {
        schema.insert("primaryKey".into(), table.key.into());
    }
    if !table.foreign.is_empty() {
        let foreign: Vec<Value> = table.foreign.iter().map(foreign).collect();
        schema.insert("foreignKeys".into(), foreign.into());
    }
    json!({
        "name": table.name,
        "path": format!("{}.{extension}", table.name),
        "format": extension,
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn field(column: &Column, lang: Lang) -> Value {
    let mut field = json!({
        "name": column.name,
        "type": column.kind.name(),
        "description": (column.says)(lang),
    });
    let codes = (column.codes)();
    if !codes.is_empty() {
        field["constraints"] = json!({ "enum": codes });
    }
    field
}

fn foreign((fields, table, others): &Foreign) -> Value {
    json!({ "fields": fields, "reference": { "resource": table, "fields": others } })
}
