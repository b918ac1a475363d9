//! Names of sheets and columns of the workbooks and of the tables in Word.
//! A workbook is read back by its headings, in whichever language.

use super::Lang;

phrases! {
    /// Sheet.
    summary: "Summary", "概览";
    /// Sheet.
    clauses: "Clauses", "条款";
    /// Sheet.
    links: "Links", "对应";
    /// Sheet.
    additions: "Additions", "地方新增";
    /// Sheet.
    units: "Units", "责任单位";
    /// Sheet: the matrix.
    matrix: "Matrix", "承接矩阵";
    /// Sheet.
    taken_up_by_all: "Taken up by all", "各地均承接";
    /// Sheet.
    taken_up_by_none: "Taken up by none", "各地均未见";
    /// Sheet.
    shared_additions: "Shared additions", "多地共有新增";
    /// Sheet: the numbered pieces of a document.
    tasks: "Tasks", "任务";
    /// Column: the number of a group of additions.
    group: "group", "组";
    /// Column: how many places share an addition.
    places: "places", "地方数";
    /// Column.
    place: "document", "文件";
    /// Column: where a reference clause stands.
    citation: "clause", "条款";
    /// Column: the heading above a clause.
    section: "section", "节";
    /// Column.
    clause_text: "wording of the reference", "上位规划表述";
    /// Column.
    kind: "kind", "类型";
    /// Column.
    status: "status", "承接状态";
    /// Column: the share of a clause that was found.
    coverage: "share found", "承接比例";
    /// Column.
    applicability: "applicability", "适用性";
    /// Column: why.
    reason: "reason", "理由";
    /// Column: where the counterparts stand.
    counterparts: "counterparts", "对应条款";
    /// Column: the nearest local sentences of a gap.
    nearest: "nearest local sentences", "最接近的地方表述";
    /// Column.
    decided_by: "decided by", "判定";
    /// Who decided.
    by_program: "program", "程序判定";
    /// Who decided.
    by_reader: "reader", "人工核定";
    /// Column: where a local clause stands.
    local_citation: "local clause", "地方条款";
    /// Column.
    local_text: "local wording", "地方表述";
    /// Column.
    wording: "wording", "表述";
    /// Column.
    scope: "scope", "范围";
    /// Column.
    force: "force", "力度";
    /// Column.
    confidence: "confidence", "置信";
    /// Column.
    changes: "changes", "变化";
    /// Column.
    origin: "origin", "来源";
    /// Column.
    unit: "unit", "单位";
    /// Column.
    role: "role", "角色";
    /// Column.
    task: "task", "任务条款";
    /// Column.
    task_text: "wording of the task", "任务表述";
    /// Column: measures of a higher level.
    higher: "higher level", "上级职权";
    /// Column.
    deadline: "deadline or frequency", "时限或频次";
    /// Column.
    instruments: "instruments", "涉及文件";
    /// Column that the reader fills in.
    status_decided: "status decided", "核定状态";
    /// Column that the reader fills in.
    applicability_decided: "applicability decided", "核定适用性";
    /// Column that the reader fills in: whether a link is right.
    link_decided: "link decided", "核定链接";
    /// Column that the reader fills in: local clauses that say the same.
    link_added: "link added", "新增对应";
    /// Column that the reader fills in.
    remark: "remark", "备注";
    /// A link is right.
    confirm: "confirm", "确认";
    /// A link is wrong.
    reject: "reject", "否决";
    /// Yes.
    yes: "yes", "是";
    /// What the columns to fill in are for.
    how_to_decide:
        "The yellow columns are for your decisions; `plan diff … --decisions FILE.xlsx` reads them back. Leave the hidden columns in place.",
        "黄色列供填写核定意见，可用 `plan diff … --decisions 文件.xlsx` 读回；请保留隐藏列。";
}

/// Headings of the hidden columns by which decisions find their clauses, and
/// the name of the hidden sheet that says which documents they are about.
/// Never translated: programs read them.
pub mod key {
    /// The hidden sheet: names and values of the documents.
    pub const SHEET: &str = "plan.decisions";
    /// Id of the reference clause.
    pub const CLAUSE_ID: &str = "clause_id";
    /// SHA-256 of the reference clause's wording.
    pub const CLAUSE_SHA256: &str = "clause_sha256";
    /// Id of the local clause.
    pub const LOCAL_ID: &str = "local_id";
    /// SHA-256 of the local clause's wording.
    pub const LOCAL_SHA256: &str = "local_sha256";
}
