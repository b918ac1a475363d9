//! `plan.ledger/1`.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::Ledger;
use crate::diagnostic::Positions;
use crate::diagnostic::json::Place;
use crate::report::json::{Head, PROGRAM, Program, write as write_form};
use crate::survey::{LedgerTask, Term};
use crate::task::{Deadline, Role};

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'a> {
    #[schemars(extend("const" = "plan.ledger/1"))]
    schema: &'static str,
    program: Program,
    document: Head<'a>,
    /// The plan that the document was compared with.
    reference: Option<Head<'a>>,
    /// The years that the document says it is for.
    period: Option<Period>,
    tasks: Vec<TaskForm<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Period {
    first: u32,
    last: u32,
}

#[derive(Serialize, JsonSchema)]
struct TaskForm<'a> {
    number: usize,
    id: &'a str,
    citation: String,
    text: String,
    /// The years in which it is due, as far as the document names them.
    years: Vec<u32>,
    /// Whether it recurs in years that the document does not name.
    recurring: bool,
    /// Whether no deadline and no frequency is stated: 未定时限.
    open: bool,
    deadlines: Vec<DeadlineForm<'a>>,
    /// The clauses of the reference that its clauses are linked with.
    rests_on: Vec<ClauseForm<'a>>,
    units: UnitsForm<'a>,
}

#[derive(Serialize, JsonSchema)]
struct DeadlineForm<'a> {
    text: &'a str,
    span: Place,
    recurring: bool,
    year: Option<u32>,
}

#[derive(Serialize, JsonSchema)]
struct ClauseForm<'a> {
    id: &'a str,
    citation: String,
    text: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct UnitsForm<'a> {
    lead: Vec<&'a str>,
    support: Vec<&'a str>,
    responsible: Vec<&'a str>,
}

/// Writes each task once, in document order.
pub fn write(ledger: &Ledger, out: &mut dyn Write) -> io::Result<()> {
    let period = ledger.ledger.period;
    let positions = Positions::new(&ledger.document.plan.outline.text);
    let tasks = ledger.ledger.tasks.iter().zip(1..);
    let form = Form {
        schema: "plan.ledger/1",
        program: PROGRAM,
        document: Head::of(ledger.document),
        reference: ledger.reference.map(Head::of),
        period: period.map(|(first, last)| Period { first, last }),
        tasks: tasks
            .map(|(task, number)| self::task(ledger, task, number, &positions))
            .collect(),
    };
    write_form(&form, out)
}

fn task<'a>(
    ledger: &Ledger<'a>,
    task: &'a LedgerTask,
    number: usize,
    positions: &Positions,
) -> TaskForm<'a> {
    let plan = &ledger.document.plan;
    let text = &plan.outline.text;
    let mut deadlines: Vec<&Deadline> = Vec::new();
    for deadline in task.due.iter().flat_map(|due| &due.deadlines) {
        if !deadlines.contains(&deadline) {
            deadlines.push(deadline);
        }
    }
    deadlines.sort_by_key(|deadline| deadline.span.start);
    let terms = || task.due.iter().map(|due| due.term);
    let clauses = task
        .rests_on
        .iter()
        .zip(std::iter::repeat(ledger.reference));
    TaskForm {
        number,
        id: &plan.outline.nodes[task.task].id,
        citation: plan.outline.citation(task.task),
        text: plan.wording(task.task),
        years: terms()
            .filter_map(|term| match term {
                Term::Year(year) => Some(year),
                Term::Recurring | Term::NoYear | Term::Open => None,
            })
            .collect(),
        recurring: terms().any(|term| term == Term::Recurring),
        open: terms().any(|term| term == Term::Open),
        deadlines: deadlines
            .into_iter()
            .map(|deadline| DeadlineForm {
                text: deadline.span.of(text),
                span: Place::new(deadline.span, positions),
                recurring: deadline.recurring,
                year: deadline.year(text),
            })
            .collect(),
        rests_on: clauses
            .filter_map(|(&clause, reference)| {
                let plan = &reference?.plan;
                Some(ClauseForm {
                    id: &plan.clauses[clause].id,
                    citation: plan.citation(clause),
                    text: plan.text(clause),
                })
            })
            .collect(),
        units: UnitsForm {
            lead: plan.units(task.task, Role::Lead),
            support: plan.units(task.task, Role::Support),
            responsible: plan.units(task.task, Role::Responsible),
        },
    }
}
