//! A workbook to filter, correct and hand back.
//!
//! Its sheets: summary, clauses (one row a clause), links (one row a link),
//! additions, units (one row a unit and task). The first row of each sheet but
//! the summary is its header. In clauses and links stand columns for the
//! reader's decisions, with lists to choose from, and hidden columns with the
//! ids and hashes by which the decisions find their clauses again
//! ([`crate::words::workbook::key`]); a hidden sheet says which documents the
//! decisions are about. All are found by their headings, so that columns may
//! be moved and sorted. What was decided already stands in its column again;
//! decisions that no longer apply have a sheet of their own.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::decided::{Decided, lapsed};
use super::select::{Selected, select};
use super::{coverage_notes, coverage_rows, numbered_heading, section_of, status};
use crate::align::{ClauseVerdict, DecidedBy, Link, Status};
use crate::outline::NodeIndex;
use crate::report::json::rounded;
use crate::report::wording::compare;
use crate::report::workbook::{self, Cell, Column, Sheet, Tone};
use crate::report::{Comparison, Selection, duty, label};
use crate::source::sha256;
use crate::task::{Applies, ClauseIndex, ClauseKind, Plan, Role};
use crate::words::workbook as words;
use crate::words::workbook::key;
use crate::words::{Lang, label as named, report};

/// Writes the selected clauses, links and additions with a summary of all.
pub fn write(
    comparison: &Comparison,
    selection: &Selection,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let selected = select(comparison, selection);
    let mut sheets = vec![
        summary(comparison, lang),
        clauses(comparison, &selected, lang),
        links(comparison, &selected, lang),
        additions(comparison, &selected, lang),
        tasks_of_units(comparison, lang),
    ];
    sheets.extend(lapsed(comparison, lang));
    sheets.push(documents(comparison));
    workbook::write(&comparison.local.title, &sheets, out)
}

fn summary(comparison: &Comparison, lang: Lang) -> Sheet {
    let columns = [
        report::chapter(lang),
        "N",
        named::covered(lang),
        report::covered_or_partial(lang),
        report::or_topic_only(lang),
        words::higher(lang),
        named::applies_unclear(lang),
    ];
    let mut sheet = Sheet::new(words::summary(lang), columns.map(Column::new))
        .above(&comparison.local.title)
        .above(&comparison.reference.title)
        .above(report::coverage(lang));
    let rows = coverage_rows(comparison, lang);
    let chapters = rows.len() - 2;
    for (at, (name, coverage)) in rows.into_iter().enumerate() {
        let either = coverage.covered + coverage.partial;
        let tone = if at < chapters {
            Tone::Plain
        } else {
            Tone::Strong
        };
        let counts = [
            coverage.counted,
            coverage.covered,
            either,
            either + coverage.topic_only,
            coverage.higher,
            coverage.unclear,
        ];
        let cells = std::iter::once(name.into()).chain(counts.map(Cell::from));
        sheet.row(cells.map(|cell| cell.toned(tone)));
    }
    for note in coverage_notes(comparison, lang) {
        sheet = sheet.below(note);
    }
    sheet.below(words::how_to_decide(lang))
}

fn clauses(comparison: &Comparison, selected: &Selected, lang: Lang) -> Sheet {
    let statuses = [Status::Covered, Status::Partial, Status::Gap];
    let mut sheet = Sheet::new(
        words::clauses(lang),
        [
            Column::new(words::citation(lang)),
            Column::new(report::chapter(lang)).narrow(),
            Column::new(words::section(lang)).narrow(),
            Column::new(words::clause_text(lang)),
            Column::new(words::kind(lang)),
            Column::new(words::status(lang)),
            Column::new(words::coverage(lang)),
            Column::new(words::applicability(lang)),
            Column::new(words::reason(lang)).narrow(),
            Column::new(words::counterparts(lang)).narrow(),
            Column::new(words::nearest(lang)),
            Column::new(words::decided_by(lang)),
            Column::new(words::status_decided(lang))
                .choices(statuses.map(|status| label::status(status, lang))),
            Column::new(words::applicability_decided(lang))
                .choices(Applies::ALL.map(|applies| label::applies(applies, lang))),
            Column::new(words::link_added(lang)).filled_in(),
            Column::new(words::remark(lang)).filled_in(),
            Column::new(key::CLAUSE_ID).hidden(),
            Column::new(key::CLAUSE_SHA256).hidden(),
        ],
    );
    let plan = &comparison.reference.plan;
    let local = &comparison.local.plan;
    let decided = Decided::of(comparison);
    for &at in &selected.clauses {
        let clause = &plan.clauses[at];
        let verdict = &comparison.alignment.clauses[at];
        let chapter = plan.outline.ancestors(clause.node).last();
        let section = section_of(&plan.outline, clause.node);
        let headed = |node: Option<NodeIndex>| {
            let heading = node.map(|node| numbered_heading(&plan.outline, node));
            Cell::from(heading.unwrap_or_default())
        };
        let (applies, reason) = &verdict.applicability;
        let links = verdict.links.iter();
        let counterparts: Vec<_> = links.map(|link| local.citation(link.local)).collect();
        let nearest = verdict.nearest.iter();
        let nearest: Vec<_> = nearest.map(|near| quoted(local, near.local)).collect();
        sheet.row([
            plan.citation(at).into(),
            headed(Some(chapter.unwrap_or(clause.node))),
            headed(section),
            plan.text(at).into(),
            label::clause_kind(clause.kind, lang).into(),
            Cell::from(status(verdict, lang)).toned(tone(clause.kind, verdict)),
            rounded(verdict.coverage).into(),
            label::applies(*applies, lang).into(),
            reason.message(lang).into(),
            counterparts.join("、").into(),
            nearest.join(" ").into(),
            decided_by(verdict.decided_by, lang).into(),
            decided.status(at, lang).into(),
            decided.applicability(at, lang).into(),
            decided.added(at, local).into(),
            decided.remarks(at, None).into(),
            clause.id.as_str().into(),
            sha256(plan.text(at).as_bytes()).into(),
        ]);
    }
    sheet
}

