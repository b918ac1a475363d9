//! `plan schema [FORM]`: the JSON Schema of a data form.

use clap::{Arg, ArgMatches, Command};

use super::{Context, Outcome};
use crate::report::schema;
use crate::words::{Lang, command as words, error};

pub(super) fn command(lang: Lang) -> Command {
    Command::new("schema").about(words::schema(lang)).arg(
        Arg::new("form")
            .value_name("FORM")
            .help(words::argument::schema(lang)),
    )
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let named = matches.get_one::<String>("form");
    let form = match named {
        Some(name) => Some(schema::find(name).ok_or_else(|| {
            anyhow::anyhow!(error::no_such_form(
                name,
                &schema::FORMS
                    .iter()
                    .map(|form| form.name)
                    .collect::<Vec<_>>(),
                context.lang
            ))
        })?),
        None => None,
    };
    let mut output = context.output()?;
    match form {
        Some(form) => form.write(&mut output)?,
        None => schema::list(&mut output)?,
    }
    output.finish()?;
    Ok(Outcome::Done)
}
