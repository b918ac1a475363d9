//! Comma-separated values as Excel and the data programs read them.

use std::borrow::Cow;
use std::io::{self, Write};

/// Rows written one after the other (RFC 4180).
pub(super) struct Rows<'w> {
    writer: csv::Writer<&'w mut dyn Write>,
}

impl<'w> Rows<'w> {
    /// Begins a file; with a byte order mark Excel shows Chinese.
    pub(super) fn new(out: &'w mut dyn Write, bom: bool) -> io::Result<Self> {
        if bom {
            out.write_all("\u{FEFF}".as_bytes())?;
        }
        Ok(Self {
            writer: csv::Writer::from_writer(out),
        })
    }

    /// Writes one row. A field that a spreadsheet would take for a formula
    /// gets an apostrophe before it, which spreadsheets do not show.
    pub(super) fn row<F: AsRef<str>>(
        &mut self,
        fields: impl IntoIterator<Item = F>,
    ) -> io::Result<()> {
        for field in fields {
            self.writer
                .write_field(harmless(field.as_ref()).as_ref())
                .map_err(cause)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(cause)
    }

    /// Writes what is still held back.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// The failure itself, so that a closed pipe is known for one.
fn cause(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}

fn harmless(field: &str) -> Cow<'_, str> {
    no_formula(super::text::clean(field))
}

/// The text with an apostrophe before what a spreadsheet would take for a
/// formula.
pub(super) fn no_formula(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠'])
        && text.parse::<f64>().is_err()
    {
        Cow::Owned(format!("'{text}"))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_pipe_is_told_as_one() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut out = Closed;
        let mut rows = Rows::new(&mut out, false).unwrap();
        let long = "甲".repeat(100_000);
        let error = rows
            .row([long])
            .and_then(|()| rows.row(["乙"]))
            .unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn fields_are_quoted_and_formulas_made_harmless() {
        let mut out = Vec::new();
        let mut rows = Rows::new(&mut out, true).unwrap();
        rows.row(["甲,乙", "说“好”", "=1+1", "-3.5", "@SUM(A1)"])
            .unwrap();
        rows.finish().unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "\u{FEFF}\"甲,乙\",说“好”,'=1+1,-3.5,'@SUM(A1)\n"
        );
    }
}
