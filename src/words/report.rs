//! Headings and sentences of the reports.

use super::Lang;

phrases! {
    /// Column.
    id: "id", "标识";
    /// Column.
    names: "also called", "别名";
    /// Column.
    level: "level", "层级";
    /// Column.
    answers_to: "answers to", "上位规划";
    /// Column.
    title: "title", "标题";
    /// Column.
    chapter: "Chapter", "章";
    /// Column: at least as much as covered.
    covered_or_partial: "or partial", "含部分承接";
    /// Column: at least as much as topic only.
    or_topic_only: "or topic only", "含概括承接";
    /// Row.
    total: "Total", "合计";
    /// Row.
    organisation: "Organisation, counted apart", "组织实施（另计）";
    /// Heading of the table of coverage.
    coverage: "Coverage of wording: measures that this locality can carry out", "表述承接情况：本级可承担的措施";
    /// Heading of the list of clauses.
    clauses: "Clauses of the reference and their counterparts", "上位规划各条与对应表述";
    /// Heading of the list of additions.
    additions: "Local tasks not found in the reference (their source is to be checked)", "中央文本未见的地方任务（来源待核）";
    /// Shown where a selection is empty.
    nothing: "Nothing matches.", "没有符合条件的内容。";
    /// Said where a document lists no units.
    no_units: "the document lists no responsible units", "文中未列责任单位";
    /// What a gap means.
    gap_note:
        "“no counterpart” says that the text has no corresponding wording, never that the work was not done.",
        "“未见对应”仅指文本中没有对应表述，不表示工作未开展。";
}

/// The mark of a node whose number is lost.
pub fn recovered(confidence: f32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("〔restored {confidence:.2}〕"),
        Lang::Zh => format!("〔恢复 {confidence:.2}〕"),
    }
}

/// What is outside N, below the table of coverage.
pub fn outside(higher: usize, unclear: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Outside N: {higher} measures of a higher level, {unclear} unclear."),
        Lang::Zh => format!("不计入 N：上级职权 {higher} 条，待核 {unclear} 条。"),
    }
}

/// The means over paragraphs, as a check on the counts by clause.
pub fn paragraph_means(covered: f32, covered_or_partial: f32, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "Mean over paragraphs, as a check: covered {covered:.2}, covered or partial {covered_or_partial:.2}."
        ),
        Lang::Zh => {
            format!("按段平均（供核对）：已承接 {covered:.2}，含部分承接 {covered_or_partial:.2}。")
        }
    }
}

/// How many links moved and how many local tasks have a counterpart.
pub fn moves_and_origins(moved: usize, central: usize, local: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "Links moved to another section: {moved}. Local tasks: {central} with a counterpart, {local} without."
        ),
        Lang::Zh => {
            format!("移位 {moved} 处。地方任务：有中央对应 {central} 条，中央文本未见 {local} 条。")
        }
    }
}
