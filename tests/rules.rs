//! What `plan rule` says about each rule is true.

use std::collections::BTreeSet;

use plan::diagnostic::{Diagnostic, Rule};
use plan::words::Lang;
use plan::words::rule::{Example, example, explain};
use plan::{outline, source, task};

/// The rules that a text raises, in whatever room.
fn raised(text: &str) -> BTreeSet<Rule> {
    let source = source::read(text.as_bytes(), "example.txt", &source::Limits::default())
        .expect("an example is text");
    let plan = task::read(outline::parse(&source.text, None));
    source
        .diagnostics
        .iter()
        .chain(&plan.outline.diagnostics)
        .chain(&plan.diagnostics)
        .map(Diagnostic::rule)
        .collect()
}

#[test]
fn every_example_raises_its_rule_and_no_graver_one() {
    let mut wrong = Vec::new();
    for &rule in Rule::ALL {
        let Some(Example::Text(text)) = example(rule) else {
            continue;
        };
        let raised = raised(text);
        let graver = |other: &&Rule| **other != rule && other.severity() >= rule.severity();
        if !raised.contains(&rule) || raised.iter().any(|other| graver(&other)) {
            let names: Vec<_> = raised.iter().map(|rule| rule.name()).collect();
            wrong.push(format!("{}: {names:?}", rule.name()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_example_of_the_manifest_is_one() {
    for &rule in Rule::ALL {
        let Some(Example::Manifest(text)) = example(rule) else {
            continue;
        };
        let entry =
            "[[document]]\nid = 'a'\ntitle = 'a'\nlevel = 'city'\nfile = 'a.txt'\nsha256 = ''\n";
        let path = std::path::Path::new("corpus.toml");
        let manifest = plan::corpus::Manifest::parse(&format!("{entry}{text}"), path);
        assert!(manifest.is_ok(), "{}: {manifest:?}", rule.name());
    }
}

#[test]
fn explanations_are_sentences_in_their_language() {
    let han = |text: &str| {
        text.chars()
            .any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
    };
    for &rule in Rule::ALL {
        let (en, zh) = (explain(rule, Lang::En), explain(rule, Lang::Zh));
        for text in [en.meaning, en.remedy] {
            assert!(text.ends_with(['.', '?']), "{}: {text}", rule.name());
        }
        for text in [zh.meaning, zh.remedy] {
            assert!(han(text) && text.ends_with('。'), "{}: {text}", rule.name());
        }
    }
}
