//! `plan.coverage/1`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::Coverage;
use crate::align::{DecidedBy, Status};
use crate::report::json::code::Code;
use crate::report::json::{CoverageForm, Head, PROGRAM, Program, SummaryForm, write as write_form};
use crate::survey::Cell;
use crate::task::{Applies, Plan};

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'a> {
    #[schemars(extend("const" = "plan.coverage/1"))]
    schema: &'static str,
    program: Program,
    reference: Head<'a>,
    locals: Vec<LocalForm<'a>>,
    rows: Vec<RowForm<'a>>,
    taken_up_by_all: Vec<&'a str>,
    taken_up_by_none: Vec<&'a str>,
    shared_additions: Vec<Vec<MemberForm<'a>>>,
}

#[derive(Serialize, JsonSchema)]
struct LocalForm<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    summary: SummaryForm<'a>,
}

#[derive(Serialize, JsonSchema)]
struct RowForm<'a> {
    id: &'a str,
    citation: String,
    text: &'a str,
    cells: BTreeMap<&'a str, CellForm>,
}

#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum CellForm {
    Coverage(CoverageForm),
    Verdict {
        status: Code<Status>,
        topic_only: bool,
        applicability: Code<Applies>,
        decided_by: Code<DecidedBy>,
    },
}

impl From<&Cell> for CellForm {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Coverage(coverage) => Self::Coverage(coverage.into()),
            Cell::Verdict {
                status,
                topic_only,
                applies,
                decided_by,
            } => Self::Verdict {
                status: Code(*status),
                topic_only: *topic_only,
                applicability: Code(*applies),
                decided_by: Code(*decided_by),
            },
        }
    }
}

#[derive(Serialize, JsonSchema)]
struct MemberForm<'a> {
    document: &'a str,
    clause: &'a str,
    citation: String,
    text: &'a str,
}

/// Writes the matrix as one object.
pub fn write(coverage: &Coverage, out: &mut dyn Write) -> io::Result<()> {
    let plan = &coverage.reference.plan;
    let ids = |clauses: &[usize]| {
        clauses
            .iter()
            .map(|&at| plan.clauses[at].id.as_str())
            .collect()
    };
    let form = Form {
        schema: "plan.coverage/1",
        program: PROGRAM,
        reference: Head::of(coverage.reference),
        locals: coverage
            .locals
            .iter()
            .map(|(document, alignment)| LocalForm {
                head: Head::of(document),
                summary: SummaryForm::new(&alignment.summary, plan),
            })
            .collect(),
        rows: rows(coverage),
        taken_up_by_all: ids(&coverage.matrix.taken_up_by_all),
        taken_up_by_none: ids(&coverage.matrix.taken_up_by_none),
        shared_additions: shared(coverage),
    };
    write_form(&form, out)
}

fn rows<'a>(coverage: &Coverage<'a>) -> Vec<RowForm<'a>> {
    let form = |row: &crate::survey::Row| {
        let (citation, text) = coverage.row_head(row.part);
        let cells = coverage.ids().zip(row.cells.iter().map(CellForm::from));
        RowForm {
            id: coverage.row_id(row.part),
            citation,
            text,
            cells: cells.collect(),
        }
    };
    coverage.matrix.rows.iter().map(form).collect()
}

fn shared<'a>(coverage: &Coverage<'a>) -> Vec<Vec<MemberForm<'a>>> {
    let member = |member: &crate::survey::Addition| {
        let document = &coverage.locals[member.local].0;
        let plan: &Plan = &document.plan;
        MemberForm {
            document: &document.id,
            clause: &plan.clauses[member.clause].id,
            citation: plan.citation(member.clause),
            text: plan.text(member.clause),
        }
    };
    let groups = coverage.matrix.shared_additions.iter();
    groups
        .map(|group| group.members.iter().map(member).collect())
        .collect()
}
