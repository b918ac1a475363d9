//! Headings and sentences about three plans, each answering to the one above.

use super::{Lang, plural};

phrases! {
    /// Part: measures of the reference.
    asked: "What the reference asks", "上位规划要求";
    /// Part: measures that the plan between added.
    added: "What the plan between adds", "中间文件新增";
    /// Part: measures of the local plan.
    locals: "What the local plan has", "地方文件内容";
    /// Part: measures found in neither plan above.
    own_of: "The local plan's own", "地方自有";
    /// Column.
    reach: "came down to", "下达情况";
    /// Column.
    wording: "wording", "表述";
    /// Both plans below have it.
    both: "in both", "两级均有";
    /// It stops at the plan between.
    between_only: "stops at the plan between", "止于中间文件";
    /// Only the local plan has it.
    local_only: "only in the local plan", "仅见于地方文件";
    /// Neither plan below has it.
    neither: "in neither", "两级均未见";
    /// A local measure that the reference asks for.
    of_reference: "reference", "上位规划";
    /// A local measure that the plan between added.
    of_between: "plan between", "中间文件";
    /// A local measure found in neither.
    own: "own", "本地自有";
    /// What the verdicts rest on.
    note: "Told from the wording. Counterparts in the local plan are found directly or through the plan between, so that there are more than between two plans alone; what is found in neither plan above may still go back to another document.",
        "仅据文本表述判断。地方文件中的对应表述可直接或经由中间文件找到，故多于仅比较两份文件的结果；两级上位文件均未见的内容，仍可能来自其他文件。";
}

/// How far the measures came down that fall to the locality: in both, in the
/// plan between only, in the local plan only, in neither.
pub fn asked_counted(reached: [usize; 4], lang: Lang) -> String {
    let all: usize = reached.iter().sum();
    let [both, between, local, neither] = reached;
    match lang {
        Lang::En => format!(
            "The reference asks for {} that the locality can carry out: {both} in both plans, \
             {between} only in the plan between, {local} only in the local plan, {neither} in neither.",
            plural(all, "measure", "measures")
        ),
        Lang::Zh => format!(
            "上位规划中适用于本级的措施 {all} 项：两级均有 {both} 项，止于中间文件 {between} 项，\
             仅见于地方文件 {local} 项，两级均未见 {neither} 项。"
        ),
    }
}

/// What became of the measures that the plan between added: taken up, in part,
/// without counterpart.
pub fn added_counted(statuses: [usize; 3], lang: Lang) -> String {
    let all: usize = statuses.iter().sum();
    let [covered, partial, gap] = statuses;
    match lang {
        Lang::En => format!(
            "The plan between adds {}: the local plan has {covered}, {partial} in part, \
             and no counterpart of {gap}.",
            plural(all, "measure", "measures")
        ),
        Lang::Zh => format!(
            "中间文件新增措施 {all} 项：地方已承接 {covered} 项，部分承接 {partial} 项，\
             未见对应 {gap} 项。"
        ),
    }
}

/// Where the local measures come from: the reference, the plan between,
/// neither.
pub fn locals_counted(from: [usize; 3], lang: Lang) -> String {
    let all: usize = from.iter().sum();
    let [reference, between, own] = from;
    match lang {
        Lang::En => format!(
            "The local plan has {}: {reference} of the reference, {between} of the plan between, \
             {own} found in neither.",
            plural(all, "measure", "measures")
        ),
        Lang::Zh => format!(
            "地方措施 {all} 项：来自上位规划 {reference} 项，来自中间文件 {between} 项，\
             两级均未见 {own} 项。"
        ),
    }
}
