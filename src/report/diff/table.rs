//! For the terminal.

use std::io::{self, Write};

use super::select::{Selected, select};
use super::{coverage_notes, coverage_rows, is_taken_up_unasked, numbered_heading, section_of};
use crate::align::{ClauseVerdict, Coverage, DecidedBy, Detail, Force, Link, Status};
use crate::report::table::{number, table};
use crate::report::text::{
    FAINT, FAIR, GOOD, PLACE, POOR, STRONG, Style, clean, cut, push_styled, styled, title, wrapped,
};
use crate::report::wrap::fill;
use crate::report::{Comparison, Look, Selection, duty, label};
use crate::task::{Applies, ClauseIndex, ClauseKind, Role};
use crate::words::{Lang, decisions, label as named, report as words};

/// Writes what is selected of a comparison.
pub fn write(
    comparison: &Comparison,
    selection: &Selection,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let selected = select(comparison, selection);
    if selection.is_everything() {
        titles(comparison, look, out)?;
        coverage(comparison, look, out)?;
    }
    if selected.is_empty() {
        return writeln!(out, "{}", words::nothing(look.lang));
    }
    clauses(comparison, &selected, look, out)?;
    additions(comparison, &selected, look, out)
}

fn titles(comparison: &Comparison, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    for document in [comparison.reference, comparison.local] {
        title(document, look, out)?;
    }
    writeln!(out)
}

/// The table of coverage with what is counted apart and outside.
fn coverage(comparison: &Comparison, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang;
    writeln!(out, "{}", wrapped("", words::coverage(lang), look.width))?;
    let mut table = table(
        look,
        [
            words::chapter(lang).to_owned(),
            "N".to_owned(),
            named::covered(lang).to_owned(),
            words::covered_or_partial(lang).to_owned(),
            words::or_topic_only(lang).to_owned(),
        ],
    );
    let heading_columns = look.width.saturating_sub(48).max(16);
    for (name, coverage) in coverage_rows(comparison, lang) {
        let of = |count: usize| number(format!("{count}/{}", coverage.counted));
        let Coverage {
            counted,
            covered,
            partial,
            topic_only,
            ..
        } = coverage;
        table.add_row([
            comfy_table::Cell::new(cut(&clean(&name), heading_columns, look.ascii)),
            number(counted),
            of(covered),
            of(covered + partial),
            of(covered + partial + topic_only),
        ]);
    }
    writeln!(out, "{table}")?;
    for sentence in coverage_notes(comparison, lang) {
        writeln!(out, "{}", wrapped("", &sentence, look.width))?;
    }
    writeln!(out)
}

fn clauses(
    comparison: &Comparison,
    selected: &Selected,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = &comparison.reference.plan;
    let mut under = None;
    if !selected.clauses.is_empty() {
        writeln!(out, "{}", styled(STRONG, words::clauses(look.lang)))?;
    }
    for &clause in &selected.clauses {
        let headed = section_of(&plan.outline, plan.clauses[clause].node);
        if plan.clauses[clause].kind != ClauseKind::Heading && headed != under {
            under = headed;
            if let Some(node) = headed {
                let heading = styled(STRONG, &clean(&numbered_heading(&plan.outline, node)));
                writeln!(out, "\n{}", wrapped("", &heading, look.width))?;
            }
        }
        self::clause(comparison, clause, look, out)?;
    }
    Ok(())
}

/// The usual bytes of what stands around a clause's wording.
const AROUND: usize = 128;

/// A reference clause, its status, and below it its counterparts.
fn clause(
    comparison: &Comparison,
    clause: ClauseIndex,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = &comparison.reference.plan;
    let verdict = &comparison.alignment.clauses[clause];
    let wording = clean(plan.text(clause));
    let mut text = String::with_capacity(wording.len() + AROUND);
    let mark = mark(verdict.status, look.ascii);
    push_styled(&mut text, style(verdict.status), mark);
    text.push(' ');
    push_styled(&mut text, PLACE, &plan.citation(clause));
    text.push(' ');
    text.push_str(&wording);
    text.push(' ');
    push_styled(&mut text, FAINT, &remarks(verdict, look));
    line(fill("", "  ", &text, look.width), out)?;
    for link in &verdict.links {
        counterpart(comparison, link, look, out)?;
    }
    Ok(())
}

/// Writes a text with the end of its line, in one piece.
fn line(mut text: String, out: &mut dyn Write) -> io::Result<()> {
    text.push('\n');
    out.write_all(text.as_bytes())
}

