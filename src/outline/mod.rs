//! Text → a lossless numbered tree and diagnostics. Never fails.
//!
//! Numbering follows GB/T 9704—2012, 7.3.3 (一、（一）1.（1）) with its usual
//! other spellings; levels come from nesting, not from a fixed table.

mod block;
mod build;
mod check;
mod citation;
mod front;
mod heading;
mod level;
mod mark;
mod numeral;
mod responsibility;
#[cfg(test)]
mod tests;
mod tree;

pub use tree::{Kind, Node, NodeIndex, Num, Outline, Recovered, RecoveredBy, Style};

/// A heading of another document, told to the parser where a damaged text has
/// lost its own marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideHeading {
    /// Depth, from 1.
    pub level: u8,
    /// The heading without its number.
    pub text: String,
}

/// Parses a text into its outline.
pub fn parse(text: &str, guide: Option<&[GuideHeading]>) -> Outline {
    let _ = guide;
    let blocks = block::cut(text);
    let mut built = build::build(text, &blocks);
    let mut diagnostics = check::check(text, &built.nodes, &built.numbers);
    diagnostics.append(&mut built.diagnostics);
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.rule()));
    Outline {
        text: text.into(),
        nodes: built.nodes,
        diagnostics,
    }
}
