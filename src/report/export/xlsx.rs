//! A workbook: the documents, their clauses, the tasks of their units.

use std::io::{self, Write};

use crate::report::workbook::{self, Cell, Column, Sheet};
use crate::report::{Document, duty, label};
use crate::task::{self, Applicability, ClauseIndex, Role};
use crate::words::workbook as words;
use crate::words::{Lang, label as named, report};

/// Writes all documents in one workbook, told apart by a column.
pub fn write(documents: &[Document], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let title = match documents {
        [document] => &document.title,
        _ => words::clauses(lang),
    };
    let sheets = [
        summary(documents, lang),
        clauses(documents, lang),
        tasks_of_units(documents, lang),
    ];
    workbook::write(title, &sheets, out)
}

fn summary(documents: &[Document], lang: Lang) -> Sheet {
    let columns = [
        words::place(lang),
        report::title(lang),
        report::level(lang),
        words::clauses(lang),
        words::tasks(lang),
        words::units(lang),
    ];
    let mut sheet = Sheet::new(words::summary(lang), columns.map(Column::new));
    for document in documents {
        let plan = &document.plan;
        let units: std::collections::BTreeSet<&str> = plan
            .responsibilities
            .iter()
            .flat_map(|entry| &entry.units)
            .map(|unit| unit.name.as_str())
            .collect();
        // Not 0: a document that lists no units says nothing of who does what.
        let units = if plan.responsibilities.is_empty() {
            Cell::from(report::no_units(lang))
        } else {
            units.len().into()
        };
        sheet.row([
            document.id.as_str().into(),
            document.title.as_str().into(),
            label::level(document.level, lang).into(),
            plan.clauses.len().into(),
            plan.tasks.iter().filter(|&&task| task).count().into(),
            units,
        ]);
    }
    sheet
}

fn clauses(documents: &[Document], lang: Lang) -> Sheet {
    let columns = [
        words::place(lang),
        report::id(lang),
        words::citation(lang),
        words::kind(lang),
        report::wording(lang),
        words::applicability(lang),
        words::reason(lang),
        words::instruments(lang),
        words::deadline(lang),
        named::lead(lang),
        named::responsible(lang),
        named::support(lang),
    ];
    let mut sheet = Sheet::new(words::clauses(lang), columns.map(Column::new));
    for document in documents {
        let applicability = task::applicability(&document.plan);
        for (at, applicability) in applicability.iter().enumerate() {
            sheet.row(clause(document, at, applicability, lang));
        }
    }
    sheet
}

fn clause(
    document: &Document,
    at: ClauseIndex,
    applicability: &Applicability,
    lang: Lang,
) -> [Cell; 12] {
    let plan = &document.plan;
    let clause = &plan.clauses[at];
    let text = &plan.outline.text;
    let (applies, reason) = applicability.at(document.level);
    let instruments = clause.instruments.iter();
    let instruments = joined(instruments.map(|instrument| instrument.span.of(text)));
    let deadlines = joined(
        clause
            .deadlines
            .iter()
            .map(|deadline| deadline.span.of(text)),
    );
    let of_role = |role| Cell::from(duty::names(plan, at, role));
    [
        document.id.as_str().into(),
        clause.id.as_str().into(),
        plan.citation(at).into(),
        label::clause_kind(clause.kind, lang).into(),
        plan.text(at).into(),
        label::applies(applies, lang).into(),
        reason.message(lang).into(),
        instruments.into(),
        deadlines.into(),
        of_role(Role::Lead),
        of_role(Role::Responsible),
        of_role(Role::Support),
    ]
}

/// One row a unit, role and task.
fn tasks_of_units(documents: &[Document], lang: Lang) -> Sheet {
    let columns = [
        words::place(lang),
        words::unit(lang),
        words::role(lang),
        words::task(lang),
        words::task_text(lang),
    ];
    let mut sheet = Sheet::new(words::units(lang), columns.map(Column::new));
    for document in documents {
        let plan = &document.plan;
        for duty in duty::duties(plan) {
            sheet.row([
                document.id.as_str().into(),
                duty.unit.into(),
                label::role(duty.role, lang).into(),
                plan.outline.citation(duty.task).into(),
                plan.wording(duty.task).into(),
            ]);
        }
        if plan.responsibilities.is_empty() {
            sheet = sheet.below(format!("{}: {}", document.id, report::no_units(lang)));
        }
    }
    sheet
}

fn joined<'t>(names: impl IntoIterator<Item = &'t str>) -> String {
    names.into_iter().collect::<Vec<_>>().join("、")
}
