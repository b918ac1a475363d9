//! Places in a text: byte spans, and the lines and columns people read.

use serde::{Deserialize, Serialize};

/// A half-open range of byte offsets in the decoded text.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The bytes it covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same span without the white space at its ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let piece = self.of(text);
        let start = self.start + (piece.len() - piece.trim_start().len());
        let end = start + piece.trim().len();
        Self { start, end }
    }
}

/// Line and column of a place, both counted from 1; the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Finds lines and columns. Built in one pass; a look-up costs at most one
/// block, so a text of a single hundred-megabyte line stays linear.
#[derive(Debug, Clone)]
pub struct Positions<'t> {
    text: &'t str,
    line_starts: Vec<usize>,
    /// Characters before each block of `BLOCK` bytes.
    chars_before: Vec<usize>,
}

const BLOCK: usize = 1024;

impl<'t> Positions<'t> {
    /// Indexes the text.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let line_starts = std::iter::once(0)
            .chain(memchr::memchr_iter(b'\n', bytes).map(|at| at + 1))
            .collect();
        let mut chars_before = Vec::with_capacity(bytes.len() / BLOCK + 1);
        let mut chars = 0;
        for block in bytes.chunks(BLOCK) {
            chars_before.push(chars);
            chars += count_chars(block);
        }
        chars_before.push(chars);
        Self {
            text,
            line_starts,
            chars_before,
        }
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn at(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.line_starts.partition_point(|&start| start <= offset);
        let start = self.line_starts[line - 1];
        Position {
            line,
            column: self.chars_to(offset) - self.chars_to(start) + 1,
        }
    }

    /// Number of lines, a last one without a line break included.
    pub fn lines(&self) -> usize {
        self.line_starts.len()
    }

    /// The whole line (from 1) that holds the offset, without its line break.
    pub fn line_span(&self, line: usize) -> Span {
        let start = self.line_starts[line - 1];
        let end = self
            .line_starts
            .get(line)
            .map_or(self.text.len(), |&next| next - 1);
        let end = if end > start && self.text.as_bytes()[end - 1] == b'\r' {
            end - 1
        } else {
            end
        };
        Span { start, end }
    }

    fn chars_to(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        self.chars_before[block] + count_chars(&self.text.as_bytes()[block * BLOCK..offset])
    }
}

fn count_chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let text = "一、甲\r\n（一）乙\n";
        let positions = Positions::new(text);
        let place = |offset| {
            let at = positions.at(offset);
            (at.line, at.column)
        };
        assert_eq!(place(0), (1, 1));
        assert_eq!(place("一、".len()), (1, 3));
        assert_eq!(place("一、甲\r\n".len()), (2, 1));
        assert_eq!(place("一、甲\r\n（一）".len()), (2, 4));
        assert_eq!(place(text.len()), (3, 1));
        assert_eq!(positions.line_span(1).of(text), "一、甲");
    }

    #[test]
    fn a_column_far_into_a_long_line_is_found_across_blocks() {
        let text = "规".repeat(5000);
        let positions = Positions::new(&text);
        assert_eq!(positions.at(4999 * 3).column, 5000);
        assert_eq!(positions.at(15000).column, 5001);
    }
}
