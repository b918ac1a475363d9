//! `plan report REF [LOCAL…]`: a report to read and to hand on.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{ArgMatches, Command};

use super::{Context, Outcome, arguments, output};
use crate::align::Reference;
use crate::report::{Comparison, Document, html::Page};
use crate::words::{Lang, command as words, error};

const FORMS: &[&str] = &["html"];

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
    match arguments::form(matches, FORMS, arguments::EXTENSIONS) {
        "html" => page(matches, context, &reference, &names),
        unknown => unreachable!("clap lets no form {unknown} through"),
    }
}

fn page(
    matches: &ArgMatches,
    context: &Context,
    reference: &Document,
    names: &[String],
) -> anyhow::Result<Outcome> {
    anyhow::ensure!(
        !names.is_empty(),
        error::no_locals(&reference.id, context.lang)
    );
    let place = matches.get_one::<PathBuf>("output");
    let beside = match place {
        _ if names.len() <= MOST_WITHIN_PAGE => None,
        Some(place) => Some(Beside::of(place)?),
        None => anyhow::bail!(error::needs_file(names.len(), context.lang)),
    };
    let index = Reference::new(&reference.plan);
    let mut page = Page::new(reference);
    let mut done = 0;
    for name in names {
        let local = match context.document_guided_by(name, reference) {
            Ok(local) => local,
            Err(error) if names.len() > 1 => {
                output::complain(&error.into(), context.lang);
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        let comparison = Comparison {
            reference,
            local: &local,
            alignment: &index.align(&local.plan, local.level),
        };
        done += 1;
        match &beside {
            None => page.add(&comparison),
            Some(beside) => {
                let file = format!("{done}.js");
                let script = page.add_beside(&comparison, &format!("{}/{file}", beside.name));
                beside.write(&file, &script, context)?;
            }
        }
    }
    let mut output = context.output()?;
    page.write(context.lang, &mut output)?;
    output.finish()?;
    Ok(if done == names.len() {
        Outcome::Done
    } else {
        Outcome::Refused
    })
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
        std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        Ok(Self { folder, name })
    }

    fn write(&self, file: &str, script: &str, context: &Context) -> anyhow::Result<()> {
        let mut output = context.output_at(&self.folder.join(file))?;
        output.write_all(script.as_bytes())?;
        output.finish()
    }
}
