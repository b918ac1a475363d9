//! `plan.explanation/1`: why clauses are linked or not.

use std::collections::BTreeSet;
use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::alignment::{
    ClauseForm, DecisionsForm, LocalForm, NearestForm, clause_forms, local_forms,
};
use super::{Head, PROGRAM, Program, rounded, write};
use crate::report::{Comparison, Explained};
use crate::words::Lang;

/// The clauses with their links and what came near, and the local clauses
/// that these name, as in `plan.alignment/1`.
pub fn explanation(
    comparison: &Comparison,
    explained: &Explained,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (link, only) = explained.thresholds;
    let verdicts = &comparison.alignment.clauses;
    let near = explained.clauses.iter().flat_map(|&clause| {
        let verdict = &verdicts[clause];
        let links = verdict.links.iter().map(|link| link.local);
        links.chain(verdict.nearest.iter().map(|near| near.local))
    });
    let named = explained.pairs.iter().map(|(_, local, _)| *local);
    let locals: BTreeSet<usize> = near.chain(named).collect();
    let pair = |(clause, local, near): &'_ (usize, usize, Option<_>)| PairForm {
        clause: &comparison.reference.plan.clauses[*clause].id,
        local: &comparison.local.plan.clauses[*local].id,
        linked: verdicts[*clause]
            .links
            .iter()
            .any(|link| link.local == *local),
        considered: near
            .as_ref()
            .map(|near| NearestForm::new(near, *clause, comparison, lang)),
    };
    write(
        &Form {
            schema: "plan.explanation/1",
            program: PROGRAM,
            reference: Head::of(comparison.reference),
            local: Head::of(comparison.local),
            decisions: comparison.decisions.map(DecisionsForm::of),
            thresholds: Thresholds {
                link: rounded(link),
                only: rounded(only),
            },
            clauses: clause_forms(comparison, explained.clauses.iter().copied(), lang),
            pairs: explained.pairs.iter().map(pair).collect(),
            locals: local_forms(comparison, locals.into_iter()),
        },
        out,
    )
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'a> {
    #[schemars(extend("const" = "plan.explanation/1"))]
    schema: &'static str,
    program: Program,
    reference: Head<'a>,
    local: Head<'a>,
    decisions: Option<DecisionsForm<'a>>,
    thresholds: Thresholds,
    clauses: Vec<ClauseForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pairs: Vec<PairForm<'a>>,
    locals: Vec<LocalForm<'a>>,
}

/// The confidence that a link needs, and the only one of a clause.
#[derive(Serialize, JsonSchema)]
struct Thresholds {
    link: f64,
    only: f64,
}

#[derive(Serialize, JsonSchema)]
struct PairForm<'a> {
    clause: &'a str,
    local: &'a str,
    linked: bool,
    considered: Option<NearestForm<'a>>,
}
