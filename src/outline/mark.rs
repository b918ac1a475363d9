//! Numbers, bullets and headings' signs at the start of a piece of text.

use super::numeral::{arabic, han, is_digit, is_han, roman};
use super::tree::{Recovered, Style};

/// A number read, with the style and tier that decide which others it runs with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Mark {
    pub style: Style,
    /// Tells levels of one style apart: parts of `1.2.3`, count of `#`, case of a letter.
    pub tier: u8,
    /// For `1.2.3` the last part.
    pub value: u32,
    /// The 一 of 第十条之一; 0 without.
    pub branch: u32,
    /// For `1.2.3` the part before the last.
    pub above: u32,
    /// Where the number starts.
    pub start: usize,
    /// One past its delimiter; blanks that follow are not part of it.
    pub end: usize,
    /// Whether its form alone proves it; otherwise its sequence must.
    pub sure: bool,
    /// Another way to read the same characters.
    pub other: Other,
    /// Set where nothing is printed and the sequence shows what is lost.
    pub recovered: Option<Recovered>,
}

/// A second reading of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Other {
    None,
    /// `11.121人才`: item 11; its value and the end of its delimiter.
    Item(u32, usize),
    /// `I.`: the ninth letter.
    Letter(u32),
}

impl Mark {
    fn new(style: Style, value: u32, start: usize, end: usize) -> Self {
        Self {
            style,
            tier: 0,
            value,
            branch: 0,
            above: 0,
            start,
            end,
            sure: true,
            other: Other::None,
            recovered: None,
        }
    }

    /// A lost number of the same class as this one, before the text at `at`.
    pub(super) fn lost(&self, value: u32, at: usize, recovered: Recovered) -> Self {
        Self {
            tier: self.tier,
            recovered: Some(recovered),
            ..Self::new(self.style, value, at, at)
        }
    }

    /// Whether it stands in the text.
    pub(super) const fn is_printed(&self) -> bool {
        self.start < self.end
    }

    /// A Markdown heading without number.
    pub(super) fn heading(start: usize, end: usize, level: u8) -> Self {
        Self::new(Style::Markdown, 0, start, end).tier(level)
    }

    /// A chapter that bears its name alone, 总则 or 附则.
    pub(super) fn named_chapter(at: usize) -> Self {
        Self::new(Style::Chapter, 0, at, at)
    }

    /// Read as an item: `11.` of `11.121人才`.
    pub(super) fn as_item(self, value: u32, end: usize) -> Self {
        Self::new(Style::Arabic, value, self.start, end)
    }

    /// Read as a letter: `I.` after `H.`, （i） after （h）
    pub(super) fn as_letter(self, value: u32) -> Self {
        let style = match self.tier {
            0 | 1 => Style::Latin,
            _ => Style::LatinParen,
        };
        Self::new(style, value, self.start, self.end).tier(self.tier % 2)
    }

    fn tier(self, tier: u8) -> Self {
        Self { tier, ..self }
    }

    /// Only its sequence can prove it.
    pub(super) fn unsure(self) -> Self {
        Self {
            sure: false,
            ..self
        }
    }
}

/// Bytes from `at` on; empty past the end.
fn rest(text: &str, at: usize) -> &[u8] {
    text.as_bytes().get(at..).unwrap_or_default()
}

/// Length of the blank here: space, tab, no-break, ideographic, zero width.
pub(super) fn blank(bytes: &[u8]) -> usize {
    match *bytes {
        [b' ' | b'\t' | 0x0B | 0x0C, ..] => 1,
        [0xC2, 0xA0, ..] => 2,
        [0xE3, 0x80, 0x80, ..] | [0xE2, 0x80, 0x80..=0x8B | 0xAF, ..] | [0xEF, 0xBB, 0xBF, ..] => 3,
        _ => 0,
    }
}

/// The first place from `at` on that is no blank.
pub(super) fn skip_blanks(text: &str, mut at: usize) -> usize {
    loop {
        match blank(rest(text, at)) {
            0 => return at,
            length => at += length,
        }
    }
}

/// Length of the point or comma that closes a bare number: 、 ． . ﹒ and the like.
fn point(bytes: &[u8]) -> usize {
    match *bytes {
        [b'.', ..] => 1,
        [0xE3, 0x80, 0x81, ..]
        | [0xEF, 0xBC, 0x8E, ..]
        | [0xEF, 0xBD, 0xA4, ..]
        | [0xEF, 0xB9, 0x92 | 0x91, ..] => 3,
        _ => 0,
    }
}