fn links(comparison: &Comparison, selected: &Selected, lang: Lang) -> Sheet {
    let choices = [words::confirm(lang), words::reject(lang)];
    let mut sheet = Sheet::new(
        words::links(lang),
        [
            Column::new(words::citation(lang)),
            Column::new(words::clause_text(lang)),
            Column::new(words::local_citation(lang)),
            Column::new(words::local_text(lang)),
            Column::new(words::wording(lang)),
            Column::new(words::scope(lang)),
            Column::new(words::force(lang)),
            Column::new(named::moved(lang)),
            Column::new(words::changes(lang)).narrow(),
            Column::new(words::confidence(lang)),
            Column::new(named::lead(lang)).narrow(),
            Column::new(named::responsible(lang)).narrow(),
            Column::new(named::support(lang)).narrow(),
            Column::new(words::decided_by(lang)),
            Column::new(words::link_decided(lang)).choices(choices),
            Column::new(words::remark(lang)).filled_in(),
            Column::new(key::CLAUSE_ID).hidden(),
            Column::new(key::CLAUSE_SHA256).hidden(),
            Column::new(key::LOCAL_ID).hidden(),
            Column::new(key::LOCAL_SHA256).hidden(),
        ],
    );
    let decided = Decided::of(comparison);
    for &at in &selected.clauses {
        for found in &comparison.alignment.clauses[at].links {
            sheet.row(link(comparison, at, found, &decided, lang));
        }
        for rejected in decided.rejected(at) {
            sheet.row(rejected_link(comparison, at, rejected, &decided, lang));
        }
    }
    sheet
}

/// A link that the reader rejected, so that the decision stays with the
/// workbook; what the program thought of it is past.
fn rejected_link(
    comparison: &Comparison,
    at: ClauseIndex,
    rejected: ClauseIndex,
    decided: &Decided,
    lang: Lang,
) -> [Cell; 20] {
    let plan = &comparison.reference.plan;
    let local = &comparison.local.plan;
    let mut cells = [const { Cell::EMPTY }; 20];
    cells[0] = plan.citation(at).into();
    cells[1] = plan.text(at).into();
    cells[2] = local.citation(rejected).into();
    cells[3] = local.text(rejected).into();
    cells[13] = decided_by(DecidedBy::Reader, lang).into();
    cells[14] = words::reject(lang).into();
    cells[15] = decided.remarks(at, Some(rejected)).into();
    cells[16..].clone_from_slice(&keys(comparison, at, rejected));
    cells.map(|cell| cell.toned(Tone::Faint))
}

/// The hidden cells by which a decision on a link finds its clauses.
fn keys(comparison: &Comparison, at: ClauseIndex, local_at: ClauseIndex) -> [Cell; 4] {
    let plan = &comparison.reference.plan;
    let local = &comparison.local.plan;
    [
        plan.clauses[at].id.as_str().into(),
        sha256(plan.text(at).as_bytes()).into(),
        local.clauses[local_at].id.as_str().into(),
        sha256(local.text(local_at).as_bytes()).into(),
    ]
}

