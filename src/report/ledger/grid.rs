//! The rows that the forms share.

use super::{Ledger, Line, term};
use crate::report::grid::{Column, Grid};
use crate::task::Role;
use crate::words::{Lang, label as named, ledger as words, workbook};

/// One row a line; with the units that lead asked for, one a unit and line.
pub(super) fn tidy(ledger: &Ledger, lang: Lang) -> Grid {
    if !ledger.by_lead {
        return lines(ledger, &ledger.lines(), lang);
    }
    let mut all = lines(ledger, &[], lang);
    all.columns
        .insert(0, Column::new("unit", workbook::unit(lang)));
    for part in ledger.parts(lang) {
        for mut row in lines(ledger, &part.lines, lang).rows {
            row.insert(0, part.name.unwrap_or_default().into());
            all.rows.push(row);
        }
    }
    all
}

/// The lines with columns for the reader to fill in.
pub(super) fn lines(ledger: &Ledger, lines: &[Line], lang: Lang) -> Grid {
    let outline = &ledger.document.plan.outline;
    let to_fill = [
        ("progress", words::progress(lang)),
        ("completion", words::completion(lang)),
        ("evidence", words::evidence(lang)),
        ("person", words::person(lang)),
        ("remark", workbook::remark(lang)),
    ]
    .map(|(key, heading)| Column::new(key, heading).filled_in());
    let mut grid = Grid::new(
        [
            Column::new("number", words::number(lang)),
            Column::new("term", words::term(lang)),
            Column::new("chapter", words::chapter(lang)).narrow(),
            Column::new("task", words::task(lang)),
            Column::new("citation", words::citation(lang)).narrow(),
            Column::new("rests_on", words::rests_on(lang)).narrow(),
            Column::new("rests_on_text", words::rests_on_wording(lang)),
            Column::new("lead", named::lead(lang)).narrow(),
            Column::new("responsible", named::responsible(lang)).narrow(),
            Column::new("support", named::support(lang)).narrow(),
            Column::new("deadline", workbook::deadline(lang)).narrow(),
        ]
        .into_iter()
        .chain(to_fill),
    );
    for line in lines {
        let mut row = vec![
            line.number.into(),
            term(line.due.term, lang).into(),
            ledger.chapter(line).into(),
            ledger.document.plan.wording(line.task.task).into(),
            outline.citation(line.task.task).into(),
            ledger.rests_on(line).into(),
            ledger.rests_on_wording(line).into(),
            ledger.units(line, Role::Lead).into(),
            ledger.units(line, Role::Responsible).into(),
            ledger.units(line, Role::Support).into(),
            ledger.deadlines(line).into(),
        ];
        row.resize(grid.columns.len(), crate::report::grid::Field::Empty);
        grid.rows.push(row);
    }
    grid
}

/// For people: without the columns that the document leaves empty.
pub(super) fn to_read(ledger: &Ledger, lines: &[Line], lang: Lang) -> Grid {
    self::lines(ledger, lines, lang).without_empty(&["responsible", "chapter"])
}
