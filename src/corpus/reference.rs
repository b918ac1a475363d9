//! Which plan a document answers to, told from titles and common wording.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A document as far as it may answer to another or be answered to.
#[derive(Debug, Clone, Copy)]
pub struct Answering<'t> {
    /// Its title in one line.
    pub title: &'t str,
    /// What stands before the first number, where a document says what it
    /// rests on.
    pub front: &'t str,
    /// All of it.
    pub text: &'t str,
}

/// Share of a title's character pairs that another title has of it.
const IN_TITLE: f32 = 0.75;
/// Likeness of a title in 《》 with that of a document.
const QUOTED: f32 = 0.8;
/// Share of a document's wording that stands in the plan it answers to. Two
/// documents of different fields share less than a twentieth.
const WORDING: f32 = 0.12;
/// Characters of the stretches that two wordings are compared by.
const STRETCH: usize = 6;
/// Titles in 《》 that are looked at, the first of a document.
const MOST_QUOTED: usize = 8;

/// The candidate that a document answers to: the one that its title takes up,
/// the first that it names in 《》, else the one whose wording it has.
pub fn answers_to(local: &Answering, candidates: &[Answering]) -> Option<usize> {
    let own = pairs(&core(local.title));
    let by_title = best(candidates, IN_TITLE, |candidate| {
        let wanted = pairs(&core(candidate.title));
        (wanted.len() >= 4).then(|| contained(&wanted, &own))
    });
    if by_title.is_some() {
        return by_title;
    }
    let quoted = quoted(local.title)
        .chain(quoted(local.front))
        .chain(quoted(opening(local.text)));
    for title in quoted.take(MOST_QUOTED) {
        let said = pairs(&core(title));
        let found = best(candidates, QUOTED, |candidate| {
            let wanted = pairs(&core(candidate.title));
            let both = wanted.intersection(&said).count() as f32;
            Some(2.0 * both / (wanted.len() + said.len()).max(1) as f32)
        });
        if found.is_some() {
            return found;
        }
    }
    let own = stretches(local.text);
    best(candidates, WORDING, |candidate| {
        Some(contained(&own, &stretches(candidate.text)))
    })
}

/// The candidate that fits best, if well enough.
fn best(
    candidates: &[Answering],
    enough: f32,
    fit: impl Fn(&Answering) -> Option<f32>,
) -> Option<usize> {
    let fits = candidates.iter().enumerate();
    let fits = fits.filter_map(|(at, candidate)| Some((at, fit(candidate)?)));
    // Of equals the first.
    let best = fits.filter(|(_, fit)| *fit >= enough).fold(
        None,
        |best: Option<(usize, f32)>, (at, fit)| match best {
            Some((_, known)) if known >= fit => best,
            _ => Some((at, fit)),
        },
    );
    best.map(|(at, _)| at)
}

fn opening(text: &str) -> &str {
    const ENOUGH: usize = 3000;
    &text[..text.floor_char_boundary(ENOUGH)]
}

/// What stands in 《》, without what stands in 〈〉 or 《》 inside it.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('《').skip(1).filter_map(|after| {
        let (title, _) = after.split_once('》')?;
        (title.chars().count() <= 80).then_some(title)
    })
}

/// What a title is about: without who issues it, what kind of text it is, the
/// years and the marks.
fn core(title: &str) -> String {
    const KINDS: [&str; 24] = [
        "的通知",
        "通知",
        "工作规划",
        "总体规划",
        "规划纲要",
        "规划",
        "工作方案",
        "实施方案",
        "方案",
        "实施意见",
        "指导意见",
        "若干意见",
        "意见",
        "实施细则",
        "细则",
        "实施办法",
        "办法",
        "若干措施",
        "决定",
        "规定",
        "条例",
        "计划",
        "纲要",
        "法",
    ];
    let mut about = title.trim();
    if let Some((_, printed)) = about.split_once("关于印发") {
        about = printed;
    } else if let Some((issuer, rest)) = about.split_once("关于")
        && !issuer.contains('《')
    {
        about = rest;
    }
    let about = about.strip_prefix("中华人民共和国").unwrap_or(about);
    let mut about = about.trim_matches(['《', '》', '“', '”', ' ']);
    while let Some(shorter) = KINDS.iter().find_map(|kind| about.strip_suffix(kind)) {
        if shorter.chars().count() < 4 {
            break;
        }
        about = shorter.trim_matches(['《', '》', '“', '”']);
    }
    about
        .chars()
        .filter(|char| char.is_alphabetic() && !matches!(char, '年' | '至'))
        .collect()
}

fn pairs(text: &str) -> HashSet<(char, char)> {
    let characters: Vec<char> = text.chars().collect();
    characters
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .collect()
}

/// The share of one set that is in another; none of nothing.
fn contained<T: Hash + Eq>(wanted: &HashSet<T>, within: &HashSet<T>) -> f32 {
    wanted.intersection(within).count() as f32 / wanted.len().max(1) as f32
}

/// The stretches of a text as hashes: two that collide change a share by
/// nothing that matters.
fn stretches(text: &str) -> HashSet<u64> {
    let characters: Vec<char> = text.chars().filter(|char| char.is_alphabetic()).collect();
    let hash = |stretch: &[char]| {
        let mut hasher = DefaultHasher::new();
        stretch.hash(&mut hasher);
        hasher.finish()
    };
    characters.windows(STRETCH).map(hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled<'t>(title: &'t str, text: &'t str) -> Answering<'t> {
        Answering {
            title,
            front: "",
            text,
        }
    }

    #[test]
    fn a_reference_is_told_from_titles_citations_or_wording() {
        let river = "每月巡查河道，建立举报奖励制度，清理河道垃圾，公布巡查结果。";
        let candidates = [
            titled("国务院关于印发加强河道管理工作规划的通知", river),
            titled("中华人民共和国村民委员会组织法", "村民委员会由村民选举。"),
        ];
        for (local, expected) in [
            (titled("某市加强河道管理实施方案", ""), Some(0)),
            (
                titled("某省实施《中华人民共和国村民委员会组织法》办法", ""),
                Some(1),
            ),
            (
                titled(
                    "某省村委会工作意见",
                    "根据《村民委员会组织法》，制定本意见。",
                ),
                Some(1),
            ),
            (
                titled(
                    "某县贯彻落实的办法",
                    "（一）每月巡查河道，建立举报奖励制度。",
                ),
                Some(0),
            ),
            (titled("某市教育发展意见", "办好每一所学校。"), None),
        ] {
            assert_eq!(answers_to(&local, &candidates), expected, "{}", local.title);
        }
    }
}
