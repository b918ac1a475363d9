//! `plan completions SHELL`, and what a shell asks while somebody types.

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};
use clap_complete::engine::{CompletionCandidate, PathCompleter, ValueCompleter};
use clap_complete::env::Shells;

use super::settings::Settings;
use super::{Context, Outcome, arguments};
use crate::corpus::Corpus;
use crate::words::{Lang, command as words};

/// The variable by which the script of a shell asks for completions.
pub(super) const ASKED_BY: &str = "PLAN_COMPLETE";

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("completions")
        .about(words::completions(lang))
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .value_parser(SHELLS)
                .help(words::argument::shell(lang)),
        )
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let shell: &String = matches.get_one("shell").expect("required");
    let shells = Shells::builtins();
    let shell = shells
        .completer(shell)
        .expect("clap lets only known shells through");
    let mut script = Vec::new();
    shell.write_registration(ASKED_BY, "plan", "plan", "plan", &mut script)?;
    let mut output = context.output()?;
    output.write_all(&script)?;
    output.finish()?;
    Ok(Outcome::Done)
}

/// Answers a shell that asks for completions; says whether one did.
pub(super) fn answer(arguments: &[OsString], command: impl Fn() -> Command) -> bool {
    let folder = std::env::current_dir().ok();
    clap_complete::CompleteEnv::with_factory(command)
        .var(ASKED_BY)
        .try_complete(arguments.to_vec(), folder.as_deref())
        .unwrap_or(true)
}

/// The ids and names of the corpus, and paths.
#[derive(Debug, Default)]
pub(super) struct Documents {
    /// What a document's name must end with: the mark before a clause's id.
    pub(super) ending: &'static str,
}

impl ValueCompleter for Documents {
    fn complete(&self, current: &OsStr) -> Vec<CompletionCandidate> {
        let typed = current.to_string_lossy();
        let corpus = corpus();
        let named = corpus.entries().iter().flat_map(|entry| {
            let called = entry.called().filter(|name| name.starts_with(&*typed));
            called.map(|name| {
                CompletionCandidate::new(format!("{name}{}", self.ending))
                    .help(Some(entry.title.clone().into()))
            })
        });
        named
            .chain(PathCompleter::any().complete(current))
            .collect()
    }
}

/// The corpus that the command being typed would use; what cannot be read is
/// told when the command runs.
fn corpus() -> Corpus {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let named = arguments::option("--corpus", &typed).map(PathBuf::from);
    let set = || {
        let folder = std::env::current_dir().ok()?;
        Settings::find(&folder).ok()?.corpus()
    };
    named
        .or_else(set)
        .and_then(|folder| Corpus::open(&folder).ok())
        .unwrap_or_else(Corpus::embedded)
}
