//! Both wordings in two columns, what differs marked inside the line.

use std::io::{self, Write};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::select::select;
use super::table::{about, changes};
use crate::report::text::{END, FAINT, GOOD, PLACE, POOR, Style, clean, styled, wrapped};
use crate::report::wording::{Side, compare};
use crate::report::wrap::fill;
use crate::report::{Comparison, Look, Selection, label};
use crate::words::report as words;

/// Writes the selected clauses, each link as one pair of columns.
pub fn write(
    comparison: &Comparison,
    selection: &Selection,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let selected = select(comparison, selection);
    if selected.is_empty() {
        return writeln!(out, "{}", words::nothing(look.lang));
    }
    let reference = &comparison.reference.plan;
    let local = &comparison.local.plan;
    for &clause in &selected.clauses {
        let verdict = &comparison.alignment.clauses[clause];
        let left = clean(reference.text(clause));
        let citation = reference.citation(clause);
        if verdict.links.is_empty() {
            let about = label::status(verdict.status, look.lang);
            heads(&citation, &format!("[{about}]"), look, out)?;
            columns(&vec![(left.into_owned(), false)], &Side::new(), look, out)?;
            continue;
        }
        for link in &verdict.links {
            let place = local.citation(link.local);
            heads(
                &citation,
                &format!("{place} [{}]", about(link, look.lang)),
                look,
                out,
            )?;
            let (old, new) = compare(&left, &clean(local.text(link.local)));
            columns(&old, &new, look, out)?;
            if let Some(said) = changes(link, look) {
                writeln!(out, "{}\n", wrapped("", &clean(&said), look.width))?;
            }
        }
    }
    for &clause in &selected.additions {
        heads("", &local.citation(clause), look, out)?;
        columns(
            &Side::new(),
            &vec![(clean(local.text(clause)).into_owned(), true)],
            look,
            out,
        )?;
    }
    Ok(())
}

const GUTTER: usize = 3;

fn column_width(look: &Look) -> usize {
    (look.width - GUTTER) / 2
}

fn heads(left: &str, right: &str, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let column = column_width(look);
    let pad = column.saturating_sub(left.width()) + GUTTER;
    let first = format!("{}{}", styled(PLACE, left), " ".repeat(pad));
    let indent = " ".repeat(column + GUTTER);
    let head = fill(&first, &indent, &styled(PLACE, right), look.width);
    writeln!(out, "{head}")
}

fn columns(left: &Side, right: &Side, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let columns = column_width(look);
    let left = folded(left, columns, POOR, ['[', ']'], look.color);
    let right = folded(right, columns, GOOD, ['{', '}'], look.color);
    let bar = styled(FAINT, if look.ascii { "|" } else { "│" });
    for row in 0..left.len().max(right.len()) {
        let (text, used) = left
            .get(row)
            .map_or(("", 0), |(text, used)| (text.as_str(), *used));
        let other = right.get(row).map_or("", |(text, _)| text.as_str());
        let line = format!("{text}{} {bar} {other}", " ".repeat(columns - used));
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out)
}

/// The lines of one column with their widths. Without colour, what differs
/// stands in brackets.
fn folded(
    side: &Side,
    columns: usize,
    style: Style,
    brackets: [char; 2],
    color: bool,
) -> Vec<(String, usize)> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for (text, differs) in side {
        let bracketed = format!("{}{text}{}", brackets[0], brackets[1]);
        let shown = if *differs && !color { &bracketed } else { text };
        let mark = *differs && color;
        if mark {
            line += style.0;
        }
        for c in shown.chars() {
            let wide = c.width().unwrap_or(0);
            if used + wide > columns {
                if mark {
                    line += END;
                }
                lines.push((std::mem::take(&mut line), used));
                used = 0;
                if mark {
                    line += style.0;
                }
            }
            line.push(c);
            used += wide;
        }
        if mark {
            line += END;
        }
    }
    if !line.is_empty() {
        lines.push((line, used));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_asked_and_marks_survive_without_colour() {
        let side = vec![("一二三".to_owned(), false), ("四五".to_owned(), true)];
        let lines: Vec<_> = folded(&side, 8, POOR, ['[', ']'], false)
            .into_iter()
            .map(|(line, _)| line)
            .collect();
        assert_eq!(lines, ["一二三[", "四五]"]);
    }
}
