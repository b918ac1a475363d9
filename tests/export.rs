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

/// The node of this id, among these or below them.
fn find<'n>(nodes: &'n serde_json::Value, id: &str) -> Option<&'n serde_json::Value> {
    nodes.as_array()?.iter().find_map(|node| {
        if node["id"] == id {
            Some(node)
        } else {
            find(&node["children"], id)
        }
    })
}

/// Lines 11–13 of Weihai, as the forms of the data promise them.
#[test]
fn a_task_with_its_lines_of_units_has_these_ids_and_spans() {
    let form: serde_json::Value =
        serde_json::from_str(&stdout(&["export", "weihai"], 0)).expect("JSON");
    let place = |value: &serde_json::Value| {
        let number = |name: &str| value["span"][name].as_u64().expect("a number");
        (number("start"), number("end"))
    };
    let task = find(&form["nodes"], "2.1.1.1").expect("the task");
    assert_eq!(
        (&task["kind"], &task["task"]),
        (&"subitem".into(), &true.into())
    );
    assert_eq!(
        (place(task), place(&task["num"])),
        ((1699, 1842), (1699, 1706))
    );
    assert_eq!(task["units"]["lead"], serde_json::json!(["市委宣传部"]));
    assert_eq!(
        task["units"]["support"],
        serde_json::json!(["市纪委", "市委组织部", "市委党校"])
    );
    let clause = &task["clauses"][0];
    assert_eq!(
        (&clause["id"], &clause["kind"]),
        (&"2.1.1.1.s1".into(), &"measure".into())
    );
    assert_eq!(place(clause), (1706, 1754));
    let [lead, support] = &task["children"].as_array().expect("children")[..] else {
        panic!("two lines of units");
    };
    assert_eq!(
        (&lead["id"], place(lead)),
        (&"2.1.1.1.r1".into(), (1755, 1786))
    );
    assert_eq!(
        (&support["id"], place(support)),
        (&"2.1.1.1.r2".into(), (1786, 1842))
    );
    let entry = &lead["responsibilities"][0];
    assert_eq!(
        (&entry["role"], place(&entry["label"])),
        (&"lead".into(), (1755, 1767))
    );
    assert_eq!(place(&entry["units"][0]), (1770, 1785));
    assert_eq!(entry["covers"], serde_json::json!(["2.1.1.1"]));
}

/// A document that no register knows, damaged and restored by a guide.
#[test]
fn a_document_comes_back_from_its_json_though_nothing_else_is_at_hand() {
    let folder = tempfile::tempdir().expect("a folder");
    let shanghai = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/shanghai.txt");
    let text = std::fs::read_to_string(shanghai).expect("the seed");
    std::fs::write(folder.path().join("glued.txt"), format!("{text}附言.")).expect("written");
    let exported = run_in(
        folder.path(),
        &["export", "glued.txt", "--guide", "central"],
    )
    .stdout;
    let value: serde_json::Value = serde_json::from_slice(&exported).expect("JSON");
    assert_eq!(value["document"]["guide"]["id"], "central");
    std::fs::write(folder.path().join("glued.json"), &exported).expect("written");
    std::fs::remove_file(folder.path().join("glued.txt")).expect("removed");
    for command in ["export", "import"] {
        let again = run_in(folder.path(), &[command, "glued.json"]).stdout;
        assert!(again == exported, "plan {command} changed it");
    }
}

#[test]
fn what_was_exported_without_a_guide_comes_back_without_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let exported = stdout(&["export", "shanghai", "--no-guide"], 0);
    std::fs::write(folder.path().join("alone.json"), &exported).expect("written");
    let again = run_in(folder.path(), &["import", "alone.json"]).stdout;
    assert!(String::from_utf8(again).expect("UTF-8") == exported);
}

#[test]
fn several_exported_documents_are_imported_as_they_were() {
    let folder = tempfile::tempdir().expect("a folder");
    let exported = stdout(&["export", "weihai", "shanghai"], 0);
    std::fs::write(folder.path().join("both.json"), &exported).expect("written");
    let again = run_in(folder.path(), &["import", "both.json"]).stdout;
    assert!(String::from_utf8(again).expect("UTF-8") == exported);
    let nodes = run_in(folder.path(), &["import", "both.json", "-f", "jsonl"]).stdout;
    let expected = stdout(&["export", "weihai", "shanghai", "-f", "jsonl"], 0);
    assert!(String::from_utf8(nodes).expect("UTF-8") == expected);

    let refused = run_in(folder.path(), &["show", "both.json"]);
    assert_eq!(refused.status.code(), Some(2));
    let message = String::from_utf8_lossy(&refused.stderr);
    assert!(message.contains("2 exported documents"), "{message}");
}

