//! `plan.refusal/1`: a line of input that no document could be read from.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::write_line;

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'m> {
    #[schemars(extend("const" = "plan.refusal/1"))]
    schema: &'static str,
    /// Counted from 1.
    line: usize,
    error: &'m str,
}

/// Says on one line why line `line`, counted from 1, was refused.
pub fn refusal_line(line: usize, message: &str, out: &mut dyn Write) -> io::Result<()> {
    let form = Form {
        schema: "plan.refusal/1",
        line,
        error: message,
    };
    write_line(&form, out)
}
