//! Results that have every form.

use std::io::{self, Write};

use super::Look;
use crate::words::Lang;

/// A result that can be written for programs, for a terminal, for pasting and
/// for Excel.
pub trait Forms {
    /// Writes its JSON form.
    fn json(&self, out: &mut dyn Write) -> io::Result<()>;
    /// Writes comma-separated values, tidy; with a byte order mark Excel shows
    /// Chinese.
    fn csv(&self, bom: bool, lang: Lang, out: &mut dyn Write) -> io::Result<()>;
    /// Writes Markdown.
    fn markdown(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()>;
    /// Writes a workbook.
    fn xlsx(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()>;
    /// Writes tables for the terminal.
    fn table(&self, look: &Look, out: &mut dyn Write) -> io::Result<()>;
}

/// The forms of a result are those that the modules of these names write.
macro_rules! forms {
    ($result:ident) => {
        impl crate::report::Forms for $result<'_> {
            fn json(&self, out: &mut dyn std::io::Write) -> std::io::Result<()> {
                json::write(self, out)
            }
            fn csv(
                &self,
                bom: bool,
                lang: crate::words::Lang,
                out: &mut dyn std::io::Write,
            ) -> std::io::Result<()> {
                grid::tidy(self, lang).csv(bom, out)
            }
            fn markdown(
                &self,
                lang: crate::words::Lang,
                out: &mut dyn std::io::Write,
            ) -> std::io::Result<()> {
                markdown::write(self, lang, out)
            }
            fn xlsx(
                &self,
                lang: crate::words::Lang,
                out: &mut dyn std::io::Write,
            ) -> std::io::Result<()> {
                xlsx::write(self, lang, out)
            }
            fn table(
                &self,
                look: &crate::report::Look,
                out: &mut dyn std::io::Write,
            ) -> std::io::Result<()> {
                table::write(self, look, out)
            }
        }
    };
}
