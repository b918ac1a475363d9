//! Why clauses are linked or not, for the terminal: the evidence in words,
//! what both wordings have marked.

use std::io::{self, Write};
use std::ops::Range;

use super::diff::{about, lead_units, mark, remarks, style, wrapped_after};
use super::text::{FAINT, GOOD, PLACE, POOR, STRONG, clean, styled, title, wrapped};
use super::wording::shared;
use super::{Comparison, Explained, Look, label};
use crate::align::{Evidence, Feature, Link, Nearest};
use crate::task::ClauseIndex;
use crate::words::explain as words;

/// Evidence that weighs less is left to the data.
const WORTH_SAYING: f32 = 0.3;

/// How much of what kept a pair from being a link is said.
const AGAINST: usize = 4;

/// Writes the explanation.
pub fn write(
    comparison: &Comparison,
    explained: &Explained,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    for document in [comparison.reference, comparison.local] {
        title(document, look, out)?;
    }
    for &clause in &explained.clauses {
        writeln!(out)?;
        let pairs: Vec<_> = explained
            .pairs
            .iter()
            .filter(|(one, ..)| *one == clause)
            .map(|(_, local, pair)| (*local, pair.as_ref()))
            .collect();
        if pairs.is_empty() {
            self::clause(comparison, clause, explained.thresholds, look, out)?;
        } else {
            self::pairs(comparison, clause, &pairs, look, out)?;
        }
    }
    writeln!(
        out,
        "\n{}",
        wrapped("", words::legend(look.lang), look.width)
    )
}

/// A clause with its links, or with what came nearest.
fn clause(
    comparison: &Comparison,
    clause: ClauseIndex,
    (link, only): (f32, f32),
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let verdict = &comparison.alignment.clauses[clause];
    let against: Vec<ClauseIndex> = if verdict.links.is_empty() {
        verdict.nearest.iter().map(|near| near.local).collect()
    } else {
        verdict.links.iter().map(|link| link.local).collect()
    };
    head(comparison, clause, &against, look, out)?;
    for link in &verdict.links {
        linked(comparison, clause, link, look, out)?;
    }
    if !verdict.links.is_empty() {
        return Ok(());
    }
    if verdict.nearest.is_empty() {
        return writeln!(
            out,
            "{}",
            wrapped("  ", words::nothing_near(look.lang), look.width)
        );
    }
    let heading = words::nearest(link, only, look.lang);
    writeln!(out, "{}", wrapped("  ", &heading, look.width))?;
    for near in &verdict.nearest {
        not_taken(comparison, clause, near, look, out)?;
    }
    Ok(())
}

/// A clause beside local clauses that the reader named.
fn pairs(
    comparison: &Comparison,
    clause: ClauseIndex,
    pairs: &[(ClauseIndex, Option<&Nearest>)],
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let against: Vec<ClauseIndex> = pairs
        .iter()
        .filter(|(_, pair)| pair.is_some() || pairs.len() == 1)
        .map(|(local, _)| *local)
        .collect();
    head(comparison, clause, &against, look, out)?;
    let links = &comparison.alignment.clauses[clause].links;
    let mut apart = Vec::new();
    for &(local, pair) in pairs {
        let link = links.iter().find(|link| link.local == local);
        match (link, pair) {
            (Some(link), _) => linked(comparison, clause, link, look, out)?,
            (None, Some(near)) => not_taken(comparison, clause, near, look, out)?,
            (None, None) => apart.push(local),
        }
    }
    if let &[local] = apart.as_slice() {
        let remark = words::not_linked(look.lang);
        counterpart(comparison, clause, local, remark, look, out)?;
    }
    if !apart.is_empty() {
        let why = words::not_considered(apart.len(), look.lang);
        writeln!(out, "{}", wrapped("      ", &why, look.width))?;
    }
    Ok(())
}

