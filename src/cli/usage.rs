//! The parts of help pages and usage errors that the argument parser words
//! itself, in Chinese.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use crate::words::usage::{self as words, Fault};
use crate::words::{Lang, error};

/// The arguments as the parser takes them: its own `help` knows commands only,
/// and the language has been read by now.
pub(super) fn arguments(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|command| command == "help")
        && let Some(at) = arguments.iter().position(|argument| argument == "--lang")
    {
        arguments.drain(at..arguments.len().min(at + 2));
    }
    arguments
}

/// The command with all headings of its help pages in the language.
pub(super) fn translated(mut command: Command, lang: Lang) -> Command {
    if lang == Lang::En {
        return command;
    }
    command.build();
    headed(command, lang)
}

fn headed(mut command: Command, lang: Lang) -> Command {
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{}{{usage}}\n\n{{all-args}}{{after-help}}",
        words::usage(lang)
    );
    let usage = command.render_usage().to_string();
    let usage = words::usage_line(without_heading(&usage), lang);
    let is_help = command.get_name() == "help";
    let command = if is_help {
        command.about(words::help_command(lang))
    } else {
        command
    };
    command
        .help_template(template)
        .override_usage(usage)
        .subcommand_help_heading(words::commands(lang))
        .mut_args(|argument| {
            let told = match argument.get_id().as_str() {
                "help" => words::help(lang).to_owned(),
                "version" => words::version(lang).to_owned(),
                _ => argument
                    .get_help()
                    .map(StyledStr::to_string)
                    .unwrap_or_default(),
            };
            let values: Vec<String> = argument
                .get_possible_values()
                .iter()
                .map(|value| value.get_name().to_owned())
                .collect();
            let takes_value = argument.get_action().takes_values();
            let default = argument
                .get_default_values()
                .first()
                .filter(|_| takes_value);
            let default = default.map(|value| words::default(&value.to_string_lossy(), lang));
            let possible = if values.is_empty() || !takes_value {
                String::new()
            } else {
                words::possible(&values, lang)
            };
            let heading = match argument.get_help_heading() {
                Some(heading) => heading.to_owned(),
                None if argument.is_positional() => words::arguments(lang).to_owned(),
                None => words::options(lang).to_owned(),
            };
            // Under a heading the parser sorts them by their names.
            let argument = match argument.get_index() {
                Some(index) => argument.display_order(index),
                None => argument,
            };
            argument
                .help(format!("{told}{}{possible}", default.unwrap_or_default()))
                .hide_possible_values(true)
                .hide_default_value(true)
                .help_heading(heading)
        })
        .mut_subcommands(|command| headed(command, lang))
}

/// A usage error in Chinese; nothing where the parser's own words must do.
pub(super) fn message(error: &Error) -> Option<String> {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    let (value, known) = (
        text(ContextKind::InvalidValue),
        text(ContextKind::ValidValue),
    );
    let command = text(ContextKind::InvalidSubcommand);
    let other = text(ContextKind::PriorArg);
    let fault = match error.kind() {
        ErrorKind::UnknownArgument => Fault::UnknownArgument(&argument),
        ErrorKind::InvalidSubcommand => Fault::UnknownCommand(&command),
        ErrorKind::InvalidValue if value.is_empty() => Fault::WithoutValue(&argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Fault::InvalidValue {
            argument: &argument,
            value: &value,
            known: &known,
        },
        ErrorKind::MissingRequiredArgument => Fault::Missing(&argument),
        ErrorKind::ArgumentConflict if other == argument => Fault::TooMany(&argument),
        ErrorKind::ArgumentConflict => Fault::Conflict(&argument, &other),
        ErrorKind::MissingSubcommand => Fault::NoCommand,
        _ => return None,
    };
    let similar = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(text)
    .find(|similar| !similar.is_empty());
    let usage = text(ContextKind::Usage);
    let usage = without_heading(&usage);
    let usage = if usage.is_empty() {
        String::new()
    } else {
        format!("\n{}{usage}\n", words::usage(Lang::Zh))
    };
    Some(format!(
        "{}: {}\n{usage}\n{}",
        error::error(Lang::Zh),
        fault.chinese(similar.as_deref()),
        words::more(Lang::Zh)
    ))
}

fn without_heading(usage: &str) -> &str {
    usage.trim_start_matches("Usage:").trim()
}
