//! The model: two logistic passes over features of a pair of clauses, with
//! the weights that `plan eval --refit` writes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::pair::{self, PAIR};
use super::passes::{self, ALL};

/// The shipped weights.
pub(super) static SHIPPED: LazyLock<Model> = LazyLock::new(|| {
    let file: File = serde_json::from_str(include_str!("model.json")).unwrap_or_default();
    Model::from_file(&file)
});

/// What decides which pairs are linked.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// From what the two clauses say.
    pub(super) pair: Logistic<PAIR>,
    /// From that and from what the pairs around them came to.
    pub(super) context: Logistic<ALL>,
    /// For each feature of the second pass what lies half way between the
    /// links and the other pairs: from there evidence is counted.
    pub(super) centres: [f32; ALL],
    pub(super) thresholds: Thresholds,
}

/// The confidence from which a pair is linked.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Thresholds {
    /// Any pair.
    pub link: f32,
    /// The best pair of a clause that has no other: a false gap costs more
    /// than a false link.
    pub only: f32,
    /// From which share of its content found a clause is covered.
    pub covered: f32,
}

/// A logistic function of `N` features.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Logistic<const N: usize> {
    pub bias: f32,
    pub weights: [f32; N],
}

impl<const N: usize> Logistic<N> {
    /// The log odds.
    pub(super) fn margin(&self, values: &[f32; N]) -> f32 {
        let sum: f32 = values
            .iter()
            .zip(&self.weights)
            .map(|(value, weight)| value * weight)
            .sum();
        self.bias + sum
    }

    /// The probability.
    pub(super) fn apply(&self, values: &[f32; N]) -> f32 {
        probability(self.margin(values))
    }

    /// The same with log odds so many times as large, and so much higher.
    pub(super) fn calibrated(mut self, (slope, shift): (f32, f32)) -> Self {
        self.bias = self.bias * slope + shift;
        for weight in &mut self.weights {
            *weight *= slope;
        }
        self
    }

    fn from_file(pass: &Pass, names: &[&str; N]) -> Self {
        Self {
            bias: pass.bias,
            weights: from_named(&pass.weights, names),
        }
    }

    fn to_file(&self, names: &[&str; N]) -> Pass {
        Pass {
            bias: rounded(self.bias),
            weights: named(&self.weights, names),
        }
    }
}

fn from_named<const N: usize>(values: &BTreeMap<String, f32>, names: &[&str; N]) -> [f32; N] {
    names.map(|name| values.get(name).copied().unwrap_or_default())
}

fn named<const N: usize>(values: &[f32; N], names: &[&str; N]) -> BTreeMap<String, f32> {
    names
        .iter()
        .zip(values)
        .map(|(&name, &value)| (name.to_owned(), rounded(value)))
        .collect()
}

/// The probability of these log odds.
pub(super) fn probability(margin: f32) -> f32 {
    1.0 / (1.0 + (-margin).exp())
}

/// Four digits after the point: what a refit on another machine gives too.
fn rounded(weight: f32) -> f32 {
    (weight * 1e4).round() / 1e4
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct File {
    thresholds: Thresholds,
    pair: Pass,
    context: Pass,
    centres: BTreeMap<String, f32>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Pass {
    bias: f32,
    weights: BTreeMap<String, f32>,
}

impl Model {
    fn from_file(file: &File) -> Self {
        Self {
            pair: Logistic::from_file(&file.pair, &pair::NAMES),
            context: Logistic::from_file(&file.context, &passes::NAMES),
            centres: from_named(&file.centres, &passes::NAMES),
            thresholds: file.thresholds,
        }
    }

    /// The model as its file holds it.
    ///
    /// # Panics
    /// Never: numbers and names are always JSON.
    pub fn to_json(&self) -> String {
        let file = File {
            thresholds: self.thresholds,
            pair: self.pair.to_file(&pair::NAMES),
            context: self.context.to_file(&passes::NAMES),
            centres: named(&self.centres, &passes::NAMES),
        };
        serde_json::to_string_pretty(&file).expect("numbers and names are JSON") + "\n"
    }

    /// Whether it says the same as another up to the rounding of the file.
    pub fn is_close_to(&self, other: &Self) -> bool {
        fn near(one: &[f32], other: &[f32]) -> bool {
            let mut both = one.iter().zip(other);
            both.all(|(one, other)| (one - other).abs() < 2e-3)
        }
        fn close<const N: usize>(one: &Logistic<N>, other: &Logistic<N>) -> bool {
            near(&one.weights, &other.weights) && near(&[one.bias], &[other.bias])
        }
        close(&self.pair, &other.pair)
            && close(&self.context, &other.context)
            && near(&self.centres, &other.centres)
            && self.thresholds == other.thresholds
    }

    /// The confidence from which a pair is linked, and from which the best
    /// pair of a clause that has no other is.
    pub fn thresholds(&self) -> (f32, f32) {
        (self.thresholds.link, self.thresholds.only)
    }

    /// The model that is shipped.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }
}
