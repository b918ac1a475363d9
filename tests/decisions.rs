//! A reader's decisions, fed back as the page saves them and as the workbook
//! holds them, and the crosswalk made of them.

mod common;

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, SheetVisible, Xlsx};
use serde_json::{Value, json};

use common::{assert_valid, plan, stdout};

fn run(arguments: &[&str]) -> (String, String) {
    let output = plan(arguments).output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let complaint = text(output.stderr);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {complaint}");
    (text(output.stdout), complaint)
}

fn alignment(arguments: &[&str]) -> Value {
    let mut all = vec!["diff", "central", "weihai", "-f", "json"];
    all.extend(arguments);
    serde_json::from_str(&run(&all).0).expect("JSON")
}

fn clause<'a>(form: &'a Value, id: &str) -> &'a Value {
    let mut clauses = form["clauses"].as_array().expect("clauses").iter();
    clauses
        .find(|clause| clause["id"] == id)
        .expect("the clause")
}

/// The first measure of this status: its id, and the local id of its first link.
fn first(form: &Value, status: &str) -> (String, Option<String>) {
    let mut clauses = form["clauses"].as_array().expect("clauses").iter();
    let found = clauses
        .find(|clause| clause["kind"] == "measure" && clause["status"] == status)
        .expect("one of that status");
    (
        found["id"].as_str().expect("an id").to_owned(),
        found["links"][0]["local"].as_str().map(str::to_owned),
    )
}

fn hash(form: &Value, list: &str, id: &str) -> String {
    let all = form[list].as_array().expect("a list");
    let text = all.iter().find(|one| one["id"] == id).expect("it")["text"].as_str();
    plan::source::sha256(text.expect("a text").as_bytes())
}

#[test]
fn decisions_saved_by_the_page_are_seen_in_every_form() {
    let before = alignment(&[]);
    assert!(before["decisions"].is_null());
    let (covered, local) = first(&before, "covered");
    let local = local.expect("a link");
    let (gap, _) = first(&before, "gap");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("decisions.json");
    let name = file.display().to_string();
    let decisions = json!({
        "schema": "plan.decisions/1",
        "reference": {"id": "central"}, "local": {"id": "weihai"},
        "decisions": [
            {"clause": covered, "clause_sha256": hash(&before, "clauses", &covered),
             "local": local, "local_sha256": hash(&before, "locals", &local),
             "action": "confirm", "value": null, "remark": "照录无疑"},
            {"clause": gap, "clause_sha256": hash(&before, "clauses", &gap), "local": local,
             "local_sha256": hash(&before, "locals", &local), "action": "add", "value": null},
            {"clause": "99.s1", "clause_sha256": "00", "action": "status", "value": "gap", "remark": "旧稿"}
        ]
    });
    assert_valid(&decisions);
    std::fs::write(&file, decisions.to_string()).expect("written");

    let after = alignment(&["--decisions", &name]);
    assert_valid(&after);
    assert_eq!(after["decisions"]["applied"], 2);
    assert_eq!(after["decisions"]["lapsed"][0]["reason"], "clause-gone");
    assert_eq!(after["decisions"]["name"], *name);
    let confirmed = clause(&after, &covered);
    assert_eq!(confirmed["decided_by"], "reader");
    assert_eq!(confirmed["links"][0]["decided_by"], "reader");
    assert_eq!(confirmed["remark"], "照录无疑");
    let added = clause(&after, &gap);
    assert_eq!(added["status"], "partial");
    assert_eq!(added["links"][0]["local"], *local);

    let (table, told) = run(&["diff", "central", "weihai", "--decisions", &name]);
    let unwrapped = table.replace("\n  ", " ");
    assert!(
        unwrapped.contains("[covered; decided by a reader; remark: 照录无疑]"),
        "{table}"
    );
    assert_eq!(
        told,
        format!(
            "{name}: 2 decisions applied; 1 no longer applies:\n  99.s1 status gap (旧稿): \
             the reference has no such clause; decide anew\n"
        )
    );
    let partial = |form: &Value| form["summary"]["total"]["covered_or_partial"].as_u64();
    assert_eq!(partial(&after), partial(&before).map(|count| count + 1));
    let (coverage, _) = run(&[
        "coverage",
        "central",
        "weihai",
        "-f",
        "json",
        "--decisions",
        &name,
    ]);
    let coverage: Value = serde_json::from_str(&coverage).expect("JSON");
    let total = &coverage["locals"][0]["summary"]["total"]["covered_or_partial"];
    assert_eq!(total.as_u64(), partial(&after));

    let by_clause = |form| {
        let of = ["coverage", "central", "weihai", "--by", "clause"];
        let (printed, _) = run(&[&of[..], &["-f", form, "--decisions", &name]].concat());
        printed
    };
    let matrix: Value = serde_json::from_str(&by_clause("json")).expect("JSON");
    assert_valid(&matrix);
    let rows = matrix["rows"].as_array().expect("rows").iter();
    let decided = rows.filter(|row| row["cells"]["weihai"]["decided_by"] == "reader");
    let decided: Vec<&str> = decided.filter_map(|row| row["id"].as_str()).collect();
    assert_eq!(
        BTreeSet::from_iter(decided),
        BTreeSet::from([&*covered, &*gap])
    );
    assert_eq!(by_clause("csv").matches(",reader\n").count(), 2);
    assert_eq!(
        by_clause("markdown")
            .matches("(decided by a reader)")
            .count(),
        2
    );

    let pair = [
        &format!("central:{covered}"),
        "weihai",
        "--decisions",
        &name,
    ];
    let explained = run(&[&["explain"], &pair[..], &["-f", "json"]].concat()).0;
    let explained: Value = serde_json::from_str(&explained).expect("JSON");
    assert_valid(&explained);
    assert_eq!(explained["clauses"][0]["decided_by"], "reader");
    assert_eq!(explained["decisions"]["name"], *name);
    let (explained, _) = run(&[&["explain"], &pair[..]].concat());
    assert!(explained.contains("decided by a reader"), "{explained}");

    let (_, told) = run(&["diff", "central", "taizhou", "--decisions", &name]);
    assert_eq!(
        told,
        format!("{name} is about “central” and “weihai”, which were not compared\n")
    );
}

