//! `plan check [PATH…]`: what is wrong with documents.

use std::io::Write;
use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{Context, Outcome, arguments, folder, lock, output};
use crate::conform::{Conformity, TreeDiff, conform};
use crate::diagnostic::{
    self, Checked, Findings, Refused, Selection, Severity, UnknownRule, full::Look,
};
use crate::report::{self, Document};
use crate::words::check::Counts;
use crate::words::{Lang, check, command as words};

const FORMS: &[&str] = &[
    "concise",
    "full",
    "json",
    "json-lines",
    "sarif",
    "github",
    "junit",
];
const EXTENSIONS: &[(&str, &str)] = &[
    ("json", "json"),
    ("jsonl", "json-lines"),
    ("sarif", "sarif"),
    ("xml", "junit"),
];

pub(super) fn command(lang: Lang) -> Command {
    let rules = |name: &'static str, help| {
        Arg::new(name)
            .long(name)
            .value_name("RULES")
            .value_delimiter(',')
            .action(ArgAction::Append)
            .help(help)
    };
    let flag = |name: &'static str, help| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(help)
    };
    Command::new("check")
        .about(words::check(lang))
        .arg(
            arguments::document("document", "PATH", lang)
                .required(false)
                .num_args(0..)
                .action(ArgAction::Append)
                .help(words::argument::check_paths(lang)),
        )
        .arg(arguments::format(FORMS, lang))
        .arg(rules("select", words::argument::select(lang)))
        .arg(rules("ignore", words::argument::ignore(lang)))
        .arg(flag("statistics", words::argument::statistics(lang)))
        .arg(flag("verbose", words::argument::verbose(lang)).short('v'))
        .arg(flag("exit-zero", words::argument::exit_zero(lang)))
        .arg(flag("locked", words::argument::locked(lang)))
        .arg(flag("update", words::argument::update(lang)).conflicts_with("locked"))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let lang = context.lang;
    let form = arguments::form(matches, FORMS, EXTENSIONS);
    let selection = selection(matches).map_err(|error| unknown_rule(&error, lang))?;
    let statistics = matches.get_flag("statistics");
    anyhow::ensure!(
        !statistics || ["concise", "full", "json"].contains(&form),
        check::no_statistics(form, lang)
    );

    let Gathered {
        mut findings,
        trees,
    } = gather(matches, context)?;
    findings.retain(|diagnostic| selection.wants(diagnostic.rule()));
    let found = findings.count();
    // Data holds all; what people read holds what is to be done about it,
    // unless they ask for more.
    let for_people = ["concise", "full", "github"].contains(&form);
    let information = findings.information();
    if for_people && !matches.get_flag("verbose") {
        findings.retain(|diagnostic| {
            diagnostic.severity() > Severity::Info || selection.names(diagnostic.rule())
        });
    }
    let counts = Counts {
        documents: findings.documents.len(),
        refused: findings.refused.len(),
        findings: found,
        accepted: findings.accepted,
        hidden: information - findings.information(),
    };

    let mut output = context.output()?;
    if statistics && form == "json" {
        diagnostic::statistics::write_json(&findings, &mut output)?;
    } else if statistics {
        diagnostic::statistics::write(&findings, &mut output)?;
    } else {
        write(form, &findings, context, &mut output)?;
    }
    let for_terminal = matches!(form, "concise" | "full");
    if for_terminal && !statistics {
        for (recorded, diff) in &trees {
            report::tree_diff::write(recorded, diff, &mut output)?;
        }
    }
    output.finish()?;
    if for_terminal {
        output::note(&check::summary(&counts, lang));
    }

    Ok(if counts.refused > 0 {
        Outcome::Refused
    } else if found > 0 && !matches.get_flag("exit-zero") {
        Outcome::Findings
    } else {
        Outcome::Done
    })
}

