//! Bytes → text, with its encoding and origin. May refuse (no text in it).

mod decode;
mod docx;
mod exported;
mod html;
mod markdown;
mod mojibake;
mod refuse;
#[cfg(test)]
mod tests;
mod utf16;

use crate::diagnostic::{Diagnostic, Finding, Span};
use crate::words::Lang;
use crate::words::error::Refusal;
use memchr::memmem;
use thiserror::Error;

pub use exported::{Described, DescribedGuide, DescribedHeading};

/// The text of one file and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name it was read under: a path as typed, an id, or `-`.
    pub name: String,
    /// The decoded text: UTF-8, no byte order mark, line breaks kept.
    pub text: String,
    /// The encoding it was read in, as named by the Encoding Standard, in lower case.
    pub encoding: &'static str,
    /// Whether the file began with a byte order mark.
    pub bom: bool,
    /// Size of the file in bytes.
    pub bytes: usize,
    /// SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// What kind of file it was.
    pub format: Format,
    /// What was noticed while reading.
    pub diagnostics: Vec<Diagnostic>,
    /// What an export says of it, where it was read from one.
    pub described: Option<Box<Described>>,
}

/// What kind of file a text was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, kept as it is.
    Markdown,
    /// HTML; the text is what was extracted.
    Html,
    /// Word (.docx); the text is what was extracted.
    Docx,
}

impl Format {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Html, Self::Docx];

    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }
}

/// What may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, and largest extracted text, in bytes.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 100 << 20 }
    }
}

/// Why a file was refused.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{}", self.message(Lang::En))]
pub struct SourceError {
    /// The name of the file, as given.
    pub name: String,
    /// What it is instead of a text.
    pub reason: Refusal,
}

impl SourceError {
    /// The sentence that says what it is and what to do.
    pub fn message(&self, lang: Lang) -> String {
        format!("{}: {}", self.name, self.reason.message(lang))
    }
}

/// Reads a file's bytes as text. A document that this program exported as JSON
/// is what it was before.
///
/// # Errors
///
/// What is no text is refused, with what it is and what to do.
pub fn read(bytes: &[u8], name: &str, limits: &Limits) -> Result<Source, SourceError> {
    if let Some(exported) = read_exported(bytes, name, limits) {
        let mut sources = exported?;
        if sources.len() == 1 {
            return Ok(sources.remove(0));
        }
        return Err(SourceError {
            name: name.to_owned(),
            reason: Refusal::SeveralDocuments {
                count: sources.len(),
            },
        });
    }
    let (decoded, format) = extract(bytes, name, *limits).map_err(|reason| SourceError {
        name: name.to_owned(),
        reason,
    })?;
    let misread_as = decoded.misread_as.map(|from| decode::name(from).to_owned());
    let encoding = decode::name(decoded.encoding);
    let diagnostics = noticed(&decoded.text, decoded.encoding, decoded.guessed, misread_as);
    Ok(Source {
        name: name.to_owned(),
        text: decoded.text,
        encoding,
        bom: decoded.bom,
        bytes: bytes.len(),
        sha256: sha256(bytes),
        format,
        diagnostics,
        described: None,
    })
}

/// The documents of a file that this program exported as JSON; nothing if it
/// is no such file.
///
/// # Errors
///
/// An export whose text was changed afterwards is refused, since it no longer
/// comes from the file that it names.
pub fn read_exported(
    bytes: &[u8],
    name: &str,
    limits: &Limits,
) -> Option<Result<Vec<Source>, SourceError>> {
    if bytes.len() > limits.bytes {
        return None;
    }
    let refused = |reason| SourceError {
        name: name.to_owned(),
        reason,
    };
    exported::read(bytes).map(|read| read.map_err(refused))
}

/// What is told of the way from bytes to text.
fn noticed(
    text: &str,
    encoding: &'static encoding_rs::Encoding,
    guessed: bool,
    misread_as: Option<String>,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    if guessed {
        let encoding = decode::name(encoding).into();
        let finding = Finding::GuessedEncoding { encoding };
        diagnostics.push(Diagnostic::new(finding, Span::new(0, 0)));
    }
    if let Some(from) = misread_as {
        let finding = Finding::MojibakeUndone { from };
        diagnostics.push(Diagnostic::new(finding, Span::new(0, 0)));
    }
    diagnostics.extend(replaced(text));
    diagnostics
}

fn extract(bytes: &[u8], name: &str, limits: Limits) -> Result<(decode::Decoded, Format), Refusal> {
    if bytes.len() > limits.bytes {
        return Err(Refusal::TooLarge {
            limit: limits.bytes,
        });
    }
    if let Some(refusal) = refuse::foreign(bytes, name) {
        return Err(refusal);
    }
    if docx::is_zip(bytes) {
        let text = docx::extract(bytes, limits)?;
        return with_text(decode::Decoded::utf8(text), Format::Docx);
    }
    let mut decoded = decode::decode(bytes);
    if refuse::mostly_control(&decoded.text) {
        return Err(Refusal::Binary);
    }
    if refuse::blank(&decoded.text) {
        return Err(Refusal::Blank);
    }
    if let Some(undone) = mojibake::undo(&decoded.text) {
        decoded.text = undone.text;
        decoded.misread_as = Some(undone.from);
    }
    let is_markdown = markdown::is_markdown(&decoded.text);
    if html::is_page(&decoded.text) || (!is_markdown && html::is_html(&decoded.text)) {
        decoded.text = html::extract(&decoded.text);
        return with_text(decoded, Format::Html);
    }
    let format = if is_markdown {
        Format::Markdown
    } else {
        Format::Text
    };
    Ok((decoded, format))
}

fn with_text(
    decoded: decode::Decoded,
    format: Format,
) -> Result<(decode::Decoded, Format), Refusal> {
    if refuse::blank(&decoded.text) {
        Err(Refusal::WithoutText)
    } else {
        Ok((decoded, format))
    }
}

/// One diagnostic, at the first place, for all characters that were lost here
/// or before: U+FFFD, and 锟斤拷, which it becomes when saved and read as GBK.
fn replaced(text: &str) -> Option<Diagnostic> {
    const LOST: [&str; 2] = ["\u{FFFD}", "锟斤拷"];
    let places = LOST.iter().flat_map(|lost| {
        let found = memmem::find_iter(text.as_bytes(), lost);
        found.map(|at| Span::new(at, at + lost.len()))
    });
    let count = places.clone().count();
    Some(Diagnostic::new(
        Finding::TextReplaced { count },
        places.min()?,
    ))
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    use std::fmt::Write;
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
