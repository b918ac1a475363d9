//! `plan instruments`: what becomes of the documents that a plan names.

mod common;

use common::{stderr, stdout};

/// What the command says of each document, for one local plan.
fn deeds(above: &str, local: &str) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.display().to_string()
    };
    let above = write("above.txt", above);
    let local = write("local.txt", local);
    let form = stdout(&["instruments", &above, &local, "-f", "json"], 0);
    let form: serde_json::Value = serde_json::from_str(&form).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let named = form["instruments"].as_array().expect("instruments").iter();
    let deed = |one: &serde_json::Value| (text(&one["title"]), text(&one["locals"][0]["deed"]));
    named.map(deed).collect()
}

const ABOVE: &str = "全国治水护林工作规划\n一、健全制度\n\
    （一）制定《河道采砂管理条例》，规范采砂秩序。\n\
    （二）修订《湿地保护若干规定（试行）》，扩大保护范围。\n\
    （三）贯彻《中华人民共和国水资源保护法》，节约用水。\n\
    （四）制定关于实行林长责任制的规定。\n\
    （五）落实《关于加强护林宣传的意见》，开展护林宣传。\n\
    （六）制定《水库安全条例》的配套规定。\n\
    （七）实施《防洪抢险办法》，备足物资。\n\
    二、抓好《工作规划》的落实\n（一）各地要把落实《工作规划》列入议事日程。\n";

#[test]
fn each_document_is_followed_into_the_local_plan() {
    let local = "青川市治水护林实施方案\n一、健全制度\n\
        1.制定《青川市河道采砂管理办法》，规范采砂秩序。\n\
        2.继续执行《湿地保护若干规定（试行）》，扩大保护范围。\n\
        3.认真贯彻《水资源保护法》，节约用水。\n\
        4.认真落实省委《关于加强护林宣传的意见》，开展护林宣传。\n\
        5.根据《水库安全条例》，建立健全相关配套制度。\n";
    let found = deeds(ABOVE, local);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(title, deed)| (title.as_str(), deed.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("《河道采砂管理条例》", "own-version"),
            ("《湿地保护若干规定（试行）》", "older-kept"),
            ("《中华人民共和国水资源保护法》", "central-carried-out"),
            ("关于实行林长责任制的规定", "higher-level"),
            ("《关于加强护林宣传的意见》", "provincial-carried-out"),
            ("《水库安全条例》", "own-version"),
            ("《防洪抢险办法》", "not-mentioned"),
        ]
    );
}

#[test]
fn an_own_document_that_is_there_already_is_told_from_one_to_be_made() {
    let of = |sentence: &str| {
        let local = format!("青川市治水实施方案\n一、健全制度\n1.{sentence}\n");
        deeds(ABOVE, &local)[0].1.clone()
    };
    for (sentence, expected) in [
        ("制定《青川市河道采砂管理实施细则》。", "own-version"),
        ("认真贯彻市委《关于河道采砂管理的意见》。", "older-kept"),
        (
            "严格执行《南川省河道采砂管理条例》。",
            "provincial-carried-out",
        ),
        ("贯彻落实《河道采砂管理条例》。", "central-carried-out"),
        ("认真贯彻河道采砂管理条例。", "central-carried-out"),
        ("查处违反《河道采砂管理条例》的行为。", "only-named"),
        ("修建河道。", "higher-level"),
    ] {
        let expected = expected.replace("only-named", "named-only");
        assert_eq!(of(sentence), expected, "{sentence}");
    }
}

#[test]
fn the_seeds_are_followed_in_each_view() {
    insta::assert_snapshot!("instruments-seeds", stdout(&["instruments", "central"], 0));
    insta::assert_snapshot!(
        "instruments-seeds-zh",
        stdout(
            &["--lang", "zh", "instruments", "central", "-f", "markdown"],
            0
        )
    );
    let csv = stdout(&["instruments", "central", "weihai", "-f", "csv"], 0);
    assert!(csv.starts_with("instrument,todo,citation,document,deed,local_title"));
}

#[test]
fn a_damaged_text_says_where_a_title_is_lost() {
    let printed = stdout(&["instruments", "central", "shanghai", "-f", "json"], 0);
    let form: serde_json::Value = serde_json::from_str(&printed).expect("JSON");
    let named = form["instruments"].as_array().expect("instruments");
    let lost = named
        .iter()
        .filter(|one| one["locals"][0]["deed"] == "title-lost")
        .count();
    assert!(lost > 0);
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_others() {
    let told = stderr(&["instruments", "central", "weihai", "nowhere.txt"], 2);
    assert!(told.contains("nowhere.txt"), "{told}");
}
