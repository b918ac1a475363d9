//! `plan report REF [LOCAL…]`: a report to read and to hand on.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

use super::{Context, Outcome, arguments, output};
use crate::align::{Depth, Reference};
use crate::report::gap_list::GapList;
use crate::report::html::Page;
use crate::report::{Comparison, Document};
use crate::words::{Lang, command as words, error};

const FORMS: &[&str] = &["html", "docx"];

/// Above this a page with all details in it would open slowly.
const MOST_WITHIN_PAGE: usize = 40;

pub(super) fn command(lang: Lang) -> Command {
    Command::new("report")
        .about(words::report(lang))
        .arg(arguments::document("reference", "REF", lang))
        .arg(arguments::locals(lang))
        .arg(arguments::format(FORMS, lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let reference = context.document(matches.get_one::<String>("reference").expect("required"))?;
    let names = context.locals(matches, &reference);
    anyhow::ensure!(
        !names.is_empty(),
        error::no_locals(&reference.id, context.lang)
    );
    match arguments::form(matches, FORMS, arguments::EXTENSIONS) {
        "docx" => gap_list(context, &reference, &names),
        _ => page(matches, context, &reference, &names),
    }
}

fn gap_list(context: &Context, reference: &Document, names: &[String]) -> anyhow::Result<Outcome> {
    let mut output = context.output_of("docx")?;
    let mut list = GapList::new(reference, context.lang);
    let outcome = compare(context, reference, names, |comparison| {
        list.add(comparison);
        Ok(())
    })?;
    list.write(&mut output)?;
    output.finish()?;
    Ok(outcome)
}

/// Writes the page, with a folder beside it where there are many local plans.
pub(super) fn page(
    matches: &ArgMatches,
    context: &Context,
    reference: &Document,
    names: &[String],
) -> anyhow::Result<Outcome> {
    let place = matches.get_one::<PathBuf>("output");
    let beside = match place {
        _ if names.len() <= MOST_WITHIN_PAGE => None,
        Some(place) => Some(Beside::of(place)?),
        None => anyhow::bail!(error::needs_file(names.len(), context.lang)),
    };
    let mut page = Page::new(reference);
    let mut done = 0;
    let outcome = compare(context, reference, names, |comparison| {
        done += 1;
        let Some(beside) = &beside else {
            page.add(comparison);
            return Ok(());
        };
        let file = format!("{done}.js");
        let script = page.add_beside(comparison, &format!("{}/{file}", beside.name));
        beside.write(&file, &script, context)
    })?;
    let mut output = context.output_of("html")?;
    page.write(context.lang, &mut output)?;
    output.finish()?;
    Ok(outcome)
}

/// Compares one local plan after another, so that only one is held. A file
/// that is refused does not stop the others.
fn compare(
    context: &Context,
    reference: &Document,
    names: &[String],
    mut take: impl FnMut(&Comparison) -> anyhow::Result<()>,
) -> anyhow::Result<Outcome> {
    let index = Reference::new(&reference.plan);
    let mut outcome = Outcome::Done;
    for name in names {
        let local = match context.document_guided_by(name, reference) {
            Ok(local) => local,
            Err(error) if names.len() > 1 => {
                output::complain(&error.into(), context.lang);
                outcome = Outcome::Refused;
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        let compared = context.compare(&index, reference, &local, Depth::Evidence);
        take(&Comparison {
            reference,
            local: &local,
            alignment: &compared.alignment,
            decisions: compared.decisions.as_ref(),
        })?;
    }
    Ok(outcome)
}

/// The folder beside a page that holds the details of its local plans.
struct Beside {
    folder: PathBuf,
    name: String,
}

impl Beside {
    fn of(page: &Path) -> anyhow::Result<Self> {
        let stem = page.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("{stem}_files");
        let folder = page.with_file_name(&name);
        std::fs::create_dir_all(&folder).map_err(|cause| output::unwritable(&folder, cause))?;
        Ok(Self { folder, name })
    }

    fn write(&self, file: &str, script: &str, context: &Context) -> anyhow::Result<()> {
        let mut output = context.output_at(&self.folder.join(file))?;
        output.write_all(script.as_bytes())?;
        output.finish()
    }
}
