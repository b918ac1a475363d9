//! `plan man`: the pages for `man`.

use std::io::Write as _;
use std::path::Path;

use clap::{Arg, ArgMatches, Command};
use clap_mangen::Man;

use super::{Context, Outcome, output, usage};
use crate::words::{Lang, command as words, error, usage as said};

pub(super) fn command(lang: Lang) -> Command {
    Command::new("man").about(words::man(lang)).arg(
        Arg::new("command")
            .value_name("COMMAND")
            .help(words::argument::page_of(lang)),
    )
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let lang = context.lang;
    let mut all = usage::translated(super::command(lang), lang);
    all.build();
    let one = match matches.get_one::<String>("command") {
        Some(name) => all
            .find_subcommand(name)
            .ok_or_else(|| anyhow::anyhow!(error::no_such_command(name, lang)))?,
        None => &all,
    };
    match context.place() {
        Some(folder) => {
            std::fs::create_dir_all(folder).map_err(|cause| output::unwritable(folder, cause))?;
            write(one, folder, context)?;
        }
        None => {
            let mut output = context.output()?;
            output.write_all(page(one, lang)?.as_bytes())?;
            output.finish()?;
        }
    }
    Ok(Outcome::Done)
}

/// Writes the pages of a command and of those below it.
fn write(command: &Command, folder: &Path, context: &Context) -> anyhow::Result<()> {
    let mut output = context.output_at(&folder.join(format!("{}.1", name(command))))?;
    output.write_all(page(command, context.lang)?.as_bytes())?;
    output.finish()?;
    let below = command.get_subcommands();
    below
        .filter(|one| one.get_name() != "help")
        .try_for_each(|one| write(one, folder, context))
}

/// The name by which `man` finds a command's page.
fn name(command: &Command) -> &str {
    let name = command.get_display_name();
    name.unwrap_or_else(|| command.get_name())
}

fn page(command: &Command, lang: Lang) -> anyhow::Result<String> {
    let named = command.clone().name(name(command).to_owned());
    let mut page = Vec::new();
    Man::new(named)
        .source(format!("plan {}", env!("CARGO_PKG_VERSION")))
        .render(&mut page)?;
    let page = String::from_utf8(page)?;
    let lines = page.lines().map(|line| match line.strip_prefix(".SH ") {
        Some(heading) => format!(".SH {}\n", said::manual_heading(heading, lang)),
        None => format!("{line}\n"),
    });
    Ok(lines.collect())
}
