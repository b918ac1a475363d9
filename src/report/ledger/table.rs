//! For the terminal.

use std::io::{self, Write};

use super::{Ledger, Line, term};
use crate::report::text::{FAINT, PLACE, STRONG, clean, styled, title, wrapped};
use crate::report::{Look, label, wrap};
use crate::survey::Term;
use crate::task::Role;
use crate::words::{ledger as words, report};

/// Writes the tasks under the terms that they are due in.
pub fn write(ledger: &Ledger, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang;
    title(ledger.document, look, out)?;
    let counted = words::counted(ledger.ledger.tasks.len(), ledger.lines().len(), lang);
    writeln!(out, "{}", wrapped("", &counted, look.width))?;
    let terms = words::terms(ledger.ledger.period, lang);
    writeln!(out, "{}", wrapped("", &terms, look.width))?;
    if ledger.document.plan.responsibilities.is_empty() {
        writeln!(out, "{}", report::no_units(lang))?;
    }
    for part in ledger.shown(lang) {
        if let Some(name) = part.name {
            writeln!(out, "\n{}", styled(STRONG, &clean(name)))?;
        }
        let mut under: Option<Term> = None;
        for line in &part.lines {
            if under != Some(line.due.term) {
                let heading = term(line.due.term, lang);
                writeln!(out, "\n{}", styled(STRONG, &heading))?;
                under = Some(line.due.term);
            }
            self::line(ledger, line, look, out)?;
        }
    }
    Ok(())
}

fn line(ledger: &Ledger, line: &Line, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let plan = &ledger.document.plan;
    let first = format!(
        "{:>3} {} ",
        line.number,
        styled(PLACE, &plan.outline.citation(line.task.task))
    );
    let text = clean(&plan.wording(line.task.task)).into_owned();
    writeln!(out, "{}", wrap::fill(&first, "    ", &text, look.width))?;
    let mut detail = |name: &str, value: String| {
        if value.is_empty() {
            return Ok(());
        }
        let first = format!("      {} ", styled(FAINT, name));
        writeln!(out, "{}", wrapped(&first, &clean(&value), look.width))
    };
    detail(words::when(look.lang), ledger.deadlines(line))?;
    detail(words::rests_on(look.lang), ledger.rests_on(line))?;
    for role in [Role::Lead, Role::Responsible, Role::Support] {
        detail(label::role(role, look.lang), ledger.units(line, role))?;
    }
    Ok(())
}
