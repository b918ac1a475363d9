//! `plan coverage REF [LOCAL…]`: what several local plans took up.

use clap::{Arg, ArgMatches, Command};

use super::{Context, Outcome, arguments, output};
use crate::align::{Alignment, Reference};
use crate::report::{self, Document};
use crate::survey::{Grain, Surveyed, survey};
use crate::words::{Lang, command as words};

const FORMS: &[&str] = &["table", "json", "csv", "markdown", "xlsx", "html"];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("coverage")
        .about(words::coverage(lang))
        .arg(arguments::document("reference", "REF", lang))
        .arg(arguments::locals(lang))
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
    let names = context.locals(matches, &reference);
    let form = arguments::form(matches, FORMS, arguments::EXTENSIONS);
    if form == "html" {
        return super::report::page(matches, context, &reference, &names);
    }
    let index = Reference::new(&reference.plan);
    let mut locals: Vec<(Document, Alignment)> = Vec::new();
    for name in &names {
        match context.document_guided_by(name, &reference) {
            Ok(local) => {
                let alignment = index.align(&local.plan, local.level);
                locals.push((local, alignment));
            }
            Err(error) if names.len() > 1 => output::complain(&error.into(), context.lang),
            Err(error) => return Err(error.into()),
        }
    }
    let surveyed: Vec<Surveyed> = locals
        .iter()
        .map(|(document, alignment)| Surveyed {
            plan: &document.plan,
            alignment,
        })
        .collect();
    let grain = match matches.get_one::<String>("by").map(String::as_str) {
        Some("clause") => Grain::Clause,
        Some("section") => Grain::Section,
        _ => Grain::Chapter,
    };
    let matrix = survey(&reference.plan, &surveyed, grain);
    let coverage = report::coverage::Coverage {
        reference: &reference,
        locals: &locals,
        matrix: &matrix,
    };

    let mut output = context.output_of(form)?;
    match form {
        "json" => report::coverage::json(&coverage, &mut output)?,
        "csv" => report::coverage::csv(&coverage, matches.get_flag("bom"), &mut output)?,
        "markdown" => report::coverage::markdown(&coverage, context.lang, &mut output)?,
        "xlsx" => report::coverage::xlsx(&coverage, context.lang, &mut output)?,
        _ => report::coverage::table(&coverage, &context.look(), &mut output)?,
    }
    output.finish()?;
    Ok(if locals.len() == names.len() {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}
