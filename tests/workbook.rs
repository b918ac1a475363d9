//! The workbooks and tables that analysts open in Excel, read back by another
//! library.

mod common;

use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Range, Reader, SheetVisible, Xlsx};

use common::{stderr, stdout};

fn written(folder: &Path, arguments: &[&str]) -> Xlsx<Cursor<Vec<u8>>> {
    let place = folder.join("result.xlsx");
    let mut arguments = arguments.to_vec();
    let place_text = place.display().to_string();
    arguments.extend(["-o", &place_text]);
    assert_eq!(stdout(&arguments, 0), "");
    let bytes = std::fs::read(place).expect("the workbook is written");
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

fn sheet(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Range<Data> {
    workbook.worksheet_range(name).expect("the sheet is there")
}

/// The texts of the column with this heading in the first row.
fn column(range: &Range<Data>, heading: &str) -> Vec<String> {
    let mut rows = range.rows();
    let header = rows.next().expect("a header");
    let at = header
        .iter()
        .position(|cell| *cell == heading)
        .unwrap_or_else(|| panic!("no column {heading}: {header:?}"));
    rows.map(|row| row[at].to_string()).collect()
}

#[test]
fn the_workbook_of_a_comparison_says_what_its_data_say() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut workbook = written(folder.path(), &["diff", "central", "weihai"]);
    let data: serde_json::Value =
        serde_json::from_str(&stdout(&["diff", "central", "weihai", "-f", "json"], 0))
            .expect("the data are JSON");

    let clauses = sheet(&mut workbook, "Clauses");
    let ids = column(&clauses, "clause_id");
    let statuses = column(&clauses, "status");
    let nearest = column(&clauses, "nearest local sentences");
    let all = data["clauses"].as_array().expect("clauses");
    assert!(ids.len() > 200, "{} clauses", ids.len());
    for (at, id) in ids.iter().enumerate() {
        let clause = all
            .iter()
            .find(|clause| clause["id"] == **id)
            .unwrap_or_else(|| panic!("no clause {id}"));
        let status = match clause["status"].as_str().expect("a status") {
            "gap" if clause["topic_only"] == true => "topic only",
            "gap" => "no counterpart",
            other => other,
        };
        assert_eq!(statuses[at], status, "{id}");
        let none = clause["nearest"].as_array().is_some_and(Vec::is_empty);
        assert_eq!(nearest[at].is_empty(), none, "{id}");
    }
    assert!(
        column(&clauses, "status decided")
            .iter()
            .all(String::is_empty)
    );

    let links = sheet(&mut workbook, "Links");
    let shown: std::collections::BTreeSet<&str> = ids.iter().map(String::as_str).collect();
    let expected: usize = all
        .iter()
        .filter(|clause| shown.contains(clause["id"].as_str().expect("an id")))
        .map(|clause| clause["links"].as_array().expect("links").len())
        .sum();
    assert_eq!(column(&links, "local_id").len(), expected);
    let hash = |text: &str| column(&links, text)[0].len();
    assert_eq!((hash("clause_sha256"), hash("local_sha256")), (64, 64));

    let additions = &column(&sheet(&mut workbook, "Additions"), "local clause");
    // The last row says what additions are.
    let count = data["summary"]["local_tasks"]["local"].as_u64();
    assert_eq!(Some(additions.len() as u64 - 1), count);

    let documents = sheet(&mut workbook, "plan.decisions");
    assert_eq!(
        column(&documents, "key"),
        [
            "schema",
            "reference.id",
            "reference.sha256",
            "local.id",
            "local.sha256"
        ]
    );
    assert_eq!(column(&documents, "value")[0], "plan.decisions/1");
    let hidden: Vec<_> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible != SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    assert_eq!(hidden, ["plan.decisions"]);
}

#[test]
fn every_workbook_speaks_chinese_and_is_the_same_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    for (arguments, sheets) in [
        (
            &["diff", "central", "taizhou"][..],
            &[
                "概览",
                "条款",
                "对应",
                "地方新增",
                "责任单位",
                "plan.decisions",
            ][..],
        ),
        (
            &["coverage", "central", "weihai", "taizhou", "--by", "clause"],
            &[
                "概览",
                "承接矩阵",
                "各地均承接",
                "各地均未见",
                "多地共有新增",
            ],
        ),
        (
            &["export", "weihai", "guangzhou"],
            &["概览", "条款", "责任单位"],
        ),
    ] {
        let arguments = [arguments, &["--lang", "zh"]].concat();
        let workbook = written(folder.path(), &arguments);
        assert_eq!(workbook.sheet_names(), sheets);
        let place = folder.path().join("result.xlsx");
        let first = std::fs::read(&place).expect("the workbook");
        written(folder.path(), &arguments);
        assert!(first == std::fs::read(&place).expect("the workbook"));
    }
}

