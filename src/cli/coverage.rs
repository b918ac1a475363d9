//! `plan coverage REF [LOCAL…]`: what several local plans took up.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::many::Many;
use super::{Context, Outcome, arguments, folder};
use crate::align::{Depth, Reference};
use crate::report::{self, Document};
use crate::survey::{Grain, Surveyed, rows, survey};
use crate::words::{Lang, command as words};

const FORMS: &[&str] = &[
    "table",
    "json",
    "json-lines",
    "csv",
    "markdown",
    "xlsx",
    "html",
];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("coverage")
        .about(words::coverage(lang))
        .arg(arguments::document("reference", "REF", lang))
        .arg(arguments::locals(lang))
        .arg(
            Arg::new("folder")
                .long("locals")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath)
                .conflicts_with("locals")
                .help(words::argument::locals_folder(lang)),
        )
        .arg(
            Arg::new("by")
                .long("by")
                .value_name("PART")
                .value_parser(["chapter", "section", "clause"])
                .default_value("chapter")
                .help(words::argument::by(lang)),
        )
        .arg(arguments::bom(lang))
        .arg(arguments::format(FORMS, lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let reference = context.document(matches.get_one::<String>("reference").expect("required"))?;
    let names = match matches.get_one::<PathBuf>("folder") {
        Some(folder) => folder::some_documents(folder, context.lang)?,
        None => context.locals(matches, &reference),
    };
    let grain = match matches.get_one::<String>("by").map(String::as_str) {
        Some("clause") => Grain::Clause,
        Some("section") => Grain::Section,
        _ => Grain::Chapter,
    };
    let form = arguments::form(matches, FORMS, arguments::EXTENSIONS);
    if form == "html" {
        return super::report::page(matches, context, &reference, &names);
    }
    let refused = match form {
        "csv" | "json-lines" => {
            let bom = matches.get_flag("bom");
            plan_by_plan(&reference, &names, grain, form, bom, context)?
        }
        _ => at_once(&reference, &names, grain, form, context)?,
    };
    Ok(match refused {
        0 => Outcome::Done,
        _ => Outcome::Refused,
    })
}

/// Writes the forms that take one local plan at a time, none of which is held;
/// says how many were refused.
fn plan_by_plan(
    reference: &Document,
    names: &[String],
    grain: Grain,
    form: &str,
    bom: bool,
    context: &Context,
) -> anyhow::Result<usize> {
    let mut head = Vec::new();
    if form == "csv" {
        report::coverage::csv_head(bom, &mut head)?;
    }
    let many = Many {
        names,
        head: &head,
        kind: format!(
            "{} coverage {form} {grain:?} {:?} {} {bom} {}",
            env!("CARGO_PKG_VERSION"),
            context.guide,
            reference.source.sha256,
            context.decisions.fingerprint()
        ),
    };
    let index = Reference::new(&reference.plan);
    many.write(context, |name| {
        let local = context.document_guided_by(name, reference)?;
        let alignment = context
            .compare(&index, reference, &local, Depth::Links)
            .alignment;
        let surveyed = Surveyed {
            plan: &local.plan,
            alignment: &alignment,
        };
        let column = report::coverage::Column {
            reference,
            local: &local,
            alignment: &alignment,
            rows: &rows(&reference.plan, &[surveyed], grain),
        };
        let mut bytes = Vec::new();
        match form {
            "csv" => report::coverage::csv(&column, &mut bytes)?,
            _ => report::coverage::json_lines(&column, &mut bytes)?,
        }
        Ok(bytes)
    })
}

/// Writes the forms that show all local plans beside each other; says how many
/// were refused.
fn at_once(
    reference: &Document,
    names: &[String],
    grain: Grain,
    form: &str,
    context: &Context,
) -> anyhow::Result<usize> {
    let locals = context.compare_all(reference, names, Depth::Evidence)?;
    let surveyed: Vec<Surveyed> = locals
        .iter()
        .map(|(document, alignment)| Surveyed {
            plan: &document.plan,
            alignment,
        })
        .collect();
    let matrix = survey(&reference.plan, &surveyed, grain);
    let coverage = report::coverage::Coverage {
        reference,
        locals: &locals,
        matrix: &matrix,
    };
    let mut output = context.output_of(form)?;
    match form {
        "json" => report::coverage::json(&coverage, &mut output)?,
        "markdown" => report::coverage::markdown(&coverage, context.lang, &mut output)?,
        "xlsx" => report::coverage::xlsx(&coverage, context.lang, &mut output)?,
        _ => report::coverage::table(&coverage, &context.look(), &mut output)?,
    }
    output.finish()?;
    Ok(names.len() - locals.len())
}
