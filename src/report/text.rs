//! Text for terminals: wrapping by display width, colours, and documents'
//! own control characters made harmless.

use std::borrow::Cow;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::wrap::{fill, width};
use super::{Document, Look};
use crate::words::visible::visible;

/// How a text is set apart: by the escape sequence before it; that behind it is
/// always the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style(pub(super) &'static str);

pub(super) const END: &str = "\x1b[0m";

pub(super) const STRONG: Style = Style("\x1b[1m");
pub(super) const FAINT: Style = Style("\x1b[2m");
pub(super) const GOOD: Style = Style("\x1b[32m");
pub(super) const FAIR: Style = Style("\x1b[33m");
pub(super) const POOR: Style = Style("\x1b[31m");
pub(super) const PLACE: Style = Style("\x1b[36m");

/// Text in a style.
pub(super) fn styled(style: Style, text: &str) -> String {
    [style.0, text, END].concat()
}

/// Adds text in a style to a line.
pub(super) fn push_styled(line: &mut String, style: Style, text: &str) {
    for part in [style.0, text, END] {
        line.push_str(part);
    }
}

/// A document's text as running text without what could steer a terminal:
/// lines are joined, tabs are shown as blanks, all else that acts is made
/// visible.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if memchr::memchr3(b'\r', b'\n', b'\t', text.as_bytes()).is_none() {
        return visible(text);
    }
    let mut running = String::with_capacity(text.len());
    for line in text.replace('\r', "").split('\n') {
        let next = line.trim_start().chars().next();
        if let (Some(last), Some(next)) = (running.chars().next_back(), next)
            && !is_joined(last, next)
        {
            running.push(' ');
        }
        running.push_str(if running.is_empty() {
            line
        } else {
            line.trim_start()
        });
    }
    Cow::Owned(visible(&running.replace('\t', " ")).into_owned())
}

/// Whether a line that ends with the one character and the next line that
/// begins with the other are written without a blank: Chinese text, and a number
/// that a line's end divides.
fn is_joined(last: char, next: char) -> bool {
    let is_latin = |char: char| char < '\u{1100}';
    !(is_latin(last) && is_latin(next)) || last.is_ascii_digit() && next.is_ascii_digit()
}

/// Wraps a text, the first line after `first`, the others after as many
/// blanks.
pub(super) fn wrapped(first: &str, text: &str, columns: usize) -> String {
    let rest = " ".repeat(width(first));
    let columns = columns.max(rest.len() + 20);
    fill(first, &rest, text, columns)
}

/// The line that says which document follows.
pub(super) fn title(document: &Document, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let line = format!(
        "{} {}",
        styled(STRONG, &document.id),
        clean(&document.title)
    );
    writeln!(out, "{}", wrapped("", &line, look.width))
}

/// A text cut to so many columns, with an ellipsis if cut.
pub(super) fn cut(text: &str, columns: usize, ascii: bool) -> Cow<'_, str> {
    if text.width() <= columns {
        return Cow::Borrowed(text);
    }
    let ellipsis = if ascii { "..." } else { "…" };
    let mut kept = String::new();
    let mut used = ellipsis.len().min(3);
    for c in text.chars() {
        used += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if used > columns {
            break;
        }
        kept.push(c);
    }
    kept.push_str(ellipsis);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_steer_a_terminal_is_shown_as_a_mark() {
        assert_eq!(clean("甲\u{1b}[31m乙\u{202E}丙\t丁"), "甲␛[31m乙�丙 丁");
        assert!(matches!(clean("平常的话。"), Cow::Borrowed(_)));
    }

    #[test]
    fn lines_are_joined_as_their_text_is_written() {
        for (text, expected) in [
            ("第18\r\n次会议", "第18次会议"),
            ("泵站30\n0个", "泵站300个"),
            ("乡镇\n　　负责", "乡镇负责"),
            ("Wi-Fi\nAP", "Wi-Fi AP"),
            ("甲\n\n乙\n", "甲乙"),
        ] {
            assert_eq!(clean(text), expected, "{text}");
        }
    }

    #[test]
    fn han_text_is_wrapped_by_columns() {
        assert_eq!(
            wrapped("> ", "一二三四五六七八九十一二三四五", 22),
            "> 一二三四五六七八九十\n  一二三四五"
        );
        assert_eq!(cut("一二三四五", 9, false), "一二三…");
    }
}
