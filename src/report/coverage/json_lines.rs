//! `plan.coverage-column/1`: a line for each local plan.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::json::CellForm;
use super::{Column, row_id};
use crate::report::json::{Head, SummaryForm, write_line};

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'a> {
    #[schemars(extend("const" = "plan.coverage-column/1"))]
    schema: &'static str,
    reference: Reference<'a>,
    local: Head<'a>,
    summary: SummaryForm<'a>,
    rows: Vec<RowForm<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Reference<'a> {
    id: &'a str,
    sha256: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct RowForm<'a> {
    id: &'a str,
    #[serde(flatten)]
    cell: CellForm,
}

/// Writes the column on one line.
pub fn write(column: &Column, out: &mut dyn Write) -> io::Result<()> {
    let rows = column.rows.iter().flat_map(|row| {
        row.cells.iter().map(|found| RowForm {
            id: row_id(column.reference, row.part),
            cell: found.into(),
        })
    });
    let form = Form {
        schema: "plan.coverage-column/1",
        reference: Reference {
            id: &column.reference.id,
            sha256: &column.reference.source.sha256,
        },
        local: Head::of(column.local),
        summary: SummaryForm::new(&column.alignment.summary, &column.reference.plan),
        rows: rows.collect(),
    };
    write_line(&form, out)
}
