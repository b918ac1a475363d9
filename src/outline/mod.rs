//! Text → a lossless numbered tree and diagnostics. Never fails.
//!
//! Numbering follows GB/T 9704—2012, 7.3.3 (一、（一）1.（1）) with its usual
//! other spellings; levels come from nesting, not from a fixed table.

mod block;
mod build;
mod check;
mod citation;
mod damaged;
mod front;
mod heading;
mod inline;
mod level;
mod line;
mod list;
mod mark;
mod numeral;
mod recover;
mod responsibility;
pub mod restore;
mod settle;
#[cfg(test)]
mod tests;
mod tree;
mod wrap;

pub use citation::normal_citation;
pub use tree::{Kind, Node, NodeIndex, Num, Outline, Recovered, RecoveredBy, Style};

use crate::diagnostic::{Diagnostic, Finding, Span};
use level::Order;

/// A heading of another document, told to the parser where a damaged text has
/// lost its own marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideHeading {
    /// Depth, from 1.
    pub level: u8,
    /// The heading without its number.
    pub text: String,
}

/// The number that a text spells out in Chinese, up to 999.
pub fn han_number(text: &str) -> Option<u32> {
    numeral::han(text.as_bytes())
        .filter(|&(_, length)| length == text.len())
        .map(|(value, _)| value)
}

/// Parses a text into its outline.
pub fn parse(text: &str, guide: Option<&[GuideHeading]>) -> Outline {
    let numbered = numbered(text);
    match damaged::recover(text, guide) {
        // What is put back must not cost a number that is still printed.
        Some(recovered) if printed(&recovered) >= printed(&numbered) => recovered,
        _ => numbered,
    }
}

/// How many nodes have a printed number.
fn printed(outline: &Outline) -> usize {
    outline
        .nodes
        .iter()
        .filter(|node| node.num.is_some())
        .count()
}

/// The outline told by the printed numbers alone.
fn numbered(text: &str) -> Outline {
    let mut blocks = block::cut(text);
    let refused = settle::settle(text, &mut blocks);
    let order = Order::learn(&blocks);
    let mut places = level::place(&blocks, &order);
    if recover::recover(text, &mut blocks, &places, &order) {
        places = level::place(&blocks, &order);
    }
    let mut built = build::build(text, &blocks, &places);
    let mut diagnostics = check::check(text, &built.nodes, &built.numbers);
    diagnostics.append(&mut built.diagnostics);
    diagnostics.extend(refused.iter().map(|mark| suspected(text, mark)));
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.rule()));
    Outline {
        text: text.into(),
        nodes: built.nodes,
        diagnostics,
        sentence_ends: Vec::new(),
    }
}

/// What looks like a number at the start of a line and was read as text.
fn suspected(text: &str, mark: &mark::Mark) -> Diagnostic {
    let span = Span::new(mark.start, mark.end);
    let number = span.of(text).to_owned();
    Diagnostic::new(Finding::SuspectedFalseNumber { number }, span)
}
