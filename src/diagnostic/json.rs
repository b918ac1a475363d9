//! The form `plan.diagnostics/1`.

use super::{Diagnostic, Findings, Positions, Span};
use crate::words::Lang;
use schemars::JsonSchema;
use serde::Serialize;
use std::io::{self, Write};

/// A diagnostic as all data forms show it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DiagnosticForm<'a> {
    code: &'static str,
    name: &'static str,
    #[schemars(extend("enum" = ["error", "warning", "info"]))]
    severity: &'static str,
    message: String,
    file: &'a str,
    span: Place,
    node: Option<&'a str>,
    fix: Option<FixForm<'a>>,
}

/// A span as all data forms show it: bytes, and the line and column of its
/// start, both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct FixForm<'a> {
    span: Place,
    text: &'a str,
}

impl Place {
    /// The span with its place among the lines of its text.
    pub fn new(span: Span, positions: &Positions) -> Self {
        let at = positions.at(span.start);
        Self {
            start: span.start,
            end: span.end,
            line: at.line,
            column: at.column,
        }
    }
}

impl<'a> DiagnosticForm<'a> {
    /// The diagnostic of a file whose text `positions` indexes.
    pub fn new(
        diagnostic: &'a Diagnostic,
        file: &'a str,
        positions: &Positions,
        lang: Lang,
    ) -> Self {
        Self {
            code: diagnostic.code(),
            name: diagnostic.rule().name(),
            severity: diagnostic.severity().name(),
            message: diagnostic.message(lang),
            file,
            span: Place::new(diagnostic.span, positions),
            node: diagnostic.node.as_deref(),
            fix: diagnostic.fix.as_ref().map(|fix| FixForm {
                span: Place::new(fix.span, positions),
                text: &fix.text,
            }),
        }
    }
}

#[derive(Serialize, JsonSchema)]
/// All that was noticed about documents.
pub struct DiagnosticsForm<'a> {
    #[schemars(extend("const" = "plan.diagnostics/1"))]
    schema: &'static str,
    documents: usize,
    accepted: usize,
    diagnostics: Vec<DiagnosticForm<'a>>,
}

/// Writes one object with all diagnostics.
pub fn write(findings: &Findings, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let form = DiagnosticsForm {
        schema: "plan.diagnostics/1",
        documents: findings.documents.len(),
        accepted: findings.accepted,
        diagnostics: forms(findings, lang).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &form)?;
    writeln!(out)
}

/// All diagnostics in their data form.
pub(super) fn forms(findings: &Findings, lang: Lang) -> impl Iterator<Item = DiagnosticForm<'_>> {
    findings.documents.iter().flat_map(move |document| {
        let positions = document.positions();
        document.diagnostics.iter().map(move |diagnostic| {
            DiagnosticForm::new(diagnostic, &document.file, &positions, lang)
        })
    })
}
