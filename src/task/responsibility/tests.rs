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

/// What the only task of a plan says, role by role.
fn assert_units(task: &str, expected: &[&str]) {
    let text = format!("一、任务\n（一）{task}\n");
    let expected: Vec<_> = expected
        .iter()
        .map(|entry| format!("1.1 {entry}"))
        .collect();
    assert_eq!(entries(&text), expected, "{task}");
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
        ("修渠。由 市水务局 牵头。", &["lead: 市水务局"]),
        ("修渠。\n责任单位 ：市水务局", &["responsible: 市水务局"]),
        ("修渠。\n牵头 单位：市水务局", &["lead: 市水务局"]),
        ("修渠\n责任单位：市水务局", &["responsible: 市水务局"]),
        ("修渠。责任单位：（市水务局）", &["responsible: 市水务局"]),
        (
            "修渠，牵头单位：市水务局，配合单位：市林业局、市路局。",
            &["lead: 市水务局", "support: 市林业局 市路局"],
        ),
        (
            "修渠。【牵头单位】市水务局【责任单位】各区政府",
            &["lead: 市水务局", "responsible: 各区政府"],
        ),
        (
            "修渠。牵头单位为市水务局，配合单位为市林业局。",
            &["lead: 市水务局", "support: 市林业局"],
        ),
        (
            "修渠。（市水务局、市林业局、国网某市供电公司）",
            &["responsible: 市水务局 市林业局 国网某市供电公司"],
        ),
        (
            "修渠。（牵头领导：张三，牵头单位：市水务局）",
            &["lead: 市水务局"],
        ),
        ("市级牵头单位为先进的，给予奖励。", &[]),
        (
            "修渠。（农业农村厅、水利厅，各市、县人民政府）",
            &["responsible: 农业农村厅 水利厅 各市、县人民政府"],
        ),
        (
            "修渠。责任单位：市水务局牵头，市林业局、市路局配合",
            &["lead: 市水务局", "support: 市林业局 市路局"],
        ),
        (
            "修渠30公里（牵头领导：张三 牵头单位：市水务局 责任单位：市路局）",
            &["lead: 市水务局", "responsible: 市路局"],
        ),
        ("明确责任，各单位要负责到底。", &[]),
        ("主办单位：市水务局　联系电话：12345", &[]),
    ] {
        assert_units(task, expected);
    }
}

#[test]
fn marks_and_words_between_names_are_no_part_of_them() {
    for (task, expected) in [
        (
            "修渠。\n责任单位：市水务局（牵头）、市林业局、市路局",
            &["responsible: 市林业局 市路局", "lead: 市水务局"][..],
        ),
        (
            "修渠。\n责任单位：市水务局(牵头单位)、林业局（配合）",
            &["lead: 市水务局", "support: 市林业局"],
        ),
        (
            "修渠。（市水务局（牵头）、市林业局）",
            &["responsible: 市林业局", "lead: 市水务局"],
        ),
        (
            "修渠。\n牵头单位：市水务局（牵头）、市财政（地税）局",
            &["lead: 市水务局 市财政（地税）局"],
        ),
        (
            "修渠。（市水务局会同市林业局负责）",
            &["responsible: 市水务局 市林业局"],
        ),
        (
            "修渠，由市水务局会同市林业局、市路局负责。",
            &["responsible: 市水务局 市林业局 市路局"],
        ),
    ] {
        assert_units(task, expected);
    }
}

#[test]
fn a_label_is_told_from_what_stands_around_it() {
    for (task, expected) in [
        (
            "修渠。\n牵头部门：市水务局　　配合部门：市林业局、市路局　　时间节点：2025年6月底",
            &["lead: 市水务局", "support: 市林业局 市路局"][..],
        ),
        (
            "修渠。\n责任单位：市水务局　时间要求：2025年6月底　责任领导：张三",
            &["responsible: 市水务局"],
        ),
        ("修渠。\n责任单位∶市水务局", &["responsible: 市水务局"]),
        (
            "修渠。\n责任单位　市水务局　市林业局",
            &["responsible: 市水务局 市林业局"],
        ),
        (
            "修渠。\n责任单位　市水务局　完成时限　2025年6月底",
            &["responsible: 市水务局"],
        ),
        (
            "修渠。\n牵头单位　市水务局　配合单位　市林业局、市路局",
            &["lead: 市水务局", "support: 市林业局 市路局"],
        ),
        (
            "修渠。\n主办：市水务局；协办：市林业局",
            &["lead: 市水务局", "support: 市林业局"],
        ),
        (
            "修渠。\n（市水务局、市林业局，2025年12月底前）\n",
            &["responsible: 市水务局 市林业局"],
        ),
    ] {
        assert_units(task, expected);
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

#[test]
fn a_term_between_two_lines_does_not_part_them() {
    let text = "一、任务\n（一）修渠。\n（二）植树。\n责任单位：市水务局\n完成时限：2025年底\n配合单位：市林业局\n（三）修路。\n责任单位：市路局\n";
    assert_eq!(
        entries(text),
        [
            "1.1 1.2 responsible: 市水务局",
            "1.1 1.2 support: 市林业局",
            "1.3 responsible: 市路局"
        ]
    );
}

#[test]
fn a_rule_stated_in_a_bracket_holds_for_the_units_beside_it() {
    let text = "一、任务\n（一）修渠。（市水务局、林业局。列第一位者为牵头单位，下同）\n（二）植树。（市林业局、水务局）\n";
    assert_eq!(
        entries(text),
        [
            "1.1 lead: 市水务局",
            "1.1 responsible: 市林业局",
            "1.2 lead: 市林业局",
            "1.2 responsible: 市水务局"
        ]
    );
}

#[test]
fn words_broken_at_the_width_of_a_page_are_read_whole() {
    let wide = "为加强城市地下空间开发利用管理促进土地节约集约利用";
    let text: String = (1..=9)
        .map(|nth| {
            format!("{nth}.{wide}\n优化空间布局统筹地上地下建设规划管理。（市水务局牵\n头，市林业局配合）\n")
        })
        .collect();
    let entries = entries(&text);
    assert_eq!(entries[..2], ["1 lead: 市水务局", "1 support: 市林业局"]);
    assert_eq!(entries.len(), 18);
}

#[test]
fn the_rows_of_a_table_are_tasks_where_nothing_above_is_one() {
    for text in [
        "任务分工表\n序号\t任务\t责任单位\n1\t修渠\t市水务局\n2\t植树\t市林业局\n",
        "任务分工表\n序号\n任务\n责任单位\n1\n修渠\n市水务局\n2\n植树\n市林业局\n",
        "任务分工表\n| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 修渠 | 市水务局 |\n| 2 | 植树 | 市林业局 |\n",
    ] {
        let found = entries(text);
        let units: Vec<_> = found
            .iter()
            .map(|entry| entry.split_once(' ').unwrap_or_default().1)
            .collect();
        assert_eq!(
            units,
            ["responsible: 市水务局", "responsible: 市林业局"],
            "{text}"
        );
        let plan = read_plan(outline::parse(text, None));
        let tasks = plan.tasks.iter().filter(|&&task| task).count();
        assert_eq!(tasks, 2, "{text}");
    }
}
