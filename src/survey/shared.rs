//! Additions that several local plans share.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::{Alignment, Origin};
use crate::task::{ClauseIndex, Plan};

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

/// The additions of several local plans, gathered plan by plan, so that no plan
/// need be held for the others.
#[derive(Debug, Default)]
pub struct Additions {
    locals: usize,
    /// All of them, in the order of the plans.
    all: Vec<Addition>,
    /// Of each addition, which pairs it holds.
    pairs: Vec<Vec<usize>>,
    /// Numbers of the pairs.
    numbers: BTreeMap<Pair, usize>,
    /// Of each pair, which additions hold it, in their order.
    holders: Vec<Vec<usize>>,
}

impl Additions {
    /// Adds the next local plan; returns its additions.
    pub fn add(&mut self, plan: &Plan, alignment: &Alignment) -> &[Addition] {
        let first = self.all.len();
        let local = self.locals;
        self.locals += 1;
        for (clause, verdict) in alignment.locals.iter().enumerate() {
            if verdict.origin == Some(Origin::Local) {
                self.enter(Addition { local, clause }, plan.text(clause));
            }
        }
        &self.all[first..]
    }

    fn enter(&mut self, addition: Addition, text: &str) {
        let at = self.all.len();
        self.all.push(addition);
        let mut numbers = Vec::new();
        for pair in pairs(text) {
            let next = self.numbers.len();
            let number = *self.numbers.entry(pair).or_insert(next);
            if number == self.holders.len() {
                self.holders.push(Vec::new());
            }
            self.holders[number].push(at);
            numbers.push(number);
        }
        self.pairs.push(numbers);
    }

    /// The groups of additions that say nearly the same, those shared by most
    /// first.
    pub fn shared(&self) -> Vec<SharedAddition> {
        let mut groups = self.groups();
        let mut members: BTreeMap<usize, Vec<Addition>> = BTreeMap::new();
        for (at, addition) in self.all.iter().enumerate() {
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

    fn groups(&self) -> Groups {
        let count = self.all.len();
        let weight = |held: &Vec<usize>| (1.0 + count as f64 / held.len() as f64).ln();
        let weights: Vec<f64> = self.holders.iter().map(weight).collect();
        let mass = |pairs: &Vec<usize>| pairs.iter().map(|&pair| weights[pair]).sum();
        let masses: Vec<f64> = self.pairs.iter().map(mass).collect();
        let mut groups = Groups::new(count);
        // What each later addition has in common with the one at hand.
        let mut common = vec![0.0; count];
        for (at, pairs) in self.pairs.iter().enumerate() {
            let mut others = BTreeSet::new();
            for &pair in pairs {
                let held = &self.holders[pair];
                let later = held.partition_point(|&other| other <= at);
                for &other in &held[later..] {
                    if common[other] == 0.0 {
                        others.insert(other);
                    }
                    common[other] += weights[pair];
                }
            }
            for other in others {
                let alike = std::mem::take(&mut common[other]);
                let (one, two) = (masses[at], masses[other]);
                if self.all[other].local != self.all[at].local
                    && alike / one.min(two) >= ALIKE
                    && alike / one.max(two) >= ALIKE / 2.0
                {
                    groups.join(at, other);
                }
            }
        }
        groups
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn additions_that_say_nearly_the_same_are_grouped_across_plans_only() {
        let texts = [
            (0, "建立廉政文化示范点，每年命名一批示范单位。"),
            (0, "建立廉政文化示范点，每年命名一批示范学校。"),
            (1, "建立廉政文化示范点，每两年命名一批示范单位。"),
            (1, "开通举报电话。"),
            (2, "实行村务公开日制度。"),
        ];
        let mut additions = Additions::default();
        for (clause, (local, text)) in texts.into_iter().enumerate() {
            additions.enter(Addition { local, clause }, text);
        }
        let members: Vec<Vec<usize>> = additions
            .shared()
            .iter()
            .map(|group| group.members.iter().map(|member| member.clause).collect())
            .collect();
        assert_eq!(members, [[0, 1, 2]]);
    }
}
