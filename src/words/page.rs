//! The phrases of the page for the browser, which holds both languages.

use super::Lang;

/// The phrase of this key.
pub fn phrase(key: &str, lang: Lang) -> &'static str {
    let found = PHRASES.iter().find(|(known, ..)| *known == key);
    let (_, en, zh) = found.expect("a key of the list");
    lang.pick(en, zh)
}

/// The sentences on the method and its limits, in their order.
pub fn method(lang: Lang) -> impl Iterator<Item = &'static str> {
    PHRASES
        .iter()
        .filter(|(key, ..)| key.starts_with("method_"))
        .map(move |(_, en, zh)| lang.pick(en, zh))
}

/// What a kind of change is called; one without a name is called as in data.
pub fn change(kind: &'static str, lang: Lang) -> &'static str {
    let named = PHRASES
        .iter()
        .find(|(key, ..)| key.strip_prefix("change_") == Some(kind));
    named.map_or(kind, |(_, en, zh)| lang.pick(en, zh))
}

/// Each phrase by its key, in English and Chinese. What stands in braces is
/// filled in by the page.
pub const PHRASES: &[(&str, &str, &str)] = &[
    // The frame.
    ("language", "English", "中文"),
    ("dark", "Dark", "深色"),
    ("light", "Light", "浅色"),
    ("help", "Keyboard help", "键盘帮助"),
    ("skip", "Skip to the content", "跳到正文"),
    ("views", "Views", "视图"),
    ("view_overview", "Overview", "总览"),
    ("view_read", "Read", "对读"),
    ("view_clauses", "Clauses", "条款"),
    ("view_units", "Units", "责任单位"),
    ("view_additions", "Additions", "地方新增"),
    ("view_decisions", "Decisions", "核定"),
    ("close", "Close", "关闭"),
    ("loading", "Loading {n} …", "正在载入 {n} 份……"),
    (
        "not_found",
        "{file} could not be loaded: keep the folder beside this page.",
        "无法载入 {file}：请将该文件夹与本页放在一起。",
    ),
    ("nothing", "Nothing matches.", "没有符合条件的内容。"),
    // The filters.
    ("filters", "Filters", "筛选"),
    ("city", "Place", "地方"),
    ("all_cities", "all ({n})", "全部（{n}）"),
    ("all", "all", "全部"),
    ("status", "Status", "承接状态"),
    ("chapter", "Chapter", "章"),
    ("applicability", "Applicability", "适用"),
    ("unit", "Unit", "责任单位"),
    ("no_units_short", "none listed", "文中未列"),
    ("search", "Search", "搜索"),
    ("search_hint", "words of the text", "原文字词"),
    ("clear", "Clear", "清除"),
    ("matching", "Matching: {n}", "符合条件：{n} 条"),
    // Statuses and verdicts.
    ("covered", "covered", "已承接"),
    ("partial", "partial", "部分承接"),
    ("gap", "no counterpart", "未见对应"),
    ("topic_only", "topic only", "概括承接"),
    (
        "gap_topic_only",
        "no counterpart, topic taken up",
        "未见对应（概括承接）",
    ),
    ("moved", "moved", "移位"),
    ("decided", "decided by a reader", "已核定"),
    ("taken_up_unasked", "taken up unasked", "主动承接"),
    ("applies_local", "local", "适用"),
    ("applies_mixed", "mixed", "部分适用"),
    ("applies_higher", "higher level", "上级职权"),
    ("applies_unclear", "unclear", "待核"),
    ("outside_n", "dashed: outside N", "虚线：不计入 N"),
    (
        "structure_linked",
        "heading or principle with a counterpart, outside coverage",
        "标题或原则表述，有对应，不计入承接",
    ),
    (
        "structure_unlinked",
        "heading or principle, outside coverage",
        "标题或原则表述，不计入承接",
    ),
    ("verbatim", "verbatim", "照录"),
    ("adapted", "adapted", "改写"),
    ("scope_whole", "whole", "全部"),
    ("scope_part", "part", "部分"),
    ("scope_wider", "wider", "扩展"),
    ("force_stronger", "stronger", "力度升"),
    ("force_same", "same force", "力度平"),
    ("force_weaker", "weaker", "力度降"),
    ("force_execution", "execution", "转为执行"),
    ("confidence", "confidence {n}", "置信 {n}"),
    ("by_program", "found by the program", "程序判定"),
    ("by_reader", "decided by a reader", "人工核定"),
    ("lead", "lead", "牵头"),
    ("support", "support", "协办"),
    ("responsible", "responsible", "负责"),
    (
        "change_instrument-localised",
        "instrument localised",
        "文件本地化",
    ),
    ("change_instrument-added", "instrument added", "增加文件"),
    ("change_number-added", "number added", "增加数量"),
    ("change_number-changed", "number changed", "数量变化"),
    ("change_deadline-added", "deadline added", "增加时限"),
    ("change_deadline-changed", "deadline changed", "时限变化"),
    ("change_frequency-added", "frequency added", "增加频次"),
    ("change_unit-added", "unit added", "明确责任单位"),
    (
        "gap_note",
        "“No counterpart” says that the text has no corresponding wording, never that the work was not done.",
        "“未见对应”仅指文本中没有对应表述，不表示工作未开展。",
    ),
    (
        "gap_wording",
        "No corresponding wording in this text.",
        "文本中未见对应表述。",
    ),
    // The overview.
    (
        "report_kind",
        "Which wording of the plan the places took up",
        "规划条款承接对照",
    ),
    (
        "report_sub",
        "Places: {n}. Measures in the plan: {clauses}.",
        "地方文件 {n} 份，规划措施 {clauses} 条。",
    ),
    ("heat_map", "Coverage by chapter and place", "各章承接情况"),
    (
        "heat_hint",
        "Each cell counts clauses, n of N. Open a chapter to see its clauses; follow a cell to the wordings.",
        "格内为条数（n/N）。点开章名查看各条，点格子查看原文对照。",
    ),
    (
        "heat_caption",
        "For each chapter and place: how many of the N measures that the place can carry out are covered; or partial; or topic only.",
        "各章各地：本级可承担措施 N 条中，已承接、含部分承接、含概括承接的条数。",
    ),
    (
        "heat_cell",
        "Wordings of this chapter: {city}",
        "查看本章原文对照：{city}",
    ),
    ("row_covered", "covered", "已承接"),
    ("row_or_partial", "or partial", "含部分"),
    ("row_or_topic", "or topic only", "含概括"),
    ("total", "Total", "合计"),
    ("none_counted", "none", "无"),
    (
        "organisation_apart",
        "organisation: counted apart",
        "组织实施，另计",
    ),
    ("order", "Order", "排序"),
    ("order_given", "as given", "原顺序"),
    ("order_most", "most covered first", "承接多者在前"),
    ("order_least", "least covered first", "承接少者在前"),
    ("totals", "Each place", "各地情况"),
    (
        "totals_caption",
        "Counts for each place, organisation chapters apart.",
        "各地合计，组织实施部分另计。",
    ),
    ("column_counted", "N", "计入 N"),
    ("column_covered", "covered", "已承接"),
    ("column_or_partial", "or partial", "含部分承接"),
    ("column_or_topic", "or topic only", "含概括承接"),
    ("column_means", "paragraph means", "按段平均"),
    ("column_organisation", "organisation", "组织实施"),
    ("column_higher", "higher level", "上级职权"),
    ("column_unclear", "unclear", "待核"),
    ("column_moved", "moved", "移位"),
    ("column_additions", "additions / tasks", "新增／任务"),
    // Clauses.
    ("clause", "Clause", "条款"),
    ("reference_wording", "Central wording", "中央表述"),
    ("local_wording", "Wording: {city}", "对应表述：{city}"),
    (
        "pairs_title",
        "Clause by clause: {city}",
        "逐条对照：{city}",
    ),
    ("clauses_title", "Clauses across places", "各条在各地的承接"),
    (
        "clauses_hint",
        "Follow a clause to see the wording of every place.",
        "点条目编号查看各地表述。",
    ),
    ("back_to_list", "Back to the list", "返回列表"),
    (
        "only_reference",
        "only in the central wording",
        "仅见于中央表述",
    ),
    ("only_local", "only in the local wording", "仅见于地方表述"),
    // Reading.
    ("reference_text", "Central text", "中央文本"),
    ("local_text", "Text: {city}", "地方文本：{city}"),
    ("panel", "The clause chosen", "所选条款"),
    (
        "choose_clause",
        "Choose a sentence on either side to see its counterparts; j and k step through the clauses.",
        "点任一侧的句子查看对应表述；按 j、k 逐条前后移动。",
    ),
    (
        "outside",
        "Outside N: {higher} of a higher level, {unclear} unclear.",
        "不计入 N：上级职权 {higher} 条，待核 {unclear} 条。",
    ),
    ("counterparts", "Counterparts: {n}", "对应表述 {n} 处"),
    ("links_to", "Central clauses: {n}", "对应中央条款 {n} 条"),
    (
        "addition",
        "not found in the central text, source to be checked",
        "中央文本未见，来源待核",
    ),
    ("has_central", "has a central counterpart", "有中央对应条款"),
    ("nearest", "Nearest local sentences", "最接近的地方表述"),
    (
        "below",
        "{n}: below what counts as a link",
        "{n}，未达对应标准",
    ),
    (
        "elsewhere",
        "The same clause elsewhere",
        "同一条款在其他地方",
    ),
    ("across", "All wordings of this clause", "查看各地表述"),
    // Decisions.
    ("decide", "Decide", "核定"),
    ("as_found", "as found", "按程序判定"),
    ("confirm", "Confirm", "确认对应"),
    ("reject", "Reject", "否定对应"),
    ("add", "Is a counterpart", "认定为对应"),
    ("undo", "Undo", "撤销"),
    ("rejected", "Rejected:", "已否定："),
    ("remark", "Remark", "备注"),
    (
        "add_link",
        "Add a counterpart from the text",
        "从地方文本中选定对应",
    ),
    (
        "picking",
        "Choose a sentence of the local text (Esc to stop)",
        "请点选地方文本中的句子（Esc 取消）",
    ),
    (
        "decisions_note",
        "Decisions are kept in this browser until saved. Save them as a file and pass it on, load it here again, or give it to `plan diff --decisions`.",
        "核定意见暂存于本浏览器。可保存为文件转交他人、在此重新载入，或用于 `plan diff --decisions`。",
    ),
    ("no_decisions", "No decisions yet.", "尚无核定意见。"),
    ("save", "Save decisions.json", "保存 decisions.json"),
    ("load", "Load a file", "载入文件"),
    (
        "loaded",
        "{file}: {city}, taken in {taken}, no longer applying {lapsed}.",
        "{file}：{city}，载入 {taken} 条，不再适用 {lapsed} 条。",
    ),
    (
        "no_decisions_file",
        "This is no file of decisions (plan.decisions/1).",
        "这不是核定意见文件（plan.decisions/1）。",
    ),
    (
        "no_such_city",
        "This report does not hold {city}.",
        "本报告中没有 {city}。",
    ),
    ("decision", "Decision", "核定"),
    ("local_clause", "Local clause", "地方条款"),
    ("action_confirm", "link confirmed", "确认对应"),
    ("action_reject", "link rejected", "否定对应"),
    ("action_add", "link added", "增加对应"),
    ("action_status", "status", "承接状态"),
    ("action_applicability", "applicability", "适用"),
    ("action_remark", "remark", "备注"),
    ("lapsed", "No longer applying", "不再适用的核定意见"),
    (
        "lapsed_clause_gone",
        "the clause is not in this plan",
        "规划中已无此条",
    ),
    (
        "lapsed_clause_changed",
        "the clause's wording has changed",
        "该条表述已变化",
    ),
    (
        "lapsed_local_gone",
        "the local clause is gone",
        "地方文本中已无此句",
    ),
    (
        "lapsed_local_changed",
        "the local wording has changed",
        "地方表述已变化",
    ),
    ("lapsed_unknown", "not understood", "无法识别"),
    // Units and additions.
    (
        "units_title",
        "Responsible units: {city}",
        "责任单位：{city}",
    ),
    (
        "units_caption",
        "Units with the number of their tasks by role",
        "各单位任务数（按角色）",
    ),
    ("tasks", "tasks", "任务"),
    (
        "choose_unit",
        "Choose a unit to see its tasks.",
        "点单位名称查看其任务。",
    ),
    ("unit_tasks", "Tasks: {n}", "任务 {n} 项"),
    ("rests_on", "rests on", "依据"),
    ("no_links", "no counterpart of its own", "本句无直接对应"),
    (
        "no_units",
        "The document lists no responsible units.",
        "文中未列责任单位。",
    ),
    (
        "additions_note",
        "Local tasks not found in the central text. Where they come from is to be checked: often the plan of the province between.",
        "中央文本未见的地方任务。来源待核：往往出自中间层级（省级）的文件。",
    ),
    ("shared_title", "Shared by several places", "多地共有的新增"),
    ("shared_count", "groups: {n}", "{n} 组"),
    (
        "shared_note",
        "Additions that say nearly the same point to a common source between, such as the plan of the province.",
        "表述相近的新增任务，或出自共同的中间来源（如省级文件）。",
    ),
    ("shared_by", "{n} of {all} places", "{all} 地中 {n} 地"),
    (
        "additions_of",
        "{n} of {tasks} tasks",
        "任务 {tasks} 项中 {n} 项",
    ),
    ("choose_city", "Choose a place.", "请选择地方。"),
    // The footnote.
    ("method", "Method and its limits", "方法与局限"),
    (
        "method_unit",
        "Unit of comparison: the sentence (to 。！？), on both sides; a heading is one clause. Clauses are measures, rhetoric or headings; only measures are counted.",
        "比较单元：双方均以句（以。！？为界）为一条，标题单独为一条。条款分为措施、原则表述、标题，仅措施计入承接。",
    ),
    (
        "method_coverage",
        "Coverage of wording, not of work: n of N clauses, unweighted. The mean over paragraphs stands beside it as a check.",
        "所计为表述的承接，不是工作的开展：以条数 n/N 表示，不加权；另列按段平均，供核对。",
    ),
    (
        "method_rows",
        "Three rows: covered (all that the clause commits to is found); or partial; or topic only (a gap whose paragraph or section was taken up in one line).",
        "三行依次为：已承接（所列措施均有对应）；含部分承接；含概括承接（本句未见对应，但所在段落或标题已概括承接）。",
    ),
    (
        "method_applicability",
        "N holds the measures that a locality of this level can carry out, wholly or in part. What is a higher level's duty or unclear is listed apart, with its reason; chapters on organisation and supervision of the plan itself are counted apart.",
        "N 为本级可承担（适用、部分适用）的措施。上级职权与待核者另列并注明理由；组织领导、监督检查等组织实施部分另计。",
    ),
    (
        "method_moved",
        "Moved: the local clause lies outside the local division that holds most of its section's counterparts; printed numbers are never compared.",
        "移位：对应句不在该节主要对应的地方章节之内；不比较序号本身。",
    ),
    (
        "method_confidence",
        "Confidence is the program's estimate that a link is right; reader's decisions carry none.",
        "置信为程序对该对应成立与否的估计；人工核定者不标置信。",
    ),
    (
        "method_additions",
        "An addition is a local task without a counterpart in the central text. Only a comparison with the documents between can tell whether it is the place's own.",
        "地方新增：中央文本未见的任务。须与中间层级文件比对，方可判断是否本地自创。",
    ),
    (
        "method_marks",
        "Marked wording is found by comparing characters; single characters in common are taken as chance.",
        "差异标记按字比对得出，孤立的单字相同视为偶合。",
    ),
    (
        "method_limits",
        "Limits: the program compares wording and knows no facts; annexes and later documents that are not in the corpus are not seen; damaged text is restored as far as its own signs allow.",
        "局限：程序只比较表述，不掌握事实；未收入语料库的附件与后续文件不在比较之列；受损文本仅按其自身线索恢复。",
    ),
    ("accuracy", "Measured accuracy", "实测准确度"),
    (
        "accuracy_how",
        "Against crosswalks coded by hand, each judged by a model that had not seen it. Precision: of what the program says, how much the coders say too. Recall: of what the coders say, how much the program finds. Two coders agree with each other to 0.97 (link F1).",
        "与人工编码对照表相比；判定每份对照表所用的模型均未见过该表。精确率：程序判定中与人工一致者所占比例；召回率：人工判定中被程序找到者所占比例。两位编码员之间的一致程度为 0.97（链接 F1）。",
    ),
    ("crosswalk", "crosswalk", "对照表"),
    ("link_precision", "link precision", "链接精确率"),
    ("link_recall", "link recall", "链接召回率"),
    (
        "gap_precision",
        "no counterpart: precision",
        "未见对应精确率",
    ),
    ("gap_recall", "no counterpart: recall", "未见对应召回率"),
    (
        "accuracy_ask",
        "All figures are printed by",
        "全部指标可由此命令列出：",
    ),
    ("documents", "Documents compared", "比较的文件"),
    (
        "guided",
        "(restored by the headings of {guide})",
        "（按 {guide} 的标题恢复）",
    ),
    ("and_more", "and {n} more", "另有 {n} 份"),
    ("made_by", "Made by {program}.", "由 {program} 生成。"),
    // The keyboard.
    ("keys", "Keyboard", "键盘操作"),
    ("keys_0", "next, previous clause", "下一条、上一条"),
    (
        "keys_1",
        "next counterpart of the clause",
        "该条的下一处对应",
    ),
    (
        "keys_2",
        "to the local text, back to the central text",
        "转到地方文本、返回中央文本",
    ),
    ("keys_3", "next place", "下一个地方"),
    ("keys_4", "search", "搜索"),
    ("keys_5", "views", "切换视图"),
    (
        "keys_6",
        "let go of the clause, clear the filters",
        "取消所选条款，清除筛选",
    ),
    ("keys_7", "this help", "本帮助"),
];
