//! Titles of documents: when two are of one document, or of documents on one
//! subject.

use crate::align::place_end;
use crate::task::Level;

/// Words of a title that say how the document binds or came about, not what it
/// is about.
#[rustfmt::skip]
const FRAMING: [&str; 24] = [
    "中国共产党", "中华人民共和国", "中共", "实施细则", "实施办法", "实施意见", "实施方案", "管理办法", "管理规定",
    "暂行办法", "暂行规定", "指导意见", "贯彻落实", "贯彻执行", "贯彻", "关于", "试行", "暂行", "若干", "进一步",
    "印发", "的通知", "具体", "加强",
];

/// What a document is by its last word, the longer before the shorter where
/// one ends with the other.
#[rustfmt::skip]
const KINDS: [&str; 16] = [
    "条例", "办法", "规定", "意见", "细则", "准则", "方案", "规划", "纲要", "通知", "决定", "规则", "守则",
    "公约", "章程", "法",
];

/// A title without marks, notes in brackets at its end, and blanks.
pub(super) fn bare(title: &str) -> String {
    let title = title.trim_matches(['《', '》', '〈', '〉']);
    let title = ["试行", "暂行", "草案"].iter().fold(title, |title, note| {
        let inner = title.trim_end_matches(['）', ')']);
        match inner.strip_suffix(note) {
            Some(before) if inner.len() < title.len() => before.trim_end_matches(['（', '(']),
            _ => title,
        }
    });
    title
        .chars()
        .filter(|char| char.is_alphanumeric())
        .collect()
}

fn kind(bare: &str) -> Option<&'static str> {
    KINDS.iter().copied().find(|kind| bare.ends_with(kind))
}

/// What a title is about: without the place it begins with, and the words that
/// frame it.
fn subject(title: &str) -> String {
    let mut subject = bare(title);
    if let Some(after) = place_end(&subject) {
        subject.drain(..after);
    }
    for word in FRAMING {
        subject = subject.replace(word, "");
    }
    if let Some(kind) = kind(&subject) {
        subject.truncate(subject.len() - kind.len());
    }
    let subject = subject.replace('的', "");
    // As in 管理办法: how it is dealt with, not what it is about.
    match subject.strip_suffix("管理") {
        Some(managed) if !managed.is_empty() => managed.to_owned(),
        _ => subject,
    }
}

/// A subject within another one tells so much, if it is no shorter than this.
const WITHIN: f32 = 0.85;
const SHORTEST: usize = 5;

/// How much two titles are on one subject, 0–1: the share of their pairs of
/// characters that they have in common.
pub(super) fn likeness(one: &str, other: &str) -> f32 {
    let (one, other) = (subject(one), subject(other));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    if one == other {
        return 1.0;
    }
    let pairs =
        |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (ours, theirs) = (pairs(&one), pairs(&other));
    let shared = ours.iter().filter(|pair| theirs.contains(pair)).count();
    let alike = 2.0 * shared as f32 / (ours.len() + theirs.len()).max(1) as f32;
    let within =
        |short: &str, long: &str| short.chars().count() >= SHORTEST && long.contains(short);
    if within(&one, &other) || within(&other, &one) {
        alike.max(WITHIN)
    } else {
        alike
    }
}

/// Whether `short` stands for `full`: its characters are there in order, and
/// both are of one kind. `廉政准则` for `……廉洁从政若干准则`.
pub(super) fn stands_for(short: &str, full: &str) -> bool {
    let (short, full) = (bare(short), bare(full));
    let (shorter, longer) = (short.chars().count(), full.chars().count());
    let Some(of_kind) = kind(&short).filter(|of_kind| short.len() > of_kind.len()) else {
        return false;
    };
    let mut rest = full.chars();
    (3..longer).contains(&shorter)
        && kind(&full) == Some(of_kind)
        && short.chars().all(|char| rest.any(|other| other == char))
}

/// Most characters between a body and the title of its document: `市纪委监察局《……》`.
const FARTHEST: usize = 6;

