//! How a document's tree differs from the one recorded beside it.

use std::io::{self, Write};

use super::text::{GOOD, POOR, STRONG, styled};
use crate::conform::{Mark, TreeDiff};
use crate::words::visible::visible;

/// Writes what is gone and new, each below the nodes it lies in.
pub fn write(recorded: &str, diff: &TreeDiff, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{}", styled(STRONG, &visible(recorded)))?;
    for (mark, line) in &diff.lines {
        let line = visible(line);
        match mark {
            Mark::Kept => writeln!(out, "  {line}")?,
            Mark::Gone => writeln!(out, "{}", styled(POOR, &format!("- {line}")))?,
            Mark::New => writeln!(out, "{}", styled(GOOD, &format!("+ {line}")))?,
        }
    }
    Ok(())
}
