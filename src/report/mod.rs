//! Any result → one output form; one file a form. Knows nothing of how a
//! result was computed.

#[macro_use]
mod forms;

mod accuracy;
pub mod chain;
pub mod coverage;
mod csv;
pub mod diff;
mod duty;
pub mod eval;
pub mod explain;
pub mod export;
pub mod gap_list;
mod grid;
pub mod html;
pub mod instruments;
pub mod json;
mod label;
pub mod ledger;
mod markdown;
pub mod register;
pub mod reuse;
pub mod rule;
pub mod schema;
pub mod table;
mod text;
pub mod tree;
pub mod tree_diff;
pub mod units;
mod word;
mod wording;
mod workbook;
mod wrap;

pub use forms::Forms;

use std::collections::BTreeSet;

use regex::Regex;

use crate::align::{Alignment, Nearest, Status};
use crate::decide::Decision;
use crate::diagnostic::Diagnostic;
use crate::outline::{GuideHeading, NodeIndex};
use crate::source::Source;
use crate::task::{ClauseIndex, Level, Plan};
use crate::words::Lang;
use crate::words::decisions::Lapse;

/// A document that was read, parsed and understood, with what it is called.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its short name in commands and exports.
    pub id: String,
    /// What people call it, if the register says.
    pub called: Option<String>,
    /// Its title.
    pub title: String,
    /// The level of government that it speaks for.
    pub level: Level,
    /// The place that it is for.
    pub place: Option<String>,
    /// The document whose headings guided the restoring of damaged text.
    pub guide: Option<GuideUsed>,
    /// Its text and origin.
    pub source: Source,
    /// Its tasks.
    pub plan: Plan,
}

impl Document {
    /// What people call it, else its short name.
    pub fn name(&self) -> &str {
        self.called.as_deref().unwrap_or(&self.id)
    }

    /// All that was noticed while reading it, in the order of the rooms.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.source
            .diagnostics
            .iter()
            .chain(&self.plan.outline.diagnostics)
            .chain(&self.plan.diagnostics)
    }
}

/// The document whose headings were used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideUsed {
    /// Its id.
    pub id: String,
    /// SHA-256 of its file.
    pub sha256: String,
    /// Its headings.
    pub headings: Vec<GuideHeading>,
}

/// Two documents and how they compare.
#[derive(Debug, Clone, Copy)]
pub struct Comparison<'a> {
    /// The central plan.
    pub reference: &'a Document,
    /// The plan compared with it.
    pub local: &'a Document,
    /// What was found.
    pub alignment: &'a Alignment,
    /// The reader's decisions in it, if any were given.
    pub decisions: Option<&'a DecisionsUsed>,
}

/// A reader's decisions that were put above the program's verdicts.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionsUsed {
    /// The file, or the files, that they were read from.
    pub name: String,
    /// SHA-256 of their bytes.
    pub sha256: String,
    /// Those that applied.
    pub made: Vec<crate::decide::Made>,
    /// Those that did not, and why.
    pub lapsed: Vec<(Decision, Lapse)>,
}

/// What of a comparison is to be explained.
#[derive(Debug, Clone)]
pub struct Explained {
    /// The clauses of the reference, in order.
    pub clauses: Vec<ClauseIndex>,
    /// Where local clauses were named, each pair of one of `clauses` and one
    /// of these, in order; `None` for a pair that shares too little to be
    /// considered.
    pub pairs: Vec<(ClauseIndex, ClauseIndex, Option<Nearest>)>,
    /// The confidence that a link needs, and the only one of a clause.
    pub thresholds: (f32, f32),
}

/// How text for people is laid out.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Its language.
    pub lang: Lang,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether to keep to ASCII marks and lines.
    pub ascii: bool,
    /// Whether colours will be seen.
    pub color: bool,
}

/// What of a comparison to show. Nothing named means all.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Only these.
    pub only: BTreeSet<Only>,
    /// Only this top-level node of the reference.
    pub chapter: Option<NodeIndex>,
    /// Only what concerns this unit.
    pub unit: Option<String>,
    /// Only clauses whose wording, or that of a counterpart, matches.
    pub pattern: Option<Regex>,
}

/// A part of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Only {
    /// Reference clauses of this status.
    Status(Status),
    /// Reference clauses with a moved link.
    Moved,
    /// Local tasks without counterpart.
    Additions,
}
