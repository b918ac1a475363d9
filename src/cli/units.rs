//! `plan units DOC…`: who answers for what.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{Context, Outcome, arguments, forms};
use crate::report::Document;
use crate::report::units::{Asked, Units};
use crate::survey::{Assignments, Bodies, Seat};
use crate::words::{Lang, command as words, units::no_such_unit};

pub(super) fn command(lang: Lang) -> Command {
    Command::new("units")
        .about(words::units(lang))
        .arg(
            arguments::document("document", "DOC", lang)
                .num_args(1..)
                .action(ArgAction::Append),
        )
        .arg(
            Arg::new("unit")
                .long("unit")
                .value_name("UNIT")
                .help(words::argument::unit_tasks(lang)),
        )
        .arg(
            Arg::new("with")
                .long("with")
                .action(ArgAction::SetTrue)
                .help(words::argument::with(lang)),
        )
        .arg(arguments::bom(lang))
        .arg(arguments::format(forms::FORMS, lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let names: Vec<String> = matches
        .get_many("document")
        .expect("required")
        .cloned()
        .collect();
    let bodies = Bodies::new(context.corpus.units());
    let documents = context.documents(&names)?;
    let whole = documents.len() == names.len();
    let counted: Vec<(Document, Assignments)> = documents
        .into_iter()
        .map(|document| {
            let found = Assignments::of(&document.plan, seat(&document), &bodies);
            (document, found)
        })
        .collect();
    let body = matches
        .get_one::<String>("unit")
        .map(|unit| asked(unit, &counted, &bodies, context.lang))
        .transpose()?;
    let units = Units {
        documents: &counted,
        body: body.as_ref(),
        with: matches.get_flag("with"),
    };

    forms::write(&units, matches, context)?;
    Ok(if whole {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}

pub(super) fn seat(document: &Document) -> Seat<'_> {
    Seat {
        place: document.place.as_deref(),
        level: document.level,
    }
}

/// The key of the unit asked for in each document that names it. Refused if
/// none does though some name units.
fn asked(
    unit: &str,
    documents: &[(Document, Assignments)],
    bodies: &Bodies,
    lang: Lang,
) -> anyhow::Result<Asked> {
    let keys: Vec<Option<String>> = documents
        .iter()
        .map(|(document, found)| {
            let key = bodies.key(unit, seat(document));
            found.body(&key).map(|_| key)
        })
        .collect();
    let all = || documents.iter().flat_map(|(_, found)| &found.bodies);
    if keys.iter().all(Option::is_none) && all().next().is_some() {
        let near = all()
            .flat_map(|body| &body.names)
            .map(|name| (strsim::normalized_damerau_levenshtein(name, unit), name))
            .filter(|(alike, _)| *alike >= 0.5)
            .max_by(|(one, _), (other, _)| one.total_cmp(other));
        anyhow::bail!(no_such_unit(
            unit,
            near.map(|(_, name)| name.as_str()),
            lang
        ));
    }
    Ok(Asked {
        name: unit.to_owned(),
        keys,
    })
}
