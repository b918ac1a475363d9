//! An alignment and a reader's decisions → an alignment.
//!
//! Decisions name clauses by id and by the hash of their wording, so that they
//! outlive small edits of the documents. One that no longer applies is listed,
//! never dropped.

mod form;
mod link;
mod mark;
mod workbook;

use std::collections::BTreeMap;

pub(crate) use form::Form;
pub use form::{About, Action, Decision, Decisions, DecisionsError};
pub use mark::Mark;

use crate::align::{Alignment, ClauseVerdict, DecidedBy, Reference, Status};
use crate::task::{ClauseIndex, Plan, Reason};
use crate::words::decisions::Lapse;
use mark::Marks;

/// An alignment with a reader's decisions above the program's verdicts.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The alignment; what a reader decided is marked so.
    pub alignment: Alignment,
    /// The decisions that applied, in the order of the clauses.
    pub made: Vec<Made>,
    /// Those that did not, and why.
    pub lapsed: Vec<(Decision, Lapse)>,
}

/// A decision that applied, by the clauses at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The clause of the reference.
    pub clause: ClauseIndex,
    /// The local clause, for decisions on a link.
    pub local: Option<ClauseIndex>,
    /// What was decided.
    pub action: Action,
    /// What the reader notes.
    pub remark: String,
}

/// What a decision asks, found in the documents at hand.
struct Found<'d> {
    clause: ClauseIndex,
    local: Option<ClauseIndex>,
    decision: &'d Decision,
}

impl Found<'_> {
    /// A later decision on the same question takes the place of an earlier one.
    fn question(&self) -> (ClauseIndex, Option<ClauseIndex>, u8) {
        let (local, kind) = match self.decision.action {
            Action::Confirm | Action::Reject | Action::Add => (self.local, 0),
            Action::Status(_) => (None, 1),
            Action::Applicability(_) => (None, 2),
            Action::Remark | Action::Unknown(_) => (None, 3),
        };
        (self.clause, local, kind)
    }
}

/// Puts decisions above the verdicts of an alignment of the two plans.
pub fn decide(
    reference: &Reference,
    local: &Plan,
    alignment: Alignment,
    decisions: &[Decision],
) -> Decided {
    let mut lapsed = Vec::new();
    let mut asked: BTreeMap<_, Found> = BTreeMap::new();
    let marks = (Marks::of(reference.plan), Marks::of(local));
    for decision in decisions {
        match find(decision, &marks) {
            Ok(found) => {
                asked.insert(found.question(), found);
            }
            Err(lapse) => lapsed.push((decision.clone(), lapse)),
        }
    }
    let mut clauses = alignment.clauses;
    let mut made = Vec::new();
    for found in asked.values() {
        match apply(found, reference.plan, local, &mut clauses[found.clause]) {
            Ok(()) => made.push(Made {
                clause: found.clause,
                local: found.local,
                action: found.decision.action.clone(),
                remark: found.decision.remark.clone(),
            }),
            Err(lapse) => lapsed.push((found.decision.clone(), lapse)),
        }
    }
    Decided {
        alignment: reference.settle(local, clauses, &alignment.locals),
        made,
        lapsed,
    }
}

fn find<'d>(decision: &'d Decision, marks: &(Marks, Marks)) -> Result<Found<'d>, Lapse> {
    if let Action::Unknown(_) = decision.action {
        return Err(Lapse::NotUnderstood);
    }
    let (reference, locals) = marks;
    let clause = reference.find(&decision.clause).map_err(|known| {
        if known {
            Lapse::ClauseChanged
        } else {
            Lapse::ClauseGone
        }
    })?;
    let local = match (&decision.local, decision.action.is_about_a_link()) {
        (None, true) => return Err(Lapse::NotUnderstood),
        (Some(mark), true) => Some(locals.find(mark).map_err(|known| {
            if known {
                Lapse::LocalChanged
            } else {
                Lapse::LocalGone
            }
        })?),
        (_, false) => None,
    };
    Ok(Found {
        clause,
        local,
        decision,
    })
}

/// Decisions on links come before that on the status, so that each sees what
/// the others left.
fn apply(
    found: &Found,
    reference: &Plan,
    local: &Plan,
    verdict: &mut ClauseVerdict,
) -> Result<(), Lapse> {
    let at = found.local;
    let is_it = |other: ClauseIndex| at == Some(other);
    match &found.decision.action {
        Action::Reject => {
            verdict.links.retain(|link| !is_it(link.local));
            if verdict.links.is_empty() {
                verdict.status = Status::Gap;
            }
        }
        Action::Confirm | Action::Add => {
            match verdict.links.iter_mut().find(|link| is_it(link.local)) {
                Some(link) => link.decided_by = DecidedBy::Reader,
                None => verdict.links.extend(
                    at.map(|at| link::added(reference.text(found.clause), local.text(at), at)),
                ),
            }
            if verdict.status == Status::Gap {
                verdict.status = Status::Partial;
            }
        }
        Action::Status(Status::Gap) => {
            verdict.links.clear();
            verdict.status = Status::Gap;
        }
        Action::Status(_) if verdict.links.is_empty() => return Err(Lapse::WithoutLink),
        Action::Status(status) => verdict.status = *status,
        Action::Applicability(applies) => {
            verdict.applicability = (*applies, Reason::Reader);
        }
        Action::Remark | Action::Unknown(_) => {}
    }
    if !found.decision.remark.is_empty() {
        let remark = verdict.remark.get_or_insert_default();
        if !remark.is_empty() {
            remark.push('；');
        }
        remark.push_str(&found.decision.remark);
    }
    if found.decision.action != Action::Remark {
        verdict.decided_by = DecidedBy::Reader;
    }
    if verdict.links.is_empty() {
        verdict.coverage = 0.0;
    } else {
        verdict.nearest.clear();
    }
    Ok(())
}

#[cfg(test)]
mod tests;
