//! Many alignments with one reference → coverage matrix, what all and none
//! took up, additions that several share. Many plans → who answers for what.
//! One plan → its ledger of tasks. What local plans
//! do with the documents that the reference names. A plan between → what came
//! down from where.

mod bodies;
mod chain;
mod instruments;
mod ledger;
mod reuse;
mod shared;
mod title;
mod units;

pub use bodies::{Bodies, NameTable, Seat};
pub use chain::{Added, Alignments, Asked, Chain, Provenance, Reach, Traced};
pub use instruments::{Deed, Fate, Named, Place, Todo, instruments};
pub use ledger::{Due, Ledger, LedgerTask, Term};
pub use reuse::{Other, Reused, Wording, reuse};
pub use shared::{Addition, Additions, SharedAddition};
pub use units::{Assignments, Body};

use crate::align::{Alignment, Coverage, DecidedBy, Status, Summary};
use crate::outline::{Kind, NodeIndex};
use crate::task::{Applies, ClauseIndex, ClauseKind, Plan};

/// A local plan and how it compares with the reference.
#[derive(Debug, Clone, Copy)]
pub struct Surveyed<'a> {
    /// The local plan.
    pub plan: &'a Plan,
    /// Its alignment with the reference.
    pub alignment: &'a Alignment,
}

/// How finely the reference is divided into rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// One row a top-level node.
    Chapter,
    /// One row a node of the second level.
    Section,
    /// One row a measure.
    Clause,
}

/// A part of the reference, and what became of it in each local plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The part.
    pub part: Part,
    /// One cell a local plan, in their order.
    pub cells: Vec<Cell>,
}

/// A part of the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A chapter or section.
    Node(NodeIndex),
    /// A measure.
    Clause(ClauseIndex),
}

/// What became of a part in one local plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    /// Of a chapter or section: n of N.
    Coverage(Coverage),
    /// Of a measure.
    Verdict {
        /// Taken up, in part, or without counterpart.
        status: Status,
        /// A gap whose topic was taken up.
        topic_only: bool,
        /// Whether the locality can carry it out.
        applies: Applies,
        /// Who decided.
        decided_by: DecidedBy,
    },
}

/// A reference and what several local plans took up of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The rows in the order of the reference.
    pub rows: Vec<Row>,
    /// The summary of each local plan, in their order.
    pub summaries: Vec<Summary>,
    /// Measures that every local plan to which they apply took up, at least
    /// in part; measures that apply to none are in neither list.
    pub taken_up_by_all: Vec<ClauseIndex>,
    /// Measures that apply to some, and that none of those took up.
    pub taken_up_by_none: Vec<ClauseIndex>,
    /// Additions that several local plans share: they point to a common
    /// source between, such as a province.
    pub shared_additions: Vec<SharedAddition>,
}

/// Compares several alignments with the same reference.
pub fn survey(reference: &Plan, locals: &[Surveyed], grain: Grain) -> Matrix {
    let (mut all, mut none) = (Vec::new(), Vec::new());
    for clause in measures(reference) {
        let verdicts = locals.iter().map(|local| &local.alignment.clauses[clause]);
        let applicable: Vec<_> = verdicts
            .filter(|verdict| matches!(verdict.applicability.0, Applies::Local | Applies::Mixed))
            .collect();
        if applicable.is_empty() {
            continue;
        }
        if applicable
            .iter()
            .all(|verdict| verdict.status != Status::Gap)
        {
            all.push(clause);
        } else if applicable
            .iter()
            .all(|verdict| verdict.status == Status::Gap)
        {
            none.push(clause);
        }
    }
    let mut additions = Additions::default();
    for local in locals {
        additions.add(local.plan, local.alignment);
    }
    Matrix {
        rows: rows(reference, locals, grain),
        summaries: locals
            .iter()
            .map(|local| local.alignment.summary.clone())
            .collect(),
        taken_up_by_all: all,
        taken_up_by_none: none,
        shared_additions: additions.shared(),
    }
}

fn measures(reference: &Plan) -> impl Iterator<Item = ClauseIndex> + '_ {
    (0..reference.clauses.len()).filter(|&at| reference.clauses[at].kind == ClauseKind::Measure)
}

/// The rows of a matrix alone.
pub fn rows(reference: &Plan, locals: &[Surveyed], grain: Grain) -> Vec<Row> {
    let level = match grain {
        Grain::Clause => return clause_rows(reference, locals),
        Grain::Chapter => 1,
        Grain::Section => 2,
    };
    let cell = |local: &Surveyed, node: NodeIndex| {
        let clauses = reference.clauses_below(node);
        Cell::Coverage(Coverage::of(reference, &local.alignment.clauses, clauses))
    };
    let nodes = &reference.outline.nodes;
    let is_row = |node: NodeIndex| {
        nodes[node].level == level
            && !matches!(nodes[node].kind, Kind::Front | Kind::Back)
            && reference
                .clauses_below(node)
                .any(|at| reference.clauses[at].kind == ClauseKind::Measure)
    };
    (0..nodes.len())
        .filter(|&node| is_row(node))
        .map(|node| Row {
            part: Part::Node(node),
            cells: locals.iter().map(|local| cell(local, node)).collect(),
        })
        .collect()
}

fn clause_rows(reference: &Plan, locals: &[Surveyed]) -> Vec<Row> {
    let cell = |local: &Surveyed, clause: ClauseIndex| {
        let verdict = &local.alignment.clauses[clause];
        Cell::Verdict {
            status: verdict.status,
            topic_only: verdict.topic_only,
            applies: verdict.applicability.0,
            decided_by: verdict.decided_by,
        }
    };
    measures(reference)
        .map(|clause| Row {
            part: Part::Clause(clause),
            cells: locals.iter().map(|local| cell(local, clause)).collect(),
        })
        .collect()
}
