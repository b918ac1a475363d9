//! Who answers for how many tasks, and with whom.

use std::collections::{BTreeMap, BTreeSet};

use super::bodies::{Bodies, Seat};
use crate::outline::NodeIndex;
use crate::task::{Plan, Responsibility, Role};

/// The responsible units of one document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assignments {
    /// The tasks that units are named for, in document order.
    pub tasks: Vec<NodeIndex>,
    /// How many times units are named together: 一组责任单位. One group may
    /// cover several tasks.
    pub groups: usize,
    /// The bodies, those with most tasks first.
    pub bodies: Vec<Body>,
}

/// A responsible body and its tasks, each list in document order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// What it has in common with its names in other documents.
    pub key: String,
    /// Its name: that of the user's table, else the one printed most.
    pub name: String,
    /// All its names as printed, in their order.
    pub names: BTreeSet<String>,
    /// Its tasks in any role.
    pub tasks: BTreeSet<NodeIndex>,
    /// Those it leads.
    pub lead: BTreeSet<NodeIndex>,
    /// Those it supports.
    pub support: BTreeSet<NodeIndex>,
    /// Those it answers for.
    pub responsible: BTreeSet<NodeIndex>,
    /// Of those it leads, how many no other body leads.
    pub alone: usize,
    /// Tasks for which it is named before all other bodies.
    pub first: usize,
    /// Groups that name it.
    pub groups: usize,
}

impl Body {
    /// Of the tasks it leads, how many it leads with others.
    pub fn jointly(&self) -> usize {
        self.lead.len() - self.alone
    }

    /// The tasks in one role.
    pub fn tasks_as(&self, role: Role) -> &BTreeSet<NodeIndex> {
        match role {
            Role::Lead => &self.lead,
            Role::Support => &self.support,
            Role::Responsible => &self.responsible,
        }
    }

    /// Its roles in a task, leading first.
    pub fn roles_in(&self, task: NodeIndex) -> impl Iterator<Item = Role> + '_ {
        [Role::Lead, Role::Responsible, Role::Support]
            .into_iter()
            .filter(move |&role| self.tasks_as(role).contains(&task))
    }
}

impl Assignments {
    /// Counts the units of a plan.
    pub fn of(plan: &Plan, seat: Seat, bodies: &Bodies) -> Self {
        let entries = plan.responsibilities.iter().map(|entry| Named {
            entry,
            keys: entry
                .units
                .iter()
                .map(|unit| bodies.key(&unit.name, seat))
                .collect(),
        });
        let entries: Vec<Named> = entries.collect();
        let groups = grouped(&entries);
        let mut found = names(&entries, bodies);
        for (entry, group) in entries.iter().zip(&groups) {
            for key in &entry.keys {
                let (body, in_groups) = found.get_mut(key).expect("each key has its body");
                in_groups.insert(*group);
                body.tasks.extend(&entry.entry.covers);
                match entry.entry.role {
                    Role::Lead => &mut body.lead,
                    Role::Support => &mut body.support,
                    Role::Responsible => &mut body.responsible,
                }
                .extend(&entry.entry.covers);
            }
        }
        let tasks: BTreeSet<NodeIndex> = plan
            .responsibilities
            .iter()
            .flat_map(|entry| entry.covers.iter().copied())
            .collect();
        for &task in &tasks {
            rank(task, &entries, &mut found);
        }
        let mut bodies: Vec<Body> = found
            .into_values()
            .map(|(mut body, in_groups)| {
                body.groups = in_groups.len();
                body
            })
            .collect();
        bodies.sort_by(|one, other| {
            (other.tasks.len(), other.lead.len())
                .cmp(&(one.tasks.len(), one.lead.len()))
                .then_with(|| one.tasks.cmp(&other.tasks))
                .then_with(|| one.name.cmp(&other.name))
        });
        Self {
            tasks: tasks.into_iter().collect(),
            groups: groups.last().map_or(0, |last| last + 1),
            bodies,
        }
    }

    /// The body of this key.
    pub fn body(&self, key: &str) -> Option<&Body> {
        self.bodies.iter().find(|body| body.key == key)
    }

    /// How many tasks two bodies have together.
    pub fn together(one: &Body, other: &Body) -> usize {
        one.tasks.intersection(&other.tasks).count()
    }
}

/// A responsibility entry with the keys of its units.
struct Named<'p> {
    entry: &'p Responsibility,
    keys: Vec<String>,
}

