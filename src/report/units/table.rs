//! For the terminal.

use std::io::{self, Write};

use super::{Units, grid, other_names};
use crate::report::grid::{Column, Field, Grid};
use crate::report::text::{FAINT, PLACE, STRONG, clean, styled, title, wrapped};
use crate::report::{Document, Look, label, wrap};
use crate::survey::{Assignments, Body};
use crate::task::Role;
use crate::words::{report, units as words};

/// Writes the view asked for.
pub fn write(units: &Units, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let several = units.naming().count() > 1;
    if several && units.body.is_none() && !units.with {
        beside(units, look, out)?;
    } else {
        for (at, document, found) in units.naming() {
            title(document, look, out)?;
            match (units.with, units.body) {
                (true, Some(_)) => partners(units, at, found, look, out)?,
                (true, None) => matrix(found, look, out)?,
                (false, Some(_)) => tasks(units, at, look, out)?,
                (false, None) => all(found, look, out)?,
            }
        }
    }
    silent(units, look, out)
}

/// Documents without units are named, and not counted as having none.
fn silent(units: &Units, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    for document in units.silent() {
        let line = format!(
            "{}{}{}",
            styled(STRONG, &document.id),
            look.lang.pick(": ", "："),
            report::no_units(look.lang)
        );
        writeln!(out, "{}", wrapped("", &line, look.width))?;
    }
    Ok(())
}

fn all(found: &Assignments, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang;
    counted(found, look, out)?;
    let mut rows = Grid::new(
        [
            Column::new("unit", words::unit(lang)),
            Column::new("tasks", words::tasks(lang)),
        ]
        .into_iter()
        .chain(grid::counts_columns(lang)),
    );
    for body in &found.bodies {
        let mut row = vec![
            body.name.as_str().into(),
            Field::Figures(format!("{}/{}", body.tasks.len(), found.tasks.len())),
        ];
        row.extend(grid::counts(body));
        rows.rows.push(row);
    }
    rows.without_zeros().table(look, out)
}

fn counted(found: &Assignments, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let sentence = words::counted(
        found.tasks.len(),
        found.groups,
        found.bodies.len(),
        look.lang,
    );
    writeln!(out, "{}", wrapped("", &sentence, look.width))
}

fn beside(units: &Units, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", wrapped("", words::cells(look.lang), look.width))?;
    grid::side_by_side(units, look.lang).table(look, out)
}

/// Room for a unit's name before the columns of the matrix, and a column.
const NAME: usize = 34;
const COLUMN: usize = 5;

fn matrix(found: &Assignments, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let most = (look.width.saturating_sub(NAME) / COLUMN).max(2);
    writeln!(out, "{}", wrapped("", words::matrix(look.lang), look.width))?;
    let mut square = grid::matrix(found, most, |at, _| (at + 1).to_string(), look.lang);
    for (at, row) in square.rows.iter_mut().enumerate() {
        row[0] = format!("{} {}", at + 1, found.bodies[at].name).into();
    }
    square.table(look, out)?;
    match found.bodies.len().saturating_sub(most) {
        0 => Ok(()),
        left => writeln!(out, "{}", words::more_units(left, look.lang)),
    }
}

fn partners(
    units: &Units,
    at: usize,
    found: &Assignments,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    for body in units.bodies(at) {
        head(body, found, look, out)?;
        let mut rows = Grid::new([
            Column::new("with", words::with(look.lang)),
            Column::new("tasks", words::together(look.lang)),
        ]);
        for (other, together) in grid::partners(body, found) {
            rows.rows
                .push(vec![other.name.as_str().into(), together.into()]);
        }
        rows.table(look, out)?;
    }
    Ok(())
}

/// A body's name and how much it has to do.
fn head(body: &Body, found: &Assignments, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang;
    let roles = [Role::Lead, Role::Responsible, Role::Support]
        .into_iter()
        .filter(|&role| !body.tasks_as(role).is_empty())
        .map(|role| format!("{} {}", label::role(role, lang), body.tasks_as(role).len()));
    let line = format!(
        "{}{}{}{}{}",
        styled(
            STRONG,
            &clean(&words::called(&body.name, &other_names(body), lang))
        ),
        lang.pick(": ", "："),
        words::tasks_of(body.tasks.len(), found.tasks.len(), lang),
        lang.pick("; ", "；"),
        roles.collect::<Vec<_>>().join(lang.pick(", ", "，"))
    );
    writeln!(out, "{}", wrapped("", &line, look.width))
}

fn tasks(units: &Units, at: usize, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let (document, found) = &units.documents[at];
    let mut named = false;
    for body in units.bodies(at) {
        named = true;
        head(body, found, look, out)?;
        for &task in &body.tasks {
            self::task(document, body, task, look, out)?;
        }
    }
    if !named {
        let asked = units.body.map_or("", |asked| asked.name.as_str());
        writeln!(out, "{}", words::not_named(&document.id, asked, look.lang))?;
    }
    writeln!(out)
}

/// One task: the body's role in it, where it stands, what it says, and who
/// else is named.
fn task(
    document: &Document,
    body: &Body,
    task: usize,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = &document.plan;
    let first = format!(
        "{} {} ",
        styled(STRONG, &grid::roles(body, task, look.lang)),
        styled(PLACE, &plan.outline.citation(task))
    );
    let text = clean(&plan.wording(task)).into_owned();
    writeln!(out, "{}", wrap::fill(&first, "  ", &text, look.width))?;
    for role in [Role::Lead, Role::Responsible, Role::Support] {
        let names = plan.units(task, role);
        if !names.is_empty() {
            let first = format!("    {} ", styled(FAINT, label::role(role, look.lang)));
            let names = clean(&names.join("、")).into_owned();
            writeln!(out, "{}", wrapped(&first, &names, look.width))?;
        }
    }
    Ok(())
}
