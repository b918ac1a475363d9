//! The day on which a document was issued, where it says so.

use super::Plan;

/// Year, month and day; sorts by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, four digits.
    pub year: u32,
    /// 1–12.
    pub month: u32,
    /// 1–31.
    pub day: u32,
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Lines in which a document says when it was issued: so many at its end,
/// under the signature, and at its beginning, under the title.
const LINES: usize = 6;

/// The day on which the document was issued: the last that stands by itself
/// at its end, else the first at its beginning.
pub fn date(plan: &Plan) -> Option<Date> {
    let text = &plan.outline.text;
    let at_end = text.lines().rev().take(LINES).find_map(date_in_line);
    at_end.or_else(|| text.lines().take(LINES).find_map(date_in_line))
}

/// A date that is all there is in a line, brackets aside, or that ends it after
/// a signature: of a text on one line, the whole text.
pub fn date_in_line(line: &str) -> Option<Date> {
    let line = without_note(line.trim()).trim_matches(['（', '）', '(', ')']);
    let (before, day) = line.strip_suffix('日')?.rsplit_once('月')?;
    let (before, month) = before.rsplit_once('年')?;
    let (year, _) = before.char_indices().nth_back(3)?;
    let year = &before[year..];
    if !(is_year(year) && is_count(month) && is_count(day)) {
        return None;
    }
    let date = Date {
        year: number(year)?,
        month: number(month)?,
        day: number(day)?,
    };
    let possible = (1..=12).contains(&date.month) && (1..=31).contains(&date.day);
    possible.then_some(date)
}

/// A line without what a site puts after the date: `（此件公开发布）`,
/// `（此件有删减）`.
fn without_note(line: &str) -> &str {
    let note = line.strip_suffix(['）', ')']).and_then(|rest| {
        let at = rest.rfind(['（', '(', '）', ')'])?;
        let inside = rest[at..].strip_prefix(['（', '('])?;
        inside.starts_with("此件").then_some(at)
    });
    note.map_or(line, |at| line[..at].trim_end())
}

/// Whether four characters are all digits, or all Han numerals.
fn is_year(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
        || word
            .chars()
            .all(|char| "〇○零一二三四五六七八九".contains(char))
}

/// Whether a word can number a month or a day.
fn is_count(word: &str) -> bool {
    matches!(word.len(), 1..=2) && word.bytes().all(|byte| byte.is_ascii_digit())
        || matches!(word.chars().count(), 1..=3)
            && word
                .chars()
                .all(|char| "一二三四五六七八九十".contains(char))
}

/// `2008`, `二〇〇八`, `十二`, `二十一`.
pub(super) fn number(digits: &str) -> Option<u32> {
    if let Ok(number) = digits.parse() {
        return Some(number);
    }
    let digit = |char: char| {
        "〇一二三四五六七八九"
            .chars()
            .position(|known| known == char)
    };
    let mut value = 0;
    for char in digits.chars() {
        value = match char {
            '十' if value == 0 => 10,
            '十' | '○' | '零' => value * 10,
            _ if value > 0 && value % 10 == 0 && digits.contains('十') => {
                value + digit(char)? as u32
            }
            _ => value * 10 + digit(char)? as u32,
        };
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use regex::Regex;

    use super::*;

    #[test]
    fn a_date_is_read_where_it_stands_by_itself() {
        for (line, expected) in [
            ("2008年5月13日", Some("2008-05-13")),
            ("二〇〇八年十二月二十一日", Some("2008-12-21")),
            ("二○一○年三月十日", Some("2010-03-10")),
            ("（2012年1月30日）", Some("2012-01-30")),
            ("某市人民政府 2012年1月30日", Some("2012-01-30")),
            (
                "某市人民政府办公厅2021年8月23日（此件有删减）",
                Some("2021-08-23"),
            ),
            (
                "（十）本办法自2014年1月1日起施行。　　某市人民政府　　2013年12月23日",
                Some("2013-12-23"),
            ),
            ("于2012年1月30日前完成。", None),
            ("2012年13月30日", None),
        ] {
            assert_eq!(
                date_in_line(line).map(|date| date.to_string()).as_deref(),
                expected,
                "{line}"
            );
        }
    }

    proptest! {
        /// Patterns that are slow to be made ready read the same.
        #[test]
        fn a_date_is_what_a_pattern_finds_at_the_end(
            line in "(某|（|2)?[0-9〇一]{3,5}年[0-9十一]{0,3}月[0-9十二]{0,4}日?[)）]?([（(]此件[有(]?[）)])?",
        ) {
            let note = Regex::new("[（(]此件[^（）()]*[）)]$").expect("the pattern is right");
            let date = Regex::new(
                "([0-9]{4}|[〇○零一二三四五六七八九]{4})年\
                 ([0-9]{1,2}|[一二三四五六七八九十]{1,3})月\
                 ([0-9]{1,2}|[一二三四五六七八九十]{1,3})日$",
            )
            .expect("the pattern is right");
            let bare = note.replace(&line, "");
            let found = date.captures(bare.trim_matches(['（', '）', '(', ')']));
            let part = |at: usize| number(&found.as_ref()?[at]);
            let expected = part(1).zip(part(2)).zip(part(3));
            let expected = expected.map(|((year, month), day)| Date { year, month, day });
            let expected = expected
                .filter(|date| (1..=12).contains(&date.month) && (1..=31).contains(&date.day));
            prop_assert_eq!(date_in_line(&line), expected);
        }
    }
}
