//! Deadlines (`2010年前`, `5年内`) and frequencies (`每年`).

use std::sync::LazyLock;

use crate::diagnostic::Span;
use crate::outline::is_colon;
use crate::vocabulary::Vocabulary;

use super::Deadline;

/// What a time stated in a plan can hang on.
const ANCHORS: &[&str] = &["年", "月", "日", "天", "周", "季", "每"];

static FINDER: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(ANCHORS.iter().copied()));

/// The deadlines and frequencies named in a clause, in order; titles 《…》 are
/// left out.
pub(super) fn deadlines(text: &str, clause: Span, titles: &[Span]) -> Vec<Deadline> {
    let mut found: Vec<Deadline> = Vec::new();
    let mut free_from = clause.start;
    for anchor in FINDER.find_all(&text[clause.start..clause.end]) {
        let at = clause.start + anchor.start;
        if at < free_from
            || titles
                .iter()
                .any(|title| title.start <= at && at < title.end)
        {
            continue;
        }
        let time = Time {
            text,
            from: free_from,
            at,
            to: clause.end,
        };
        let Some(deadline) = time.read(ANCHORS[anchor.word]) else {
            continue;
        };
        // `今后5年是关键时期` tells of a time and sets none.
        if text[deadline.span.end..clause.end].starts_with('是') {
            continue;
        }
        free_from = deadline.span.end;
        found.push(deadline);
    }
    found
}

impl Deadline {
    /// The year that the words name, of a span of years the last; none for
    /// `年底前` or `5年内`, whose year hangs on when somebody reads them.
    pub fn year(&self, text: &str) -> Option<u32> {
        let words = self.span.of(text);
        let (number, _) = words.split_once('年')?;
        let from = number.trim_end_matches(is_numeral).len();
        let number = &number[from..];
        let last = number.rsplit(is_dash).next().unwrap_or(number);
        (is_year(number) && !self.recurring).then(|| super::date::number(last))?
    }

    /// Whether it recurs within every year: `每年`, `每季度`, not `每两年`.
    pub fn is_yearly(&self, text: &str) -> bool {
        let words = self.span.of(text).trim_start_matches('每');
        let unit = words.trim_start_matches(is_numeral);
        let several = !matches!(&words[..words.len() - unit.len()], "" | "一" | "1" | "半");
        self.recurring && !(several && unit.starts_with('年'))
    }
}

struct Time<'t> {
    text: &'t str,
    from: usize,
    at: usize,
    to: usize,
}

impl Time<'_> {
    fn read(&self, anchor: &str) -> Option<Deadline> {
        if anchor == "每" {
            return self.frequency();
        }
        let before = &self.text[self.from..self.at];
        let after = &self.text[self.at + anchor.len()..self.to];
        let counted = match anchor {
            "月" => before.strip_suffix('个').unwrap_or(before),
            "日" | "天" => before
                .strip_suffix("工作")
                .map_or(before, |days| days.strip_suffix('个').unwrap_or(days)),
            _ => before,
        };
        let digits = counted.len() - counted.trim_end_matches(is_numeral).len();
        let number = &counted[counted.len() - digits..];
        let number_start = self.from + counted.len() - digits;
        match anchor {
            "年" if is_year(number) => self.dated(number, after),
            "年" if number.is_empty() => self.year_end(before, after),
            "年" | "月" | "日" | "天" | "周" if !number.is_empty() => {
                self.duration(number_start, anchor, after)
            }
            _ => None,
        }
    }

    /// `每年`, `每半年`, `每季度`, `每两个月`, `每周`.
    fn frequency(&self) -> Option<Deadline> {
        let start = self.at;
        let rest = &self.text[start + "每".len()..self.to];
        let number = rest.len() - rest.trim_start_matches(is_numeral).len();
        let tail = rest[number..].strip_prefix('个').unwrap_or(&rest[number..]);
        let unit = [
            "年度", "年", "月度", "月", "季度", "季", "周", "日", "天", "旬",
        ]
        .iter()
        .find(|unit| tail.starts_with(**unit))?;
        if number > 12 {
            return None;
        }
        let end = self.to - tail.len() + unit.len();
        Some(Deadline {
            span: Span::new(start, end),
            recurring: true,
        })
    }

    /// `2010年前`, `到2012年底`, `2021年6月底前`.
    fn dated(&self, number: &str, after: &str) -> Option<Deadline> {
        let mut start = self.at - number.len();
        let mut rest = after;
        let month = rest.len() - rest.trim_start_matches(is_numeral).len();
        if month > 0 && rest[month..].starts_with('月') {
            rest = &rest[month + "月".len()..];
            let day = rest.len() - rest.trim_start_matches(is_numeral).len();
            if day > 0 && rest[day..].starts_with('日') {
                rest = &rest[day + "日".len()..];
            }
        }
        let mut bound = false;
        for word in [
            "年底",
            "底",
            "末",
            "上半年",
            "下半年",
            "以前",
            "之前",
            "前",
            "以内",
            "内",
        ] {
            if let Some(shorter) = rest.strip_prefix(word) {
                rest = shorter;
                bound = true;
            }
        }
        let before = &self.text[self.from..start];
        let label = before.trim_end().trim_end_matches(is_colon);
        bound |= label.len() < before.len()
            && ["时限", "时间", "期限"]
                .iter()
                .any(|word| label.ends_with(word));
        for word in ["到", "至", "于", "截至", "在", "自", "从"] {
            if before.ends_with(word) {
                // `2008年至2012年` is a term, and so is `自2008年起`.
                let is_term = matches!(word, "自" | "从")
                    || word == "至"
                        && before
                            .trim_end_matches('至')
                            .ends_with(['年', '-', '月', '日']);
                if is_term {
                    return None;
                }
                bound |= matches!(word, "到" | "至" | "截至");
                if bound {
                    start -= word.len();
                }
                break;
            }
        }
        bound.then(|| Deadline {
            span: Span::new(start, self.to - rest.len()),
            recurring: false,
        })
    }

    /// `年底前`, `年内`, `今年内`, `明年底`.
    fn year_end(&self, before: &str, after: &str) -> Option<Deadline> {
        let mut rest = after;
        let mut bound = false;
        for word in ["底", "末", "以前", "之前", "前", "内"] {
            if let Some(shorter) = rest.strip_prefix(word) {
                rest = shorter;
                bound = true;
            }
        }
        // `近年内`, `青年前途`
        let named = ["今", "明", "当", "本", "次"]
            .iter()
            .find(|word| before.ends_with(**word));
        let apart = before.is_empty()
            || before.ends_with(|char: char| !char.is_alphanumeric())
            || before.ends_with(['于', '在', '到']);
        (bound && (named.is_some() || apart || after.starts_with('底'))).then(|| Deadline {
            span: Span::new(
                self.at - named.map_or(0, |word| word.len()),
                self.to - rest.len(),
            ),
            recurring: false,
        })
    }

    /// `5年内`, `三个月内`, `20个工作日内`, `12月底前`, `今后5年`, `5年时间`.
    fn duration(&self, start: usize, anchor: &str, after: &str) -> Option<Deadline> {
        let before = &self.text[self.from..start];
        if anchor == "月"
            && let Some(rest) = ["底前", "底", "末", "前", "份前"]
                .iter()
                .find_map(|word| after.strip_prefix(word))
        {
            return Some(Deadline {
                span: Span::new(start, self.to - rest.len()),
                recurring: false,
            });
        }
        if let Some(rest) = ["之内", "以内", "内", "时间内", "时间"]
            .iter()
            .find_map(|word| after.strip_prefix(word))
        {
            return Some(Deadline {
                span: Span::new(start, self.to - rest.len()),
                recurring: false,
            });
        }
        let ahead = ["今后", "未来", "经过", "再用", "再经过", "力争用", "用"]
            .iter()
            .find(|word| before.ends_with(**word))?;
        (anchor == "年").then(|| Deadline {
            span: Span::new(start - ahead.len(), self.at + anchor.len()),
            recurring: false,
        })
    }
}

