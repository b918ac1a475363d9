//! Numbers that a measure can be held to: `80%`, `不少于2次`,
//! `一万元以上十万元以下`.

use std::ops::Range;

use super::title::is_between;

/// A number of something, or a range of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quantity {
    /// The words as printed: where they stand.
    pub range: Range<usize>,
    /// What is counted.
    pub unit: &'static str,
    /// The number in thousandths, of a range the lower.
    pub least: u64,
    /// The number in thousandths, of a range the upper.
    pub most: u64,
}

impl Quantity {
    /// Whether both are as much of the same unit.
    pub(super) fn equals(&self, other: &Self) -> bool {
        (self.unit, self.least, self.most) == (other.unit, other.least, other.most)
    }
}

/// What is counted; with it, whether a spelled-out number of it counts. Those
/// that slogans use (两个务必, 三项机制, 四级联创) do not.
#[rustfmt::skip]
const UNITS: [(&str, bool); 54] = [
    ("%", true), ("％", true), ("个百分点", true), ("平方公里", true), ("平方米", true),
    ("立方米", true), ("千瓦时", true), ("千瓦", true), ("千米", true), ("千克", true),
    ("公里", true), ("公顷", true), ("公斤", true), ("人次", true), ("学时", true),
    ("课时", true), ("小时", true), ("分钟", true), ("元", true), ("人", true), ("亩", true),
    ("吨", true), ("米", false), ("个", false), ("次", true), ("名", true), ("件", true),
    ("场", true), ("期", false), ("批", false), ("家", true), ("所", true), ("篇", true),
    ("处", false), ("户", true), ("种", false), ("项", false), ("条", false), ("部", false),
    ("台", false), ("辆", false), ("座", false), ("艘", false), ("盏", false), ("倍", true),
    ("遍", true), ("张", false), ("套", false), ("支", false), ("间", false), ("份", false),
    ("例", false), ("周岁", true), ("岁", true),
];

/// Lengths of time, which count where they are the most or the least: 期限不得
/// 超过二年. Others are deadlines or years.
const LENGTHS: [&str; 7] = ["个工作日", "个月", "年", "日", "天", "周", "季度"];

/// A part of a whole: 三分之二, 半数.
const SHARE: &str = "分之";

/// Words that begin like a unit, and times: 30部门, 5处理, 3个月.
#[rustfmt::skip]
const WORDS: [&str; 19] = [
    "部门", "部委", "部队", "条例", "条件", "处理", "处置", "处罚", "人民", "人大", "人员", "人均",
    "家庭", "名单", "户籍", "米面", "个月", "个季度", "个工作日",
];

/// The quantities of a text, outside titles 《》 and quotation marks.
pub(super) fn quantities(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(begins_number) {
        let start = from + at;
        let Some(number) = Number::read(text, start) else {
            let rest = &text[start..];
            let rest = rest.strip_prefix('半').unwrap_or(rest);
            from = text.len() - rest.trim_start_matches(is_numeral).len();
            continue;
        };
        from = number.end;
        if let Some(quantity) = range(text, start, number).or_else(|| single(text, start, number)) {
            from = quantity.range.end;
            if !is_ordinal(&text[..start]) && !is_quoted(text, start) {
                found.push(quantity);
            }
        }
    }
    found
}

/// One number with its unit.
fn single(text: &str, start: usize, number: Number) -> Option<Quantity> {
    let (unit, end) = number
        .unit(text)
        .or_else(|| number.length(text).filter(|_| is_bounded(&text[..start])))?;
    let spelled = &text[start..number.end];
    let counts = match (number.written, spelled, unit) {
        // 二次供水, 二元结构
        (Written::Han, "二", "次") => false,
        (Written::Han, _, "元") => number.value >= 10 * THOUSANDTHS,
        // An article more often than a number.
        (Written::Han, "一", unit) => unit == "倍" || is_bounded(&text[..start]),
        _ => true,
    };
    counts.then_some(Quantity {
        range: start..end,
        unit,
        least: number.value,
        most: number.value,
    })
}