/// Past a mark that closes a bare number only by mistake: `1，` `1：` `1 、`.
fn loose_stop(text: &str, end: usize) -> Option<usize> {
    let bytes = rest(text, end);
    let sign = starts(bytes, "，").max(starts(bytes, "："));
    let past = if sign > 0 {
        end + sign
    } else if matches!(bytes, [b',' | b':', ..]) {
        end + 1
    } else {
        let after = skip_blanks(text, end);
        let stop = point(rest(text, after));
        (after > end && stop > 0).then_some(after + stop)?
    };
    let next = rest(text, past);
    (!is_digit(next) && !is_han(next) && !at_end(next)).then_some(past)
}

fn starts(bytes: &[u8], text: &str) -> usize {
    if bytes.starts_with(text.as_bytes()) {
        text.len()
    } else {
        0
    }
}

fn open_bracket(bytes: &[u8]) -> usize {
    if bytes.first() == Some(&b'(') {
        1
    } else {
        starts(bytes, "（")
    }
}

fn close_bracket(bytes: &[u8]) -> usize {
    if bytes.first() == Some(&b')') {
        1
    } else {
        starts(bytes, "）")
    }
}

fn at_end(bytes: &[u8]) -> bool {
    matches!(bytes.first(), None | Some(b'\n' | b'\r'))
}

/// Reads the number that starts at `at`, if one does.
pub(super) fn read(text: &str, at: usize) -> Option<Mark> {
    let bytes = rest(text, at);
    match *bytes.first()? {
        b'(' => bracketed(text, at),
        b'0'..=b'9' => figures(text, at),
        b'A'..=b'Z' | b'a'..=b'z' => letter(text, at),
        0xE2 | 0xE3 => symbol(text, at).or_else(|| han_number(text, at)),
        0xEF => bracketed(text, at)
            .or_else(|| figures(text, at))
            .or_else(|| wide_letter(text, at)),
        0xE4..=0xE9 => word(text, at).or_else(|| han_number(text, at)),
        _ => None,
    }
}

/// （一） （1） （a） （Ⅰ）, with either width of bracket.
fn bracketed(text: &str, at: usize) -> Option<Mark> {
    let open = open_bracket(rest(text, at));
    if open == 0 {
        return None;
    }
    let inside = skip_blanks(text, at + open);
    let bytes = rest(text, inside);
    let (style, tier, value, length) = if let Some((value, length)) = han(bytes) {
        (Style::HanParen, 0, value, length)
    } else if let Some((value, length)) = arabic(bytes) {
        (Style::ArabicParen, 0, value, length)
    } else if let Some((value, length, upper)) = roman_sign(bytes) {
        (Style::Roman, 2 + u8::from(upper), value, length)
    } else if let Some((value, length)) = roman(bytes) {
        let upper = bytes[0].is_ascii_uppercase();
        (Style::Roman, 2 + u8::from(upper), value, length)
    } else if let Some(nth) = stem(bytes) {
        (Style::Stem, 1, nth, 3)
    } else if bytes.first()?.is_ascii_alphabetic() {
        let upper = bytes[0].is_ascii_uppercase();
        (
            Style::LatinParen,
            u8::from(upper),
            letter_value(bytes[0])?,
            1,
        )
    } else {
        return None;
    };
    let after = skip_blanks(text, inside + length);
    let close = close_bracket(rest(text, after));
    if close == 0 {
        return None;
    }
    let end = after + close;
    let end = end + point(rest(text, end));
    let mark = Mark::new(style, value, at, end).tier(tier);
    Some(match letter_value(bytes[0]) {
        Some(nth) if style == Style::Roman && length == 1 => Mark {
            other: Other::Letter(nth),
            ..mark.unsure()
        },
        _ => mark,
    })
}

/// The place of an ASCII letter in the alphabet.
fn letter_value(letter: u8) -> Option<u32> {
    letter
        .is_ascii_alphabetic()
        .then(|| u32::from(letter.to_ascii_lowercase() - b'a') + 1)
}

/// The place of a heavenly stem: 甲 is 1.
fn stem(bytes: &[u8]) -> Option<u32> {
    let first = bytes.get(..3)?;
    let stems = "甲乙丙丁戊己庚辛壬癸".as_bytes().chunks(3);
    (1..)
        .zip(stems)
        .find(|(_, stem)| *stem == first)
        .map(|(nth, _)| nth)
}

