//! Numbers inside a line: lists run into their paragraph, and documents that
//! stand on a single line.

use super::line::FLAT;
use super::mark::{self, Mark, skip_blanks};
use super::numeral;
use super::tree::Style;

/// The places inside the line where a number may stand, in order. Whether it
/// is one is for its sequence to show. In flattened lines, and in legal texts,
/// one may follow upon a heading without any mark between.
pub(super) fn candidates(text: &str, from: usize, to: usize, legal: bool, found: &mut Vec<Mark>) {
    let bytes = &text.as_bytes()[..to];
    let first = found.len();
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
    if legal || to - from > FLAT {
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
            ]) && !after.starts_with(['项', '款', '、', '至', '和', '或', '目'])
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
