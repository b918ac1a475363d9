//! Many documents: the same results whatever the number of jobs, runs that go
//! on where they were interrupted, documents streamed one for one.

mod common;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use common::{assert_valid, plan};

fn output(arguments: &[&str]) -> Output {
    plan(arguments).output().expect("the program starts")
}

const REFERENCE: &str = "护河规划\n一、清理河道\n（一）清理淤泥。各县每年清理一次河道淤泥。建立淤泥去向台账。\n二、看护堤岸\n（一）巡查堤岸。每月巡查一次堤岸，发现险情立即报告。\n";

/// A folder with a reference and so many local plans.
fn folder(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("reference.txt"), REFERENCE).expect("a file");
    let locals = folder.path().join("locals");
    std::fs::create_dir(&locals).expect("a folder");
    for at in 0..count {
        let text = format!(
            "第{at}县护河方案\n一、清理河道\n（一）清理淤泥。每年清理{at}次河道淤泥。\n二、别的事\n（一）栽树。栽树{at}棵，由林业站验收。\n"
        );
        std::fs::write(locals.join(format!("{at:04}.txt")), text).expect("a file");
    }
    folder
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
fn the_results_of_many_do_not_depend_on_the_number_of_jobs() {
    let folder = folder(70);
    std::fs::write(folder.path().join("locals/0007.txt"), [0, 1, 2, 0]).expect("a file");
    let (reference, locals) = (
        path(folder.path(), "reference.txt"),
        path(folder.path(), "locals"),
    );
    for form in ["csv", "json-lines"] {
        let of = |jobs| {
            output(&[
                "coverage", &reference, "--locals", &locals, "--format", form, "--jobs", jobs,
            ])
        };
        let (one, three) = (of("1"), of("3"));
        assert_eq!(one.stdout, three.stdout, "{form}");
        assert_eq!(one.status.code(), Some(2), "one file holds no text");
        assert!(String::from_utf8_lossy(&one.stderr).contains("0007.txt"));
        let text = String::from_utf8(one.stdout).expect("UTF-8");
        let expected = if form == "csv" { 1 + 69 * 2 } else { 69 };
        if form == "json-lines" {
            let first = text.lines().next().expect("a line");
            assert_valid(&serde_json::from_str(first).expect("JSON"));
        }
        assert_eq!(text.lines().count(), expected, "{form}");
        let places: Vec<_> = text.lines().filter_map(|line| line.find("0042")).collect();
        assert!(!places.is_empty());
    }
}

#[test]
fn a_folder_without_documents_is_told_of() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("corpus.toml"), "").expect("a file");
    let empty = path(folder.path(), "");
    for arguments in [
        &["coverage", "central", "--locals", &empty][..],
        &["reuse", &empty],
    ] {
        let refused = output(arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8_lossy(&refused.stderr);
        assert!(said.contains("no document in"), "{said}");
    }
}