fn is_numeral(char: char) -> bool {
    char.is_ascii_digit()
        || matches!(
            char,
            '０'
                ..='９'
                    | '〇'
                    | '一'
                    | '二'
                    | '两'
                    | '三'
                    | '四'
                    | '五'
                    | '六'
                    | '七'
                    | '八'
                    | '九'
                    | '十'
                    | '半'
                    | '几'
        )
        || is_dash(char)
}

fn is_dash(char: char) -> bool {
    matches!(char, '-' | '~' | '～' | '—' | '－')
}

fn is_year(number: &str) -> bool {
    let last = number.rsplit(is_dash).next().unwrap_or(number);
    last.chars().count() == 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, bool)> {
        deadlines(text, Span::new(0, text.len()), &[])
            .into_iter()
            .map(|found| (found.span.of(text), found.recurring))
            .collect()
    }

    #[test]
    fn times_are_told_from_dates_and_terms() {
        for (text, expected) in [
            ("2010年前建成水厂", &[("2010年前", false)][..]),
            ("到2012年，建成水厂", &[("到2012年", false)]),
            ("力争到2025年底基本建成", &[("到2025年底", false)]),
            ("2021年6月底前印发", &[("2021年6月底前", false)]),
            ("12月底前上线", &[("12月底前", false)]),
            ("于2012年10月底前完成", &[("于2012年10月底前", false)]),
            ("5年内轮训一遍", &[("5年内", false)]),
            ("三年内完成", &[("三年内", false)]),
            (
                "三个月内、20个工作日内",
                &[("三个月内", false), ("20个工作日内", false)],
            ),
            (
                "年底前完成，明年底验收",
                &[("年底前", false), ("明年底", false)],
            ),
            (
                "每年检查两次，每季度通报",
                &[("每年", true), ("每季度", true)],
            ),
            (
                "每半年一次、每两年一轮",
                &[("每半年", true), ("每两年", true)],
            ),
            ("今后5年的工作", &[("今后5年", false)]),
            ("今后5年是治水的关键时期", &[]),
            ("用3-5年时间", &[("3-5年时间", false)]),
            ("完成时限：2024年12月", &[("2024年12月", false)]),
            ("2008年8月11日印发", &[]),
            ("2008年至2012年规划", &[]),
            ("近年来青年前途", &[]),
            ("每个人", &[]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn years_are_told_only_where_they_are_named() {
        for (text, year, yearly) in [
            ("2010年前建成水厂", Some(2010), false),
            ("到2012年底建成水厂", Some(2012), false),
            ("二〇一〇年底前建成水厂", Some(2010), false),
            ("完成时限：2008-2009年", Some(2009), false),
            ("2021年6月底前印发", Some(2021), false),
            ("年底前完成", None, false),
            ("5年内轮训一遍", None, false),
            ("用3-5年时间", None, false),
            ("每年检查两次", None, true),
            ("每半年一次", None, true),
            ("每季度通报", None, true),
            ("每两年一轮", None, false),
            ("每两个月一次", None, true),
        ] {
            let found = deadlines(text, Span::new(0, text.len()), &[]);
            let told = (found[0].year(text), found[0].is_yearly(text));
            assert_eq!(told, (year, yearly), "{text}");
        }
    }
}
