//! Reference plan and local plan → links, statuses, evidence, changes.
//!
//! Knows nothing of files and output.

mod abbreviation;
mod above;
mod alignment;
mod candidates;
mod change;
mod context;
mod decide;
mod evidence;
mod fit;
mod force;
mod gram;
mod index;
mod lexicon;
mod model;
mod moved;
mod pair;
mod passes;
mod quantity;
mod related;
mod sequence;
mod sides;
mod stock;
mod summary;
mod times;
mod title;
mod weigh;

pub use alignment::{
    Alignment, Change, ChangeKind, ClauseVerdict, DecidedBy, Detail, Evidence, Force, Link,
    LocalKind, LocalVerdict, Nearest, Origin, Scope, Status, Wording,
};
pub use evidence::Feature;
pub use fit::{Labelled, fit};
pub use model::Model;
pub use summary::{Chapter, Coverage, Summary};
pub(crate) use title::place_end;

use crate::task::{self, Applicability, Applies, ClauseIndex, Level, Plan};
use index::Index;
use lexicon::Lexicon;
use passes::Pairs;

/// How much an alignment tells beside which clauses are linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// No more: enough for counting.
    Links,
    /// Of each link also its force and changes.
    Changes,
    /// Also the evidence of each link and, of a clause without one, the nearest
    /// local clauses.
    Evidence,
}

/// A reference plan prepared once for many alignments.
#[derive(Debug)]
pub struct Reference<'p> {
    /// The plan.
    pub plan: &'p Plan,
    applicability: Vec<Applicability>,
    index: Index,
    lexicon: Lexicon<'p>,
}

impl<'p> Reference<'p> {
    /// Indexes the reference.
    pub fn new(plan: &'p Plan) -> Self {
        let mut lexicon = Lexicon::default();
        let index = Index::new(plan, &mut lexicon);
        Self {
            plan,
            applicability: task::applicability(plan),
            index,
            lexicon,
        }
    }

    /// Aligns a local plan of the given level with the reference.
    pub fn align(&self, local: &Plan, level: Level) -> Alignment {
        self.align_to(Depth::Evidence, local, level)
    }

    /// As [`Reference::align`], to a depth; less takes less time.
    pub fn align_to(&self, depth: Depth, local: &Plan, level: Level) -> Alignment {
        self.conclude(Model::shipped(), depth, local, level)
    }

    /// Draws the conclusions anew from verdicts that a reader has changed;
    /// `locals` are the verdicts of the comparison that they come from.
    pub fn settle(
        &self,
        local: &Plan,
        clauses: Vec<ClauseVerdict>,
        locals: &[LocalVerdict],
    ) -> Alignment {
        // A task whose links the reader took away is an addition.
        let known = |clause: ClauseIndex| {
            let before = &locals[clause];
            before.links.is_empty() && before.origin == Some(Origin::Central)
        };
        decide::settled(self.plan, &self.index, local, clauses, known)
    }

    /// Aligns by another model than the shipped one.
    pub fn align_by(&self, model: &Model, local: &Plan, level: Level) -> Alignment {
        self.conclude(model, Depth::Evidence, local, level)
    }

    fn conclude(&self, model: &Model, depth: Depth, local: &Plan, level: Level) -> Alignment {
        let pairs = self.pairs(local, level);
        let reserved = &self.applicability;
        decide::alignment(self.plan, reserved, local, level, &pairs, model, depth)
    }

    /// The local clauses that share wording with one reference clause, linked
    /// or not, the surest first. A local clause that is not here shares too
    /// little to be considered.
    pub fn nearest(&self, local: &Plan, level: Level, clause: ClauseIndex) -> Vec<Nearest> {
        decide::nearest(&self.pairs(local, level), Model::shipped(), clause)
    }

    fn pairs(&self, local: &Plan, level: Level) -> Pairs<'_> {
        let applies = applies(&self.applicability, level);
        Pairs::new(&self.index, &self.lexicon, local, &applies)
    }
}

/// How far a locality of the level can carry out each clause: what is a higher
/// authority's is seldom taken up.
fn applies(applicability: &[Applicability], level: Level) -> Vec<f32> {
    let share = |one: &Applicability| match one.at(level).0 {
        Applies::Local => 1.0,
        Applies::Mixed | Applies::Unclear => 0.5,
        Applies::Higher => 0.0,
    };
    applicability.iter().map(share).collect()
}
