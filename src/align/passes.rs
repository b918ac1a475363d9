//! The two passes over a pair of plans.

use crate::task::Plan;

use super::candidates::Candidates;
use super::context::{self, CONTEXT};
use super::index::{Index, Lexicon};
use super::model::{Logistic, Model, probability};
use super::pair::{self, PAIR};
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

/// Links per clause of the shorter document from which two documents are taken
/// to be about the same: a plan and what carries it out have 0.35 and more,
/// documents of unlike subjects 0.15 and less.
const RELATED: f32 = 0.3;
/// How much it counts, in log odds, that they have fewer.
const DISTRUST: f32 = 4.0;
const SHIFT_STEPS: usize = 12;

/// How much less likely links are between these documents than between related
/// ones, in log odds: documents that have nothing to do with each other share
/// slogans and headings (指导思想, 保障措施) too. The share of links is
/// estimated from the confidences themselves until both agree, as for shifted
/// priors (Saerens, Latinne and Decaestecker 2002).
fn shift(margins: &[f32], clauses: usize) -> f32 {
    let mut shift = 0.0;
    for _ in 0..SHIFT_STEPS {
        let links: f32 = margins
            .iter()
            .map(|margin| probability(margin + shift))
            .sum();
        let share = (links / clauses.max(1) as f32).clamp(1e-4, RELATED);
        shift = DISTRUST * (share / RELATED).ln();
        if shift == 0.0 {
            break;
        }
    }
    shift
}

/// The candidates of two plans and the values of the first pass.
#[derive(Debug)]
pub(super) struct Pairs<'r> {
    pub reference: &'r Index,
    pub local: Index,
    pub weights: Weights,
    pub candidates: Candidates,
    pub values: Vec<[f32; PAIR]>,
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
        let clauses = self.reference.compared().min(self.local.compared());
        let shift = shift(&margins, clauses);
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
