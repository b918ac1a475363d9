//! The register `corpus.toml`: what each document is, and what a parse of it
//! must give.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

use serde::Deserialize;

use super::CorpusError;
use crate::task::Level;

/// The register of a corpus.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The documents in the order in which they are shown.
    #[serde(rename = "document", default)]
    pub documents: Vec<Entry>,
    /// Names of units that are one body, by the name to be used.
    #[serde(default)]
    pub units: BTreeMap<String, Vec<String>>,
}

/// What the register says of one document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its short name in commands and exports.
    pub id: String,
    /// Other names that people type.
    #[serde(default)]
    pub names: Vec<String>,
    /// Its title.
    pub title: String,
    /// The level of government that it speaks for.
    #[serde(deserialize_with = "level")]
    pub level: Level,
    /// The place that it is for.
    #[serde(default)]
    pub place: Option<String>,
    /// Id of the plan that it answers to.
    #[serde(default)]
    pub reference: Option<String>,
    /// Its date, `YYYY-MM-DD` or shorter.
    #[serde(default)]
    pub date: Option<String>,
    /// Its document number (发文字号).
    #[serde(default)]
    pub number: Option<String>,
    /// Its file, relative to the register.
    pub file: String,
    /// The name of the file it was taken from.
    #[serde(default)]
    pub original: Option<String>,
    /// SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// What a parse must give: how many of each numbering style or kind.
    #[serde(default)]
    pub structure: BTreeMap<String, usize>,
    /// Diagnostics that are known to be faults of the document itself.
    #[serde(default)]
    pub accepted: Vec<Accepted>,
}

/// A diagnostic that is accepted: counted, not a finding.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// Its code.
    pub code: String,
    /// The text at its place.
    pub text: String,
}

impl Entry {
    /// All that it is called: its id and its names.
    pub fn called(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.id.as_str()).chain(self.names.iter().map(String::as_str))
    }

    /// Whether it is called so; letters in any case.
    pub fn is_called(&self, name: &str) -> bool {
        self.called()
            .any(|called| called.eq_ignore_ascii_case(name))
    }
}

impl Manifest {
    /// Reads and checks a register.
    pub fn parse(text: &str, path: &Path) -> Result<Self, CorpusError> {
        let manifest: Self = toml::from_str(text).map_err(|cause| CorpusError::BadManifest {
            path: path.to_owned(),
            cause: Box::new(cause),
        })?;
        let mut ids = BTreeSet::new();
        for entry in &manifest.documents {
            if !ids.insert(&entry.id) {
                return Err(CorpusError::DuplicateId {
                    path: path.to_owned(),
                    id: entry.id.clone(),
                });
            }
            let inside = Path::new(&entry.file)
                .components()
                .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
            if !inside {
                return Err(CorpusError::OutsideFolder {
                    path: path.to_owned(),
                    file: entry.file.clone(),
                });
            }
        }
        Ok(manifest)
    }
}

fn level<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Level, D::Error> {
    let name = String::deserialize(deserializer)?;
    Level::from_name(&name).ok_or_else(|| {
        serde::de::Error::unknown_variant(&name, &["central", "province", "city", "county"])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(register: &str) -> String {
        Manifest::parse(register, Path::new("corpus.toml"))
            .unwrap_err()
            .to_string()
    }

    fn entry(id: &str, file: &str) -> String {
        format!(
            "[[document]]\nid = '{id}'\ntitle = 't'\nlevel = 'city'\nfile = '{file}'\nsha256 = ''\n"
        )
    }

    #[test]
    fn registers_that_cannot_be_trusted_are_refused() {
        let twice = entry("a", "a.txt") + &entry("a", "b.txt");
        assert!(refusal(&twice).contains("“a”"), "{}", refusal(&twice));
        for file in ["../a.txt", "/etc/passwd", "x/../../a.txt"] {
            assert!(refusal(&entry("a", file)).contains(file));
        }
        assert!(refusal("[[document]]\nid = 'a'\nlevel = 'town'").contains("corpus.toml"));
    }
}
