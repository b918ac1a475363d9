//! Lines of a text with the blank lines after them; they tile the text.

use super::mark::{self, skip_blanks};
use super::tree::Style;

/// A line that holds text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// First byte, leading blanks included.
    pub start: usize,
    /// One past its line break and the blank lines after it.
    pub end: usize,
    /// Where its text starts.
    pub from: usize,
    /// Where its text ends.
    pub to: usize,
}

/// A line longer than this may be a whole document whose line breaks are lost.
pub(super) const FLAT: usize = 1000;

/// Splits the text at its line breaks, and lines of flattened documents at
/// the indents that are left of theirs. Stops when there are more than `most`.
pub(super) fn split(text: &str, most: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(text.len() / 80 + 1);
    let bytes = text.as_bytes();
    let mut start = 0;
    while start < bytes.len() && lines.len() <= most {
        let (line_end, end) = line_end(bytes, start);
        let from = skip_blanks(text, start).min(line_end);
        let to = trimmed_end(text, from, line_end);
        if from < to {
            let first = if lines.is_empty() { 0 } else { start };
            let line = Line {
                start: first,
                end,
                from,
                to,
            };
            if to - from > FLAT {
                split_at_indents(text, line, &mut lines);
            } else {
                lines.push(line);
            }
        } else if let Some(before) = lines.last_mut() {
            before.end = end;
        }
        start = end;
    }
    if lines.is_empty() && !bytes.is_empty() {
        lines.push(Line {
            start: 0,
            end: bytes.len(),
            from: bytes.len(),
            to: bytes.len(),
        });
    }
    lines
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
    // Only these bytes can end a blank.
    match text.as_bytes()[line_end - 1] {
        b' ' | 0x09..=0x0D | 0x80..=0xBF => from + text[from..line_end].trim_end().len(),
        _ => line_end,
    }
}

/// Fewest columns of blanks that are left of a line break and an indent.
const INDENT: usize = 3;

fn split_at_indents(text: &str, line: Line, lines: &mut Vec<Line>) {
    let bytes = &text.as_bytes()[line.from..line.to];
    let mut rest = line;
    for at in memchr::memchr3_iter(b' ', 0xC2, 0xE3, bytes) {
        let at = line.from + at;
        if at <= rest.from {
            continue;
        }
        let from = skip_blanks(text, at);
        let wide = from > at + 1 && {
            let columns = |char: char| if char == '　' { 2 } else { 1 };
            text[at..from].chars().map(columns).sum::<usize>() >= INDENT
        };
        if !wide || from >= line.to {
            continue;
        }
        let before = text[rest.from..at].trim_end();
        if !ends_paragraph(before) && !opens_numbered(text, from) {
            continue;
        }
        lines.push(Line {
            end: at,
            to: rest.from + before.len(),
            ..rest
        });
        rest.start = at;
        rest.from = from;
    }
    lines.push(rest);
}

/// Whether a number of the outline stands here that nothing but a paragraph
/// opens with: 三、 after a list of units without a stop.
fn opens_numbered(text: &str, from: usize) -> bool {
    mark::read(text, from).is_some_and(|mark| {
        let of_plans = matches!(
            mark.style,
            Style::Han | Style::HanParen | Style::Arabic | Style::ArabicParen
        );
        mark.sure && of_plans
    })
}

/// The longest heading or signature, in bytes.
const SHORT: usize = 150;

/// Whether a paragraph may end so: with a stop, or as a heading or signature;
/// not 总 of a spaced 总　　则.
fn ends_paragraph(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let stops = [
        '。', '；', '：', '！', '？', '）', '”', '》', '.', ':', ';', '日',
    ];
    before.ends_with(stops) || (before.len() < SHORT && word.chars().count() > 1)
}
