//! Bytes → text, with its encoding and origin. May refuse (no text in it).

use crate::diagnostic::Diagnostic;
use crate::words::{Lang, error};
use thiserror::Error;

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
    pub reason: error::Refusal,
}

impl SourceError {
    /// The sentence that says what it is and what to do.
    pub fn message(&self, lang: Lang) -> String {
        format!("{}: {}", self.name, self.reason.message(lang))
    }
}

/// Reads a file's bytes as text.
pub fn read(bytes: &[u8], name: &str, limits: &Limits) -> Result<Source, SourceError> {
    let refuse = |reason| {
        Err(SourceError {
            name: name.to_owned(),
            reason,
        })
    };
    if bytes.len() > limits.bytes {
        return refuse(error::Refusal::TooLarge {
            bytes: bytes.len(),
            limit: limits.bytes,
        });
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return refuse(error::Refusal::Binary);
    };
    if text.trim().is_empty() {
        return refuse(error::Refusal::Empty);
    }
    Ok(Source {
        name: name.to_owned(),
        text: text.to_owned(),
        encoding: "utf-8",
        bom: false,
        bytes: bytes.len(),
        sha256: sha256(bytes),
        format: Format::Text,
        diagnostics: Vec::new(),
    })
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
