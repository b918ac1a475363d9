//! Tells the lines that name who is responsible by the look of their label.

/// What stands after a label: the colon, and marks that look like it.
pub(crate) const COLONS: [&str; 5] = ["：", ":", "∶", "︰", "﹕"];

/// Whether a character is one of them.
pub(crate) fn is_colon(char: char) -> bool {
    COLONS.iter().any(|colon| colon.starts_with(char))
}

/// What a label ends in.
const ENDS: [&str; 7] = ["单位", "部门", "处室", "科室", "机构", "领导", "责任人"];

/// What it says of the part they have.
const ROLES: [&str; 17] = [
    "牵头", "主办", "承办", "协办", "配合", "参与", "参加", "协助", "协同", "责任", "负责", "落实",
    "实施", "支持", "督办", "主责", "会办",
];

/// Words that are a label by themselves: `主办：A；协办：B`.
const WORDS: [&str; 9] = [
    "牵头", "主办", "承办", "协办", "配合", "参与", "责任", "负责", "落实",
];

/// What the name of a public body ends in.
const BODIES: [&str; 17] = [
    "局", "委", "厅", "办", "部", "院", "署", "府", "会", "室", "处", "联", "支队", "总队", "中心",
    "公司", "集团",
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
    // The first bytes of all colons.
    let colon = memchr::memchr3(b':', 0xE2, 0xEF, window)?;
    let (label, rest) = line.split_at_checked(colon)?;
    let value = COLONS.iter().find_map(|colon| rest.strip_prefix(colon))?;
    let value = value.trim();
    let label: String = label.split_whitespace().collect();
    let is_label = ENDS.iter().any(|end| label.ends_with(end))
        || (WORDS.contains(&&*label) && value.split(is_between).next().is_some_and(is_body));
    if label.len() > LONGEST || !is_label {
        return None;
    }
    // 主办单位：某局　联系电话：… stands at the foot of a web page.
    let named = !value.is_empty() && !CONTACT.iter().any(|word| value.contains(word));
    named.then_some(label)
}

/// What parts one name from the next.
fn is_between(char: char) -> bool {
    matches!(char, '、' | '，' | ',' | '；' | ';' | ' ' | '　')
}

fn is_body(name: &str) -> bool {
    BODIES.iter().any(|end| name.ends_with(end))
}

/// Whether a line is a label set off by blanks alone and names of bodies:
/// `责任单位　A　B`, `责任单位　A　完成时限　2025年底`.
fn is_set_off(line: &str) -> bool {
    let line = line.trim();
    let window = &line[..line.floor_char_boundary(LONGEST)];
    let Some(blank) = window.find([' ', '　']) else {
        return false;
    };
    let (label, names) = line.split_at(blank);
    let mut names = names
        .split(is_between)
        .filter(|name| !name.is_empty())
        .take_while(|name| !TERMS.contains(name));
    is_exact(label)
        && names.next().is_some_and(is_body)
        && names.all(|name| is_body(name) || is_exact(name))
}

/// Whether a label says a part and who has it, and no more: `牵头单位`.
fn is_exact(label: &str) -> bool {
    let role = ENDS.iter().find_map(|end| label.strip_suffix(end));
    role.is_some_and(|role| ROLES.contains(&role))
}

/// How far back a bracket at the end of a line is looked for, in bytes.
const BRACKET: usize = 600;

/// Whether a text ends in a bracket that names who is responsible: `（A、B负责）`,
/// by itself or after a full stop also `（A、B）` and `（A、B，2025年底前）`. Lines of
/// responsibility below the next task are then not its own.
pub(super) fn ends_in_bracket(text: &str) -> bool {
    let text = text.trim_end_matches(['。', '；']);
    let near = &text[text.ceil_char_boundary(text.len().saturating_sub(BRACKET))..];
    near.ends_with(['）', ')', '〕', '】'])
        && near.rfind(['（', '(', '〔', '【']).is_some_and(|open| {
            let inside = &near[open..];
            says_who(inside)
                || is_list(inside) && (open == 0 || near[..open].ends_with(['。', '；']))
        })
}

