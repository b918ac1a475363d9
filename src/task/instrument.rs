//! Named documents 《…》 and what is done with them.

use std::sync::LazyLock;

use memchr::memmem;

use crate::diagnostic::Span;
use crate::vocabulary::{Endings, Vocabulary};

use super::Instrument;

/// Words that say what is done with a document, of two characters each.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "贯彻", "落实", "执行", "实施", "施行", "遵守", "制定", "制订", "修订", "修改", "修正",
    "起草", "出台", "颁布", "发布", "公布", "印发", "编制", "编写", "完善", "健全", "废止",
    "清理", "学习", "宣传", "推行", "试行", "下发", "转发", "签订", "履行", "按照", "根据",
    "依据", "依照", "参照", "遵循", "对照", "违反", "纳入", "审议", "研究",
];

/// Verbs that leave open what is done and yield to one after the title:
/// `抓好《……》的贯彻落实`.
#[rustfmt::skip]
const AFTER: &[&str] = &[
    "贯彻", "落实", "执行", "实施", "修订", "修改", "制定", "编制", "起草", "学习", "宣传",
    "出台", "纳入",
];

static VERB_WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(VERBS.iter().copied()));
static VERB_ENDINGS: LazyLock<Endings> = LazyLock::new(|| Endings::new(VERBS.iter().copied()));
static AFTER_WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(AFTER.iter().copied()));

/// The documents named in a clause, in order.
pub(super) fn instruments(text: &str, clause: Span) -> Vec<Instrument> {
    let mut found: Vec<Instrument> = Vec::new();
    let mut from = clause.start;
    for span in titles(text, clause) {
        let gap = Span::new(from, span.start);
        let verb = match found.last() {
            Some(last) if joins(gap.of(text)) => last.verb,
            _ => governing(text, gap),
        };
        found.push(Instrument { span, verb });
        from = span.end;
    }
    let mut after = clause.end;
    for instrument in found.iter_mut().rev() {
        let rest = Span::new(instrument.span.end, after);
        if makes_something_else(rest.of(text)) {
            if instrument.verb.is_some_and(|verb| is_making(verb.of(text))) {
                instrument.verb = None;
            }
        } else if instrument.verb.is_none() {
            instrument.verb = following(text, rest);
        }
        if !joins(rest.of(text)) {
            after = instrument.span.start;
        }
    }
    found
}

/// Longest title, in bytes. Keeps the search for its end linear.
const LONGEST_TITLE: usize = 900;

static OPENING: LazyLock<memmem::Finder> = LazyLock::new(|| memmem::Finder::new("《"));

/// The titles, each with its outermost marks; one inside another is part of it.
fn titles(text: &str, clause: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = clause.start;
    std::iter::from_fn(move || {
        let start = at + OPENING.find(&text.as_bytes()[at..clause.end])?;
        let mut depth = 0_usize;
        let near = text.floor_char_boundary(clause.end.min(start + LONGEST_TITLE));
        for (offset, mark) in text[start..near].match_indices(['《', '》']) {
            if mark == "《" {
                depth += 1;
                continue;
            }
            depth -= 1;
            if depth == 0 {
                let end = start + offset + mark.len();
                at = end;
                return Some(Span::new(start, end));
            }
        }
        // A mark inside was left open: the first closing one ends the title.
        let close = text[start..near].find('》')?;
        at = start + close + '》'.len_utf8();
        Some(Span::new(start, at))
    })
}

/// Whether what stands between two titles only joins them.
fn joins(gap: &str) -> bool {
    gap.trim_start_matches(['、', '，', ',', ' ', '　'])
        .is_empty()
        || !gap.contains(['，', '；', '：', ',', ';', '（', '(', '。'])
            && gap.chars().count() <= 12
            && !VERB_WORDS.is_in(gap)
            && !gap.starts_with('的')
}

