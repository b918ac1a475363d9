//! Which clauses and additions of a comparison a reader asked for.

use crate::align::{Origin, Status};
use crate::outline::NodeIndex;
use crate::report::{Comparison, Only, Selection};
use crate::task::{ClauseIndex, ClauseKind, Plan, Role};

/// What is shown, in document order.
pub(super) struct Selected {
    pub clauses: Vec<ClauseIndex>,
    pub additions: Vec<ClauseIndex>,
}

impl Selected {
    pub(super) fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.additions.is_empty()
    }
}

impl Selection {
    /// Whether nothing is left out.
    pub fn is_everything(&self) -> bool {
        self.only.is_empty()
            && self.chapter.is_none()
            && self.unit.is_none()
            && self.pattern.is_none()
    }

    fn wants(&self, what: Only) -> bool {
        self.only.is_empty() || self.only.contains(&what)
    }
}

/// Picks the clauses and additions. Headings and rhetoric are shown where they
/// are linked, since without a counterpart they say nothing about coverage.
pub(super) fn select(comparison: &Comparison, selection: &Selection) -> Selected {
    let reference = &comparison.reference.plan;
    let local = &comparison.local.plan;
    let alignment = comparison.alignment;
    let concerns = |clause: ClauseIndex| match &selection.unit {
        None => true,
        Some(unit) => local
            .task_of(clause)
            .is_some_and(|task| has_unit(local, task, unit)),
    };
    let matches = |plan: &Plan, clause: ClauseIndex| {
        selection
            .pattern
            .as_ref()
            .is_none_or(|pattern| pattern.is_match(plan.text(clause)))
    };
    let clauses = (0..reference.clauses.len()).filter(|&at| {
        let verdict = &alignment.clauses[at];
        let is_measure = reference.clauses[at].kind == ClauseKind::Measure;
        let status = (is_measure || verdict.status != Status::Gap)
            && (selection.wants(Only::Status(verdict.status))
                || (selection.only.contains(&Only::Moved)
                    && verdict.links.iter().any(|link| link.moved)));
        let structure_asked =
            is_measure || selection.only.is_empty() || selection.only.contains(&Only::Moved);
        status
            && structure_asked
            && selection.chapter.is_none_or(|chapter| {
                (chapter..reference.outline.nodes[chapter].subtree_end)
                    .contains(&reference.clauses[at].node)
            })
            && (matches(reference, at)
                || verdict.links.iter().any(|link| matches(local, link.local)))
            && (selection.unit.is_none() || verdict.links.iter().any(|link| concerns(link.local)))
    });
    let additions = (0..local.clauses.len()).filter(|&at| {
        selection.wants(Only::Additions)
            && selection.chapter.is_none()
            && alignment.locals[at].origin == Some(Origin::Local)
            && concerns(at)
            && matches(local, at)
    });
    Selected {
        clauses: clauses.collect(),
        additions: additions.collect(),
    }
}

fn has_unit(plan: &Plan, task: NodeIndex, unit: &str) -> bool {
    [Role::Lead, Role::Responsible, Role::Support]
        .into_iter()
        .any(|role| plan.units(task, role).contains(&unit))
}
