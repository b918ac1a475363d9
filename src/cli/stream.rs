//! `plan stream [REF]`: documents as JSON lines in, trees or comparisons as
//! JSON lines out, one for one.

use std::io::{BufRead, Write};

use clap::{ArgMatches, Command};
use serde::Deserialize;

use super::{Context, Outcome, arguments, output};
use crate::align::{Depth, Reference};
use crate::corpus::CorpusError;
use crate::report::{self, Comparison, Document};
use crate::task::Level;
use crate::words::{Lang, command as words, many};

pub(super) fn command(lang: Lang) -> Command {
    Command::new("stream")
        .about(words::stream(lang))
        .after_help(many::stream_forms(lang))
        .arg(arguments::document("reference", "REF", lang).required(false))
}

/// A document as it comes in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    text: Option<String>,
    /// The bytes of a file (GBK, Word …) in place of the text.
    base64: Option<String>,
    title: Option<String>,
    level: Option<String>,
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let lang = context.lang;
    let reference = matches
        .get_one::<String>("reference")
        .map(|name| context.document(name))
        .transpose()?;
    let index = reference
        .as_ref()
        .map(|reference| Reference::new(&reference.plan));
    let mut outcome = Outcome::Done;
    let mut output = context.output()?;
    for (at, line) in std::io::stdin().lock().split(b'\n').enumerate() {
        let line = line.map_err(|cause| CorpusError::unreadable("-", cause))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let document = read(&line, reference.as_ref(), context);
        match (&document, reference.as_ref().zip(index.as_ref())) {
            (Ok(local), Some((reference, index))) => {
                let compared = context.compare(index, reference, local, Depth::Evidence);
                let comparison = Comparison {
                    reference,
                    local,
                    alignment: &compared.alignment,
                    decisions: compared.decisions.as_ref(),
                };
                report::json::alignment_line(&comparison, lang, &mut output)?;
            }
            (Ok(document), None) => report::json::document_line(document, lang, &mut output)?,
            (Err(error), _) => {
                outcome = Outcome::Refused;
                let message = output::message(error, lang);
                report::json::refusal_line(at + 1, &message, &mut output)?;
            }
        }
        // Whoever waits for the answer before sending on gets it.
        output.flush()?;
    }
    output.finish()?;
    Ok(outcome)
}

fn read(line: &[u8], reference: Option<&Document>, context: &Context) -> anyhow::Result<Document> {
    use base64::Engine as _;
    let lang = context.lang;
    let line: Line = serde_json::from_slice(line)
        .map_err(|cause| anyhow::anyhow!(many::no_line(&cause.to_string(), lang)))?;
    let bytes = match (line.text, line.base64) {
        (Some(text), None) => text.into_bytes(),
        (None, Some(encoded)) => base64::engine::general_purpose::STANDARD
            .decode(encoded)
            .map_err(|_| anyhow::anyhow!(many::no_base64(lang)))?,
        _ => anyhow::bail!(many::text_or_base64(lang)),
    };
    let mut document = context.document_of(&bytes, &line.id, reference)?;
    document.id = line.id;
    if let Some(name) = line.level {
        document.level = Level::from_name(&name)
            .ok_or_else(|| anyhow::anyhow!(many::no_such_level(&name, lang)))?;
    }
    if let Some(title) = line.title {
        document.title = title;
    }
    Ok(document)
}
