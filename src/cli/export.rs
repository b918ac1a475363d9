//! `plan export DOC…`: documents as data.

use clap::{ArgAction, ArgMatches, Command};

use super::{Context, Outcome, arguments};
use crate::report;
use crate::words::Lang;
use crate::words::command as words;

const FORMS: &[&str] = &["json", "xlsx"];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("export")
        .about(words::export(lang))
        .arg(
            arguments::document("document", "DOC", lang)
                .num_args(1..)
                .action(ArgAction::Append),
        )
        .arg(arguments::format(FORMS, lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let names: Vec<String> = matches
        .get_many("document")
        .expect("required")
        .cloned()
        .collect();
    let documents = context.documents(&names)?;
    let form = arguments::form(matches, FORMS, arguments::EXTENSIONS);
    let mut output = context.output_of(form)?;
    if form == "xlsx" {
        report::export::xlsx(&documents, context.lang, &mut output)?;
    } else if let ([document], 1) = (documents.as_slice(), names.len()) {
        report::json::document(document, context.lang, &mut output)?;
    } else {
        report::json::documents(&documents, context.lang, &mut output)?;
    }
    output.finish()?;
    Ok(if documents.len() == names.len() {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}
