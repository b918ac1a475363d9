//! `plan check` and `plan rule` as their users run them.

use std::path::Path;
use std::process::{Command, Output};

/// Runs `plan` in a folder, with nothing of the environment that changes what
/// it prints.
fn plan(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_plan"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("PLAN_LANG")
        .env("LC_ALL", "C")
        .output()
        .expect("plan runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// A folder with one document without fault, one with a fault, and one that
/// is no text.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let files: &[(&str, &[u8])] = &[
        ("clean.txt", "一、加强教育\n二、健全制度\n".as_bytes()),
        (
            "plans/faulty.txt",
            "一、加强教育\n1.编写教材。\n牵头单位：市教育局\n协办单位：市财政局\n2.组织宣讲。\n牵头单位：市文化局\n协辨单位：市财政局\n"
                .as_bytes(),
        ),
        ("plans/old.pdf", b"%PDF-1.4\n\0\xff"),
        ("empty/readme.rst", b"nothing to read"),
    ];
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

const FAULT: &str =
    "plans/faulty.txt:7:1: PLAN030 unknown responsibility label “协辨单位”; probably “协办单位”";

#[test]
fn exit_status_and_what_is_said() {
    let folder = folder();
    // Arguments, exit status, a line of standard output, a piece of standard error.
    let cases: &[(&str, i32, &str, &str)] = &[
        ("check", 0, "", "5 documents checked: no findings"),
        ("check clean.txt", 0, "", "1 document checked: no findings"),
        (
            "check plans/faulty.txt",
            1,
            FAULT,
            "1 document checked: 1 finding",
        ),
        (
            "check clean.txt plans/faulty.txt",
            1,
            FAULT,
            "2 documents checked",
        ),
        // What is refused is told, and the others are still checked.
        (
            "check .",
            2,
            FAULT,
            "2 documents checked: 1 finding, 1 file refused",
        ),
        ("check .", 2, "", "old.pdf: this is a PDF"),
        ("check missing.txt", 2, "", "no document “missing.txt”"),
        ("check empty", 2, "", "empty holds no document"),
        ("check plans/faulty.txt --exit-zero", 0, FAULT, "1 finding"),
        ("check . --exit-zero", 2, FAULT, "1 file refused"),
        (
            "check plans/faulty.txt --ignore PLAN03",
            0,
            "",
            "no findings",
        ),
        (
            "check plans/faulty.txt --select PLAN01",
            0,
            "",
            "no findings",
        ),
        (
            "check plans/faulty.txt --select unknown-responsibility-label",
            1,
            FAULT,
            "1 finding",
        ),
        (
            "check clean.txt --select spelling",
            2,
            "",
            "no rule “spelling”",
        ),
        (
            "check plans/faulty.txt --statistics",
            1,
            "1  PLAN030  unknown-responsibility-label",
            "",
        ),
        (
            "check clean.txt --statistics --format junit",
            2,
            "",
            "--statistics has no form “junit”",
        ),
        (
            "check clean.txt --format yaml",
            2,
            "",
            "invalid value 'yaml'",
        ),
        ("rule PLAN012", 0, "PLAN012 number-gap warning", ""),
        ("rule number-gap", 0, "PLAN012 number-gap warning", ""),
        ("rule PLAN01", 0, "PLAN011 number-duplicate warning", ""),
        ("rule", 0, "PLAN051 accepted-not-found warning", ""),
        (
            "rule number-gaps",
            2,
            "",
            "did you mean “number-gap” (PLAN012)?",
        ),
    ];
    for (arguments, status, line, said) in cases {
        let output = plan(folder.path(), &arguments.split(' ').collect::<Vec<_>>());
        let (out, err) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(
            output.status.code(),
            Some(*status),
            "{arguments}: {out}{err}"
        );
        assert!(
            line.is_empty() || out.lines().any(|printed| printed.trim() == *line),
            "{arguments}: {out}"
        );
        assert!(err.contains(said), "{arguments}: {err}");
    }
}

#[test]
fn a_seed_checks_clean_wherever_its_copy_lies() {
    let folder = folder();
    let seed = include_bytes!("../seeds/taizhou.txt");
    std::fs::write(folder.path().join("copy.txt"), seed).expect("a file");
    let output = plan(folder.path(), &["check", "copy.txt"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    assert_eq!(
        text(&output.stderr),
        "1 document checked: no findings, 1 accepted in the manifest\n"
    );
}

#[test]
fn one_wrong_number_in_a_copy_of_a_seed_is_found_at_its_place() {
    let folder = folder();
    let seed = include_str!("../seeds/weihai.txt");
    for (right, wrong, found) in [
        (
            "\n二、",
            "\n三、",
            "copy.txt:8:1: PLAN011 number “三、” stands twice",
        ),
        (
            "\n（2）完善党委",
            "\n（3）完善党委",
            "copy.txt:14:1: PLAN011 number “（3）” stands twice",
        ),
        (
            "\n三、",
            "\n四、",
            "copy.txt:391:1: PLAN012 “二、” is followed by “四、”: 1 number is missing between them",
        ),
    ] {
        assert_eq!(seed.matches(right).count(), 1, "{right}");
        std::fs::write(folder.path().join("copy.txt"), seed.replace(right, wrong)).expect("a file");
        let output = plan(folder.path(), &["check", "copy.txt"]);
        assert_eq!(output.status.code(), Some(1), "{wrong}");
        let said = text(&output.stdout);
        assert!(said.lines().any(|line| line == found), "{said}");
    }
}

#[test]
fn a_tree_that_differs_from_the_one_recorded_is_shown_and_can_be_accepted() {
    let folder = folder();
    let run = |arguments: &str| {
        let output = plan(folder.path(), &arguments.split(' ').collect::<Vec<_>>());
        let said = format!("{}{}", text(&output.stdout), text(&output.stderr));
        (output.status.code().expect("an exit status"), said)
    };
    let (status, said) = run("check --locked clean.txt");
    assert_eq!(status, 1);
    assert!(
        said.contains("PLAN053 no tree is recorded in clean.tree"),
        "{said}"
    );

    let (status, said) = run("check --update clean.txt");
    assert_eq!(status, 0);
    assert!(said.contains("recorded clean.tree"), "{said}");
    assert_eq!(run("check --locked clean.txt").0, 0);

    std::fs::write(
        folder.path().join("clean.txt"),
        "一、加强教育\n二、健全制度\n（一）修订规定。\n",
    )
    .expect("a file");
    let (status, said) = run("check --locked clean.txt");
    assert_eq!(status, 1);
    insta::assert_snapshot!(said, @r"
    clean.txt:3:1: PLAN052 the tree differs from clean.tree: 0 lines gone, 1 new

    clean.tree
      2 section 二、健全制度
    +   2.1 subsection task （一）修订规定。
    1 document checked: 1 finding
    ");

    assert_eq!(run("check --update clean.txt").0, 0);
    assert_eq!(run("check --locked clean.txt").0, 0);
}

#[test]
fn the_trees_of_the_built_in_corpus_are_recorded_in_the_program() {
    let folder = folder();
    let output = plan(folder.path(), &["check", "--update"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("the built-in corpus cannot be changed"));
}

#[test]
fn the_extension_of_the_output_sets_the_form() {
    let folder = folder();
    for (file, beginning) in [
        ("found.json", "{\n  \"schema\": \"plan.diagnostics/1\""),
        ("found.jsonl", "{\"code\":\"PLAN030\""),
        (
            "found.sarif",
            "{\n  \"$schema\": \"https://docs.oasis-open.org",
        ),
        ("found.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
        ("found.txt", FAULT),
    ] {
        let output = plan(folder.path(), &["check", "plans/faulty.txt", "-o", file]);
        assert_eq!(output.status.code(), Some(1), "{file}");
        assert!(output.stdout.is_empty(), "{file}");
        let written = std::fs::read_to_string(folder.path().join(file)).expect(file);
        assert!(written.starts_with(beginning), "{file}: {written}");
    }
}

#[test]
fn sarif_of_the_program_validates_against_the_schema() {
    let mut schema: serde_json::Value =
        serde_json::from_str(include_str!("../fixtures/schema/sarif-2.1.0.json")).expect("JSON");
    // As published, with a bracket too many, it is no regular expression.
    for holder in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][holder]["properties"]["language"];
        language["pattern"] = "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$".into();
    }
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let folder = folder();
    for lang in ["en", "zh"] {
        let output = plan(
            folder.path(),
            &["check", ".", "--format", "sarif", "--lang", lang],
        );
        let log = serde_json::from_slice(&output.stdout).expect("JSON");
        let errors: Vec<String> = validator
            .iter_errors(&log)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert_eq!(log["runs"][0]["results"][0]["ruleId"], "PLAN030");
        assert_eq!(
            log["runs"][0]["invocations"][0]["executionSuccessful"],
            false
        );
    }
}
