//! Chinese, Arabic and Roman numerals at the start of a piece of text.

use super::tree::Style;

/// A number read, and how many bytes it takes.
type Read = Option<(u32, usize)>;

/// The largest ordinal read; longer figures are years, sums and codes.
const LARGEST: u32 = 999;

enum Glyph {
    Digit(u32),
    Unit(u32),
    /// 廿, 卅: a digit with its unit.
    Tens(u32),
}

fn glyph(bytes: &[u8]) -> Option<Glyph> {
    use Glyph::{Digit, Tens, Unit};
    // Most text is no numeral: two compares on the lead byte decide that.
    let &[a, b, c, ..] = bytes else { return None };
    if !(0xE3..=0xE9).contains(&a) {
        return None;
    }
    let low = |byte: u8| u32::from(byte & 0x3F);
    Some(
        match char::from_u32(u32::from(a & 0x0F) << 12 | low(b) << 6 | low(c))? {
            '〇' | '零' => Digit(0),
            '一' | '壹' => Digit(1),
            '二' | '贰' | '两' => Digit(2),
            '三' | '叁' => Digit(3),
            '四' | '肆' => Digit(4),
            '五' | '伍' => Digit(5),
            '六' | '陆' => Digit(6),
            '七' | '柒' => Digit(7),
            '八' | '捌' => Digit(8),
            '九' | '玖' => Digit(9),
            '十' | '拾' => Unit(10),
            '百' | '佰' => Unit(100),
            '廿' => Tens(20),
            '卅' => Tens(30),
            _ => return None,
        },
    )
}

/// Whether a Chinese numeral starts here.
pub(super) fn is_han(bytes: &[u8]) -> bool {
    glyph(bytes).is_some()
}

/// A Chinese numeral: 一, 十二, 廿一, 一百零三, 二〇; not 二二 or 十十.
pub(super) fn han(bytes: &[u8]) -> Read {
    let mut at = 0;
    let mut total = 0;
    let mut digit = None;
    let mut unit_before = u32::MAX;
    let mut positional = None;
    while let Some(glyph) = glyph(&bytes[at..]) {
        match glyph {
            Glyph::Digit(0) if digit.is_none() => {}
            Glyph::Digit(next) => match (digit, next) {
                (None, _) => digit = Some(next),
                // 二〇, 一〇三: places, not units.
                (Some(before), 0) if unit_before == u32::MAX => {
                    positional = Some(positional.unwrap_or(before) * 10);
                    digit = Some(0);
                }
                (Some(0), _) if positional.is_some() => {
                    positional = positional.map(|before| before * 10 + next);
                    digit = Some(next);
                }
                _ => return None,
            },
            Glyph::Unit(unit) => {
                if unit >= unit_before || positional.is_some() {
                    return None;
                }
                total += digit.take().unwrap_or(1) * unit;
                unit_before = unit;
            }
            Glyph::Tens(tens) => {
                if digit.is_some() || unit_before <= 10 {
                    return None;
                }
                total += tens;
                unit_before = 10;
            }
        }
        at += 3;
        if at > 3 * 7 {
            return None;
        }
    }
    let value = positional.unwrap_or(total + digit.unwrap_or(0));
    (at > 0 && value <= LARGEST).then_some((value, at))
}

/// One digit, half or full width, and its length.
fn digit(bytes: &[u8]) -> Read {
    match *bytes {
        [figure @ b'0'..=b'9', ..] => Some((u32::from(figure - b'0'), 1)),
        [0xEF, 0xBC, figure @ 0x90..=0x99, ..] => Some((u32::from(figure - 0x90), 3)),
        _ => None,
    }
}

/// Whether a digit, half or full width, starts here.
pub(super) fn is_digit(bytes: &[u8]) -> bool {
    digit(bytes).is_some()
}