#[test]
fn a_document_without_units_says_so_in_its_workbook() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut workbook = written(folder.path(), &["export", "guangzhou"]);
    let summary = sheet(&mut workbook, "Summary");
    assert_eq!(
        column(&summary, "Units"),
        ["the document lists no responsible units"]
    );
}

#[test]
fn csv_has_a_row_for_each_link_and_each_clause_without_one() {
    let text = stdout(&["diff", "central", "weihai", "-f", "csv", "--bom"], 0);
    let text = text.strip_prefix('\u{FEFF}').expect("the mark for Excel");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|field| field == name).expect(name);
    let (status, local, clause) = (at("status"), at("local_clause"), at("clause"));
    let mut kinds = [0; 3];
    for row in reader.records() {
        let row = row.expect("a row");
        let kind = match (&row[clause], &row[status], &row[local]) {
            ("", "", _) => 0,
            (_, "gap", "") => 1,
            (_, "covered" | "partial", local) if !local.is_empty() => 2,
            other => panic!("{other:?}"),
        };
        kinds[kind] += 1;
    }
    assert!(kinds.iter().all(|&count| count > 10), "{kinds:?}");
}

#[test]
fn markdown_is_one_table_of_what_was_asked_for() {
    let text = stdout(
        &[
            "diff",
            "central",
            "weihai",
            "-f",
            "markdown",
            "--only",
            "gap",
            "--chapter",
            "六",
        ],
        0,
    );
    let rows: Vec<_> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert!(rows.len() > 3, "{text}");
    let columns = |row: &str| row.replace("\\|", "").matches('|').count();
    assert!(rows.iter().all(|row| columns(row) == 5), "{text}");
}

#[test]
fn every_form_of_a_matrix_says_what_all_and_none_took_up_and_what_is_shared() {
    let arguments = ["coverage", "central", "--by", "section", "--format"];
    let form = |form: &str| stdout(&[&arguments[..], &[form]].concat(), 0);
    let data: serde_json::Value = serde_json::from_str(&form("json")).expect("JSON");
    let count = |key: &str| data[key].as_array().expect("a list").len();
    let counts = ["taken_up_by_all", "taken_up_by_none", "shared_additions"].map(count);
    assert!(counts.iter().all(|&count| count > 0), "{counts:?}");

    let markdown = form("markdown");
    let headings: Vec<&str> = markdown
        .lines()
        .filter(|line| line.starts_with("### "))
        .collect();
    assert_eq!(headings.len(), counts.len());
    for (heading, count) in headings.iter().zip(counts) {
        assert!(heading.ends_with(&format!("({count})")), "{heading}");
    }

    let folder = tempfile::tempdir().expect("a folder");
    let mut workbook = written(folder.path(), &["coverage", "central"]);
    for (name, count) in ["Taken up by all", "Taken up by none"].iter().zip(counts) {
        // The last row says what the list is.
        assert_eq!(
            column(&sheet(&mut workbook, name), "clause").len(),
            count + 1
        );
    }
    let groups = column(&sheet(&mut workbook, "Shared additions"), "group");
    let groups: std::collections::BTreeSet<String> = groups.into_iter().collect();
    assert_eq!(groups.len(), counts[2] + 1);

    let page = form("html");
    assert!(page.contains("id=\"report\""));
}

#[test]
fn a_form_that_a_command_does_not_have_is_refused_and_leaves_no_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for (command, name) in [
        (&["diff", "central", "weihai"][..], "a.docx"),
        (&["report", "central", "weihai"], "a.xlsx"),
        (&["coverage", "central", "weihai"], "a.DOCX"),
        (&["export", "weihai"], "a.html"),
    ] {
        let place = folder.path().join(name);
        let place_text = place.display().to_string();
        let said = stderr(&[command, &["-o", &place_text]].concat(), 2);
        assert!(said.contains("--format"), "{said}");
        assert!(!place.exists(), "{name}");
    }
}

