//! The two passes over a pair of plans.

use crate::task::Plan;

use super::candidates::Candidates;
use super::context::{self, CONTEXT};
use super::index::{Index, Lexicon};
use super::model::{Logistic, Model, probability};
use super::pair::{self, PAIR};
use super::related;
use super::weigh::Weights;

/// How many features the second pass sees.
pub(super) const ALL: usize = PAIR + CONTEXT;

/// Their names, in the order of the values.
pub(super) const NAMES: [&str; ALL] = {
    let mut names = [""; ALL];
    let mut at = 0;
    while at < ALL {
        names[at] = if at < PAIR {
            pair::NAMES[at]
        } else {
            context::NAMES[at - PAIR]
        };
        at += 1;
    }
    names
};

/// The candidates of two plans and the values of the first pass.
#[derive(Debug)]
pub(super) struct Pairs<'r> {
    pub reference: &'r Index,
    pub local: Index,
    pub weights: Weights,
    pub candidates: Candidates,
    pub values: Vec<[f32; PAIR]>,
    /// How alike the words of the two documents are, 0–1.
    pub likeness: f32,
}

impl<'r> Pairs<'r> {
    /// `applies` as for [`pair::features`].
    pub(super) fn new(
        reference: &'r Index,
        lexicon: &'r Lexicon<'r>,
        local: &Plan,
        applies: &[f32],
    ) -> Self {
        let mut over = Lexicon::over(lexicon);
        let local = Index::new(local, &mut over);
        let weights = Weights::new(reference, &local, &over);
        let candidates = Candidates::find(reference, &local, &weights);
        let values = pair::features(reference, &local, &weights, &candidates, applies);
        Self {
            likeness: related::likeness(reference, &local, &over),
            reference,
            local,
            weights,
            candidates,
            values,
        }
    }

    /// The values of both passes, given the probabilities of the first.
    pub(super) fn in_context(&self, probabilities: &[f32]) -> Vec<[f32; ALL]> {
        let context =
            context::features(self.reference, &self.local, &self.candidates, probabilities);
        self.values
            .iter()
            .zip(context)
            .map(|(pair, context)| {
                let mut all = [0.0; ALL];
                all[..PAIR].copy_from_slice(pair);
                all[PAIR..].copy_from_slice(&context);
                all
            })
            .collect()
    }

    pub(super) fn first_pass(&self, logistic: &Logistic<PAIR>) -> Vec<f32> {
        self.values.iter().map(|row| logistic.apply(row)).collect()
    }

    pub(super) fn judge(&self, model: &Model) -> Judged {
        let values = self.in_context(&self.first_pass(&model.pair));
        let margins: Vec<f32> = values.iter().map(|row| model.context.margin(row)).collect();
        let shift = related::shift(self, &margins);
        let confidences = margins
            .iter()
            .map(|margin| probability(margin + shift))
            .collect();
        Judged {
            values,
            confidences,
            shift,
        }
    }
}

/// What the second pass makes of each candidate.
#[derive(Debug)]
pub(super) struct Judged {
    /// The values that it sees.
    pub values: Vec<[f32; ALL]>,
    pub confidences: Vec<f32>,
    /// What the relation of the two documents adds to the log odds of all.
    pub shift: f32,
}
