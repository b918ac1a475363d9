//! `plan instruments REF LOCAL…`: what becomes of the documents that a plan
//! names.

use clap::{ArgMatches, Command};

use super::{Context, Outcome, arguments, output};
use crate::align::{Alignment, Reference};
use crate::report::{self, Document};
use crate::survey::{Surveyed, instruments};
use crate::words::{Lang, command as words};

const FORMS: &[&str] = &["table", "json", "csv", "markdown", "xlsx"];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("instruments")
        .about(words::instruments(lang))
        .arg(arguments::document("reference", "REF", lang))
        .arg(arguments::locals(lang))
        .arg(arguments::bom(lang))
        .arg(arguments::format(FORMS, lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let reference = context.document(matches.get_one::<String>("reference").expect("required"))?;
    let names = context.locals(matches, &reference);
    let compared = context.compare_all(&reference, &names)?;
    let whole = compared.len() == names.len();
    let (locals, alignments): (Vec<Document>, Vec<Alignment>) = compared.into_iter().unzip();
    let surveyed: Vec<_> = locals
        .iter()
        .zip(&alignments)
        .map(|(local, alignment)| {
            let plan = &local.plan;
            (Surveyed { plan, alignment }, local.level)
        })
        .collect();
    let found = report::instruments::Instruments {
        reference: &reference,
        locals: &locals,
        named: &instruments(&reference.plan, &reference.title, &surveyed),
    };

    let lang = context.lang;
    let form = arguments::form(matches, FORMS, arguments::EXTENSIONS);
    let mut output = context.output_of(form)?;
    match form {
        "json" => report::instruments::json(&found, &mut output)?,
        "csv" => {
            let bom = matches.get_flag("bom");
            report::instruments::csv(&found, bom, lang, &mut output)?;
        }
        "markdown" => report::instruments::markdown(&found, lang, &mut output)?,
        "xlsx" => report::instruments::xlsx(&found, lang, &mut output)?,
        _ => report::instruments::table(&found, &context.look(), &mut output)?,
    }
    output.finish()?;
    Ok(if whole {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}

impl Context {
    /// Compares several local plans with a reference; one that is refused is
    /// told of and left out, unless it is the only one.
    pub(super) fn compare_all(
        &self,
        reference: &Document,
        names: &[String],
    ) -> anyhow::Result<Vec<(Document, Alignment)>> {
        let index = Reference::new(&reference.plan);
        let mut locals = Vec::new();
        for name in names {
            match self.document_guided_by(name, reference) {
                Ok(local) => {
                    let alignment = self.compare(&index, reference, &local).alignment;
                    locals.push((local, alignment));
                }
                Err(error) if names.len() > 1 => output::complain(&error.into(), self.lang),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(locals)
    }
}