/// 1. 1、 １． 1） 1.1 1.1.1 and the bare `1 ` of numbered plans.
fn figures(text: &str, at: usize) -> Option<Mark> {
    let (first, length) = arabic(rest(text, at))?;
    let mut end = at + length;
    let close = close_bracket(rest(text, end));
    if close > 0 {
        return Some(Mark::new(Style::ArabicHalfParen, first, at, end + close));
    }
    let stop = point(rest(text, end));
    if stop == 0 {
        if let Some(past) = loose_stop(text, end) {
            return Some(Mark::new(Style::Arabic, first, at, past).unsure());
        }
        let bytes = rest(text, end);
        let lone = at_end(rest(text, skip_blanks(text, end)));
        return (blank(bytes) > 0 && !lone)
            .then(|| Mark::new(Style::Decimal, first, at, end).tier(1).unsure());
    }
    let item = end + stop;
    let is_comma = rest(text, end).starts_with("、".as_bytes());
    if is_comma || !is_digit(rest(text, item)) {
        let mark = Mark::new(Style::Arabic, first, at, item);
        // 1、2、3号线: an enumeration, not a number.
        return Some(if is_digit(rest(text, item)) {
            mark.unsure()
        } else {
            mark
        });
    }
    let mut tier: u8 = 1;
    let mut above;
    let mut before = first;
    end = item;
    let (value, stop) = loop {
        let Some((part, length)) = arabic(rest(text, end)) else {
            // 1.2008年: item 1 that begins with a year.
            return Some(Mark::new(Style::Arabic, first, at, item).unsure());
        };
        tier = tier.saturating_add(1);
        above = std::mem::replace(&mut before, part);
        end += length;
        let stop = point(rest(text, end));
        let goes_on =
            is_digit(rest(text, end + stop)) && !rest(text, end).starts_with("、".as_bytes());
        if stop == 0 || !goes_on {
            break (part, stop);
        }
        end += stop;
    };
    let bytes = rest(text, end + stop);
    let stands_apart = stop > 0 || blank(bytes) > 0;
    let mark = Mark {
        other: Other::Item(first, item),
        above,
        ..Mark::new(Style::Decimal, value, at, end + stop).tier(tier)
    };
    Some(if stands_apart && tier > 2 {
        mark
    } else {
        mark.unsure()
    })
}

/// A. a、 Ⅰ is under [`symbol`]; here ASCII letters and Roman numerals.
fn letter(text: &str, at: usize) -> Option<Mark> {
    let bytes = rest(text, at);
    let upper = bytes[0].is_ascii_uppercase();
    if let Some((value, length)) = roman(bytes) {
        let stop = point(rest(text, at + length));
        if stop > 0
            && !rest(text, at + length + stop)
                .first()
                .is_some_and(u8::is_ascii_alphanumeric)
        {
            let mark = Mark::new(Style::Roman, value, at, at + length + stop).tier(u8::from(upper));
            let nth = letter_value(bytes[0])?;
            return Some(if length == 1 {
                Mark {
                    other: Other::Letter(nth),
                    ..mark.unsure()
                }
            } else {
                mark
            });
        }
        if length > 1 {
            return None;
        }
    }
    let after = rest(text, at + 1);
    let stop = point(after).max(close_bracket(after));
    if stop == 0
        || rest(text, at + 1 + stop)
            .first()
            .is_some_and(u8::is_ascii_alphanumeric)
    {
        return None;
    }
    let value = letter_value(bytes[0])?;
    let style = if close_bracket(after) > 0 {
        Style::LatinParen
    } else {
        Style::Latin
    };
    let tier = u8::from(upper) + if style == Style::LatinParen { 2 } else { 0 };
    Some(
        Mark::new(style, value, at, at + 1 + stop)
            .tier(tier)
            .unsure(),
    )
}

/// Ａ． ａ） of full width.
fn wide_letter(text: &str, at: usize) -> Option<Mark> {
    let (value, upper) = match *rest(text, at) {
        [0xEF, 0xBC, sign @ 0xA1..=0xBA, ..] => (sign - 0xA0, true),
        [0xEF, 0xBD, sign @ 0x81..=0x9A, ..] => (sign - 0x80, false),
        _ => return None,
    };
    let end = at + 3;
    let after = rest(text, end);
    let (style, stop) = match (point(after), close_bracket(after)) {
        (0, 0) => return None,
        (0, close) => (Style::LatinParen, close),
        (stop, _) => (Style::Latin, stop),
    };
    let tier = u8::from(upper) + if style == Style::LatinParen { 2 } else { 0 };
    Some(
        Mark::new(style, u32::from(value), at, end + stop)
            .tier(tier)
            .unsure(),
    )
}

fn roman_sign(bytes: &[u8]) -> Option<(u32, usize, bool)> {
    match *bytes {
        [0xE2, 0x85, sign @ 0xA0..=0xAB, ..] => Some((u32::from(sign - 0xA0) + 1, 3, true)),
        [0xE2, 0x85, sign @ 0xB0..=0xBB, ..] => Some((u32::from(sign - 0xB0) + 1, 3, false)),
        _ => None,
    }
}

