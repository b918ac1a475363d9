//! Every data form is valid by the schema that `plan schema` prints.

mod common;

use common::{plan, schema, stdout};
use serde_json::Value;

/// Each form with commands that print it, in both languages where words occur.
const PRINTED: &[(&str, &[&[&str]])] = &[
    (
        "plan.document/1",
        &[
            &["export", "central"],
            &["export", "weihai"],
            &["export", "taizhou", "--lang", "zh"],
            &["export", "guangzhou"],
            &["export", "shanghai"],
            &["export", "shanghai", "--no-guide"],
        ],
    ),
    ("plan.documents/1", &[&["export", "weihai", "shanghai"]]),
    (
        "plan.alignment/1",
        &[
            &["diff", "central", "weihai", "--format", "json"],
            &["diff", "central", "taizhou", "--format", "json"],
            &["diff", "central", "guangzhou", "--format", "json"],
            &[
                "diff", "central", "shanghai", "--format", "json", "--lang", "zh",
            ],
        ],
    ),
    (
        "plan.chain/1",
        &[&["diff", "central", "shanghai", "weihai", "--format", "json"]],
    ),
    (
        "plan.explanation/1",
        &[
            &["explain", "central:六", "weihai", "--format", "json"],
            &[
                "explain",
                "central:六",
                "weihai:二（五）",
                "--format",
                "json",
                "--lang",
                "zh",
            ],
        ],
    ),
    (
        "plan.coverage/1",
        &[
            &["coverage", "central", "--format", "json"],
            &["coverage", "central", "--format", "json", "--by", "clause"],
        ],
    ),
    (
        "plan.units/1",
        &[
            &["units", "weihai", "taizhou", "--format", "json"],
            &["units", "guangzhou", "--format", "json"],
        ],
    ),
    (
        "plan.instruments/1",
        &[
            &["instruments", "central", "--format", "json"],
            &["instruments", "central", "weihai", "--format", "json"],
        ],
    ),
    (
        "plan.ledger/1",
        &[
            &["ledger", "taizhou", "--format", "json"],
            &["ledger", "central", "--format", "json"],
        ],
    ),
    ("plan.corpus/1", &[&["list", "--format", "json"]]),
    (
        "plan.diagnostics/1",
        &[&["check", "--format", "json", "--verbose"]],
    ),
    (
        "plan.statistics/1",
        &[&["check", "--format", "json", "--statistics", "--verbose"]],
    ),
    ("plan.rules/1", &[&["rule", "--format", "json"]]),
];

/// These have tests of their own, here and in `many.rs` and `decisions.rs`.
const TESTED_APART: [&str; 6] = [
    "plan.evaluation/1",
    "plan.node/1",
    "plan.coverage-column/1",
    "plan.reuse/1",
    "plan.refusal/1",
    "plan.decisions/1",
];

#[test]
fn every_line_is_a_node_and_valid_by_its_schema() {
    let command = ["export", "weihai", "shanghai", "--format", "jsonl"];
    let printed = stdout(&command, 0);
    let lines: Vec<&str> = printed.lines().collect();
    assert!(lines.len() > 400, "{}", lines.len());
    assert_all_valid("plan.node/1", &command, &lines);
}

#[test]
fn what_the_commands_print_is_valid_by_its_schema() {
    for (form, commands) in PRINTED {
        for command in *commands {
            assert_valid(form, command, &stdout(command, 0));
        }
    }
}

#[test]
fn figures_against_a_crosswalk_are_valid_by_their_schema() {
    let gold = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/gold/weihai.json");
    let command = ["eval", gold, "--format", "json", "--calibration"];
    assert_valid("plan.evaluation/1", &command, &stdout(&command, 0));
}

#[test]
fn every_form_is_put_to_the_test() {
    let listed = stdout(&["schema"], 0);
    let tested = |name: &str| PRINTED.iter().any(|(form, _)| *form == name);
    for line in listed.lines() {
        let name = line.split_whitespace().next().expect("a name");
        assert!(tested(name) || TESTED_APART.contains(&name), "{name}");
    }
}

