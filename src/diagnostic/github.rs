//! Annotations of GitHub Actions: workflow commands such as
//! `::warning file=…,line=…::message`.
//!
//! Escapes as the runner undoes them:
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.

use super::{Findings, Severity, concise};
use crate::words::{Lang, visible::visible};
use std::io::{self, Write};

/// Writes one annotation a diagnostic, and one a refused file.
pub fn write(findings: &Findings, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for document in &findings.documents {
        let positions = document.positions();
        let file = property(&document.file);
        for diagnostic in &document.diagnostics {
            let start = positions.at(diagnostic.span.start);
            let end = positions.at(diagnostic.span.end);
            let command = match diagnostic.severity() {
                Severity::Info => "notice",
                Severity::Warning => "warning",
                Severity::Error => "error",
            };
            write!(
                out,
                "::{command} title={} {},file={file},line={},col={},endLine={}",
                diagnostic.code(),
                diagnostic.rule().name(),
                start.line,
                start.column,
                end.line,
            )?;
            // The page draws columns only within one line.
            if start.line == end.line {
                write!(out, ",endColumn={}", end.column)?;
            }
            let line = concise::line(document, &positions, diagnostic, lang);
            writeln!(out, "::{}", message(&line))?;
        }
    }
    for refused in &findings.refused {
        let text = message(&visible(&refused.message));
        writeln!(out, "::error file={}::{text}", property(&refused.file))?;
    }
    Ok(())
}

fn message(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(&visible(text))
        .replace(':', "%3A")
        .replace(',', "%2C")
}
