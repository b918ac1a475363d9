//! Documents as Markdown: headings by depth, the units below their tasks.

use std::io::{self, Write};

use crate::outline::Kind;
use crate::report::json::{self, PROGRAM};
use crate::report::{Document, markdown};
use crate::task::ClauseKind;

/// Markdown knows six levels of headings; the first is the title's.
const DEEPEST: u8 = 6;

/// Writes the documents one after the other, each under a block of YAML that
/// says where it comes from.
pub fn write(documents: &[Document], out: &mut dyn Write) -> io::Result<()> {
    for (at, document) in documents.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        front_matter(document, out)?;
        nodes(document, out)?;
    }
    Ok(())
}

/// A string of JSON is one of YAML.
fn front_matter(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let program = format!("{} {}", PROGRAM.name, PROGRAM.version);
    writeln!(out, "---")?;
    writeln!(out, "title: {}", serde_json::to_string(&document.title)?)?;
    writeln!(out, "program: {}", serde_json::to_string(&program)?)?;
    writeln!(
        out,
        "source: {}",
        serde_json::to_string(&json::provenance(document))?
    )?;
    writeln!(out, "---\n\n# {}\n", markdown::escaped(&document.title))
}

fn nodes(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let plan = &document.plan;
    let outline = &plan.outline;
    for (at, node) in outline.nodes.iter().enumerate() {
        let num = node.num.map_or("", |num| num.span.of(&outline.text));
        let clauses = |kind: fn(ClauseKind) -> bool| -> String {
            plan.clauses_of(at)
                .filter(|&clause| kind(plan.clauses[clause].kind))
                .map(|clause| plan.text(clause))
                .collect()
        };
        let heading = clauses(|kind| kind == ClauseKind::Heading);
        let body = clauses(|kind| kind != ClauseKind::Heading);
        if node.kind == Kind::Title && heading == document.title {
            continue;
        }
        if !heading.is_empty() {
            let depth = usize::from((node.level + 1).min(DEEPEST));
            let marks = "#".repeat(depth);
            writeln!(
                out,
                "{marks} {}\n",
                markdown::escaped(&format!("{num}{heading}"))
            )?;
        }
        if body.is_empty() {
            continue;
        }
        let num = if heading.is_empty() { num } else { "" };
        let text = markdown::escaped(&format!("{num}{body}"));
        match node.kind {
            Kind::Responsibility => writeln!(out, "> {text}\n")?,
            _ => writeln!(out, "{}\n", unlisted(&text))?,
        }
    }
    Ok(())
}

/// Keeps a number at the start of a line from becoming a list of Markdown's
/// own, which would count anew.
fn unlisted(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match text[digits..].chars().next() {
        Some(mark @ ('.' | ')')) if digits > 0 => {
            format!("{}\\{mark}{}", &text[..digits], &text[digits + 1..])
        }
        Some('-' | '+') if digits == 0 => format!("\\{text}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_numbers_stay_as_printed() {
        for (text, shown) in [
            ("1.加强领导。", r"1\.加强领导。"),
            ("12)加强", r"12\)加强"),
            ("- 加强", r"\- 加强"),
            ("2010年前", "2010年前"),
            ("（1）加强", "（1）加强"),
        ] {
            assert_eq!(unlisted(text), shown);
        }
    }
}
