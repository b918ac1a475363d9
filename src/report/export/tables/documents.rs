//! The tables that speak of documents alone.

use super::{Column, Table, Value, boolean, coded, integer, number, text};
use crate::diagnostic::{Positions, Span};
use crate::outline::{Kind, RecoveredBy, Style};
use crate::report::Document;
use crate::report::export::eid;
use crate::report::json::rounded;
use crate::source::Format;
use crate::task::{self, Applies, ClauseKind, Level, Role};
use crate::words::{Lang, codebook as says};

const DOCUMENTS: &[Column] = &[
    text("document", says::document),
    text("title", says::title),
    text("called", says::called),
    coded::<Level>("level", says::level),
    text("place", says::place),
    text("file", says::file),
    text("sha256", says::sha256),
    text("encoding", says::encoding),
    boolean("bom", says::bom),
    integer("bytes", says::bytes),
    coded::<Format>("format", says::format),
    text("guide", says::guide),
    text("guide_sha256", says::guide_sha256),
];

pub(super) fn documents(documents: &[Document]) -> Table<'_> {
    Table {
        name: "documents",
        columns: DOCUMENTS,
        key: &["document"],
        foreign: &[],
        rows: documents.iter().map(document).collect(),
    }
}

fn document(document: &Document) -> Vec<Value<'_>> {
    let source = &document.source;
    let guide = document.guide.as_ref();
    vec![
        document.id.as_str().into(),
        document.title.as_str().into(),
        document.called.as_deref().into(),
        document.level.name().into(),
        document.place.as_deref().into(),
        source.name.as_str().into(),
        source.sha256.as_str().into(),
        source.encoding.into(),
        source.bom.into(),
        source.bytes.into(),
        source.format.name().into(),
        guide.map(|guide| guide.id.as_str()).into(),
        guide.map(|guide| guide.sha256.as_str()).into(),
    ]
}

const OF_DOCUMENT: super::Foreign = (&["document"], "documents", &["document"]);
const OF_CLAUSE: super::Foreign = (&["document", "clause"], "clauses", &["document", "clause"]);

const NODES: &[Column] = &[
    text("document", says::document),
    text("node", says::node),
    text("parent", says::parent),
    text("citation", says::citation),
    coded::<Kind>("kind", says::node_kind),
    integer("depth", says::depth),
    boolean("task", says::is_task),
    text("num", says::num),
    coded::<Style>("num_style", says::num_style),
    integer("num_value", says::num_value),
    text("heading", says::heading),
    text("text", says::body),
    integer("start", says::start),
    integer("end", says::end),
    integer("line", says::line),
    integer("column", says::column),
    coded::<RecoveredBy>("recovered_by", says::recovered_by),
    number("recovered_confidence", says::recovered_confidence),
    text("eid", says::eid),
];

pub(super) fn nodes(documents: &[Document]) -> Table<'_> {
    let mut rows = Vec::new();
    for document in documents {
        let plan = &document.plan;
        let outline = &plan.outline;
        let positions = Positions::new(&outline.text);
        let eids = eid::of_nodes(outline);
        for (at, node) in outline.nodes.iter().enumerate() {
            let mut row: Vec<Value> = vec![
                document.id.as_str().into(),
                node.id.as_str().into(),
                node.parent
                    .map(|parent| outline.nodes[parent].id.as_str())
                    .into(),
                outline.citation(at).into(),
                node.kind.name().into(),
                u32::from(node.level).into(),
                plan.tasks[at].into(),
                node.num.map(|num| num.span.of(&outline.text)).into(),
                node.num.map(|num| num.style.name()).into(),
                node.num.map(|num| num.value).into(),
                node.heading.map(|heading| heading.of(&outline.text)).into(),
                Some(outline.body(at).of(&outline.text))
                    .filter(|body| !body.is_empty())
                    .into(),
            ];
            row.extend(place(node.span, &positions));
            row.extend([
                node.recovered.map(|recovered| recovered.by.name()).into(),
                node.recovered
                    .map(|recovered| rounded(recovered.confidence))
                    .into(),
                eids[at].clone().into(),
            ]);
            rows.push(row);
        }
    }
    Table {
        name: "nodes",
        columns: NODES,
        key: &["document", "node"],
        foreign: &[OF_DOCUMENT],
        rows,
    }
}

const CLAUSES: &[Column] = &[
    text("document", says::document),
    text("clause", says::clause),
    text("node", says::clause_node),
    text("task", says::clause_task),
    text("citation", says::citation),
    coded::<ClauseKind>("kind", says::clause_kind),
    text("text", says::wording),
    integer("start", says::start),
    integer("end", says::end),
    integer("line", says::line),
    integer("column", says::column),
    coded::<Applies>("province", says::applies_province),
    text("province_reason", says::reason),
    coded::<Applies>("city", says::applies_city),
    text("city_reason", says::reason),
    coded::<Applies>("county", says::applies_county),
    text("county_reason", says::reason),
    text("eid", says::eid),
];

