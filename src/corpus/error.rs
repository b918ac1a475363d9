//! Why a document or a corpus could not be read.

use std::path::PathBuf;

use thiserror::Error;

use crate::source::SourceError;
use crate::words::Lang;
use crate::words::{error::corpus, file};

/// Why a document or a corpus could not be read.
#[derive(Debug, Error)]
#[error("{}", self.message(Lang::En))]
#[allow(
    missing_docs,
    reason = "the fields are the values named in the message"
)]
pub enum CorpusError {
    /// Neither a registered name nor a file.
    Unknown {
        name: String,
        near: Option<(String, Option<String>)>,
    },
    /// A folder where one document is wanted.
    IsFolder { path: PathBuf },
    /// A device where a document is wanted.
    IsDevice { path: PathBuf },
    /// The file cannot be read.
    Unreadable { name: String, cause: std::io::Error },
    /// The folder holds no register.
    NoManifest { path: PathBuf },
    /// The register does not parse.
    BadManifest {
        path: PathBuf,
        cause: Box<toml::de::Error>,
    },
    /// Two documents of one id.
    DuplicateId { path: PathBuf, id: String },
    /// A file outside the corpus folder.
    OutsideFolder { path: PathBuf, file: String },
    /// The file is not the one recorded.
    WrongHash { id: String, found: String },
    /// The file holds no text.
    Refused(#[from] SourceError),
}

impl CorpusError {
    /// A file that cannot be read.
    pub(crate) fn unreadable(name: &str, cause: std::io::Error) -> Self {
        Self::Unreadable {
            name: name.to_owned(),
            cause,
        }
    }

    /// The sentence that says what is wrong, where, and what to do.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Unknown { name, near } => corpus::unknown(
                name,
                near.as_ref()
                    .map(|(id, name)| (id.as_str(), name.as_deref())),
                lang,
            ),
            Self::IsFolder { path } => corpus::is_folder(&path.display().to_string(), lang),
            Self::IsDevice { path } => file::is_device(&path.display().to_string(), lang),
            Self::Unreadable { name, cause } => file::unreadable(name, cause, lang),
            Self::NoManifest { path } => corpus::no_manifest(&path.display().to_string(), lang),
            Self::BadManifest { path, cause } => {
                corpus::bad_manifest(&path.display().to_string(), &cause.to_string(), lang)
            }
            Self::DuplicateId { path, id } => {
                corpus::duplicate_id(&path.display().to_string(), id, lang)
            }
            Self::OutsideFolder { path, file } => {
                corpus::outside_folder(&path.display().to_string(), file, lang)
            }
            Self::WrongHash { id, found } => corpus::wrong_hash(id, found, lang),
            Self::Refused(refused) => refused.message(lang),
        }
    }
}
