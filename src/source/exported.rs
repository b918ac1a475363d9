//! Documents that this program exported (`plan.document/1`, and several as
//! `plan.documents/1`): the text with the origin recorded there, and what is
//! said of each document besides. The tree is read anew from the text.

use encoding_rs::Encoding;
use serde::Deserialize;

use super::{Format, Source, decode, noticed, sha256};
use crate::words::error::Refusal;

/// What an export says of a document besides its text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Described {
    /// Its short name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The level of government, by its name in data.
    pub level: String,
    /// What people call it.
    #[serde(default)]
    pub called: Option<String>,
    /// The place that it is for.
    #[serde(default)]
    pub place: Option<String>,
    /// The document whose headings guided the restoring of damaged text.
    pub guide: Option<DescribedGuide>,
}

/// What an export says of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DescribedGuide {
    /// Its id.
    pub id: String,
    /// SHA-256 of its file.
    pub sha256: String,
    /// Its headings.
    #[serde(default)]
    pub headings: Vec<DescribedHeading>,
}

/// A heading of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DescribedHeading {
    /// Depth, from 1.
    pub level: u8,
    /// The heading without its number.
    pub text: String,
}

#[derive(Deserialize)]
struct Exported {
    document: Head,
    text: String,
}

#[derive(Deserialize)]
struct Several {
    documents: Vec<Exported>,
}

#[derive(Deserialize)]
struct Head {
    #[serde(flatten)]
    described: Described,
    source: Origin,
}

#[derive(Deserialize)]
struct Origin {
    name: String,
    sha256: String,
    encoding: String,
    bom: bool,
    bytes: usize,
    format: String,
    guessed: bool,
    misread_as: Option<String>,
}

/// How such files begin, but for blanks.
const ONE: &str = r#"{"schema":"plan.document/1","#;
const SEVERAL: &str = r#"{"schema":"plan.documents/1","#;

/// The documents that were exported; nothing if the file is no such export.
pub(super) fn read(bytes: &[u8]) -> Option<Result<Vec<Source>, Refusal>> {
    let exported = if begins_with(bytes, ONE) {
        vec![serde_json::from_slice::<Exported>(bytes).ok()?]
    } else if begins_with(bytes, SEVERAL) {
        serde_json::from_slice::<Several>(bytes).ok()?.documents
    } else {
        return None;
    };
    let mut sources = Vec::new();
    for one in exported {
        let source = one.source()?;
        if is_changed(&source) {
            let id = source.described.map_or(source.name, |told| told.id);
            return Some(Err(Refusal::ChangedExport { id }));
        }
        sources.push(source);
    }
    Some(Ok(sources))
}

fn begins_with(bytes: &[u8], beginning: &str) -> bool {
    let mut found = bytes.iter().filter(|byte| !byte.is_ascii_whitespace());
    beginning.bytes().all(|byte| found.next() == Some(&byte))
}

impl Exported {
    fn source(self) -> Option<Source> {
        let Self { document, text } = self;
        let origin = document.source;
        let encoding = Encoding::for_label(origin.encoding.as_bytes())?;
        Some(Source {
            name: origin.name,
            encoding: decode::name(encoding),
            bom: origin.bom,
            bytes: origin.bytes,
            sha256: origin.sha256,
            format: Format::ALL
                .into_iter()
                .find(|format| format.name() == origin.format)?,
            diagnostics: noticed(&text, encoding, origin.guessed, origin.misread_as),
            text,
            described: Some(Box::new(document.described)),
        })
    }
}

/// Whether the text is not that of the file it is said to come from. The bytes
/// of the file are known where it was sound UTF-8.
fn is_changed(source: &Source) -> bool {
    let is_as_it_was = matches!(source.format, Format::Text | Format::Markdown)
        && source.encoding == "utf-8"
        && source.diagnostics.is_empty();
    let mark = if source.bom { "\u{FEFF}" } else { "" };
    is_as_it_was && sha256([mark, &source.text].concat().as_bytes()) != source.sha256
}
