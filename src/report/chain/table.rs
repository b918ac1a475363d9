//! For the terminal.

use std::io::{self, Write};

use super::{Compared, citations, reach, source};
use crate::report::diff::{mark, style};
use crate::report::text::{FAINT, FAIR, GOOD, PLACE, POOR, STRONG, clean, styled, title, wrapped};
use crate::report::wrap::{fill, width};
use crate::report::{Document, Look, label};
use crate::survey::{Provenance, Reach};
use crate::task::ClauseIndex;
use crate::words::chain as words;

/// Writes the counts, then each measure asked, added, and the local plan's
/// own.
pub fn write(compared: &Compared, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang;
    for document in [compared.reference, compared.between, compared.local] {
        title(document, look, out)?;
    }
    writeln!(out)?;
    for counted in compared.counts(lang) {
        writeln!(out, "{}", wrapped("", &counted, look.width))?;
    }
    writeln!(out, "{}", wrapped("", words::note(lang), look.width))?;

    heading(words::asked(lang), out)?;
    for asked in compared
        .chain
        .asked
        .iter()
        .filter(|asked| asked.is_counted())
    {
        let reached = asked.reach();
        let style = match reached {
            Reach::Both => GOOD,
            Reach::Between | Reach::Local => FAIR,
            Reach::Neither => POOR,
        };
        let said = styled(style, reach(reached, lang));
        measure(compared.reference, asked.clause, &said, look, out)?;
        related(compared.between, &asked.between, look, out)?;
        related(compared.local, &asked.local, look, out)?;
    }
    heading(words::added(lang), out)?;
    for added in &compared.chain.added {
        let said = format!(
            "{} {}",
            mark(added.status, look.ascii),
            label::status(added.status, lang)
        );
        let said = styled(style(added.status), &said);
        measure(compared.between, added.clause, &said, look, out)?;
        related(compared.local, &added.local, look, out)?;
    }
    heading(words::own_of(lang), out)?;
    let own = compared.chain.locals.iter();
    for traced in own.filter(|traced| traced.source == Provenance::Own) {
        let said = styled(FAIR, source(traced.source, lang));
        measure(compared.local, traced.clause, &said, look, out)?;
    }
    Ok(())
}

fn heading(words: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{}\n", styled(STRONG, words))
}

/// What became of a measure, where it stands, and what it says.
fn measure(
    document: &Document,
    clause: ClauseIndex,
    said: &str,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = &document.plan;
    let first = format!("{} [{said}] ", styled(PLACE, &plan.citation(clause)));
    let text = clean(plan.text(clause));
    writeln!(out, "{}", fill(&first, "  ", &text, look.width))
}

/// The counterparts in another plan.
fn related(
    document: &Document,
    clauses: &[ClauseIndex],
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    if clauses.is_empty() {
        return Ok(());
    }
    let arrow = if look.ascii { "->" } else { "→" };
    let first = format!("    {arrow} {} ", styled(FAINT, &document.id));
    let indent = " ".repeat(width(&first));
    let places = citations(&document.plan, clauses);
    writeln!(out, "{}", fill(&first, &indent, &places, look.width))
}
