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
#[derive(Debug)]
pub(super) struct Candidates {
    pub all: Vec<Candidate>,
    /// Where each row starts, and the end.
    rows: Vec<usize>,
    /// The positions of all in the order of columns, then rows.
    by_column: Vec<usize>,
    /// Where each column starts there, and the end.
    columns: Vec<usize>,
    /// For each row of few candidates, what is next to them but shares too little
    /// to be looked at, the nearest first.
    beneath: Vec<Nearest<BENEATH>>,
}

impl Candidates {
    pub(super) fn row(&self, reference: ClauseIndex) -> Range<usize> {
        self.rows[reference]..self.rows[reference + 1]
    }

    /// How many reference clauses there are.
    pub(super) fn rows(&self) -> usize {
        self.rows.len() - 1
    }

    /// The positions of a local clause's candidates in the order of rows.
    pub(super) fn column(&self, local: ClauseIndex) -> &[usize] {
        &self.by_column[self.columns[local]..self.columns[local + 1]]
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
        let postings = Postings::of(local, reference.grams());
        let mut columns: Vec<Nearest<PER_COLUMN>> = vec![Nearest::default(); local.len()];
        let mut rows: Vec<Nearest<PER_ROW>> = Vec::with_capacity(reference.len());
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
            let mass = weights.reference.grams[clause];
            let least_mass = |local: ClauseIndex| mass.min(weights.local.grams[local]);
            let candidate = |local: ClauseIndex, sum: f32| Candidate {
                reference: clause,
                local,
                shared: sum,
                nearness: 0.6 * sum * reference_scale * local_scale[local]
                    + 0.4 * sum / least_mass(local) * (sum * 0.25).min(1.0),
            };
            let mut row = Nearest::<PER_ROW>::default();
            for &column in &touched {
                let local = column as usize;
                let sum = shared[local];
                // Nearness is never above the share of the slighter clause.
                if sum < LEAST * least_mass(local) {
                    continue;
                }
                let candidate = candidate(local, sum);
                if candidate.nearness >= LEAST {
                    row.offer(candidate);
                    columns[local].offer(candidate);
                }
            }
            let mut rest = Nearest::<BENEATH>::default();
            if row.kept().count() < BENEATH {
                let all = touched.iter().map(|&column| column as usize);
                let all = all.map(|local| candidate(local, shared[local]));
                all.filter(|candidate| candidate.nearness < LEAST)
                    .for_each(|candidate| rest.offer(candidate));
            }
            for column in touched.drain(..) {
                shared[column as usize] = 0.0;
            }
            beneath.push(rest);
            rows.push(row);
        }
        Self::of(&rows, &columns, beneath)
    }

    /// Puts together what rows and columns keep.
    fn of(
        rows: &[Nearest<PER_ROW>],
        columns: &[Nearest<PER_COLUMN>],
        beneath: Vec<Nearest<BENEATH>>,
    ) -> Self {
        let in_no_row = |candidate: &Candidate| !rows[candidate.reference].keeps(candidate.local);
        let kept = columns.iter().flat_map(Nearest::kept);
        let mut of_columns: Vec<Candidate> = kept.filter(in_no_row).collect();
        of_columns.sort_unstable_by_key(|candidate| candidate.reference);
        let mut of_columns = of_columns.into_iter().peekable();
        let mut all: Vec<Candidate> = Vec::new();
        let mut starts = vec![0];
        for (clause, row) in rows.iter().enumerate() {
            let start = all.len();
            all.extend(row.kept());
            while let Some(other) = of_columns.next_if(|other| other.reference == clause) {
                all.push(other);
            }
            all[start..].sort_unstable_by_key(|candidate| candidate.local);
            starts.push(all.len());
        }
        let mut ends = vec![0; columns.len() + 1];
        for candidate in &all {
            ends[candidate.local] += 1;
        }
        let mut by_column = vec![0; all.len()];
        sums(&mut ends);
        for (at, candidate) in all.iter().enumerate().rev() {
            ends[candidate.local] -= 1;
            by_column[ends[candidate.local]] = at;
        }
        Self {
            all,
            rows: starts,
            by_column,
            columns: ends,
            beneath,
        }
    }
}

/// Makes of sizes where each ends.
fn sums(sizes: &mut [usize]) {
    let mut sum = 0;
    for size in sizes {
        sum += *size;
        *size = sum;
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

    fn keeps(&self, local: ClauseIndex) -> bool {
        self.kept().any(|candidate| candidate.local == local)
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
        // Where each gram ends, until its clauses are put in from the last on.
        let mut starts = Vec::with_capacity(grams + 1);
        let mut total = 0;
        for frequency in local.gram_frequencies().take(grams) {
            total += frequency;
            starts.push(total);
        }
        starts.push(total);
        let mut columns = vec![0; total as usize];
        for clause in (0..local.len()).rev() {
            for step in local.steps(clause) {
                let mut place = |first: bool, gram| {
                    let gram = gram as usize;
                    if first && gram < grams {
                        starts[gram] -= 1;
                        columns[starts[gram] as usize] = clause as u32;
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
