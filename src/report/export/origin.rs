//! Where an export comes from. No clock times: two runs give the same bytes.

use serde::Serialize;

use super::Exported;
use crate::report::json::{self, DecisionsForm, PROGRAM, Program, Provenance};

/// The program, the files that were read, and what readers decided.
#[derive(Serialize)]
pub(super) struct Origin<'a> {
    pub program: Program,
    pub sources: Vec<Provenance<'a>>,
    /// One entry a pair of documents that decisions were given for.
    pub decisions: Vec<Decided<'a>>,
}

/// The decisions on a pair of documents.
#[derive(Serialize)]
pub(super) struct Decided<'a> {
    reference: &'a str,
    local: &'a str,
    #[serde(flatten)]
    decisions: DecisionsForm<'a>,
}

impl<'a> Origin<'a> {
    pub fn of(exported: &Exported<'a>) -> Self {
        let decided = exported.comparisons.iter().filter_map(|comparison| {
            Some(Decided {
                reference: &comparison.reference.id,
                local: &comparison.local.id,
                decisions: DecisionsForm::of(comparison.decisions?),
            })
        });
        Self {
            program: PROGRAM,
            sources: exported.documents.iter().map(json::provenance).collect(),
            decisions: decided.collect(),
        }
    }
}
