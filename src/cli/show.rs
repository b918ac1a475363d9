//! `plan show DOC [ID]`: the task tree to read.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{Context, Outcome, arguments};
use crate::report;
use crate::words::Lang;
use crate::words::{command as words, error};

pub(super) fn command(lang: Lang) -> Command {
    Command::new("show")
        .about(words::show(lang))
        .arg(arguments::document("document", "DOC", lang))
        .arg(
            Arg::new("node")
                .value_name("ID")
                .help(words::argument::node(lang)),
        )
        .arg(
            Arg::new("depth")
                .long("depth")
                .value_name("N")
                .value_parser(value_parser!(u8).range(1..))
                .help(words::argument::depth(lang)),
        )
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let name = matches.get_one::<String>("document").expect("required");
    let document = context.document(name)?;
    let root =
        match matches.get_one::<String>("node") {
            None => None,
            Some(id) => Some(document.plan.outline.find(id).ok_or_else(|| {
                anyhow::anyhow!(error::no_such_node(&document.id, id, context.lang))
            })?),
        };
    let depth = matches.get_one::<u8>("depth").copied();
    let mut output = context.output()?;
    report::tree::write(&document, root, depth, &context.look(), &mut output)?;
    output.finish()?;
    Ok(Outcome::Done)
}
