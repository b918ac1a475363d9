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
/// line breaks and tabs are shown as blanks, all else that acts is made
/// visible.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if memchr::memchr3(b'\r', b'\n', b'\t', text.as_bytes()).is_none() {
        return visible(text);
    }
    let running = text.replace('\r', "").replace(['\n', '\t'], " ");
    Cow::Owned(visible(&running).into_owned())
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
        assert_eq!(clean("甲\u{1b}[31m乙\u{202E}丙\r\n丁"), "甲␛[31m乙�丙 丁");
        assert!(matches!(clean("平常的话。"), Cow::Borrowed(_)));
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