/// Whether a bracket has a word for the part that somebody has in a task.
fn says_who(bracket: &str) -> bool {
    let mut words = ["牵头", "负责", "责任"].iter();
    words.any(|word| bracket.contains(word))
}

/// Whether a bracket holds names of bodies, and at most a term after them.
fn is_list(bracket: &str) -> bool {
    let inside = bracket.trim_matches(|char: char| !char.is_alphanumeric());
    let names = match inside.rsplit_once(['，', ',']) {
        Some((names, last)) if !is_body(last) && last.contains(['年', '月', '期', '续']) => {
            names
        }
        _ => inside,
    };
    names.split(is_between).all(is_body)
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
            return (at > 0 && says_who(&heading[at..])).then_some(at);
        }
    }
    None
}

/// Whether the line is one of responsibility; a label of unknown role passes
/// only where `is_unknown_label` is asked.
pub(super) fn is_line(text: &str, from: usize, to: usize) -> bool {
    label(text, from, to).is_some_and(|label| ROLES.iter().any(|role| label.contains(role)))
        || is_set_off(&text[from..to])
}

/// `完成时限：2024年6月底前`: a label of time and no more than a time. Beside a line of
/// responsibility it is one of its block.
pub(crate) fn is_term(sentence: &str) -> bool {
    TERMS
        .iter()
        .find_map(|label| sentence.strip_prefix(label))
        .and_then(|rest| rest.trim_start().strip_prefix(is_colon))
        .is_some_and(|term| {
            term.chars().count() <= LONGEST_TERM && !term.contains(['，', '；', ','])
        })
}

/// Labels of the time by which a task is to be done.
#[rustfmt::skip]
const TERMS: [&str; 9] = [
    "完成时限", "完成时间", "完成期限", "完成节点", "时间节点", "时间要求", "时限要求", "整改时限",
    "整改期限",
];

/// Longest term after such a label, in characters.
const LONGEST_TERM: usize = 20;

/// Whether a line right beside one of responsibility has a label of its form,
/// though its role is none that is known: 政协单位.
pub(super) fn is_unknown_label(text: &str, from: usize, to: usize) -> bool {
    label(text, from, to)
        .is_some_and(|label| label.chars().count() <= 6 && !label.starts_with('各'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_of_units_ends_a_task() {
        for (task, expected) in [
            ("修渠（市水务局负责）。", true),
            ("修渠。（市水务局、市林业局）", true),
            ("修渠。（市水务局、市林业局，2025年底前）", true),
            ("（市水务局、市林业局）", true),
            ("修渠（市水务局、市林业局）。", false),
            ("修渠。（含市区河道）", false),
            ("修渠。", false),
        ] {
            assert_eq!(ends_in_bracket(task), expected, "{task}");
        }
    }

    #[test]
    fn a_term_is_told_by_its_label() {
        for (line, expected) in [
            ("完成时限：2024年6月底前", true),
            ("时间节点∶2024年6月底。", true),
            ("完成时间：长期坚持", true),
            ("完成时限：2024年6月底前建成水库，蓄水灌溉。", false),
            ("2024年6月底前建成水库。", false),
        ] {
            assert_eq!(is_term(line), expected, "{line}");
        }
    }

    #[test]
    fn lines_of_responsibility_are_told_by_their_labels() {
        for (line, expected) in [
            ("责任单位：市水务局", true),
            ("责任单位∶市水务局", true),
            ("责任单位︰市水务局", true),
            ("责 任 单 位：市水务局", true),
            ("责任单位　市水务局　市林业局", true),
            ("责任单位 市水务局、市路局", true),
            ("牵头单位　市水务局　配合单位　市林业局", true),
            ("责任单位　市水务局　完成时限　2025年6月底", true),
            ("牵头单位　配合单位", false),
            ("责任单位　完成时限", false),
            ("责任单位　要加强管护。", false),
            ("主办：市水务局；协办：市林业局", true),
            ("牵头：市水务局", true),
            ("落实：一是修渠，二是植树。", false),
            ("主办单位：市水务局　联系电话：12345", false),
            ("责任落实　市水务局", false),
        ] {
            assert_eq!(is_line(line, 0, line.len()), expected, "{line}");
        }
    }
}
