//! JSON forms. Their names are a contract; each form has a file with its types.

pub(super) mod alignment;
pub(super) mod code;
pub(super) mod document;
pub(super) mod eval;
pub(super) mod explain;
pub(super) mod lines;
pub(super) mod refusal;
pub(super) mod register;

pub(super) use alignment::{CoverageForm, DecisionsForm, SummaryForm};
pub use alignment::{alignment, alignment_line};
pub use document::{document, document_line, documents};
pub use eval::evaluation;
pub use explain::explanation;
pub use lines::lines;
pub use refusal::refusal_line;
pub use register::corpus;

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::Document;
use crate::diagnostic::json::Place;
use crate::diagnostic::{Positions, Span};
use crate::task::Level;
use code::Code;

/// The program that wrote a form.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Program {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
}

pub(super) const PROGRAM: Program = Program {
    name: env!("CARGO_PKG_NAME"),
    version: env!("CARGO_PKG_VERSION"),
};

/// Which document a form speaks of.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Head<'d> {
    id: &'d str,
    title: &'d str,
    level: Code<Level>,
    sha256: &'d str,
}

impl<'d> Head<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        Self {
            id: &document.id,
            title: &document.title,
            level: Code(document.level),
            sha256: &document.source.sha256,
        }
    }
}

/// Where an export comes from.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Provenance<'d> {
    id: &'d str,
    file: &'d str,
    sha256: &'d str,
    encoding: &'d str,
    bytes: usize,
    guide: Option<&'d str>,
    guide_sha256: Option<&'d str>,
}

pub(super) fn provenance(document: &Document) -> Provenance<'_> {
    let guide = document.guide.as_ref();
    Provenance {
        id: &document.id,
        file: &document.source.name,
        sha256: &document.source.sha256,
        encoding: document.source.encoding,
        bytes: document.source.bytes,
        guide: guide.map(|guide| guide.id.as_str()),
        guide_sha256: guide.map(|guide| guide.sha256.as_str()),
    }
}

/// A piece of the text and where it stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
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

/// Writes a form on one line.
pub(super) fn write_line<T: Serialize>(form: &T, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, form)?;
    out.write_all(b"\n")
}

pub(super) fn write<T: Serialize>(form: &T, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, form)?;
    writeln!(out)
}
