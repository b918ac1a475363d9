//! The day on which a document was issued, where it says so.

use std::sync::LazyLock;

use regex::Regex;

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

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([0-9]{4}|[〇○零一二三四五六七八九]{4})年([0-9]{1,2}|[一二三四五六七八九十]{1,3})月([0-9]{1,2}|[一二三四五六七八九十]{1,3})日")
        .expect("the pattern is right")
});

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

/// What a site puts after the date: `（此件公开发布）`, `（此件有删减）`.
static NOTE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[（(]此件[^（）()]*[）)]$").expect("the pattern is right"));

/// A date that is all there is in a line, brackets aside, or that ends it after
/// a signature: of a text on one line, the whole text.
pub fn date_in_line(line: &str) -> Option<Date> {
    let line = line.trim();
    let line = match NOTE.find(line) {
        Some(note) => line[..note.start()].trim_end(),
        None => line,
    };
    let line = line.trim_matches(['（', '）', '(', ')']);
    let found = DATE.captures_iter(line).last()?;
    let all = found.get(0)?;
    if all.end() != line.len() {
        return None;
    }
    let number = |at: usize| found.get(at).and_then(|part| number(part.as_str()));
    let date = Date {
        year: number(1)?,
        month: number(2)?,
        day: number(3)?,
    };
    let possible = (1..=12).contains(&date.month) && (1..=31).contains(&date.day);
    possible.then_some(date)
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
}
