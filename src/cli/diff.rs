//! `plan diff REF [BETWEEN] LOCAL`: what a local plan took up of its reference.

use clap::{Arg, ArgAction, ArgMatches, Command};

use regex::Regex;

use super::{Context, Outcome, arguments, forms};
use crate::align::{Depth, Reference, Status};
use crate::report::{self, Comparison, Document, Only, Selection, diff};
use crate::words::{Lang, command as words, error};

const ONLY: [&str; 5] = ["gap", "partial", "covered", "moved", "additions"];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("diff")
        .about(words::diff(lang))
        .arg(arguments::document("reference", "REF", lang))
        .arg(
            arguments::document("local", "LOCAL", lang)
                .num_args(1..=2)
                .action(ArgAction::Append)
                .help(words::argument::diff_local(lang)),
        )
        .override_usage("plan diff [OPTIONS] <REF> [BETWEEN] <LOCAL>")
        .arg(arguments::format(forms::FORMS, lang))
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
    let named: Vec<&String> = matches.get_many("local").expect("required").collect();
    let name = named.last().expect("required");
    // Neither needs the other; on two cores the user waits for one of them.
    let (index, local) = std::thread::scope(|threads| {
        let local = threads.spawn(|| context.document_guided_by(name, &reference));
        let index = Reference::new(&reference.plan);
        (index, local.join().expect("reading never panics"))
    });
    let local = local?;
    if let Some(between) = between(matches, &named, &reference, &local, context)? {
        return super::chain::run([&reference, &between, &local], matches, context);
    }
    let form = arguments::form(matches, forms::FORMS, arguments::EXTENSIONS);
    let depth = match form {
        "json" | "xlsx" => Depth::Evidence,
        _ => Depth::Changes,
    };
    let compared = context.compare(&index, &reference, &local, depth);
    let alignment = compared.alignment;
    let comparison = Comparison {
        reference: &reference,
        local: &local,
        alignment: &alignment,
        decisions: compared.decisions.as_ref(),
    };
    let selection = selection(matches, &comparison, context.lang)?;

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

/// Arguments that choose from a comparison of two plans.
const CHOOSING: [&str; 5] = ["only", "chapter", "unit", "match", "side-by-side"];

/// The plan between: the one named, else that which the register says the local
/// plan answers to, if that one answers to the reference.
fn between(
    matches: &ArgMatches,
    named: &[&String],
    reference: &Document,
    local: &Document,
    context: &Context,
) -> anyhow::Result<Option<Document>> {
    let given =
        |name: &&&str| matches.value_source(name) == Some(clap::parser::ValueSource::CommandLine);
    let chosen = CHOOSING.iter().find(given);
    if let [between, _] = named {
        if let Some(chosen) = chosen {
            anyhow::bail!(error::not_of_three(chosen, context.lang));
        }
        return Ok(Some(context.document_guided_by(between, reference)?));
    }
    let corpus = &context.corpus;
    let above = |document: &Document| {
        let entry = corpus.record_of(&document.source)?;
        entry
            .reference
            .as_deref()
            .and_then(|name| corpus.entry(name))
    };
    let between = above(local).filter(|between| {
        let answers = between.reference.as_deref();
        let answers = answers.and_then(|name| corpus.entry(name));
        chosen.is_none() && answers.is_some_and(|entry| entry.id == reference.id)
    });
    let between = between.map(|entry| context.document_guided_by(&entry.id, reference));
    Ok(between.transpose()?)
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
