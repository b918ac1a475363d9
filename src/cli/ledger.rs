//! `plan ledger DOC`: its tasks as a checklist.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{Context, Outcome, arguments, forms};
use crate::align::{Depth, Reference};
use crate::report::{self, Document};
use crate::survey::{Assignments, Bodies, Ledger};
use crate::words::{Lang, command as words};

pub(super) fn command(lang: Lang) -> Command {
    Command::new("ledger")
        .about(words::ledger(lang))
        .arg(arguments::document("document", "DOC", lang))
        .arg(
            Arg::new("reference")
                .long("reference")
                .value_name("REF")
                .help(words::argument::rests_on(lang)),
        )
        .arg(
            Arg::new("by-lead")
                .long("by-lead")
                .action(ArgAction::SetTrue)
                .help(words::argument::by_lead(lang)),
        )
        .arg(arguments::bom(lang))
        .arg(arguments::format(forms::FORMS, lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let name = matches.get_one::<String>("document").expect("required");
    let mut document = context.document(name)?;
    let registered = || {
        let entry = context.corpus.record_of(&document.source)?;
        entry.reference.clone()
    };
    let reference = matches.get_one::<String>("reference").cloned();
    let reference: Option<Document> = reference
        .or_else(registered)
        .map(|reference| context.document(&reference))
        .transpose()?;
    let compared = match &reference {
        None => None,
        Some(reference) => {
            document = context.document_guided_by(name, reference)?;
            let index = Reference::new(&reference.plan);
            Some(context.compare(&index, reference, &document, Depth::Changes))
        }
    };
    let alignment = compared.as_ref().map(|compared| &compared.alignment);
    let bodies = Bodies::new(context.corpus.units());
    let ledger = report::ledger::Ledger {
        document: &document,
        reference: reference.as_ref(),
        ledger: &Ledger::of(&document.plan, &document.title, alignment),
        assignments: &Assignments::of(&document.plan, super::units::seat(&document), &bodies),
        by_lead: matches.get_flag("by-lead"),
    };

    forms::write(&ledger, matches, context)?;
    Ok(Outcome::Done)
}
