//! `plan list`: the corpus.

use clap::{ArgMatches, Command};

use super::{Context, Outcome, arguments};
use crate::report;
use crate::words::Lang;
use crate::words::command as words;

const FORMS: &[&str] = &["table", "json"];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("list")
        .about(words::list(lang))
        .arg(arguments::format(FORMS, lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let mut output = context.output()?;
    match arguments::form(matches, FORMS, &[("json", "json")]) {
        "json" => report::json::corpus(context.corpus.entries(), &mut output)?,
        _ => report::table::corpus(context.corpus.entries(), &context.look(), &mut output)?,
    }
    output.finish()?;
    Ok(Outcome::Done)
}