pub(super) fn clauses(documents: &[Document], lang: Lang) -> Table<'_> {
    let mut rows = Vec::new();
    for document in documents {
        let plan = &document.plan;
        let outline = &plan.outline;
        let positions = Positions::new(&outline.text);
        let applicability = task::applicability(plan);
        let eids = eid::of_nodes(outline);
        for (at, clause) in plan.clauses.iter().enumerate() {
            let mut row: Vec<Value> = vec![
                document.id.as_str().into(),
                clause.id.as_str().into(),
                outline.nodes[clause.node].id.as_str().into(),
                plan.task_of(at)
                    .map(|task| outline.nodes[task].id.as_str())
                    .into(),
                plan.citation(at).into(),
                clause.kind.name().into(),
                plan.text(at).into(),
            ];
            row.extend(place(clause.span, &positions));
            let levels = &applicability[at];
            for (applies, reason) in [&levels.province, &levels.city, &levels.county] {
                row.extend([applies.name().into(), reason.message(lang).into()]);
            }
            row.push(eid::of_clause(&eids[clause.node], &clause.id).into());
            rows.push(row);
        }
    }
    Table {
        name: "clauses",
        columns: CLAUSES,
        key: &["document", "clause"],
        foreign: &[
            OF_DOCUMENT,
            (&["document", "node"], "nodes", &["document", "node"]),
        ],
        rows,
    }
}

const RESPONSIBILITIES: &[Column] = &[
    text("document", says::document),
    text("task", says::task),
    coded::<Role>("role", says::role),
    text("unit", says::unit),
    text("label", says::label),
    text("node", says::responsibility_node),
    integer("start", says::start),
    integer("end", says::end),
    integer("line", says::line),
    integer("column", says::column),
];

/// A row a unit, role and task covered.
pub(super) fn responsibilities(documents: &[Document]) -> Table<'_> {
    let mut rows = Vec::new();
    for document in documents {
        let outline = &document.plan.outline;
        let positions = Positions::new(&outline.text);
        let id = |node: usize| Value::from(outline.nodes[node].id.as_str());
        for entry in &document.plan.responsibilities {
            for &task in &entry.covers {
                for unit in &entry.units {
                    let mut row = vec![
                        document.id.as_str().into(),
                        id(task),
                        entry.role.name().into(),
                        unit.name.as_str().into(),
                        entry.label.of(&outline.text).into(),
                        id(entry.node),
                    ];
                    row.extend(place(unit.span, &positions));
                    rows.push(row);
                }
            }
        }
    }
    Table {
        name: "responsibilities",
        columns: RESPONSIBILITIES,
        key: &[],
        foreign: &[
            OF_DOCUMENT,
            (&["document", "task"], "nodes", &["document", "node"]),
        ],
        rows,
    }
}

const INSTRUMENTS: &[Column] = &[
    text("document", says::document),
    text("clause", says::clause),
    text("title", says::instrument_title),
    text("verb", says::verb),
    integer("start", says::start),
    integer("end", says::end),
    integer("line", says::line),
    integer("column", says::column),
];

pub(super) fn instruments(documents: &[Document]) -> Table<'_> {
    let mut rows = Vec::new();
    for document in documents {
        let text = &document.plan.outline.text;
        let positions = Positions::new(text);
        for clause in &document.plan.clauses {
            for instrument in &clause.instruments {
                let mut row: Vec<Value> = vec![
                    document.id.as_str().into(),
                    clause.id.as_str().into(),
                    instrument.span.of(text).into(),
                    instrument.verb.map(|verb| verb.of(text)).into(),
                ];
                row.extend(place(instrument.span, &positions));
                rows.push(row);
            }
        }
    }
    Table {
        name: "instruments",
        columns: INSTRUMENTS,
        key: &["document", "start"],
        foreign: &[OF_CLAUSE],
        rows,
    }
}

const DEADLINES: &[Column] = &[
    text("document", says::document),
    text("clause", says::clause),
    text("text", says::deadline),
    boolean("recurring", says::recurring),
    integer("start", says::start),
    integer("end", says::end),
    integer("line", says::line),
    integer("column", says::column),
];

pub(super) fn deadlines(documents: &[Document]) -> Table<'_> {
    let mut rows = Vec::new();
    for document in documents {
        let text = &document.plan.outline.text;
        let positions = Positions::new(text);
        for clause in &document.plan.clauses {
            for deadline in &clause.deadlines {
                let mut row: Vec<Value> = vec![
                    document.id.as_str().into(),
                    clause.id.as_str().into(),
                    deadline.span.of(text).into(),
                    deadline.recurring.into(),
                ];
                row.extend(place(deadline.span, &positions));
                rows.push(row);
            }
        }
    }
    Table {
        name: "deadlines",
        columns: DEADLINES,
        key: &["document", "start"],
        foreign: &[OF_CLAUSE],
        rows,
    }
}

fn place(span: Span, positions: &Positions) -> [Value<'static>; 4] {
    let at = positions.at(span.start);
    [
        span.start.into(),
        span.end.into(),
        at.line.into(),
        at.column.into(),
    ]
}
