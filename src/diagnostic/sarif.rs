//! SARIF 2.1.0, as code scanning services read it.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use super::{Checked, Diagnostic, Findings, Positions, Rule, Severity, Span};
use crate::words::{Lang, rule};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Writes one run with every rule and every result.
pub fn write(findings: &Findings, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let results: Vec<Value> = findings
        .documents
        .iter()
        .flat_map(|document| {
            let positions = document.positions();
            document
                .diagnostics
                .iter()
                .map(move |diagnostic| result(document, &positions, diagnostic, lang))
        })
        .collect();
    let refusals: Vec<Value> = findings
        .refused
        .iter()
        .map(|refused| {
            json!({
                "level": "error",
                "message": {"text": refused.message},
                "locations": [{"physicalLocation": {"artifactLocation": artifact(&refused.file)}}],
            })
        })
        .collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": lang.pick("en-US", "zh-CN"),
                "rules": Rule::ALL.iter().map(|&rule| descriptor(rule, lang)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": findings.refused.is_empty(),
                "toolExecutionNotifications": refusals,
            }],
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn descriptor(rule: Rule, lang: Lang) -> Value {
    let explanation = rule::explain(rule, lang);
    json!({
        "id": rule.code(),
        "name": rule.name(),
        "shortDescription": {"text": explanation.meaning},
        "help": {"text": explanation.remedy},
        "defaultConfiguration": {"level": level(rule.severity())},
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn result(document: &Checked, positions: &Positions, diagnostic: &Diagnostic, lang: Lang) -> Value {
    let rule = diagnostic.rule();
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": artifact(&document.file),
            "region": region(diagnostic.span, positions),
        },
    });
    if let Some(node) = &diagnostic.node {
        location["logicalLocations"] = json!([{"fullyQualifiedName": node}]);
    }
    let mut result = json!({
        "ruleId": rule.code(),
        "ruleIndex": Rule::ALL.iter().position(|&other| other == rule),
        "level": level(rule.severity()),
        "message": {"text": diagnostic.message(lang)},
        "locations": [location],
    });
    if let Some(fix) = &diagnostic.fix {
        result["fixes"] = json!([{"artifactChanges": [{
            "artifactLocation": artifact(&document.file),
            "replacements": [{
                "deletedRegion": region(fix.span, positions),
                "insertedContent": {"text": fix.text},
            }],
        }]}]);
    }
    result
}

/// Lines and columns only: byte offsets would have to be of the file, ours are
/// of its decoded text.
fn region(span: Span, positions: &Positions) -> Value {
    let (start, end) = (positions.at(span.start), positions.at(span.end));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn artifact(file: &str) -> Value {
    json!({"uri": uri(file)})
}

/// A path as a URI reference (RFC 3986): relative paths stay relative to where
/// the check was run.
fn uri(file: &str) -> String {
    use std::fmt::Write;
    let file = if cfg!(windows) {
        file.replace('\\', "/")
    } else {
        file.to_owned()
    };
    let mut uri = String::with_capacity(file.len());
    if file.starts_with('/') {
        uri.push_str("file://");
    } else if file.as_bytes().get(1..3) == Some(b":/") {
        uri.push_str("file:///");
    }
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_becomes_a_uri_reference() {
        for (path, expected) in [
            ("seeds/weihai.txt", "seeds/weihai.txt"),
            ("威海 a.txt", "%E5%A8%81%E6%B5%B7%20a.txt"),
            ("/tmp/a:b#c?.txt", "file:///tmp/a%3Ab%23c%3F.txt"),
            ("C:/plans/a.txt", "file:///C%3A/plans/a.txt"),
            ("100%.txt", "100%25.txt"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }
}
