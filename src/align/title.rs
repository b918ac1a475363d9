//! Titles of documents 《…》 compared: when a local one stands for a central
//! one.

use std::sync::LazyLock;

use crate::vocabulary::Vocabulary;

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

/// Organs that stand before a title of the locality's own: 市委《……》.
#[rustfmt::skip]
const ORGANS: [&str; 22] = [
    "省委", "市委", "县委", "区委", "州委", "省政府", "市政府", "县政府", "区政府", "州政府",
    "省委办公厅", "省政府办公厅", "市委办公厅", "市委办公室", "市委办", "市政府办公厅",
    "市政府办公室", "省纪委", "市纪委", "县纪委", "区纪委", "区委办",
];

/// How a locality speaks of itself.
const SELVES: [&str; 10] = [
    "本市", "我市", "全市", "本省", "我省", "全省", "本县", "我县", "本区", "我区",
];

/// A title with the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named<'t> {
    /// The title with its marks.
    pub title: &'t str,
    /// The words of the sentence before it.
    pub before: &'t str,
    /// The words of the sentence after it.
    pub after: &'t str,
}

impl<'t> Named<'t> {
    /// The local organ that stands before the title, or the word for the
    /// locality.
    pub(super) fn issuer(&self) -> Option<&'t str> {
        let words = ORGANS.iter().chain(&SELVES);
        let longest = words
            .filter(|word| self.before.ends_with(**word))
            .max_by_key(|word| word.len())?;
        Some(&self.before[self.before.len() - longest.len()..])
    }
}

/// Whether the local title is the locality's own version of the reference
/// title: about the same, but of this place, or made to carry it out. Titles
/// that only name a kind (《工作规划》) stand for each other where the same words
/// stand around them.
pub(super) fn localises(reference: Named, local: Named) -> bool {
    let is_ours = local.issuer().is_some() || is_own(local.title);
    if !is_ours || is_own(reference.title) || reference.issuer().is_some() {
        return false;
    }
    let (one, other) = (Subject::of(reference.title), Subject::of(local.title));
    if one.is_kind_only() && other.is_kind_only() {
        return reference.title != local.title && stand_alike(reference, local);
    }
    one.is_like(&other)
}

/// What a document is about, told from its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject(String);

impl Subject {
    pub(super) fn of(title: &str) -> Self {
        Self(subject(title))
    }

    /// Whether two documents are about the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        likeness(&self.0, &other.0) >= ALIKE
    }

    /// Whether the title tells no more than what kind of document it is.
    fn is_kind_only(&self) -> bool {
        matches!(self.0.as_str(), "" | "工作" | "本" | "总体" | "主要")
    }
}

/// The locality's own document that a text names without marks and that is
/// about what a title is about: `本市加强采砂管理的意见`.
pub(super) fn unmarked<'t>(title: &str, text: &'t str) -> Option<&'t str> {
    let about = Subject::of(title);
    if about.is_kind_only() {
        return None;
    }
    let Subject(about) = about;
    SELVES.iter().find_map(|place| {
        let start = text.find(place)?;
        let rest = &text[start..];
        let part = rest
            .find(['，', '；', '。', '、', '.', ',', ';', '《'])
            .map_or(rest, |end| &rest[..end]);
        let end = ["意见", "办法", "规定", "方案", "细则", "规划", "条例"]
            .iter()
            .filter_map(|kind| part.rfind(kind).map(|at| at + kind.len()))
            .max()?;
        let named = &part[..end];
        let named_subject = subject(&named[place.len()..]);
        // A few words that the title has too are no name of it.
        let is_whole = named_subject.chars().count() * 2 > about.chars().count();
        (is_whole && likeness(&about, &named_subject) >= UNMARKED).then_some(named)
    })
}

/// As [`ALIKE`], where no marks tell that a document is named.
const UNMARKED: f32 = 0.8;

/// How many characters before and after a title are compared.
const AROUND: usize = 4;

/// Whether two titles stand between the same words.
fn stand_alike(one: Named, other: Named) -> bool {
    let last = |text: &str| -> String {
        let mut chars: Vec<char> = text.chars().rev().take(AROUND).collect();
        chars.reverse();
        chars.into_iter().collect()
    };
    let first = |text: &str| -> String { text.chars().take(AROUND).collect() };
    likeness(&last(one.before), &last(other.before)) > 0.0
        && likeness(&first(one.after), &first(other.after)) > 0.0
}

/// Whether a place of a text lies between an opening and a closing mark.
pub(super) fn is_between(text: &str, at: usize, [open, close]: [char; 2]) -> bool {
    let before = &text[..at];
    before.matches(open).count() > before.matches(close).count()
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
    let bare: String = title
        .chars()
        .filter(|char| char.is_alphanumeric())
        .collect();
    let own = &bare[place_end(&bare).unwrap_or(0)..];
    let mut subject = String::with_capacity(own.len());
    let mut from = 0;
    for found in FORMAL.find_all(own) {
        subject.push_str(&own[from..found.start]);
        from = found.end;
    }
    subject.push_str(&own[from..]);
    subject.retain(|char| char != '的');
    subject
}

/// The words of a title that do not say what it is about.
static FORMAL: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(BODIES.into_iter().chain(CARRYING_OUT).chain(KINDS)));

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
            let found = localises(named(reference), named(local));
            assert_eq!(found, expected, "{reference} {local}");
        }
    }

    fn named(text: &str) -> Named<'_> {
        let start = text.find('《').expect("a title");
        let end = text.rfind('》').expect("a title") + '》'.len_utf8();
        Named {
            title: &text[start..end],
            before: &text[..start],
            after: &text[end..],
        }
    }

    #[test]
    fn the_words_before_a_title_tell_whose_it_is() {
        for (reference, local, expected) in [
            (
                "落实《关于加强河道采砂管理的意见》",
                "贯彻市委《关于加强河道采砂管理的意见》",
                true,
            ),
            (
                "落实省委《关于加强河道采砂管理的意见》",
                "贯彻市委《关于加强河道采砂管理的意见》",
                false,
            ),
            (
                "落实《关于加强河道采砂管理的意见》",
                "贯彻中央《关于加强河道采砂管理的意见》",
                false,
            ),
            // Only the kind of document: the words around tell.
            (
                "把落实《工作规划》列入考核",
                "要把落实《实施方案》列入考核内容",
                true,
            ),
            ("抓好《工作规划》的分解", "督查《实施方案》任务", false),
        ] {
            let found = localises(named(reference), named(local));
            assert_eq!(found, expected, "{reference} {local}");
        }
    }

    #[test]
    fn a_document_of_the_place_is_found_without_marks() {
        for (title, text, expected) in [
            (
                "《关于加强湿地保护的意见》",
                "建设湿地公园，制定我市加强湿地保护的意见，开展巡查。",
                Some("我市加强湿地保护的意见"),
            ),
            (
                "《关于加强湿地保护的意见》",
                "制定我市粮食收购的意见。",
                None,
            ),
            ("《关于加强湿地保护的意见》", "加强我市湿地保护。", None),
            ("《工作规划》", "落实我市工作规划。", None),
        ] {
            assert_eq!(unmarked(title, text), expected, "{title} {text}");
        }
    }
}