/// Words before a number that is the least or the most there may be.
const BOUNDS: [&str; 13] = [
    "不少于",
    "不低于",
    "不多于",
    "不高于",
    "不超过",
    "不得少于",
    "不得低于",
    "不得多于",
    "不得高于",
    "不得超过",
    "至少",
    "最少",
    "最多",
];

fn is_bounded(before: &str) -> bool {
    BOUNDS.iter().any(|bound| before.ends_with(bound))
}

/// `一万元以上十万元以下`, `三至五人`, `8-10个`; the first number may go without
/// its unit.
fn range(text: &str, start: usize, first: Number) -> Option<Quantity> {
    let (unit, end) = first
        .unit(text)
        .map_or((None, first.end), |(unit, end)| (Some(unit), end));
    let rest = &text[end..];
    let (joint, closes) = if rest.starts_with("以上") {
        ("以上".len(), true)
    } else if rest.starts_with('至') || unit.is_none() && rest.starts_with('到') {
        ("至".len(), false)
    } else {
        let after = rest.trim_start_matches(['~', '～', '-', '－', '–', '—']);
        (rest.len() - after.len(), false)
    };
    if joint == 0 {
        return None;
    }
    let second = Number::read(text, end + joint)?;
    let (upper, mut end) = second.unit(text)?;
    if unit.is_some_and(|unit| unit != upper) || second.value < first.value {
        return None;
    }
    if closes {
        let close = ["以下", "以内"]
            .into_iter()
            .find(|close| text[end..].starts_with(close))?;
        end += close.len();
    }
    Some(Quantity {
        range: start..end,
        unit: upper,
        least: first.value,
        most: second.value,
    })
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    Digits,
    Han,
    /// 百分之八十: the unit stands before the number.
    Percent,
    /// 三分之二, 半数.
    Share,
}

/// A number without its unit.
#[derive(Debug, Clone, Copy)]
struct Number {
    end: usize,
    value: u64,
    written: Written,
}

const THOUSANDTHS: u64 = 1000;

impl Number {
    fn read(text: &str, start: usize) -> Option<Self> {
        let rest = &text[start..];
        if let Some(number) = rest.strip_prefix("百分之") {
            let (value, length) = spelled(number)?;
            return Some(Self {
                end: text.len() - number.len() + length,
                value: value.checked_mul(THOUSANDTHS)?,
                written: Written::Percent,
            });
        }
        if rest.starts_with("半数") {
            return Some(Self {
                end: start + "半数".len(),
                value: THOUSANDTHS / 2,
                written: Written::Share,
            });
        }
        if let Some((number, length)) = spelled(rest) {
            let part = rest[length..].strip_prefix(SHARE);
            return match part.and_then(|part| Some((part, spelled(part)?))) {
                Some((part, (value, length))) => Some(Self {
                    end: text.len() - part.len() + length,
                    value: value.checked_mul(THOUSANDTHS)? / number.max(1),
                    written: Written::Share,
                }),
                None => Some(Self {
                    end: start + length,
                    value: number.checked_mul(THOUSANDTHS)?,
                    written: Written::Han,
                }),
            };
        }
        let (mut value, length) = digits(rest)?;
        let mut end = start + length;
        while let Some((scale, length)) = scale(&text[end..]) {
            value = value.checked_mul(scale)?;
            end += length;
        }
        Some(Self {
            end,
            value,
            written: Written::Digits,
        })
    }

