//! Which clauses of a plan are which coded sentences: a pair is put together
//! if it overlaps by at least half of the shorter of the two.

use crate::diagnostic::Span;
use crate::task::ClauseIndex;

use super::crosswalk::Crosswalk;

/// For each coded sentence the clauses that overlap it, and the reverse.
#[derive(Debug)]
pub(super) struct Side {
    pub clauses_of: Vec<Vec<ClauseIndex>>,
    pub coded_of: Vec<Vec<usize>>,
}

impl Side {
    fn new(
        clauses: impl ExactSizeIterator<Item = Span>,
        coded: impl Iterator<Item = [usize; 2]>,
    ) -> Self {
        let coded: Vec<[usize; 2]> = coded.collect();
        let mut side = Self {
            clauses_of: vec![Vec::new(); coded.len()],
            coded_of: vec![Vec::new(); clauses.len()],
        };
        let mut order: Vec<usize> = (0..coded.len()).collect();
        order.sort_by_key(|&at| coded[at]);
        let mut first = 0;
        for (clause, span) in clauses.enumerate() {
            while order
                .get(first)
                .is_some_and(|&at| coded[at][1] <= span.start)
            {
                first += 1;
            }
            for &at in &order[first..] {
                let [start, end] = coded[at];
                if start >= span.end {
                    break;
                }
                let common = end.min(span.end).saturating_sub(start.max(span.start));
                if common > 0 && common * 2 >= (end - start).min(span.len()) {
                    side.clauses_of[at].push(clause);
                    side.coded_of[clause].push(at);
                }
            }
        }
        side
    }
}

impl Side {
    /// The clauses that are coded sentences.
    pub(super) fn judged(&self) -> impl Iterator<Item = ClauseIndex> + '_ {
        (0..self.coded_of.len()).filter(|&clause| !self.coded_of[clause].is_empty())
    }
}

/// Both sides of a crosswalk put together with the clauses of two plans, these
/// in the order of the text.
#[derive(Debug)]
pub(super) struct Matching {
    pub reference: Side,
    pub local: Side,
    /// For each coded clause the coded local sentences linked with it and how
    /// strongly.
    pub coded_links: Vec<Vec<(usize, u8)>>,
}

impl Matching {
    pub(super) fn new(
        crosswalk: &Crosswalk,
        reference: impl ExactSizeIterator<Item = Span>,
        local: impl ExactSizeIterator<Item = Span>,
    ) -> Self {
        let local_at =
            |span: [usize; 2]| crosswalk.locals.iter().position(|local| local.span == span);
        Self {
            reference: Side::new(
                reference,
                crosswalk.clauses.iter().map(|clause| clause.span),
            ),
            local: Side::new(local, crosswalk.locals.iter().map(|local| local.span)),
            coded_links: crosswalk
                .clauses
                .iter()
                .map(|clause| {
                    clause
                        .links
                        .iter()
                        .filter_map(|link| Some((local_at(link.span)?, link.strength)))
                        .collect()
                })
                .collect(),
        }
    }

    /// The coded links that a pair of clauses stands for, each as the coded
    /// clause, its link and the strength.
    pub(super) fn coded(&self, clause: ClauseIndex, local: ClauseIndex) -> Vec<(usize, usize, u8)> {
        let mut found = Vec::new();
        for &coded in &self.reference.coded_of[clause] {
            for &(other, strength) in &self.coded_links[coded] {
                if self.local.coded_of[local].contains(&other) {
                    found.push((coded, other, strength));
                }
            }
        }
        found
    }

    /// The strength of a pair of clauses, if it stands for any coded link.
    pub(super) fn strength(&self, clause: ClauseIndex, local: ClauseIndex) -> Option<u8> {
        self.coded(clause, local)
            .into_iter()
            .map(|(_, _, strength)| strength)
            .max()
    }
}