/// The verb nearest before a title, within the same part of the sentence.
fn governing(text: &str, gap: Span) -> Option<Span> {
    let piece = gap.of(text);
    let part = piece
        .rfind(['，', '；', '：', ',', ';', '（', '('])
        .map_or(0, |at| {
            at + piece[at..].chars().next().map_or(0, char::len_utf8)
        });
    let within = &piece[part..];
    let (at, verb) = (within.char_indices().rev())
        .find_map(|(at, _)| Some((at, VERB_WORDS.at_start(&within[at..])?)))?;
    let mut start = at;
    // 贯彻落实, 制定实施: one doing said in two verbs.
    while let Some(before) = VERB_ENDINGS
        .at_end(&within[..start])
        .filter(|verb| *verb != "研究")
    {
        start -= before.len();
    }
    let base = gap.start + part;
    Some(Span::new(base + start, base + at + verb.end))
}

/// The verb after a title: `《……》的贯彻落实`, `《……》执行情况`, `把《……》纳入……`.
fn following(text: &str, rest: Span) -> Option<Span> {
    let piece = rest.of(text);
    let part = piece
        .find(['，', '；', '。', ',', ';', '《'])
        .unwrap_or(piece.len());
    let within = &piece[..part];
    let verb = AFTER_WORDS.find(within)?;
    let mut end = verb.end;
    while let Some(next) = AFTER_WORDS.at_start(&within[end..]) {
        end += next.end;
    }
    Some(Span::new(rest.start + verb.start, rest.start + end))
}

/// Whether the title only says what another document is for:
/// `制定《……》的配套规定`.
fn makes_something_else(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix('的') else {
        return false;
    };
    let part = rest
        .split(['，', '；', '。', ',', ';'])
        .next()
        .unwrap_or(rest);
    [
        "规定", "办法", "细则", "制度", "措施", "意见", "方案", "文件", "标准",
    ]
    .iter()
    .any(|kind| part.contains(kind))
}

fn is_making(verb: &str) -> bool {
    [
        "制定", "制订", "出台", "编制", "起草", "建立", "完善", "健全", "研究", "颁布", "发布",
    ]
    .iter()
    .any(|make| verb.starts_with(make))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Option<&str>)> {
        instruments(text, Span::new(0, text.len()))
            .into_iter()
            .map(|found| (found.span.of(text), found.verb.map(|verb| verb.of(text))))
            .collect()
    }

    #[test]
    fn a_title_is_read_with_the_verb_that_governs_it() {
        for (text, expected) in [
            ("制定《河道条例》。", &[("《河道条例》", Some("制定"))][..]),
            (
                "修订《甲法》、《乙法》和《丙法》，完善规定。",
                &[
                    ("《甲法》", Some("修订")),
                    ("《乙法》", Some("修订")),
                    ("《丙法》", Some("修订")),
                ],
            ),
            (
                "认真贯彻落实市委《关于种树的意见》和省委《关于护林的意见》。",
                &[
                    ("《关于种树的意见》", Some("贯彻落实")),
                    ("《关于护林的意见》", Some("贯彻落实")),
                ],
            ),
            (
                "按照《关于印发〈护林办法（试行）〉的通知》要求",
                &[("《关于印发〈护林办法（试行）〉的通知》", Some("按照"))],
            ),
            (
                "执行《印发《护林办法》的通知》",
                &[("《印发《护林办法》的通知》", Some("执行"))],
            ),
            (
                "落实《甲办法》，修订《乙办法》",
                &[("《甲办法》", Some("落实")), ("《乙办法》", Some("修订"))],
            ),
            ("制定《甲条例》的配套规定", &[("《甲条例》", None)]),
            (
                "抓好《甲方案》的贯彻落实",
                &[("《甲方案》", Some("贯彻落实"))],
            ),
            (
                "对《甲方案》执行情况进行检查",
                &[("《甲方案》", Some("执行"))],
            ),
            ("制定实施《甲办法》", &[("《甲办法》", Some("制定实施"))]),
            ("完善机制，《甲办法》另定", &[("《甲办法》", None)]),
            ("《甲办法", &[]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
