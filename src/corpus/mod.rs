//! A name, path or `-` → a source and its manifest entry. The seeds are
//! embedded in the binary, so that nothing else need lie on the disk.

mod embedded;
mod error;
mod guess;
mod manifest;
mod place;
mod reference;
mod register;
mod sheet;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

pub use error::CorpusError;
pub use guess::{Guess, Opening, guess};
pub use manifest::{Accepted, Entry, Manifest};
pub use place::without_kind;
pub use reference::{Answering, answers_to};
pub use register::{FIELDS, Fields, Register};
pub use sheet::{SheetError, read_sheet};

use crate::source::{self, Limits, Source};

/// Name of the register in the folder of a corpus.
pub const MANIFEST: &str = "corpus.toml";

/// A register of documents and where their files lie.
#[derive(Debug)]
pub struct Corpus {
    manifest: Manifest,
    folder: Option<PathBuf>,
    /// The documents inside the program, which a folder's documents may answer
    /// to; not told of where the corpus is listed.
    built_in: Vec<Entry>,
}

/// A document that was found and read.
#[derive(Debug)]
pub struct Found<'c> {
    /// Its text and origin.
    pub source: Source,
    /// What the register says of it, if it is registered.
    pub entry: Option<&'c Entry>,
}

impl Corpus {
    /// The corpus inside the program.
    pub fn embedded() -> Self {
        let manifest = Manifest::parse(embedded::MANIFEST, Path::new(MANIFEST))
            .expect("the embedded register is checked by a test");
        Self {
            manifest,
            folder: None,
            built_in: Vec::new(),
        }
    }

    /// The corpus in a folder: its `corpus.toml` and the files it names.
    pub fn open(folder: &Path) -> Result<Self, CorpusError> {
        let path = folder.join(MANIFEST);
        let text = std::fs::read_to_string(&path).map_err(|cause| match cause.kind() {
            std::io::ErrorKind::NotFound => CorpusError::NoManifest { path: path.clone() },
            _ => CorpusError::unreadable(&path.display().to_string(), cause),
        })?;
        let manifest = Manifest::parse(&text, &path)?;
        Ok(Self {
            manifest,
            folder: Some(folder.to_owned()),
            built_in: Self::embedded().manifest.documents,
        })
    }

    /// The corpus that a folder will have once its register is written.
    pub fn begin(folder: &Path) -> Self {
        Self {
            manifest: Manifest::default(),
            folder: Some(folder.to_owned()),
            built_in: Self::embedded().manifest.documents,
        }
    }

    /// The registered documents in the order of the register.
    pub fn entries(&self) -> &[Entry] {
        &self.manifest.documents
    }

    /// Names of units that are one body, by the name to be used.
    pub fn units(&self) -> &BTreeMap<String, Vec<String>> {
        &self.manifest.units
    }

