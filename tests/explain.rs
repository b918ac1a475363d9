//! `plan explain`: why a clause is linked or has no counterpart.

mod common;

use common::{stderr, stdout};
use serde_json::Value;

#[test]
fn links_and_gaps_of_a_paragraph_are_explained() {
    insta::assert_snapshot!(stdout(&["explain", "central:六（一）第1段", "weihai"], 0));
}

#[test]
fn an_explanation_speaks_chinese_when_asked() {
    insta::assert_snapshot!(stdout(
        &["--lang", "zh", "explain", "中央：四(二)第3段第1句", "威海"],
        0
    ));
}

#[test]
fn a_pair_that_the_reader_names_is_explained_linked_or_not() {
    insta::assert_snapshot!(stdout(
        &["explain", "central:6.1.p1.s3", "weihai:二（五）1"],
        0
    ));
}

/// What the evidence adds up to is the confidence, and what is marked as
/// shared stands in both texts.
#[test]
fn data_say_the_same_as_the_text() {
    let json = stdout(
        &[
            "explain",
            "central:六（一）第1段",
            "weihai",
            "--format",
            "json",
        ],
        0,
    );
    let data: Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(data["schema"], "plan.explanation/1");
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let clauses = list(&data["clauses"]);
    assert_eq!(clauses.len(), 5);
    let mut gaps = 0;
    for clause in &clauses {
        let links = list(&clause["links"]);
        let near = clause.get("nearest").map(list).unwrap_or_default();
        if links.is_empty() {
            gaps += 1;
            assert_eq!(near.len(), 3, "{}", clause["id"]);
        }
        for pair in links.iter().chain(&near) {
            let number = |value: &Value| value.as_f64().expect("a number");
            if number(&pair["confidence"]) == 0.0 {
                continue;
            }
            let odds: f64 = list(&pair["evidence"])
                .iter()
                .map(|one| number(&one["weight"]))
                .sum();
            let confidence = 1.0 / (1.0 + (-odds).exp());
            assert!(
                (confidence - number(&pair["confidence"])).abs() < 1e-3,
                "{}: {odds} and {}",
                clause["id"],
                pair["confidence"]
            );
            assert!(!list(&pair["shared"]["reference"]).is_empty());
            assert!(
                list(&data["locals"])
                    .iter()
                    .any(|local| local["id"] == pair["local"])
            );
        }
    }
    assert_eq!(gaps, 4);
}

#[test]
fn what_is_not_named_is_asked_for() {
    let cases = [
        (
            vec!["explain", "central", "weihai"],
            "error: “central” names no clause; put its id or citation after a colon: central:四（二）第3段\n",
        ),
        (
            vec!["explain", "central:九", "weihai"],
            "error: “central” has no node “九”; `plan show central` lists them\n",
        ),
        (
            vec!["--lang", "zh", "explain", "central:二", "weihai:九"],
            "错误: “weihai”中没有“九”；用 `plan show weihai` 查看全部\n",
        ),
    ];
    for (arguments, expected) in cases {
        assert_eq!(stderr(&arguments, 2), expected);
    }
}
