//! The rules: as a list, explained, and as data.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::text::{FAINT, STRONG, styled, wrapped};
use super::{Look, json};
use crate::diagnostic::Rule;
use crate::words::Lang;
use crate::words::check as words;
use crate::words::rule::{Example, example, explain as explanation};

/// Two lines or three a rule: code, name, severity, and what it says.
pub fn list(rules: &[Rule], look: &Look, out: &mut dyn Write) -> io::Result<()> {
    for &rule in rules {
        writeln!(out, "{}", title(rule, look))?;
        let meaning = first_sentence(explanation(rule, look.lang).meaning);
        writeln!(out, "{}", wrapped("    ", meaning, look.width))?;
    }
    Ok(())
}

fn title(rule: Rule, look: &Look) -> String {
    format!(
        "{} {} {}",
        styled(STRONG, rule.code()),
        styled(STRONG, rule.name()),
        words::severity(rule.severity(), look.lang)
    )
}

fn first_sentence(text: &str) -> &str {
    let ends = [". ", "。"].map(|end| text.find(end).map(|at| at + end.trim_end().len()));
    let end = ends.into_iter().flatten().min();
    &text[..end.unwrap_or(text.len())]
}

/// A page a rule: meaning, example, what to do.
pub fn explain(rules: &[Rule], look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let lang = look.lang;
    for (at, &rule) in rules.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let explained = explanation(rule, lang);
        writeln!(out, "{}", title(rule, look))?;
        writeln!(out, "\n{}", wrapped("", explained.meaning, look.width))?;
        if let Some(example) = example(rule) {
            let caption = match example {
                Example::Text(_) => words::example(lang),
                Example::Manifest(_) => words::example_in_manifest(lang),
            };
            writeln!(out, "\n{}", styled(STRONG, caption))?;
            for line in example.text().lines() {
                writeln!(out, "{}", wrapped("    ", line, look.width))?;
            }
        }
        writeln!(out, "\n{}", styled(STRONG, words::what_to_do(lang)))?;
        writeln!(out, "{}", wrapped("", explained.remedy, look.width))?;
    }
    if let [rule] = rules {
        let hint = words::how_to_accept(rule.code(), lang);
        writeln!(out, "\n{}", styled(FAINT, &wrapped("", &hint, look.width)))?;
    }
    Ok(())
}

/// Rules explained.
#[derive(Serialize, JsonSchema)]
pub(super) struct Form {
    #[schemars(extend("const" = "plan.rules/1"))]
    schema: &'static str,
    rules: Vec<RuleForm>,
}

#[derive(Serialize, JsonSchema)]
struct RuleForm {
    code: &'static str,
    name: &'static str,
    #[schemars(extend("enum" = ["error", "warning", "info"]))]
    severity: &'static str,
    meaning: &'static str,
    example: Option<&'static str>,
    remedy: &'static str,
}

/// `plan.rules/1`.
pub fn json(rules: &[Rule], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let rules = rules.iter().map(|&rule| {
        let explained = explanation(rule, lang);
        RuleForm {
            code: rule.code(),
            name: rule.name(),
            severity: rule.severity().name(),
            meaning: explained.meaning,
            example: example(rule).map(Example::text),
            remedy: explained.remedy,
        }
    });
    json::write(
        &Form {
            schema: "plan.rules/1",
            rules: rules.collect(),
        },
        out,
    )
}
