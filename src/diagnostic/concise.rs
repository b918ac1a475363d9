//! One line a diagnostic: `file:line:column: CODE message`.

use super::{Checked, Diagnostic, Findings, Positions};
use crate::words::{Lang, visible::visible};
use std::io::{self, Write};

/// Writes one line a diagnostic.
pub fn write(findings: &Findings, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for document in &findings.documents {
        let positions = document.positions();
        for diagnostic in &document.diagnostics {
            writeln!(out, "{}", line(document, &positions, diagnostic, lang))?;
        }
    }
    Ok(())
}

/// The line of one diagnostic, safe to print.
pub(super) fn line(
    document: &Checked,
    positions: &Positions,
    diagnostic: &Diagnostic,
    lang: Lang,
) -> String {
    let at = positions.at(diagnostic.span.start);
    format!(
        "{}:{}:{}: {} {}",
        visible(&document.file),
        at.line,
        at.column,
        diagnostic.code(),
        visible(&diagnostic.message(lang))
    )
}