fn link(
    comparison: &Comparison,
    at: ClauseIndex,
    link: &Link,
    decided: &Decided,
    lang: Lang,
) -> [Cell; 20] {
    let plan = &comparison.reference.plan;
    let local = &comparison.local.plan;
    let (before, after) = compare(plan.text(at), local.text(link.local));
    let moved = if link.moved { words::yes(lang) } else { "" };
    let changes = link.changes.iter();
    let changes = changes.map(|change| label::changed(change, false, lang));
    let of_role = |role| Cell::from(duty::names(local, link.local, role));
    let [clause_id, clause_hash, local_id, local_hash] = keys(comparison, at, link.local);
    [
        plan.citation(at).into(),
        Cell::marked(before),
        local.citation(link.local).into(),
        Cell::marked(after),
        label::wording(link.wording, lang).into(),
        label::scope(link.scope, lang).into(),
        label::force(link.force, lang).into(),
        moved.into(),
        changes.collect::<Vec<_>>().join("；").into(),
        rounded(link.confidence).into(),
        of_role(Role::Lead),
        of_role(Role::Responsible),
        of_role(Role::Support),
        decided_by(link.decided_by, lang).into(),
        decided.link(at, link.local, lang).into(),
        decided.remarks(at, Some(link.local)).into(),
        clause_id,
        clause_hash,
        local_id,
        local_hash,
    ]
}

fn additions(comparison: &Comparison, selected: &Selected, lang: Lang) -> Sheet {
    let columns = [
        words::local_citation(lang),
        words::local_text(lang),
        named::lead(lang),
        named::responsible(lang),
        named::support(lang),
    ];
    let mut sheet = Sheet::new(words::additions(lang), columns.map(Column::new));
    let plan = &comparison.local.plan;
    for &at in &selected.additions {
        let of_role = |role| Cell::from(duty::names(plan, at, role));
        sheet.row([
            plan.citation(at).into(),
            plan.text(at).into(),
            of_role(Role::Lead),
            of_role(Role::Responsible),
            of_role(Role::Support),
        ]);
    }
    sheet.below(report::additions(lang))
}

/// One row a unit, role and task, so that a pivot table can count them.
fn tasks_of_units(comparison: &Comparison, lang: Lang) -> Sheet {
    let columns = [
        words::unit(lang),
        words::role(lang),
        words::task(lang),
        words::task_text(lang),
        words::counterparts(lang),
    ];
    let mut sheet = Sheet::new(words::units(lang), columns.map(Column::new));
    let plan = &comparison.local.plan;
    let reference = &comparison.reference.plan;
    for duty in duty::duties(plan) {
        let own = plan.clauses_of(duty.task);
        let rests_on: BTreeSet<ClauseIndex> = own
            .flat_map(|at| &comparison.alignment.locals[at].links)
            .map(|&(clause, _)| clause)
            .collect();
        let rests_on = rests_on.into_iter().map(|at| reference.citation(at));
        sheet.row([
            duty.unit.into(),
            label::role(duty.role, lang).into(),
            plan.outline.citation(duty.task).into(),
            plan.wording(duty.task).into(),
            rests_on.collect::<Vec<_>>().join("、").into(),
        ]);
    }
    if plan.responsibilities.is_empty() {
        sheet = sheet.below(report::no_units(lang));
    }
    sheet
}

/// Which documents the decisions are about.
fn documents(comparison: &Comparison) -> Sheet {
    let mut sheet = Sheet::new(key::SHEET, ["key", "value"].map(Column::new)).hidden();
    let Comparison {
        reference, local, ..
    } = comparison;
    for (name, value) in [
        ("schema", "plan.decisions/1"),
        ("reference.id", &reference.id),
        ("reference.sha256", &reference.source.sha256),
        ("local.id", &local.id),
        ("local.sha256", &local.source.sha256),
    ] {
        sheet.row([name.into(), value.into()]);
    }
    sheet
}

fn quoted(plan: &Plan, at: ClauseIndex) -> String {
    format!("【{}】{}", plan.citation(at), plan.text(at))
}

fn decided_by(by: DecidedBy, lang: Lang) -> &'static str {
    match by {
        DecidedBy::Program => words::by_program(lang),
        DecidedBy::Reader => words::by_reader(lang),
    }
}

/// The colours of a status; what is not counted stands back.
fn tone(kind: ClauseKind, verdict: &ClauseVerdict) -> Tone {
    let counted = matches!(verdict.applicability.0, Applies::Local | Applies::Mixed);
    match verdict.status {
        _ if kind != ClauseKind::Measure || !counted => Tone::Faint,
        Status::Covered => Tone::Good,
        Status::Partial => Tone::Fair,
        Status::Gap if verdict.topic_only => Tone::Topic,
        Status::Gap => Tone::Poor,
    }
}