#[test]
fn the_form_of_a_file_follows_its_extension() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, beginning) in [
        ("a.xlsx", &b"PK"[..]),
        ("a.csv", b"reference,local"),
        ("a.md", b"## "),
        ("a.json", b"{"),
    ] {
        let place = folder.path().join(name);
        let place_text = place.display().to_string();
        stdout(&["diff", "central", "weihai", "-o", &place_text], 0);
        let bytes = std::fs::read(&place).expect("written");
        assert!(bytes.starts_with(beginning), "{name}");
    }
}

#[test]
fn the_workbook_of_units_has_a_sheet_a_view() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut workbook = written(folder.path(), &["units", "weihai", "taizhou", "guangzhou"]);
    assert_eq!(
        workbook.sheet_names(),
        ["Units", "Side by side", "Tasks", "Who works with whom"]
    );
    let units = sheet(&mut workbook, "Units");
    let names = column(&units, "unit");
    assert_eq!(names[0], "市纪委");
    assert_eq!(column(&units, "tasks")[0], "67");
    assert_eq!(
        names.last().map(String::as_str),
        Some("the document lists no responsible units")
    );
    let tasks = sheet(&mut workbook, "Tasks");
    let of_one = column(&tasks, "unit")
        .iter()
        .filter(|unit| *unit == "市府办")
        .count();
    assert_eq!(of_one, 31);
}

#[test]
fn three_plans_and_the_documents_they_name_have_a_sheet_a_view() {
    let folder = tempfile::tempdir().expect("a folder");
    let three = ["diff", "central", "shanghai", "weihai"];
    let mut workbook = written(folder.path(), &three);
    assert_eq!(
        workbook.sheet_names(),
        [
            "What the reference asks",
            "What the plan between adds",
            "What the local plan has"
        ]
    );
    let asked = sheet(&mut workbook, "What the reference asks");
    let reach = column(&asked, "came down to");
    assert!(reach.iter().any(|reach| reach == "in both"), "{reach:?}");

    let mut workbook = written(folder.path(), &["instruments", "central"]);
    assert_eq!(
        workbook.sheet_names(),
        ["Instruments", "Wording", "Summary"]
    );
    let matrix = sheet(&mut workbook, "Instruments");
    let weihai = column(&matrix, "威海");
    assert!(weihai.iter().any(|deed| deed == "central one carried out"));
}

#[test]
fn the_ledger_has_a_sheet_a_lead_unit_and_columns_to_fill_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let command = ["--lang", "zh", "ledger", "taizhou", "--by-lead"];
    let mut workbook = written(folder.path(), &command);
    let names = workbook.sheet_names();
    assert_eq!(
        names[..3],
        ["任务台账", "市纪委", "市委组织部"],
        "{names:?}"
    );
    let all = sheet(&mut workbook, "任务台账");
    let yearly = column(&all, "年度");
    let tasks = column(&all, "任务编号");
    // The first task says 每年, and the title 2008—2012年.
    let years = |citation: &str| -> Vec<&str> {
        let lines = tasks.iter().zip(&yearly);
        let of_task = lines.filter(|(task, _)| *task == citation);
        of_task.map(|(_, year)| year.as_str()).collect()
    };
    let yearly_task = tasks[0].clone();
    assert_eq!(
        years(&yearly_task),
        ["2008年", "2009年", "2010年", "2011年", "2012年"]
    );
    assert!(yearly.iter().any(|term| term == "未定时限"));
    for to_fill in ["进展", "完成情况", "佐证材料", "责任人", "备注"] {
        let cells = column(&all, to_fill);
        let rows = cells.iter().take(yearly.len() - 3);
        assert!(rows.into_iter().all(String::is_empty), "{to_fill}");
    }
    let led = sheet(&mut workbook, "市纪委");
    let leads = column(&led, "牵头");
    assert!(leads.iter().filter(|lead| lead.contains("市纪委")).count() >= 25);
}
