//! Numbers that a browser shows before the items of a list.

use super::tag::Tag;

/// An open list.
pub(super) struct List {
    next: u32,
    style: u8,
    numbered: bool,
}

impl List {
    pub(super) fn open(tag: &Tag) -> Self {
        Self {
            next: tag.start.unwrap_or(1),
            style: tag.list_type,
            numbered: tag.name == b"ol" && !tag.unmarked,
        }
    }

    /// The number of the next item; letters as far as they go.
    pub(super) fn item(&mut self, tag: &Tag) -> Option<String> {
        if !self.numbered {
            return None;
        }
        let number = tag.start.unwrap_or(self.next);
        self.next = number.saturating_add(1);
        Some(match (self.style, number) {
            (first @ (b'a' | b'A'), 1..=26) => {
                format!("{}.", (first + (number - 1) as u8) as char)
            }
            _ => format!("{number}."),
        })
    }
}

/// Whether a line states the first number of a document or of its chapters.
pub(super) fn opens_numbering(line: &str) -> bool {
    let line = line.trim_start();
    [
        "一、",
        "一．",
        "一.",
        "（一）",
        "(一)",
        "第一章",
        "第一条",
        "第一部分",
        "1.",
        "1、",
        "1．",
    ]
    .iter()
    .any(|number| line.starts_with(number))
}

/// Whether an item that begins with this character states its own number.
pub(super) fn states_number(first: char) -> bool {
    first.is_ascii_digit() || "一二三四五六七八九十第（(①②③④⑤⑥⑦⑧⑨".contains(first)
}
