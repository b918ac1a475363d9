//! A workbook: each locality's sums, the matrix, what all and none took up,
//! the shared additions.

use std::io::{self, Write};

use super::{Coverage, cell_text};
use crate::align::Status;
use crate::report::workbook::{self, Cell, Column, Sheet, Tone};
use crate::survey;
use crate::task::{Applies, ClauseIndex};
use crate::words::workbook as words;
use crate::words::{Lang, label as named, report};

/// Writes the matrix and what belongs to it.
pub fn write(coverage: &Coverage, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let matrix = coverage.matrix;
    let sheets = [
        summary(coverage, lang),
        cells(coverage, lang),
        clauses(
            coverage,
            words::taken_up_by_all(lang),
            report::taken_up_by_all(lang),
            &matrix.taken_up_by_all,
            lang,
        ),
        clauses(
            coverage,
            words::taken_up_by_none(lang),
            report::taken_up_by_none(lang),
            &matrix.taken_up_by_none,
            lang,
        ),
        shared(coverage, lang),
    ];
    workbook::write(&coverage.reference.title, &sheets, out)
}

/// One row a locality.
fn summary(coverage: &Coverage, lang: Lang) -> Sheet {
    let columns = [
        words::place(lang),
        report::title(lang),
        "N",
        named::covered(lang),
        report::covered_or_partial(lang),
        report::or_topic_only(lang),
        words::higher(lang),
        named::applies_unclear(lang),
        report::organisation(lang),
        named::moved(lang),
        words::additions(lang),
    ];
    let mut sheet = Sheet::new(words::summary(lang), columns.map(Column::new))
        .above(&coverage.reference.title)
        .above(report::coverage(lang))
        .below(report::gap_note(lang));
    for (document, alignment) in coverage.locals {
        let summary = &alignment.summary;
        let found = summary.total;
        let apart = summary.organisation;
        let either = found.covered + found.partial;
        sheet.row([
            document.name().into(),
            document.title.as_str().into(),
            found.counted.into(),
            found.covered.into(),
            either.into(),
            (either + found.topic_only).into(),
            (found.higher + apart.higher).into(),
            (found.unclear + apart.unclear).into(),
            cell_text(survey::Cell::Coverage(apart), lang).into(),
            summary.moved.into(),
            summary.origins.1.into(),
        ]);
    }
    sheet
}

fn cells(coverage: &Coverage, lang: Lang) -> Sheet {
    let heads = [words::citation(lang), words::clause_text(lang)];
    let columns = heads.into_iter().chain(coverage.names()).map(Column::new);
    let mut sheet = Sheet::new(words::matrix(lang), columns);
    for row in &coverage.matrix.rows {
        let (citation, text) = coverage.row_head(row.part);
        let cells = row.cells.iter().map(|&cell| {
            let text = cell_text(cell, lang);
            Cell::from(text).toned(tone(cell))
        });
        sheet.row([citation.into(), text.into()].into_iter().chain(cells));
    }
    sheet.below(report::cells(lang))
}

fn tone(cell: survey::Cell) -> Tone {
    match cell {
        survey::Cell::Coverage(_) => Tone::Plain,
        survey::Cell::Verdict {
            applies: Applies::Higher | Applies::Unclear,
            ..
        } => Tone::Faint,
        survey::Cell::Verdict {
            topic_only: true, ..
        } => Tone::Topic,
        survey::Cell::Verdict { status, .. } => match status {
            Status::Covered => Tone::Good,
            Status::Partial => Tone::Fair,
            Status::Gap => Tone::Poor,
        },
    }
}

fn clauses(
    coverage: &Coverage,
    name: &str,
    about: &str,
    clauses: &[ClauseIndex],
    lang: Lang,
) -> Sheet {
    let columns = [words::citation(lang), words::clause_text(lang)];
    let mut sheet = Sheet::new(name, columns.map(Column::new)).below(about);
    let plan = &coverage.reference.plan;
    for &at in clauses {
        sheet.row([plan.citation(at).into(), plan.text(at).into()]);
    }
    sheet
}

/// One row a member of a group.
fn shared(coverage: &Coverage, lang: Lang) -> Sheet {
    let columns = [
        words::group(lang),
        words::places(lang),
        words::place(lang),
        words::local_citation(lang),
        words::local_text(lang),
    ];
    let mut sheet = Sheet::new(words::shared_additions(lang), columns.map(Column::new));
    for (at, group) in coverage.matrix.shared_additions.iter().enumerate() {
        for member in &group.members {
            let document = &coverage.locals[member.local].0;
            sheet.row([
                (at + 1).into(),
                group.locals().into(),
                document.name().into(),
                document.plan.citation(member.clause).into(),
                document.plan.text(member.clause).into(),
            ]);
        }
    }
    sheet.below(report::shared_additions(lang))
}
