//! What the candidates above a pair of clauses come to.

use crate::task::ClauseIndex;

use super::candidates::Candidates;

/// For one set of local clauses after another, the best candidate that each
/// reference clause has among them.
pub(super) struct Above<'c> {
    candidates: &'c Candidates,
    locals: Vec<ClauseIndex>,
    /// By the reference clause.
    best: Vec<f32>,
}

impl<'c> Above<'c> {
    pub(super) fn new(candidates: &'c Candidates) -> Self {
        Self {
            candidates,
            locals: Vec::new(),
            best: vec![0.0; candidates.rows()],
        }
    }

    /// Takes up local clauses; `value` is that of a candidate, by its position,
    /// and not below 0.
    pub(super) fn enter(&mut self, locals: &[ClauseIndex], value: impl Fn(usize) -> f32) {
        if self.locals == locals {
            return;
        }
        let candidates = self.candidates;
        let pairs = |local: &ClauseIndex| candidates.column(*local).iter().copied();
        for at in self.locals.iter().flat_map(pairs) {
            self.best[candidates.all[at].reference] = 0.0;
        }
        for at in locals.iter().flat_map(pairs) {
            let best = &mut self.best[candidates.all[at].reference];
            *best = best.max(value(at));
        }
        self.locals.clear();
        self.locals.extend_from_slice(locals);
    }

    /// The best of a reference clause; 0 if it has no candidate among them.
    pub(super) fn of(&self, reference: ClauseIndex) -> f32 {
        self.best[reference]
    }

    /// The best of several reference clauses.
    pub(super) fn best(&self, references: &[ClauseIndex]) -> f32 {
        let values = references.iter().map(|&reference| self.of(reference));
        values.fold(0.0, f32::max)
    }
}
