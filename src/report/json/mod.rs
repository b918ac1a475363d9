//! JSON forms. Their names are a contract; each form has a file with its types.

mod alignment;
mod document;
mod eval;

pub use alignment::alignment;
pub(super) use alignment::{CoverageForm, SummaryForm};
pub use document::{document, documents};
pub use eval::evaluation;

use std::io::{self, Write};

use serde::Serialize;

use super::Document;
use crate::corpus::Entry;
use crate::diagnostic::json::Place;
use crate::diagnostic::{Positions, Span};

/// The program that wrote a form.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Program {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
}

pub(super) const PROGRAM: Program = Program {
    name: env!("CARGO_PKG_NAME"),
    version: env!("CARGO_PKG_VERSION"),
};

/// Which document a form speaks of.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Head<'d> {
    id: &'d str,
    title: &'d str,
    level: &'static str,
    sha256: &'d str,
}

impl<'d> Head<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        Self {
            id: &document.id,
            title: &document.title,
            level: document.level.name(),
            sha256: &document.source.sha256,
        }
    }
}

/// A piece of the text and where it stands.
#[derive(Debug, Clone, Serialize)]
struct Piece<'t> {
    text: &'t str,
    span: Place,
}

impl<'t> Piece<'t> {
    fn new(span: Span, text: &'t str, positions: &Positions) -> Self {
        Self {
            text: span.of(text),
            span: Place::new(span, positions),
        }
    }
}

/// Rounds a share or confidence to four places, so that data stay readable.
pub(super) fn rounded(value: f32) -> f64 {
    (f64::from(value) * 10_000.0).round() / 10_000.0
}

pub(super) fn write<T: Serialize>(form: &T, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, form)?;
    writeln!(out)
}

/// The register of a corpus.
pub fn corpus(entries: &[Entry], out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Corpus<'c> {
        schema: &'static str,
        program: Program,
        documents: Vec<Row<'c>>,
    }
    #[derive(Serialize)]
    struct Row<'c> {
        id: &'c str,
        names: &'c [String],
        title: &'c str,
        level: &'static str,
        place: Option<&'c str>,
        reference: Option<&'c str>,
        date: Option<&'c str>,
        file: &'c str,
        sha256: &'c str,
    }
    let documents = entries.iter().map(|entry| Row {
        id: &entry.id,
        names: &entry.names,
        title: &entry.title,
        level: entry.level.name(),
        place: entry.place.as_deref(),
        reference: entry.reference.as_deref(),
        date: entry.date.as_deref(),
        file: &entry.file,
        sha256: &entry.sha256,
    });
    write(
        &Corpus {
            schema: "plan.corpus/1",
            program: PROGRAM,
            documents: documents.collect(),
        },
        out,
    )
}
