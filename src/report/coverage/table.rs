//! For the terminal.

use std::io::{self, Write};

use super::{Coverage, cell_text};
use crate::report::Look;
use crate::report::table::{number, table};
use crate::report::text::{PLACE, STRONG, clean, cut, styled, wrapped};
use crate::survey::{Addition, Matrix};
use crate::task::ClauseIndex;
use crate::words::report as words;

/// Most rows of a list that a terminal shows; the data forms have all.
const LISTED: usize = 20;

/// Writes the matrix, what all and none took up, and the shared additions.
pub fn write(coverage: &Coverage, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang;
    writeln!(
        out,
        "{} {}",
        styled(STRONG, &coverage.reference.id),
        clean(&coverage.reference.title)
    )?;
    writeln!(out, "{}", wrapped("", words::cells(lang), look.width))?;
    matrix(coverage, look, out)?;
    writeln!(out, "{}\n", wrapped("", words::gap_note(lang), look.width))?;
    let Matrix {
        taken_up_by_all,
        taken_up_by_none,
        shared_additions,
        ..
    } = coverage.matrix;
    clauses(
        coverage,
        words::taken_up_by_all(lang),
        taken_up_by_all,
        look,
        out,
    )?;
    clauses(
        coverage,
        words::taken_up_by_none(lang),
        taken_up_by_none,
        look,
        out,
    )?;
    if shared_additions.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", styled(STRONG, words::shared_additions(lang)))?;
    for group in shared_additions.iter().take(LISTED) {
        for &Addition { local, clause } in &group.members {
            let (document, _) = &coverage.locals[local];
            let first = format!(
                "  {} {} ",
                document.id,
                styled(PLACE, &document.plan.citation(clause))
            );
            writeln!(
                out,
                "{}",
                wrapped(&first, &clean(document.plan.text(clause)), look.width)
            )?;
        }
        writeln!(out)?;
    }
    more(shared_additions.len(), look, out)
}

fn matrix(coverage: &Coverage, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang;
    let mut table = table(
        look,
        std::iter::once(words::part(lang).to_owned()).chain(coverage.ids().map(str::to_owned)),
    );
    let columns = look
        .width
        .saturating_sub(19 * coverage.locals.len())
        .max(16);
    for row in &coverage.matrix.rows {
        let (citation, text) = coverage.row_head(row.part);
        let head = cut(&clean(&format!("{citation} {text}")), columns, look.ascii).into_owned();
        let cells = row.cells.iter().map(|&cell| number(cell_text(cell, lang)));
        table.add_row(std::iter::once(comfy_table::Cell::new(head)).chain(cells));
    }
    writeln!(out, "{table}")
}

fn clauses(
    coverage: &Coverage,
    heading: &str,
    clauses: &[ClauseIndex],
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = &coverage.reference.plan;
    writeln!(out, "{} ({})", styled(STRONG, heading), clauses.len())?;
    for &clause in clauses.iter().take(LISTED) {
        let first = format!("  {} ", styled(PLACE, &plan.citation(clause)));
        writeln!(
            out,
            "{}",
            wrapped(&first, &clean(plan.text(clause)), look.width)
        )?;
    }
    more(clauses.len(), look, out)?;
    writeln!(out)
}

fn more(count: usize, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    match count.saturating_sub(LISTED) {
        0 => Ok(()),
        left => writeln!(out, "  {}", words::and_more(left, look.lang)),
    }
}
