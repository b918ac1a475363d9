//! `plan diff REF LOCAL`: what a local plan took up of its reference.

use clap::{Arg, ArgAction, ArgMatches, Command};

use regex::Regex;

use super::{Context, Outcome, arguments};
use crate::align::{Reference, Status};
use crate::report::{self, Comparison, Only, Selection, diff};
use crate::words::{Lang, command as words, error};

const FORMS: &[&str] = &["table", "json", "csv", "markdown", "xlsx"];
const ONLY: [&str; 5] = ["gap", "partial", "covered", "moved", "additions"];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("diff")
        .about(words::diff(lang))
        .arg(arguments::document("reference", "REF", lang))
        .arg(arguments::document("local", "LOCAL", lang))
        .arg(arguments::format(FORMS, lang))
        .arg(
            Arg::new("only")
                .long("only")
                .value_name("WHAT")
                .value_parser(ONLY)
                .value_delimiter(',')
                .action(ArgAction::Append)
                .help(words::argument::only(lang)),
        )
        .arg(
            Arg::new("chapter")
                .long("chapter")
                .value_name("CHAPTER")
                .help(words::argument::chapter(lang)),
        )
        .arg(
            Arg::new("unit")
                .long("unit")
                .value_name("UNIT")
                .help(words::argument::unit(lang)),
        )
        .arg(
            Arg::new("match")
                .long("match")
                .value_name("PATTERN")
                .value_parser(|pattern: &str| Regex::new(pattern))
                .help(words::argument::pattern(lang)),
        )
        .arg(
            Arg::new("side-by-side")
                .long("side-by-side")
                .short('y')
                .action(ArgAction::SetTrue)
                .help(words::argument::side_by_side(lang)),
        )
        .arg(arguments::bom(lang))
        .arg(
            Arg::new("exit-code")
                .long("exit-code")
                .action(ArgAction::SetTrue)
                .help(words::argument::exit_code(lang)),
        )
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let reference = context.document(matches.get_one::<String>("reference").expect("required"))?;
    let local = matches.get_one::<String>("local").expect("required");
    // Neither needs the other; on two cores the user waits for one of them.
    let (index, local) = std::thread::scope(|threads| {
        let local = threads.spawn(|| context.document_guided_by(local, &reference));
        let index = Reference::new(&reference.plan);
        (index, local.join().expect("reading never panics"))
    });
    let local = local?;
    let compared = context.compare(&index, &reference, &local);
    let alignment = compared.alignment;
    let comparison = Comparison {
        reference: &reference,
        local: &local,
        alignment: &alignment,
        decisions: compared.decisions.as_ref(),
    };
    let selection = selection(matches, &comparison, context.lang)?;

    let form = arguments::form(matches, FORMS, arguments::EXTENSIONS);
    let lang = context.lang;
    let mut output = context.output_of(form)?;
    match form {
        "json" => report::json::alignment(&comparison, lang, &mut output)?,
        "csv" => {
            let bom = matches.get_flag("bom");
            diff::csv(&comparison, &selection, bom, lang, &mut output)?;
        }
        "markdown" => diff::markdown(&comparison, &selection, lang, &mut output)?,
        "xlsx" => diff::xlsx(&comparison, &selection, lang, &mut output)?,
        _ if matches.get_flag("side-by-side") => {
            diff::side_by_side(&comparison, &selection, &context.look(), &mut output)?;
        }
        _ => diff::table(&comparison, &selection, &context.look(), &mut output)?,
    }
    output.finish()?;

    let differs = alignment
        .clauses
        .iter()
        .any(|clause| clause.status != Status::Covered);
    Ok(if matches.get_flag("exit-code") && differs {
        Outcome::Findings
    } else {
        Outcome::Done
    })
}

fn selection(
    matches: &ArgMatches,
    comparison: &Comparison,
    lang: Lang,
) -> anyhow::Result<Selection> {
    let only = matches
        .get_many::<String>("only")
        .into_iter()
        .flatten()
        .map(|what| match what.as_str() {
            "gap" => Only::Status(Status::Gap),
            "partial" => Only::Status(Status::Partial),
            "covered" => Only::Status(Status::Covered),
            "moved" => Only::Moved,
            _ => Only::Additions,
        });
    let outline = &comparison.reference.plan.outline;
    let chapter = matches
        .get_one::<String>("chapter")
        .map(|name| {
            outline
                .find(name)
                .filter(|&node| outline.nodes[node].parent.is_none())
                .ok_or_else(|| {
                    anyhow::anyhow!(error::no_such_chapter(&comparison.reference.id, name, lang))
                })
        })
        .transpose()?;
    Ok(Selection {
        only: only.collect(),
        chapter,
        unit: matches.get_one::<String>("unit").cloned(),
        pattern: matches.get_one::<Regex>("match").cloned(),
    })
}
