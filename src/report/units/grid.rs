//! The rows that the forms share.

use super::Units;
use crate::report::grid::{Column, Field, Grid};
use crate::report::{Document, label};
use crate::survey::{Assignments, Body};
use crate::task::Role;
use crate::words::{Lang, label as named, report, units as words};

/// One row a document and unit, unit and task, or pair of units, as asked for.
pub(super) fn tidy(units: &Units, lang: Lang) -> Grid {
    match (units.with, units.body) {
        (true, _) => pairs(units, lang),
        (false, Some(_)) => tasks(units, lang),
        (false, None) => all(units, lang),
    }
}

pub(super) fn all(units: &Units, lang: Lang) -> Grid {
    let mut grid = Grid::new(
        [Column::new("document", words::document(lang))]
            .into_iter()
            .chain([
                Column::new("unit", words::unit(lang)),
                Column::new("names", words::names(lang)),
                Column::new("tasks", words::tasks(lang)),
                Column::new("of", words::of(lang)),
            ])
            .chain(counts_columns(lang)),
    );
    for (at, document, found) in units.naming() {
        for body in units.bodies(at) {
            let names: Vec<&str> = body.names.iter().map(String::as_str).collect();
            let mut row = vec![
                document.id.as_str().into(),
                body.name.as_str().into(),
                names.join("、").into(),
                body.tasks.len().into(),
                found.tasks.len().into(),
            ];
            row.extend(counts(body));
            grid.rows.push(row);
        }
    }
    for document in units.silent() {
        let mut row = vec![document.id.as_str().into(), report::no_units(lang).into()];
        row.resize(grid.columns.len(), Field::Empty);
        grid.rows.push(row);
    }
    grid
}

/// Groups, and how the tasks are shared out.
pub(super) fn counts_columns(lang: Lang) -> [Column; 7] {
    [
        Column::new("groups", words::groups(lang)),
        Column::new("lead", named::lead(lang)),
        Column::new("lead_alone", words::alone(lang)),
        Column::new("lead_jointly", words::jointly(lang)),
        Column::new("first_named", words::first(lang)),
        Column::new("support", named::support(lang)),
        Column::new("responsible", words::answers(lang)),
    ]
}

pub(super) fn counts(body: &Body) -> [Field; 7] {
    [
        body.groups,
        body.lead.len(),
        body.alone,
        body.jointly(),
        body.first,
        body.support.len(),
        body.responsible.len(),
    ]
    .map(Field::Count)
}

/// The tasks of the bodies asked for, with all that share them.
pub(super) fn tasks(units: &Units, lang: Lang) -> Grid {
    let mut grid = Grid::new([
        Column::new("document", words::document(lang)),
        Column::new("unit", words::unit(lang)),
        Column::new("role", words::role(lang)),
        Column::new("id", words::id(lang)),
        Column::new("citation", words::citation(lang)),
        Column::new("text", words::wording(lang)),
        Column::new("lead", named::lead(lang)),
        Column::new("responsible", named::responsible(lang)),
        Column::new("support", named::support(lang)),
    ]);
    for (at, document, _) in units.naming() {
        let plan = &document.plan;
        for body in units.bodies(at) {
            for &task in &body.tasks {
                let as_named = |role| Field::Text(plan.units(task, role).join("、"));
                grid.rows.push(vec![
                    document.id.as_str().into(),
                    body.name.as_str().into(),
                    roles(body, task, lang).into(),
                    plan.outline.nodes[task].id.as_str().into(),
                    plan.outline.citation(task).into(),
                    plan.wording(task).into(),
                    as_named(Role::Lead),
                    as_named(Role::Responsible),
                    as_named(Role::Support),
                ]);
            }
        }
    }
    grid
}

/// The roles of a body in a task, such as `lead, support`.
pub(super) fn roles(body: &Body, task: usize, lang: Lang) -> String {
    let roles: Vec<&str> = body
        .roles_in(task)
        .map(|role| label::role(role, lang))
        .collect();
    roles.join(lang.pick(", ", "、"))
}

/// Each pair of units that have tasks together, from either side.
pub(super) fn pairs(units: &Units, lang: Lang) -> Grid {
    let mut grid = Grid::new([
        Column::new("document", words::document(lang)),
        Column::new("unit", words::unit(lang)),
        Column::new("with", words::with(lang)),
        Column::new("tasks", words::together(lang)),
    ]);
    for (at, document, found) in units.naming() {
        for body in units.bodies(at) {
            for (other, together) in partners(body, found) {
                grid.rows.push(vec![
                    document.id.as_str().into(),
                    body.name.as_str().into(),
                    other.name.as_str().into(),
                    together.into(),
                ]);
            }
        }
    }
    grid
}

/// The bodies that have tasks with one, those with most first.
pub(super) fn partners<'a>(body: &Body, found: &'a Assignments) -> Vec<(&'a Body, usize)> {
    let mut partners: Vec<(&Body, usize)> = found
        .bodies
        .iter()
        .filter(|other| other.key != body.key)
        .map(|other| (other, Assignments::together(body, other)))
        .filter(|&(_, together)| together > 0)
        .collect();
    partners.sort_by_key(|&(_, together)| std::cmp::Reverse(together));
    partners
}

/// Who works with whom in one document: a square of the first `most` bodies.
pub(super) fn matrix(
    found: &Assignments,
    most: usize,
    head: impl Fn(usize, &Body) -> String,
    lang: Lang,
) -> Grid {
    let bodies = &found.bodies[..found.bodies.len().min(most)];
    let columns = bodies
        .iter()
        .enumerate()
        .map(|(at, body)| Column::new("", head(at, body)));
    let mut grid =
        Grid::new(std::iter::once(Column::new("unit", words::unit(lang))).chain(columns));
    for body in bodies {
        let mut row = vec![body.name.as_str().into()];
        row.extend(
            bodies
                .iter()
                .map(|other| match Assignments::together(body, other) {
                    0 => Field::Empty,
                    together => Field::Count(together),
                }),
        );
        grid.rows.push(row);
    }
    grid
}

/// All bodies beside each other, a column a document that names units.
pub(super) fn side_by_side(units: &Units, lang: Lang) -> Grid {
    let naming: Vec<(usize, &Document, &Assignments)> = units.naming().collect();
    let columns = naming.iter().map(|(_, document, found)| {
        Column::new("", format!("{} / {}", document.id, found.tasks.len()))
    });
    let mut grid =
        Grid::new(std::iter::once(Column::new("unit", words::unit(lang))).chain(columns));
    for (name, row) in units.side_by_side() {
        let cells = naming.iter().map(|&(at, _, _)| match row[at] {
            None => Field::Figures("–".to_owned()),
            Some(body) => Field::Figures(format!(
                "{} {:>2}",
                body.lead.union(&body.responsible).count(),
                body.tasks.len()
            )),
        });
        grid.rows
            .push(std::iter::once(name.into()).chain(cells).collect());
    }
    grid
}
