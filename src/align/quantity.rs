//! Numbers that a measure can be held to: `80%`, `不少于2次`, `三名`.

use std::sync::LazyLock;

use regex::Regex;

use crate::outline::han_number;

/// A number of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quantity {
    /// The words as printed.
    pub text: String,
    /// What is counted.
    pub unit: String,
    /// The number in thousandths; `None` where it is a range.
    pub value: Option<u64>,
}

/// Spelled-out numbers count only before units that slogans (两个务必, 三项机制,
/// 四级联创) do not use. 一 is an article more often than a number.
static QUANTITY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?P<digits>[0-9０-９]+(?:[.．~～—-][0-9０-９]+)?)(?P<any>%|％|个百分点|万元|亿元|元|人次|学时|课时|小时|分钟|平方米|公里|万人|[个次名人件场期批家所篇处户亩吨种项条部倍遍])|\
         百分之(?P<percent>[〇零一二三四五六七八九十百]+)|\
         (?P<han>一?[二两三四五六七八九十百][〇零一二三四五六七八九十百]*)(?P<strict>万元|亿元|人次|学时|课时|小时|公里|[次名件场期家所篇户亩倍遍])",
    )
    .expect("the pattern is one")
});

/// The quantities of a text, outside titles 《》 and quotation marks.
pub(super) fn quantities(text: &str) -> Vec<Quantity> {
    let named =
        |found: &regex::Captures, name: &str| found.name(name).map(|part| part.as_str().to_owned());
    QUANTITY
        .captures_iter(text)
        .filter_map(|found| {
            let whole = found.get(0)?;
            if is_quoted(text, whole.start())
                || is_ordinal(text, whole.start())
                || is_within_word(&text[..whole.end()], &text[whole.end()..])
            {
                return None;
            }
            let (number, unit) = if let Some(percent) = named(&found, "percent") {
                (percent, "%".to_owned())
            } else {
                let number = named(&found, "digits").or_else(|| named(&found, "han"))?;
                let unit = named(&found, "any").or_else(|| named(&found, "strict"))?;
                (number, unit.replace('％', "%"))
            };
            Some(Quantity {
                text: whole.as_str().to_owned(),
                unit,
                value: value(&number),
            })
        })
        .collect()
}

fn is_quoted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    [('《', '》'), ('“', '”')]
        .iter()
        .any(|&(open, close)| before.matches(open).count() > before.matches(close).count())
}

/// 第三次, 每两家: a place in a row, a share.
fn is_ordinal(text: &str, at: usize) -> bool {
    text[..at].ends_with(['第', '每', '〔', '[', '号'])
}

/// Words that begin like a unit: 30部门, 5处理.
const WORDS: [&str; 6] = ["部门", "部委", "条例", "处理", "处置", "处罚"];

fn is_within_word(before: &str, after: &str) -> bool {
    let unit = before.chars().next_back();
    WORDS.iter().any(|word| {
        let mut word = word.chars();
        word.next() == unit && after.starts_with(word.as_str())
    })
}

/// Reads a number in thousandths, so that 2.5 is one too.
fn value(number: &str) -> Option<u64> {
    let plain: String = number
        .chars()
        .map(|char| match char {
            '０'..='９' => char::from(b'0' + (u32::from(char) - u32::from('０')) as u8),
            '．' => '.',
            _ => char,
        })
        .collect();
    if plain.starts_with(|char: char| char.is_ascii_digit()) {
        let number: f64 = plain.parse().ok()?;
        return Some((number * 1000.0).round() as u64);
    }
    han_number(&plain).map(|number| u64::from(number) * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_slogans_and_titles() {
        for (text, expected) in [
            ("覆盖率达到80%以上", &[("80%", "%", 80_000)][..]),
            ("覆盖率达到百分之八十", &[("百分之八十", "%", 80_000)]),
            ("每年不少于２次", &[("２次", "次", 2000)]),
            ("至少巡查两次", &[("两次", "次", 2000)]),
            (
                "建成12个泵站，投入2.5亿元",
                &[("12个", "个", 12_000), ("2.5亿元", "亿元", 2500)],
            ),
            ("培训一百二十名河长", &[("一百二十名", "名", 120_000)]),
            ("解决1~2个问题", &[("1~2个", "个", 0)]),
            ("坚持两个清单、三项机制", &[]),
            ("落实“3个到位”", &[]),
            ("落实《10项规定》", &[]),
            ("第三次普查", &[]),
            ("会同30部门联合印发", &[]),
            ("购置30部车辆", &[("30部", "部", 30_000)]),
            ("进行一次检查", &[]),
        ] {
            let found = quantities(text);
            let found: Vec<_> = found
                .iter()
                .map(|one| (one.text.as_str(), one.unit.as_str(), one.value.unwrap_or(0)))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
