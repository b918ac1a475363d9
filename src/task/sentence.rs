//! Cuts running text into sentences.

use std::iter::Peekable;
use std::sync::LazyLock;

use crate::diagnostic::Span;
use crate::vocabulary::{Found, Vocabulary};

/// What ends a sentence in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stops {
    /// 。！？
    Whole,
    /// The half-width full point.
    Points,
}

impl Stops {
    /// Finds out how a document ends its sentences.
    pub(super) fn of(text: &str) -> Self {
        if memchr::memmem::find(text.as_bytes(), "。".as_bytes()).is_some() {
            return Self::Whole;
        }
        let points = memchr::memchr_iter(b'.', text.as_bytes())
            .filter(|&at| text[..at].ends_with(is_han) && text[at + 1..].starts_with(is_han))
            .count();
        if points < FEWEST_POINTS {
            Self::Whole
        } else {
            Self::Points
        }
    }
}

/// Fewer full points between Han characters are misprints.
const FEWEST_POINTS: usize = 8;

/// Whether digits stand on both sides of the point.
fn is_decimal(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    at > 0 && bytes[at - 1].is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Longest quotation, in bytes, that is kept whole although it holds a full stop.
const LONGEST_QUOTATION: usize = 360;

/// The sentences of a piece of text, each from its first character to its
/// full stop (。！？) and the marks that close after it. Semicolons do not end
/// a sentence. A bracket that stands between two sentences is one of its own;
/// full stops inside a bracket or a short quotation do not count.
pub(super) fn sentences(text: &str, within: Span, stops: Stops) -> Vec<Span> {
    let piece = within.of(text);
    let mut cuts = Cuts {
        text,
        base: within.start,
        start: 0,
        found: Vec::new(),
    };
    let marks = marks(piece);
    let pairs = pairs(&marks);
    let mut next_pair = 0;
    let mut marks = marks.into_iter().peekable();
    while let Some(Mark {
        at,
        end: after,
        char,
    }) = marks.next()
    {
        if is_opening(char) {
            while next_pair < pairs.len() && pairs[next_pair].0 < at {
                next_pair += 1;
            }
            let Some(&(_, end)) = pairs.get(next_pair).filter(|pair| pair.0 == at) else {
                continue;
            };
            let inside = &piece[after..end];
            if is_quotation(char) && ends_a_sentence(inside) && !continues(&piece[end..]) {
                if inside.len() <= LONGEST_QUOTATION {
                    skip_to(&mut marks, end);
                    cuts.cut(end);
                }
                continue;
            }
            if is_quotation(char) && inside.len() > LONGEST_QUOTATION {
                continue;
            }
            let opens_sentence = piece[cuts.start..at].trim().is_empty();
            skip_to(&mut marks, end);
            if opens_sentence && is_round(char) && cuts.start > 0 {
                let rest = piece[end..].trim_start();
                if !rest.starts_with(['，', '、', '；', '。', '：', ',', ';']) {
                    cuts.cut(end);
                }
            }
        } else if is_stop(char) || stops == Stops::Points && char == '.' && !is_decimal(piece, at) {
            let mut end = after;
            let closes =
                |mark: &Mark, end| mark.at == end && (is_stop(mark.char) || is_closing(mark.char));
            while let Some(mark) = marks.next_if(|mark| closes(mark, end)) {
                end = mark.end;
            }
            cuts.cut(end);
        }
    }
    cuts.cut(piece.len());
    cuts.found
}

/// A mark that opens, closes or ends something.
#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    end: usize,
    char: char,
}

const MARKS: [&str; 31] = [
    "。", "！", "？", "!", "?", "｡", ".", "“", "‘", "「", "『", "（", "(", "〔", "［", "[", "《",
    "〈", "【", "”", "’", "」", "』", "）", ")", "〕", "］", "]", "》", "〉", "】",
];

static FINDER: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(MARKS));

/// The marks of a piece of text, in order.
fn marks(piece: &str) -> Vec<Mark> {
    let mark = |found: Found| {
        let char = MARKS[found.word].chars().next()?;
        Some(Mark {
            at: found.start,
            end: found.end,
            char,
        })
    };
    FINDER.find_all(piece).filter_map(mark).collect()
}

struct Cuts<'t> {
    text: &'t str,
    base: usize,
    start: usize,
    found: Vec<Span>,
}

impl Cuts<'_> {
    fn cut(&mut self, end: usize) {
        let span = Span::new(self.base + self.start, self.base + end).trimmed(self.text);
        self.start = end;
        if span.of(self.text).chars().any(char::is_alphanumeric) {
            self.found.push(span);
        } else if let Some(last) = self.found.last_mut().filter(|_| !span.is_empty()) {
            last.end = span.end;
        }
    }
}

