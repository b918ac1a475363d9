//! Headings and sentences of the Word report.

use super::Lang;

phrases! {
    /// Title.
    title: "Wording of the plan without counterpart", "规划条款未见对应表述清单";
    /// Heading.
    summary: "Summary", "概览";
    /// Heading.
    method: "Method and its limits", "方法与局限";
    /// Column: why a clause falls to the locality or not.
    applicability: "applicability and reason", "适用性及理由";
    /// Column: whether the paragraph or section was taken up.
    topic: "topic taken up", "概括承接";
    /// The topic was taken up.
    topic_taken_up: "yes: its paragraph or section has a counterpart", "是：所在段落或标题有对应";
    /// The topic was not taken up.
    topic_not_taken_up: "no", "否";
    /// Column: who answers for a task.
    answerable: "unit", "责任单位";
    /// Said where there is no gap.
    no_gaps: "Every clause that this locality can carry out has a counterpart.", "本级可承担的条款均有对应表述。";
    /// Said where there is no addition.
    no_additions: "No local task is without counterpart in the reference.", "地方任务均有上位规划依据。";
}

/// Heading of the list of gaps that count; those of the chapters on
/// organisation are told apart, as they are in the table above.
pub fn gaps(count: usize, organisation: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "Without counterpart: measures that this locality can carry out ({count}, and {organisation} on organisation)"
        ),
        Lang::Zh => {
            format!(
                "未见对应表述：本级可承担的措施（{count} 条，另有组织实施部分 {organisation} 条）"
            )
        }
    }
}

/// Heading of the list of gaps outside N.
pub fn outside(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("Without counterpart and outside N: of a higher level, or unclear ({count})")
        }
        Lang::Zh => format!("未见对应表述：不计入者，上级职权与待核（{count} 条）"),
    }
}

/// Heading of the list of additions.
pub fn additions(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("Local tasks not found in the reference, source to be checked ({count})")
        }
        Lang::Zh => format!("中央文本未见的地方任务，来源待核（{count} 项）"),
    }
}
