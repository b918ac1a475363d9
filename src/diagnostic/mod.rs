//! What is noticed about a document: codes, severities and places in the text.
//!
//! Knows nothing of the rooms that notice. Each renderer has a file of its own.

pub mod concise;
mod findings;
pub mod full;
pub mod github;
pub mod json;
pub mod json_lines;
pub mod junit;
mod position;
mod rule;
pub mod sarif;
mod selection;
pub mod statistics;
#[cfg(test)]
mod tests;

pub use findings::{Checked, Findings, Refused};
pub use position::{Position, Positions, Span};
pub use rule::{Rule, Severity};
pub use selection::{Selection, UnknownRule, matching};

use crate::words::Lang;
pub use crate::words::finding::Finding;

/// One thing noticed about a document, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What was noticed, with the values its message names.
    pub finding: Finding,
    /// Where in the decoded text, in bytes.
    pub span: Span,
    /// Id of the outline node concerned, where there is one.
    pub node: Option<String>,
    /// A replacement that would mend it, where one is known.
    pub fix: Option<Fix>,
}

/// A proposed replacement of a piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The bytes to replace.
    pub span: Span,
    /// What to put there.
    pub text: String,
}

impl Diagnostic {
    /// A diagnostic without node or fix.
    pub fn new(finding: Finding, span: Span) -> Self {
        Self {
            finding,
            span,
            node: None,
            fix: None,
        }
    }

    /// Names the outline node concerned.
    #[must_use]
    pub fn at_node(mut self, id: impl Into<String>) -> Self {
        self.node = Some(id.into());
        self
    }

    /// Proposes a replacement.
    #[must_use]
    pub fn with_fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            span,
            text: text.into(),
        });
        self
    }

    /// The rule that this finding falls under.
    pub fn rule(&self) -> Rule {
        Rule::of(&self.finding)
    }

    /// The stable code, such as `PLAN012`.
    pub fn code(&self) -> &'static str {
        self.rule().code()
    }

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        self.rule().severity()
    }

    /// The sentence a reader sees.
    pub fn message(&self, lang: Lang) -> String {
        self.finding.message(lang)
    }
}