fn skip_to(marks: &mut Peekable<impl Iterator<Item = Mark>>, end: usize) {
    while marks.next_if(|mark| mark.at < end).is_some() {}
}

/// Brackets and quotation marks that close, as (start of the opening mark, end
/// of the closing mark), by start. One left open pairs with nothing.
fn pairs(marks: &[Mark]) -> Vec<(usize, usize)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut pairs = Vec::new();
    for &Mark { at, end, char } in marks {
        if is_opening(char) {
            open.push((at, closing_of(char)));
        } else if is_closing(char)
            && let Some(unclosed) =
                (open.iter().rev().take(DEEPEST_UNCLOSED)).position(|&(_, closing)| closing == char)
        {
            let depth = open.len() - unclosed - 1;
            pairs.push((open[depth].0, end));
            open.truncate(depth);
        }
    }
    pairs.sort_unstable();
    pairs
}

/// How far back among the open marks a closing one looks for its own. Keeps the
/// search linear.
const DEEPEST_UNCLOSED: usize = 4;

fn ends_a_sentence(inside: &str) -> bool {
    inside
        .trim_end_matches(is_closing)
        .char_indices()
        .next_back()
        .is_some_and(|(_, char)| is_stop(char))
}

/// Whether the sentence goes on after a quotation.
fn continues(rest: &str) -> bool {
    rest.trim_start().starts_with([
        '，', '、', '；', '：', ',', ';', '的', '等', '之', '为', '和', '与',
    ])
}

const fn is_stop(char: char) -> bool {
    matches!(char, '。' | '！' | '？' | '!' | '?' | '｡')
}

const fn is_quotation(char: char) -> bool {
    matches!(char, '“' | '‘' | '「' | '『')
}

const fn is_round(char: char) -> bool {
    matches!(char, '（' | '(' | '〔' | '［' | '[')
}

const fn is_opening(char: char) -> bool {
    is_quotation(char) || is_round(char) || matches!(char, '《' | '〈' | '【')
}

const fn is_closing(char: char) -> bool {
    matches!(
        char,
        '”' | '’' | '」' | '』' | '）' | ')' | '〕' | '］' | ']' | '》' | '〉' | '】'
    )
}

const fn closing_of(opening: char) -> char {
    match opening {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '（' => '）',
        '(' => ')',
        '〔' => '〕',
        '［' => '］',
        '[' => ']',
        '《' => '》',
        '〈' => '〉',
        _ => '】',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len()), Stops::of(text))
            .into_iter()
            .map(|span| span.of(text))
            .collect()
    }

    #[test]
    fn sentences_end_at_full_stops_and_the_marks_that_close_after_them() {
        for (text, expected) in [
            ("修渠；补路。植树。", &["修渠；补路。", "植树。"][..]),
            ("修渠！？补路", &["修渠！？", "补路"]),
            (
                "他说：“先修渠。”再补路。",
                &["他说：“先修渠。”", "再补路。"],
            ),
            ("提出“先修渠。”的要求。", &["提出“先修渠。”的要求。"]),
            ("修渠（见图。）并补路。", &["修渠（见图。）并补路。"]),
            (
                "修渠。（水务局牵头。下同）补路。（交通局负责）",
                &["修渠。", "（水务局牵头。下同）", "补路。", "（交通局负责）"],
            ),
            ("修渠。（交通局负责）。", &["修渠。", "（交通局负责）。"]),
            (
                "落实《水法（试行）。》和规定。",
                &["落实《水法（试行）。》和规定。"],
            ),
            ("修渠（未完。补路。", &["修渠（未完。", "补路。"]),
            ("　 修渠。\r\n", &["修渠。"]),
            ("——。", &[]),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn every_mark_that_is_told_apart_is_looked_for() {
        let mut looked_for: Vec<char> = MARKS.iter().flat_map(|mark| mark.chars()).collect();
        looked_for.sort_unstable();
        let is_told =
            |&char: &char| is_opening(char) || is_closing(char) || is_stop(char) || char == '.';
        assert!(('\0'..=char::MAX).filter(is_told).eq(looked_for));
    }

    #[test]
    fn half_width_points_end_sentences_where_there_are_no_others() {
        let text = "修渠,补路.".repeat(9);
        assert_eq!(cut(&text).len(), 9);
    }

    #[test]
    fn a_long_quotation_is_cut_inside() {
        let text = format!("“{}”", "修渠补路。".repeat(60));
        assert_eq!(cut(&text).len(), 60);
    }
}
