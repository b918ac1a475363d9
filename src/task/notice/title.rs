//! Places where the title of a document was deleted with its marks.

use std::sync::LazyLock;

use crate::diagnostic::{Diagnostic, Finding, Span};
use crate::outline::Outline;
use crate::task::Clause;
use crate::vocabulary::Vocabulary;

/// Verbs that need an object.
const TRANSITIVE: [&str; 6] = ["制定", "制订", "修订", "根据", "按照", "依照"];
/// Verbs that may stand alone in sound text (`狠抓落实`), and do not where
/// titles are known to be lost.
const CARRYING_OUT: [&str; 7] = ["落实", "贯彻", "执行", "实施", "完善", "印发", "同意"];
const PLACES: [&str; 8] = [
    "本市", "我市", "全市", "本省", "我省", "本区", "我区", "本县",
];

static VERBS: LazyLock<Vocabulary> = LazyLock::new(|| {
    let empty = ["《》", "〈〉"];
    Vocabulary::new(TRANSITIVE.into_iter().chain(CARRYING_OUT).chain(empty))
});

/// The places where a verb lacks the title it governs.
pub(super) fn deleted(outline: &Outline, clauses: &[Clause]) -> Vec<Diagnostic> {
    let text = &outline.text;
    let damaged = !outline.sentence_ends.is_empty();
    let mut noticed = Vec::new();
    for clause in clauses {
        let sentence = clause.span.of(text);
        for found in VERBS.find_all(sentence) {
            let before = &sentence[..found.start];
            let after = &sentence[found.end..];
            let gap = match found.word {
                which if which < TRANSITIVE.len() => lacks_object(before, after, damaged),
                which if which < TRANSITIVE.len() + CARRYING_OUT.len() => damaged
                    .then(|| lacks_what_is_carried_out(before, after))
                    .flatten(),
                _ => Some(0),
            };
            let Some(gap) = gap else { continue };
            let start = clause.span.start + found.start;
            let mark = after[gap..].chars().next().map_or(0, char::len_utf8);
            let place = Span::new(start, clause.span.start + found.end + gap + mark);
            let finding = Finding::DeletedTitle {
                around: place.of(text).to_owned(),
            };
            noticed.push(Diagnostic::new(finding, place).at_node(&*outline.nodes[clause.node].id));
        }
    }
    noticed
}

/// `制定本市.`, `修订。`, `根据和.`: how far after the verb the gap shows.
fn lacks_object(before: &str, after: &str, damaged: bool) -> Option<usize> {
    // `三个制定。`, `未作修订。`: the verb used as a noun.
    if before.ends_with(['的', '作', '未', '行', '：', ':']) || before.ends_with("进行") {
        return None;
    }
    let place = PLACES
        .iter()
        .find(|place| after.starts_with(**place))
        .map_or(0, |place| place.len());
    let joined = ["和", "等"]
        .iter()
        .find(|word| damaged && after[place..].starts_with(**word))
        .map_or(0, |word| word.len());
    let gap = place + joined;
    let ends = after[gap..].starts_with(is_end);
    if joined > 0 && after.starts_with("等制度") {
        return Some("等制".len());
    }
    // `……，并及时修订。` has its object in the part before.
    let bare = gap > 0 || (damaged && opens_part(before)) || before.trim().is_empty();
    (ends && bare).then_some(gap)
}

/// `认真贯彻.`, `落实的实施办法`, `完善).`
fn lacks_what_is_carried_out(before: &str, after: &str) -> Option<usize> {
    if opens_part(before) && after.starts_with(is_end) {
        return Some(0);
    }
    let of_it = [
        "的实施办法",
        "的实施细则",
        "的实施意见",
        "的实施方案",
        "的若干意见",
        "的通知",
        ")",
        "）",
    ];
    of_it
        .iter()
        .any(|words| after.starts_with(words))
        .then_some(0)
}

/// Whether nothing but adverbs and verbs of the same chain stands before it in
/// its part of the sentence.
fn opens_part(before: &str) -> bool {
    let part = before
        .rsplit(['.', '，', '。', '；', '、'])
        .next()
        .unwrap_or(before);
    let mut rest = part.trim();
    while let Some(shorter) = [
        "认真",
        "进一步",
        "继续",
        "切实",
        "严格",
        "贯彻",
        "研究",
        "要",
        "及时",
        "并",
        "抓紧",
    ]
    .iter()
    .find_map(|word| rest.strip_prefix(word))
    {
        rest = shorter;
    }
    rest.is_empty()
}

fn is_end(char: char) -> bool {
    matches!(char, '.' | '。' | '；' | '，' | ')' | '）' | ',' | ';')
}