/// For each entry the number of its group: entries that follow each other
/// and cover the same tasks are one.
fn grouped(entries: &[Named]) -> Vec<usize> {
    let mut group = 0;
    (0..entries.len())
        .map(|at| {
            if at > 0 && entries[at].entry.covers != entries[at - 1].entry.covers {
                group += 1;
            }
            group
        })
        .collect()
}

type Found = BTreeMap<String, (Body, BTreeSet<usize>)>;

/// The bodies with their names, yet without tasks.
fn names(entries: &[Named], bodies: &Bodies) -> Found {
    let mut printed: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for named in entries {
        for (key, unit) in named.keys.iter().zip(&named.entry.units) {
            *printed
                .entry(key)
                .or_default()
                .entry(&unit.name)
                .or_default() += named.entry.covers.len();
        }
    }
    let body = |(key, names): (&str, BTreeMap<&str, usize>)| {
        let most = names
            .iter()
            .max_by_key(|(name, count)| (**count, std::cmp::Reverse(name.chars().count())));
        let most = most.map_or(key, |(name, _)| name);
        let body = Body {
            key: key.to_owned(),
            name: bodies.given(most).unwrap_or(most).to_owned(),
            names: names.keys().map(|&name| name.to_owned()).collect(),
            tasks: BTreeSet::new(),
            lead: BTreeSet::new(),
            support: BTreeSet::new(),
            responsible: BTreeSet::new(),
            alone: 0,
            first: 0,
            groups: 0,
        };
        (key.to_owned(), (body, BTreeSet::new()))
    };
    printed.into_iter().map(body).collect()
}

/// Who leads a task alone, and who is named first for it: the first of those
/// that lead, else of those that answer for it, else of the others.
fn rank(task: NodeIndex, entries: &[Named], found: &mut Found) {
    let of = |role: Role| {
        let mut keys: Vec<&str> = Vec::new();
        for named in entries {
            if named.entry.role == role && named.entry.covers.contains(&task) {
                for key in &named.keys {
                    if !keys.contains(&key.as_str()) {
                        keys.push(key);
                    }
                }
            }
        }
        keys
    };
    let lead = of(Role::Lead);
    if let [alone] = lead[..] {
        found.get_mut(alone).expect("each key has its body").0.alone += 1;
    }
    let first = lead
        .first()
        .copied()
        .or_else(|| of(Role::Responsible).first().copied())
        .or_else(|| of(Role::Support).first().copied());
    if let Some(first) = first {
        found.get_mut(first).expect("each key has its body").0.first += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::Level;

    fn assignments(text: &str) -> Assignments {
        let plan = crate::task::read(crate::outline::parse(text, None));
        let seat = Seat {
            place: None,
            level: Level::City,
        };
        Assignments::of(&plan, seat, &Bodies::default())
    }

    fn row(found: &Assignments, name: &str) -> [usize; 8] {
        let body = found
            .bodies
            .iter()
            .find(|body| body.names.contains(name))
            .expect(name);
        [
            body.tasks.len(),
            body.groups,
            body.lead.len(),
            body.alone,
            body.jointly(),
            body.first,
            body.support.len(),
            body.responsible.len(),
        ]
    }

    const RIVERS: &str = "某市治水实施方案\n一、整治河道\n（一）分段整治\n\
        1.疏浚南河，清除淤泥。\n2.加固北河堤岸，修建泵站。\n\
        牵头单位：市水务局、市发改委\n协办单位：市财政局\n\
        3.建立巡河制度，每月检查。\n\
        牵头单位：市水务局\n协办单位：市发展改革委、市财政局\n";

    #[test]
    fn a_group_below_two_tasks_counts_once_and_its_tasks_twice() {
        let found = assignments(RIVERS);
        assert_eq!((found.tasks.len(), found.groups), (3, 2));
        assert_eq!(row(&found, "市水务局"), [3, 2, 3, 1, 2, 3, 0, 0]);
        assert_eq!(row(&found, "市发改委"), [3, 2, 2, 0, 2, 0, 1, 0]);
        assert_eq!(row(&found, "市财政局"), [3, 2, 0, 0, 0, 0, 3, 0]);
    }

    #[test]
    fn names_of_one_body_are_kept_as_printed() {
        let found = assignments(RIVERS);
        let body = &found.bodies[1];
        assert_eq!(body.name, "市发改委");
        assert!(body.names.contains("市发展改革委"));
        assert_eq!(Assignments::together(&found.bodies[0], body), 3);
    }

    #[test]
    fn a_document_without_units_has_none() {
        let found = assignments("某市方案\n一、整治河道\n疏浚南河。\n");
        assert_eq!(found, Assignments::default());
    }
}
