//! A document that this program exported (`plan.document/1`): its text, with
//! the origin recorded there. The tree is read anew from the text.

use encoding_rs::Encoding;
use serde::Deserialize;

use super::{Format, Source, decode, noticed};

#[derive(Deserialize)]
struct Exported {
    document: Head,
    text: String,
}

#[derive(Deserialize)]
struct Head {
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

/// How such a file begins, but for blanks.
const BEGINNING: &str = r#"{"schema":"plan.document/1","#;

/// The text that was exported; nothing if the file is no such export.
pub(super) fn read(bytes: &[u8]) -> Option<Source> {
    let mut beginning = bytes.iter().filter(|byte| !byte.is_ascii_whitespace());
    if !BEGINNING
        .bytes()
        .all(|byte| beginning.next() == Some(&byte))
    {
        return None;
    }
    let Exported { document, text } = serde_json::from_slice(bytes).ok()?;
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
    })
}
