//! Fits the model to crosswalks coded by hand. Deterministic: Newton's method
//! from zero on a convex function.

use std::collections::{BTreeMap, BTreeSet};

use crate::task::{self, ClauseIndex, Level, Plan};

use super::index::Index;
use super::lexicon::Lexicon;
use super::model::{Logistic, Model, Thresholds};
use super::pair::PAIR;
use super::passes::{ALL, Pairs};

/// Two plans with the strength (1–3) of each pair of clauses that is linked.
#[derive(Debug)]
pub struct Labelled<'p> {
    /// The reference.
    pub reference: &'p Plan,
    /// The local plan.
    pub local: &'p Plan,
    /// Its level.
    pub level: Level,
    /// The strengths; a pair that is not here is no link.
    pub strengths: BTreeMap<(ClauseIndex, ClauseIndex), u8>,
    /// The clauses of the reference that were judged, if not all were.
    pub judged: Option<BTreeSet<ClauseIndex>>,
}

/// How strongly weights are drawn to 0, features being scaled to unit
/// variance.
const RIDGE: f64 = 60.0;
/// The second pass learns from first-pass probabilities of rows that the
/// first pass was not fitted to: so many folds, each of so many rows in turn.
const FOLDS: usize = 6;
const FOLD_ROWS: usize = 10;
const NEWTON_STEPS: usize = 12;
/// From which confidence a pair is linked; the best pair of a clause without
/// another link already from a lower one, since a false gap costs most.
const THRESHOLDS: Thresholds = Thresholds {
    link: 0.6,
    only: 0.3,
    covered: 0.5,
};

/// Fits both passes to all crosswalks together. Pairs of strength 1 are left
/// out: they are neither surely links nor surely none.
pub fn fit(crosswalks: &[Labelled]) -> Model {
    let mut lexicons: Vec<Lexicon> = Vec::new();
    let mut references = Vec::new();
    for crosswalk in crosswalks {
        let mut lexicon = Lexicon::default();
        references.push(Index::new(crosswalk.reference, &mut lexicon));
        lexicons.push(lexicon);
    }
    let pairs: Vec<Pairs> = crosswalks
        .iter()
        .zip(references.iter().zip(&lexicons))
        .map(|(crosswalk, (reference, lexicon))| {
            let applies =
                super::applies(&task::applicability(crosswalk.reference), crosswalk.level);
            Pairs::new(reference, lexicon, crosswalk.local, &applies)
        })
        .collect();
    let labels: Vec<Vec<Label>> = crosswalks
        .iter()
        .zip(&pairs)
        .map(|(crosswalk, pairs)| labels(crosswalk, pairs))
        .collect();
    let first = |fold: Option<usize>| {
        let rows = pairs.iter().zip(&labels).flat_map(|(pairs, labels)| {
            pairs
                .values
                .iter()
                .zip(labels)
                .filter(move |(_, label)| fold.is_none_or(|fold| label.fold != fold))
        });
        logistic(rows)
    };
    let held_out: Vec<Logistic<PAIR>> = (0..FOLDS).map(|fold| first(Some(fold))).collect();
    let in_context: Vec<Vec<[f32; ALL]>> = pairs
        .iter()
        .zip(&labels)
        .map(|(pairs, labels)| {
            let probabilities: Vec<f32> = pairs
                .values
                .iter()
                .zip(labels)
                .map(|(row, label)| held_out[label.fold].apply(row))
                .collect();
            pairs.in_context(&probabilities)
        })
        .collect();
    let second = |fold: Option<usize>| {
        let rows = in_context.iter().zip(&labels);
        let rows = rows.flat_map(|(rows, labels)| rows.iter().zip(labels));
        logistic(rows.filter(|(_, label)| fold.is_none_or(|fold| label.fold != fold)))
    };
    let held_out: Vec<Logistic<ALL>> = (0..FOLDS).map(|fold| second(Some(fold))).collect();
    let margins = in_context.iter().zip(&labels).flat_map(|(rows, labels)| {
        let judged = rows.iter().zip(labels);
        judged.filter_map(|(row, label)| Some((held_out[label.fold].margin(row), label.linked?)))
    });
    let context = second(None).calibrated(calibration(margins));
    let centres = centres(
        in_context
            .iter()
            .zip(&labels)
            .flat_map(|(rows, labels)| rows.iter().zip(labels)),
    );
    Model {
        pair: first(None),
        context,
        centres,
        thresholds: THRESHOLDS,
    }
}

/// What log odds must be multiplied by, and what then be added, to say how
/// often links are right (Platt 1999). The ridge draws them together, and links
/// are few among the pairs.
fn calibration(margins: impl Iterator<Item = (f32, bool)>) -> (f32, f32) {
    let rows: Vec<(Vec<f64>, f64)> = margins
        .map(|(margin, linked)| (vec![f64::from(margin), 1.0], f64::from(u8::from(linked))))
        .collect();
    let weights = newton(&rows, 1, 0.0);
    (weights[0] as f32, weights[1] as f32)
}

