//! Rules that a document states once: `列第一位者为牵头单位，下同`,
//! `以下责任单位均包括各区政府，不再列出`.

use memchr::memmem;

use crate::diagnostic::Span;

use super::super::Unit;
use super::units::{looks_like_unit, strip_adverbs, units};

/// A rule stated once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Rule {
    /// The first unit of each list leads.
    FirstLeads {
        /// From which byte on.
        from: usize,
    },
    /// These units are responsible everywhere from here on.
    AlwaysIncluded {
        /// From which byte on.
        from: usize,
        /// The words that state it.
        stated: Span,
        units: Vec<Unit>,
    },
}

/// Words that end a rule on units left out.
#[rustfmt::skip]
const LEFT_OUT: &[&str] = &[
    "不再列出", "不再一一列出", "不再逐一列出", "不再逐项列出", "不再单独列出", "不再重复列出",
    "不再分别列出", "不再单列", "不再列举", "不再赘述",
];

/// The rules stated in a text, in order.
pub(super) fn rules(text: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    for at in memmem::find_iter(text.as_bytes(), "不再") {
        if rules.len() == MOST_RULES {
            break;
        }
        if let Some(end) = LEFT_OUT.iter().find(|word| text[at..].starts_with(**word)) {
            rules.extend(always_included(text, at, at + end.len()));
        }
    }
    for at in memmem::find_iter(text.as_bytes(), "第一") {
        if rules.len() == MOST_RULES {
            break;
        }
        rules.extend(first_leads(text, at));
    }
    rules
}

/// More rules than any document states. Keeps applying them linear.
const MOST_RULES: usize = 8;

fn always_included(text: &str, at: usize, end: usize) -> Option<Rule> {
    let start = text[..at]
        .rfind(['。', '\n', '（', '(', '；', '〔'])
        .map_or(0, |stop| {
            stop + text[stop..].chars().next().map_or(0, char::len_utf8)
        });
    let statement = &text[start..at];
    let (offset, word) = [
        "均包括",
        "均包含",
        "均含",
        "均需",
        "均须",
        "均由",
        "还包括",
        "包括",
        "需",
        "由",
    ]
    .iter()
    .find_map(|word| statement.find(word).map(|offset| (offset, *word)))?;
    let from = start + offset + word.len();
    let listed = text[from..at].trim_end_matches(['，', ',', ' ']);
    let listed = [
        "按职责分工负责",
        "负责落实",
        "组织落实",
        "落实",
        "负责",
        "参与",
        "配合",
        "实施",
        "执行",
    ]
    .iter()
    .find_map(|role| listed.strip_suffix(role))
    .unwrap_or(listed);
    let listed = strip_adverbs(listed);
    let units = units(text, Span::new(from, from + listed.len()));
    let all_named = !units.is_empty() && units.iter().all(|unit| looks_like_unit(&unit.name));
    all_named.then(|| Rule::AlwaysIncluded {
        from: end,
        stated: Span::new(start, end).trimmed(text),
        units,
    })
}

/// `列第一位者为牵头单位`, `排在第一位的为牵头单位`, `第一个单位为牵头部门`.
fn first_leads(text: &str, at: usize) -> Option<Rule> {
    let start = text[..at]
        .rfind(['。', '\n', '（', '(', '；', '〔'])
        .unwrap_or(0);
    let rest = &text[at..text.floor_char_boundary(text.len().min(at + 150))];
    let stop = rest
        .find(['。', '\n', '）', ')', '；', '〕'])
        .unwrap_or(rest.len());
    let statement = &rest[..stop];
    let leads = statement.find("为牵头")?;
    if statement[..leads].chars().count() > 12 {
        return None;
    }
    // A rule in a note of its own holds for all lists, one that goes on from
    // where it stands also for the list that bears it.
    let onwards = statement.contains("下同") || text[start..at].contains("以下");
    let bearer = text[..at]
        .rfind(['\n', '（', '(', '〔'])
        .map_or(0, |open| text[..open].rfind(['。', '\n']).unwrap_or(0));
    Some(Rule::FirstLeads {
        from: if onwards { bearer } else { 0 },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_where_they_are_stated() {
        let included = |text| match rules(text).into_iter().next() {
            Some(Rule::AlwaysIncluded { units, .. }) => {
                units.into_iter().map(|unit| unit.name).collect()
            }
            _ => Vec::new(),
        };
        for (text, expected) in [
            (
                "（市水务局负责。以下责任单位均包括各区政府、高新区管委会，不再列出）",
                &["各区政府", "高新区管委会"][..],
            ),
            ("（以下均需试点城市政府落实，不再列出）", &["试点城市政府"]),
            (
                "各项任务均由各区政府组织落实，不再一一列出。",
                &["各区政府"],
            ),
            ("此后不再列出。", &[]),
        ] {
            assert_eq!(included(text), expected, "{text}");
        }
        assert_eq!(
            rules("植树。（市林业局、市水务局。列第一位者为牵头单位，下同）"),
            [Rule::FirstLeads {
                from: "植树".len()
            }]
        );
        assert_eq!(
            rules("注：排在第一位的为牵头单位。"),
            [Rule::FirstLeads { from: 0 }]
        );
        assert_eq!(rules("列第一位者优先。"), []);
    }
}
