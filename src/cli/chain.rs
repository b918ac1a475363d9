//! `plan diff REF BETWEEN LOCAL`: what came down from where.

use clap::ArgMatches;

use super::{Context, Outcome, forms};
use crate::align::{Depth, Reference};
use crate::report::{Document, chain};
use crate::survey::{Alignments, Chain, Reach};

/// Compares three plans, each answering to the one before, and writes what was
/// found.
pub(super) fn run(
    [reference, between, local]: [&Document; 3],
    matches: &ArgMatches,
    context: &Context,
) -> anyhow::Result<Outcome> {
    let index = Reference::new(&reference.plan);
    let to_between = context
        .compare(&index, reference, between, Depth::Changes)
        .alignment;
    let across = context
        .compare(&index, reference, local, Depth::Changes)
        .alignment;
    let below = Reference::new(&between.plan);
    let to_local = context
        .compare(&below, between, local, Depth::Changes)
        .alignment;
    let alignments = Alignments {
        between: &to_between,
        local: &to_local,
        across: &across,
    };
    let chain = Chain::of(&reference.plan, &between.plan, &local.plan, alignments);
    let compared = chain::Compared {
        reference,
        between,
        local,
        chain: &chain,
    };

    forms::write(&compared, matches, context)?;
    let is_whole = chain.reached(Reach::Between) + chain.reached(Reach::Neither) == 0;
    Ok(if matches.get_flag("exit-code") && !is_whole {
        Outcome::Findings
    } else {
        Outcome::Done
    })
}
