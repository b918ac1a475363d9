//! The tree recorded beside a document: `weihai.tree` beside `weihai.txt`.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::Context;
use super::output::Output;
use crate::conform::{Mark, Tree, TreeDiff};
use crate::corpus::CorpusError;
use crate::diagnostic::{Diagnostic, Finding, Span};
use crate::task::Plan;
use crate::words::check;

/// Where the tree of a document is recorded.
pub(super) enum Place {
    /// In this file.
    File(PathBuf),
    /// Inside the program.
    Embedded {
        name: String,
        text: Option<&'static str>,
    },
    /// Nowhere: the document came from standard input.
    Nowhere,
}

/// The place of the tree of a document, named as on the command line.
pub(super) fn place(document: &str, context: &Context) -> Place {
    let corpus = &context.corpus;
    if let Some(entry) = corpus.entry(document) {
        match corpus.path_of(entry) {
            Some(path) => Place::File(path.with_extension("tree")),
            None => Place::Embedded {
                name: format!("{}.tree", entry.id),
                text: corpus.embedded_tree(entry),
            },
        }
    } else if document == "-" {
        Place::Nowhere
    } else {
        Place::File(Path::new(document).with_extension("tree"))
    }
}

/// How a tree differs from the one recorded.
pub(super) struct Difference {
    /// What is to be reported.
    pub diagnostic: Diagnostic,
    /// Where the tree is recorded.
    pub recorded: String,
    /// What differs, if a tree is recorded at all.
    pub diff: Option<TreeDiff>,
}

/// Compares the tree of a plan with the one recorded; nothing if they agree.
pub(super) fn compare(plan: &Plan, place: &Place) -> anyhow::Result<Option<Difference>> {
    let (name, recorded) = match place {
        Place::File(path) => (path.display().to_string(), read(path)?),
        Place::Embedded { name, text } => (name.clone(), text.map(str::to_owned)),
        Place::Nowhere => ("-".to_owned(), None),
    };
    let Some(recorded) = recorded else {
        let finding = Finding::TreeNotRecorded { tree: name.clone() };
        return Ok(Some(Difference {
            diagnostic: Diagnostic::new(finding, Span::default()),
            recorded: name,
            diff: None,
        }));
    };
    Ok(Tree::of(plan).compare(&recorded).map(|diff| {
        let finding = Finding::TreeDiffers {
            tree: name.clone(),
            gone: diff.count(Mark::Gone),
            new: diff.count(Mark::New),
        };
        let outline = &plan.outline;
        let span = diff.first.map_or(Span::default(), |node| {
            outline.nodes[node].head.trimmed(&outline.text)
        });
        Difference {
            diagnostic: Diagnostic::new(finding, span),
            recorded: name,
            diff: Some(diff),
        }
    }))
}

fn read(path: &Path) -> anyhow::Result<Option<String>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(CorpusError::unreadable(&path.display().to_string(), cause).into()),
    }
}

/// Refuses what has no file beside which a tree could be recorded, before any
/// other tree is.
pub(super) fn ensure_recordable(document: &str, context: &Context) -> anyhow::Result<()> {
    match place(document, context) {
        Place::File(_) => Ok(()),
        Place::Embedded { .. } => anyhow::bail!(check::embedded_is_fixed(context.lang)),
        Place::Nowhere => anyhow::bail!(check::no_place_for_tree(context.lang)),
    }
}

/// Records the tree of a plan; the path, if it was not recorded so already.
pub(super) fn update(plan: &Plan, place: &Place) -> anyhow::Result<Option<PathBuf>> {
    let Place::File(path) = place else {
        return Ok(None);
    };
    let tree = Tree::of(plan).to_string();
    if read(path)?.is_some_and(|recorded| recorded == tree) {
        return Ok(None);
    }
    let mut output = Output::open(Some(path), anstream::ColorChoice::Never)?;
    output.write_all(tree.as_bytes())?;
    output.finish()?;
    Ok(Some(path.clone()))
}
