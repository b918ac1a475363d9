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
mod table;
#[cfg(test)]
mod tests;
mod tree;
mod wrap;

pub use citation::normal_citation;
pub(crate) use responsibility::{COLONS, is_colon, is_term};
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

/// How far a tree may grow, so that no text takes up memory without end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Deepest level of a node, at most [`Limits::DEEPEST`]; what is nested
    /// deeper becomes a sibling.
    pub levels: usize,
    /// Most pieces that the text is cut into; what follows stays in the last.
    pub nodes: usize,
}

impl Limits {
    /// The deepest level that can be allowed.
    pub const DEEPEST: u8 = 64;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            levels: usize::from(Self::DEEPEST),
            nodes: 2_000_000,
        }
    }
}

/// Parses a text into its outline, within the usual limits.
pub fn parse(text: &str, guide: Option<&[GuideHeading]>) -> Outline {
    parse_within(text, guide, Limits::default())
}

/// Parses a text into its outline.
pub fn parse_within(text: &str, guide: Option<&[GuideHeading]>, limits: Limits) -> Outline {
    let numbered = numbered(text, limits);
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
fn numbered(text: &str, limits: Limits) -> Outline {
    let (mut blocks, rest) = block::cut(text, limits.nodes);
    let refused = settle::settle(text, &mut blocks);
    let order = Order::learn(&blocks);
    let mut places = level::place(&blocks, &order);
    if recover::recover(text, &mut blocks, &places, &order) {
        places = level::place(&blocks, &order);
    }
    let mut built = build::build(text, &blocks, &places, limits.levels);
    let mut diagnostics = check::check(text, &built.nodes, &built.numbers);
    diagnostics.append(&mut built.diagnostics);
    diagnostics.extend(rest.map(|rest| {
        let limit = limits.nodes;
        Diagnostic::new(Finding::TooManyNodes { limit }, rest)
    }));
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
