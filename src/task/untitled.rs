//! Documents that are to be made and bear no title yet: `关于实行……的规定`.

use crate::diagnostic::Span;

use super::Clause;

/// Verbs of making, the longer before the shorter where one begins with the
/// other.
const MAKING: [&str; 8] = [
    "研究制定",
    "制定",
    "制订",
    "修订",
    "修改",
    "起草",
    "出台",
    "拟订",
];
/// Verbs that say as much of arrangements as of documents: only what is a rule
/// by its own word is taken for a document.
const SHAPING: [&str; 3] = ["建立健全", "健全", "完善"];

/// What a document is by its last word.
const KINDS: [&str; 9] = [
    "法律法规",
    "条例",
    "规定",
    "办法",
    "意见",
    "细则",
    "准则",
    "规则",
    "守则",
];

/// Words before the kind that leave open what the document is about.
const GENERAL: [&str; 12] = [
    "实施", "具体", "有关", "相关", "配套", "贯彻", "落实", "若干", "工作", "的", "本地", "法律",
];

/// The documents without title that a clause has made or revised, in order:
/// each from the words on its subject to its kind.
pub fn untitled(text: &str, clause: &Clause) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = clause.span.start;
    let sentence = clause.span.of(text);
    let ends = sentence.char_indices().filter(|&(_, char)| is_end(char));
    let ends = ends.map(|(at, char)| (at, char.len_utf8()));
    for (at, mark) in ends.chain([(sentence.len(), 0)]) {
        let end = clause.span.start + at;
        let inside = |title: &&super::Instrument| title.span.start < end && end < title.span.end;
        if clause.instruments.iter().any(|title| inside(&title)) {
            continue;
        }
        found.extend(in_part(text, Span::new(from.min(end), end)));
        from = end + mark;
    }
    found
}

fn in_part(text: &str, part: Span) -> Option<Span> {
    let words = part.of(text);
    let verb = |verbs: &[&'static str]| {
        let found = verbs
            .iter()
            .filter_map(|verb| Some((words.find(verb)?, *verb)));
        found.min_by_key(|&(at, verb)| (at, std::cmp::Reverse(verb.len())))
    };
    let (at, verb, is_shaped) = match (verb(&MAKING), verb(&SHAPING)) {
        (Some((at, verb)), _) => (at, verb, false),
        (None, Some((at, verb))) => (at, verb, true),
        (None, None) => return None,
    };
    let mut start = at + verb.len();
    // `制定《……》和关于……的规定`: what follows the last title.
    if let Some(title) = words[start..].rfind('》') {
        start += title + '》'.len_utf8();
        let joined = words[start..].trim_start_matches(['、', '和', '及', '与']);
        if joined.len() == words.len() - start {
            return None;
        }
        start = words.len() - joined.len();
    }
    let object = words[start..].trim_end_matches(['等', ' ', '　']);
    let kind = KINDS.iter().find(|kind| object.ends_with(**kind))?;
    let mut subject = object.strip_suffix(kind)?;
    // `完善……的法律规定` is of what there is, not of one document.
    let is_general = ["法律", "有关", "相关", "政策"]
        .iter()
        .any(|word| subject.ends_with(word));
    if is_shaped && (is_general || !matches!(*kind, "规定" | "条例")) {
        return None;
    }
    while let Some(shorter) = GENERAL.iter().find_map(|word| subject.strip_suffix(word)) {
        subject = shorter;
    }
    let is_named = subject.chars().count() >= SHORTEST && !object.contains('《');
    is_named.then(|| Span::new(part.start + start, part.start + start + object.len()))
}

/// Fewest characters that say what a document is about.
const SHORTEST: usize = 4;

/// In damaged text a full stop of the other width stands for every mark.
fn is_end(char: char) -> bool {
    matches!(char, '，' | '；' | '。' | '：' | ',' | ';' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{outline, task};

    #[test]
    fn documents_without_title_are_told_from_arrangements() {
        for (sentence, expected) in [
            ("制定关于保护湿地的规定。", &["关于保护湿地的规定"][..]),
            (
                "制定《河道采砂条例》和关于实行林长责任制的规定。",
                &["关于实行林长责任制的规定"],
            ),
            (
                "推行林长制，研究制定湿地生态补偿办法。",
                &["湿地生态补偿办法"],
            ),
            ("健全河道采砂许可规定。", &["河道采砂许可规定"]),
            ("完善湿地补偿办法。", &[]),
            ("完善保护湿地的法律规定。", &[]),
            ("制定实施办法。", &[]),
            ("制定贯彻落实的具体意见。", &[]),
            ("修订《河道采砂条例》，加固堤岸。", &[]),
            ("制定《河道采砂条例》的配套规定。", &[]),
            ("严格执行湿地保护规定。", &[]),
        ] {
            let plan = task::read(outline::parse(&format!("一、任务\n{sentence}\n"), None));
            let text = &plan.outline.text;
            let found = plan
                .clauses
                .iter()
                .flat_map(|clause| untitled(text, clause));
            let found: Vec<&str> = found.map(|span| span.of(text)).collect();
            assert_eq!(found, expected, "{sentence}");
        }
    }
}
