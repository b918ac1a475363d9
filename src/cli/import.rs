//! `plan import FILE…`: exported documents read back.

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};

use super::export::{self, Shape};
use super::{Context, Outcome, output};
use crate::report::Document;
use crate::words::{Lang, command as words, error};

pub(super) fn command(lang: Lang) -> Command {
    Command::new("import")
        .about(words::import(lang))
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .num_args(1..)
                .action(ArgAction::Append)
                .value_hint(ValueHint::FilePath)
                .help(words::argument::exported(lang)),
        )
        .args(export::options(lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let files: Vec<&String> = matches.get_many("file").expect("required").collect();
    let mut documents = Vec::new();
    let mut outcome = Outcome::Done;
    for file in &files {
        match read(file, context) {
            Ok(read) => documents.extend(read),
            Err(error) if files.len() > 1 => {
                output::complain(&error, context.lang);
                outcome = Outcome::Refused;
            }
            Err(error) => return Err(error),
        }
    }
    let shape = match (&files[..], &documents[..]) {
        ([_], [_]) => Shape::One,
        _ => Shape::Several,
    };
    export::write(matches, context, documents, shape)?;
    Ok(outcome)
}

fn read(file: &str, context: &Context) -> anyhow::Result<Vec<Document>> {
    let found = context
        .corpus
        .read_exported(file, &context.limits)?
        .ok_or_else(|| anyhow::anyhow!(error::no_export(file, context.lang)))?;
    let documents = found.into_iter().map(|found| context.understood(found));
    Ok(documents.collect::<Result<_, _>>()?)
}
