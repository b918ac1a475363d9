//! Markdown for pasting.

use std::io::{self, Write};

use super::select::select;
use super::{coverage_notes, coverage_rows, status};
use crate::align::Link;
use crate::report::markdown::{escaped, row};
use crate::report::{Comparison, Selection, duty, label};
use crate::task::{ClauseIndex, Role};
use crate::words::{Lang, label as named, report as words, workbook};

/// Writes the selected clauses and additions, after the table of coverage if
/// nothing is left out.
pub fn write(
    comparison: &Comparison,
    selection: &Selection,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let selected = select(comparison, selection);
    let titles = [comparison.local, comparison.reference].map(|document| escaped(&document.title));
    writeln!(out, "## {}\n\n{}", titles[0], titles[1])?;
    if selection.is_everything() {
        coverage(comparison, lang, out)?;
    }
    if selected.is_empty() {
        return writeln!(out, "\n{}", words::nothing(lang));
    }
    if !selected.clauses.is_empty() {
        writeln!(out, "\n### {}\n", words::clauses(lang))?;
        let header = [
            workbook::citation(lang),
            workbook::clause_text(lang),
            workbook::status(lang),
            workbook::counterparts(lang),
        ];
        row(header, out)?;
        row(header.map(|_| "---"), out)?;
    }
    for &at in &selected.clauses {
        let plan = &comparison.reference.plan;
        let verdict = &comparison.alignment.clauses[at];
        let links = verdict.links.iter();
        let counterparts: Vec<_> = links.map(|link| counterpart(comparison, link)).collect();
        row(
            [
                &plan.citation(at),
                plan.text(at),
                status(verdict, lang),
                &counterparts.join(" "),
            ],
            out,
        )?;
    }
    if !selected.additions.is_empty() {
        writeln!(out, "\n### {}\n", words::additions(lang))?;
    }
    for &at in &selected.additions {
        let plan = &comparison.local.plan;
        let text = escaped(plan.text(at));
        let units = escaped(&answerable(comparison, at, lang));
        writeln!(out, "- **{}** {text}{units}", escaped(&plan.citation(at)))?;
    }
    Ok(())
}

fn coverage(comparison: &Comparison, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n### {}\n", words::coverage(lang))?;
    let header = [
        words::chapter(lang),
        "N",
        named::covered(lang),
        words::covered_or_partial(lang),
        words::or_topic_only(lang),
    ];
    row(header, out)?;
    row(["---", "---:", "---:", "---:", "---:"], out)?;
    for (name, coverage) in coverage_rows(comparison, lang) {
        let either = coverage.covered + coverage.partial;
        let counts = [
            coverage.counted,
            coverage.covered,
            either,
            either + coverage.topic_only,
        ];
        let counts = counts.map(|count| count.to_string());
        row(std::iter::once(name).chain(counts), out)?;
    }
    for note in coverage_notes(comparison, lang) {
        writeln!(out, "\n{note}")?;
    }
    Ok(())
}

fn counterpart(comparison: &Comparison, link: &Link) -> String {
    let plan = &comparison.local.plan;
    format!("【{}】{}", plan.citation(link.local), plan.text(link.local))
}

/// Who leads or answers for a task, in brackets.
fn answerable(comparison: &Comparison, at: ClauseIndex, lang: Lang) -> String {
    [Role::Lead, Role::Responsible]
        .into_iter()
        .map(|role| (role, duty::names(&comparison.local.plan, at, role)))
        .filter(|(_, names)| !names.is_empty())
        .map(|(role, names)| format!(" ({} {names})", label::role(role, lang)))
        .collect()
}
