//! Numbers inside a line: lists run into their paragraph, and documents that
//! stand on a single line.

use super::line::FLAT;
use super::mark::{self, Mark, skip_blanks};
use super::numeral;
use super::tree::Style;

/// Which numbers may follow upon a heading without any mark between, beside
/// those in brackets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glued {
    /// 第一章, 第一条: the text is a legal one.
    pub ordinals: bool,
    /// `1.`, `（1）`, `二、`: the text has lost its line breaks.
    pub figures: bool,
}

/// The places inside the line where a number may stand, in order. Whether it
/// is one is for its sequence to show. In flattened lines, and in legal texts,
/// one may follow upon a heading without any mark between.
pub(super) fn candidates(text: &str, from: usize, to: usize, glued: Glued, found: &mut Vec<Mark>) {
    let bytes = &text.as_bytes()[..to];
    let first = found.len();
    let flat = to - from > FLAT;
    // Where every mark is a point, each could be a number's.
    let figures = flat && glued.figures && text[from..to].contains('。');
    for at in memchr::memchr2_iter(0xE3, 0xEF, &bytes[from..]) {
        let at = from + at;
        match bytes[at..] {
            // 。；：！？）
            [0xE3, 0x80, 0x82, ..] | [0xEF, 0xBC, 0x9B | 0x9A | 0x81 | 0x9F | 0x89, ..] => {
                let next = after_stop(text, at + 3);
                if next < to && could_start(&bytes[next..]) {
                    found.extend(read(text, next, to, false));
                }
            }
            // （
            [0xEF, 0xBC, 0x88, ..] if at > from && numeral::is_han(&bytes[at + 3..]) => {
                found.extend(read(text, at, to, true));
            }
            _ => {}
        }
    }
    if figures {
        found.extend(glued_figures(text, from, to));
    }
    if glued.ordinals || flat {
        // A line that is nothing but its mark has no second byte to look from.
        let rest = bytes.get(from + 1..).unwrap_or_default();
        for at in memchr::memchr2_iter(0xE7, b'(', rest) {
            let at = from + 1 + at;
            if matches!(
                bytes[at..],
                [0xE7, 0xAC, 0xAC, ..] | [b'(', 0xE4..=0xE9, ..]
            ) {
                found.extend(read(text, at, to, true));
            }
        }
        found[first..].sort_by_key(|mark| mark.start);
    }
    // One removal after the other would be quadratic in a line of 100 MB.
    let mut past = from;
    let mut kept = first;
    for at in first..found.len() {
        if found[at].start >= past {
            past = found[at].end;
            found[kept] = found[at];
            kept += 1;
        }
    }
    found.truncate(kept);
}

/// Numbers that follow upon a word without any mark between: `健全制度1.修订`,
/// `市财政局（2）开展`, `市财政局三、强化`. Only their sequence can prove them.
fn glued_figures(text: &str, from: usize, to: usize) -> impl Iterator<Item = Mark> + '_ {
    let bytes = &text.as_bytes()[..to];
    let mut past = from;
    text[from..to]
        .char_indices()
        .skip(1)
        .map(move |(offset, char)| (from + offset, char))
        .filter_map(move |(at, char)| {
            let starts = match char {
                '0'..='9' | '０'..='９' => true,
                '（' | '(' => bytes[at + char.len_utf8()..]
                    .first()
                    .is_some_and(u8::is_ascii_digit),
                _ => numeral::is_han(&bytes[at..]),
            };
            if !starts || at < past {
                return None;
            }
            let mark = mark::read(text, at).filter(|mark| mark.end < to)?;
            past = mark.end;
            is_glued(text, &mark).then(|| mark.unsure())
        })
}

fn is_glued(text: &str, mark: &Mark) -> bool {
    let (before, after) = (&text[..mark.start], &text[mark.end..]);
    let follows_word = before.ends_with(is_word) && !before.ends_with(COUNTED);
    let opens_words = after.starts_with(|char| is_word(char) || matches!(char, '“' | '《'));
    follows_word
        && opens_words
        && match mark.style {
            Style::Arabic => mark.sure,
            // 统一、规范: the first is never told from a word that ends in 一.
            Style::Han => mark.sure && mark.value > 1,
            Style::ArabicParen => may_stand_inside(text, mark, true),
            _ => false,
        }
}

const fn is_word(char: char) -> bool {
    matches!(char, '\u{4E00}'..='\u{9FFF}')
}

/// What is counted or named by a number that follows: 附件1、, 第二、, 周三、.
const COUNTED: [char; 22] = [
    '第', '件', '表', '图', '栏', '号', '级', '类', '档', '组', '期', '型', '周', '初', '其', '之',
    '约', '共', '达', '近', '超', '为',
];

fn read(text: &str, at: usize, to: usize, glued: bool) -> Option<Mark> {
    mark::read(text, at).filter(|mark| mark.end < to && may_stand_inside(text, mark, glued))
}

/// How far back a number looks for the one it follows.
const BACK: usize = 32;
/// Fewest steps from one chapter to the next that prove them.
const STEPS: u32 = 4;

