//! Brackets that name who is responsible: `（A牵头，B、C配合）`.

use std::sync::LazyLock;

use crate::diagnostic::Span;
use crate::vocabulary::Vocabulary;

use super::super::{Role, deadline};
use super::group::{self, Group};
use super::units::{is_named, units};

/// What a text says in brackets, and where role words stand outside of them.
pub(super) struct Stated {
    pub groups: Vec<Group>,
    /// Places of `牵头`, `负责` … outside any bracket.
    pub roles_outside: Vec<usize>,
}

const OPENINGS: [&str; 6] = ["（", "(", "〔", "［", "【", "["];
const CLOSINGS: [&str; 6] = ["）", ")", "〕", "］", "】", "]"];
const ROLES: [&str; 12] = [
    "牵头", "负责", "主办", "承办", "责任", "协办", "配合", "参与", "参加", "协助", "落实", "指导",
];

static MARKS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(OPENINGS.into_iter().chain(CLOSINGS).chain(ROLES)));

/// Reads the brackets of a text; with `bare_lists` also those that hold units
/// and no word of their role.
pub(super) fn read(text: &str, body: Span, bare_lists: bool) -> Stated {
    let mut stated = Stated {
        groups: Vec::new(),
        roles_outside: Vec::new(),
    };
    let mut open: Vec<usize> = Vec::new();
    let mut has_role = false;
    for mark in MARKS.find_all(body.of(text)) {
        let start = body.start + mark.start;
        let end = body.start + mark.end;
        let which = mark.word;
        if which < OPENINGS.len() {
            open.push(end);
        } else if which < OPENINGS.len() + CLOSINGS.len() {
            let Some(from) = open.pop() else { continue };
            if !open.is_empty() {
                continue;
            }
            let inside = Span::new(from, start);
            let groups = if has_role {
                said(text, inside)
            } else {
                Vec::new()
            };
            let may_be_bare = bare_lists || is_last_word(text, body, mark_before(text, from), end);
            if groups.is_empty() && may_be_bare {
                stated.groups.extend(bare(text, inside));
            }
            stated.groups.extend(groups);
            has_role = false;
        } else if open.is_empty() {
            stated.roles_outside.push(start);
        } else {
            has_role = true;
        }
    }
    stated
}

/// Where the bracket whose inside starts here begins.
fn mark_before(text: &str, inside: usize) -> usize {
    text[..inside]
        .char_indices()
        .next_back()
        .map_or(inside, |(at, _)| at)
}

/// Whether a bracket stands between a full stop and the end of the task.
fn is_last_word(text: &str, body: Span, open: usize, end: usize) -> bool {
    let before = text[body.start..open].trim_end();
    let after = text[end..body.end].trim_matches(['。', '；', ' ', '　', '\n', '\r']);
    before.ends_with(['。', '；']) && after.is_empty()
}

/// The groups of one bracket; what follows a full stop in it are rules.
fn said(text: &str, inside: Span) -> Vec<Group> {
    let end = inside
        .of(text)
        .find('。')
        .map_or(inside.end, |stop| inside.start + stop);
    let first = Span::new(inside.start, end);
    let groups = group::labelled(text, first);
    if groups.is_empty() {
        group::followed(text, first, group::is_unit)
    } else {
        groups
    }
}

/// Whether a sentence is a bracket of units and nothing else: `（A、B）`.
pub(in super::super) fn is_bare(sentence: &str) -> bool {
    let bracket = sentence.trim_end_matches(['。', '；']);
    let inside = bracket
        .strip_prefix(['（', '('])
        .and_then(|rest| rest.strip_suffix(['）', ')']));
    inside.is_some_and(|inside| bare(inside, Span::new(0, inside.len())).is_some())
}

/// `（市林业局、市水务局）`, `（市林业局、市水务局，2025年底前）`
fn bare(text: &str, inside: Span) -> Option<Group> {
    let piece = inside.of(text);
    let end = piece.find(['。', '；']).unwrap_or(piece.len());
    let list = before_term(text, Span::new(inside.start, inside.start + end));
    let units = units(text, list);
    let sure = units.iter().filter(|unit| is_named(&unit.name)).count();
    let named = units.first().is_some_and(|first| is_named(&first.name))
        && units.iter().all(|unit| group::is_unit(&unit.name))
        // 国网某省电力公司 among offices.
        && sure * 3 >= units.len() * 2;
    named.then_some(Group {
        role: Role::Responsible,
        label: Span::new(inside.start, inside.start),
        units,
    })
}

