//! Whether a locality can carry out a clause at all, by level, and why.
//!
//! A sentence is read part by part. A part addressed to a body falls to that
//! body's level, and so do the parts after it; one that is addressed to nobody
//! falls to localities unless its object is reserved to a higher level. Where
//! parts differ, the sentence holds both.

mod body;
mod object;

use crate::diagnostic::Span;

use super::{Applicability, Applies, Clause, Instrument, Level, Reason};
use body::Levels;
use object::Reserved;

/// Reads a clause's applicability from its own words.
pub(super) fn of_clause(text: &str, clause: &Clause) -> Applicability {
    let parts = parts(text, clause.span, &clause.instruments);
    Applicability {
        province: verdict(&parts, Level::Province),
        city: verdict(&parts, Level::City),
        county: verdict(&parts, Level::County),
    }
}

/// Takes into account the units named as responsible for the clauses: a
/// locality among them opens the clauses to its level. Bodies of the centre
/// alone reserve nothing: they see to it that localities carry the plan out.
pub(super) fn consider_units<'u>(
    verdicts: &mut [Applicability],
    names: impl Iterator<Item = &'u str>,
) {
    let known: Vec<_> = names
        .filter_map(|name| Some((name, body::levels_of(name)?)))
        .collect();
    for level in [Level::Province, Level::City, Level::County] {
        let Some((name, _)) = known.iter().find(|(_, levels)| levels.include(level)) else {
            continue;
        };
        for applicability in &mut *verdicts {
            let verdict = match level {
                Level::Province => &mut applicability.province,
                Level::City => &mut applicability.city,
                _ => &mut applicability.county,
            };
            *verdict = match verdict {
                (Applies::Higher, Reason::HigherObject { object }) => {
                    let higher = std::mem::take(object);
                    (Applies::Mixed, Reason::Both { higher })
                }
                (Applies::Local, _) => {
                    let addressee = (*name).to_owned();
                    (Applies::Local, Reason::LocalAddressee { addressee })
                }
                _ => continue,
            };
        }
    }
}

/// What one part of a sentence says of the level it falls to.
#[derive(Debug)]
struct Part<'t> {
    text: &'t str,
    /// The bodies it is addressed to, its own or those of a part before it.
    addressee: Option<(&'t str, Levels)>,
    /// The object that reserves it to the levels above `open_to`.
    object: Option<(&'t str, Open)>,
    /// Only beside another reserved part.
    is_weak: bool,
    /// It says to what end or on what footing, and commits to nothing.
    is_attendant: bool,
}

/// Down to which level a matter is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Open {
    Nobody,
    Province,
    City,
    County,
}

impl Open {
    fn includes(self, level: Level) -> bool {
        match level {
            Level::Central => true,
            Level::Province => self >= Self::Province,
            Level::City => self >= Self::City,
            Level::County => self >= Self::County,
        }
    }
}

fn parts<'t>(text: &'t str, clause: Span, instruments: &[Instrument]) -> Vec<Part<'t>> {
    let mut parts: Vec<Part<'t>> = Vec::new();
    let mut addressee = None;
    for span in split(text, clause, instruments) {
        let part = span.of(text);
        let own = body::subject(part);
        if own.is_some() {
            addressee = own;
        }
        let (object, is_weak) = object_of(text, span, instruments);
        parts.push(Part {
            text: part,
            addressee: own.or(addressee).or_else(|| by_whom(part)),
            object,
            is_weak,
            is_attendant: object::is_attendant(part),
        });
    }
    parts
}

/// `由中央军委制定`: the body named as the one who does it.
fn by_whom(part: &str) -> Option<(&str, Levels)> {
    let at = part.find('由')? + '由'.len_utf8();
    body::subject(&part[at..])
}

/// Parts at commas and semicolons outside titles and brackets, less the words
/// that only join.
fn split<'a>(
    text: &'a str,
    clause: Span,
    instruments: &'a [Instrument],
) -> impl Iterator<Item = Span> + 'a {
    let mut from = clause.start;
    let mut at = clause.start;
    std::iter::from_fn(move || {
        while from < clause.end {
            let stop = text[at..clause.end]
                .find(['，', '；', ',', ';'])
                .map_or(clause.end, |offset| at + offset);
            let inside = instruments
                .iter()
                .find(|title| title.span.start < stop && stop < title.span.end);
            if let Some(title) = inside {
                at = title.span.end;
                continue;
            }
            let part = Span::new(from, stop).trimmed(text);
            from = text[stop..clause.end]
                .chars()
                .next()
                .map_or(clause.end, |mark| stop + mark.len_utf8());
            at = from;
            if !part.is_empty() {
                return Some(without_joining_words(text, part));
            }
        }
        None
    })
}

fn without_joining_words(text: &str, part: Span) -> Span {
    let mut start = part.start;
    while let Some(word) = [
        "同时",
        "并",
        "还要",
        "也要",
        "要",
        "积极稳妥地",
        "积极",
        "进一步",
        "切实",
        "认真",
        "抓紧",
        "加快",
        "尽快",
    ]
    .iter()
    .find(|word| text[start..part.end].starts_with(**word))
    {
        start += word.len();
    }
    if start == part.end {
        part
    } else {
        Span::new(start, part.end)
    }
}