/// The clause, its status, and what of it the local clauses have.
fn head(
    comparison: &Comparison,
    clause: ClauseIndex,
    against: &[ClauseIndex],
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = &comparison.reference.plan;
    let verdict = &comparison.alignment.clauses[clause];
    let first = format!(
        "{} {} ",
        styled(style(verdict.status), mark(verdict.status, look.ascii)),
        styled(PLACE, &plan.citation(clause))
    );
    let mut remarks = remarks(verdict, look);
    if !verdict.links.is_empty() {
        remarks = format!("{remarks} {}", words::found(verdict.coverage, look.lang));
    }
    let line = format!("{first}{}", styled(FAINT, &remarks));
    writeln!(out, "{}", wrapped_after("", &line, "  ", look.width))?;
    let others: String = against
        .iter()
        .flat_map(|&local| [comparison.local.plan.text(local), "\n"])
        .collect();
    let text = marked(plan.text(clause), &shared(plan.text(clause), &others), look);
    writeln!(out, "{}", wrapped("  ", &text, look.width))
}

fn linked(
    comparison: &Comparison,
    clause: ClauseIndex,
    link: &Link,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = look.lang;
    let remark = format!("{}; {:.2}", about(link, lang), link.confidence);
    counterpart(comparison, clause, link.local, &remark, look, out)?;
    writeln!(out, "      {}", styled(STRONG, words::why(lang)))?;
    evidence(link.evidence.iter(), look, out)?;
    if !link.changes.is_empty() {
        let said: Vec<String> = link
            .changes
            .iter()
            .map(|change| label::changed(change, look.ascii, look.lang))
            .collect();
        let shown = format!("{} {}", words::changes(lang), clean(&said.join("; ")));
        writeln!(out, "{}", wrapped("      ", &shown, look.width))?;
    }
    Ok(())
}

fn not_taken(
    comparison: &Comparison,
    clause: ClauseIndex,
    near: &Nearest,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let remark = format!("{}; {:.2}", words::not_linked(look.lang), near.confidence);
    counterpart(comparison, clause, near.local, &remark, look, out)?;
    if near.evidence.is_empty() {
        let why = words::not_considered(1, look.lang);
        return writeln!(out, "{}", wrapped("      ", &why, look.width));
    }
    let against = near.evidence.iter().filter(|one| one.weight < 0.0);
    let support = near.evidence.iter().find(|one| one.weight > 0.0);
    evidence(against.take(AGAINST).chain(support), look, out)
}

/// A local clause, with what of it the clause has.
fn counterpart(
    comparison: &Comparison,
    clause: ClauseIndex,
    local: ClauseIndex,
    remark: &str,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = &comparison.local.plan;
    let units = lead_units(comparison, local, look);
    let arrow = if look.ascii { "->" } else { "→" };
    let line = format!(
        "    {arrow} {} {units}{}",
        styled(PLACE, &plan.citation(local)),
        styled(FAINT, &format!("[{remark}]"))
    );
    writeln!(out, "{}", wrapped_after("", &line, "      ", look.width))?;
    let text = plan.text(local);
    let common = shared(text, comparison.reference.plan.text(clause));
    writeln!(
        out,
        "{}",
        wrapped("      ", &marked(text, &common, look), look.width)
    )
}

fn evidence<'e>(
    evidence: impl Iterator<Item = &'e Evidence>,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    // What stands below says something of headings only.
    let says_something = |one: &&Evidence| {
        one.weight.abs() >= WORTH_SAYING && (one.feature != Feature::Contents || one.value > 0.0)
    };
    for one in evidence.filter(says_something) {
        let minus = if look.ascii { '-' } else { '−' };
        let (sign, style) = if one.weight < 0.0 {
            (minus, POOR)
        } else {
            ('+', GOOD)
        };
        let figure = format!("{sign}{:.1}", one.weight.abs());
        let first = format!("       {} ", styled(style, &format!("{figure:>5}")));
        writeln!(
            out,
            "{}",
            wrapped(&first, &label::evidence(one, look.lang), look.width)
        )?;
    }
    Ok(())
}

/// A text with some places marked: in colour, else by brackets.
fn marked(text: &str, places: &[Range<usize>], look: &Look) -> String {
    let mut result = String::new();
    let mut at = 0;
    for place in places {
        result += &clean(&text[at..place.start]);
        let words = clean(&text[place.clone()]);
        if look.color {
            result += &styled(STRONG, &words);
        } else {
            result += &format!("[{words}]");
        }
        at = place.end;
    }
    result + &clean(&text[at..])
}
