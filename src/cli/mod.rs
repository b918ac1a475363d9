//! Arguments → calls; one file a subcommand.
//!
//! Exit status: 0 done, 1 something was found, 2 could not run or a file was
//! refused. A closed pipe ends quietly with 0.

mod add;
mod arguments;
mod chain;
mod check;
mod completions;
mod context;
mod coverage;
mod decisions;
mod diff;
mod document;
mod eval;
mod explain;
mod export;
mod folder;
mod forms;
mod import;
mod instruments;
mod ledger;
mod list;
mod lock;
mod man;
mod many;
mod output;
mod report;
mod reuse;
mod rule;
mod schema;
mod settings;
mod show;
mod stream;
mod units;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::words::{Lang, command as words};
use context::Context;
use settings::{Settings, SettingsError};

/// How a command ended that could run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All was done, nothing was found.
    Done,
    /// Something was found, or differs where `--exit-code` was asked for.
    Findings,
    /// A file was refused; the others were done.
    Refused,
}

/// A subcommand: its arguments and what it does.
struct Subcommand {
    command: fn(Lang) -> Command,
    run: fn(&ArgMatches, &Context) -> anyhow::Result<Outcome>,
}

const SUBCOMMANDS: &[Subcommand] = &[
    Subcommand {
        command: list::command,
        run: list::run,
    },
    Subcommand {
        command: add::command,
        run: add::run,
    },
    Subcommand {
        command: show::command,
        run: show::run,
    },
    Subcommand {
        command: export::command,
        run: export::run,
    },
    Subcommand {
        command: import::command,
        run: import::run,
    },
    Subcommand {
        command: diff::command,
        run: diff::run,
    },
    Subcommand {
        command: coverage::command,
        run: coverage::run,
    },
    Subcommand {
        command: report::command,
        run: report::run,
    },
    Subcommand {
        command: units::command,
        run: units::run,
    },
    Subcommand {
        command: instruments::command,
        run: instruments::run,
    },
    Subcommand {
        command: ledger::command,
        run: ledger::run,
    },
    Subcommand {
        command: explain::command,
        run: explain::run,
    },
    Subcommand {
        command: reuse::command,
        run: reuse::run,
    },
    Subcommand {
        command: stream::command,
        run: stream::run,
    },
    Subcommand {
        command: check::command,
        run: check::run,
    },
    Subcommand {
        command: rule::command,
        run: rule::run,
    },
    Subcommand {
        command: schema::command,
        run: schema::run,
    },
    Subcommand {
        command: decisions::command,
        run: decisions::run,
    },
    Subcommand {
        command: eval::command,
        run: eval::run,
    },
    Subcommand {
        command: completions::command,
        run: completions::run,
    },
    Subcommand {
        command: man::command,
        run: man::run,
    },
];

/// Runs the command line and says how it ended.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let folder = std::env::current_dir().unwrap_or_default();
    let settings = Settings::find(&folder);
    let set = settings.as_ref().ok().and_then(Settings::lang);
    let lang = arguments::language(&arguments, set);
    if completions::answer(&arguments, || usage::translated(command(lang), lang)) {
        return ExitCode::SUCCESS;
    }
    let matches = match parsed(&usage::arguments(arguments), settings, lang) {
        Ok(matches) => matches,
        Err(ended) => return ended,
    };
    match run(&matches, lang) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Refused) => ExitCode::from(2),
        Err(error) if output::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error, lang);
            ExitCode::from(2)
        }
    }
}

/// What was asked for; else how the program ends after it told of its help or
/// of an error.
fn parsed(
    arguments: &[OsString],
    settings: Result<Settings, SettingsError>,
    lang: Lang,
) -> Result<ArgMatches, ExitCode> {
    let is_plain = settings.as_ref().is_ok_and(Settings::set_no_arguments);
    if let Some(matches) = is_plain.then(|| parsed_alone(arguments, lang)).flatten() {
        return Ok(matches);
    }
    let command = settings.and_then(|settings| settings.apply(command(lang)));
    let command = command.map_err(|error| {
        output::complain(&anyhow::anyhow!(error.message(lang)), lang);
        ExitCode::from(2)
    })?;
    let matches = usage::translated(command, lang).try_get_matches_from(arguments);
    matches.map_err(|error| {
        match usage::message(&error).filter(|_| lang == Lang::Zh) {
            Some(message) => output::note(&message),
            None => drop(error.print()),
        }
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
    })
}

/// What was asked for where a command is named first and nothing is wrong. The
/// parsers of the other commands, and all words in the reader's language, are
/// of use only for help and for errors.
fn parsed_alone(arguments: &[OsString], lang: Lang) -> Option<ArgMatches> {
    let name = arguments.get(1)?.to_str()?;
    let subcommand = SUBCOMMANDS
        .iter()
        .map(|subcommand| (subcommand.command)(lang))
        .find(|subcommand| subcommand.get_name() == name)?;
    let command = program(lang).subcommand(subcommand);
    command.try_get_matches_from(arguments).ok()
}

/// The program with all its commands.
fn command(lang: Lang) -> Command {
    let all = SUBCOMMANDS
        .iter()
        .map(|subcommand| (subcommand.command)(lang));
    program(lang).subcommands(all)
}

/// The program without its commands.
fn program(lang: Lang) -> Command {
    Command::new("plan")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words::about(lang))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .args(arguments::everywhere(lang))
}

fn run(matches: &ArgMatches, lang: Lang) -> anyhow::Result<Outcome> {
    let (name, matches) = matches.subcommand().expect("a subcommand is required");
    let subcommand = SUBCOMMANDS
        .iter()
        .find(|subcommand| (subcommand.command)(lang).get_name() == name)
        .expect("clap lets only known subcommands through");
    let context = Context::new(matches, lang, name == "add")?;
    let outcome = (subcommand.run)(matches, &context)?;
    context.decisions.tell_unused(lang);
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_consistent_in_both_languages() {
        for lang in [Lang::En, Lang::Zh] {
            usage::translated(command(lang), lang).debug_assert();
        }
    }
}