/// Bodies named before a title: `省委《……》`.
#[rustfmt::skip]
const BEFORE: [(Level, &[&str]); 4] = [
    (Level::Central, &[
        "中央", "国务院", "中办", "国办", "中纪委", "中央纪委", "中组部", "中宣部", "教育部", "财政部", "全国人大",
    ]),
    (Level::Province, &["省委", "省政府", "省纪委", "省委办公厅", "省政府办公厅", "省人大", "我省", "全省", "自治区党委"]),
    (Level::City, &["市委", "市政府", "市府", "市委办", "市府办", "市纪委", "市监察局", "市人大", "我市", "本市", "全市"]),
    (Level::County, &["县委", "县政府", "区委", "区政府", "我县", "我区", "本区"]),
];

/// Whose a document is; nobody's where nothing tells.
pub(super) fn maker(title: &str, before: &str) -> Option<Level> {
    let bare = bare(title);
    let of_place = place_end(&bare).map(|end| match bare[..end].chars().last() {
        Some('省') => Level::Province,
        Some('县' | '区') => Level::County,
        _ => Level::City,
    });
    let said = || {
        let near = before
            .rsplit(['，', '；', '。', '》'])
            .next()
            .unwrap_or(before);
        let named = BEFORE
            .iter()
            .flat_map(|(level, names)| names.iter().map(|name| (*level, *name)));
        let named = named.filter_map(|(level, name)| Some((near.rfind(name)? + name.len(), level)));
        let (end, level) = named.max_by_key(|&(end, _)| end)?;
        (near[end..].chars().count() <= FARTHEST).then_some(level)
    };
    let of_country = || {
        ["中华人民共和国", "中国共产党", "全国", "联合国"]
            .iter()
            .any(|country| bare.starts_with(country))
            .then_some(Level::Central)
    };
    of_country().or(of_place).or_else(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_title_stands_for_the_full_one_of_its_kind() {
        for (short, full, expected) in [
            ("《护林准则》", "《山区保护林木若干准则（试行）》", true),
            ("《种树法》", "《中华人民共和国种树法》", true),
            ("《种树法》", "《种树检查办法》", false),
            ("《护林准则》", "《保护林木办法》", false),
            ("《实施办法》", "《护林实施办法》", true),
            ("《办法》", "《护林实施办法》", false),
        ] {
            assert_eq!(stands_for(short, full), expected, "{short} {full}");
        }
    }

    #[test]
    fn titles_on_one_subject_are_alike_whoever_made_them() {
        for (one, other, expected) in [
            (
                "《关于进一步加强河道采砂管理的意见》",
                "《青川市河道采砂管理办法》",
                true,
            ),
            (
                "《河道采砂条例》",
                "《南川省贯彻〈河道采砂条例〉实施办法》",
                true,
            ),
            ("《湿地保护规定（试行）》", "关于保护湿地的规定", false),
            ("《湿地保护规定》", "《粮食收购规定》", false),
            ("《湿地保护规定》", "《青川市对湿地保护的规定》", true),
            (
                "《关于在山区和林区中实行护林责任公开的意见》",
                "《南川省实行护林责任公开的意见》",
                true,
            ),
            ("《实施办法》", "《实施细则》", false),
        ] {
            assert_eq!(likeness(one, other) >= 0.8, expected, "{one} {other}");
        }
    }

    #[test]
    fn a_maker_is_told_by_the_title_or_the_words_before_it() {
        for (before, title, expected) in [
            ("", "《南川省护林条例》", Some(Level::Province)),
            ("认真落实省委", "《关于护林的意见》", Some(Level::Province)),
            ("", "《中共青川市委关于护林的意见》", Some(Level::City)),
            ("认真贯彻市委", "《关于护林的意见》", Some(Level::City)),
            ("按照市纪委监察局", "《关于护林的意见》", Some(Level::City)),
            ("市委要求，落实", "《关于护林的意见》", None),
            ("", "《中华人民共和国种树法》", Some(Level::Central)),
            ("落实中央", "《关于护林的意见》", Some(Level::Central)),
            ("", "《城市供水条例》", None),
        ] {
            assert_eq!(maker(title, before), expected, "{before}{title}");
        }
    }
}
