use crate::diagnostic::Diagnostic;
use crate::words::Lang;

/// Code and place of what is noticed, with the fix.
fn noticed(text: &str) -> Vec<String> {
    let plan = crate::task::read(crate::outline::parse(text, None));
    let show = |diagnostic: &Diagnostic| {
        let fix = diagnostic.fix.as_ref().map(|fix| {
            let mut mended = text.to_owned();
            mended.replace_range(fix.span.start..fix.span.end, &fix.text);
            let line = mended[..fix.span.start].rfind('\n').map_or(0, |at| at + 1);
            let end = mended[line..]
                .find('\n')
                .map_or(mended.len(), |at| line + at);
            format!(" → {}", &mended[line..end])
        });
        format!(
            "{} {}{}",
            diagnostic.code(),
            diagnostic.span.of(text),
            fix.unwrap_or_default()
        )
    };
    plan.diagnostics.iter().map(show).collect()
}

/// `一、` with as many items as given, each with its units.
fn items(units: &[&str]) -> String {
    let mut text = String::from("护河实施方案\n一、主要任务\n");
    for (at, units) in units.iter().enumerate() {
        text += &format!("（{}）修好第{}段河堤。\n", NUMBERS[at], NUMBERS[at]);
        if !units.is_empty() {
            text += &format!("牵头单位：{units}\n");
        }
    }
    text + "二、严肃纪律\n（一）严格考核奖惩。\n"
}

const NUMBERS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

#[test]
fn a_unit_named_twice_is_noticed_with_its_place() {
    let text = items(&["市水务局、市林业局、市水务局", "市水务局"]);
    assert_eq!(
        noticed(&text),
        ["PLAN031 市水务局 → 牵头单位：市水务局、市林业局"]
    );
    let text =
        "一、任务\n（一）修堤。（市水务局牵头，市林业局、市水务局配合）补路。（市水务局负责）\n";
    assert_eq!(
        noticed(text),
        ["PLAN031 市水务局 → （一）修堤。（市水务局牵头，市林业局配合）补路。（市水务局负责）"]
    );
}

#[test]
fn a_misprinted_label_is_noticed_with_the_probable_one() {
    let text = "一、任务\n（一）修堤。\n牵头单位：市水务局\n协办单位：市林业局\n（二）补路。\n牵头单位：市路局\n政协单位：市林业局\n";
    assert_eq!(noticed(text), ["PLAN030 政协单位 → 协办单位：市林业局"]);
}

#[test]
fn a_task_without_a_unit_is_noticed_where_nearly_all_have_one() {
    let unit = "市水务局";
    let all = [unit; 10];
    assert_eq!(noticed(&items(&all)), [""; 0]);
    let mut units = all;
    units[9] = "";
    assert_eq!(noticed(&items(&units)), ["PLAN032 （十）"]);
    // Its neighbour's block comes to cover it: the width is odd.
    let mut units = all;
    units[3] = "";
    assert_eq!(noticed(&items(&units)), ["PLAN032 （四）"]);
    // Where blocks often cover several items none is missed.
    let often = ["", unit, "", unit, "", unit, "", unit, "", unit];
    assert_eq!(noticed(&items(&often)), [""; 0]);
}

#[test]
fn sentences_that_say_who_does_what_make_no_habit() {
    let text = "一、职责\n（一）市水务局负责水情监测。\n（二）市林业局负责护林。\n（三）市路局负责修路。\n（四）做好其他工作。\n";
    assert_eq!(noticed(text), [""; 0]);
    let stated = "一、职责\n（一）监测水情。（市水务局负责）\n（二）护林。（市林业局负责）\n（三）修路。（市路局负责）\n（四）做好其他工作。\n";
    assert_eq!(noticed(stated), ["PLAN032 （四）"]);
}

#[test]
fn a_deleted_title_is_noticed() {
    for (text, expected) in [
        (
            "一、任务\n（一）制定本市。完善制度。\n",
            &["PLAN040 制定本市。"][..],
        ),
        ("一、任务\n（一）贯彻落实《》。\n", &["PLAN040 《》。"]),
        ("一、任务\n（一）评估办法，并及时修订。狠抓落实。\n", &[]),
        ("一、任务\n（一）制定和完善办法。\n", &[]),
    ] {
        assert_eq!(noticed(text), expected, "{text}");
    }
    // Damaged text is told by the whole of a document.
    let damaged = noticed(include_str!("../../../seeds/shanghai.txt"));
    assert!(
        damaged.iter().any(|found| found == "PLAN040 制定本市."),
        "{damaged:?}"
    );
}

#[test]
fn every_notice_can_be_said_in_both_languages() {
    let text = "一、任务\n（一）制定本市。\n牵头单位：市水务局、市水务局\n";
    let plan = crate::task::read(crate::outline::parse(text, None));
    for diagnostic in &plan.diagnostics {
        assert_ne!(diagnostic.message(Lang::En), diagnostic.message(Lang::Zh));
    }
    assert_eq!(plan.diagnostics.len(), 2);
}

#[test]
fn the_label_of_a_column_is_no_running_text() {
    for label in ["牵头", "主办", "负责", "承办"] {
        let table = format!(
            "某市工作方案\n序号\n任务\n{label}\n1\n修渠筑堤，加固河岸\n市水务局\n2\n建设码头，疏通航道\n市建设局\n3\n种树护林，防止火灾\n市林业局\n"
        );
        assert_eq!(noticed(&table), [""; 0], "{label}");
    }
}
