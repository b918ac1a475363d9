//! Results that are written in any form.

use clap::ArgMatches;

use super::{Context, arguments};
use crate::report::Forms;

/// The forms, the first where none is asked for.
pub(super) const FORMS: &[&str] = &["table", "json", "csv", "markdown", "xlsx"];

/// Writes a result in the form asked for.
pub(super) fn write(
    result: &dyn Forms,
    matches: &ArgMatches,
    context: &Context,
) -> anyhow::Result<()> {
    let lang = context.lang;
    let form = arguments::form(matches, FORMS, arguments::EXTENSIONS);
    let mut output = context.output_of(form)?;
    match form {
        "json" => result.json(&mut output)?,
        "csv" => result.csv(matches.get_flag("bom"), lang, &mut output)?,
        "markdown" => result.markdown(lang, &mut output)?,
        "xlsx" => result.xlsx(lang, &mut output)?,
        _ => result.table(&context.look(), &mut output)?,
    }
    output.finish()
}
