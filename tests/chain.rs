//! `plan diff REF BETWEEN LOCAL`: what came down from where.

mod common;

use common::{stderr, stdout};

const CENTRE: &str = "全国治水工作规划\n一、整治河道\n清除河道淤泥，保持水流通畅。\
    建立举报奖励制度，鼓励群众监督。\n二、保护湿地\n划定湿地保护红线，严禁围垦。\n";
const PROVINCE: &str = "南川省治水实施办法\n一、整治河道\n清除河道淤泥，保持水流通畅。\
    建立举报奖励制度，鼓励群众监督。\n二、种植护岸林木\n\
    沿主要河流两岸种植护岸林木，每年抚育一次。\n组织船舶进港检验油污排放设备。\n";
const CITY: &str = "青川市治水实施细则\n一、整治河道\n清除河道淤泥，保持水流通畅。\n\
    二、种植护岸林木\n沿主要河流两岸种植护岸林木，每年抚育一次。\n三、其他工作\n\
    划定湿地保护红线，严禁围垦。为渔船船主发放换季补贴票据。\n";

/// A corpus of three plans, each answering to the one above it.
fn corpus() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut register = String::new();
    for (id, level, reference, text) in [
        ("centre", "central", "", CENTRE),
        ("province", "province", "reference = 'centre'", PROVINCE),
        ("city", "city", "reference = 'province'", CITY),
    ] {
        std::fs::write(folder.path().join(format!("{id}.txt")), text).expect("a file");
        let title = text.lines().next().expect("a title");
        let hash = plan::source::sha256(text.as_bytes());
        register += &format!(
            "[[document]]\nid = '{id}'\ntitle = '{title}'\nlevel = '{level}'\n{reference}\n\
             file = '{id}.txt'\nsha256 = '{hash}'\n"
        );
    }
    std::fs::write(folder.path().join("corpus.toml"), register).expect("a register");
    folder
}

fn diff(corpus: &tempfile::TempDir, arguments: &[&str]) -> String {
    let folder = corpus.path().display().to_string();
    let arguments = [&["diff"], arguments, &["--corpus", &folder]].concat();
    stdout(&arguments, 0)
}

#[test]
fn what_came_down_from_where_is_told() {
    let corpus = corpus();
    let three = ["centre", "province", "city"];
    insta::assert_snapshot!(diff(&corpus, &three));
    insta::assert_snapshot!(diff(
        &corpus,
        &[&three[..], &["--lang", "zh", "-f", "markdown"]].concat()
    ));
    insta::assert_snapshot!(diff(&corpus, &[&three[..], &["-f", "csv"]].concat()));
}

#[test]
fn the_register_may_name_the_plan_between() {
    let corpus = corpus();
    let named = diff(&corpus, &["centre", "province", "city", "-f", "json"]);
    assert_eq!(diff(&corpus, &["centre", "city", "-f", "json"]), named);
    let form: serde_json::Value = serde_json::from_str(&named).expect("JSON");
    assert_eq!(form["schema"], "plan.chain/1");
    // Two plans next to each other, or a choice of what to show, make no chain.
    for two in [
        &["province", "city", "-f", "json"][..],
        &["centre", "province", "-f", "json"],
        &["centre", "city", "-f", "json", "--only", "gap"],
    ] {
        let form: serde_json::Value = serde_json::from_str(&diff(&corpus, two)).expect("JSON");
        assert_eq!(form["schema"], "plan.alignment/1", "{two:?}");
    }
}

#[test]
fn a_choice_from_two_plans_is_refused_for_three() {
    assert_eq!(
        stderr(
            &["diff", "central", "shanghai", "weihai", "--only", "gap"],
            2
        ),
        "error: --only does not work with a plan between; leave it out, or compare two plans\n"
    );
}
