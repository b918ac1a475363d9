//! The zip around a Word document: which part is the text, and reading parts
//! without trusting what the archive says of itself.

use super::super::Limits;
use super::xml::{Event, Xml};
use crate::words::error::{PartFault, Refusal};
use encoding_rs::Encoding;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// A part may unpack to this many times its packed size. Long documents with
/// much formatting reach about 40.
const RATIO: u64 = 200;
/// Below this size the ratio does not matter.
const HARMLESS: u64 = 4 << 20;

pub(super) struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    limit: u64,
}

/// The parts that say what a document's paragraphs look like.
#[derive(Debug, Default)]
pub(super) struct Related {
    pub styles: Option<String>,
    pub numbering: Option<String>,
}

impl<'b> Package<'b> {
    /// Opens the archive and refuses one that is no Word document or has a
    /// path that leads out of it.
    pub(super) fn open(bytes: &'b [u8], limits: Limits) -> Result<Self, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            if memchr::memmem::find(bytes, b"word/").is_some() {
                broken(".docx", PartFault::Archive)
            } else {
                Refusal::Archive
            }
        })?;
        let mut holds_document = false;
        let mut other = Refusal::Archive;
        for name in zip.file_names_raw() {
            if climbs(name) {
                return Err(Refusal::ClimbingPath {
                    path: String::from_utf8_lossy(name).into_owned(),
                });
            }
            match name {
                b"_rels/.rels" => holds_document = true,
                b"xl/workbook.xml" | b"xl/workbook.bin" => other = Refusal::Spreadsheet,
                b"ppt/presentation.xml" => other = Refusal::Slides,
                b"META-INF/manifest.xml" => other = Refusal::OpenDocument,
                b"OFD.xml" => other = Refusal::Ofd,
                _ => {}
            }
        }
        if !holds_document || other != Refusal::Archive {
            return Err(other);
        }
        Ok(Self {
            zip,
            limit: limits.bytes as u64,
        })
    }

    /// The part with the text, as the package's relationships name it.
    pub(super) fn main_part(&mut self) -> Result<String, Refusal> {
        const RELATIONSHIPS: &str = "_rels/.rels";
        let main = relationships(&self.read(RELATIONSHIPS)?, "")
            .map_err(|fault| fault.refusal(RELATIONSHIPS))?
            .into_iter()
            .find(|(kind, _)| kind == "officeDocument")
            .map(|(_, target)| target)
            .ok_or(Refusal::Archive)?;
        if climbs(main.as_bytes()) {
            return Err(Refusal::ClimbingPath { path: main });
        }
        Ok(main)
    }

    /// The styles and the numbering that belong to a part.
    pub(super) fn related(&mut self, part: &str) -> Result<Related, Refusal> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let path = format!("{folder}/_rels/{file}.rels");
        let path = path.trim_start_matches('/');
        if self.zip.index_for_name(path).is_none() {
            return Ok(Related::default());
        }
        let mut related = Related::default();
        for (kind, target) in
            relationships(&self.read(path)?, folder).map_err(|fault| fault.refusal(path))?
        {
            let place = match kind.as_str() {
                "styles" => &mut related.styles,
                "numbering" => &mut related.numbering,
                _ => continue,
            };
            if climbs(target.as_bytes()) {
                return Err(Refusal::ClimbingPath { path: target });
            }
            *place = Some(target);
        }
        Ok(related)
    }

    /// Unpacks a part, no further than the limits.
    pub(super) fn read(&mut self, part: &str) -> Result<String, Refusal> {
        let entry = self.zip.by_name(part).map_err(|error| match error {
            ZipError::FileNotFound => broken(part, PartFault::Missing),
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
            | ZipError::InvalidPassword => Refusal::Encrypted,
            _ => broken(part, PartFault::Archive),
        })?;
        let most = self
            .limit
            .min(HARMLESS.max(entry.compressed_size().saturating_mul(RATIO)));
        let mut bytes = Vec::new();
        entry
            .take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| broken(part, PartFault::Archive))?;
        if bytes.len() as u64 > most {
            return Err(Refusal::ZipBomb {
                part: part.to_owned(),
            });
        }
        text(bytes).ok_or_else(|| broken(part, PartFault::Xml))
    }
}

fn broken(part: &str, fault: PartFault) -> Refusal {
    Refusal::BrokenDocx {
        part: part.to_owned(),
        fault,
    }
}

/// XML parts are UTF-8 or UTF-16.
fn text(bytes: Vec<u8>) -> Option<String> {
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => {
            let (text, flawed) = encoding.decode_without_bom_handling(&bytes[mark..]);
            (!flawed).then(|| text.into_owned())
        }
        None => String::from_utf8(bytes).ok(),
    }
}

/// Whether a path leads out of the archive.
fn climbs(path: &[u8]) -> bool {
    path.starts_with(b"/")
        || path.get(1) == Some(&b':')
        || path
            .split(|byte| matches!(byte, b'/' | b'\\'))
            .any(|step| step == b"..")
}

/// Kind (the last step of its type) and full path of each relationship
/// within the package.
fn relationships(xml: &str, folder: &str) -> Result<Vec<(String, String)>, super::xml::Fault> {
    let mut xml = Xml::new(xml);
    let mut found = Vec::new();
    while let Some(event) = xml.next()? {
        let Event::Start(tag) = event else { continue };
        if tag.name() != "Relationship"
            || tag.attribute("TargetMode").as_deref() == Some("External")
        {
            continue;
        }
        let (Some(kind), Some(target)) = (tag.attribute("Type"), tag.attribute("Target")) else {
            continue;
        };
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        found.push((kind, resolve(folder, &target)));
    }
    Ok(found)
}

/// A target against the folder of its source; a climb that stays inside the
/// package is taken, one that does not is left in the path.
fn resolve(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').filter(|step| !step.is_empty()).collect()
    };
    for step in target
        .split('/')
        .filter(|step| !step.is_empty() && *step != ".")
    {
        if step == ".." && steps.last().is_some_and(|last| *last != "..") {
            steps.pop();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_against_their_folder() {
        let cases = [
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/word/styles.xml", "word/styles.xml"),
            ("word", "../word/./styles.xml", "word/styles.xml"),
            ("", "word/document2.xml", "word/document2.xml"),
            ("word", "../../etc/passwd", "../etc/passwd"),
        ];
        for (folder, target, expected) in cases {
            assert_eq!(resolve(folder, target), expected, "{folder} {target}");
        }
    }
}
