//! The tables that speak of a reference and a local document.

use super::{Column, Table, Value, boolean, coded, number, text};
use crate::align::{DecidedBy, Force, Scope, Status, Wording};
use crate::report::Comparison;
use crate::report::export::Exported;
use crate::report::json::rounded;
use crate::task::{Applies, ClauseKind};
use crate::words::{Lang, codebook as says};

const LINKS: &[Column] = &[
    text("reference", says::reference),
    text("clause", says::reference_clause),
    text("local", says::local),
    text("local_clause", says::local_clause),
    text("local_task", says::local_task),
    number("confidence", says::confidence),
    coded::<Wording>("wording", says::link_wording),
    coded::<Scope>("scope", says::scope),
    coded::<Force>("force", says::force),
    boolean("moved", says::moved),
    coded::<DecidedBy>("decided_by", says::decided_by),
];

const OF_REFERENCE: super::Foreign = (&["reference", "clause"], "clauses", &["document", "clause"]);

pub(super) fn links<'a>(exported: &'a Exported<'a>) -> Table<'a> {
    let mut rows = Vec::new();
    for comparison in exported.comparisons {
        let Comparison {
            reference,
            local,
            alignment,
            ..
        } = *comparison;
        for (clause, verdict) in reference.plan.clauses.iter().zip(&alignment.clauses) {
            for link in &verdict.links {
                let task = local.plan.task_of(link.local);
                rows.push(vec![
                    reference.id.as_str().into(),
                    clause.id.as_str().into(),
                    local.id.as_str().into(),
                    local.plan.clauses[link.local].id.as_str().into(),
                    task.map(|task| local.plan.outline.nodes[task].id.as_str())
                        .into(),
                    rounded(link.confidence).into(),
                    link.wording.name().into(),
                    link.scope.name().into(),
                    link.force.name().into(),
                    link.moved.into(),
                    link.decided_by.name().into(),
                ]);
            }
        }
    }
    Table {
        name: "links",
        columns: LINKS,
        key: &["reference", "clause", "local", "local_clause"],
        foreign: &[
            OF_REFERENCE,
            (
                &["local", "local_clause"],
                "clauses",
                &["document", "clause"],
            ),
        ],
        rows,
    }
}

const STATUSES: &[Column] = &[
    text("reference", says::reference),
    text("clause", says::reference_clause),
    text("local", says::local),
    text("chapter", says::chapter),
    boolean("organisation", says::organisation),
    coded::<ClauseKind>("kind", says::clause_kind),
    coded::<Status>("status", says::status),
    number("coverage", says::coverage),
    boolean("topic_only", says::topic_only),
    coded::<Applies>("applicability", says::applicability),
    text("reason", says::reason),
    boolean("counted", says::counted),
    coded::<DecidedBy>("decided_by", says::decided_by),
];

pub(super) fn statuses<'a>(exported: &'a Exported<'a>, lang: Lang) -> Table<'a> {
    let mut rows = Vec::new();
    for comparison in exported.comparisons {
        let Comparison {
            reference,
            local,
            alignment,
            ..
        } = *comparison;
        let outline = &reference.plan.outline;
        for (clause, verdict) in reference.plan.clauses.iter().zip(&alignment.clauses) {
            let chapter = outline.ancestors(clause.node).last().unwrap_or(clause.node);
            let organisation = alignment
                .summary
                .chapters
                .iter()
                .any(|found| found.node == chapter && found.organisation);
            let (applies, reason) = &verdict.applicability;
            let counted = clause.kind == ClauseKind::Measure
                && matches!(applies, Applies::Local | Applies::Mixed);
            let row: Vec<Value> = vec![
                reference.id.as_str().into(),
                clause.id.as_str().into(),
                local.id.as_str().into(),
                outline.nodes[chapter].id.as_str().into(),
                organisation.into(),
                clause.kind.name().into(),
                verdict.status.name().into(),
                rounded(verdict.coverage).into(),
                verdict.topic_only.into(),
                applies.name().into(),
                reason.message(lang).into(),
                counted.into(),
                verdict.decided_by.name().into(),
            ];
            rows.push(row);
        }
    }
    Table {
        name: "statuses",
        columns: STATUSES,
        key: &["reference", "clause", "local"],
        foreign: &[OF_REFERENCE],
        rows,
    }
}
