//! What one run of a check gives: the input of every renderer.

use super::{Diagnostic, Positions, Severity};

/// One document with what was noticed about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The file as the reader knows it: a path as typed, or a name of the corpus.
    pub file: String,
    /// The decoded text that the spans are of.
    pub text: String,
    /// What is to be reported, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// The index of lines and columns of its text.
    pub fn positions(&self) -> Positions<'_> {
        Positions::new(&self.text)
    }
}

/// A file that could not be read as a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file as typed.
    pub file: String,
    /// Why, and what to do.
    pub message: String,
}

/// Everything that one check gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// The documents read, with their diagnostics, in the order asked for.
    pub documents: Vec<Checked>,
    /// The files that were refused.
    pub refused: Vec<Refused>,
    /// How many diagnostics the manifest accepts; they are counted, not listed.
    pub accepted: usize,
}

impl Findings {
    /// All diagnostics, document by document.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.documents
            .iter()
            .flat_map(|document| &document.diagnostics)
    }

    /// How many are findings: warnings and errors.
    pub fn count(&self) -> usize {
        self.diagnostics()
            .filter(|diagnostic| diagnostic.severity() > Severity::Info)
            .count()
    }

    /// How many are information only.
    pub fn information(&self) -> usize {
        self.diagnostics().count() - self.count()
    }

    /// Keeps only the diagnostics that `keep` wants.
    pub fn retain(&mut self, keep: impl Fn(&Diagnostic) -> bool) {
        for document in &mut self.documents {
            document.diagnostics.retain(&keep);
        }
    }
}
