//! The order of sentences: a city that takes up a paragraph keeps, more often
//! than not, its sentences in their order.

use crate::task::ClauseIndex;

use super::candidates::Candidates;
use super::index::Index;

/// How many clauses before and after are looked at.
const REACH: usize = 3;

/// For each candidate, how likely the clauses before it and those after it are
/// linked with each other: the mean of the surest pair on either side.
#[derive(Debug)]
pub(super) struct Sequence {
    /// Within [`REACH`] clauses of both documents.
    pub wide: Vec<f32>,
    /// Within the next clause.
    pub near: Vec<f32>,
}

/// The surest pair before and after a candidate.
#[derive(Debug, Clone, Copy, Default)]
struct Sides {
    before: f32,
    after: f32,
}

impl Sides {
    fn mean(self) -> f32 {
        f32::midpoint(self.before, self.after)
    }
}

impl Sequence {
    /// `likely` are the candidates that say something about those around them.
    pub(super) fn new(
        reference: &Index,
        local: &Index,
        candidates: &Candidates,
        likely: impl Iterator<Item = (usize, f32)>,
    ) -> Self {
        let (rows, columns) = (Order::of(reference), Order::of(local));
        let mut wide = vec![Sides::default(); candidates.all.len()];
        let mut near = wide.clone();
        for (at, probability) in likely {
            let candidate = candidates.all[at];
            let mut step = |down: usize, along: usize, forward: bool| {
                let other = rows
                    .beside(candidate.reference, down, forward)
                    .zip(columns.beside(candidate.local, along, forward))
                    .and_then(|(row, column)| candidates.position(row, column));
                let Some(other) = other else { return };
                let close = down == 1 && along <= 1;
                let [wide, near] = [&mut wide[other], &mut near[other]].map(|sides| {
                    if forward {
                        &mut sides.before
                    } else {
                        &mut sides.after
                    }
                });
                *wide = wide.max(probability);
                if close {
                    *near = near.max(probability);
                }
            };
            for down in 1..=REACH {
                for along in 0..=REACH {
                    step(down, along, true);
                    step(down, along, false);
                }
            }
        }
        let means = |sides: Vec<Sides>| sides.into_iter().map(Sides::mean).collect();
        Self {
            wide: means(wide),
            near: means(near),
        }
    }
}

/// The clauses that are compared, in order: responsibility lines between two
/// tasks do not part them.
struct Order {
    /// The place of each clause; for one that is not compared, of the next.
    places: Vec<usize>,
    clauses: Vec<ClauseIndex>,
}

impl Order {
    fn of(index: &Index) -> Self {
        let mut order = Self {
            places: Vec::with_capacity(index.len()),
            clauses: Vec::with_capacity(index.len()),
        };
        for (clause, entry) in index.entries.iter().enumerate() {
            order.places.push(order.clauses.len());
            if !entry.steps.is_empty() {
                order.clauses.push(clause);
            }
        }
        order
    }

    fn beside(&self, clause: ClauseIndex, steps: usize, forward: bool) -> Option<ClauseIndex> {
        let place = self.places[clause];
        let place = if forward {
            place.checked_add(steps)
        } else {
            place.checked_sub(steps)
        };
        self.clauses.get(place?).copied()
    }
}