fn write(
    form: &str,
    findings: &Findings,
    context: &Context,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let lang = context.lang;
    match form {
        "full" => {
            let look = context.look();
            let look = Look {
                color: look.color,
                ascii: look.ascii,
                width: look.width,
            };
            diagnostic::full::write(findings, lang, look, out)
        }
        "json" => diagnostic::json::write(findings, lang, out),
        "json-lines" => diagnostic::json_lines::write(findings, lang, out),
        "sarif" => diagnostic::sarif::write(findings, lang, out),
        "github" => diagnostic::github::write(findings, lang, out),
        "junit" => diagnostic::junit::write(findings, lang, out),
        _ => diagnostic::concise::write(findings, lang, out),
    }
}

/// What was found, and how trees differ from those recorded, by the place of
/// the record.
#[derive(Default)]
struct Gathered {
    findings: Findings,
    trees: Vec<(String, TreeDiff)>,
}

/// Reads all that was asked for; what is refused is told at once.
fn gather(matches: &ArgMatches, context: &Context) -> anyhow::Result<Gathered> {
    let names = names(matches, context)?;
    if matches.get_flag("update") {
        for name in &names {
            lock::ensure_recordable(name, context)?;
        }
    }
    let mut all = Gathered::default();
    for name in names {
        let checked = context
            .document(&name)
            .map_err(anyhow::Error::from)
            .and_then(|document| examine(&name, document, matches, context, &mut all.trees));
        match checked {
            Ok((document, accepted)) => {
                all.findings.accepted += accepted;
                all.findings.documents.push(document);
            }
            Err(error) => {
                let message = output::message(&error, context.lang);
                output::complain(&error, context.lang);
                all.findings.refused.push(Refused {
                    file: name,
                    message,
                });
            }
        }
    }
    Ok(all)
}

/// Examines one document; says how many diagnostics the manifest accepts.
fn examine(
    name: &str,
    document: Document,
    matches: &ArgMatches,
    context: &Context,
    trees: &mut Vec<(String, TreeDiff)>,
) -> anyhow::Result<(Checked, usize)> {
    let mut noticed: Vec<_> = document.diagnostics().cloned().collect();
    if matches.get_flag("update") {
        let place = lock::place(name, context);
        if let Some(path) = lock::update(&document.plan, &place)? {
            output::note(&check::updated(&path.display().to_string(), context.lang));
        }
    } else if matches.get_flag("locked")
        && let Some(difference) = lock::compare(&document.plan, &lock::place(name, context))?
    {
        noticed.push(difference.diagnostic);
        trees.extend(difference.diff.map(|diff| (difference.recorded, diff)));
    }
    let record = context.corpus.record_of(&document.source);
    let Conformity {
        diagnostics,
        accepted,
    } = conform(&document.plan, noticed, record);
    let checked = Checked {
        file: document.source.name,
        text: document.plan.outline.text,
        diagnostics,
    };
    Ok((checked, accepted))
}

/// The documents asked for: the corpus where none is named, and for a folder
/// all documents in it.
fn names(matches: &ArgMatches, context: &Context) -> anyhow::Result<Vec<String>> {
    let Some(given) = matches.get_many::<String>("document") else {
        let entries = context.corpus.entries();
        return Ok(entries.iter().map(|entry| entry.id.clone()).collect());
    };
    let mut names = Vec::new();
    for name in given {
        let path = Path::new(name);
        if context.corpus.entry(name).is_none() && path.is_dir() {
            let documents = folder::documents(path)?;
            anyhow::ensure!(
                !documents.is_empty(),
                check::empty_folder(name, context.lang)
            );
            names.extend(documents);
        } else {
            names.push(name.clone());
        }
    }
    Ok(names)
}

fn selection(matches: &ArgMatches) -> Result<Selection, UnknownRule> {
    let given = |name| {
        matches
            .get_many::<String>(name)
            .into_iter()
            .flatten()
            .map(String::as_str)
    };
    Selection::parse(given("select"), given("ignore"))
}

/// The error of a rule that does not exist, with the one that was meant.
pub(super) fn unknown_rule(error: &UnknownRule, lang: Lang) -> anyhow::Error {
    let similar = error.similar.map(|rule| (rule.code(), rule.name()));
    anyhow::anyhow!(check::unknown_rule(&error.selector, similar, lang))
}
