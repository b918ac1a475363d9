//! `plan.instruments/1`.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::Instruments;
use crate::report::json::code::Code;
use crate::report::json::{Head, PROGRAM, Program, write as write_form};
use crate::survey::{Deed, Todo};

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'a> {
    #[schemars(extend("const" = "plan.instruments/1"))]
    schema: &'static str,
    program: Program,
    reference: Head<'a>,
    locals: Vec<Head<'a>>,
    instruments: Vec<NamedForm<'a>>,
}

/// A document that the reference names.
#[derive(Serialize, JsonSchema)]
struct NamedForm<'a> {
    title: &'a str,
    titled: bool,
    todo: Code<Todo>,
    /// Ids of the clauses that name it.
    clauses: Vec<&'a str>,
    /// One a local plan, in the order of `locals`.
    locals: Vec<FateForm<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct FateForm<'a> {
    local: &'a str,
    deed: Code<Deed>,
    places: Vec<PlaceForm<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct PlaceForm<'a> {
    clause: &'a str,
    citation: String,
    /// The document as the local plan calls it.
    title: &'a str,
    /// The full title, where it is called by a short one.
    full_title: Option<&'a str>,
    text: &'a str,
}

/// Writes every document with what every local plan does.
pub fn write(instruments: &Instruments, out: &mut dyn Write) -> io::Result<()> {
    let clauses = &instruments.reference.plan.clauses;
    let named = instruments.named.iter().map(|one| NamedForm {
        title: &one.title,
        titled: one.titled,
        todo: Code(one.todo),
        clauses: one
            .clauses
            .iter()
            .map(|&at| clauses[at].id.as_str())
            .collect(),
        locals: (one.fates.iter().zip(instruments.locals))
            .map(|(fate, local)| FateForm {
                local: &local.id,
                deed: Code(fate.deed),
                places: (fate.places.iter())
                    .map(|place| PlaceForm {
                        clause: &local.plan.clauses[place.clause].id,
                        citation: local.plan.citation(place.clause),
                        title: place.span.of(&local.plan.outline.text),
                        full_title: place.full.as_deref(),
                        text: local.plan.text(place.clause),
                    })
                    .collect(),
            })
            .collect(),
    });
    let form = Form {
        schema: "plan.instruments/1",
        program: PROGRAM,
        reference: Head::of(instruments.reference),
        locals: instruments.locals.iter().map(Head::of).collect(),
        instruments: named.collect(),
    };
    write_form(&form, out)
}