/// The chapters of a text whose every mark of punctuation is a point: of all
/// that could be numbers those that count on best, one wrong among them allowed.
pub(super) fn pointed(text: &str, from: usize, to: usize) -> Vec<Mark> {
    let read =
        |at: usize| mark::read(text, at).filter(|mark| mark.style == Style::Han && mark.end < to);
    let bytes = &text.as_bytes()[..to];
    let all: Vec<Mark> = memchr::memchr_iter(b'.', &bytes[from..])
        .map(|at| from + at + 1)
        .filter(|&at| numeral::is_han(&bytes[at..]))
        .filter_map(read)
        .collect();
    let mut best: Vec<(u32, Option<usize>)> = Vec::with_capacity(all.len());
    for (at, mark) in all.iter().enumerate() {
        let step = |before: usize| match mark.value.checked_sub(all[before].value)? {
            1 => Some((best[before].0 + 2, Some(before))),
            0 | 2 => Some((best[before].0 + 1, Some(before))),
            _ => None,
        };
        let longest = (at.saturating_sub(BACK)..at).filter_map(step).max();
        best.push(longest.unwrap_or((0, None)));
    }
    let last = (0..all.len()).max_by_key(|&at| (best[at].0, std::cmp::Reverse(at)));
    let proven = last.filter(|&last| best[last].0 >= STEPS);
    let mut chain: Vec<Mark> = std::iter::successors(proven, |&at| best[at].1)
        .map(|at| all[at])
        .collect();
    chain.reverse();
    chain
}

/// Past closing quotes, brackets and blanks.
fn after_stop(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        match bytes.get(at..) {
            Some(
                [0xE2, 0x80, 0x9D | 0x99, ..] | [0xEF, 0xBC, 0x89, ..] | [0xE3, 0x80, 0x8B, ..],
            ) => at += 3,
            _ => {
                let next = skip_blanks(text, at);
                if next == at {
                    return at;
                }
                at = next;
            }
        }
    }
}

/// A quick look whether a number can start with these bytes.
fn could_start(bytes: &[u8]) -> bool {
    match *bytes {
        // Figures, brackets; ① and its kin, Ⅰ; ㈠ ㊀ ㉑; 第; 其.
        [b'0'..=b'9' | b'(', ..]
        | [0xEF, 0xBC, 0x88 | 0x90..=0x99, ..]
        | [0xE2, 0x85 | 0x91..=0x93 | 0x9D | 0x9E, ..]
        | [0xE3, 0x88..=0x8A, ..]
        | [0xE7, 0xAC, 0xAC, ..]
        | [0xE5, 0x85, 0xB6, ..] => true,
        [0xE4..=0xE9, ..] => numeral::is_han(bytes),
        _ => false,
    }
}

fn may_stand_inside(text: &str, mark: &Mark, glued: bool) -> bool {
    let before = &text[..mark.start];
    let after = &text[mark.end..];
    match mark.style {
        Style::HanParen | Style::ArabicParen | Style::Circled => {
            !before.ends_with([
                '第', '、', '“', '《', '〈', '和', '及', '与', '或', '至', '到', '条', '款',
            ]) && !after.starts_with(['、', '至', '和', '或'])
                && !names_a_point(after)
        }
        // 1．2021年底前 is an item, 1、2号线 is none.
        Style::Arabic => mark.sure || !text[..mark.end].ends_with('、'),
        Style::ArabicHalfParen | Style::Han => mark.sure,
        Style::Article | Style::Chapter | Style::Division | Style::Part => {
            let stands_apart = after.starts_with(char::is_whitespace);
            !is_reference(after) && (!glued || stands_apart || !refers_to(before))
        }
        Style::Inline => before.trim_end().ends_with(['。', '！', '？', '；', '：']),
        _ => false,
    }
}

/// （三）项, （三）目: a point referred to. 项目, 款项, 目标 are words.
fn names_a_point(after: &str) -> bool {
    let words = ["项目", "款项", "款待", "目标", "目前", "目录", "目的"];
    after.starts_with(['项', '款', '目']) && !words.iter().any(|word| after.starts_with(word))
}

/// 第三条规定的, 第三条第一款, 第三条至第五条
pub(super) fn is_reference(after: &str) -> bool {
    [
        "规定", "所", "的", "中", "、", "至", "和", "或", "第", "与", "及", "，", "。", "）", "》",
    ]
    .iter()
    .any(|word| after.starts_with(word))
}

/// （三）项规定, （2）号文件
pub(super) fn is_cited(after: &str) -> bool {
    let named = after.strip_prefix(['项', '款', '目', '号']);
    named.is_some_and(|after| {
        let stops = [
            "规定", "所", "的", "、", "至", "和", "或", "与", "及", "，", "。", "）", "文",
        ];
        stops.iter().any(|stop| after.starts_with(stop))
    })
}

/// 按照第三条, 本法第三条, 《…》第三条
fn refers_to(before: &str) -> bool {
    before.ends_with([
        '照', '据', '本', '》', '、', '和', '或', '及', '至', '的', '自', '与', '反', '法', '例',
        '由', '有', '除', '合', '在', '见', '行', '章', '（',
    ])
}