/// Whatever names itself a form in the source has a schema.
#[test]
fn no_form_is_without_a_schema() {
    let listed = stdout(&["schema"], 0);
    let name = regex::Regex::new(r#""(plan\.[a-z-]+/[0-9]+)""#).expect("a pattern");
    let mut found = std::collections::BTreeSet::new();
    for file in walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")) {
        let file = file.expect("readable");
        if file.path().extension().is_some_and(|found| found == "rs") {
            let text = std::fs::read_to_string(file.path()).expect("a text");
            found.extend(name.captures_iter(&text).map(|form| form[1].to_owned()));
        }
    }
    assert!(found.len() > 10, "{found:?}");
    for form in found {
        assert!(listed.contains(&form), "`plan schema` does not know {form}");
    }
}

/// What the page saves, as `report/html/js/decisions.js` makes it.
#[test]
fn decisions_are_valid_by_their_schema_and_others_are_not() {
    let schema = schema("plan.decisions/1");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let head =
        |id: &str| serde_json::json!({"id": id, "title": "", "level": "city", "sha256": "0"});
    let mut saved = serde_json::json!({
        "schema": "plan.decisions/1",
        "reference": head("central"), "local": head("weihai"),
        "decisions": [
            {"clause": "2.1.h", "clause_sha256": "0", "clause_text": "甲", "local": null,
             "local_sha256": null, "local_text": null, "action": "status", "value": "gap",
             "remark": ""},
            {"clause": "2.1.h", "action": "remark", "remark": "乙"},
        ]
    });
    assert!(validator.is_valid(&saved));
    saved["local"] = "weihai".into();
    assert!(validator.is_valid(&saved));
    saved["decisions"][1]["action"] = "maybe".into();
    assert!(!validator.is_valid(&saved));
}

#[test]
fn a_schema_refuses_what_the_form_does_not_allow() {
    let schema = schema("plan.document/1");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let sound: Value = serde_json::from_str(&stdout(&["export", "weihai"], 0)).expect("JSON");
    assert!(validator.is_valid(&sound));
    let harms: [(&str, Value); 5] = [
        ("/schema", "plan.document/2".into()),
        ("/nodes", Value::Null),
        ("/nodes/0/kind", "verse".into()),
        ("/nodes/0/span/start", (-1).into()),
        ("/nodes/0/level", "one".into()),
    ];
    for (place, harm) in harms {
        let mut data = sound.clone();
        *data.pointer_mut(place).expect("a place in the data") = harm;
        assert!(!validator.is_valid(&data), "{place} was let through");
    }
}

#[test]
fn a_form_is_named_with_or_without_its_version() {
    let full = stdout(&["schema", "plan.alignment/1"], 0);
    assert_eq!(stdout(&["schema", "alignment"], 0), full);
    let refused = plan(&["schema", "letter"]).output().expect("it starts");
    assert_eq!(refused.status.code(), Some(2));
    let message = String::from_utf8(refused.stderr).expect("UTF-8");
    assert!(message.contains("plan.document/1"), "{message}");
}

fn assert_valid(form: &str, command: &[&str], printed: &str) {
    assert_all_valid(form, command, &[printed]);
}

fn assert_all_valid(form: &str, command: &[&str], printed: &[&str]) {
    let validator = jsonschema::validator_for(&schema(form)).expect("a schema");
    for printed in printed {
        assert_valid_by(&validator, command, printed);
    }
}

fn assert_valid_by(validator: &jsonschema::Validator, command: &[&str], printed: &str) {
    let data: Value = serde_json::from_str(printed).expect("JSON");
    let errors: Vec<String> = validator
        .iter_errors(&data)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .take(5)
        .collect();
    assert!(errors.is_empty(), "plan {command:?}: {errors:#?}");
}
