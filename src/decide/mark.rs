//! Finding a clause again by its id, the hash of its wording, or its wording.

use std::collections::HashMap;

use similar::TextDiff;

use crate::source::sha256;
use crate::task::{ClauseIndex, Plan};

/// Names a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its id or citation.
    pub id: String,
    /// SHA-256 of its wording when the decision was made; a beginning of the
    /// hexadecimal digits will do.
    pub sha256: Option<String>,
    /// Its wording then.
    pub text: Option<String>,
}

/// How much of the wording must have stayed for a clause to be the same, 0–1.
const SAME: f32 = 0.7;

/// The clauses of a plan with the hashes of their wording.
pub(super) struct Marks<'p> {
    plan: &'p Plan,
    hashes: Vec<String>,
    by_hash: HashMap<String, Vec<ClauseIndex>>,
}

impl<'p> Marks<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let hashes: Vec<String> = (0..plan.clauses.len())
            .map(|at| sha256(plan.text(at).as_bytes()))
            .collect();
        let mut by_hash: HashMap<String, Vec<ClauseIndex>> = HashMap::new();
        for (at, hash) in hashes.iter().enumerate() {
            by_hash.entry(hash.clone()).or_default().push(at);
        }
        Self {
            plan,
            hashes,
            by_hash,
        }
    }

    /// The clause that a mark names: the one with its id if the wording is the
    /// same; else the one with its wording, of several the nearest to where it
    /// stood; else the one with its id if the wording is nearly the same. A
    /// mark without hash is found by its id. Where none is, whether the id is
    /// known.
    pub(super) fn find(&self, mark: &Mark) -> Result<ClauseIndex, bool> {
        let named = self.plan.find_clause(&mark.id);
        let Some(hash) = mark.sha256.as_deref().filter(|hash| !hash.is_empty()) else {
            return named.ok_or(false);
        };
        if let Some(named) = named.filter(|&at| self.hashes[at].starts_with(hash)) {
            return Ok(named);
        }
        if let Some(same) = self.by_hash.get(hash) {
            match (same.as_slice(), named) {
                ([only], _) => return Ok(*only),
                (several, Some(named)) => {
                    let nearest = several.iter().min_by_key(|at| at.abs_diff(named));
                    return nearest.copied().ok_or(true);
                }
                (_, None) => {}
            }
        }
        let nearly = |at: &ClauseIndex| {
            mark.text
                .as_deref()
                .is_some_and(|text| TextDiff::from_chars(text, self.plan.text(*at)).ratio() >= SAME)
        };
        named.filter(nearly).ok_or(named.is_some())
    }
}
