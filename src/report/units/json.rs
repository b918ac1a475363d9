//! `plan.units/1`.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::{Units, grid};
use crate::report::Document;
use crate::report::json::{Head, PROGRAM, Program, write as write_form};
use crate::survey::{Assignments, Body};
use crate::task::Role;

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'a> {
    #[schemars(extend("const" = "plan.units/1"))]
    schema: &'static str,
    program: Program,
    documents: Vec<DocumentForm<'a>>,
}

/// `tasks` and `groups` are null where the document lists no units: nobody
/// was counted.
#[derive(Serialize, JsonSchema)]
struct DocumentForm<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    tasks: Option<usize>,
    groups: Option<usize>,
    units: Vec<UnitForm<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct UnitForm<'a> {
    name: &'a str,
    names: Vec<&'a str>,
    groups: usize,
    lead_alone: usize,
    lead_jointly: usize,
    first_named: usize,
    lead: Vec<&'a str>,
    support: Vec<&'a str>,
    responsible: Vec<&'a str>,
    with: Vec<PartnerForm<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct PartnerForm<'a> {
    name: &'a str,
    tasks: usize,
}

/// Writes the units with the ids of their tasks and whom they share them with.
pub fn write(units: &Units, out: &mut dyn Write) -> io::Result<()> {
    let documents = units.documents.iter().enumerate();
    let documents = documents.map(|(at, (document, found))| {
        let named = !found.bodies.is_empty();
        DocumentForm {
            head: Head::of(document),
            tasks: named.then_some(found.tasks.len()),
            groups: named.then_some(found.groups),
            units: units
                .bodies(at)
                .map(|body| unit(document, found, body))
                .collect(),
        }
    });
    let form = Form {
        schema: "plan.units/1",
        program: PROGRAM,
        documents: documents.collect(),
    };
    write_form(&form, out)
}

fn unit<'a>(document: &'a Document, found: &'a Assignments, body: &'a Body) -> UnitForm<'a> {
    let nodes = &document.plan.outline.nodes;
    let ids = |role: Role| {
        body.tasks_as(role)
            .iter()
            .map(|&task| nodes[task].id.as_str())
            .collect()
    };
    UnitForm {
        name: &body.name,
        names: body.names.iter().map(String::as_str).collect(),
        groups: body.groups,
        lead_alone: body.alone,
        lead_jointly: body.jointly(),
        first_named: body.first,
        lead: ids(Role::Lead),
        support: ids(Role::Support),
        responsible: ids(Role::Responsible),
        with: grid::partners(body, found)
            .into_iter()
            .map(|(other, tasks)| PartnerForm {
                name: &other.name,
                tasks,
            })
            .collect(),
    }
}
