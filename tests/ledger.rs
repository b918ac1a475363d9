//! `plan ledger`: tasks as a checklist, by term, with what they rest on.

mod common;

use common::{plan, stdout};

/// A folder with a plan, a local plan that answers to it, and their register.
fn rivers() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let above = "全国治水规划\n一、整治河道\n（一）清除河道淤泥，保持水流通畅。\n\
                 （二）建立巡河制度，定期检查堤岸安全。\n";
    let local = "某市治水方案（2009—2010年）\n一、整治河道\n1.每年清除河道淤泥，保持水流通畅。\n\
                 牵头单位：市水务局、市建设局\n协办单位：市财政局\n\
                 2.2010年底前建成泵站。\n牵头单位：市水务局\n二、巡查\n\
                 1.建立巡河制度，检查堤岸安全。\n牵头单位：市建委\n2.=1+1\n3.开展宣传。\n";
    std::fs::write(folder.path().join("above.txt"), above).expect("a file");
    std::fs::write(folder.path().join("local.txt"), local).expect("a file");
    let entry = |id: &str, title: &str, more: &str, text: &str| {
        format!(
            "[[document]]\nid = '{id}'\ntitle = '{title}'\n{more}\nfile = '{id}.txt'\n\
             sha256 = '{}'\n",
            plan::source::sha256(text.as_bytes())
        )
    };
    let register = [
        entry("above", "全国治水规划", "level = 'central'", above),
        entry(
            "local",
            "某市治水方案（2009—2010年）",
            "level = 'city'\nreference = 'above'",
            local,
        ),
        "[units]\n'市建设局' = ['市建委']\n".to_owned(),
    ];
    std::fs::write(folder.path().join("corpus.toml"), register.concat()).expect("a register");
    folder
}

fn of_rivers(folder: &tempfile::TempDir, arguments: &[&str]) -> String {
    let corpus = folder.path().display().to_string();
    let arguments = [arguments, &["--corpus", &corpus]].concat();
    stdout(&arguments, 0)
}

#[test]
fn tasks_stand_under_the_terms_that_the_document_names() {
    let rivers = rivers();
    insta::assert_snapshot!(of_rivers(&rivers, &["ledger", "local"]));
    insta::assert_snapshot!(of_rivers(
        &rivers,
        &["--lang", "zh", "ledger", "local", "-f", "csv"]
    ));
}

#[test]
fn each_unit_that_leads_has_a_part_whatever_it_is_called() {
    let rivers = rivers();
    insta::assert_snapshot!(of_rivers(
        &rivers,
        &[
            "--lang",
            "zh",
            "ledger",
            "local",
            "--by-lead",
            "-f",
            "markdown"
        ]
    ));
}

#[test]
fn without_a_reference_no_task_rests_on_anything() {
    let rivers = rivers();
    let form = of_rivers(&rivers, &["ledger", "above", "-f", "json"]);
    let form: serde_json::Value = serde_json::from_str(&form).expect("JSON");
    assert!(form["reference"].is_null());
    let tasks = form["tasks"].as_array().expect("tasks");
    assert_eq!(tasks.len(), 2);
    assert!(
        tasks
            .iter()
            .all(|task| task["rests_on"] == serde_json::json!([]))
    );
    let named = of_rivers(
        &rivers,
        &["ledger", "above", "--reference", "above", "-f", "json"],
    );
    let named: serde_json::Value = serde_json::from_str(&named).expect("JSON");
    assert_eq!(named["tasks"][0]["rests_on"][0]["id"], "1.1.s1");
}

#[test]
fn the_seeds_have_a_line_for_every_task() {
    insta::assert_snapshot!("ledger-taizhou", first(40, &["ledger", "taizhou"]));
    insta::assert_snapshot!(
        "ledger-weihai-zh",
        first(30, &["--lang", "zh", "ledger", "weihai"])
    );
    for (document, tasks, period) in [
        ("weihai", 121, None),
        ("taizhou", 67, Some((2008, 2012))),
        ("guangzhou", 53, Some((2008, 2012))),
    ] {
        let form = stdout(&["ledger", document, "-f", "json"], 0);
        let form: serde_json::Value = serde_json::from_str(&form).expect("JSON");
        assert_eq!(
            form["tasks"].as_array().expect("tasks").len(),
            tasks,
            "{document}"
        );
        let read = form["period"].as_object().map(|period| {
            let year = |name: &str| period[name].as_u64().expect("a year");
            (year("first"), year("last"))
        });
        assert_eq!(read, period, "{document}");
    }
}

fn first(lines: usize, arguments: &[&str]) -> String {
    let printed = stdout(arguments, 0);
    let lines = printed.lines().take(lines).map(|line| format!("{line}\n"));
    lines.collect()
}

#[test]
fn a_document_without_units_is_told_of_and_still_listed() {
    let printed = stdout(&["ledger", "guangzhou"], 0);
    assert!(printed.contains("the document lists no responsible units"));
    let output = plan(&["ledger", "nowhere.txt"])
        .output()
        .expect("it starts");
    assert_eq!(output.status.code(), Some(2));
}