/// ① ⑴ ⒈ ㈠ ㊀ ❶ Ⅰ: numbers that are one character.
fn symbol(text: &str, at: usize) -> Option<Mark> {
    let bytes = rest(text, at);
    let sign = text.get(at..)?.chars().next()?;
    let nth = |first: char, offset: u32| u32::from(sign) - u32::from(first) + offset;
    let (style, tier, value) = match sign {
        '①'..='⑳' => (Style::Circled, 0, nth('①', 1)),
        '㉑'..='㉟' => (Style::Circled, 0, nth('㉑', 21)),
        '㊱'..='㊿' => (Style::Circled, 0, nth('㊱', 36)),
        '❶'..='❿' => (Style::Circled, 1, nth('❶', 1)),
        '⓫'..='⓴' => (Style::Circled, 1, nth('⓫', 11)),
        '➀'..='➉' => (Style::Circled, 0, nth('➀', 1)),
        '➊'..='➓' => (Style::Circled, 1, nth('➊', 1)),
        '㊀'..='㊉' => (Style::Circled, 2, nth('㊀', 1)),
        '⑴'..='⒇' => (Style::ArabicParen, 0, nth('⑴', 1)),
        '⒈'..='⒛' => (Style::Arabic, 0, nth('⒈', 1)),
        '㈠'..='㈩' => (Style::HanParen, 0, nth('㈠', 1)),
        'Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ' => {
            let (value, length, upper) = roman_sign(bytes)?;
            let end = at + length;
            let stop = point(rest(text, end));
            if stop == 0 && blank(rest(text, end)) == 0 {
                return None;
            }
            return Some(Mark::new(Style::Roman, value, at, end + stop).tier(u8::from(upper)));
        }
        _ => return None,
    };
    let end = at + sign.len_utf8();
    let end = end + point(rest(text, end));
    Some(Mark::new(style, value, at, end).tier(tier))
}

/// 一、 一． `一 ` 一是 一）
fn han_number(text: &str, at: usize) -> Option<Mark> {
    let (value, length) = han(rest(text, at))?;
    let end = at + length;
    let after = rest(text, end);
    let stop = point(after);
    if stop > 0 {
        let next = rest(text, end + stop);
        let mark = Mark::new(Style::Han, value, at, end + stop);
        // 一、二审案件: an enumeration, not a number.
        let enumeration = after.starts_with("、".as_bytes()) && is_han(next);
        return Some(if enumeration { mark.unsure() } else { mark });
    }
    let close = close_bracket(after);
    if close > 0 {
        return Some(Mark::new(Style::HanParen, value, at, end + close).unsure());
    }
    let is = starts(after, "是");
    if is > 0 && value > 0 {
        let comma = starts(rest(text, end + is), "，");
        return Some(Mark::new(Style::Inline, value, at, end + is + comma).unsure());
    }
    if let Some(past) = loose_stop(text, end) {
        return Some(Mark::new(Style::Han, value, at, past).unsure());
    }
    let lone = at_end(rest(text, skip_blanks(text, end)));
    (blank(after) > 0 && !lone).then(|| Mark::new(Style::Han, value, at, end).unsure())
}

/// 第一章 附件1 专栏1 甲、 其一，
fn word(text: &str, at: usize) -> Option<Mark> {
    let bytes = rest(text, at);
    let first = &bytes[..bytes.len().min(3)];
    match first {
        b"\xE7\xAC\xAC" => ordinal(text, at),
        b"\xE9\x99\x84" => labelled(text, at, &["附件", "附录", "附表"], Style::Annex),
        b"\xE4\xB8\x93" => labelled(text, at, &["专栏"], Style::Box),
        b"\xE5\x85\xB6" => {
            let (value, length) = han(&bytes[3..])?;
            let after = &bytes[3 + length..];
            let comma = starts(after, "，").max(starts(after, "、"));
            (comma > 0).then(|| {
                Mark::new(Style::Inline, value, at, at + 3 + length + comma)
                    .tier(2)
                    .unsure()
            })
        }
        _ => {
            let nth = stem(bytes)?;
            let stop = point(&bytes[3..]);
            (stop > 0).then(|| Mark::new(Style::Stem, nth, at, at + 3 + stop).unsure())
        }
    }
}

const ORDINAL_UNITS: [(&str, Style); 9] = [
    ("部分", Style::Part),
    ("分编", Style::Part),
    ("编", Style::Part),
    ("篇", Style::Part),
    ("章", Style::Chapter),
    ("节", Style::Division),
    ("条", Style::Article),
    ("款", Style::Paragraph),
    ("项", Style::Point),
];

