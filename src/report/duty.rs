//! Which unit has which part in which task.

use crate::outline::NodeIndex;
use crate::task::{ClauseIndex, Plan, Role};

/// The roles, those that answer for a task first.
const ROLES: [Role; 3] = [Role::Lead, Role::Responsible, Role::Support];

/// The units of a clause's task in a role, as one text.
pub(super) fn names(plan: &Plan, clause: ClauseIndex, role: Role) -> String {
    let task = plan.task_of(clause);
    task.map(|task| plan.units(task, role).join("、"))
        .unwrap_or_default()
}

/// A unit's part in a task.
pub(super) struct Duty<'p> {
    pub task: NodeIndex,
    pub role: Role,
    pub unit: &'p str,
}

/// Every part of every unit, in the order of the tasks.
pub(super) fn duties(plan: &Plan) -> impl Iterator<Item = Duty<'_>> {
    let tasks = (0..plan.outline.nodes.len()).filter(|&node| plan.tasks[node]);
    tasks.flat_map(move |task| {
        ROLES.into_iter().flat_map(move |role| {
            let units = plan.units(task, role).into_iter();
            units.map(move |unit| Duty { task, role, unit })
        })
    })
}
