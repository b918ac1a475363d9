//! `plan.chain/1`.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::Compared;
use crate::align::Status;
use crate::report::Document;
use crate::report::json::code::Code;
use crate::report::json::{Head, PROGRAM, Program, write as write_form};
use crate::survey::{Added, Asked, Provenance, Reach, Traced};
use crate::task::{Applies, ClauseIndex, Plan};

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'a> {
    #[schemars(extend("const" = "plan.chain/1"))]
    schema: &'static str,
    program: Program,
    reference: Head<'a>,
    between: Head<'a>,
    local: Head<'a>,
    summary: SummaryForm,
    /// The measures of the reference.
    asked: Vec<AskedForm<'a>>,
    /// The measures of the plan between that are not the reference's.
    added: Vec<AddedForm<'a>>,
    /// The measures of the local plan.
    locals: Vec<TracedForm<'a>>,
}

/// Counts. Of what is asked only measures that the locality can carry out.
#[derive(Serialize, JsonSchema)]
struct SummaryForm {
    asked: AskedCounts,
    added: AddedCounts,
    locals: LocalCounts,
}

#[derive(Serialize, JsonSchema)]
struct AskedCounts {
    both: usize,
    between_only: usize,
    local_only: usize,
    neither: usize,
}

#[derive(Serialize, JsonSchema)]
struct AddedCounts {
    covered: usize,
    partial: usize,
    gap: usize,
}

#[derive(Serialize, JsonSchema)]
struct LocalCounts {
    reference: usize,
    between: usize,
    own: usize,
}

#[derive(Serialize, JsonSchema)]
struct MeasureForm<'a> {
    id: &'a str,
    citation: String,
    text: &'a str,
}

impl<'a> MeasureForm<'a> {
    fn new(document: &'a Document, clause: ClauseIndex) -> Self {
        let plan = &document.plan;
        Self {
            id: &plan.clauses[clause].id,
            citation: plan.citation(clause),
            text: plan.text(clause),
        }
    }
}

#[derive(Serialize, JsonSchema)]
struct AskedForm<'a> {
    #[serde(flatten)]
    measure: MeasureForm<'a>,
    applicability: Code<Applies>,
    reach: Code<Reach>,
    between: Vec<&'a str>,
    local: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct AddedForm<'a> {
    #[serde(flatten)]
    measure: MeasureForm<'a>,
    status: Code<Status>,
    local: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct TracedForm<'a> {
    #[serde(flatten)]
    measure: MeasureForm<'a>,
    source: Code<Provenance>,
    reference: Vec<&'a str>,
    between: Vec<&'a str>,
}

/// Writes every measure with the ids of its counterparts in the other plans.
pub fn write(compared: &Compared, out: &mut dyn Write) -> io::Result<()> {
    let chain = compared.chain;
    let form = Form {
        schema: "plan.chain/1",
        program: PROGRAM,
        reference: Head::of(compared.reference),
        between: Head::of(compared.between),
        local: Head::of(compared.local),
        summary: SummaryForm {
            asked: AskedCounts {
                both: chain.reached(Reach::Both),
                between_only: chain.reached(Reach::Between),
                local_only: chain.reached(Reach::Local),
                neither: chain.reached(Reach::Neither),
            },
            added: AddedCounts {
                covered: chain.added_with(Status::Covered),
                partial: chain.added_with(Status::Partial),
                gap: chain.added_with(Status::Gap),
            },
            locals: LocalCounts {
                reference: chain.from(Provenance::Reference),
                between: chain.from(Provenance::Between),
                own: chain.from(Provenance::Own),
            },
        },
        asked: chain.asked.iter().map(|one| asked(compared, one)).collect(),
        added: chain.added.iter().map(|one| added(compared, one)).collect(),
        locals: chain
            .locals
            .iter()
            .map(|one| traced(compared, one))
            .collect(),
    };
    write_form(&form, out)
}

fn ids<'a>(plan: &'a Plan, clauses: &[ClauseIndex]) -> Vec<&'a str> {
    let ids = clauses.iter().map(|&at| plan.clauses[at].id.as_str());
    ids.collect()
}

fn asked<'a>(compared: &Compared<'a>, one: &Asked) -> AskedForm<'a> {
    AskedForm {
        measure: MeasureForm::new(compared.reference, one.clause),
        applicability: Code(one.applies),
        reach: Code(one.reach()),
        between: ids(&compared.between.plan, &one.between),
        local: ids(&compared.local.plan, &one.local),
    }
}

fn added<'a>(compared: &Compared<'a>, one: &Added) -> AddedForm<'a> {
    AddedForm {
        measure: MeasureForm::new(compared.between, one.clause),
        status: Code(one.status),
        local: ids(&compared.local.plan, &one.local),
    }
}

fn traced<'a>(compared: &Compared<'a>, one: &Traced) -> TracedForm<'a> {
    TracedForm {
        measure: MeasureForm::new(compared.local, one.clause),
        source: Code(one.source),
        reference: ids(&compared.reference.plan, &one.reference),
        between: ids(&compared.between.plan, &one.between),
    }
}