/// Saves a workbook again with one cell filled in, as a person would.
fn filled_in(from: &Path, to: &Path, sheet: &str, row: usize, heading: &str, said: &str) {
    let bytes = std::fs::read(from).expect("the workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut written = rust_xlsxwriter::Workbook::new();
    let sheets: Vec<(String, SheetVisible)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible))
        .collect();
    for (name, visible) in sheets {
        let range = book.worksheet_range(&name).expect("a sheet");
        let out = written.add_worksheet();
        out.set_name(&name).expect("a name");
        out.set_hidden(visible != SheetVisible::Visible);
        let column = range
            .rows()
            .next()
            .and_then(|header| header.iter().position(|cell| *cell == *heading));
        for (at, cells) in range.rows().enumerate() {
            for (place, cell) in cells.iter().enumerate() {
                let is_it = name == sheet && at == row && Some(place) == column;
                let text = if is_it {
                    said.to_owned()
                } else {
                    cell.to_string()
                };
                if *cell != Data::Empty || is_it {
                    let (at, place) = (u32::try_from(at), u16::try_from(place));
                    out.write_string(at.expect("small"), place.expect("small"), text)
                        .expect("a cell");
                }
            }
        }
    }
    written.save(to).expect("saved");
}

#[test]
fn decisions_filled_into_the_workbook_are_read_back_in_either_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let (blank, filled) = (folder.path().join("a.xlsx"), folder.path().join("b.xlsx"));
    let (blank_name, name) = (blank.display().to_string(), filled.display().to_string());
    for (lang, sheet, heading, said) in [
        ("en", "Links", "link decided", "reject"),
        ("zh", "对应", "核定链接", "否决"),
    ] {
        run(&[
            "--lang",
            lang,
            "diff",
            "central",
            "weihai",
            "-o",
            &blank_name,
        ]);
        filled_in(&blank, &filled, sheet, 1, heading, said);
        let after = alignment(&["--decisions", &name]);
        assert_eq!(after["decisions"]["applied"], 1, "{lang}");
        let rejected = after["clauses"].as_array().expect("clauses").iter();
        assert_eq!(
            rejected
                .filter(|clause| clause["decided_by"] == "reader")
                .count(),
            1
        );
    }
    run(&[
        "--lang",
        "zh",
        "diff",
        "central",
        "weihai",
        "-o",
        &blank_name,
    ]);
    filled_in(&blank, &filled, "条款", 5, "核定适用性", "上级职权");
    let after = alignment(&["--decisions", &name]);
    let decided = after["clauses"].as_array().expect("clauses").iter();
    let decided: Vec<&Value> = decided
        .filter(|clause| clause["decided_by"] == "reader")
        .collect();
    assert_eq!(decided.len(), 1);
    assert_eq!(decided[0]["applicability"]["value"], "higher");
    assert_eq!(decided[0]["applicability"]["reason"], "decided by a reader");
}

#[test]
fn a_crosswalk_of_the_decisions_is_scored() {
    let before = alignment(&[]);
    let (covered, local) = first(&before, "covered");
    let (gap, _) = first(&before, "gap");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("decisions.json").display().to_string();
    let gold = folder.path().join("gold.json").display().to_string();
    let decisions = json!({
        "schema": "plan.decisions/1", "reference": "central", "local": "weihai",
        "decisions": [
            {"clause": covered, "local": local, "action": "confirm"},
            {"clause": gap, "local": local, "action": "add"}
        ]
    });
    std::fs::write(&file, decisions.to_string()).expect("written");
    run(&["decisions", "to-gold", &file, "-o", &gold]);
    let figures: Value =
        serde_json::from_str(&stdout(&["eval", &gold, "-f", "json"], 0)).expect("JSON");
    let links = &figures["crosswalks"][0]["figures"];
    // The program finds the one confirmed, and not the one added.
    assert_eq!(links["link_precision"], 1.0, "{figures:#}");
    assert_eq!(links["link_recall"], 0.5, "{figures:#}");
}

