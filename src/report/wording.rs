//! Two wordings compared: what both have and what only one has.

use std::collections::BTreeSet;
use std::ops::Range;

use similar::{ChangeTag, TextDiff};

/// Pieces of one side: the text and whether the other side lacks it.
pub(super) type Side = Vec<(String, bool)>;

/// The two texts in pieces, character by character, each piece common or not.
pub(super) fn compare(left: &str, right: &str) -> (Side, Side) {
    let diff = TextDiff::from_chars(left, right);
    let (mut old, mut new) = (Side::new(), Side::new());
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {
                push(&mut old, change.value(), false);
                push(&mut new, change.value(), false);
            }
            ChangeTag::Delete => push(&mut old, change.value(), true),
            ChangeTag::Insert => push(&mut new, change.value(), true),
        }
    }
    (joined(old), joined(new))
}

fn push(side: &mut Side, text: &str, differs: bool) {
    match side.last_mut() {
        Some((last, same)) if *same == differs => last.push_str(text),
        _ => side.push((text.to_owned(), differs)),
    }
}

/// A change of punctuation alone is no change of wording. A single common
/// character between two differing pieces is chance: it joins them, so that
/// words and not letters are marked.
fn joined(side: Side) -> Side {
    let mut words = Side::new();
    for (text, differs) in side {
        let is_wording = text.contains(char::is_alphanumeric);
        push(&mut words, &text, differs && is_wording);
    }
    let count = words.len();
    let mut out = Side::new();
    for (at, (text, differs)) in words.into_iter().enumerate() {
        let lone = !differs && at > 0 && at + 1 < count && text.chars().count() == 1;
        push(&mut out, &text, differs || lone);
    }
    out
}

/// The places in a text of what another has too: runs of two characters and
/// more, in whatever order they stand there; marks inside a run belong to it.
pub(super) fn shared(text: &str, other: &str) -> Vec<Range<usize>> {
    let others: BTreeSet<(char, char)> = pairs(other).map(|(_, pair)| pair).collect();
    let mut runs: Vec<Range<usize>> = Vec::new();
    let common = pairs(text).filter(|(_, pair)| others.contains(pair));
    for (place, _) in common {
        match runs.last_mut() {
            Some(run) if place.start <= run.end => run.end = place.end,
            _ => runs.push(place),
        }
    }
    runs
}

/// Each two neighbouring letters or characters, marks passed over, with the
/// place from the start of the first to the end of the second.
fn pairs(text: &str) -> impl Iterator<Item = (Range<usize>, (char, char))> + '_ {
    let chars = || {
        text.char_indices()
            .filter(|(_, char)| char.is_alphanumeric())
    };
    chars()
        .zip(chars().skip(1))
        .map(|((from, one), (at, other))| (from..at + other.len_utf8(), (one, other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(side: &Side) -> String {
        side.iter()
            .map(|(text, differs)| {
                if *differs {
                    format!("[{text}]")
                } else {
                    text.clone()
                }
            })
            .collect()
    }

    #[test]
    fn what_differs_is_marked_on_both_sides() {
        for (left, right, old, new) in [
            (
                "完善公开制度，加强监督。",
                "完善党务公开制度，开展监督。",
                "完善公开制度，[加强]监督。",
                "完善[党务]公开制度，[开展]监督。",
            ),
            (
                "加强监督。",
                "加强监督，每年检查。",
                "加强监督。",
                "加强监督[，每年检查]。",
            ),
            ("一、二。", "一，二；", "一、二。", "一，二；"),
        ] {
            let (before, after) = compare(left, right);
            assert_eq!((marked(&before), marked(&after)), (old.into(), new.into()));
        }
    }

    #[test]
    fn what_is_shared_is_found_in_any_order() {
        for (text, other, expected) in [
            (
                "完善党务公开、政务公开制度。",
                "推进政务公开，完善党务公开",
                &["完善党务公开", "政务公开"][..],
            ),
            ("治理河道", "河长制", &[]),
            (
                "建立河长制，关停小水泥厂。",
                "河长制关停采石场",
                &["河长制，关停"],
            ),
            ("", "河长制", &[]),
        ] {
            let found: Vec<_> = shared(text, other)
                .into_iter()
                .map(|run| &text[run])
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
