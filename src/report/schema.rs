//! The JSON Schema of each data form, told from the types that write it.
//!
//! What may change within a version of a form: fields may be added, codes may
//! be added to a set, and descriptions may change. Whatever would break a
//! reader (a field taken away, renamed, of another type, nullability or meaning)
//! makes a new version. To add a form, derive `JsonSchema` for the type that
//! writes it and add a line to [`FORMS`].

use std::io::{self, Write};

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};

use super::{chain, coverage, instruments, json, ledger, reuse, units};
use crate::{decide, diagnostic};

/// A data form with its name and version.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// What its data say in `schema`, such as `plan.document/1`.
    pub name: &'static str,
    /// The command that prints it, or reads it.
    pub command: &'static str,
    schema: fn() -> Schema,
}

/// All forms, the documents first.
pub const FORMS: &[Form] = &[
    form::<json::document::Form>("plan.document/1", "plan export DOC"),
    form::<json::document::Forms>("plan.documents/1", "plan export DOC DOC…"),
    form::<json::lines::Form>("plan.node/1", "plan export DOC --format jsonl"),
    form::<json::alignment::Form>("plan.alignment/1", "plan diff REF LOCAL --format json"),
    form::<chain::json::Form>("plan.chain/1", "plan diff REF BETWEEN LOCAL --format json"),
    form::<json::explain::Form>(
        "plan.explanation/1",
        "plan explain REF:ID LOCAL --format json",
    ),
    form::<coverage::json::Form>("plan.coverage/1", "plan coverage REF --format json"),
    form::<coverage::json_lines::Form>(
        "plan.coverage-column/1",
        "plan coverage REF --format json-lines",
    ),
    form::<reuse::Form>("plan.reuse/1", "plan reuse DIR --format json-lines"),
    form::<units::json::Form>("plan.units/1", "plan units DOC --format json"),
    form::<instruments::json::Form>(
        "plan.instruments/1",
        "plan instruments REF LOCAL --format json",
    ),
    form::<ledger::json::Form>("plan.ledger/1", "plan ledger DOC --format json"),
    form::<json::register::Form>("plan.corpus/1", "plan list --format json"),
    form::<diagnostic::json::DiagnosticsForm>("plan.diagnostics/1", "plan check --format json"),
    form::<diagnostic::statistics::StatisticsForm>(
        "plan.statistics/1",
        "plan check --statistics --format json",
    ),
    form::<super::rule::Form>("plan.rules/1", "plan rule --format json"),
    form::<json::eval::Form>("plan.evaluation/1", "plan eval GOLD --format json"),
    form::<json::refusal::Form>("plan.refusal/1", "plan stream"),
    Form {
        name: "plan.decisions/1",
        command: "plan report REF, read by --decisions FILE",
        schema: read::<decide::Form>,
    },
];

const fn form<T: JsonSchema>(name: &'static str, command: &'static str) -> Form {
    Form {
        name,
        command,
        schema: written::<T>,
    }
}

/// The schema of data as they are written: a field that may be left out is
/// optional, any other stands.
fn written<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    SchemaGenerator::new(settings).into_root_schema_for::<T>()
}

/// The schema of data as they are read: a field that has a default is optional.
fn read<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    SchemaGenerator::new(settings).into_root_schema_for::<T>()
}

/// The form of this name: `document` or `plan.document/1`.
pub fn find(name: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| {
        let short = form.name.strip_prefix("plan.").unwrap_or(form.name);
        name == form.name
            || short.split_once('/').is_some_and(|(word, _)| word == name)
            || short == name
    })
}

/// A line a form: its name and its command.
pub fn list(out: &mut dyn Write) -> io::Result<()> {
    FORMS
        .iter()
        .try_for_each(|form| writeln!(out, "{:<22}  {}", form.name, form.command))
}

impl Form {
    /// The JSON Schema (2020-12).
    pub fn schema(&self) -> serde_json::Value {
        let mut schema = (self.schema)();
        schema.insert("title".to_owned(), self.name.into());
        schema.to_value()
    }

    /// Writes the schema.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        json::write(&self.schema(), out)
    }
}
