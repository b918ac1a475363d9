//! What a command knows besides its own arguments.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::arguments;
use super::decisions::Given;
use super::output::{self, Output};
use crate::corpus::{Corpus, MANIFEST};
use crate::outline;
use crate::report::Look;
use crate::source::Limits;
use crate::words::{Lang, error};

/// The surroundings of a command: corpus, language, look and output.
pub(super) struct Context {
    /// The corpus in use.
    pub corpus: Corpus,
    /// Language of messages and reports.
    pub lang: Lang,
    /// What may be read.
    pub limits: Limits,
    /// How far the tree of a text may grow.
    pub growth: outline::Limits,
    /// Whose headings guide the parsing of damaged text.
    pub guide: Guide,
    /// What a reader decided.
    pub decisions: Given,
    jobs: Option<u16>,
    color: anstream::ColorChoice,
    ascii: bool,
    output: Option<PathBuf>,
    /// The forms that the extension of the output may ask for, unless a form
    /// was named.
    told: Vec<&'static str>,
}

/// Whose headings guide the parsing of damaged text.
#[derive(Debug)]
pub(super) enum Guide {
    /// The reference that the register names.
    OfRegister,
    /// This document.
    Document(String),
    /// None.
    Off,
}

impl Context {
    /// The surroundings told by the arguments. A command that writes the
    /// register may begin a corpus.
    pub(super) fn new(matches: &ArgMatches, lang: Lang, may_begin: bool) -> anyhow::Result<Self> {
        let corpus = match matches.get_one::<PathBuf>("corpus") {
            Some(folder) if may_begin && !folder.join(MANIFEST).exists() => Corpus::begin(folder),
            Some(folder) => Corpus::open(folder)?,
            None => Corpus::embedded(),
        };
        let guide = match matches.get_one::<String>("guide") {
            Some(document) => Guide::Document(document.clone()),
            None if matches.get_flag("no-guide") => Guide::Off,
            None => Guide::OfRegister,
        };
        let color = match matches.get_one::<String>("color").map(String::as_str) {
            Some("always") => anstream::ColorChoice::Always,
            Some("never") => anstream::ColorChoice::Never,
            _ => anstream::ColorChoice::Auto,
        };
        let decisions = matches.get_many::<PathBuf>("decisions").unwrap_or_default();
        Ok(Self {
            corpus,
            decisions: Given::read(decisions, lang)?,
            lang,
            limits: Limits {
                bytes: matches
                    .get_one::<usize>("max-bytes")
                    .copied()
                    .unwrap_or(Limits::default().bytes),
            },
            growth: growth(matches),
            guide,
            jobs: matches.get_one("jobs").copied(),
            color,
            ascii: matches.get_flag("ascii"),
            output: matches.get_one::<PathBuf>("output").cloned(),
            told: arguments::told(matches),
        })
    }

    /// How many documents are worked on at a time. To count the processors a
    /// dozen system calls are made, so that is done only for those who ask.
    pub(super) fn jobs(&self) -> usize {
        match self.jobs {
            Some(jobs) => usize::from(jobs),
            None => std::thread::available_parallelism().map_or(1, usize::from),
        }
    }

    /// How text for people is laid out: as wide as the terminal, 80 columns
    /// where there is none.
    pub(super) fn look(&self) -> Look {
        const WITHOUT_TERMINAL: usize = 80;
        const NARROWEST: usize = 40;
        let width = match &self.output {
            Some(_) => WITHOUT_TERMINAL,
            None => terminal_width().unwrap_or(WITHOUT_TERMINAL),
        };
        let color =
            self.output.is_none() && output::resolved(self.color) != anstream::ColorChoice::Never;
        Look {
            lang: self.lang,
            width: width.max(NARROWEST),
            ascii: self.ascii,
            color,
        }
    }

    /// Where results go: the file of `-o`, else standard output.
    pub(super) fn output(&self) -> anyhow::Result<Output> {
        Output::open(self.output.as_deref(), self.color)
    }

    /// The file that results go to; none where they go to standard output or
    /// onto a device.
    pub(super) fn output_place(&self) -> Option<&Path> {
        let is_file =
            |place: &&Path| std::fs::metadata(place).map_or(true, |found| found.is_file());
        self.output.as_deref().filter(is_file)
    }

    /// Where results of this form go. What no terminal can show goes to a file
    /// or into a pipe, byte for byte.
    pub(super) fn output_of(&self, form: &str) -> anyhow::Result<Output> {
        if let [told, ..] = self.told[..]
            && !self.told.contains(&form)
        {
            anyhow::bail!(error::cannot_write(told, self.lang));
        }
        if !matches!(form, "xlsx" | "docx") {
            return self.output();
        }
        anyhow::ensure!(
            self.output.is_some() || !std::io::stdout().is_terminal(),
            error::needs_name(form, self.lang)
        );
        Output::open(self.output.as_deref(), anstream::ColorChoice::AlwaysAnsi)
    }

    /// What `-o` names.
    pub(super) fn place(&self) -> Option<&Path> {
        self.output.as_deref()
    }

    /// A further file of results.
    pub(super) fn output_at(&self, place: &Path) -> anyhow::Result<Output> {
        Output::open(Some(place), self.color)
    }
}

fn growth(matches: &ArgMatches) -> outline::Limits {
    let usual = outline::Limits::default();
    let levels = matches.get_one::<u8>("max-levels");
    let nodes = matches.get_one::<u32>("max-nodes");
    outline::Limits {
        levels: levels.map_or(usual.levels, |&levels| usize::from(levels)),
        nodes: nodes.map_or(usual.nodes, |&nodes| nodes as usize),
    }
}

fn terminal_width() -> Option<usize> {
    if let Some((terminal_size::Width(columns), _)) = terminal_size::terminal_size() {
        return Some(usize::from(columns));
    }
    std::env::var("COLUMNS").ok()?.parse().ok()
}