/// Half way between the means of the links and of the other pairs.
fn centres<'v, const N: usize>(rows: impl Iterator<Item = (&'v [f32; N], &'v Label)>) -> [f32; N] {
    let mut sums = [[0.0_f64; N]; 2];
    let mut counts = [0_usize; 2];
    for (row, label) in rows {
        if let Some(linked) = label.linked {
            let class = usize::from(linked);
            counts[class] += 1;
            for (sum, &value) in sums[class].iter_mut().zip(row) {
                *sum += f64::from(value);
            }
        }
    }
    std::array::from_fn(|at| {
        let mean = |class: usize| sums[class][at] / counts[class].max(1) as f64;
        f64::midpoint(mean(0), mean(1)) as f32
    })
}

/// What a candidate is, and the fold that its row belongs to.
#[derive(Debug, Clone, Copy)]
struct Label {
    linked: Option<bool>,
    fold: usize,
}

fn labels(crosswalk: &Labelled, pairs: &Pairs) -> Vec<Label> {
    pairs
        .candidates
        .all
        .iter()
        .map(|candidate| {
            let pair = (candidate.reference, candidate.local);
            Label {
                linked: match crosswalk.strengths.get(&pair) {
                    None if judged(crosswalk, candidate.reference) => Some(false),
                    None | Some(1) => None,
                    Some(_) => Some(true),
                },
                fold: candidate.reference / FOLD_ROWS % FOLDS,
            }
        })
        .collect()
}

fn judged(crosswalk: &Labelled, clause: ClauseIndex) -> bool {
    let judged = crosswalk.judged.as_ref();
    judged.is_none_or(|judged| judged.contains(&clause))
}

/// Ridge logistic regression; rows without a label are left out.
fn logistic<'v, const N: usize>(
    rows: impl Iterator<Item = (&'v [f32; N], &'v Label)>,
) -> Logistic<N> {
    let rows: Vec<(&[f32; N], f64)> = rows
        .filter_map(|(row, label)| {
            label
                .linked
                .map(|linked| (row, f64::from(u8::from(linked))))
        })
        .collect();
    let scale: Vec<(f64, f64)> = (0..N).map(|at| mean_and_deviation(&rows, at)).collect();
    let scaled: Vec<(Vec<f64>, f64)> = rows
        .iter()
        .map(|(row, linked)| {
            let row = row
                .iter()
                .zip(&scale)
                .map(|(&value, (mean, deviation))| (f64::from(value) - mean) / deviation)
                .chain([1.0])
                .collect();
            (row, *linked)
        })
        .collect();
    let weights = newton(&scaled, N, RIDGE);
    let mut bias = weights[N];
    let mut result = [0.0; N];
    for at in 0..N {
        let (mean, deviation) = scale[at];
        result[at] = (weights[at] / deviation) as f32;
        bias -= weights[at] * mean / deviation;
    }
    Logistic {
        bias: bias as f32,
        weights: result,
    }
}

fn mean_and_deviation<const N: usize>(rows: &[(&[f32; N], f64)], at: usize) -> (f64, f64) {
    let count = rows.len().max(1) as f64;
    let mean = rows.iter().map(|(row, _)| f64::from(row[at])).sum::<f64>() / count;
    let variance = rows
        .iter()
        .map(|(row, _)| (f64::from(row[at]) - mean).powi(2))
        .sum::<f64>()
        / count;
    (mean, variance.sqrt() + 1e-6)
}

/// Weights of the features and, last, the bias, which is not drawn to 0.
fn newton(rows: &[(Vec<f64>, f64)], features: usize, ridge: f64) -> Vec<f64> {
    let size = features + 1;
    let mut weights = vec![0.0; size];
    for _ in 0..NEWTON_STEPS {
        let mut gradient = vec![0.0; size];
        let mut curvature = vec![vec![0.0; size]; size];
        for (row, linked) in rows {
            let margin: f64 = row
                .iter()
                .zip(&weights)
                .map(|(value, weight)| value * weight)
                .sum();
            let probability = 1.0 / (1.0 + (-margin).exp());
            let spread = probability * (1.0 - probability);
            for (at, value) in row.iter().enumerate() {
                gradient[at] += value * (probability - linked);
                let scaled = spread * value;
                for (sum, other) in curvature[at][..=at].iter_mut().zip(row) {
                    *sum += scaled * other;
                }
            }
        }
        for at in 0..features {
            gradient[at] += ridge * weights[at];
            curvature[at][at] += ridge;
        }
        curvature[features][features] += 1e-9;
        for (weight, step) in weights.iter_mut().zip(solved(curvature, gradient)) {
            *weight -= step;
        }
    }
    weights
}

/// Solves a symmetric positive definite system, of which the lower half is
/// given, by Cholesky's decomposition.
fn solved(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for row in 0..size {
        for column in 0..=row {
            let dot: f64 = (0..column)
                .map(|at| matrix[row][at] * matrix[column][at])
                .sum();
            let rest = matrix[row][column] - dot;
            matrix[row][column] = if row == column {
                rest.max(1e-12).sqrt()
            } else {
                rest / matrix[column][column]
            };
        }
    }
    for row in 0..size {
        let dot: f64 = (0..row).map(|at| matrix[row][at] * right[at]).sum();
        right[row] = (right[row] - dot) / matrix[row][row];
    }
    for row in (0..size).rev() {
        let dot: f64 = (row + 1..size).map(|at| matrix[at][row] * right[at]).sum();
        right[row] = (right[row] - dot) / matrix[row][row];
    }
    right
}
