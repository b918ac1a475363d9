//! `plan reuse DIR`: who copied whom.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::{Context, Outcome, arguments, folder, many};
use crate::align::{Depth, Origin, Reference};
use crate::report::{self, reuse::Borrowing};
use crate::survey::{Wording, reuse};
use crate::task;
use crate::words::{Lang, command as words};

const FORMS: &[&str] = &["table", "csv", "json-lines"];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("reuse")
        .about(words::reuse(lang))
        .arg(
            Arg::new("folder")
                .value_name("DIR")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath)
                .help(words::argument::folder(lang)),
        )
        .arg(
            Arg::new("reference")
                .long("reference")
                .value_name("REF")
                .default_value("central")
                .help(words::argument::reference(lang)),
        )
        .arg(arguments::bom(lang))
        .arg(arguments::format(FORMS, lang))
}

/// The local clauses of one plan, and when it was issued.
struct Plan {
    id: String,
    date: Option<task::Date>,
    clauses: Vec<Clause>,
}

struct Clause {
    id: String,
    citation: String,
    text: String,
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let folder: &PathBuf = matches.get_one("folder").expect("required");
    let names = folder::some_documents(folder, context.lang)?;
    let reference = context.document(matches.get_one::<String>("reference").expect("default"))?;
    let index = Reference::new(&reference.plan);
    let mut plans: Vec<Plan> = Vec::with_capacity(names.len());
    let read = |name: &str| {
        let local = context.document_guided_by(name, &reference)?;
        let alignment = context
            .compare(&index, &reference, &local, Depth::Links)
            .alignment;
        let added = alignment.locals.iter().enumerate();
        let added = added.filter(|(_, verdict)| verdict.origin == Some(Origin::Local));
        Ok(Plan {
            date: task::date(&local.plan),
            clauses: added
                .map(|(clause, _)| Clause {
                    id: local.plan.clauses[clause].id.clone(),
                    citation: local.plan.citation(clause),
                    text: local.plan.text(clause).to_owned(),
                })
                .collect(),
            id: local.id,
        })
    };
    many::in_batches(&names, 0, context, read, |batch| {
        plans.extend(batch.into_iter().flatten());
        Ok(())
    })?;
    let refused = names.len() - plans.len();
    // Plans without a date stand last; of equals the order of names decides.
    plans.sort_by_key(|plan| (plan.date.is_none(), plan.date));
    let mut wordings = Vec::new();
    let mut clauses = Vec::new();
    for (at, plan) in plans.iter_mut().enumerate() {
        for clause in plan.clauses.drain(..) {
            wordings.push(Wording {
                plan: at,
                text: clause.text,
            });
            clauses.push((clause.id, clause.citation));
        }
    }
    let found = reuse(&wordings);
    let place = |at: usize| report::reuse::Place {
        plan: &plans[wordings[at].plan].id,
        date: plans[wordings[at].plan].date,
        clause: &clauses[at].0,
        citation: &clauses[at].1,
        text: &wordings[at].text,
    };
    let borrowings = found.iter().map(|one| Borrowing {
        place: place(one.wording),
        earliest: (place(one.earliest.wording), one.earliest.likeness),
        nearest: (place(one.nearest.wording), one.nearest.likeness),
    });
    let counts = report::reuse::Counts {
        plans: plans.len(),
        clauses: wordings.len(),
    };
    let mut output = context.output()?;
    match arguments::form(matches, FORMS, arguments::EXTENSIONS) {
        "csv" => report::reuse::csv(borrowings, matches.get_flag("bom"), &mut output)?,
        "json-lines" => report::reuse::json_lines(borrowings, &mut output)?,
        _ => report::reuse::table(borrowings, counts, &context.look(), &mut output)?,
    }
    output.finish()?;
    Ok(if refused > 0 {
        Outcome::Refused
    } else {
        Outcome::Done
    })
}
