//! The page of `plan report`: what is embedded, that nothing of a document can
//! act in it, and where the details of many documents lie.

mod common;

use std::fs;
use std::path::Path;

use serde_json::Value;

use common::{plan, stderr, stdout};

const REFERENCE: &str = "工作规划\n\n一、加强教育\n（一）加强宣传教育。每年开展一次主题教育。\n（二）完善公开制度，建立健全政务公开目录。\n";
const LOCAL: &str = "某市实施细则\n\n一、加强教育\n1．每年开展一次主题教育。\n牵头单位：市委宣传部\n2．建设<b>公开</b>平台</script><script>alert(1)</script>\u{202e}。\n";

fn embedded(page: &str, id: &str) -> Value {
    let start = format!("<script type=\"application/json\" id=\"{id}\">");
    let data = page.split(&start).nth(1).expect("the page holds the data");
    let data = data.split("</script>").next().expect("the element ends");
    serde_json::from_str(data).expect("the data are JSON")
}

fn written(folder: &Path, locals: &[&str]) -> String {
    let reference = folder.join("reference.txt");
    fs::write(&reference, REFERENCE).expect("written");
    let mut arguments = vec!["report".to_owned(), reference.display().to_string()];
    for (at, text) in locals.iter().enumerate() {
        let local = folder.join(format!("local-{at}.txt"));
        fs::write(&local, text).expect("written");
        arguments.push(local.display().to_string());
    }
    let page = folder.join("report #1.html");
    arguments.extend(["-o".to_owned(), page.display().to_string()]);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    assert_eq!(stdout(&arguments, 0), "");
    fs::read_to_string(page).expect("the page is written")
}

#[test]
fn the_page_holds_every_local_plan_of_the_corpus_and_both_texts() {
    let page = stdout(&["report", "central"], 0);
    let report = embedded(&page, "report");
    let cities = report["cities"].as_array().expect("cities");
    let ids: Vec<&str> = cities
        .iter()
        .filter_map(|city| city["id"].as_str())
        .collect();
    assert_eq!(ids, ["weihai", "taizhou", "guangzhou", "shanghai"]);
    let clauses = report["reference"]["clauses"].as_array().expect("clauses");
    for (at, city) in cities.iter().enumerate() {
        let detail = embedded(&page, &format!("detail-{at}"));
        let verdicts = detail["verdicts"].as_array().expect("verdicts");
        assert_eq!(verdicts.len(), clauses.len());
        assert_eq!(city["statuses"].as_str().map(str::len), Some(clauses.len()));
        assert_eq!(city["applies"].as_str().map(str::len), Some(clauses.len()));
        for (verdict, status) in verdicts
            .iter()
            .zip(city["statuses"].as_str().expect("text").chars())
        {
            let is_gap = matches!(status, 'g' | 't');
            assert_eq!(verdict["links"].as_array().map(Vec::is_empty), Some(is_gap));
        }
    }
}

#[test]
fn marks_are_as_long_as_the_texts_they_lie_on() {
    let page = stdout(&["report", "central", "guangzhou"], 0);
    let report = embedded(&page, "report");
    let detail = embedded(&page, "detail-0");
    let length = |clause: &Value| {
        clause["text"]
            .as_str()
            .expect("text")
            .encode_utf16()
            .count() as u64
    };
    let sum = |runs: &Value| {
        runs.as_array()
            .expect("runs")
            .iter()
            .filter_map(Value::as_u64)
            .sum::<u64>()
    };
    let mut seen = 0;
    for (clause, verdict) in detail["verdicts"]
        .as_array()
        .expect("verdicts")
        .iter()
        .enumerate()
    {
        for link in verdict["links"].as_array().expect("links") {
            let local = link["local"].as_u64().expect("an index") as usize;
            assert_eq!(
                sum(&link["marks"][0]),
                length(&report["reference"]["clauses"][clause])
            );
            assert_eq!(sum(&link["marks"][1]), length(&detail["clauses"][local]));
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen} links");
}

#[test]
fn same_input_gives_the_same_bytes() {
    let run = || stdout(&["report", "central", "weihai", "taizhou"], 0);
    assert_eq!(run(), run());
}

#[test]
fn the_page_asks_for_nothing_outside_itself() {
    let page = stdout(&["report", "central", "weihai"], 0);
    for outside in ["http:", "https:", "@import", "url(", " src="] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains("default-src 'none'"));
    assert!(!page.contains("unsafe-inline"));
}