    /// The unit after the number and where it ends; 3000多家 counts 家.
    fn unit(&self, text: &str) -> Option<(&'static str, usize)> {
        match self.written {
            Written::Percent => return Some(("%", self.end)),
            Written::Share => return Some((SHARE, self.end)),
            Written::Digits | Written::Han => {}
        }
        let rest = &text[self.end..];
        let rest = rest.strip_prefix(['多', '余']).unwrap_or(rest);
        let &(unit, counts_spelled) = UNITS.iter().find(|(unit, _)| rest.starts_with(unit))?;
        let fits = self.written == Written::Digits || counts_spelled;
        let is_word = WORDS.iter().any(|word| rest.starts_with(word));
        let unit_end = text.len() - rest.len() + unit.len();
        (fits && !is_word).then_some((if unit == "％" { "%" } else { unit }, unit_end))
    }

    /// The length of time after the number and where it ends.
    fn length(&self, text: &str) -> Option<(&'static str, usize)> {
        let rest = &text[self.end..];
        let unit = LENGTHS.iter().find(|unit| rest.starts_with(**unit))?;
        Some((unit, self.end + unit.len()))
    }
}

/// Arabic digits in thousandths, with their length.
fn digits(text: &str) -> Option<(u64, usize)> {
    let (mut value, mut decimals, mut length) = (0_u64, None, 0);
    for char in text.chars() {
        let digit = match char {
            '０'..='９' => u32::from(char) - u32::from('０'),
            '.' | '．' if decimals.is_none() => {
                let after = &text[length + char.len_utf8()..];
                if length == 0 || !after.starts_with(is_digit) {
                    break;
                }
                decimals = Some(0_u32);
                length += char.len_utf8();
                continue;
            }
            // A line's end may divide it.
            '\r' | '\n' if length > 0 && text[length..].trim_start().starts_with(is_digit) => {
                length += char.len_utf8();
                continue;
            }
            _ => match char.to_digit(10) {
                Some(digit) => digit,
                None => break,
            },
        };
        length += char.len_utf8();
        match &mut decimals {
            // Finer than thousandths.
            Some(3) => continue,
            Some(places) => *places += 1,
            None => {}
        }
        value = value.checked_mul(10)?.checked_add(u64::from(digit))?;
    }
    let missing = 3 - decimals.unwrap_or(0);
    (length > 0).then_some((value.checked_mul(10_u64.pow(missing))?, length))
}

/// A number spelled out, with its length: 三, 一百二十, 三万五千. None where the
/// words are no number that counts: 三五, 千家, 二〇〇八.
fn spelled(text: &str) -> Option<(u64, usize)> {
    let (mut total, mut section, mut digit, mut length) = (0_u64, 0_u64, None, 0);
    for char in text.chars() {
        if let Some(value) = digit_of(char) {
            if digit.is_some() {
                return None;
            }
            digit = Some(value);
        } else if let Some((scale, _)) = scale(&text[length..]) {
            let ten = (scale == 10 && section == 0).then_some(1);
            if scale < 10_000 {
                section += digit.take().or(ten)? * scale;
            } else {
                section += digit.take().unwrap_or(0);
                if section == 0 {
                    return None;
                }
                total = (total + section).checked_mul(scale)?;
                section = 0;
            }
        } else if !(length > 0 && matches!(char, '零' | '〇') && digit.is_none()) {
            break;
        }
        length += char.len_utf8();
    }
    (length > 0).then_some((total + section + digit.unwrap_or(0), length))
}

fn digit_of(char: char) -> Option<u64> {
    let digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match char {
        '两' => Some(2),
        _ => (1..)
            .zip(digits)
            .find(|&(_, digit)| digit == char)
            .map(|(value, _)| value),
    }
}

/// The power of ten that a text begins with, unless it begins a unit: 千瓦.
fn scale(text: &str) -> Option<(u64, usize)> {
    let char = text.chars().next()?;
    let scale = match char {
        '十' => 10,
        '百' => 100,
        '千' if ["千瓦", "千米", "千克"]
            .iter()
            .any(|unit| text.starts_with(unit)) =>
        {
            return None;
        }
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    };
    Some((scale, char.len_utf8()))
}

fn is_digit(char: char) -> bool {
    char.is_ascii_digit() || matches!(char, '０'..='９')
}

