//! JUnit XML, as continuous integration servers read it: a suite a document,
//! a failed case a finding, an error a refused file.
//!
//! A case either passes or fails, so information has no place here.

use super::{Checked, Diagnostic, Findings, Positions, Severity, concise};
use crate::words::{Lang, visible::visible};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Write};

type Xml<'o> = Writer<&'o mut dyn Write>;

/// Writes the report.
pub fn write(findings: &Findings, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let cases: usize = findings.documents.iter().map(cases).sum();
    let refused = findings.refused.len();
    xml.create_element("testsuites")
        .with_attribute(("name", "plan check"))
        .with_attribute(("tests", (cases + refused).to_string().as_str()))
        .with_attribute(("failures", findings.count().to_string().as_str()))
        .with_attribute(("errors", refused.to_string().as_str()))
        .write_inner_content(|xml| {
            for document in &findings.documents {
                write_document(xml, document, lang)?;
            }
            for refused in &findings.refused {
                let message = visible(&refused.message);
                write_suite(xml, &refused.file, 1, 0, 1, |xml| {
                    write_case(
                        xml,
                        &refused.file,
                        "read",
                        Some(("error", "refused", &message, &message)),
                    )
                })?;
            }
            Ok(())
        })?;
    writeln!(xml.into_inner())
}

fn failures(document: &Checked) -> impl Iterator<Item = &Diagnostic> {
    document
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity() > Severity::Info)
}

/// A document without findings is one passed case.
fn cases(document: &Checked) -> usize {
    failures(document).count().max(1)
}

fn write_document(xml: &mut Xml, document: &Checked, lang: Lang) -> io::Result<()> {
    let positions: Positions = document.positions();
    let failed = failures(document).count();
    write_suite(xml, &document.file, cases(document), failed, 0, |xml| {
        if failed == 0 {
            write_case(xml, &document.file, "check", None)?;
        }
        for diagnostic in failures(document) {
            let rule = diagnostic.rule();
            let line = concise::line(document, &positions, diagnostic, lang);
            write_case(
                xml,
                &document.file,
                &format!("{} {}", rule.code(), rule.name()),
                Some((
                    "failure",
                    diagnostic.severity().name(),
                    &visible(&diagnostic.message(lang)),
                    &line,
                )),
            )?;
        }
        Ok(())
    })
}

fn write_suite(
    xml: &mut Xml,
    name: &str,
    tests: usize,
    failures: usize,
    errors: usize,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element("testsuite")
        .with_attribute(("name", &*visible(name)))
        .with_attribute(("tests", tests.to_string().as_str()))
        .with_attribute(("failures", failures.to_string().as_str()))
        .with_attribute(("errors", errors.to_string().as_str()))
        .write_inner_content(content)?;
    Ok(())
}

/// `outcome`: element, its `type`, its `message`, its text; none if it passed.
fn write_case(
    xml: &mut Xml,
    class: &str,
    name: &str,
    outcome: Option<(&str, &str, &str, &str)>,
) -> io::Result<()> {
    let case = xml
        .create_element("testcase")
        .with_attribute(("classname", &*visible(class)))
        .with_attribute(("name", name));
    match outcome {
        None => case.write_empty()?,
        Some((element, kind, message, text)) => case.write_inner_content(|xml| {
            xml.create_element(element)
                .with_attribute(("type", kind))
                .with_attribute(("message", message))
                .write_text_content(BytesText::new(text))?;
            Ok(())
        })?,
    };
    Ok(())
}
