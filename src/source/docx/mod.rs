//! Word documents (ISO/IEC 29500, `.docx`) → lines of text.
//!
//! A paragraph is a line, a table row is one line with its cells divided by
//! tabs, and the numbers that Word makes stand in the text as they are
//! printed. Deleted and hidden text, notes, page heads and feet are left out.

mod body;
mod format;
mod numbering;
mod package;
mod styles;
mod table;
#[cfg(test)]
mod tests;
mod xml;

use super::Limits;
use crate::words::error::Refusal;
use numbering::Numbering;
use package::Package;
use styles::Styles;

/// Whether the file is a zip, the form of every Word document.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The text of a Word document; refuses a zip that is none.
pub(super) fn extract(bytes: &[u8], limits: Limits) -> Result<String, Refusal> {
    let mut package = Package::open(bytes, limits)?;
    let part = package.main_part()?;
    let related = package.related(&part)?;
    let styles = match &related.styles {
        Some(part) => Styles::parse(&package.read(part)?).map_err(|fault| fault.refusal(part))?,
        None => Styles::default(),
    };
    let numbering = match &related.numbering {
        Some(part) => {
            Numbering::parse(&package.read(part)?, &styles).map_err(|fault| fault.refusal(part))?
        }
        None => Numbering::default(),
    };
    body::lines(&package.read(&part)?, &styles, numbering).map_err(|fault| fault.refusal(&part))
}
