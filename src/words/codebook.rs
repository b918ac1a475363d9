//! What the columns of the exported tables say, with their units.

use super::Lang;

phrases! {
    /// All tables.
    tables: "Tables of plan documents and their comparisons; the texts are those of the sources", "规划文件及其比对结果的数据表；文字均出自来源文件";
    /// Column.
    document: "Document: its id in commands and in every table", "文件标识，各表通用";
    /// Column.
    title: "Title of the document", "文件标题";
    /// Column.
    called: "What people call the document, if the register says", "文件通称（清单所记）";
    /// Column.
    level: "Level of government that the document speaks for", "文件所属层级";
    /// Column.
    place: "Place that the document is for, if the register says", "文件所属地方（清单所记）";
    /// Column.
    file: "File the text was read from", "来源文件";
    /// Column.
    sha256: "SHA-256 of that file, lower-case hexadecimal", "来源文件的 SHA-256（小写十六进制）";
    /// Column.
    encoding: "Encoding it was read in, as named by the Encoding Standard", "读取时所用编码";
    /// Column.
    bom: "Whether the file began with a byte order mark", "文件开头有无字节顺序标记";
    /// Column.
    bytes: "Size of the file (bytes)", "文件大小（字节）";
    /// Column.
    format: "Kind of file", "文件类型";
    /// Column.
    guide: "Document whose headings helped to restore a damaged text", "恢复受损文本时所依据的文件";
    /// Column.
    guide_sha256: "SHA-256 of the guide's file", "该依据文件的 SHA-256";
    /// Column.
    node: "Node: the path of printed ordinals, such as 2.1.2.10", "节点标识：印出序号的路径，如 2.1.2.10";
    /// Column.
    parent: "Node above; empty at the top", "上级节点；顶层为空";
    /// Column.
    citation: "How a reader cites it, such as 二（一）2（10）", "引用方式，如 二（一）2（10）";
    /// Column.
    node_kind: "Kind of node", "节点类型";
    /// Column.
    depth: "Depth in the tree, 1 at the top (levels)", "层级深度，顶层为 1";
    /// Column.
    is_task: "Whether it is a task: the deepest numbered node that commits somebody to something", "是否为任务：有所要求的最深一级编号节点";
    /// Column.
    num: "Number as printed, with its delimiters; empty where none is printed", "印出的编号（含标点）；未印出则为空";
    /// Column.
    num_style: "How the number is written", "编号样式";
    /// Column.
    num_value: "Value of the number (ordinal)", "编号数值（序数）";
    /// Column.
    heading: "Heading, without the number", "标题（不含编号）";
    /// Column.
    body: "The node's own text after number and heading", "节点自身文字（编号、标题之后）";
    /// Column.
    start: "First byte in the decoded text (bytes, from 0)", "在解码文本中的起点（字节，从 0 起）";
    /// Column.
    end: "One past the last byte in the decoded text (bytes)", "在解码文本中的终点（字节，不含）";
    /// Column.
    line: "Line of the start (from 1)", "起点所在行（从 1 起）";
    /// Column.
    column: "Column of the start (characters, from 1)", "起点所在列（字符，从 1 起）";
    /// Column.
    recovered_by: "What told of a node whose number is lost; empty for a printed one", "编号已失的节点由何而知；有编号则为空";
    /// Column.
    recovered_confidence: "How sure that is (0–1)", "恢复的把握程度（0–1）";
    /// Column.
    eid: "eId of the same piece in the Akoma Ntoso export", "Akoma Ntoso 导出中对应的 eId";
    /// Column.
    clause: "Clause: its node with h for a heading, s1, s2 … for a sentence", "条款标识：节点加 h（标题）或 s1、s2……（句）";
    /// Column.
    clause_node: "Node whose text it is part of", "所在节点";
    /// Column.
    clause_task: "Task it belongs to: its node or the nearest above; empty if none", "所属任务：本节点或最近的上级；无则为空";
    /// Column.
    clause_kind: "What the clause does", "条款类型";
    /// Column.
    wording: "Wording, without the number", "表述（不含编号）";
    /// Column.
    applies_province: "Whether a province can carry it out", "省级是否适用";
    /// Column.
    applies_city: "Whether a city can carry it out", "地市级是否适用";
    /// Column.
    applies_county: "Whether a county can carry it out", "县级是否适用";
    /// Column.
    reason: "Why, in the language of the export", "理由（按导出语言）";
    /// Column.
    task: "Task: its node", "任务节点";
    /// Column.
    role: "Part that the unit has in the task", "单位在任务中的角色";
    /// Column.
    unit: "Responsible unit as named, an elided prefix put back", "责任单位（补全省略的前缀）";
    /// Column.
    label: "Label as printed, without its colon", "印出的标签（不含冒号）";
    /// Column.
    responsibility_node: "Node that names the unit", "写明该单位的节点";
    /// Column.
    instrument_title: "Named document with its marks 《》", "所提文件名称（含书名号）";
    /// Column.
    verb: "Verb that governs it, if one does", "支配该文件的动词";
    /// Column.
    deadline: "Deadline or frequency in words", "时限或频次的原文";
    /// Column.
    recurring: "Whether it recurs", "是否为周期性";
    /// Column.
    reference: "Reference document", "上位规划";
    /// Column.
    reference_clause: "Clause of the reference", "上位规划条款";
    /// Column.
    local: "Local document", "地方文件";
    /// Column.
    local_clause: "Clause of the local document", "地方文件条款";
    /// Column.
    local_task: "Task that the local clause belongs to; joins responsibilities.task", "地方条款所属任务；与 responsibilities.task 相连";
    /// Column.
    confidence: "How sure the link is (0–1): of links at 0.8, eight in ten are right", "对应的把握程度（0–1）";
    /// Column.
    link_wording: "How the wording compares", "表述异同";
    /// Column.
    scope: "How much of the clause the link takes up", "承接范围";
    /// Column.
    force: "How binding the local wording is beside the reference", "力度变化";
    /// Column.
    moved: "Whether it lies outside the counterpart of its section", "是否移位";
    /// Column.
    decided_by: "Who decided: the program or a reader", "判定者：程序或人工";
    /// Column.
    chapter: "Chapter of the reference clause: its node", "上位规划条款所在章（节点）";
    /// Column.
    organisation: "Whether that chapter is on organisation and counted apart", "该章是否为组织实施（另计）";
    /// Column.
    status: "Status of the reference clause; a gap is about wording, not about work", "承接状态；未见对应指表述，不指工作";
    /// Column.
    coverage: "Share of its measures found in the linked wording (0–1)", "在对应表述中找到的比例（0–1）";
    /// Column.
    topic_only: "A gap whose topic was taken up", "是否仅概括承接";
    /// Column.
    applicability: "Whether the locality can carry it out", "本级是否适用";
    /// Column.
    counted: "Whether it counts in N of coverage: a measure, applicability local or mixed", "是否计入 N：措施，且适用或部分适用";
}
