//! Lists that look like numbered text and are none: contents, attachments, notes.

use std::ops::Range;

use super::line::Line;
use super::mark::{self, skip_blanks};
use super::tree::Style;

/// A table of contents stands within so many lines of the start.
const NEAR_START: usize = 400;
/// The most lines a table of contents has.
const LONGEST: usize = 2000;

/// The lines of the table of contents, its heading included.
pub(super) fn contents(text: &str, lines: &[Line]) -> Range<usize> {
    let is_heading =
        |line: &Line| matches!(key(&text[line.from..line.to]).as_str(), "目录" | "目次");
    let near = &lines[..lines.len().min(NEAR_START)];
    let Some(first) = near
        .iter()
        .position(|line| line.to - line.from <= 30 && is_heading(line))
    else {
        return 0..0;
    };
    let entries: Vec<String> = lines[first + 1..]
        .iter()
        .take(LONGEST)
        .map(|line| key(&text[line.from..line.to]))
        .collect();
    // The text begins where an entry stands a second time.
    let again = (0..entries.len().min(3)).find_map(|entry| {
        let found = entries[entry + 1..]
            .iter()
            .position(|other| *other == entries[entry])?;
        Some(found + 1)
    });
    let length = again.unwrap_or_else(|| {
        let listed =
            |line: &Line| text[line.from..line.to].ends_with(|char: char| char.is_ascii_digit());
        lines[first + 1..]
            .iter()
            .take_while(|line| listed(line))
            .count()
    });
    first..first + 1 + length
}

/// A line without blanks, leaders, page number and Markdown's signs.
fn key(line: &str) -> String {
    line.trim_end_matches(|char: char| {
        char.is_ascii_digit() || char.is_whitespace() || ".…·-—_*()（）".contains(char)
    })
    .chars()
    .filter(|char| !char.is_whitespace() && !"*#".contains(*char))
    .take(40)
    .collect()
}

/// Follows lists that a word opens on their first line: `附件：1.…`, `注：1.…`.
#[derive(Default)]
pub(super) struct Opened {
    next: Option<u32>,
}

impl Opened {
    /// Whether the line belongs to such a list.
    pub(super) fn takes(&mut self, text: &str, line: &Line) -> bool {
        let number = |at: usize| {
            mark::read(text, at)
                .filter(|mark| {
                    matches!(
                        mark.style,
                        Style::Arabic | Style::ArabicParen | Style::Decimal
                    )
                })
                .map(|mark| match mark.other {
                    mark::Other::Item(value, _) => value,
                    _ => mark.value,
                })
        };
        if let Some(after) = opens(text, line) {
            let from = skip_blanks(text, after);
            self.next = if from >= line.to {
                Some(1)
            } else {
                number(from).map(|value| value + 1)
            };
            return true;
        }
        let Some(next) = self.next else { return false };
        if number(line.from) == Some(next) {
            self.next = Some(next + 1);
            true
        } else {
            self.next = None;
            false
        }
    }
}

/// Where the text after 附件： or 注： starts.
pub(super) fn opens(text: &str, line: &Line) -> Option<usize> {
    let bytes = &text.as_bytes()[line.from..line.to];
    // 附, 注: most lines start with neither.
    if !matches!(bytes, [0xE9, 0x99, 0x84, ..] | [0xE6, 0xB3, 0xA8, ..]) {
        return None;
    }
    [
        "附件",
        "附件下载",
        "附件列表",
        "附表",
        "附图",
        "附",
        "备注",
        "注",
    ]
    .iter()
    .find_map(|word| {
        let after = bytes.strip_prefix(word.as_bytes())?;
        let colon = match after {
            [b':', ..] => 1,
            [0xEF, 0xBC, 0x9A, ..] => 3,
            _ => return None,
        };
        Some(line.from + word.len() + colon)
    })
}
