//! The second pass: what the pairs around a pair came to in the first.

use std::collections::HashMap;

use crate::task::ClauseIndex;

use super::above::Above;
use super::candidates::{BestTwo, Candidates};
use super::gram::Mix;
use super::index::{Entry, Index};
use super::sequence::Sequence;

/// How many features the second pass adds.
pub(super) const CONTEXT: usize = 19;

/// Their names, in the order of the values.
pub(super) const NAMES: [&str; CONTEXT] = [
    "paragraph-to-paragraph",
    "paragraph-to-item",
    "section-to-section",
    "section-from-section",
    "chapter-to-chapter",
    "chapter-from-chapter",
    "row-lead",
    "row-rest",
    "column-other",
    "column-lead",
    "column-rest",
    "headings-linked",
    "heading-linked-local",
    "below-reference",
    "below-local",
    "below-both",
    "rivals",
    "sequence",
    "sequence-near",
];

/// A probability below this says nothing about the pairs around it.
const LEAST: f32 = 0.1;
/// Weight of the assumption that a division has its links elsewhere.
const SMOOTH: f32 = 0.7;

/// The values of the second pass for every candidate, from the probabilities
/// of the first.
pub(super) fn features(
    reference: &Index,
    local: &Index,
    candidates: &Candidates,
    probabilities: &[f32],
) -> Vec<[f32; CONTEXT]> {
    let divisions: [Division; 4] = [
        Division::new(reference, local, |entry| entry.block, |entry| entry.block),
        Division::new(reference, local, |entry| entry.block, |entry| entry.leaf),
        Division::new(
            reference,
            local,
            |entry| entry.section,
            |entry| entry.section,
        ),
        Division::new(
            reference,
            local,
            |entry| entry.chapter,
            |entry| entry.chapter,
        ),
    ]
    .map(|mut division| {
        for (candidate, &probability) in candidates.all.iter().zip(probabilities) {
            if probability >= LEAST {
                division.add(
                    &reference.entries[candidate.reference],
                    &local.entries[candidate.local],
                    probability,
                );
            }
        }
        division
    });
    let mut rows = vec![Line::default(); reference.len()];
    let mut columns = vec![Line::default(); local.len()];
    for (candidate, &probability) in candidates.all.iter().zip(probabilities) {
        rows[candidate.reference].add(probability);
        columns[candidate.local].add(probability);
    }
    let below = Below::sum(reference, local, candidates, probabilities);
    let likely = probabilities.iter().copied().enumerate();
    let likely = likely.filter(|&(_, probability)| probability >= LEAST);
    let sequence = Sequence::new(reference, local, candidates, likely);
    let mut values = vec![[0.0; CONTEXT]; candidates.all.len()];
    let (mut over_local, mut on_local) = (Above::new(candidates), Above::new(candidates));
    for (clause, (other, column)) in local.entries.iter().zip(&columns).enumerate() {
        over_local.enter(local.above(clause), |at| probabilities[at]);
        on_local.enter(&[clause], |at| probabilities[at]);
        for &at in candidates.column(clause) {
            let (candidate, probability) = (&candidates.all[at], probabilities[at]);
            let one = &reference.entries[candidate.reference];
            let share = |division: &Division| division.shares(one, other, probability);
            let (sections, chapters) = (share(&divisions[2]), share(&divisions[3]));
            let row = &rows[candidate.reference];
            let ours = reference.above(candidate.reference);
            let (to, from) = below.shares(candidate.reference, clause);
            values[at] = [
                share(&divisions[0]).0,
                share(&divisions[1]).0,
                sections.0,
                sections.1,
                chapters.0,
                chapters.1,
                probability - row.other(probability),
                row.sum - probability,
                column.other(probability),
                probability - column.other(probability),
                column.sum - probability,
                over_local.best(ours),
                on_local.best(ours),
                to,
                from,
                (to * from).sqrt(),
                row.other(probability).min(column.other(probability)),
                sequence.wide[at],
                sequence.near[at],
            ];
        }
    }
    values
}