#[test]
fn what_is_no_export_is_not_imported() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("plan.txt"), "一、加强领导\n").expect("written");
    let changed = stdout(&["export", "weihai"], 0).replace("反腐", "防腐");
    std::fs::write(folder.path().join("changed.json"), changed).expect("written");
    for (file, told) in [
        ("plan.txt", "no export"),
        ("missing.json", "missing.json"),
        ("changed.json", "was changed after the export"),
    ] {
        let refused = run_in(folder.path(), &["import", file]);
        assert_eq!(refused.status.code(), Some(2), "{file}");
        let message = String::from_utf8_lossy(&refused.stderr);
        assert!(message.contains(told), "{message}");
        assert!(refused.stdout.is_empty());
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

    // One with links is written over, and has more files; so is it by one without.
    let linked = [&command[..], &["--with-links"]].concat();
    assert_eq!(run_in(folder.path(), &linked).status.code(), Some(0));
    assert!(place.join("links.csv").exists());
    assert_eq!(run_in(folder.path(), &command).status.code(), Some(0));
    assert_eq!(files(&place), first);

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

#[cfg(feature = "parquet")]
#[test]
fn parquet_tables_hold_what_the_csv_tables_hold() {
    use parquet::file::reader::SerializedFileReader;
    use parquet::record::Field;

    let folder = tempfile::tempdir().expect("a folder");
    let documents = ["export", "central", "weihai", "shanghai", "--with-links"];
    for form in ["csv", "parquet"] {
        let command = [&documents[..], &["--format", form, "-o", form]].concat();
        assert_eq!(run_in(folder.path(), &command).status.code(), Some(0));
    }
    let again = [&documents[..], &["-o", "again.parquet"]].concat();
    assert_eq!(run_in(folder.path(), &again).status.code(), Some(0));
    let tables = files(&folder.path().join("parquet"));
    assert!(tables == files(&folder.path().join("again.parquet")));
    assert_eq!(tables.len(), 9);

    for (name, _) in tables {
        let Some(table) = name.strip_suffix(".parquet") else {
            assert_eq!(name, "datapackage.json");
            continue;
        };
        let csv = folder.path().join("csv").join(format!("{table}.csv"));
        let mut csv = csv::Reader::from_path(csv).expect("the same table");
        let head: Vec<String> = csv
            .headers()
            .expect("a head")
            .iter()
            .map(Into::into)
            .collect();
        let file = std::fs::File::open(folder.path().join("parquet").join(&name));
        let reader = SerializedFileReader::new(file.expect("the table")).expect("Parquet");
        let mut count = 0;
        for (row, record) in reader.into_iter().zip(csv.records()) {
            let row = row.expect("a row");
            let (names, values): (Vec<_>, Vec<_>) = row.into_columns().into_iter().unzip();
            assert_eq!(names, head);
            let values: Vec<String> = values
                .into_iter()
                .map(|value| match value {
                    Field::Null => String::new(),
                    Field::Str(text) => text,
                    Field::Double(number) => number.to_string(),
                    other => other.to_string(),
                })
                .collect();
            assert_eq!(values, record.expect("a record").iter().collect::<Vec<_>>());
            count += 1;
        }
        assert!(count > 0, "{table} is empty");
    }
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_program_without_parquet_says_so() {
    let message = stderr(
        &["export", "weihai", "--format", "parquet", "-o", "tables"],
        2,
    );
    for told in [
        "built without parquet",
        "--format csv",
        "--features parquet",
    ] {
        assert!(message.contains(told), "{message}");
    }
}

/// What a reader decided is told in every form that has the links.
#[test]
fn exports_name_the_decisions_in_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let decisions = r#"{"schema": "plan.decisions/1", "reference": "central", "local": "weihai",
        "decisions": [{"clause": "1.h", "action": "status", "value": "gap"},
                      {"clause": "99.h", "action": "status", "value": "gap"}]}"#;
    std::fs::write(folder.path().join("ours.json"), decisions).expect("written");
    let sha256 = plan::source::sha256(decisions.as_bytes());
    let export = |form: &str, place: &str| {
        let command = [
            "export",
            "weihai",
            "--with-links",
            "--decisions",
            "ours.json",
        ];
        let command = [&command[..], &["-f", form, "-o", place]].concat();
        assert_eq!(run_in(folder.path(), &command).status.code(), Some(0));
    };
    export("csv", "tables");
    export("graphml", "graph.graphml");
    export("dot", "graph.dot");
    for place in ["tables/datapackage.json", "graph.graphml", "graph.dot"] {
        let written = std::fs::read_to_string(folder.path().join(place)).expect("written");
        assert!(written.contains(&sha256), "{place}");
    }
    let package = std::fs::read(folder.path().join("tables/datapackage.json")).expect("it");
    let package: serde_json::Value = serde_json::from_slice(&package).expect("JSON");
    let told = &package["decisions"][0];
    assert_eq!(
        (&told["reference"], &told["local"]),
        (&"central".into(), &"weihai".into())
    );
    assert_eq!(
        (&told["name"], &told["applied"]),
        (&"ours.json".into(), &1.into())
    );
    assert_eq!(told["lapsed"][0]["reason"], "clause-gone");
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
