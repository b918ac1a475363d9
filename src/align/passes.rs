//! The two passes over a pair of plans.

use crate::task::Plan;

use super::candidates::Candidates;
use super::context::{self, CONTEXT};
use super::index::Index;
use super::lexicon::Lexicon;
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
        let context = self.context(probabilities);
        let values = self.values.iter().zip(&context);
        values.map(|(pair, context)| both(pair, context)).collect()
    }

    fn context(&self, probabilities: &[f32]) -> Vec<[f32; CONTEXT]> {
        context::features(self.reference, &self.local, &self.candidates, probabilities)
    }

    fn first_pass(&self, logistic: &Logistic<PAIR>) -> Vec<f32> {
        self.values.iter().map(|row| logistic.apply(row)).collect()
    }

    pub(super) fn judge(&self, model: &Model) -> Judged {
        let context = self.context(&self.first_pass(&model.pair));
        let values = self.values.iter().zip(&context);
        let margins: Vec<f32> = values
            .map(|(pair, context)| model.context.margin(&both(pair, context)))
            .collect();
        let shift = related::shift(self, &margins);
        let confidences = margins
            .iter()
            .map(|margin| probability(margin + shift))
            .collect();
        Judged {
            context,
            confidences,
            shift,
        }
    }
}

fn both(pair: &[f32; PAIR], context: &[f32; CONTEXT]) -> [f32; ALL] {
    let mut all = [0.0; ALL];
    all[..PAIR].copy_from_slice(pair);
    all[PAIR..].copy_from_slice(context);
    all
}

/// What the second pass makes of each candidate.
#[derive(Debug)]
pub(super) struct Judged {
    context: Vec<[f32; CONTEXT]>,
    pub confidences: Vec<f32>,
    /// What the relation of the two documents adds to the log odds of all.
    pub shift: f32,
}

impl Judged {
    /// The values that the second pass sees of one candidate.
    pub(super) fn values(&self, pairs: &Pairs, at: usize) -> [f32; ALL] {
        both(&pairs.values[at], &self.context[at])
    }
}