/// 千 and 万 begin no number: 千家万户.
fn begins_number(char: char) -> bool {
    is_numeral(char) && !matches!(char, '千' | '万' | '亿') || char == '半'
}

fn is_numeral(char: char) -> bool {
    is_digit(char) || matches!(char, '十' | '百' | '千' | '万' | '亿') || digit_of(char).is_some()
}

fn is_quoted(text: &str, at: usize) -> bool {
    is_between(text, at, ['《', '》']) || is_between(text, at, ['“', '”'])
}

/// 第三次, 每两家, 数十家: a place in a row, a share, a guess.
fn is_ordinal(before: &str) -> bool {
    before.ends_with(['第', '每', '〔', '[', '［', '号', '届', '数', '几'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_slogans_and_titles() {
        for (text, expected) in [
            ("覆盖率达到80%以上", &[("80%", "%", 80_000, 80_000)][..]),
            (
                "覆盖率达到百分之八十",
                &[("百分之八十", "%", 80_000, 80_000)],
            ),
            ("每年不少于２次", &[("２次", "次", 2000, 2000)]),
            ("每年不少于一次", &[("一次", "次", 1000, 1000)]),
            ("至少巡查两次", &[("两次", "次", 2000, 2000)]),
            (
                "建成12个泵站，投入2.5亿元",
                &[
                    ("12个", "个", 12_000, 12_000),
                    ("2.5亿元", "元", 250_000_000_000, 250_000_000_000),
                ],
            ),
            (
                "治理20万亩，装机3万千瓦，3000多家",
                &[
                    ("20万亩", "亩", 200_000_000, 200_000_000),
                    ("3万千瓦", "千瓦", 30_000_000, 30_000_000),
                    ("3000多家", "家", 3_000_000, 3_000_000),
                ],
            ),
            (
                "培训一百二十名河长、三百人",
                &[
                    ("一百二十名", "名", 120_000, 120_000),
                    ("三百人", "人", 300_000, 300_000),
                ],
            ),
            (
                "处二万元以上二十万元以下的罚款",
                &[("二万元以上二十万元以下", "元", 20_000_000, 200_000_000)],
            ),
            (
                "处货值百分之三以上百分之五以下的罚款",
                &[("百分之三以上百分之五以下", "%", 3000, 5000)],
            ),
            ("由一至三人组成", &[("一至三人", "人", 1000, 3000)]),
            ("解决1~2个问题", &[("1~2个", "个", 1000, 2000)]),
            (
                "新增床位35张，补贴70周岁以上老人",
                &[
                    ("35张", "张", 35_000, 35_000),
                    ("70周岁", "周岁", 70_000, 70_000),
                ],
            ),
            ("期限不得超过二年", &[("二年", "年", 2000, 2000)]),
            ("投资增长一倍", &[("一倍", "倍", 1000, 1000)]),
            (
                "经半数或者三分之二以上同意",
                &[("半数", "分之", 500, 500), ("三分之二", "分之", 666, 666)],
            ),
            ("半年、一年内、二年规划、两张清单", &[]),
            ("助餐点30\n0个", &[("30\n0个", "个", 300_000, 300_000)]),
            ("2008—2012年规划", &[]),
            ("坚持两个清单、三项机制", &[]),
            ("落实“3个到位”", &[]),
            ("落实《10项规定》", &[]),
            ("第三次普查", &[]),
            ("会同30部门联合印发", &[]),
            ("购置30部车辆", &[("30部", "部", 30_000, 30_000)]),
            ("进行一次检查，发展一批企业", &[]),
            ("推选1到2个代表", &[("1到2个", "个", 1000, 2000)]),
            ("每五户至十户推选，3个月内完成二期工程", &[]),
            ("千家万户、数十家、三五人、二元结构", &[]),
        ] {
            let found = quantities(text);
            let found: Vec<_> = found
                .iter()
                .map(|one| (&text[one.range.clone()], one.unit, one.least, one.most))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
