//! Comma-separated values, tidy: one row a link, a clause without one, or an
//! addition.

use std::io::{self, Write};

use super::select::select;
use crate::align::{Link, Origin};
use crate::report::csv::Rows;
use crate::report::json::rounded;
use crate::report::{Comparison, Selection, duty, label};
use crate::task::{ClauseIndex, Role};
use crate::words::Lang;

const DOCUMENTS: [&str; 2] = ["reference", "local"];
const CLAUSE: [&str; 10] = [
    "clause",
    "citation",
    "kind",
    "text",
    "status",
    "topic_only",
    "coverage",
    "applicability",
    "reason",
    "decided_by",
];
const LOCAL: [&str; 7] = [
    "local_clause",
    "local_citation",
    "local_text",
    "origin",
    "lead",
    "support",
    "responsible",
];
const LINK: [&str; 7] = [
    "confidence",
    "wording",
    "scope",
    "force",
    "moved",
    "changes",
    "link_decided_by",
];

/// Writes the selected clauses and additions.
pub fn write(
    comparison: &Comparison,
    selection: &Selection,
    bom: bool,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let selected = select(comparison, selection);
    let documents = [comparison.reference, comparison.local].map(|document| document.id.clone());
    let mut rows = Rows::new(out, bom)?;
    rows.row(DOCUMENTS.into_iter().chain(CLAUSE).chain(LOCAL).chain(LINK))?;
    let mut row = |clause: [String; 10], local: [String; 7], link: [String; 7]| {
        let documents = documents.iter().cloned();
        rows.row(documents.chain(clause).chain(local).chain(link))
    };
    for &at in &selected.clauses {
        let links = &comparison.alignment.clauses[at].links;
        for found in links {
            row(
                clause(comparison, at, lang),
                local(comparison, found.local),
                self::link(found, lang),
            )?;
        }
        if links.is_empty() {
            row(
                clause(comparison, at, lang),
                Default::default(),
                Default::default(),
            )?;
        }
    }
    for &at in &selected.additions {
        row(
            Default::default(),
            local(comparison, at),
            Default::default(),
        )?;
    }
    rows.finish()
}

fn clause(comparison: &Comparison, at: ClauseIndex, lang: Lang) -> [String; 10] {
    let plan = &comparison.reference.plan;
    let verdict = &comparison.alignment.clauses[at];
    let (applies, reason) = &verdict.applicability;
    [
        plan.clauses[at].id.clone(),
        plan.citation(at),
        plan.clauses[at].kind.name().to_owned(),
        plan.text(at).to_owned(),
        verdict.status.name().to_owned(),
        verdict.topic_only.to_string(),
        rounded(verdict.coverage).to_string(),
        applies.name().to_owned(),
        reason.message(lang),
        verdict.decided_by.name().to_owned(),
    ]
}

fn local(comparison: &Comparison, at: ClauseIndex) -> [String; 7] {
    let plan = &comparison.local.plan;
    let origin = comparison.alignment.locals[at].origin;
    [
        plan.clauses[at].id.clone(),
        plan.citation(at),
        plan.text(at).to_owned(),
        origin.map_or("", Origin::name).to_owned(),
        duty::names(plan, at, Role::Lead),
        duty::names(plan, at, Role::Support),
        duty::names(plan, at, Role::Responsible),
    ]
}

fn link(link: &Link, lang: Lang) -> [String; 7] {
    let changes = link.changes.iter();
    let changes: Vec<String> = changes
        .map(|change| label::changed(change, false, lang))
        .collect();
    [
        rounded(link.confidence).to_string(),
        link.wording.name().to_owned(),
        link.scope.name().to_owned(),
        link.force.name().to_owned(),
        link.moved.to_string(),
        changes.join("; "),
        link.decided_by.name().to_owned(),
    ]
}
