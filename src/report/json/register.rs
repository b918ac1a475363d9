//! `plan.corpus/1`: the register of a corpus.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::code::Code;
use super::{PROGRAM, Program, write};
use crate::corpus::Entry;
use crate::task::Level;

/// The registered documents in the order of the register.
pub fn corpus(entries: &[Entry], out: &mut dyn Write) -> io::Result<()> {
    let documents = entries.iter().map(|entry| Row {
        id: &entry.id,
        names: &entry.names,
        title: &entry.title,
        level: Code(entry.level),
        place: entry.place.as_deref(),
        reference: entry.reference.as_deref(),
        date: entry.date.as_deref(),
        number: entry.number.as_deref(),
        file: &entry.file,
        sha256: &entry.sha256,
    });
    write(
        &Form {
            schema: "plan.corpus/1",
            program: PROGRAM,
            documents: documents.collect(),
        },
        out,
    )
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'c> {
    #[schemars(extend("const" = "plan.corpus/1"))]
    schema: &'static str,
    program: Program,
    documents: Vec<Row<'c>>,
}

#[derive(Serialize, JsonSchema)]
struct Row<'c> {
    id: &'c str,
    names: &'c [String],
    title: &'c str,
    level: Code<Level>,
    place: Option<&'c str>,
    reference: Option<&'c str>,
    date: Option<&'c str>,
    number: Option<&'c str>,
    file: &'c str,
    sha256: &'c str,
}