/// Arabic figures, half or full width, up to 999.
pub(super) fn arabic(bytes: &[u8]) -> Read {
    let mut at = 0;
    let mut value = 0;
    while let Some((figure, length)) = digit(&bytes[at..]) {
        value = value * 10 + figure;
        at += length;
        if value > LARGEST {
            return None;
        }
    }
    (at > 0).then_some((value, at))
}

/// Whether two numbers that follow each other are told off: 二、三产业, 3、4号线;
/// not 二、十项任务.
pub(super) fn is_enumeration(text: &str) -> bool {
    let bytes = text.as_bytes();
    let read = |bytes: &[u8]| han(bytes).or_else(|| arabic(bytes));
    let Some((first, length)) = read(bytes) else {
        return false;
    };
    let Some(after) = bytes[length..].strip_prefix("、".as_bytes()) else {
        return false;
    };
    read(after).is_some_and(|(second, _)| second == first + 1)
}

/// A Roman numeral of ASCII letters, all of one case, up to 39.
pub(super) fn roman(bytes: &[u8]) -> Read {
    let upper = bytes.first()?.is_ascii_uppercase();
    let mut value = 0;
    let mut at = 0;
    let mut before = u32::MAX;
    while let Some(&letter) = bytes.get(at) {
        if letter.is_ascii_uppercase() != upper {
            break;
        }
        let worth = match letter.to_ascii_uppercase() {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            _ => break,
        };
        value += worth;
        if before < worth {
            value = value.checked_sub(2 * before)?;
        }
        before = worth;
        at += 1;
    }
    (at > 0 && value < 40 && roman_spelling(value).eq_ignore_ascii_case(bytes.get(..at)?))
        .then_some((value, at))
}

fn roman_spelling(mut value: u32) -> Vec<u8> {
    let mut spelling = Vec::new();
    for (worth, letters) in [
        (10, &b"X"[..]),
        (9, b"IX"),
        (5, b"V"),
        (4, b"IV"),
        (1, b"I"),
    ] {
        while value >= worth {
            spelling.extend_from_slice(letters);
            value -= worth;
        }
    }
    spelling
}

/// Writes a number in Chinese: 1 → 一, 21 → 二十一, 103 → 一百零三.
pub(super) fn to_han(value: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let name = |digit: u32| DIGITS[digit as usize];
    let mut han = String::new();
    match value {
        0..=9 => han.push_str(name(value)),
        10..=99 => {
            if value >= 20 {
                han.push_str(name(value / 10));
            }
            han.push('十');
            if !value.is_multiple_of(10) {
                han.push_str(name(value % 10));
            }
        }
        100..=999 => {
            han.push_str(name(value / 100));
            han.push('百');
            let rest = value % 100;
            if rest > 0 && rest < 10 {
                han.push('零');
            }
            if rest >= 10 {
                han.push_str(name(rest / 10));
                han.push('十');
            }
            if !rest.is_multiple_of(10) {
                han.push_str(name(rest % 10));
            }
        }
        _ => return value.to_string(),
    }
    han
}

/// A number in the usual spelling of its style.
pub(super) fn spell(style: Style, value: u32) -> String {
    let han = || to_han(value);
    match style {
        Style::Han => format!("{}、", han()),
        Style::HanParen => format!("（{}）", han()),
        Style::ArabicParen => format!("（{value}）"),
        Style::ArabicHalfParen => format!("{value}）"),
        Style::Circled => match char::from_u32(u32::from('①') + value.wrapping_sub(1)) {
            Some(sign @ '①'..='⑳') => sign.into(),
            _ => format!("（{value}）"),
        },
        Style::Latin => format!("{}.", latin(value)),
        Style::LatinParen => format!("（{}）", latin(value)),
        Style::Stem => format!("{}、", stem(value)),
        Style::Part => format!("第{}部分", han()),
        Style::Chapter => format!("第{}章", han()),
        Style::Division => format!("第{}节", han()),
        Style::Article => format!("第{}条", han()),
        Style::Paragraph => format!("第{}款", han()),
        Style::Point => format!("第{}项", han()),
        Style::Annex => format!("附件{value}"),
        Style::Box => format!("专栏{value}"),
        Style::Inline => format!("{}是", han()),
        Style::Arabic | Style::Decimal | Style::Roman | Style::Dash | Style::Markdown => {
            format!("{value}.")
        }
    }
}

