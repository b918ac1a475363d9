//! Tells the lines that name who is responsible by the look of their label.

use super::mark::skip_blanks;

/// What a label ends in.
const ENDS: [&str; 7] = ["单位", "部门", "处室", "科室", "机构", "领导", "责任人"];

/// What it says of the part they have.
const ROLES: [&str; 17] = [
    "牵头", "主办", "承办", "协办", "配合", "参与", "参加", "协助", "协同", "责任", "负责", "落实",
    "实施", "支持", "督办", "主责", "会办",
];

/// What stands beside a name in an imprint.
const CONTACT: [&str; 6] = [
    "联系方式",
    "联系电话",
    "地址：",
    "邮编",
    "备案",
    "网站标识码",
];

/// Longest label in bytes: twelve characters.
const LONGEST: usize = 12 * 3;

/// The label of a line `牵头单位：A、B`, without its colon, if it starts with one
/// and names somebody.
pub(super) fn label(text: &str, from: usize, to: usize) -> Option<String> {
    let line = &text[from..to];
    let window = &line.as_bytes()[..line.len().min(LONGEST + 6)];
    let colon = memchr::memchr2(b':', 0xEF, window)?;
    let after = match &window[colon..] {
        [b':', ..] => 1,
        [0xEF, 0xBC, 0x9A, ..] => 3,
        _ => return None,
    };
    let label: String = line.get(..colon)?.split_whitespace().collect();
    if label.len() > LONGEST || !ENDS.iter().any(|end| label.ends_with(end)) {
        return None;
    }
    let value = &text[skip_blanks(text, from + colon + after).min(to)..to];
    // 主办单位：某局　联系电话：… stands at the foot of a web page.
    let named = !value.is_empty() && !CONTACT.iter().any(|word| value.contains(word));
    named.then_some(label)
}

/// How far back a bracket at the end of a line is looked for, in bytes.
const BRACKET: usize = 600;

/// Whether a text ends in a bracket that names who is responsible: `（A、B负责）`.
/// Lines of responsibility below the next task are then not its own.
pub(super) fn ends_in_bracket(text: &str) -> bool {
    let text = text.trim_end_matches(['。', '；']);
    let near = &text[text.ceil_char_boundary(text.len().saturating_sub(BRACKET))..];
    near.ends_with(['）', ')', '〕', '】'])
        && near.rfind(['（', '(', '〔', '【']).is_some_and(|open| {
            let inside = &near[open..];
            ["牵头", "负责", "责任"]
                .iter()
                .any(|word| inside.contains(word))
        })
}

/// Where the bracket begins that ends a heading and names who is responsible:
/// `修渠30公里（牵头单位：A）`.
pub(super) fn final_bracket(heading: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, char) in heading.char_indices().rev() {
        match char {
            '）' | ')' | '〕' | '】' => depth += 1,
            '（' | '(' | '〔' | '【' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            let says = ["牵头", "负责", "责任"]
                .iter()
                .any(|word| heading[at..].contains(word));
            return (at > 0 && says).then_some(at);
        }
    }
    None
}

/// Whether the line is one of responsibility; a label of unknown role passes
/// only where `is_unknown_label` is asked.
pub(super) fn is_line(text: &str, from: usize, to: usize) -> bool {
    label(text, from, to).is_some_and(|label| ROLES.iter().any(|role| label.contains(role)))
}

/// Whether a line right beside one of responsibility has a label of its form,
/// though its role is none that is known: 政协单位.
pub(super) fn is_unknown_label(text: &str, from: usize, to: usize) -> bool {
    label(text, from, to)
        .is_some_and(|label| label.chars().count() <= 6 && !label.starts_with('各'))
}
