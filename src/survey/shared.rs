//! Additions that several local plans share.

use std::collections::{BTreeMap, BTreeSet};

use super::Surveyed;
use crate::align::Origin;
use crate::task::ClauseIndex;

/// A local task without counterpart in the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Addition {
    /// Which of the local plans, in their order.
    pub local: usize,
    /// Which of its clauses.
    pub clause: ClauseIndex,
}

/// Additions of at least two local plans that say nearly the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedAddition {
    /// The additions, by local plan and position.
    pub members: Vec<Addition>,
}

impl SharedAddition {
    /// How many local plans share it.
    pub fn locals(&self) -> usize {
        self.members
            .iter()
            .map(|member| member.local)
            .collect::<BTreeSet<_>>()
            .len()
    }
}

/// Of the weight of the shorter addition's character pairs, how much the
/// other must share for the two to say the same. Pairs are weighted by their
/// rarity among all additions, so that stock phrases bring nothing together.
const ALIKE: f64 = 0.55;

type Pair = (char, char);

/// Groups the additions of several local plans, those shared by most first.
pub(super) fn shared_additions(locals: &[Surveyed]) -> Vec<SharedAddition> {
    let additions = additions(locals);
    let mut holders: BTreeMap<Pair, Vec<usize>> = BTreeMap::new();
    for (at, (_, pairs)) in additions.iter().enumerate() {
        for &pair in pairs {
            holders.entry(pair).or_default().push(at);
        }
    }
    let weight = |pair: &Pair| (1.0 + additions.len() as f64 / holders[pair].len() as f64).ln();
    let mass: Vec<f64> = additions
        .iter()
        .map(|(_, pairs)| pairs.iter().map(weight).sum())
        .collect();

    let mut groups = Groups::new(additions.len());
    for (at, (addition, pairs)) in additions.iter().enumerate() {
        let mut common: BTreeMap<usize, f64> = BTreeMap::new();
        for pair in pairs {
            for &other in holders[pair].iter().filter(|&&other| other > at) {
                *common.entry(other).or_default() += weight(pair);
            }
        }
        for (other, common) in common {
            let alike = common / mass[at].min(mass[other]) >= ALIKE
                && common / mass[at].max(mass[other]) >= ALIKE / 2.0;
            if alike && additions[other].0.local != addition.local {
                groups.join(at, other);
            }
        }
    }
    let mut members: BTreeMap<usize, Vec<Addition>> = BTreeMap::new();
    for (at, (addition, _)) in additions.iter().enumerate() {
        members.entry(groups.of(at)).or_default().push(*addition);
    }
    let mut shared: Vec<_> = members
        .into_values()
        .map(|members| SharedAddition { members })
        .filter(|group| group.locals() > 1)
        .collect();
    shared.sort_by_key(|group| (std::cmp::Reverse(group.locals()), group.members[0]));
    shared
}

/// The additions of all local plans with the character pairs of their texts.
fn additions(locals: &[Surveyed]) -> Vec<(Addition, BTreeSet<Pair>)> {
    let mut additions = Vec::new();
    for (local, surveyed) in locals.iter().enumerate() {
        for (clause, verdict) in surveyed.alignment.locals.iter().enumerate() {
            if verdict.origin == Some(Origin::Local) {
                additions.push((
                    Addition { local, clause },
                    pairs(surveyed.plan.text(clause)),
                ));
            }
        }
    }
    additions
}

fn pairs(text: &str) -> BTreeSet<Pair> {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Disjoint groups.
struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    fn new(count: usize) -> Self {
        Self {
            parent: (0..count).collect(),
        }
    }

    fn of(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        self.parent[one.max(other)] = one.min(other);
    }
}
