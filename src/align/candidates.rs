//! Which pairs are worth a closer look: the nearest of each row and column by
//! the weight of the grams they share.

use std::ops::Range;

use crate::task::ClauseIndex;

use super::index::{Index, NO_GRAM};
use super::weigh::Weights;

/// How many local clauses a reference clause keeps, and the reverse.
const PER_ROW: usize = 8;
const PER_COLUMN: usize = 4;
/// How many pairs that share too little are remembered for each row.
const BENEATH: usize = 3;
/// Nearness below which a pair is not looked at.
const LEAST: f32 = 0.06;

/// A pair of clauses that share some wording.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub reference: ClauseIndex,
    pub local: ClauseIndex,
    /// Weight of the grams they share.
    pub shared: f32,
    /// A first measure of how near they are, 0–1.
    pub nearness: f32,
}

/// The candidates in the order of rows, then columns.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    pub all: Vec<Candidate>,
    /// Where each row starts, and the end.
    rows: Vec<usize>,
    /// For each row, what is next to its candidates but shares too little to be
    /// looked at, the nearest first.
    beneath: Vec<Nearest<BENEATH>>,
}

impl Candidates {
    pub(super) fn row(&self, reference: ClauseIndex) -> Range<usize> {
        self.rows[reference]..self.rows[reference + 1]
    }

    pub(super) fn position(&self, reference: ClauseIndex, local: ClauseIndex) -> Option<usize> {
        let row = self.row(reference);
        self.all[row.clone()]
            .binary_search_by_key(&local, |candidate| candidate.local)
            .ok()
            .map(|at| row.start + at)
    }

    /// The local clauses that come next to the candidates of a row.
    pub(super) fn beneath(&self, reference: ClauseIndex) -> impl Iterator<Item = ClauseIndex> {
        self.beneath[reference].kept().map(|pair| pair.local)
    }

    pub(super) fn nearness(&self, reference: ClauseIndex, local: ClauseIndex) -> f32 {
        self.position(reference, local)
            .map_or(0.0, |at| self.all[at].nearness)
    }

    pub(super) fn find(reference: &Index, local: &Index, weights: &Weights) -> Self {
        let postings = Postings::of(local, reference.gram_frequency.len());
        let mut columns: Vec<Nearest<PER_COLUMN>> = vec![Nearest::default(); local.len()];
        let mut found = Vec::new();
        let mut beneath = Vec::with_capacity(reference.len());
        let mut shared = vec![0.0_f32; local.len()];
        let mut touched: Vec<u32> = Vec::new();
        let local_scale: Vec<f32> = scale(&weights.local.grams);
        let reference_scale: Vec<f32> = scale(&weights.reference.grams);
        for (clause, &reference_scale) in reference_scale.iter().enumerate() {
            for step in reference.steps(clause) {
                let mut add = |gram| {
                    let weight = weights.grams[gram as usize].plain;
                    for &column in postings.of_gram(gram) {
                        let sum = &mut shared[column as usize];
                        if *sum == 0.0 {
                            touched.push(column);
                        }
                        *sum += weight;
                    }
                };
                if step.first_two && step.two != NO_GRAM {
                    add(step.two);
                }
                if step.first_three && step.three != NO_GRAM {
                    add(step.three);
                }
            }
            let mut row = Nearest::<PER_ROW>::default();
            let mut rest = Nearest::<BENEATH>::default();
            for &column in &touched {
                let local = column as usize;
                let sum = std::mem::take(&mut shared[local]);
                let least_mass = weights.reference.grams[clause].min(weights.local.grams[local]);
                let nearness = 0.6 * sum * reference_scale * local_scale[local]
                    + 0.4 * sum / least_mass * (sum * 0.25).min(1.0);
                let candidate = Candidate {
                    reference: clause,
                    local,
                    shared: sum,
                    nearness,
                };
                if nearness >= LEAST {
                    row.offer(candidate);
                    columns[local].offer(candidate);
                } else {
                    rest.offer(candidate);
                }
            }
            touched.clear();
            beneath.push(rest);
            found.extend(row.kept());
        }
        found.extend(columns.iter().flat_map(Nearest::kept));
        found.sort_unstable_by_key(|candidate| (candidate.reference, candidate.local));
        found.dedup_by_key(|candidate| (candidate.reference, candidate.local));
        let rows = (0..=reference.len())
            .map(|row| found.partition_point(|candidate| candidate.reference < row))
            .collect();
        Self {
            all: found,
            rows,
            beneath,
        }
    }
}

fn scale(masses: &[f32]) -> Vec<f32> {
    masses.iter().map(|mass| mass.sqrt().recip()).collect()
}

/// The best two of values that are not below 0.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BestTwo {
    best: f32,
    second: f32,
}

impl BestTwo {
    pub(super) fn add(&mut self, value: f32) {
        if value > self.best {
            self.second = self.best;
            self.best = value;
        } else {
            self.second = self.second.max(value);
        }
    }

    /// The best but this one.
    pub(super) fn other(&self, value: f32) -> f32 {
        if value >= self.best {
            self.second
        } else {
            self.best
        }
    }
}

/// The nearest `N` pairs of one row or column, the nearest first; of equals
/// the one offered first.
#[derive(Debug, Clone, Copy)]
struct Nearest<const N: usize> {
    kept: [Option<Candidate>; N],
}

impl<const N: usize> Default for Nearest<N> {
    fn default() -> Self {
        Self { kept: [None; N] }
    }
}

impl<const N: usize> Nearest<N> {
    fn offer(&mut self, candidate: Candidate) {
        if self.kept[N - 1].is_some_and(|last| candidate.nearness < last.nearness) {
            return;
        }
        // Columns are touched in no fixed order: of equals the first local
        // clause is kept.
        let better = |kept: &Option<Candidate>| {
            kept.is_none_or(|kept| {
                (candidate.nearness, kept.reference, kept.local)
                    > (kept.nearness, candidate.reference, candidate.local)
            })
        };
        if let Some(place) = self.kept.iter().position(better) {
            self.kept[place..].rotate_right(1);
            self.kept[place] = Some(candidate);
        }
    }

    fn kept(&self) -> impl Iterator<Item = Candidate> + '_ {
        self.kept.iter().flatten().copied()
    }
}

/// For each gram that the reference has, the local clauses it stands in.
struct Postings {
    starts: Vec<u32>,
    columns: Vec<u32>,
}

impl Postings {
    fn of(local: &Index, grams: usize) -> Self {
        let mut starts = Vec::with_capacity(grams + 1);
        let mut total = 0;
        for gram in 0..grams {
            starts.push(total);
            total += local.gram_frequency.get(gram).copied().unwrap_or(0);
        }
        starts.push(total);
        let mut next = starts.clone();
        let mut columns = vec![0; total as usize];
        for clause in 0..local.len() {
            for step in local.steps(clause) {
                let mut place = |first: bool, gram| {
                    let gram = gram as usize;
                    if first && gram < grams {
                        columns[next[gram] as usize] = clause as u32;
                        next[gram] += 1;
                    }
                };
                place(step.first_two, step.two);
                place(step.first_three, step.three);
            }
        }
        Self { starts, columns }
    }

    fn of_gram(&self, gram: u32) -> &[u32] {
        let gram = gram as usize;
        &self.columns[self.starts[gram] as usize..self.starts[gram + 1] as usize]
    }
}
