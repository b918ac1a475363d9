//! Reads what a line or a bracket says of who is responsible:
//! `牵头单位：A；责任单位：B、C`, `A牵头，B、C配合`.

use std::sync::LazyLock;

use crate::diagnostic::Span;
use crate::outline::{COLONS, is_colon};
use crate::vocabulary::{Endings, Vocabulary};

use super::super::{Role, Unit};
use super::label::{self, FOLLOWING};
use super::units::{compact, looks_like_unit, strip_adverbs, units};

/// Units with one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub role: Role,
    /// The label as printed, without its colon; the role word where it follows.
    pub label: Span,
    pub units: Vec<Unit>,
}

/// The groups before whose units stands a label with a colon.
pub(super) fn labelled(text: &str, within: Span) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut pending: Option<(Role, Span, usize)> = None;
    for colon in COLON_MARKS.find_all(within.of(text)) {
        let at = within.start + colon.start;
        let from = pending.map_or(within.start, |(_, _, from)| from);
        let from = from.max(text.ceil_char_boundary(at.saturating_sub(FURTHEST_LABEL)));
        let label = label_before(text, from, at);
        let role = label::role_of(&compact(label.of(text)));
        if role.is_none() && !closes_group(label.of(text)) {
            continue;
        }
        close(text, pending.take(), label.start, &mut groups);
        let next = within.start + colon.end;
        // `完成时限：` ends the units before it and has none.
        pending = role.map(|role| (role, label, next));
    }
    close(text, pending, within.end, &mut groups);
    groups
}

static COLON_MARKS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(COLONS));

/// The label that ends at `at`, not before `from`.
fn label_before(text: &str, from: usize, at: usize) -> Span {
    let piece = text[from..at].trim_end();
    let start_after = |ends: fn(char) -> bool| {
        let separator = piece.char_indices().rev().find(|&(_, char)| ends(char));
        separator.map_or(from, |(index, char)| from + index + char.len_utf8())
    };
    // `责 任 单 位`: a label set wide.
    let wide = Span::new(
        start_after(|char| is_separator(char) && !char.is_whitespace()),
        at,
    )
    .trimmed(text);
    if wide.of(text).contains(char::is_whitespace) && label::is_exact(&compact(wide.of(text))) {
        return wide;
    }
    Span::new(start_after(is_separator), at).trimmed(text)
}

/// The groups of sentences that open with a label, and of parts that open with
/// a label in so many words: `修渠。责任单位：A。`, `修渠，责任单位：A`,
/// `修渠。责任单位为A`, `修渠。【责任单位】A`.
///
/// `roles` are the places of role words outside of brackets.
pub(super) fn sentences(text: &str, body: Span, roles: &[usize]) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut read_to = body.start;
    for found in AFTER_LABELS.find_all(body.of(text)) {
        let at = body.start + found.start;
        let mark = &text[at..body.start + found.end];
        let is_colon = COLONS.contains(&mark);
        if at < read_to || !(is_colon || label::ends_in_bearer(&text[body.start..at])) {
            continue;
        }
        let near = text.ceil_char_boundary(at.saturating_sub(FURTHEST_LABEL));
        let near = near.max(read_to);
        let label = label_before(text, near, at);
        let before = text[near..label.start].trim_end_matches([' ', '　', '\t']);
        let is_outside = || {
            let role = roles.partition_point(|&role| role < label.start);
            roles.get(role).is_some_and(|&role| role < label.end)
        };
        let goes_on = |before: &str| before.ends_with(['，', ',', '；', ';']) && is_outside();
        let is_exact = label::is_exact(&compact(label.of(text)));
        let end = text[at..body.end]
            .find(['。', '\n'])
            .map_or(body.end, |stop| at + stop);
        let opens = before.ends_with(['。', '\n'])
            || (near == body.start && before.trim_start().is_empty());
        match mark {
            _ if is_colon => {
                let known = label::role_of(&compact(label.of(text))).is_some();
                if known && (opens || (is_exact && goes_on(before))) {
                    groups.extend(labelled(text, Span::new(label.start, end)));
                    read_to = end;
                }
            }
            "为" if is_exact && (opens || goes_on(before)) => {
                let end = text[at..end]
                    .find(['，', ',', '；', ';'])
                    .map_or(end, |stop| at + stop);
                let list = Span::new(at + mark.len(), end);
                groups.extend(listed(text, label, list));
                read_to = end;
            }
            "】" if is_exact && before.ends_with('【') => {
                let end = text[at..end].find('【').map_or(end, |next| at + next);
                groups.extend(listed(text, label, Span::new(at + mark.len(), end)));
                read_to = end;
            }
            _ => {}
        }
    }
    groups
}

static AFTER_LABELS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(COLONS.into_iter().chain(["为", "】"])));

/// The groups of a line whose labels are set off by blanks alone: `责任单位　A　B`.
pub(super) fn set_off(text: &str, line: Span) -> Vec<Group> {
    let mut labels = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let width = rest.of(text).find(char::is_whitespace);
        let word = Span::new(rest.start, rest.start + width.unwrap_or(rest.len()));
        if label::is_exact(word.of(text)) || closes_group(word.of(text)) {
            labels.push(word);
        }
        rest = Span::new(word.end, rest.end).trimmed(text);
    }
    if labels.first().is_none_or(|first| first.start != line.start) {
        return Vec::new();
    }
    let ends = labels.iter().skip(1).map(|next| next.start);
    let lists = labels.iter().zip(ends.chain([line.end]));
    let lists = lists.filter(|(label, _)| !closes_group(label.of(text)));
    let groups = lists.map(|(&label, end)| listed(text, label, Span::new(label.end, end)));
    groups.collect::<Option<_>>().unwrap_or_default()
}

