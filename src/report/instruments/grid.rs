//! The rows that the forms share.

use super::{Instruments, deed, todo};
use crate::report::grid::{Column, Grid};
use crate::survey::Deed;
use crate::words::{Lang, instruments as words, units, workbook};

/// One row a document and local plan, with the wording of the local plan.
pub(super) fn tidy(instruments: &Instruments, lang: Lang) -> Grid {
    let mut grid = Grid::new([
        Column::new("instrument", words::instrument(lang)).narrow(),
        Column::new("todo", words::todo(lang)),
        Column::new("citation", workbook::citation(lang)).narrow(),
        Column::new("document", units::document(lang)),
        Column::new("deed", words::deed(lang)),
        Column::new("local_title", words::local_title(lang)).narrow(),
        Column::new("local_citation", workbook::local_citation(lang)).narrow(),
        Column::new("local_text", workbook::local_text(lang)),
    ]);
    for one in instruments.named {
        for (local, fate) in instruments.locals.iter().zip(&one.fates) {
            let plan = &local.plan;
            let joined = |texts: Vec<String>| texts.join(lang.pick("; ", "；"));
            let places = || fate.places.iter();
            let title = |place: &crate::survey::Place| {
                let called = place.span.of(&plan.outline.text).to_owned();
                match &place.full {
                    Some(full) if *full != called => format!("{called} = {full}"),
                    _ => called,
                }
            };
            grid.rows.push(vec![
                one.title.as_str().into(),
                todo(one.todo, lang).into(),
                instruments.citations(one).into(),
                local.id.as_str().into(),
                deed(fate.deed, lang).into(),
                joined(places().map(title).collect()).into(),
                joined(places().map(|place| plan.citation(place.clause)).collect()).into(),
                joined(
                    places()
                        .map(|place| plan.text(place.clause).to_owned())
                        .collect(),
                )
                .into(),
            ]);
        }
    }
    grid
}

/// One row a document, a column a local plan.
pub(super) fn matrix(instruments: &Instruments, lang: Lang) -> Grid {
    let locals = instruments.locals.iter();
    let locals = locals.map(|local| Column::new("", local.name()));
    let mut grid = Grid::new(
        [
            Column::new("instrument", words::instrument(lang)),
            Column::new("todo", words::todo(lang)),
            Column::new("citation", workbook::citation(lang)),
        ]
        .into_iter()
        .chain(locals),
    );
    for one in instruments.named {
        let mut row = vec![
            one.title.as_str().into(),
            todo(one.todo, lang).into(),
            instruments.citations(one).into(),
        ];
        row.extend(one.fates.iter().map(|fate| deed(fate.deed, lang).into()));
        grid.rows.push(row);
    }
    grid
}

/// How many documents meet with what in each local plan.
pub(super) fn counts(instruments: &Instruments, lang: Lang) -> Grid {
    let locals = instruments.locals.iter();
    let locals = locals.map(|local| Column::new("", local.id.as_str()));
    let mut grid = Grid::new(std::iter::once(Column::new("deed", words::deed(lang))).chain(locals));
    for of in Deed::ALL {
        let counts = 0..instruments.locals.len();
        let counts = counts.map(|local| instruments.count(local, of).into());
        let row: Vec<_> = std::iter::once(deed(of, lang).into())
            .chain(counts)
            .collect();
        grid.rows.push(row);
    }
    grid
}