/// Link weight between divisions of the two plans.
struct Division {
    reference: fn(&Entry) -> usize,
    local: fn(&Entry) -> usize,
    between: HashMap<u64, f32, Mix>,
    /// By the number of the division.
    of_reference: Vec<f32>,
    of_local: Vec<f32>,
}

impl Division {
    fn new(
        references: &Index,
        locals: &Index,
        reference: fn(&Entry) -> usize,
        local: fn(&Entry) -> usize,
    ) -> Self {
        let none = |index: &Index, division: fn(&Entry) -> usize| {
            let last = index.entries.iter().map(division).max();
            vec![0.0; last.map_or(0, |last| last + 1)]
        };
        Self {
            reference,
            local,
            between: HashMap::default(),
            of_reference: none(references, reference),
            of_local: none(locals, local),
        }
    }

    fn keys(&self, one: &Entry, other: &Entry) -> (u64, usize, usize) {
        let (one, other) = ((self.reference)(one), (self.local)(other));
        (key(one, other), one, other)
    }

    fn add(&mut self, one: &Entry, other: &Entry, weight: f32) {
        let (both, one, other) = self.keys(one, other);
        *self.between.entry(both).or_default() += weight;
        self.of_reference[one] += weight;
        self.of_local[other] += weight;
    }

    /// Share of the reference division's weight that goes to the local one,
    /// and of the local one's that comes from there; the pair itself left out.
    fn shares(&self, one: &Entry, other: &Entry, probability: f32) -> (f32, f32) {
        let own = if probability >= LEAST {
            probability
        } else {
            0.0
        };
        let (both, one, other) = self.keys(one, other);
        if self.of_reference[one] == 0.0 || self.of_local[other] == 0.0 {
            return (0.0, 0.0);
        }
        let others = |weight: f32| (weight - own).max(0.0);
        let between = self.between.get(&both).copied().unwrap_or_default();
        let between = others(between);
        (
            between / (others(self.of_reference[one]) + SMOOTH),
            between / (others(self.of_local[other]) + SMOOTH),
        )
    }
}

/// Link weight between what stands below headings, titles and topic
/// sentences: two headings are counterparts if their contents are.
struct Below {
    between: HashMap<u64, f32, Mix>,
    of_reference: Vec<f32>,
    of_local: Vec<f32>,
}

impl Below {
    fn sum(
        reference: &Index,
        local: &Index,
        candidates: &Candidates,
        probabilities: &[f32],
    ) -> Self {
        let mut below = Self {
            between: HashMap::default(),
            of_reference: vec![0.0; reference.len()],
            of_local: vec![0.0; local.len()],
        };
        for (candidate, &probability) in candidates.all.iter().zip(probabilities) {
            if probability < LEAST {
                continue;
            }
            for our in reference.over(candidate.reference) {
                below.of_reference[our] += probability;
                for their in local.over(candidate.local) {
                    *below.between.entry(key(our, their)).or_default() += probability;
                }
            }
            for their in local.over(candidate.local) {
                below.of_local[their] += probability;
            }
        }
        below
    }

    /// Share of the weight below one that goes below the other, and the
    /// reverse.
    fn shares(&self, clause: ClauseIndex, other: ClauseIndex) -> (f32, f32) {
        if self.of_reference[clause] == 0.0 || self.of_local[other] == 0.0 {
            return (0.0, 0.0);
        }
        let between = self.between.get(&key(clause, other)).copied();
        let between = between.unwrap_or_default();
        (
            between / (self.of_reference[clause] + SMOOTH),
            between / (self.of_local[other] + SMOOTH),
        )
    }
}

fn key(one: usize, other: usize) -> u64 {
    (one as u64) << 32 | other as u64
}

/// The probabilities of one row or column.
#[derive(Debug, Clone, Copy, Default)]
struct Line {
    best: BestTwo,
    sum: f32,
}

impl Line {
    fn add(&mut self, probability: f32) {
        self.sum += probability;
        self.best.add(probability);
    }

    /// The best but this one.
    fn other(&self, probability: f32) -> f32 {
        self.best.other(probability)
    }
}
