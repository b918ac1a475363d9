//! `plan units`: who answers for what, in each view and form.

mod common;

use common::{plan, stderr, stdout};

#[test]
fn the_units_of_a_document_are_counted() {
    insta::assert_snapshot!("units-taizhou", stdout(&["units", "taizhou"], 0));
    insta::assert_snapshot!(
        "units-weihai-zh",
        stdout(&["--lang", "zh", "units", "weihai"], 0)
    );
}

#[test]
fn several_documents_stand_side_by_side() {
    insta::assert_snapshot!(stdout(&["units", "weihai", "taizhou", "guangzhou"], 0));
}

#[test]
fn a_unit_s_tasks_are_listed_whatever_its_role_and_name() {
    let by_one_name = stdout(&["units", "weihai", "taizhou", "--unit", "市法制办"], 0);
    let by_another = stdout(
        &["units", "weihai", "taizhou", "--unit", "市政府法制办公室"],
        0,
    );
    assert_eq!(by_one_name, by_another);
    insta::assert_snapshot!(by_one_name);
}

#[test]
fn who_works_with_whom_is_a_matrix() {
    insta::assert_snapshot!(stdout(&["units", "taizhou", "--with"], 0));
    insta::assert_snapshot!(stdout(
        &["units", "taizhou", "--with", "--unit", "市委办"],
        0
    ));
}

#[test]
fn counts_of_the_seeds_are_those_counted_by_hand() {
    // Counted in the texts: lines of units that name each, and, for Taizhou,
    // the groups of them.
    let weihai = stdout(&["units", "weihai", "--format", "csv"], 0);
    let taizhou = stdout(&["units", "taizhou", "--format", "csv"], 0);
    for (csv, row) in [
        (&weihai, "weihai,市纪委,市纪委,67,118,67,32,32,0,33,34,1"),
        (&weihai, "weihai,市财政局,市财政局,29,118,29,8,8,0,8,21,0"),
        (&taizhou, "taizhou,市纪委,市纪委,42,63,31,25,7,18,25,17,0"),
        (&taizhou, "taizhou,市府办,市府办,31,63,28,10,2,8,8,21,0"),
        (&taizhou, "taizhou,市审计局,市审计局,36,63,27,0,0,0,0,36,0"),
    ] {
        assert!(csv.lines().any(|line| line == row), "{row}");
    }
}

#[test]
fn a_document_without_units_says_so_and_does_not_count_none() {
    assert_eq!(
        stdout(&["--lang", "zh", "units", "guangzhou"], 0),
        "guangzhou：文中未列责任单位\n"
    );
    let form: serde_json::Value =
        serde_json::from_str(&stdout(&["units", "guangzhou", "--format", "json"], 0))
            .expect("JSON");
    assert_eq!(form["schema"], "plan.units/1");
    assert!(form["documents"][0]["tasks"].is_null());
    assert_eq!(
        stdout(&["units", "guangzhou", "--unit", "市纪委"], 0),
        "guangzhou: the document lists no responsible units\n"
    );
}

#[test]
fn a_unit_that_nobody_names_is_met_with_the_nearest() {
    assert_eq!(
        stderr(&["units", "weihai", "--unit", "市财致局"], 2),
        "error: no document names “市财致局”; did you mean “市财政局”?\n"
    );
}

#[test]
fn the_register_says_which_names_are_one_body() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "某市治水方案\n一、整治河道\n1.疏浚南河。\n牵头单位：市建委\n\
                2.加固堤岸。\n牵头单位：市建设局\n";
    std::fs::write(folder.path().join("a.txt"), text).expect("a file");
    let hash = plan::source::sha256(text.as_bytes());
    let register = |units: &str| {
        let text = format!(
            "[units]\n{units}\n[[document]]\nid = 'a'\ntitle = '某市治水方案'\nlevel = 'city'\n\
             file = 'a.txt'\nsha256 = '{hash}'\n"
        );
        std::fs::write(folder.path().join("corpus.toml"), text).expect("a register");
        let name = folder.path().display().to_string();
        let output = plan(&["units", "a", "--format", "csv", "--corpus", &name])
            .output()
            .expect("the program starts");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert_eq!(register("").lines().count(), 3);
    let joined = register("'市住建局' = ['市建委', '市建设局']");
    assert_eq!(joined.lines().count(), 2, "{joined}");
    assert!(joined.contains("a,市住建局,市建委、市建设局,2,2,2,2,2,0,2,0,0"));
}
