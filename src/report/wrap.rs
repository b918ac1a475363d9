//! Lines of so many columns. Where a line may end is told by the Unicode rules
//! of line breaking, asked only about the few characters around its end: most
//! of a Chinese text may be broken anywhere.

use std::borrow::Cow;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_width::UnicodeWidthChar;

const SOFT_HYPHEN: char = '\u{AD}';

/// Columns that a text takes up, escape sequences not counted.
pub(super) fn width(text: &str) -> usize {
    visible(text).map(|(_, char)| columns_of(char)).sum()
}

/// Fills lines of at most so many columns, the first after `first`, the others
/// after `indent`. What cannot be broken within a line is cut at its end.
/// Blanks at the ends of lines are left out.
pub(super) fn fill(first: &str, indent: &str, text: &str, columns: usize) -> String {
    let mut filled = String::with_capacity(first.len() + text.len() + text.len() / 8);
    filled.push_str(first);
    let mut left = columns.saturating_sub(width(first));
    let later = columns.saturating_sub(width(indent));
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            filled.push('\n');
            filled.push_str(indent);
        }
        let mut rest = line;
        while let Some(end) = overflow(rest, left).map(|past| last_break(rest, past)) {
            filled.push_str(rest[..end].trim_end_matches(' '));
            filled.push('\n');
            filled.push_str(indent);
            rest = &rest[end..];
            left = later;
        }
        filled.push_str(rest.trim_end_matches(' '));
        left = later;
    }
    filled
}

/// Where the first character stands that is past the last column; blanks may
/// hang over.
fn overflow(line: &str, columns: usize) -> Option<usize> {
    let mut used = 0;
    let mut past = |char| {
        let before = used;
        used += columns_of(char);
        used > columns && char != ' ' && before > 0
    };
    let mut chars = line.char_indices();
    while let Some((at, char)) = chars.next() {
        if char == '\x1b' {
            skip_sequence(&mut chars);
        } else if past(char) {
            return Some(at);
        }
    }
    None
}

/// So many characters after a place tell whether a line may end there. A line
/// without Han would else be read to its end for each line that is filled.
const FARTHEST: usize = 64;

/// The last place up to `past` where the line may be broken; `past` itself
/// where there is none.
fn last_break(line: &str, past: usize) -> usize {
    if is_between_han(line, past) {
        return past;
    }
    let start = boundaries(line, past).find(|&at| is_between_han(line, at));
    let end = line[past..]
        .char_indices()
        .map(|(offset, _)| past + offset)
        .enumerate()
        .find(|&(away, at)| away > FARTHEST || (at > past && is_between_han(line, at)))
        .map_or(line.len(), |(_, at)| at);
    let from = start.unwrap_or(0);
    breaks(&line[from..end])
        .into_iter()
        .map(|offset| from + offset)
        .rfind(|&at| at <= past)
        .or(start)
        .unwrap_or(past)
}

/// The places between the characters before `past`, the last first.
fn boundaries(line: &str, past: usize) -> impl Iterator<Item = usize> + '_ {
    line[..past].char_indices().rev().map(|(at, _)| at)
}

/// Between two Han characters a line may always be broken, and what stands
/// before them has no say in where else.
fn is_between_han(line: &str, at: usize) -> bool {
    line[..at].ends_with(is_han) && line[at..].starts_with(is_han)
}

const fn is_han(char: char) -> bool {
    matches!(char, '\u{4E00}'..='\u{9FFF}')
}

/// Where the Unicode rules allow a break inside a text; not after hyphens. An
/// escape sequence at such a place opens the next line.
fn breaks(text: &str) -> Vec<usize> {
    let plain: Cow<'_, str> = if text.contains('\x1b') {
        visible(text)
            .map(|(_, char)| char)
            .collect::<String>()
            .into()
    } else {
        text.into()
    };
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let allowed = segmenter
        .segment_str(&plain)
        .filter(|&at| at > 0 && at < plain.len())
        .filter(|&at| !plain[..at].ends_with(['-', SOFT_HYPHEN]));
    if plain.len() == text.len() {
        return allowed.collect();
    }
    let mut places = Vec::new();
    let mut ends = visible(text).scan((0, 0), |(shown, end), (at, char)| {
        let place = (*shown, *end);
        *shown += char.len_utf8();
        *end = at + char.len_utf8();
        Some(place)
    });
    for at in allowed {
        places.extend(ends.find(|&(shown, _)| shown == at).map(|(_, end)| end));
    }
    places
}

/// The characters that are shown, with their places: those outside the escape
/// sequences that set styles.
fn visible(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut chars = text.char_indices();
    std::iter::from_fn(move || {
        loop {
            let (at, char) = chars.next()?;
            if char != '\x1b' {
                return Some((at, char));
            }
            skip_sequence(&mut chars);
        }
    })
}

/// Skips what follows the first character of an escape sequence.
fn skip_sequence(chars: &mut std::str::CharIndices) {
    chars
        .skip(1)
        .find(|(_, end)| matches!(end, '\x40'..='\x7e'));
}

fn columns_of(char: char) -> usize {
    match char {
        // Han, and the marks of Chinese text, of which the tables say the same.
        '\u{4E00}'..='\u{9FFF}' | '\u{3001}'..='\u{3011}' | '\u{FF01}'..='\u{FF5E}' => 2,
        ' '..='~' => 1,
        _ => char.width().unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn reference(first: &str, indent: &str, text: &str, columns: usize) -> String {
        let options = textwrap::Options::new(columns)
            .initial_indent(first)
            .subsequent_indent(indent)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        textwrap::fill(text, options)
    }

    #[test]
    fn lines_end_where_unicode_lets_them() {
        for (text, columns, expected) in [
            ("一二三四五", 4, "一二\n三四\n五"),
            ("一二三，四五", 6, "一二\n三，四\n五"),
            ("一二《三四》", 6, "一二\n《三\n四》"),
            ("seven eight  nine", 6, "seven\neight\nnine"),
            ("一二\x1b[1m三四\x1b[0m", 4, "一二\n\x1b[1m三四\x1b[0m"),
            ("abcdefgh", 3, "abc\ndef\ngh"),
        ] {
            assert_eq!(fill("", "", text, columns), expected, "{text}");
        }
    }

    proptest! {
        /// Asking only about the ends of lines changes nothing.
        #[test]
        fn lines_are_those_of_wrapping_word_by_word(
            text in "([一-十]{0,9}|[，。；：“”（）《》、—…]|[ a-z0-9-]{0,6}|\x1b\\[1m[一-十a-z]|％|\\.|/){0,40}",
            columns in 20_usize..60,
            head in "[一-十a-z]{0,8} ",
        ) {
            let text = text + "末";
            let indent = " ".repeat(width(&head));
            prop_assert_eq!(
                fill(&head, &indent, &text, columns + indent.len()),
                reference(&head, &indent, &text, columns + indent.len())
            );
        }
    }
}
