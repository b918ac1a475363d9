//! Cuts a text into blocks: a line with the blank lines after it, or a part of
//! a line where numbers stand inside it. Blocks tile the text.

use super::mark::{self, Mark, skip_blanks};
use super::responsibility;
use super::tree::Style;

/// What a block's text starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// A number of the outline.
    Number(Mark),
    /// A bullet; where its sign ends.
    Bullet(usize),
    /// A label such as 牵头单位.
    Responsibility,
    /// Nothing of these.
    Plain,
}

/// A piece of the text that is laid out as one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    /// First byte, leading blanks included.
    pub start: usize,
    /// One past its line break and the blank lines after it.
    pub end: usize,
    /// Where its text starts, after blanks and Markdown's signs.
    pub from: usize,
    /// Where its text ends.
    pub to: usize,
    /// What it starts with.
    pub lead: Lead,
}

impl Block {
    /// Its number, if it starts with one.
    pub fn mark(&self) -> Option<&Mark> {
        match &self.lead {
            Lead::Number(mark) => Some(mark),
            _ => None,
        }
    }

    /// Where the text after its number or bullet starts.
    pub fn body(&self, text: &str) -> usize {
        let from = match self.lead {
            Lead::Number(mark) => mark.end,
            Lead::Bullet(end) => end,
            _ => self.from,
        };
        skip_blanks(text, from).min(self.to)
    }
}

/// Cuts the text.
pub(super) fn cut(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(text.len() / 96 + 1);
    let bytes = text.as_bytes();
    let mut start = 0;
    let mut pending = 0;
    while start < bytes.len() {
        let (line_end, end) = line_end(bytes, start);
        let from = skip_blanks(text, start);
        let to = trimmed_end(text, from, line_end);
        if from >= to {
            match blocks.last_mut() {
                Some(before) => before.end = end,
                None => pending = end,
            }
        } else {
            let first = if blocks.is_empty() { 0 } else { start };
            debug_assert!(blocks.is_empty() || pending <= start);
            cut_line(text, first, from, to, end, &mut blocks);
        }
        start = end;
    }
    if blocks.is_empty() && !bytes.is_empty() {
        blocks.push(Block {
            start: 0,
            end: bytes.len(),
            from: bytes.len(),
            to: bytes.len(),
            lead: Lead::Plain,
        });
    }
    blocks
}

/// Where the line's text ends and where its line break ends.
fn line_end(bytes: &[u8], start: usize) -> (usize, usize) {
    match memchr::memchr2(b'\n', b'\r', &bytes[start..]) {
        None => (bytes.len(), bytes.len()),
        Some(length) => {
            let at = start + length;
            let crlf = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
            (at, at + 1 + usize::from(crlf))
        }
    }
}

fn trimmed_end(text: &str, from: usize, line_end: usize) -> usize {
    if from >= line_end {
        return from;
    }
    match text.as_bytes()[line_end - 1] {
        // No blank ends in such a byte, but for the sign of a Han character it may.
        b' ' | b'\t' | 0x80..=0xBF => from + text[from..line_end].trim_end().len(),
        _ => line_end,
    }
}

fn cut_line(text: &str, start: usize, from: usize, to: usize, end: usize, blocks: &mut Vec<Block>) {
    let (_, from) = mark::markdown(text, from);
    let from = from.min(to);
    let mut lead = lead(text, from, to);
    if lead == Lead::Plain
        && blocks
            .last()
            .is_some_and(|before| before.lead == Lead::Responsibility)
        && responsibility::is_unknown_label(text, from, to)
    {
        lead = Lead::Responsibility;
    }
    let first = blocks.len();
    blocks.push(Block {
        start,
        end,
        from,
        to,
        lead,
    });
    for mark in inline(text, from, to) {
        let before = &mut blocks[first..];
        let last = before.last_mut().expect("the line's first block");
        last.end = mark.start;
        last.to = last.from + text[last.from..mark.start].trim_end().len();
        blocks.push(Block {
            start: mark.start,
            end,
            from: mark.start,
            to,
            lead: Lead::Number(mark),
        });
    }
}

fn lead(text: &str, from: usize, to: usize) -> Lead {
    if let Some(mark) = mark::read(text, from)
        && mark.end <= to
        && (mark.sure || mark.style == Style::Inline)
    {
        return Lead::Number(mark);
    }
    if let Some(end) = mark::bullet(text, from)
        && end < to
    {
        return Lead::Bullet(end);
    }
    if responsibility::is_line(text, from, to) {
        return Lead::Responsibility;
    }
    Lead::Plain
}

/// Fewest bytes of a line in which chapters may stand.
const FLAT: usize = 3000;

/// The chapters 一、二、三 … of a text that stands on a single line.
fn inline(text: &str, from: usize, to: usize) -> Vec<Mark> {
    if to - from < FLAT {
        return Vec::new();
    }
    let bytes = text.as_bytes();
    let mut found: Vec<Mark> = Vec::new();
    for at in memchr::memchr_iter(b'.', &bytes[from..to]).map(|at| at + from + 1) {
        let Some(mark) = mark::read(text, at) else {
            continue;
        };
        if mark.style == Style::Han && mark.value == found.last().map_or(1, |last| last.value + 1) {
            found.push(mark);
        }
    }
    if found.len() < 3 { Vec::new() } else { found }
}
