//! `plan instruments REF LOCAL…`: what becomes of the documents that a plan
//! names.

use clap::{ArgMatches, Command};

use super::{Context, Outcome, arguments, forms, output};
use crate::align::{Alignment, Depth, Reference};
use crate::report::{self, Document};
use crate::survey::{Surveyed, instruments};
use crate::words::{Lang, command as words};

pub(super) fn command(lang: Lang) -> Command {
    Command::new("instruments")
        .about(words::instruments(lang))
        .arg(arguments::document("reference", "REF", lang))
        .arg(arguments::locals(lang))
        .arg(arguments::bom(lang))
        .arg(arguments::format(forms::FORMS, lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let reference = context.document(matches.get_one::<String>("reference").expect("required"))?;
    let names = context.locals(matches, &reference);
    let compared = context.compare_all(&reference, &names, Depth::Changes)?;
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

    forms::write(&found, matches, context)?;
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
        depth: Depth,
    ) -> anyhow::Result<Vec<(Document, Alignment)>> {
        let index = Reference::new(&reference.plan);
        let mut locals = Vec::new();
        for name in names {
            match self.document_guided_by(name, reference) {
                Ok(local) => {
                    let alignment = self.compare(&index, reference, &local, depth).alignment;
                    locals.push((local, alignment));
                }
                Err(error) if names.len() > 1 => output::complain(&error.into(), self.lang),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(locals)
    }
}
