//! `plan explain REF:ID LOCAL[:ID]`: why a clause is linked or not.

use std::ops::Range;

use clap::{Arg, ArgMatches, Command};
use clap_complete::engine::ArgValueCompleter;

use super::completions::Documents;
use super::{Context, Outcome, arguments};
use crate::align::{Depth, Model, Reference};
use crate::report::{self, Comparison, Document, Explained};
use crate::task::{ClauseIndex, ClauseKind};
use crate::words::explain::error;
use crate::words::{Lang, command as words, error::no_such_node};

const FORMS: &[&str] = &["text", "json"];

pub(super) fn command(lang: Lang) -> Command {
    let argument = |name: &'static str, value_name: &'static str, help: &'static str, ending| {
        Arg::new(name)
            .value_name(value_name)
            .required(true)
            .add(ArgValueCompleter::new(Documents { ending }))
            .help(help)
    };
    Command::new("explain")
        .about(words::explain(lang))
        .arg(argument(
            "clause",
            "REF:ID",
            words::argument::explained(lang),
            ":",
        ))
        .arg(argument(
            "local",
            "LOCAL[:ID]",
            words::argument::explained_local(lang),
            "",
        ))
        .arg(arguments::format(FORMS, lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let argument = |name| matches.get_one::<String>(name).expect("required");
    let (reference, clause) = split(argument("clause"));
    let clause =
        clause.ok_or_else(|| anyhow::anyhow!(error::no_clause_named(reference, context.lang)))?;
    let (local, of_local) = split(argument("local"));

    let reference = context.document(reference)?;
    let local = context.document_guided_by(local, &reference)?;
    let clauses = clauses(&reference, clause, context.lang)?;
    let locals = of_local
        .map(|name| self::clauses(&local, name, context.lang))
        .transpose()?
        .unwrap_or_default();
    let aligner = Reference::new(&reference.plan);
    let compared = context.compare(&aligner, &reference, &local, Depth::Evidence);
    let pairs = if locals.is_empty() {
        Vec::new()
    } else {
        clauses
            .iter()
            .flat_map(|&clause| {
                let near = aligner.nearest(&local.plan, local.level, clause);
                locals.iter().map(move |&other| {
                    let pair = near.iter().find(|near| near.local == other);
                    (clause, other, pair.cloned())
                })
            })
            .collect()
    };
    let comparison = Comparison {
        reference: &reference,
        local: &local,
        alignment: &compared.alignment,
        decisions: compared.decisions.as_ref(),
    };
    let explained = Explained {
        clauses,
        pairs,
        thresholds: Model::shipped().thresholds(),
    };

    let mut output = context.output()?;
    if arguments::form(matches, FORMS, &[("json", "json")]) == "json" {
        report::json::explanation(&comparison, &explained, context.lang, &mut output)?;
    } else {
        report::explain::write(&comparison, &explained, &context.look(), &mut output)?;
    }
    output.finish()?;
    Ok(Outcome::Done)
}

/// A document and, after the last colon, one of its clauses.
fn split(argument: &str) -> (&str, Option<&str>) {
    match argument.rsplit_once([':', '：']) {
        Some((document, clause)) if !document.is_empty() && !clause.contains(['/', '\\']) => {
            (document, Some(clause))
        }
        _ => (argument, None),
    }
}

/// The clause of this id or citation, or all clauses of such a node.
fn clauses(document: &Document, name: &str, lang: Lang) -> anyhow::Result<Vec<ClauseIndex>> {
    let plan = &document.plan;
    if let Some(clause) = plan.find_clause(name) {
        return Ok(vec![clause]);
    }
    let below: Range<ClauseIndex> = plan
        .outline
        .find(name)
        .map(|node| plan.clauses_below(node))
        .ok_or_else(|| anyhow::anyhow!(no_such_node(&document.id, name, lang)))?;
    Ok(below
        .filter(|&at| plan.clauses[at].kind != ClauseKind::Responsibility)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clause_stands_after_the_last_colon() {
        for (argument, expected) in [
            ("central:2.1.p1.s3", ("central", Some("2.1.p1.s3"))),
            ("中央：四（二）第3段", ("中央", Some("四（二）第3段"))),
            ("weihai", ("weihai", None)),
            ("C:\\plans\\city.txt", ("C:\\plans\\city.txt", None)),
            (
                "C:\\plans\\city.txt:2.1",
                ("C:\\plans\\city.txt", Some("2.1")),
            ),
            (":2.1", (":2.1", None)),
        ] {
            assert_eq!(split(argument), expected);
        }
    }
}
