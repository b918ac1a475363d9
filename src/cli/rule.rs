//! `plan rule [CODE]`: what a code means and what to do.

use clap::{Arg, ArgMatches, Command};

use super::{Context, Outcome, arguments, check};
use crate::diagnostic::{Rule, matching};
use crate::report;
use crate::words::{Lang, command as words};

const FORMS: &[&str] = &["text", "json"];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("rule")
        .about(words::rule(lang))
        .arg(
            Arg::new("rule")
                .value_name("CODE")
                .help(words::argument::rule(lang)),
        )
        .arg(arguments::format(FORMS, lang))
}

pub(super) fn run(matches: &ArgMatches, context: &Context) -> anyhow::Result<Outcome> {
    let named = matches.get_one::<String>("rule");
    let rules = match named {
        Some(selector) => {
            matching(selector).map_err(|error| check::unknown_rule(&error, context.lang))?
        }
        None => Rule::ALL.to_vec(),
    };
    let mut output = context.output()?;
    match arguments::form(matches, FORMS, &[("json", "json")]) {
        "json" => report::rule::json(&rules, context.lang, &mut output)?,
        _ if named.is_none() => report::rule::list(&rules, &context.look(), &mut output)?,
        _ => report::rule::explain(&rules, &context.look(), &mut output)?,
    }
    output.finish()?;
    Ok(Outcome::Done)
}
