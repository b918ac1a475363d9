//! The rows that the forms share.

use super::{Compared, citations, reach, source};
use crate::report::grid::{Column, Grid};
use crate::report::{duty, label};
use crate::task::Role;
use crate::words::{Lang, chain as words, label as named, workbook};

/// One row a measure of each plan, with what the other two have of it.
pub(super) fn tidy(compared: &Compared, lang: Lang) -> Grid {
    let [reference, between, local] = [compared.reference, compared.between, compared.local];
    let mut grid = Grid::new(
        [
            "document",
            "id",
            "citation",
            "text",
            "verdict",
            "reference",
            "between",
            "local",
        ]
        .map(|key| Column::new(key, key)),
    );
    let ids = |document: &crate::report::Document, clauses: &[usize]| {
        let clauses = clauses
            .iter()
            .map(|&at| document.plan.clauses[at].id.as_str());
        clauses.collect::<Vec<_>>().join(" ")
    };
    let mut row =
        |document: &crate::report::Document, clause: usize, verdict: &str, related: [String; 3]| {
            let plan = &document.plan;
            let mut row = vec![
                document.id.as_str().into(),
                plan.clauses[clause].id.as_str().into(),
                plan.citation(clause).into(),
                plan.text(clause).into(),
                verdict.into(),
            ];
            row.extend(related.map(Into::into));
            grid.rows.push(row);
        };
    let none = String::new;
    for asked in &compared.chain.asked {
        let related = [
            none(),
            ids(between, &asked.between),
            ids(local, &asked.local),
        ];
        row(reference, asked.clause, reach(asked.reach(), lang), related);
    }
    for added in &compared.chain.added {
        let related = [none(), none(), ids(local, &added.local)];
        row(
            between,
            added.clause,
            label::status(added.status, lang),
            related,
        );
    }
    for traced in &compared.chain.locals {
        let related = [
            ids(reference, &traced.reference),
            ids(between, &traced.between),
            none(),
        ];
        row(local, traced.clause, source(traced.source, lang), related);
    }
    grid
}

/// What the reference asks, and how far it came down.
pub(super) fn asked(compared: &Compared, lang: Lang) -> Grid {
    let mut grid = Grid::new([
        Column::new("citation", workbook::citation(lang)),
        Column::new("text", workbook::clause_text(lang)),
        Column::new("reach", words::reach(lang)),
        Column::new("between", compared.between.name()).narrow(),
        Column::new("local", compared.local.name()).narrow(),
        Column::new("applicability", workbook::applicability(lang)),
    ]);
    let plan = &compared.reference.plan;
    for asked in &compared.chain.asked {
        grid.rows.push(vec![
            plan.citation(asked.clause).into(),
            plan.text(asked.clause).into(),
            reach(asked.reach(), lang).into(),
            citations(&compared.between.plan, &asked.between).into(),
            citations(&compared.local.plan, &asked.local).into(),
            label::applies(asked.applies, lang).into(),
        ]);
    }
    grid
}

/// What the plan between adds, and what the local plan has of it.
pub(super) fn added(compared: &Compared, lang: Lang) -> Grid {
    let mut grid = Grid::new([
        Column::new("citation", workbook::citation(lang)),
        Column::new("text", words::wording(lang)),
        Column::new("status", workbook::status(lang)),
        Column::new("local", compared.local.name()).narrow(),
    ]);
    let plan = &compared.between.plan;
    for added in &compared.chain.added {
        grid.rows.push(vec![
            plan.citation(added.clause).into(),
            plan.text(added.clause).into(),
            label::status(added.status, lang).into(),
            citations(&compared.local.plan, &added.local).into(),
        ]);
    }
    grid
}

/// What the local plan has, and where it comes from.
pub(super) fn locals(compared: &Compared, lang: Lang) -> Grid {
    let mut grid = Grid::new([
        Column::new("citation", workbook::local_citation(lang)),
        Column::new("text", workbook::local_text(lang)),
        Column::new("source", workbook::origin(lang)),
        Column::new("reference", compared.reference.name()).narrow(),
        Column::new("between", compared.between.name()).narrow(),
        Column::new("lead", named::lead(lang)).narrow(),
    ]);
    let plan = &compared.local.plan;
    for traced in &compared.chain.locals {
        grid.rows.push(vec![
            plan.citation(traced.clause).into(),
            plan.text(traced.clause).into(),
            source(traced.source, lang).into(),
            citations(&compared.reference.plan, &traced.reference).into(),
            citations(&compared.between.plan, &traced.between).into(),
            duty::names(plan, traced.clause, Role::Lead).into(),
        ]);
    }
    grid
}
