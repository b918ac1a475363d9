//! One diagnostic a line, each an object of its own, for `jq` and for streams.

use super::{Findings, json};
use crate::words::Lang;
use std::io::{self, Write};

/// Writes one object a line.
pub fn write(findings: &Findings, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for form in json::forms(findings, lang) {
        serde_json::to_writer(&mut *out, &form)?;
        writeln!(out)?;
    }
    Ok(())
}