pub(in crate::report) fn mark(status: Status, ascii: bool) -> &'static str {
    match (status, ascii) {
        (Status::Covered, false) => "●",
        (Status::Partial, false) => "◐",
        (Status::Gap, false) => "○",
        (Status::Covered, true) => "+",
        (Status::Partial, true) => "~",
        (Status::Gap, true) => "-",
    }
}

pub(in crate::report) fn style(status: Status) -> Style {
    match status {
        Status::Covered => GOOD,
        Status::Partial => FAIR,
        Status::Gap => POOR,
    }
}

/// The status in words, and what qualifies it.
pub(in crate::report) fn remarks(verdict: &ClauseVerdict, look: &Look) -> String {
    let lang = look.lang;
    let mut remarks = format!("[{}", label::status(verdict.status, lang));
    let mut add = |parts: &[&str]| {
        remarks.push_str("; ");
        remarks.extend(parts.iter().copied());
    };
    if verdict.topic_only {
        add(&[named::topic_only(lang)]);
    }
    let (applies, reason) = &verdict.applicability;
    if *applies != Applies::Local {
        add(&[label::applies(*applies, lang), ": ", &reason.message(lang)]);
        if is_taken_up_unasked(verdict) {
            add(&[named::taken_up_unasked(lang)]);
        }
    }
    if verdict.decided_by == DecidedBy::Reader {
        add(&[decisions::decided(lang)]);
    }
    if let Some(remark) = &verdict.remark {
        let colon = lang.pick(": ", "：");
        add(&[decisions::remark(lang), colon, &clean(remark)]);
    }
    remarks.push(']');
    remarks
}

fn counterpart(
    comparison: &Comparison,
    link: &Link,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = look.lang;
    let local = &comparison.local.plan;
    let units = lead_units(comparison, link.local, look);
    let wording = clean(local.text(link.local));
    let mut text = String::with_capacity(wording.len() + AROUND);
    text.push_str(if look.ascii { "    -> " } else { "    → " });
    push_styled(&mut text, PLACE, &local.citation(link.local));
    text.push(' ');
    text.push_str(&wording);
    text.push(' ');
    text.push_str(&units);
    let judged = format!("[{}; {:.2}]", about(link, lang), link.confidence);
    push_styled(&mut text, FAINT, &judged);
    line(fill("", "      ", &text, look.width), out)?;
    if let Some(changes) = changes(link, look) {
        let changes = styled(FAINT, &clean(&changes));
        line(wrapped("      ", &changes, look.width), out)?;
    }
    Ok(())
}

/// What kind of link it is.
pub(in crate::report) fn about(link: &Link, lang: Lang) -> String {
    let mut about = vec![
        label::place_and_wording(link, lang),
        label::scope(link.scope, lang),
    ];
    if link.force != Force::Same {
        about.push(label::force(link.force, lang));
    }
    if link.decided_by == DecidedBy::Reader {
        about.push(decisions::decided(lang));
    }
    about.join(", ")
}

/// What a link changes; the units stand beside it already.
pub(super) fn changes(link: &Link, look: &Look) -> Option<String> {
    let said: Vec<String> = link
        .changes
        .iter()
        .filter(|change| change.kind.detail() != Some(Detail::Unit))
        .map(|change| label::changed(change, look.ascii, look.lang))
        .collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// The units that lead or answer for a local clause's task, in brackets.
pub(in crate::report) fn lead_units(
    comparison: &Comparison,
    clause: ClauseIndex,
    look: &Look,
) -> String {
    [Role::Lead, Role::Responsible]
        .into_iter()
        .map(|role| (role, duty::names(&comparison.local.plan, clause, role)))
        .filter(|(_, names)| !names.is_empty())
        .map(|(role, names)| format!("({} {}) ", label::role(role, look.lang), clean(&names)))
        .collect()
}

fn additions(
    comparison: &Comparison,
    selected: &Selected,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    if selected.additions.is_empty() {
        return Ok(());
    }
    let plan = &comparison.local.plan;
    let heading = styled(STRONG, words::additions(look.lang));
    writeln!(out, "\n{}", wrapped("", &heading, look.width))?;
    for &clause in &selected.additions {
        let units = lead_units(comparison, clause, look);
        let first = format!("+ {} ", styled(PLACE, &plan.citation(clause)));
        let text = format!("{} {units}", clean(plan.text(clause)));
        line(
            wrapped_after(&first, text.trim_end(), "  ", look.width),
            out,
        )?;
    }
    Ok(())
}

/// Wraps a text after a head of any length, later lines after a fixed indent.
pub(in crate::report) fn wrapped_after(
    first: &str,
    text: &str,
    indent: &str,
    columns: usize,
) -> String {
    fill("", indent, &format!("{first}{text}"), columns)
}
