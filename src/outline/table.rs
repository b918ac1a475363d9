//! Tables that were copied with one cell a line: their rows, told by the column
//! 序号 and the ordinals that run down it.

use std::ops::Range;

use super::line::Line;
use super::mark;

/// The most cells of a header.
const WIDEST: usize = 24;
/// Longest cell of a header, in bytes.
const LONGEST_HEADER: usize = 160;

/// The lines of each row, headers included, in order.
pub(super) fn rows(text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match header(text, lines, at) {
            Some(end) => {
                rows.push(at..end);
                at = body(text, lines, at..end, &mut rows);
            }
            None => at += 1,
        }
    }
    rows
}

/// One past the header that begins here: short lines up to the first ordinal.
fn header(text: &str, lines: &[Line], at: usize) -> Option<usize> {
    let words = |line: &Line| &text[line.from..line.to];
    let first = words(&lines[at]);
    let is_ordinal_column =
        first.len() <= 12 && first.split_whitespace().collect::<String>() == "序号";
    if !is_ordinal_column {
        return None;
    }
    let end = (at + 1..lines.len().min(at + WIDEST))
        .take_while(|&cell| {
            let line = &lines[cell];
            line.to - line.from <= LONGEST_HEADER && !words(line).contains('。')
        })
        .find(|&cell| words(&lines[cell]) == "1")?;
    (end - at >= 2).then_some(end)
}

/// Adds the rows below a header; gives back where the table ends.
fn body(text: &str, lines: &[Line], header: Range<usize>, rows: &mut Vec<Range<usize>>) -> usize {
    let is_followed_by_blank = |at: usize| {
        memchr::memchr_iter(b'\n', &text.as_bytes()[lines[at].to..lines[at].end]).count() > 1
    };
    let width = header.len();
    // A blank line parts the rows and nothing else, or the ordinals do.
    let is_parted = (header.start..header.end - 1).all(|at| !is_followed_by_blank(at))
        && is_followed_by_blank(header.end - 1);
    let mut at = header.end;
    if is_parted {
        while let Some(cells) = (at..lines.len().min(at + 3 * width))
            .position(is_followed_by_blank)
            .map(|last| last + 1)
            .filter(|&cells| cells >= 2 && !is_heading(text, &lines[at]))
        {
            rows.push(at..at + cells);
            at += cells;
        }
        return at;
    }
    let column = Column { text, lines, width };
    let mut ordinal = 1_u32;
    let mut cells = width;
    loop {
        if let Some(end) = column.next(at, ordinal + 1, cells) {
            rows.push(at..end);
            cells = end - at;
            at = end;
            ordinal += 1;
            continue;
        }
        let end = column.end_of_last(at, cells);
        rows.push(at..end);
        let Some(first) = column.begins_again(end) else {
            return end;
        };
        // Sums and the heading of the next group of rows.
        if end < first {
            rows.push(end..first);
        }
        at = first;
        ordinal = 1;
    }
}

/// The column of ordinals of a table whose rows nothing else parts.
struct Column<'t> {
    text: &'t str,
    lines: &'t [Line],
    width: usize,
}

impl Column<'_> {
    fn is(&self, at: usize, ordinal: u32) -> bool {
        let line = &self.lines[at];
        // Most cells are longer than an ordinal.
        line.to - line.from <= 4 && self.text[line.from..line.to].parse() == Ok(ordinal)
    }

    /// Where the ordinal after that of the row at `at` stands: best where a row
    /// of so many cells, or as many as the header, ends.
    fn next(&self, at: usize, ordinal: u32, cells: usize) -> Option<usize> {
        let near = self.lines.len().min(at + 4 * self.width + 8);
        [at + cells, at + self.width]
            .into_iter()
            .chain(at + (self.width / 2).max(2)..near)
            .find(|&cell| cell < near && self.is(cell, ordinal))
    }

    /// One past the last row, which is taken to be as long as the one before.
    fn end_of_last(&self, at: usize, cells: usize) -> usize {
        let most = self.lines.len().min(at + cells);
        (at + 1..most)
            .find(|&cell| is_heading(self.text, &self.lines[cell]))
            .unwrap_or(most)
    }

    /// Where the ordinals begin at 1 again in the same table.
    fn begins_again(&self, at: usize) -> Option<usize> {
        let near = self.lines.len().min(at + 2 * self.width);
        (at..near)
            .take_while(|&cell| !is_heading(self.text, &self.lines[cell]))
            .find(|&cell| self.is(cell, 1) && self.next(cell, 2, self.width).is_some())
    }
}

/// Whether a line begins with a number that no cell begins with.
fn is_heading(text: &str, line: &Line) -> bool {
    mark::read(text, line.from).is_some_and(|mark| mark.sure && mark.end < line.to)
}