    /// The registered document of this id or name; where a folder's register
    /// has none, that inside the program.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.all().find(|entry| entry.is_called(name))
    }

    /// The folder of the corpus; none if it is inside the program.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The documents of the register, then those inside the program.
    fn all(&self) -> impl Iterator<Item = &Entry> {
        self.entries().iter().chain(&self.built_in)
    }

    /// Where a document's files lie; nowhere if it is inside the program.
    fn folder_of(&self, entry: &Entry) -> Option<&Path> {
        let is_built_in = self.built_in.iter().any(|known| std::ptr::eq(known, entry));
        self.folder().filter(|_| !is_built_in)
    }

    /// The registered documents that answer to a reference.
    pub fn locals_of<'c>(&'c self, reference: &'c str) -> impl Iterator<Item = &'c Entry> {
        self.entries()
            .iter()
            .filter(move |entry| entry.reference.as_deref() == Some(reference))
    }

    /// Reads a document: an id or name of the register (these win), a path, or
    /// `-` for standard input. A file whose SHA-256 the register has is that
    /// document.
    pub fn read(&self, name: &str, limits: &Limits) -> Result<Found<'_>, CorpusError> {
        if let Some(entry) = self.entry(name) {
            return self.read_entry(entry, limits);
        }
        let source = source::read(&self.bytes_of(name, limits)?, name, limits)?;
        let entry = self.record_of(&source);
        Ok(Found { source, entry })
    }

    /// Reads the documents that this program exported to a file as JSON;
    /// nothing if it is no such file.
    pub fn read_exported(
        &self,
        name: &str,
        limits: &Limits,
    ) -> Result<Option<Vec<Found<'_>>>, CorpusError> {
        let bytes = self.bytes_of(name, limits)?;
        let Some(sources) = source::read_exported(&bytes, name, limits) else {
            return Ok(None);
        };
        let found = sources?.into_iter().map(|source| Found {
            entry: self.record_of(&source),
            source,
        });
        Ok(Some(found.collect()))
    }

    /// The bytes of a file, or of standard input.
    fn bytes_of(&self, name: &str, limits: &Limits) -> Result<Vec<u8>, CorpusError> {
        match name {
            "-" => read_all(std::io::stdin().lock(), limits)
                .map_err(|cause| CorpusError::unreadable("-", cause)),
            path => self.read_path(path, limits),
        }
    }

    /// What the register says of a file: that with its SHA-256.
    pub fn record_of(&self, source: &Source) -> Option<&Entry> {
        self.all().find(|entry| entry.sha256 == source.sha256)
    }

    /// Where the file of a registered document lies; nowhere if it is embedded.
    pub fn path_of(&self, entry: &Entry) -> Option<PathBuf> {
        Some(self.folder_of(entry)?.join(&entry.file))
    }

    /// The tree recorded for a document of the embedded corpus.
    pub fn embedded_tree(&self, entry: &Entry) -> Option<&'static str> {
        let name = Path::new(&entry.file).with_extension("tree");
        let bytes = embedded::file(name.to_str()?).filter(|_| self.folder_of(entry).is_none())?;
        std::str::from_utf8(bytes).ok()
    }

    /// Reads a registered document and makes sure that it is the one recorded.
    pub fn read_entry<'c>(
        &'c self,
        entry: &'c Entry,
        limits: &Limits,
    ) -> Result<Found<'c>, CorpusError> {
        let bytes = match self.folder_of(entry) {
            None => Cow::Borrowed(
                embedded::file(&entry.file).expect("every embedded entry has its file"),
            ),
            Some(folder) => {
                let path = folder.join(&entry.file);
                let name = path.display().to_string();
                Cow::Owned(
                    read_file(&path, limits)
                        .map_err(|cause| CorpusError::unreadable(&name, cause))?,
                )
            }
        };
        let source = source::read(&bytes, &entry.file, limits)?;
        if source.sha256 != entry.sha256 {
            return Err(CorpusError::WrongHash {
                id: entry.id.clone(),
                found: source.sha256,
            });
        }
        Ok(Found {
            source,
            entry: Some(entry),
        })
    }

    fn read_path(&self, name: &str, limits: &Limits) -> Result<Vec<u8>, CorpusError> {
        let path = Path::new(name);
        if path.is_dir() {
            return Err(CorpusError::IsFolder {
                path: path.to_owned(),
            });
        }
        if is_device(path) {
            return Err(CorpusError::IsDevice {
                path: path.to_owned(),
            });
        }
        read_file(path, limits).map_err(|cause| match cause.kind() {
            std::io::ErrorKind::NotFound => CorpusError::Unknown {
                name: name.to_owned(),
                near: self.nearest(name),
            },
            _ => CorpusError::unreadable(name, cause),
        })
    }

    /// The registered document whose id or name is most like what was typed,
    /// with the name that is not the one matched.
    fn nearest(&self, typed: &str) -> Option<(String, Option<String>)> {
        const ALIKE: f64 = 0.7;
        let likeness = |entry: &Entry| {
            entry
                .called()
                .map(|name| strsim::normalized_damerau_levenshtein(name, typed))
                .fold(0.0, f64::max)
        };
        self.entries()
            .iter()
            .map(|entry| (likeness(entry), entry))
            .filter(|(alike, _)| *alike >= ALIKE)
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, entry)| (entry.id.clone(), entry.names.first().cloned()))
    }
}

/// Whether a path leads to a device; a pipe is none.
#[cfg(unix)]
fn is_device(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    std::fs::metadata(path).is_ok_and(|found| {
        let kind = found.file_type();
        kind.is_char_device() || kind.is_block_device()
    })
}

#[cfg(not(unix))]
fn is_device(_: &Path) -> bool {
    false
}

fn read_file(path: &Path, limits: &Limits) -> std::io::Result<Vec<u8>> {
    read_all(std::fs::File::open(path)?, limits)
}

/// Reads at most one byte more than the limit, which is enough to see that a
/// file is too large without holding an endless one.
fn read_all(reader: impl Read, limits: &Limits) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader
        .take(limits.bytes as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_document_is_the_one_recorded() {
        let corpus = Corpus::embedded();
        assert_eq!(corpus.entries().len(), 5);
        for entry in corpus.entries() {
            let found = corpus.read(&entry.id, &Limits::default()).expect(&entry.id);
            assert_eq!(found.source.sha256, entry.sha256, "{}", entry.id);
        }
    }

    #[test]
    fn documents_answer_to_their_ids_and_names() {
        let corpus = Corpus::embedded();
        for (typed, id) in [
            ("weihai", "weihai"),
            ("威海", "weihai"),
            ("Weihai", "weihai"),
            ("中央", "central"),
        ] {
            assert_eq!(
                corpus.entry(typed).map(|entry| entry.id.as_str()),
                Some(id),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_misspelt_name_is_met_with_the_nearest_one() {
        let error = Corpus::embedded()
            .read("weihia", &Limits::default())
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "no document “weihia”; did you mean “weihai” (威海)?"
        );
        let error = Corpus::embedded()
            .read("qqqqqq", &Limits::default())
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "no document “qqqqqq”: it is neither a name in the corpus (see `plan list`) nor a file"
        );
    }
}
