//! What `plan export` writes, and that it is read back.

mod common;

use std::path::Path;
use std::process::Output;

use common::{plan, stderr, stdout};

const SEEDS: [&str; 5] = ["central", "weihai", "taizhou", "guangzhou", "shanghai"];

fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    plan(arguments)
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

#[test]
fn a_document_read_back_from_its_json_is_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    for seed in SEEDS {
        let exported = stdout(&["export", seed], 0);
        let file = folder.path().join(format!("{seed}.json"));
        std::fs::write(&file, &exported).expect("written");
        let again = stdout(&["export", file.to_str().expect("UTF-8")], 0);
        assert!(again == exported, "{seed} came back otherwise");
    }
}

#[test]
fn a_file_in_gbk_comes_back_from_its_json_with_its_origin() {
    const TEXT: &str = "关于加强河道管理的实施方案\n一、总体要求\n（一）加强巡查。各镇每月巡查一次。\n（二）加强整治。清理河道垃圾。\n二、组织领导\n（一）落实责任。牵头单位：市水利局\n";
    let folder = tempfile::tempdir().expect("a folder");
    let (bytes, _, _) = encoding_rs::GBK.encode(TEXT);
    std::fs::write(folder.path().join("河道.txt"), bytes).expect("written");
    let exported = run_in(folder.path(), &["export", "河道.txt"]).stdout;
    std::fs::write(folder.path().join("export.json"), &exported).expect("written");
    let again = run_in(folder.path(), &["export", "export.json"]).stdout;
    let text = String::from_utf8(again.clone()).expect("UTF-8");
    assert!(
        text.contains("\"encoding\": \"gb18030\"") && text.contains("\"id\": \"河道\""),
        "{text}"
    );
    assert!(again == exported);
    let compared = |name: &str| run_in(folder.path(), &["diff", "central", name]).stdout;
    assert_eq!(compared("export.json"), compared("河道.txt"));
}

#[test]
fn json_that_is_no_export_is_read_as_the_text_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = "{\"schema\": \"plan.document/1\", \"text\": 3}\n一、加强领导\n二、落实责任\n";
    std::fs::write(folder.path().join("broken.json"), broken).expect("written");
    let output = run_in(folder.path(), &["show", "broken.json"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).contains("加强领导"));
}

#[test]
fn every_form_is_the_same_on_every_run_and_names_its_source() {
    let sha256 = "c7256ba7312d2b1f2123cb7681f06419ad7407f1c5607964efc29a3bbd3fb22e";
    for form in ["json", "jsonl", "markdown", "akn", "graphml", "dot"] {
        let command = ["export", "weihai", "--format", form];
        let first = stdout(&command, 0);
        assert_eq!(first, stdout(&command, 0), "{form}");
        for told in [sha256, "utf-8", env!("CARGO_PKG_VERSION"), "weihai.txt"] {
            assert!(first.contains(told), "{form} does not tell {told}");
        }
    }
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|found| {
            let found = found.expect("a file");
            let content = std::fs::read(found.path()).expect("readable");
            (found.file_name().to_string_lossy().into_owned(), content)
        })
        .collect();
    files.sort();
    files
}

#[test]
fn tables_are_a_folder_that_is_replaced_as_a_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("tables");
    let command = ["export", "weihai", "--format", "csv", "-o", "tables"];
    assert_eq!(run_in(folder.path(), &command).status.code(), Some(0));
    let first = files(&place);
    let names: Vec<&str> = first.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "clauses.csv",
            "datapackage.json",
            "deadlines.csv",
            "documents.csv",
            "instruments.csv",
            "nodes.csv",
            "responsibilities.csv",
        ]
    );
    assert_eq!(run_in(folder.path(), &command).status.code(), Some(0));
    assert_eq!(files(&place), first);
    assert_eq!(files_beside(folder.path()), ["tables"]);

    std::fs::write(place.join("notes.txt"), "ours").expect("written");
    let refused = run_in(folder.path(), &command);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("notes.txt"));
    assert_eq!(
        std::fs::read(place.join("notes.txt")).expect("kept"),
        b"ours"
    );
}

fn files_beside(folder: &Path) -> Vec<String> {
    std::fs::read_dir(folder)
        .expect("a folder")
        .map(|found| {
            found
                .expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect()
}

#[test]
fn a_folder_must_be_named_and_links_need_a_form_that_has_them() {
    for (arguments, told) in [
        (vec!["export", "weihai", "--format", "csv"], "-o FOLDER"),
        (
            vec!["export", "weihai", "central", "--format", "akn"],
            "-o FOLDER",
        ),
        (vec!["export", "weihai", "--with-links"], "plan diff"),
        (
            vec!["export", "central", "--with-links", "--format", "dot"],
            "--with-links=REF",
        ),
    ] {
        let message = stderr(&arguments, 2);
        assert!(message.contains(told), "{message}");
    }
}

#[test]
fn files_of_one_name_are_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    for (place, text) in [("a", "一、加强领导\n"), ("b", "一、落实责任\n")] {
        std::fs::create_dir(folder.path().join(place)).expect("a folder");
        std::fs::write(folder.path().join(place).join("plan.txt"), text).expect("written");
    }
    let output = run_in(
        folder.path(),
        &["export", "a/plan.txt", "b/plan.txt", "--format", "jsonl"],
    );
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let ids: Vec<String> = lines
        .lines()
        .map(|line| {
            let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
            line["document"]["id"].as_str().expect("an id").to_owned()
        })
        .collect();
    assert!(
        ids.contains(&"plan".to_owned()) && ids.contains(&"plan~2".to_owned()),
        "{ids:?}"
    );
}

#[test]
fn akoma_ntoso_has_the_numbers_as_ids_and_marks_the_units() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "河道管理实施方案\n一、加强管理\n（一）加强巡查\n1.每月巡查<两>次。\n牵头单位：市水利局\n2.清理河道垃圾。\n牵头单位：市环保局\n";
    std::fs::write(folder.path().join("plan.txt"), text).expect("written");
    let output = run_in(folder.path(), &["export", "plan.txt", "--format", "akn"]);
    let xml = String::from_utf8(output.stdout).expect("UTF-8");
    for told in [
        "<section eId=\"sec_1\"><num>一、</num><heading eId=\"sec_1__heading\">加强管理</heading>",
        "<hcontainer eId=\"sec_1__subsec_1__item_2\" name=\"item\" class=\"task\">",
        "每月巡查&lt;两&gt;次。</span>",
        "<organization refersTo=\"#unit_2\">市环保局</organization>",
    ] {
        assert!(xml.contains(told), "{told} is not in\n{xml}");
    }
}
