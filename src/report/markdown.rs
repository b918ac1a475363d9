//! Pieces of Markdown.

use std::io::{self, Write};

/// One row of a table; what Markdown would take for a mark is escaped.
pub(super) fn row<F: AsRef<str>>(
    fields: impl IntoIterator<Item = F>,
    out: &mut dyn Write,
) -> io::Result<()> {
    write!(out, "|")?;
    for field in fields {
        write!(out, " {} |", escaped(field.as_ref()))?;
    }
    writeln!(out)
}

/// Text without what Markdown would take for a mark.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in super::text::clean(text).chars() {
        match c {
            '|' | '\\' | '*' | '_' | '`' | '[' | ']' | '#' => escaped.extend(['\\', c]),
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_break_out_of_its_cell() {
        let mut out = Vec::new();
        row(["a|b", "<script>", "*甲*"], &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "| a\\|b | &lt;script> | \\*甲\\* |\n"
        );
    }
}
