//! Titles of documents 《…》 compared: when a local one stands for a central
//! one.

/// Words of a title that say what kind of document it is and how it is passed
/// on, and not what it is about.
#[rustfmt::skip]
const KINDS: [&str; 28] = [
    "实施细则", "实施办法", "实施意见", "实施方案", "管理办法", "管理规定", "暂行办法", "暂行规定",
    "试行", "暂行", "若干", "条例", "办法", "规定", "意见", "细则", "方案", "通知", "决定", "纲要",
    "规划", "规则", "准则", "关于", "印发", "转发", "进一步", "具体",
];

/// Whose the document is, where it is the whole country's or the party's.
const BODIES: [&str; 2] = ["中国共产党", "中华人民共和国"];

/// Words before the subject in the title of a document that carries out
/// another.
const CARRYING_OUT: [&str; 6] = ["贯彻落实", "贯彻执行", "贯彻", "落实", "执行", "实施"];

/// Of the shorter subject's grams, the share that the longer has if both
/// titles are about the same.
const ALIKE: f32 = 0.6;

/// Whether the local title is the locality's own version of the reference
/// title: about the same, but of this place, or made to carry it out.
pub(super) fn localises(reference: &str, local: &str) -> bool {
    let (one, other) = (subject(reference), subject(local));
    is_own(local) && !is_own(reference) && likeness(&one, &other) >= ALIKE
}

/// How much of the shorter subject's grams the longer has, 0–1.
fn likeness(one: &str, other: &str) -> f32 {
    let grams =
        |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (one, other) = (grams(one), grams(other));
    let (shorter, longer) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if shorter.is_empty() {
        return 0.0;
    }
    let shared = shorter.iter().filter(|gram| longer.contains(gram)).count();
    shared as f32 / shorter.len() as f32
}

/// What a title is about.
fn subject(title: &str) -> String {
    let mut subject: String = title
        .chars()
        .filter(|char| char.is_alphanumeric())
        .collect();
    if let Some(after) = place_end(&subject) {
        subject.drain(..after);
    }
    for word in BODIES.iter().chain(&CARRYING_OUT).chain(&KINDS) {
        subject = subject.replace(word, "");
    }
    subject.replace('的', "")
}

/// Whether a title is of a locality, or of a document that carries out
/// another.
fn is_own(title: &str) -> bool {
    let bare: String = title
        .chars()
        .filter(|char| char.is_alphanumeric())
        .collect();
    place_end(&bare).is_some()
        || CARRYING_OUT
            .iter()
            .any(|word| bare.trim_start_matches("关于").starts_with(word))
        || ["实施细则", "实施办法", "实施意见", "实施方案"]
            .iter()
            .any(|kind| bare.trim_end_matches("试行").ends_with(kind))
}

/// Words in which 省, 市, 县, 区 and 州 are not the end of a place's name.
#[rustfmt::skip]
const NO_PLACES: [&str; 14] = [
    "城市", "都市", "市场", "市政", "市民", "社区", "地区", "园区", "矿区", "灾区", "小区",
    "区域", "自治区", "开发区",
];

/// Where the name of a province, city, county or district at the start ends:
/// 中共××市, ××县, 我市.
pub(crate) fn place_end(title: &str) -> Option<usize> {
    const LONGEST: usize = 6;
    let rest = title.strip_prefix("中共").unwrap_or(title);
    let before = title.len() - rest.len();
    rest.char_indices()
        .take(LONGEST)
        .skip(1)
        .find(|&(at, char)| {
            matches!(char, '省' | '市' | '县' | '区' | '州')
                && !NO_PLACES.iter().any(|word| {
                    word.match_indices(char)
                        .any(|(inside, _)| at >= inside && rest[at - inside..].starts_with(word))
                })
        })
        .map(|(at, char)| before + at + char.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_the_place_about_the_same_stands_for_the_central_one() {
        for (reference, local, expected) in [
            (
                "《关于进一步加强河道采砂管理的意见》",
                "《青川市河道采砂管理意见》",
                true,
            ),
            (
                "《河道采砂管理条例》",
                "《青川县贯彻〈河道采砂管理条例〉实施办法》",
                true,
            ),
            (
                "《湿地保护规定（试行）》",
                "《中共青川市委关于湿地保护的规定》",
                true,
            ),
            (
                "《湿地保护规定》",
                "《关于贯彻落实湿地保护规定的通知》",
                true,
            ),
            (
                "《中华人民共和国湿地保护条例（试行）》",
                "《南川省湿地保护六项制度实施办法》",
                true,
            ),
            // The same title, another subject, or of no place.
            ("《湿地保护规定》", "《湿地保护规定》", false),
            ("《湿地保护规定》", "《青川市粮食收购办法》", false),
            ("《湿地保护规定》", "《湿地保护条例》", false),
            ("《供水价格办法》", "《城市供水价格办法》", false),
            (
                "《青川市湿地保护规定》",
                "《青川市湿地保护规定实施细则》",
                false,
            ),
        ] {
            assert_eq!(localises(reference, local), expected, "{reference} {local}");
        }
    }
}
