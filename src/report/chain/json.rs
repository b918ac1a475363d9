//! `plan.chain/1`.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::Compared;
use crate::align::Status;
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
struct AskedForm<'a> {
    id: &'a str,
    citation: String,
    text: &'a str,
    applicability: Code<Applies>,
    reach: Code<Reach>,
    between: Vec<&'a str>,
    local: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct AddedForm<'a> {
    id: &'a str,
    citation: String,
    text: &'a str,
    status: Code<Status>,
    local: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct TracedForm<'a> {
    id: &'a str,
    citation: String,
    text: &'a str,
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
    let plan = &compared.reference.plan;
    AskedForm {
        id: &plan.clauses[one.clause].id,
        citation: plan.citation(one.clause),
        text: plan.text(one.clause),
        applicability: Code(one.applies),
        reach: Code(one.reach()),
        between: ids(&compared.between.plan, &one.between),
        local: ids(&compared.local.plan, &one.local),
    }
}

fn added<'a>(compared: &Compared<'a>, one: &Added) -> AddedForm<'a> {
    let plan = &compared.between.plan;
    AddedForm {
        id: &plan.clauses[one.clause].id,
        citation: plan.citation(one.clause),
        text: plan.text(one.clause),
        status: Code(one.status),
        local: ids(&compared.local.plan, &one.local),
    }
}

fn traced<'a>(compared: &Compared<'a>, one: &Traced) -> TracedForm<'a> {
    let plan = &compared.local.plan;
    TracedForm {
        id: &plan.clauses[one.clause].id,
        citation: plan.citation(one.clause),
        text: plan.text(one.clause),
        source: Code(one.source),
        reference: ids(&compared.reference.plan, &one.reference),
        between: ids(&compared.between.plan, &one.between),
    }
}