#[test]
fn text_of_a_document_stays_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = written(folder.path(), &[LOCAL]);
    assert!(!page.contains("<script>alert"));
    assert!(!page.contains("<b>"));
    assert!(!page.contains('\u{202e}'));
    let detail = embedded(&page, "detail-0");
    let texts: Vec<&str> = detail["clauses"]
        .as_array()
        .expect("clauses")
        .iter()
        .filter_map(|clause| clause["text"].as_str())
        .collect();
    assert!(
        texts
            .iter()
            .any(|text| text.contains("</script><script>alert(1)</script>\u{fffd}")),
        "{texts:?}"
    );
}

#[test]
fn many_documents_lie_beside_the_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = written(folder.path(), &[LOCAL; 41]);
    let report = embedded(&page, "report");
    assert_eq!(report["cities"][40]["file"], "report%20%231_files/41.js");
    assert!(!page.contains("id=\"detail-0\""));
    assert!(page.contains("'strict-dynamic'"));
    let details = folder.path().join("report #1_files");
    assert_eq!(fs::read_dir(&details).expect("the folder").count(), 41);
    let script = fs::read_to_string(details.join("41.js")).expect("a script");
    assert!(script.starts_with("planCity(40, {"), "{}", &script[..40]);
    assert!(!script.contains('<'));
}

#[test]
fn many_documents_need_a_file_to_go_to() {
    let mut arguments = vec!["report", "central"];
    arguments.extend(["weihai"; 41]);
    assert_eq!(
        stderr(&arguments, 2),
        "error: a report on 41 documents is a page with a folder beside it; say where with `-o report.html`\n"
    );
}

#[test]
fn a_document_that_cannot_be_read_does_not_stop_the_others() {
    let output = plan(&["report", "central", "weihai", "nowhere.txt"])
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    let page = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(
        embedded(&page, "report")["cities"].as_array().map(Vec::len),
        Some(1)
    );
}

/// The text of each row of each table in a Word document.
fn rows_of(docx: &Path) -> Vec<String> {
    let file = fs::File::open(docx).expect("the report is written");
    let mut archive = zip::ZipArchive::new(file).expect("an archive");
    let mut part = archive.by_name("word/document.xml").expect("the document");
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut part, &mut xml).expect("UTF-8");
    let rows = xml.split("<w:tr>").skip(1);
    let text = |row: &str| -> String {
        let row = row.split("</w:tr>").next().expect("a row");
        let runs = row.split("<w:t xml:space=\"preserve\">").skip(1);
        runs.map(|run| run.split("</w:t>").next().expect("a run").to_owned() + "|")
            .collect()
    };
    rows.map(text).collect()
}

#[test]
fn the_word_report_lists_every_gap_with_what_speaks_for_and_against_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("report.docx");
    let place_text = place.display().to_string();
    stdout(&["report", "central", "weihai", "-o", &place_text], 0);
    let rows = rows_of(&place);
    let data: Value = serde_json::from_str(&stdout(
        &["diff", "central", "weihai", "--format", "json"],
        0,
    ))
    .expect("the data are JSON");
    let locals = data["locals"].as_array().expect("locals");
    let gaps = data["clauses"].as_array().expect("clauses").iter();
    let gaps: Vec<_> = gaps
        .filter(|clause| clause["kind"] == "measure" && clause["status"] == "gap")
        .collect();
    assert!(gaps.len() > 100, "{} gaps", gaps.len());
    for gap in gaps {
        let text = |key: &str| gap[key].as_str().expect("a text");
        let start = format!("{}|{}|", text("citation"), text("text"));
        let row = rows.iter().find(|row| row.starts_with(&start));
        let row = row.unwrap_or_else(|| panic!("no row {start}"));
        let reason = gap["applicability"]["reason"].as_str().expect("a reason");
        assert!(row.contains(reason), "{row}");
        assert!(row.ends_with("|program|"), "{row}");
        for near in gap["nearest"].as_array().into_iter().flatten() {
            let local = locals.iter().find(|local| local["id"] == near["local"]);
            let wording = local.expect("known")["text"].as_str().expect("a text");
            assert!(row.contains(wording), "{row}");
        }
    }
    let additions = rows.iter().filter(|row| {
        let addition = |local: &&Value| local["origin"] == "local";
        let mut additions = locals.iter().filter(addition);
        additions.any(|local| {
            let text = |key: &str| local[key].as_str().expect("a text");
            row.starts_with(&format!("{}|{}|", text("citation"), text("text")))
        })
    });
    let count = data["summary"]["local_tasks"]["local"].as_u64();
    assert_eq!(Some(additions.count() as u64), count);
}