/// The units of a list without colon before it, if all are units.
fn listed(text: &str, label: Span, list: Span) -> Option<Group> {
    let role = label::role_of(&compact(label.of(text)))?;
    let units = units(text, list);
    let named = !units.is_empty() && units.iter().all(|unit| is_unit(&unit.name));
    named.then_some(Group { role, label, units })
}

/// Whether a sentence begins with a label of responsibility and its colon.
pub(in super::super) fn opens_with_label(sentence: &str) -> bool {
    let near = &sentence[..sentence.floor_char_boundary(FURTHEST_LABEL)];
    near.find(is_colon).is_some_and(|colon| {
        let label = near[..colon].trim();
        label.starts_with(char::is_alphanumeric) && label::role_of(&compact(label)).is_some()
    })
}

/// How far before its colon a label can begin, in bytes.
const FURTHEST_LABEL: usize = 60;

fn is_separator(char: char) -> bool {
    char.is_whitespace()
        || matches!(
            char,
            '，' | ',' | '；' | ';' | '。' | '、' | '（' | '(' | '〔' | '【' | '['
        )
}

/// Labels that are none of responsibility but end a list of units.
fn closes_group(label: &str) -> bool {
    OTHER_LABELS.at_end(label).is_some()
}

static OTHER_LABELS: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new([
        "时限",
        "时间",
        "时间要求",
        "期限",
        "节点",
        "进度",
        "目标",
        "措施",
        "内容",
        "领导",
        "责任人",
        "负责人",
        "联系人",
        "备注",
        "成果",
    ])
});

fn close(text: &str, pending: Option<(Role, Span, usize)>, end: usize, groups: &mut Vec<Group>) {
    if let Some((role, label, from)) = pending {
        let list = Span::new(from, end.max(from));
        // `责任单位：A牵头，B、C配合`: the words after the units say more.
        let said = followed(text, list, is_unit);
        if said.iter().any(|group| group.role != role) {
            groups.extend(said);
            return;
        }
        let units = units(text, list);
        // `主办单位：某局 电话：……` at the foot of a page.
        let is_imprint = units.iter().any(|unit| unit.name.contains(['：', ':']));
        if !units.is_empty() && !is_imprint {
            groups.push(Group { role, label, units });
        }
    }
}

/// The groups after whose units stands the role: `A、B牵头，C等按职责分工负责`.
///
/// `sure` decides whether what stands before the role word are units.
pub(super) fn followed(text: &str, within: Span, sure: impl Fn(&str) -> bool) -> Vec<Group> {
    let mut groups = Vec::new();
    // Most lists name no role: no need to part them.
    if !FOLLOWING_WORDS.is_in(within.of(text)) {
        return groups;
    }
    let mut start = within.start;
    let mut from = within.start;
    while from < within.end {
        let end = text[from..within.end]
            .find(['，', ',', '；', ';'])
            .map_or(within.end, |offset| from + offset);
        let part = Span::new(start, end);
        match role_of_part(text, part, &sure) {
            Some(group) => {
                groups.push(group);
                start = end + 1;
            }
            // `A、B，各区县政府负责`: the list goes on.
            None if part
                .of(text)
                .split(['、', '，', ','])
                .all(|name| sure(strip_adverbs(name.trim()))) => {}
            None => start = end + 1,
        }
        from = text[end..within.end]
            .chars()
            .next()
            .map_or(within.end, |mark| end + mark.len_utf8());
        if start > end {
            start = from;
        }
    }
    groups
}

fn role_of_part(text: &str, part: Span, sure: &impl Fn(&str) -> bool) -> Option<Group> {
    let piece = part.of(text);
    let (at, word, role) = FOLLOWING
        .iter()
        .filter_map(|&(word, role)| piece.find(word).map(|at| (at, word, role)))
        .filter(|&(at, word, _)| at > 0 && ends_the_part(&piece[at + word.len()..]))
        .min_by_key(|&(at, word, _)| (at, std::cmp::Reverse(word.len())))?;
    let list = strip_adverbs(&piece[..at]);
    let listed = Span::new(part.start, part.start + list.len());
    let units = units(text, listed);
    // One odd name does not make a list of units something else.
    let named = units.iter().filter(|unit| sure(&unit.name)).count();
    let named = named > 0 && named * 3 >= units.len() * 2;
    named.then(|| Group {
        role,
        label: Span::new(part.start + at, part.start + at + word.len()),
        units,
    })
}

static FOLLOWING_WORDS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(FOLLOWING.iter().map(|&(word, _)| word)));

/// Whether nothing of its own follows a role word: `负责`, `负责落实`, `牵头负责`.
fn ends_the_part(rest: &str) -> bool {
    let mut rest = rest.trim_start();
    while let Some(shorter) = [
        "负责", "落实", "实施", "推进", "组织", "牵头", "完成", "开展", "具体", "按", "各自",
        "职责", "分工", "共同", "。",
    ]
    .iter()
    .find_map(|word| rest.strip_prefix(word))
    {
        rest = shorter.trim_start();
    }
    rest.is_empty()
}

/// Whether a name stands where only a unit can: inside a bracket.
pub(super) fn is_unit(name: &str) -> bool {
    looks_like_unit(name)
}
