//! `plan.toml`: what a folder's commands take for granted, found upward from
//! the working folder.
//!
//! ```toml
//! corpus = "documents"     # relative to plan.toml
//! lang = "zh"
//! [format]                 # by command; -o and --format win
//! diff = "markdown"
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Command;
use serde::Deserialize;
use thiserror::Error;

use crate::words::{Lang, settings as words};

const NAME: &str = "plan.toml";

/// What a `plan.toml` says.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settings {
    #[serde(default)]
    corpus: Option<PathBuf>,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    format: BTreeMap<String, String>,
    #[serde(skip)]
    place: PathBuf,
}

/// Why a `plan.toml` cannot be followed.
#[derive(Debug, Error)]
#[error("{}", self.message(Lang::En))]
pub(super) enum SettingsError {
    /// It cannot be read.
    Unreadable(PathBuf, std::io::Error),
    /// It does not parse, or says what there is not.
    Form(PathBuf, Box<toml::de::Error>),
    /// A language that there is not.
    Lang(PathBuf, String),
    /// A command that there is not, or that has no forms.
    Command(PathBuf, String),
    /// A form that the command does not have.
    Format(PathBuf, String, String, Vec<String>),
}

impl SettingsError {
    pub(super) fn message(&self, lang: Lang) -> String {
        let shown = |place: &Path| place.display().to_string();
        match self {
            Self::Unreadable(place, cause) => {
                crate::words::file::unreadable(&shown(place), cause, lang)
            }
            Self::Form(place, cause) => words::bad(&shown(place), &cause.to_string(), lang),
            Self::Lang(place, name) => words::no_such_lang(&shown(place), name, lang),
            Self::Command(place, name) => words::no_such_command(&shown(place), name, lang),
            Self::Format(place, command, form, known) => {
                words::no_such_form(&shown(place), command, form, known, lang)
            }
        }
    }
}

impl Settings {
    /// The settings nearest upward from a folder; none are as good as empty ones.
    pub(super) fn find(folder: &Path) -> Result<Self, SettingsError> {
        for above in folder.ancestors() {
            let place = above.join(NAME);
            match std::fs::read_to_string(&place) {
                Ok(text) => return Self::parse(&text, place),
                Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {}
                Err(cause) => return Err(SettingsError::Unreadable(place, cause)),
            }
        }
        Ok(Self::default())
    }

    fn parse(text: &str, place: PathBuf) -> Result<Self, SettingsError> {
        let settings: Self = toml::from_str(text)
            .map_err(|cause| SettingsError::Form(place.clone(), Box::new(cause)))?;
        if let Some(name) = &settings.lang
            && Lang::from_locale(name).is_none()
        {
            return Err(SettingsError::Lang(place, name.clone()));
        }
        Ok(Self { place, ..settings })
    }

    /// The language, if one is set.
    pub(super) fn lang(&self) -> Option<Lang> {
        self.lang.as_deref().and_then(Lang::from_locale)
    }

    /// The folder of the corpus.
    pub(super) fn corpus(&self) -> Option<PathBuf> {
        let folder = self.place.parent()?;
        self.corpus.as_ref().map(|corpus| folder.join(corpus))
    }

    /// Whether they leave what the commands take for granted as it is.
    pub(super) fn set_no_arguments(&self) -> bool {
        self.corpus.is_none() && self.format.is_empty()
    }

    /// Puts what is set in the place of what the commands take for granted.
    pub(super) fn apply(&self, mut command: Command) -> Result<Command, SettingsError> {
        for (name, form) in &self.format {
            let known = command.find_subcommand(name).and_then(|found| {
                let argument = found
                    .get_arguments()
                    .find(|argument| argument.get_id() == "format")?;
                let values = argument.get_possible_values();
                Some(
                    values
                        .iter()
                        .map(|value| value.get_name().to_owned())
                        .collect(),
                )
            });
            let known: Vec<String> =
                known.ok_or_else(|| SettingsError::Command(self.place.clone(), name.clone()))?;
            if !known.contains(form) {
                let place = self.place.clone();
                return Err(SettingsError::Format(
                    place,
                    name.clone(),
                    form.clone(),
                    known,
                ));
            }
            command = command.mut_subcommand(name, |found| {
                found.mut_arg("format", |argument| argument.default_value(form.clone()))
            });
        }
        Ok(match self.corpus() {
            Some(corpus) => command.mut_arg("corpus", |argument| {
                argument.default_value(corpus.into_os_string())
            }),
            None => command,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_found_upward_and_faults_are_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let below = folder.path().join("a/b");
        std::fs::create_dir_all(&below).expect("a folder");
        let set = |text: &str| {
            std::fs::write(folder.path().join(NAME), text).expect("written");
            Settings::find(&below)
        };
        let settings = set("corpus = '文件'\nlang = 'zh'\n").expect("settings");
        assert_eq!(settings.corpus(), Some(folder.path().join("文件")));
        assert_eq!(settings.lang(), Some(Lang::Zh));
        for (text, told) in [("corpse = 'x'", "corpse"), ("lang = 'fr'", "“fr”")] {
            let error = set(text).unwrap_err().to_string();
            assert!(error.contains(told) && error.contains(NAME), "{error}");
        }
    }
}
