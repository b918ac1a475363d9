//! Every form in which a task says who is responsible, and each task's own.

use super::super::read as read_plan;
use crate::outline;

/// What each entry says, and the ids of the tasks that it covers.
fn entries(text: &str) -> Vec<String> {
    let plan = read_plan(outline::parse(text, None));
    let shown = |entry: &super::Responsibility| {
        let names: Vec<_> = entry.units.iter().map(|unit| unit.name.as_str()).collect();
        let covers: Vec<_> = entry
            .covers
            .iter()
            .map(|&node| plan.outline.nodes[node].id.as_str())
            .collect();
        format!(
            "{} {}: {}",
            covers.join(" "),
            entry.role.name(),
            names.join(" ")
        )
    };
    plan.responsibilities.iter().map(shown).collect()
}

#[test]
fn a_task_names_its_units_in_any_form() {
    for (task, expected) in [
        ("修渠。\n责任单位：市水务局", &["responsible: 市水务局"][..]),
        ("修渠。\n责任单位: 市水务局", &["responsible: 市水务局"]),
        ("修渠。\n责 任 单 位：市水务局", &["responsible: 市水务局"]),
        ("修渠。责任单位：市水务局。", &["responsible: 市水务局"]),
        (
            "修渠。牵头部门：市水务局，配合部门：市林业局、市路局。",
            &["lead: 市水务局", "support: 市林业局 市路局"],
        ),
        ("修渠。（市水务局负责）", &["responsible: 市水务局"]),
        ("修渠。〔市水务局负责〕", &["responsible: 市水务局"]),
        ("修渠。【责任单位：市水务局】", &["responsible: 市水务局"]),
        ("修渠。[牵头单位：市水务局]", &["lead: 市水务局"]),
        (
            "修渠。（市水务局、市林业局）",
            &["responsible: 市水务局 市林业局"],
        ),
        (
            "修渠。（牵头单位：市水务局；责任单位：市林业局；完成时限：2024年12月）",
            &["lead: 市水务局", "responsible: 市林业局"],
        ),
        (
            "修渠（市水务局牵头，市林业局配合），植树（市林业局牵头，市路局配合）。",
            &[
                "lead: 市水务局",
                "support: 市林业局",
                "lead: 市林业局",
                "support: 市路局",
            ],
        ),
        ("修渠。由市水务局牵头。", &["lead: 市水务局"]),
        ("明确责任，各单位要负责到底。", &[]),
        ("主办单位：市水务局　联系电话：12345", &[]),
    ] {
        let text = format!("一、任务\n（一）{task}\n");
        let expected: Vec<_> = expected
            .iter()
            .map(|entry| format!("1.1 {entry}"))
            .collect();
        assert_eq!(entries(&text), expected, "{task}");
    }
}

#[test]
fn lines_do_not_reach_back_over_tasks_that_name_their_own_units() {
    let text = "一、任务\n（一）修渠。（市水务局负责）\n（二）植树。\n责任单位：市林业局\n（三）修路。\n（四）架桥。\n责任单位：市路局\n";
    assert_eq!(
        entries(text),
        [
            "1.1 responsible: 市水务局",
            "1.2 responsible: 市林业局",
            "1.3 1.4 responsible: 市路局"
        ]
    );
}