#[test]
fn a_file_that_holds_no_decisions_is_refused_with_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("x.json").display().to_string();
    std::fs::write(&file, "{}").expect("written");
    let told = common::stderr(&["diff", "central", "weihai", "--decisions", &file], 2);
    assert!(
        told.starts_with(&format!("error: {file} holds no decisions")),
        "{told}"
    );
}

/// The cells of a column of a sheet, by its heading, below it.
fn column(workbook: &Path, sheet: &str, heading: &str) -> Vec<String> {
    let bytes = std::fs::read(workbook).expect("the workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range(sheet).expect("a sheet");
    let header = range.rows().next().expect("a header");
    let at = header.iter().position(|cell| *cell == *heading);
    let at = at.unwrap_or_else(|| panic!("no column {heading} in {sheet}"));
    range
        .rows()
        .skip(1)
        .map(|row| row[at].to_string())
        .collect()
}

#[test]
fn a_workbook_written_with_decisions_holds_them_again_and_is_read_back() {
    let before = alignment(&[]);
    let (covered, local) = first(&before, "covered");
    let (gap, _) = first(&before, "gap");
    let (partial, other) = first(&before, "partial");
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let decisions = json!({
        "schema": "plan.decisions/1", "reference": "central", "local": "weihai",
        "decisions": [
            {"clause": covered, "local": local, "action": "confirm", "remark": "照录无疑"},
            {"clause": gap, "local": local, "action": "add", "remark": "另见"},
            {"clause": partial, "local": other, "action": "reject"},
            {"clause": covered, "action": "applicability", "value": "mixed"},
            {"clause": "99.s1", "clause_sha256": "00", "clause_text": "旧条", "action": "status", "value": "gap"}
        ]
    });
    std::fs::write(path("a.json"), decisions.to_string()).expect("written");
    let by_hand = alignment(&["--decisions", &path("a.json")]);
    for (from, to) in [
        ("a.json", "b.xlsx"),
        ("b.xlsx", "c.xlsx"),
        ("c.xlsx", "d.xlsx"),
    ] {
        run(&[
            "diff",
            "central",
            "weihai",
            "--decisions",
            &path(from),
            "-o",
            &path(to),
        ]);
    }
    for name in ["b.xlsx", "d.xlsx"] {
        let filled = |sheet, heading| {
            let mut cells = column(&folder.path().join(name), sheet, heading);
            cells.retain(|cell| !cell.is_empty());
            cells
        };
        assert_eq!(
            filled("Links", "link decided"),
            ["confirm", "reject"],
            "{name}"
        );
        assert_eq!(filled("Links", "remark"), ["照录无疑"], "{name}");
        assert_eq!(
            filled("Clauses", "applicability decided"),
            ["mixed"],
            "{name}"
        );
        assert_eq!(
            filled("Clauses", "link added"),
            [local.clone().expect("a link")],
            "{name}"
        );
        assert_eq!(filled("Clauses", "remark"), ["另见"], "{name}");
        assert_eq!(
            filled("Decisions lapsed", "wording of the reference"),
            ["旧条"],
            "{name}"
        );

        let again = alignment(&["--decisions", &path(name)]);
        assert_eq!(again["clauses"], by_hand["clauses"], "{name}");
        assert_eq!(again["decisions"]["lapsed"][0]["clause"], "99.s1", "{name}");
    }
}

#[test]
fn decisions_apply_where_whole_folders_are_compared() {
    let before = alignment(&[]);
    let (covered, _) = first(&before, "covered");
    let folder = tempfile::tempdir().expect("a folder");
    let city = folder.path().join("city.txt");
    std::fs::write(&city, "一、任务\n（一）每月巡查河道。\n").expect("written");
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/weihai.txt");
    std::fs::copy(seed, folder.path().join("weihai.txt")).expect("copied");
    let name = folder.path().join("a.json").display().to_string();
    let decisions = json!({
        "schema": "plan.decisions/1", "reference": "central", "local": "weihai",
        "decisions": [{"clause": covered, "action": "status", "value": "gap"}]
    });
    std::fs::write(&name, decisions.to_string()).expect("written");
    let documents = folder.path().display().to_string();
    let total = |arguments: &[&str]| -> Vec<String> {
        let mut all = vec!["coverage", "central", "--locals", &documents, "-f", "csv"];
        all.extend(arguments);
        let (csv, _) = run(&all);
        csv.lines()
            .filter(|line| line.contains("weihai"))
            .map(str::to_owned)
            .collect()
    };
    assert_ne!(total(&[]), total(&["--decisions", &name]));
    let (_, told) = run(&["reuse", &documents, "--decisions", &name]);
    assert!(told.contains("1 decision applied"), "{told}");
}
