//! Text taken from a PDF breaks its lines at a fixed width, inside sentences
//! and words.

use super::line::Line;
use super::mark;
use super::tree::Style;

/// How many lines are looked at to find the width.
const SAMPLE: usize = 600;
/// Narrowest and widest line of a page, in half-width columns.
const NARROWEST: usize = 40;
const WIDEST: usize = 160;
/// Most bytes that a column takes.
const BYTES: usize = 3;
/// How much shorter than the width a full line may be: one full-width
/// character that did not fit and a mark that may not begin a line.
const SLACK: usize = 5;
/// How much shorter a full line may be that is indented besides.
const INDENTED: usize = SLACK + 4;

/// The width at which the lines are broken, in half-width columns; `None`
/// where lines are paragraphs.
pub(super) fn width(text: &str, lines: &[Line]) -> Option<usize> {
    let mut at_width = [0_u32; WIDEST + 1];
    let mut broken_at_width = [0_u32; WIDEST + 1];
    let mut longer = 0;
    for line in &lines[..lines.len().min(SAMPLE)] {
        if line.to - line.from > WIDEST * BYTES {
            longer += 1;
            continue;
        }
        let columns = columns(text, line);
        if columns > WIDEST {
            longer += 1;
        } else {
            at_width[columns] += 1;
            broken_at_width[columns] += u32::from(!ends_sentence(text, line));
        }
    }
    let sum =
        |counts: &[u32], width: usize| -> u32 { counts[width + 1 - SLACK..=width].iter().sum() };
    let width = (NARROWEST..=WIDEST)
        .max_by_key(|&width| (sum(&broken_at_width, width), std::cmp::Reverse(width)))?;
    let full = sum(&at_width, width);
    let broken = sum(&broken_at_width, width);
    let longer = longer + at_width[width + 1..].iter().sum::<u32>();
    (broken >= 8 && broken * 3 >= full * 2 && longer * 3 <= full).then_some(width)
}

/// Whether the line goes on in the next one.
pub(super) fn is_broken(text: &str, line: &Line, width: usize) -> bool {
    columns(text, line) + INDENTED > width && !ends_sentence(text, line)
}

/// Whether a line after a heading that fills its line is the rest of the
/// heading: the text below a heading begins with an indent, so that its full
/// first line is shorter by that.
pub(super) fn ends_heading(text: &str, line: &Line, width: usize) -> bool {
    let columns = columns(text, line);
    columns + SLACK > width + 1 || columns + INDENTED <= width
}

fn ends_sentence(text: &str, line: &Line) -> bool {
    text[..line.to].ends_with(['。', '；', '：', '！', '？', ';', ':'])
}

/// Display width, a character beyond Latin counted as two columns.
fn columns(text: &str, line: &Line) -> usize {
    text[line.from..line.to]
        .chars()
        .map(|char| if char < '\u{1100}' { 1 } else { 2 })
        .sum()
}

/// Whether a line is the number of a page: 5, - 5 -, — 12 —, 第 5 页.
pub(super) fn is_page_number(line: &str) -> bool {
    line.len() <= 30
        && line.contains(|char: char| char.is_ascii_digit())
        && line.chars().all(|char| {
            char.is_ascii_digit() || char.is_whitespace() || "-—–－·第页共/".contains(char)
        })
}

/// Which styles number sentences: articles, and those of which a quarter of
/// the lines or more end in a stop.
pub(super) fn sentence_styles(text: &str, lines: &[Line]) -> Vec<Style> {
    let mut counts: Vec<(Style, u32, u32)> = Vec::new();
    for line in lines {
        let Some(mark) = mark::read(text, line.from) else {
            continue;
        };
        let known = counts.iter().position(|count| count.0 == mark.style);
        let at = known.unwrap_or_else(|| {
            counts.push((mark.style, 0, 0));
            counts.len() - 1
        });
        counts[at].1 += 1;
        counts[at].2 += u32::from(ends_sentence(text, line));
    }
    counts.retain(|&(_, all, stopped)| stopped * 4 >= all);
    let articles = [Style::Article, Style::Paragraph, Style::Point];
    articles
        .into_iter()
        .chain(counts.into_iter().map(|count| count.0))
        .collect()
}
