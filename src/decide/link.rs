//! A link that a reader adds.

use std::collections::BTreeSet;

use crate::align::{DecidedBy, Force, Link, Scope, Wording};
use crate::task::ClauseIndex;

/// Share of the clause's character pairs from which the wording is the same,
/// and from which all of the clause is taken up.
const VERBATIM: f32 = 0.85;
const WHOLE: f32 = 0.6;

/// The link of a clause with the local clause `at`. Its wording is compared
/// by pairs of characters; how sure it is, the reader said.
pub(super) fn added(clause: &str, local: &str, at: ClauseIndex) -> Link {
    let (of_clause, of_local) = (pairs(clause), pairs(local));
    let common = of_clause.intersection(&of_local).count() as f32;
    let share = common / (of_clause.len().max(1)) as f32;
    Link {
        local: at,
        confidence: 1.0,
        wording: if share >= VERBATIM {
            Wording::Verbatim
        } else {
            Wording::Adapted
        },
        scope: if share >= WHOLE {
            Scope::Whole
        } else {
            Scope::Part
        },
        force: Force::Same,
        moved: false,
        changes: Vec::new(),
        evidence: Vec::new(),
        decided_by: DecidedBy::Reader,
    }
}

fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let words: Vec<char> = text.chars().filter(|char| char.is_alphanumeric()).collect();
    words.windows(2).map(|pair| (pair[0], pair[1])).collect()
}
