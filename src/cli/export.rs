//! `plan export DOC…`: documents as data.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::decisions::Compared;
use super::{Context, Outcome, arguments, output};
use crate::align::{Depth, Reference};
use crate::report::export::{self, Exported, Files};
use crate::report::{self, Comparison, Document};
use crate::words::{Lang, command as words, error};

pub(super) const FORMS: &[&str] = &[
    "json", "jsonl", "csv", "parquet", "markdown", "akn", "graphml", "dot", "xlsx",
];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("export")
        .about(words::export(lang))
        .arg(
            arguments::document("document", "DOC", lang)
                .num_args(1..)
                .action(ArgAction::Append),
        )
        .args(options(lang))
}

/// What may be asked of an export.
pub(super) fn options(lang: Lang) -> [Arg; 2] {
    [
        Arg::new("with-links")
            .long("with-links")
            .value_name("REF")
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("")
            .help(words::argument::with_links(lang)),
        arguments::format(FORMS, lang),
    ]
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let names: Vec<String> = matches
        .get_many("document")
        .expect("required")
        .cloned()
        .collect();
    let documents = context.documents(&names)?;
    let outcome = if documents.len() == names.len() {
        Outcome::Done
    } else {
        Outcome::Refused
    };
    let shape = if names.len() == 1 {
        Shape::One
    } else {
        Shape::Several
    };
    write(matches, context, documents, shape)?;
    Ok(outcome)
}

/// Whether the JSON form is one document or a list of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    One,
    Several,
}

/// Writes the documents in the form asked for.
pub(super) fn write(
    matches: &ArgMatches,
    context: &Context,
    mut documents: Vec<Document>,
    shape: Shape,
) -> anyhow::Result<()> {
    tell_apart(&mut documents);
    let form = arguments::form(matches, FORMS, arguments::EXTENSIONS);
    let compared = match matches.get_one::<String>("with-links") {
        Some(_) if !matches!(form, "csv" | "parquet" | "graphml" | "dot") => {
            anyhow::bail!(error::form_without_links(form, context.lang))
        }
        Some(reference) => compare(reference, &mut documents, context)?,
        None => Vec::new(),
    };
    let comparisons: Vec<Comparison> = compared
        .iter()
        .map(|(reference, local, compared)| Comparison {
            reference: &documents[*reference],
            local: &documents[*local],
            alignment: &compared.alignment,
            decisions: compared.decisions.as_ref(),
        })
        .collect();
    let exported = Exported {
        documents: &documents,
        comparisons: &comparisons,
    };
    match files(form, &exported, context.lang)? {
        Some(files) => output::folder(context.place(), form, &files, context.lang)?,
        None => stream(form, shape, &exported, context)?,
    }
    Ok(())
}

/// The files of a form that is a folder.
fn files(form: &str, exported: &Exported, lang: Lang) -> anyhow::Result<Option<Files>> {
    Ok(match form {
        "csv" => Some(export::csv(exported, lang)?),
        #[cfg(feature = "parquet")]
        "parquet" => Some(export::parquet(exported, lang)?),
        #[cfg(not(feature = "parquet"))]
        "parquet" => anyhow::bail!(error::left_out(form, lang)),
        "akn" if exported.documents.len() > 1 => {
            let mut files = Files::new();
            for document in exported.documents {
                let mut content = Vec::new();
                export::akn(document, &mut content)?;
                files.push((format!("{}.xml", document.id), content));
            }
            Some(files)
        }
        _ => None,
    })
}

fn stream(form: &str, shape: Shape, exported: &Exported, context: &Context) -> anyhow::Result<()> {
    let documents = exported.documents;
    let mut output = context.output_of(form)?;
    match (form, documents) {
        ("xlsx", _) => export::xlsx(documents, context.lang, &mut output)?,
        ("jsonl", _) => report::json::lines(documents, context.lang, &mut output)?,
        ("markdown", _) => export::markdown(documents, &mut output)?,
        ("graphml", _) => export::graphml(exported, &mut output)?,
        ("dot", _) => export::dot(exported, &mut output)?,
        ("akn", [document]) => export::akn(document, &mut output)?,
        (_, [document]) if shape == Shape::One => {
            report::json::document(document, context.lang, &mut output)?;
        }
        _ => report::json::documents(documents, context.lang, &mut output)?,
    }
    output.finish()
}

/// Files of one name in different folders have one id: the later get `~2` …,
/// so that a row tells which document it is of.
fn tell_apart(documents: &mut [Document]) {
    for at in 1..documents.len() {
        let id = documents[at].id.clone();
        let mut nth = 1;
        while documents[..at]
            .iter()
            .any(|before| before.id == documents[at].id)
        {
            nth += 1;
            documents[at].id = format!("{id}~{nth}");
        }
    }
}

/// Compares each document with the one named, or with the one that the register
/// says it answers to; a reference that was not among the documents joins them.
fn compare(
    named: &str,
    documents: &mut Vec<Document>,
    context: &Context,
) -> anyhow::Result<Vec<(usize, usize, Compared)>> {
    let mut pairs = Vec::new();
    for local in 0..documents.len() {
        let name = match named {
            "" => context
                .corpus
                .record_of(&documents[local].source)
                .and_then(|entry| entry.reference.clone()),
            named => Some(named.to_owned()),
        };
        let Some(name) = name else { continue };
        let reference = context.document(&name)?;
        let known = documents
            .iter()
            .position(|document| document.source.sha256 == reference.source.sha256);
        let at = known.unwrap_or(documents.len());
        if known.is_none() {
            documents.push(reference);
        }
        if at != local {
            pairs.push((at, local));
        }
    }
    anyhow::ensure!(!pairs.is_empty(), error::nothing_to_compare(context.lang));
    let compared = pairs.into_iter().map(|(reference, local)| {
        let (from, to) = (&documents[reference], &documents[local]);
        let compared = context.compare(&Reference::new(&from.plan), from, to, Depth::Evidence);
        (reference, local, compared)
    });
    Ok(compared.collect())
}
