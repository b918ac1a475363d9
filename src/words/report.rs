//! Headings and sentences of the reports.

use super::{Lang, plural};

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
    /// Column: what a clause says.
    wording: "wording", "表述";
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
    /// Column: a part of the reference.
    part: "Part", "部分";
    /// What a cell of the matrix holds.
    cells: "In each cell: covered, covered or partial, those or topic only / measures that the locality can carry out.",
        "每格依次为：已承接、含部分承接、含概括承接 / 本级可承担的措施数。";
    /// Heading.
    taken_up_by_all: "Measures that every locality took up, at least in part", "各地均已承接（含部分）的措施";
    /// Heading.
    taken_up_by_none: "Measures without counterpart in any locality", "各地均未见对应表述的措施";
    /// Heading.
    shared_additions: "Additions that several localities share (perhaps from a common source between)", "多地共有的新增任务（或有共同的中间来源）";
    /// Shown where a selection is empty.
    nothing: "Nothing matches.", "没有符合条件的内容。";
    /// Said where a document lists no units.
    no_units: "the document lists no responsible units", "文中未列责任单位";
    /// What a gap means.
    gap_note:
        "“no counterpart” says that the text has no corresponding wording, never that the work was not done.",
        "“未见对应”仅指文本中没有对应表述，不表示工作未开展。";
}

/// How many rows a list leaves out.
pub fn and_more(left: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("… and {left} more; --format json has all"),
        Lang::Zh => format!("……另有 {left} 条；--format json 含全部"),
    }
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
        Lang::En => format!(
            "Outside N: {} of a higher level, {unclear} unclear.",
            plural(higher, "measure", "measures")
        ),
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
            "Links moved to another section: {moved}. Local tasks: {central} known to the reference, {local} not found there."
        ),
        Lang::Zh => {
            format!("移位 {moved} 处。地方任务：中央文本有相关表述 {central} 条，未见 {local} 条。")
        }
    }
}
