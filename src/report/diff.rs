//! A comparison for the terminal: coverage by chapter, the clauses with their
//! counterparts, the local additions.

use std::io::{self, Write};

use super::select::{Selected, select};
use super::table::{number, table};
use super::text::{FAINT, FAIR, GOOD, PLACE, POOR, STRONG, clean, cut, styled, title, wrapped};
use super::wrap::fill;
use super::{Comparison, Look, Selection, label};
use crate::align::{ClauseVerdict, Coverage, Link, Status};
use crate::outline::{NodeIndex, Outline};
use crate::task::{Applies, ClauseIndex, ClauseKind, Role};
use crate::words::{label as named, report as words};

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
    let summary = &comparison.alignment.summary;
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
    let outline = &comparison.reference.plan.outline;
    let heading_columns = look.width.saturating_sub(48).max(16);
    let rows = summary
        .chapters
        .iter()
        .filter(|chapter| chapter.coverage.counted > 0)
        .map(|chapter| {
            let heading = numbered_heading(outline, chapter.node);
            (
                cut(&clean(&heading), heading_columns, look.ascii).into_owned(),
                &chapter.coverage,
            )
        });
    let sums = [
        (words::total(lang), &summary.total),
        (words::organisation(lang), &summary.organisation),
    ];
    for (name, coverage) in rows.chain(
        sums.into_iter()
            .map(|(name, coverage)| (name.to_owned(), coverage)),
    ) {
        let of = |count: usize| number(format!("{count}/{}", coverage.counted));
        let Coverage {
            counted,
            covered,
            partial,
            topic_only,
            ..
        } = *coverage;
        table.add_row([
            comfy_table::Cell::new(name),
            number(counted),
            of(covered),
            of(covered + partial),
            of(covered + partial + topic_only),
        ]);
    }
    writeln!(out, "{table}")?;
    let total = summary.total;
    let (covered, either) = summary.paragraph_means;
    for sentence in [
        words::outside(
            total.higher + summary.organisation.higher,
            total.unclear + summary.organisation.unclear,
            lang,
        ),
        words::paragraph_means(covered, either, lang),
        words::moves_and_origins(summary.moved, summary.origins.0, summary.origins.1, lang),
        words::gap_note(lang).to_owned(),
    ] {
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

/// The nearest numbered node with a heading that holds a node.
fn section_of(outline: &Outline, node: NodeIndex) -> Option<NodeIndex> {
    std::iter::once(node)
        .chain(outline.ancestors(node))
        .find(|&at| outline.nodes[at].num.is_some() && outline.nodes[at].heading.is_some())
}

fn numbered_heading(outline: &Outline, node: NodeIndex) -> String {
    let node = &outline.nodes[node];
    let num = node.num.map_or("", |num| num.span.of(&outline.text));
    let heading = node.heading.map_or("", |heading| heading.of(&outline.text));
    format!("{num}{heading}")
}

/// A reference clause, its status, and below it its counterparts.
fn clause(
    comparison: &Comparison,
    clause: ClauseIndex,
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
    let text = format!(
        "{} {}",
        clean(plan.text(clause)),
        styled(FAINT, &remarks(verdict, look))
    );
    writeln!(
        out,
        "{}",
        wrapped_after(&first, text.trim_end(), "  ", look.width)
    )?;
    for link in &verdict.links {
        counterpart(comparison, link, look, out)?;
    }
    Ok(())
}

fn mark(status: Status, ascii: bool) -> &'static str {
    match (status, ascii) {
        (Status::Covered, false) => "●",
        (Status::Partial, false) => "◐",
        (Status::Gap, false) => "○",
        (Status::Covered, true) => "+",
        (Status::Partial, true) => "~",
        (Status::Gap, true) => "-",
    }
}

fn style(status: Status) -> anstyle::Style {
    match status {
        Status::Covered => GOOD,
        Status::Partial => FAIR,
        Status::Gap => POOR,
    }
}

/// The status in words, and what qualifies it.
fn remarks(verdict: &ClauseVerdict, look: &Look) -> String {
    let lang = look.lang;
    let mut remarks = vec![label::status(verdict.status, lang).to_owned()];
    if verdict.topic_only {
        remarks.push(named::topic_only(lang).to_owned());
    }
    let (applies, reason) = &verdict.applicability;
    if *applies != Applies::Local {
        remarks.push(format!(
            "{}: {}",
            label::applies(*applies, lang),
            reason.message(lang)
        ));
        if *applies == Applies::Higher && verdict.status != Status::Gap {
            remarks.push(named::taken_up_unasked(lang).to_owned());
        }
    }
    format!("[{}]", remarks.join("; "))
}

fn counterpart(
    comparison: &Comparison,
    link: &Link,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = look.lang;
    let local = &comparison.local.plan;
    let node = local.task_of(link.local);
    let mut about = vec![
        label::wording(link.wording, lang).to_owned(),
        label::scope(link.scope, lang).to_owned(),
    ];
    if link.force != crate::align::Force::Same {
        about.push(label::force(link.force, lang).to_owned());
    }
    if link.moved {
        about.push(named::moved(lang).to_owned());
    }
    let units = node
        .map(|node| lead_units(comparison, node, look))
        .unwrap_or_default();
    let arrow = if look.ascii { "->" } else { "→" };
    let first = format!(
        "    {arrow} {} ",
        styled(PLACE, &local.citation(link.local))
    );
    let text = format!(
        "{} {}{}",
        clean(local.text(link.local)),
        units,
        styled(
            FAINT,
            &format!("[{}; {:.2}]", about.join(", "), link.confidence)
        )
    );
    writeln!(
        out,
        "{}",
        wrapped_after(&first, &text, "      ", look.width)
    )
}

/// The units that lead or answer for a task, in brackets.
fn lead_units(comparison: &Comparison, node: usize, look: &Look) -> String {
    let plan = &comparison.local.plan;
    [Role::Lead, Role::Responsible]
        .into_iter()
        .map(|role| (role, plan.units(node, role)))
        .filter(|(_, names)| !names.is_empty())
        .map(|(role, names)| {
            format!(
                "({} {}) ",
                label::role(role, look.lang),
                clean(&names.join("、"))
            )
        })
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
        let units = plan
            .task_of(clause)
            .map(|node| lead_units(comparison, node, look))
            .unwrap_or_default();
        let first = format!("+ {} ", styled(PLACE, &plan.citation(clause)));
        let text = format!("{} {units}", clean(plan.text(clause)));
        writeln!(
            out,
            "{}",
            wrapped_after(&first, text.trim_end(), "  ", look.width)
        )?;
    }
    Ok(())
}

/// Wraps a text after a head of any length, later lines after a fixed indent.
fn wrapped_after(first: &str, text: &str, indent: &str, columns: usize) -> String {
    fill("", indent, &format!("{first}{text}"), columns)
}