fn object_of<'t>(
    text: &'t str,
    part: Span,
    instruments: &[Instrument],
) -> (Option<(&'t str, Open)>, bool) {
    let made = instruments
        .iter()
        .filter(|title| part.contains(title.span))
        .find_map(|title| made_above(text, title));
    if made.is_some() {
        return (made, false);
    }
    let words = part.of(text);
    if let Some((matter, kind)) = object::reserved(words) {
        return (
            Some((matter, Open::Nobody)),
            kind == Reserved::BesideAnother,
        );
    }
    if let Some((rank, open)) = rank(words) {
        return (Some((rank, open)), false);
    }
    (
        object::makes_rules(words).map(|rules| (rules, Open::Nobody)),
        false,
    )
}

/// Officials of a rank are overseen from above it: `地（厅）级` by the province.
fn rank(part: &str) -> Option<(&str, Open)> {
    if !part.contains('级') {
        return None;
    }
    for (words, open) in [
        (
            ["地（厅）级", "厅局级", "地厅级", "市（厅）级"],
            Open::Province,
        ),
        (["县（处）级", "县处级", "处级干部", "县级党政"], Open::City),
    ] {
        for word in words {
            if let Some(at) = part.find(word) {
                let after = &part[at + word.len()..];
                let downwards = after.starts_with("及以下")
                    || after.starts_with("以下")
                    || after.starts_with("以上");
                return (!downwards).then(|| (&part[at..at + word.len()], open));
            }
        }
    }
    None
}

/// A titled document that somebody above is to make or revise.
fn made_above<'t>(text: &'t str, instrument: &Instrument) -> Option<(&'t str, Open)> {
    let verb = instrument.verb?.of(text);
    let makes = [
        "制定", "制订", "修订", "修改", "修正", "起草", "出台", "颁布", "废止", "编制",
    ]
    .iter()
    .any(|make| verb.starts_with(make));
    let title = instrument.span.of(text);
    makes.then(|| (title, place_of(title)))
}

/// Down to which level a document is made, by the place its title begins with.
fn place_of(title: &str) -> Open {
    let name = title.trim_start_matches(['《', '〈']);
    let near = name
        .char_indices()
        .nth(12)
        .map_or(name, |(at, _)| &name[..at]);
    if near.starts_with("中华人民共和国") || near.starts_with("中国") || near.starts_with("全国")
    {
        return Open::Nobody;
    }
    [
        ("省", Open::Province),
        ("自治区", Open::Province),
        ("市", Open::City),
        ("自治州", Open::City),
        ("县", Open::County),
        ("区", Open::County),
    ]
    .into_iter()
    .filter_map(|(place, open)| near.find(place).map(|at| (at, open)))
    .filter(|&(at, _)| (6..=21).contains(&at))
    .min_by_key(|&(at, _)| at)
    .map_or(Open::Nobody, |(_, open)| open)
}

fn verdict(parts: &[Part<'_>], level: Level) -> (Applies, Reason) {
    let mut higher: Option<Reason> = None;
    let mut higher_words = "";
    let mut addressed_here: Option<&str> = None;
    let mut open = false;
    let strong = parts
        .iter()
        .any(|part| !part.is_weak && reserved_above(part, level).is_some());
    for part in parts {
        let reserved = reserved_above(part, level).filter(|_| !part.is_weak || strong);
        match (reserved, part.addressee) {
            (Some(reason), _) => {
                higher_words = if higher.is_none() {
                    words_of(part, &reason)
                } else {
                    higher_words
                };
                higher = higher.or(Some(reason));
                open |= names_localities_too(part);
            }
            (None, Some((addressee, _))) => {
                addressed_here = addressed_here.or(Some(addressee));
                open = true;
            }
            (None, None) => open |= !part.is_attendant,
        }
    }
    match (higher, open) {
        (Some(_), true) => (
            Applies::Mixed,
            Reason::Both {
                higher: higher_words.to_owned(),
            },
        ),
        (Some(reason), false) => (Applies::Higher, reason),
        (None, _) => (
            Applies::Local,
            addressed_here.map_or(Reason::NothingReserved, |addressee| {
                Reason::LocalAddressee {
                    addressee: addressee.to_owned(),
                }
            }),
        ),
    }
}

/// `中央……、地方各级……`: one part that holds both.
fn names_localities_too(part: &Part<'_>) -> bool {
    part.addressee.is_none()
        && ["地方各级", "各级地方", "中央和地方", "各地区"]
            .iter()
            .any(|words| part.text.contains(words))
}

fn words_of<'t>(part: &Part<'t>, reason: &Reason) -> &'t str {
    match reason {
        Reason::HigherAddressee { .. } => part.addressee.map_or(part.text, |(words, _)| words),
        _ => part.object.map_or(part.text, |(words, _)| words),
    }
}

fn reserved_above(part: &Part<'_>, level: Level) -> Option<Reason> {
    match part.addressee {
        Some((_, levels)) if levels.include(level) => None,
        Some((addressee, _)) => Some(Reason::HigherAddressee {
            addressee: addressee.to_owned(),
        }),
        None => part
            .object
            .filter(|(_, open)| !open.includes(level))
            .map(|(object, _)| Reason::HigherObject {
                object: object.to_owned(),
            }),
    }
}