/// The shell's limit on the size of files stops the run in its middle.
#[cfg(unix)]
#[test]
fn an_interrupted_run_goes_on_where_it_stopped() {
    let folder = folder(500);
    let (reference, locals) = (
        path(folder.path(), "reference.txt"),
        path(folder.path(), "locals"),
    );
    let place = path(folder.path(), "out.jsonl");
    let arguments = [
        "coverage", &reference, "--locals", &locals, "--jobs", "1", "-o", &place,
    ];
    let stopped = Command::new("sh")
        .args([
            "-c",
            "ulimit -f 200; exec \"$0\" \"$@\"",
            env!("CARGO_BIN_EXE_plan"),
        ])
        .args(arguments)
        .output()
        .expect("a shell");
    assert!(!stopped.status.success());
    assert!(
        !Path::new(&place).exists(),
        "nothing half done stands in its place"
    );

    let resumed = output(&arguments);
    assert!(resumed.status.success());
    let said = String::from_utf8_lossy(&resumed.stderr);
    assert!(said.contains("of an interrupted run"), "{said}");
    let whole = output(&[
        "coverage",
        &reference,
        "--locals",
        &locals,
        "--format",
        "json-lines",
    ]);
    assert_eq!(std::fs::read(&place).expect("a file"), whole.stdout);
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .filter(|name| name.to_string_lossy().starts_with("out.jsonl."))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

fn streamed(arguments: &[&str], input: &str) -> (Vec<serde_json::Value>, Option<i32>) {
    let mut child = plan(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin
        .write_all(input.as_bytes())
        .expect("the program reads");
    drop(stdin);
    let output = child.wait_with_output().expect("the program ends");
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let forms = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    (forms.collect(), output.status.code())
}

#[test]
fn each_line_of_a_stream_is_answered_by_one() {
    let folder = folder(0);
    let reference = path(folder.path(), "reference.txt");
    let local = "甲县护河方案\\n一、清理河道\\n（一）清理淤泥。各县每年清理一次河道淤泥。\\n";
    let input = format!(
        "{{\"id\": \"a\", \"text\": \"{local}\", \"level\": \"county\"}}\n{{\"id\": \"b\"}}\nnot JSON\n{{\"id\": \"c\", \"base64\": \"1tDOxKGj\"}}\n"
    );
    let (forms, status) = streamed(&["stream", &reference], &input);
    let schemas: Vec<_> = forms
        .iter()
        .map(|form| form["schema"].as_str().expect("a schema"))
        .collect();
    assert_eq!(
        schemas,
        [
            "plan.alignment/1",
            "plan.refusal/1",
            "plan.refusal/1",
            "plan.alignment/1"
        ]
    );
    forms.iter().for_each(assert_valid);
    assert_eq!(forms[0]["local"]["id"], "a");
    assert_eq!(forms[0]["local"]["level"], "county");
    assert_eq!(
        (&forms[1]["line"], &forms[2]["line"]),
        (&2.into(), &3.into())
    );
    assert_eq!(forms[3]["local"]["id"], "c");
    assert_eq!(status, Some(2));

    for (line, message) in [
        ("{\"id\": \"a\"}", "a line needs either “text” or “base64”"),
        (
            "not JSON",
            "the line is no document as JSON: expected ident at line 1 column 2; see `plan stream --help` for the form",
        ),
        (
            "{\"id\": \"a\", \"base64\": \"!\"}",
            "“base64” holds no base64; encode the bytes of the file anew",
        ),
        (
            "{\"id\": \"a\", \"text\": \"甲\", \"level\": \"town\"}",
            "no level “town”: use central, province, city or county",
        ),
    ] {
        let (forms, status) = streamed(&["stream"], &format!("{line}\n"));
        assert_eq!(forms[0]["error"], message);
        assert_eq!(status, Some(2));
    }

    let (forms, status) = streamed(
        &["stream"],
        &format!("{{\"id\": \"a\", \"text\": \"{local}\"}}\n"),
    );
    assert_eq!(forms[0]["schema"], "plan.document/1");
    assert_eq!(forms[0]["document"]["id"], "a");
    assert_eq!(status, Some(0));
}

#[test]
fn a_clause_that_two_counties_share_is_traced_to_the_earlier() {
    let folder = folder(0);
    let locals = folder.path().join("locals");
    for (name, own, date) in [
        (
            "a.txt",
            "由渔政站逐船核对燃油补贴名册，每季度在码头张榜公布。",
            "2012年5月1日",
        ),
        (
            "b.txt",
            "由渔政站逐船核对燃油补贴名册，每半年在码头张榜公布。",
            "2010年3月1日",
        ),
        (
            "c.txt",
            "聘请退休教师讲授河流故事，编印乡土读本。",
            "2009年3月1日",
        ),
    ] {
        let text = format!(
            "护河方案\n一、清理河道\n（一）清理淤泥。每年清理河道淤泥。\n二、别的事\n（一）办事。{own}\n{date}\n"
        );
        std::fs::write(locals.join(name), text).expect("a file");
    }
    let (locals, reference) = (
        locals.display().to_string(),
        path(folder.path(), "reference.txt"),
    );
    let found = |form| {
        let found = output(&[
            "reuse",
            &locals,
            "--reference",
            &reference,
            "--format",
            form,
        ]);
        assert!(found.status.success(), "{found:?}");
        String::from_utf8(found.stdout).expect("UTF-8")
    };
    let lines = found("json-lines");
    assert!(lines.contains("plan.reuse/1"));
    for line in lines.lines() {
        assert_valid(&serde_json::from_str(line).expect("JSON"));
    }
    let text = found("csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let column = |name| {
        head.iter()
            .position(|column| column == name)
            .expect("a column")
    };
    let rows: Vec<_> = reader
        .records()
        .map(|row| row.expect("a row"))
        .filter(|row| row[column("text")].contains("渔政站"))
        .map(|row| {
            ["plan", "date", "earliest_plan", "nearest_plan"]
                .map(|name| row[column(name)].to_owned())
        })
        .collect();
    assert_eq!(
        rows,
        [["b", "2010-03-01", "a", "a"], ["a", "2012-05-01", "b", "b"]]
    );
}
