//! Running text that names who is responsible: `由A牵头，B配合`.

use crate::diagnostic::Span;

use super::super::Role;
use super::group::{self, Group};
use super::units::{is_named, looks_like_unit, strip_adverbs, units};

/// Role words of running text.
const WORDS: [(&str, Role); 4] = [
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("负责", Role::Responsible),
    ("承办", Role::Responsible),
];

/// What makes a role word a noun or another word: `牵头单位`, `负责人`, `负责制`.
#[rustfmt::skip]
const NOUN_TAILS: &[&str] = &[
    "单位", "部门", "机构", "机关", "人", "制", "抓总", "同志", "方", "处室", "的", "医院",
    "企业", "者", "总责", "任",
];

const STOPS: [char; 10] = ['，', ',', '；', ';', '：', ':', '。', '（', '(', '\n'];

/// The groups that running text names at the places of role words.
pub(super) fn read(text: &str, body: Span, places: &[usize]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut read_to = body.start;
    for &at in places {
        if at < read_to {
            continue;
        }
        let Some(&(word, role)) = WORDS.iter().find(|(word, _)| text[at..].starts_with(word))
        else {
            continue;
        };
        let after = &text[at + word.len()..body.end];
        if NOUN_TAILS.iter().any(|tail| after.starts_with(tail)) {
            continue;
        }
        let read_to_near = read_to.max(window_start(text, at));
        let start = read_to_near + part_start(&text[read_to_near..at]);
        let part = &text[start..at];
        let by = part.rfind('由');
        let from = by.map_or(start, |index| start + index + '由'.len_utf8());
        // A blank before the list belongs to its span: the length counts from there.
        let list = strip_adverbs(&text[from..at]);
        let named = units(text, Span::new(from, from + list.len()));
        let all =
            |sure: fn(&str) -> bool| !named.is_empty() && named.iter().all(|unit| sure(&unit.name));
        let closes = after.is_empty()
            || after.starts_with(STOPS)
            || after.starts_with("组织实施")
            || after.starts_with("落实");
        let sure = if by.is_some() {
            all(looks_like_unit)
        } else {
            let opens = start == body.start || text[..start].ends_with(['。', '；', '\n']);
            all(is_named) && (role == Role::Lead || closes || opens)
        };
        if !sure {
            continue;
        }
        groups.push(Group {
            role,
            label: Span::new(at, at + word.len()),
            units: named,
        });
        read_to = at + word.len();
        // `，B、C配合`: the parts after it, to the end of the sentence.
        if closes && after.starts_with(['，', ',', '；', '、']) {
            let mark = after.chars().next().map_or(0, char::len_utf8);
            let near = &after[..window_end(after)];
            let end = near.find('。').unwrap_or(near.len());
            let rest = Span::new(read_to + mark, read_to + end.max(mark));
            let more = group::followed(text, rest, is_named);
            if let Some(last) = more.last() {
                read_to = last.label.end;
            }
            groups.extend(more);
        }
    }
    groups
}

/// Where the last part of a text starts: after the last stop outside of
/// brackets, so that `各县（市、区）政府` is kept whole.
fn part_start(before: &str) -> usize {
    let mut depth = 0_usize;
    for (index, char) in before.char_indices().rev() {
        match char {
            '）' | ')' => depth += 1,
            '（' | '(' if depth > 0 => depth -= 1,
            _ if depth == 0 && STOPS.contains(&char) => return index + char.len_utf8(),
            _ => {}
        }
    }
    0
}

/// How far around a role word its units are looked for, in bytes. Keeps the
/// search linear.
const WINDOW: usize = 900;

fn window_start(text: &str, at: usize) -> usize {
    text.ceil_char_boundary(at.saturating_sub(WINDOW))
}

fn window_end(text: &str) -> usize {
    text.floor_char_boundary(WINDOW)
}

#[cfg(test)]
mod tests {
    use super::super::bracket;
    use super::*;

    #[test]
    fn running_text_is_read_and_ordinary_nouns_are_left_alone() {
        for (text, expected) in [
            (
                "修渠由市水务局牵头，市林业局配合。",
                &["牵头 市水务局", "配合 市林业局"][..],
            ),
            (
                "由市水务局、市林业局负责修渠。",
                &["负责 市水务局 市林业局"],
            ),
            (
                "市水务局、市林业局牵头建立制度。",
                &["牵头 市水务局 市林业局"],
            ),
            ("此项工作由市水务局牵头负责。", &["牵头 市水务局"]),
            ("此项工作由 市水务局 牵头负责。", &["牵头 市水务局"]),
            (
                "由\u{3000}市水务局、\u{FFFD}市林业局负责。",
                &["负责 市水务局 \u{FFFD}市林业局"],
            ),
            (
                "各县（市、区）政府负责组织实施。",
                &["负责 各县（市、区）政府"],
            ),
            ("水利部负责全国河道的管护。", &["负责 水利部"]),
            ("植树时水利部负责浇水。", &[]),
            ("各牵头单位和协办单位要密切配合。", &[]),
            ("项目牵头单位对实施负总责。", &[]),
            ("坚持谁主管谁负责。", &[]),
            ("建立由水利部牵头的协调机制。", &[]),
            ("由政府负责人牵头、部门参与。", &[]),
            ("形成组织部门牵头抓总、各方参与的格局。", &[]),
            ("由专人负责。", &[]),
        ] {
            let body = Span::new(0, text.len());
            let places = bracket::read(text, body, false).roles_outside;
            let found: Vec<_> = read(text, body, &places)
                .into_iter()
                .map(|group| {
                    let names: Vec<_> = group.units.iter().map(|unit| unit.name.as_str()).collect();
                    format!("{} {}", group.label.of(text), names.join(" "))
                })
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