/// A list of units without the term after it.
fn before_term(text: &str, list: Span) -> Span {
    let Some(mark) = list.of(text).rfind(['，', ',']) else {
        return list;
    };
    let after = Span::new(list.start + mark, list.end);
    let is_standing = STANDING.iter().any(|word| after.of(text).contains(word));
    if is_standing || !deadline::deadlines(text, after, &[]).is_empty() {
        Span::new(list.start, after.start)
    } else {
        list
    }
}

/// Terms without an end.
const STANDING: [&str; 3] = ["持续推进", "持续实施", "长期坚持"];

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn shown(text: &str, groups: Vec<Group>) -> Vec<String> {
        groups
            .into_iter()
            .map(|group| {
                let names: Vec<_> = group.units.iter().map(|unit| unit.name.as_str()).collect();
                format!(
                    "{} {}: {}",
                    group.role.name(),
                    group.label.of(text),
                    names.join(" ")
                )
            })
            .collect()
    }

    #[test]
    fn brackets_are_read_in_every_form() {
        for (text, expected) in [
            (
                "修渠。（市水务局、市林业局负责）",
                &["responsible 负责: 市水务局 市林业局"][..],
            ),
            (
                "修渠（水利部牵头，林草局、财政部配合）。",
                &["lead 牵头: 水利部", "support 配合: 林草局 财政部"],
            ),
            (
                "修渠。（责任单位：市水务局）",
                &["responsible 责任单位: 市水务局"],
            ),
            (
                "修渠。（牵头单位：市水务局；责任单位：市林业局、市路局，各区县政府）",
                &[
                    "lead 牵头单位: 市水务局",
                    "responsible 责任单位: 市林业局 市路局 各区县政府",
                ],
            ),
            (
                "修渠。（牵头单位：市水务局，配合单位：市林业局，各区、县级市）",
                &[
                    "lead 牵头单位: 市水务局",
                    "support 配合单位: 市林业局 各区、县级市",
                ],
            ),
            (
                "修渠（水利部、林草局等国务院相关部门及各地区按职责分工负责）补路（各地区、各部门负责）",
                &[
                    "responsible 负责: 水利部 林草局 国务院相关部门 各地区",
                    "responsible 负责: 各地区 各部门",
                ],
            ),
            (
                "修渠（水利部指导，试点城市政府负责落实。以下均需试点城市政府落实，不再列出）",
                &["responsible 指导: 水利部", "responsible 负责: 试点城市政府"],
            ),
            (
                "修渠。（责任单位：市水务局；完成时限：2021年底前）",
                &["responsible 责任单位: 市水务局"],
            ),
            (
                "修渠。（市水务局负责，2020年底前完成）",
                &["responsible 负责: 市水务局"],
            ),
            (
                "修渠（市水务局和有关区县政府具体负责）",
                &["responsible 负责: 市水务局 有关区县政府"],
            ),
            ("修渠。[牵头单位：市水务局]", &["lead 牵头单位: 市水务局"]),
            (
                "修渠。（市水务局、林业局，各区县政府）",
                &["responsible : 市水务局 市林业局 各区县政府"],
            ),
            (
                "修渠。（市水务局、市林业局，2025年12月底前）",
                &["responsible : 市水务局 市林业局"],
            ),
            (
                "修渠。（市水务局，各区县政府，持续推进）",
                &["responsible : 市水务局 各区县政府"],
            ),
            ("修渠。（全市，2025年底前）", &[]),
            ("有关部门（市水务局、市林业局）修渠。", &[]),
            ("修渠。（市水务局有关规定另行制定）", &[]),
            ("修渠（谁受益谁负责）", &[]),
            ("修渠（详见责任清单）", &[]),
            ("党委（党组）书记负总责", &[]),
            ("修渠（未完", &[]),
        ] {
            let groups = read(text, Span::new(0, text.len()), false).groups;
            assert_eq!(shown(text, groups), expected, "{text}");
        }
    }
}