/// 第一章 第十条之一 第一，
fn ordinal(text: &str, at: usize) -> Option<Mark> {
    let inside = skip_blanks(text, at + "第".len());
    let bytes = rest(text, inside);
    let (value, length) = han(bytes).or_else(|| arabic(bytes))?;
    let after = skip_blanks(text, inside + length);
    let bytes = rest(text, after);
    let comma = starts(bytes, "，").max(starts(bytes, "、"));
    if comma > 0 {
        return Some(
            Mark::new(Style::Inline, value, at, after + comma)
                .tier(1)
                .unsure(),
        );
    }
    let (unit, style) = ORDINAL_UNITS
        .iter()
        .find(|(unit, _)| bytes.starts_with(unit.as_bytes()))?;
    let mut end = after + unit.len();
    let mut branch = 0;
    if rest(text, end).starts_with("之".as_bytes())
        && let Some((nth, length)) = han(rest(text, end + "之".len()))
    {
        branch = nth;
        end += "之".len() + length;
    }
    let bytes = rest(text, end);
    let stands_apart = blank(bytes) > 0
        || at_end(bytes)
        || ["【", "（", "(", "：", ":", "、"]
            .iter()
            .any(|mark| bytes.starts_with(mark.as_bytes()));
    let tier = match *unit {
        "分编" => 1,
        "篇" => 2,
        "部分" => 3,
        _ => 0,
    };
    let mark = Mark {
        branch,
        ..Mark::new(
            *style,
            value,
            at,
            end + starts(bytes, "、").max(starts(bytes, "：")),
        )
    }
    .tier(tier);
    Some(if stands_apart { mark } else { mark.unsure() })
}

/// 附件1 专栏一: a word and its number.
fn labelled(text: &str, at: usize, words: &[&str], style: Style) -> Option<Mark> {
    let word = words
        .iter()
        .find(|word| rest(text, at).starts_with(word.as_bytes()))?;
    let inside = skip_blanks(text, at + word.len());
    let bytes = rest(text, inside);
    let (value, length) = arabic(bytes).or_else(|| han(bytes))?;
    let end = inside + length;
    let bytes = rest(text, end);
    let close = starts(bytes, "：")
        .max(starts(bytes, ":"))
        .max(point(bytes));
    let stands_apart = close > 0 || blank(bytes) > 0 || at_end(bytes);
    let mark = Mark::new(style, value, at, end + close);
    Some(if stands_apart { mark } else { mark.unsure() })
}

/// The dash, dot or star of a bullet with the blanks after it; where its text starts.
pub(super) fn bullet(text: &str, at: usize) -> Option<usize> {
    let bytes = rest(text, at);
    let dashes = ["—", "–", "―", "─", "－"]
        .iter()
        .find_map(|dash| {
            let count = bytes
                .chunks(3)
                .take_while(|chunk| *chunk == dash.as_bytes())
                .count();
            (count > 0).then_some(count * 3)
        })
        .or_else(|| {
            let dots = ["•", "●", "■", "◆", "▪", "○", "▲", "★", "☆", "□", "◇", "►"];
            dots.iter()
                .map(|dot| starts(bytes, dot))
                .find(|&length| length > 0)
        })
        .or_else(|| {
            let ascii = bytes.iter().take_while(|&&byte| byte == b'-').count();
            (ascii == 2 || (ascii == 1 && blank(&bytes[1..]) > 0)).then_some(ascii)
        })
        .or_else(|| (bytes.len() > 1 && bytes[0] == b'*' && blank(&bytes[1..]) > 0).then_some(1))?;
    let end = at + dashes;
    let text_start = skip_blanks(text, end);
    (!at_end(rest(text, text_start))).then_some(end)
}

/// Markdown's signs before the text of a line: its heading level (0 without)
/// and where the text starts.
pub(super) fn markdown(text: &str, at: usize) -> (u8, usize) {
    let bytes = rest(text, at);
    let hashes = bytes
        .iter()
        .take(7)
        .take_while(|&&byte| byte == b'#')
        .count();
    let mut level = 0;
    let mut from = at;
    if (1..=6).contains(&hashes) && blank(&bytes[hashes..]) > 0 {
        level = hashes as u8;
        from = skip_blanks(text, at + hashes);
    }
    let stars = rest(text, from)
        .iter()
        .take(3)
        .take_while(|&&byte| byte == b'*')
        .count();
    if stars >= 2 {
        from = skip_blanks(text, from + stars);
    }
    (level, from)
}
