//! Additions that several local plans share, for the page.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::Comparison;
use crate::report::text::clean;
use crate::survey::{Addition, Additions};

/// The additions of the local plans, gathered plan by plan.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    additions: Additions,
    wordings: BTreeMap<Addition, Member>,
    locals: usize,
}

/// An addition of a group: its place's position among the places, its id,
/// citation and wording.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Member(usize, String, String, String);

impl Gathered {
    /// Adds the next local plan.
    pub(super) fn add(&mut self, comparison: &Comparison) {
        let plan = &comparison.local.plan;
        let local = self.locals;
        self.locals += 1;
        for addition in self.additions.add(plan, comparison.alignment) {
            let at = addition.clause;
            let member = Member(
                local,
                plan.clauses[at].id.clone(),
                clean(&plan.citation(at)).into_owned(),
                clean(plan.text(at)).into_owned(),
            );
            self.wordings.insert(*addition, member);
        }
    }

    /// The groups, those shared by most first.
    pub(super) fn groups(&self) -> Vec<Vec<&Member>> {
        let groups = self.additions.shared().into_iter();
        let wordings = |addition: &Addition| &self.wordings[addition];
        groups
            .map(|group| group.members.iter().map(wordings).collect())
            .collect()
    }
}
