//! What a user sees: results on standard output, all else on standard error,
//! exit statuses, languages, narrow terminals and closed pipes.

mod common;

use std::io::Read;
use std::process::Stdio;

use common::{plan, stderr, stdout};

const LOCALS: [&str; 4] = ["weihai", "taizhou", "guangzhou", "shanghai"];

#[test]
fn the_corpus_is_listed_from_any_folder() {
    insta::assert_snapshot!(stdout(&["list"], 0));
}

#[test]
fn each_local_plan_shows_as_a_tree() {
    for document in ["central"].iter().chain(&LOCALS) {
        insta::assert_snapshot!(format!("show-{document}"), stdout(&["show", document], 0));
    }
}

#[test]
fn each_local_plan_is_compared_with_the_central_one() {
    for local in LOCALS {
        insta::assert_snapshot!(
            format!("diff-{local}"),
            stdout(&["diff", "central", local], 0)
        );
    }
}

#[test]
fn a_comparison_speaks_chinese_when_asked() {
    insta::assert_snapshot!(stdout(
        &[
            "--lang",
            "zh",
            "diff",
            "central",
            "weihai",
            "--chapter",
            "六"
        ],
        0
    ));
}

#[test]
fn the_wording_that_differs_is_marked_in_two_columns() {
    let arguments = [
        "diff",
        "central",
        "weihai",
        "--side-by-side",
        "--chapter",
        "6",
        "--only",
        "covered",
    ];
    insta::assert_snapshot!(stdout(&arguments, 0));
}

#[test]
fn names_that_are_unknown_are_met_with_help() {
    let cases = [
        (
            vec!["show", "weihia"],
            "error: no document “weihia”; did you mean “weihai” (威海)?\n",
        ),
        (
            vec!["--lang", "zh", "show", "weihia"],
            "错误: 没有文件“weihia”；是否指“weihai”（威海）？\n",
        ),
        (
            vec!["show", "weihai", "9.9"],
            "error: “weihai” has no node “9.9”; `plan show weihai` lists them\n",
        ),
    ];
    for (arguments, message) in cases {
        assert_eq!(stderr(&arguments, 2), message, "{arguments:?}");
    }
}

#[test]
fn ascii_output_draws_nothing_but_ascii() {
    let drawn = stdout(&["--ascii", "diff", "central", "weihai"], 0);
    for mark in ['─', '═', '│', '●', '◐', '○', '→'] {
        assert!(!drawn.contains(mark), "{mark}");
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for columns in ["60", "80", "120"] {
        for arguments in [
            vec!["diff", "central", "weihai"],
            vec!["diff", "central", "taizhou", "--side-by-side"],
            vec!["show", "taizhou"],
            vec!["list"],
        ] {
            let output = plan(&arguments)
                .env("COLUMNS", columns)
                .output()
                .expect("the program starts");
            let limit: usize = columns.parse().expect("a number");
            for line in String::from_utf8(output.stdout).expect("UTF-8").lines() {
                let width = unicode_width::UnicodeWidthStr::width(line.trim_end());
                assert!(
                    width <= limit,
                    "{width} > {limit} in plan {arguments:?}: {line}"
                );
            }
        }
    }
}

#[test]
fn a_reader_that_goes_away_ends_the_program_quietly() {
    let mut child = plan(&["diff", "central", "taizhou"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut first = [0; 16];
    child
        .stdout
        .take()
        .expect("piped")
        .read_exact(&mut first)
        .expect("some output");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for arguments in [
        vec![
            "export",
            "central",
            "weihai",
            "taizhou",
            "guangzhou",
            "shanghai",
            "--format",
            "json",
        ],
        vec!["diff", "central", "weihai", "--format", "json"],
    ] {
        assert_eq!(stdout(&arguments, 0), stdout(&arguments, 0));
    }
}

#[test]
fn standard_input_is_a_document_too() {
    use std::io::Write;
    let mut child = plan(&["export", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let text = "某市实施方案\n一、总体要求\n（一）加强领导。\n牵头单位：市某局\n";
    child
        .stdin
        .take()
        .expect("piped")
        .write_all(text.as_bytes())
        .expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let form: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(form["document"]["id"], "-");
    assert_eq!(form["document"]["title"], "某市实施方案");
}

#[test]
fn a_file_is_written_whole_and_its_extension_sets_the_form() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("weihai.json");
    let name = place.display().to_string();
    assert_eq!(stdout(&["diff", "central", "weihai", "-o", &name], 0), "");
    let written = std::fs::read_to_string(&place).expect("written");
    let form: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    assert_eq!(form["schema"], "plan.alignment/1");
    assert_eq!(
        std::fs::read_dir(folder.path()).expect("a folder").count(),
        1
    );
}