/// The letter of an ordinal: 1 → a.
pub(super) fn latin(value: u32) -> char {
    char::from_u32(u32::from('a') + value.saturating_sub(1))
        .filter(char::is_ascii_lowercase)
        .unwrap_or('?')
}

/// The heavenly stem of an ordinal: 1 → 甲.
pub(super) fn stem(value: u32) -> char {
    "甲乙丙丁戊己庚辛壬癸"
        .chars()
        .nth(value.saturating_sub(1) as usize)
        .unwrap_or('?')
}

/// The same number with another value, in the glyphs of the old one; `None`
/// where the glyphs have no such value.
pub(super) fn respell(number: &str, value: u32) -> Option<String> {
    let bytes = number.as_bytes();
    let mut last = None;
    let mut at = 0;
    while at < bytes.len() {
        let is_han_number = han(&bytes[at..]);
        let read = is_han_number.or_else(|| arabic(&bytes[at..]));
        if let Some((_, length)) = read {
            last = Some((at, length, is_han_number.is_some()));
            if is_han_number.is_some() {
                break;
            }
            at += length;
        } else {
            at += 1;
        }
    }
    let (at, length, is_han_number) = last?;
    let wide = bytes[at] == 0xEF;
    let written = if is_han_number {
        to_han(value)
    } else if wide {
        let widen = |figure: char| {
            char::from_u32(u32::from(figure) - 0x30 + u32::from('０')).unwrap_or(figure)
        };
        value.to_string().chars().map(widen).collect()
    } else {
        value.to_string()
    };
    Some(format!(
        "{}{written}{}",
        &number[..at],
        &number[at + length..]
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_are_read_as_far_as_they_go() {
        for (text, value) in [
            ("一、", 1),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("二十六）", 26),
            ("廿一", 21),
            ("卅", 30),
            ("一百", 100),
            ("一百零三", 103),
            ("一百一十二", 112),
            ("壹", 1),
            ("拾贰", 12),
            ("二〇", 20),
            ("〇", 0),
        ] {
            assert_eq!(
                han(text.as_bytes()).map(|read| read.0),
                Some(value),
                "{text}"
            );
        }
        for text in ["规", "1", "一一", "十十", "二二", "二〇〇五年", ""] {
            assert_eq!(han(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn every_number_written_in_chinese_is_read_back() {
        for value in 0..=LARGEST {
            let written = to_han(value);
            assert_eq!(
                han(written.as_bytes()),
                Some((value, written.len())),
                "{written}"
            );
        }
    }

    #[test]
    fn a_number_is_respelled_in_its_own_glyphs() {
        for (number, value, respelled) in [
            ("一、", 2, "二、"),
            ("（十）", 11, "（十一）"),
            ("1.", 2, "2."),
            ("１．", 10, "１０．"),
            ("(3)", 4, "(4)"),
            ("1.2.3", 4, "1.2.4"),
            ("第一百条", 99, "第九十九条"),
        ] {
            assert_eq!(respell(number, value).as_deref(), Some(respelled));
        }
        assert_eq!(respell("①", 2), None);
    }

    #[test]
    fn figures_of_either_width_and_roman_numerals() {
        assert_eq!(arabic("12.".as_bytes()), Some((12, 2)));
        assert_eq!(arabic("１２．".as_bytes()), Some((12, 6)));
        assert_eq!(arabic("2008年".as_bytes()), None);
        assert_eq!(roman(b"IV."), Some((4, 2)));
        assert_eq!(roman(b"ix"), Some((9, 2)));
        for wrong in [&b"IIX"[..], b"VX", b"IIII", b"A", b""] {
            assert_eq!(roman(wrong), None);
        }
    }
}
