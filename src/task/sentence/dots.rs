//! Sentences of a damaged text in which every mark became a full point.

use crate::diagnostic::Span;

/// Words with which a new sentence begins more often than not after a mark of
/// any kind; counted over a score of plans whose marks are whole.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "各级", "各地", "各部门", "各单位", "各区", "各县", "各牵头", "围绕", "改进", "落实", "加大", "健全", "按照", "深化", "加强", "修订", "建立", "继续", "深入", "推进", "实施",
    "结合", "制定", "制订", "支持", "认真", "坚持", "严格", "完善", "大力", "鼓励", "根据", "依托", "统筹", "强化", "严肃", "推行", "开展", "发挥", "充分", "全面", "进一步",
    "研究", "发展", "通过", "持续", "探索", "加快", "规范", "坚决", "到20", "力争", "要", "具体",
];

/// Openings of parts that only lead in to what the sentence states.
#[rustfmt::skip]
const LEADING_IN: &[&str] = &[
    "围绕", "按照", "结合", "根据", "依托", "通过", "以", "在", "为", "从", "针对", "随着",
];

/// Shortest sentence and shortest opening part, in characters: less is a piece
/// of an enumeration.
const SHORTEST: usize = 7;
const SHORTEST_PART: usize = 5;

/// Where a text was cut at full points, the points that most probably ended
/// sentences; each sentence keeps its point.
pub(super) fn sentences(text: &str, within: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = within.start;
    let mut length = 0;
    let mut states = false;
    let mut parts = parts(text, within).peekable();
    while let Some(part) = parts.next() {
        length += part.of(text).chars().count();
        states |= !LEADING_IN
            .iter()
            .any(|open| part.of(text).starts_with(open));
        let ends = parts.peek().is_none_or(|next| {
            let next = next.of(text);
            states
                && length >= SHORTEST
                && next.chars().count() >= SHORTEST_PART
                && opens_sentence(next)
        });
        if ends {
            let end = parts.peek().map_or(within.end, |next| next.start);
            let sentence = Span::new(start, end).trimmed(text);
            if sentence.of(text).chars().any(char::is_alphanumeric) {
                found.push(sentence);
            }
            start = end;
            length = 0;
            states = false;
        }
    }
    found
}

fn opens_sentence(part: &str) -> bool {
    let part = part.trim_start_matches(['\'', ' ', '"']);
    OPENINGS.iter().any(|open| part.starts_with(open))
}

/// The pieces between full points, each with its point.
fn parts(text: &str, within: Span) -> impl Iterator<Item = Span> + '_ {
    let mut start = within.start;
    let mut points = memchr::memchr_iter(b'.', within.of(text).as_bytes());
    std::iter::from_fn(move || {
        if start == within.end {
            return None;
        }
        let end = points
            .by_ref()
            .map(|at| within.start + at)
            .find(|&at| !is_decimal(text, at))
            .map_or(within.end, |at| at + 1);
        let part = Span::new(start, end);
        start = end;
        Some(part)
    })
}

/// Whether digits stand on both sides of the point.
pub(super) fn is_decimal(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    at > 0 && bytes[at - 1].is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}
