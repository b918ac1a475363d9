//! The arguments that several commands share.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ValueHint, value_parser};
use clap_complete::engine::ArgValueCompleter;

use super::completions::Documents;
use crate::outline;
use crate::words::Lang;
use crate::words::command::argument as words;

/// The language: `--lang`, else `PLAN_LANG`, what `plan.toml` sets, `LC_ALL`,
/// `LANG`, else English. Asked before parsing, since the help texts themselves depend on it.
pub(super) fn language(arguments: &[OsString], set: Option<Lang>) -> Lang {
    let from_environment = |names: &[&str]| {
        names
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find_map(|value| Lang::from_locale(&value))
    };
    option("--lang", arguments)
        .and_then(Lang::from_locale)
        .or_else(|| from_environment(&["PLAN_LANG"]))
        .or(set)
        .or_else(|| from_environment(&["LC_ALL", "LANG"]))
        .unwrap_or_default()
}

/// The value of an option that is asked for before the arguments are parsed.
pub(super) fn option<'a>(name: &str, arguments: &'a [OsString]) -> Option<&'a str> {
    arguments
        .iter()
        .enumerate()
        .find_map(|(at, argument)| match argument.to_str()? {
            text if text == name => arguments.get(at + 1)?.to_str(),
            text => text.strip_prefix(name)?.strip_prefix('='),
        })
}

/// The arguments of every command.
pub(super) fn everywhere(lang: Lang) -> Vec<Arg> {
    vec![
        Arg::new("lang")
            .long("lang")
            .value_name("LANG")
            .value_parser(["zh", "en"])
            .help(words::lang(lang)),
        Arg::new("color")
            .long("color")
            .value_name("WHEN")
            .value_parser(["auto", "always", "never"])
            .default_value("auto")
            .help(words::color(lang)),
        Arg::new("ascii")
            .long("ascii")
            .action(ArgAction::SetTrue)
            .help(words::ascii(lang)),
        Arg::new("corpus")
            .long("corpus")
            .value_name("DIR")
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::DirPath)
            .help(words::corpus(lang)),
        Arg::new("output")
            .long("output")
            .short('o')
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
            .help(words::output(lang)),
        Arg::new("guide")
            .long("guide")
            .value_name("DOC")
            .add(ArgValueCompleter::new(Documents::default()))
            .conflicts_with("no-guide")
            .help(words::guide(lang)),
        Arg::new("no-guide")
            .long("no-guide")
            .action(ArgAction::SetTrue)
            .help(words::no_guide(lang)),
        Arg::new("jobs")
            .long("jobs")
            .value_name("N")
            .value_parser(value_parser!(u16).range(1..))
            .help(words::jobs(lang)),
        Arg::new("decisions")
            .long("decisions")
            .value_name("FILE")
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
            .help(words::decisions(lang)),
        Arg::new("max-bytes")
            .long("max-bytes")
            .value_name("N")
            .value_parser(value_parser!(usize))
            .help(words::max_bytes(lang)),
        Arg::new("max-levels")
            .long("max-levels")
            .value_name("N")
            .value_parser(value_parser!(u8).range(1..=i64::from(outline::Limits::DEEPEST)))
            .help(words::max_levels(lang)),
        Arg::new("max-nodes")
            .long("max-nodes")
            .value_name("N")
            .value_parser(value_parser!(u32).range(1..))
            .help(words::max_nodes(lang)),
    ]
    .into_iter()
    .map(|argument| argument.global(true).help_heading(words::everywhere(lang)))
    .collect()
}

/// A document: an id or name of the corpus, a path, or `-`.
pub(super) fn document(name: &'static str, value_name: &'static str, lang: Lang) -> Arg {
    Arg::new(name)
        .value_name(value_name)
        .required(true)
        .add(ArgValueCompleter::new(Documents::default()))
        .help(words::document(lang))
}

/// The local plans; none named means all of the corpus that answer to the
/// reference.
pub(super) fn locals(lang: Lang) -> Arg {
    Arg::new("locals")
        .value_name("LOCAL")
        .num_args(0..)
        .action(clap::ArgAction::Append)
        .add(ArgValueCompleter::new(Documents::default()))
        .help(words::locals(lang))
}

/// Whether CSV begins with a byte order mark.
pub(super) fn bom(lang: Lang) -> Arg {
    Arg::new("bom")
        .long("bom")
        .action(ArgAction::SetTrue)
        .help(words::bom(lang))
}

/// The output form; the first is the default.
pub(super) fn format(forms: &'static [&'static str], lang: Lang) -> Arg {
    Arg::new("format")
        .long("format")
        .short('f')
        .value_name("FORM")
        .value_parser(forms.to_vec())
        .help(words::format(lang))
}

/// The form asked for: `--format`, else what the extension of `-o` says, else
/// the first.
pub(super) fn form<'f>(
    matches: &clap::ArgMatches,
    forms: &[&'f str],
    extensions: &[(&str, &str)],
) -> &'f str {
    let named = matches.get_one::<String>("format").map(|form| {
        forms
            .iter()
            .copied()
            .find(|known| known == form)
            .expect("clap lets only known forms through")
    });
    if let Some(form) = named.filter(|_| is_named(matches)) {
        return form;
    }
    matches
        .get_one::<PathBuf>("output")
        .and_then(|path| path.extension())
        .and_then(OsStr::to_str)
        .and_then(|extension| {
            let told = |form: &&'f str| {
                extensions
                    .iter()
                    .any(|(known, told)| known.eq_ignore_ascii_case(extension) && told == form)
            };
            forms.iter().copied().find(told)
        })
        .or(named)
        .unwrap_or(forms[0])
}

/// Whether `--format` was given; one that `plan.toml` sets gives way to the
/// extension of `-o`.
fn is_named(matches: &clap::ArgMatches) -> bool {
    matches
        .try_get_one::<String>("format")
        .is_ok_and(|form| form.is_some())
        && matches.value_source("format") == Some(ValueSource::CommandLine)
}

/// The forms that the extension of `-o` may tell; none where `--format` names
/// one or no form goes by that extension.
pub(super) fn told(matches: &clap::ArgMatches) -> Vec<&'static str> {
    let extension = matches
        .get_one::<PathBuf>("output")
        .and_then(|path| path.extension()?.to_str())
        .filter(|_| !is_named(matches))
        .unwrap_or_default();
    EXTENSIONS
        .iter()
        .filter(|(known, _)| known.eq_ignore_ascii_case(extension))
        .map(|(_, form)| *form)
        .collect()
}

/// The forms that the extension of a file tells.
pub(super) const EXTENSIONS: &[(&str, &str)] = &[
    ("json", "json"),
    ("jsonl", "json-lines"),
    ("jsonl", "jsonl"),
    ("graphml", "graphml"),
    ("dot", "dot"),
    ("xml", "akn"),
    ("csv", "csv"),
    ("parquet", "parquet"),
    ("md", "markdown"),
    ("xlsx", "xlsx"),
    ("toml", "toml"),
    ("docx", "docx"),
    ("html", "html"),
    ("htm", "html"),
    // Written by no command, so that they are refused.
    ("pdf", "pdf"),
    ("doc", "doc"),
    ("xls", "xls"),
];
