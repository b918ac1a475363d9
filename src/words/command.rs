//! Help texts of the commands.

use super::Lang;

phrases! {
    /// The program.
    about: "Compares Chinese plans: who took up what", "比较规划文本：谁承接了什么";
    /// `plan list`
    list: "List the documents of the corpus", "列出语料库中的文件";
    /// `plan add`
    add: "Take in a folder of new documents: write the register that you then correct", "登记一个文件夹中的新文件：生成登记表，供核对改正";
    /// `plan show`
    show: "Show a document as a task tree with its units", "以任务树显示一份文件及其责任单位";
    /// `plan export`
    export: "Export documents as data", "导出文件的结构化数据";
    /// `plan import`
    import: "Read exported documents (JSON) back, and write them in any form that export has", "读回导出的文件（JSON），并以导出的任一格式写出";
    /// `plan report`
    report: "Write a page that shows what local plans took up, to open in any browser", "生成网页报告：各地承接情况、原文对读、责任单位与地方新增";
    /// `plan coverage`
    coverage: "Show what several local plans took up, as a matrix", "以矩阵显示多份地方文件的承接情况";
    /// `plan diff`
    diff: "Compare a local plan with the plan it answers to", "比较地方文件与其上位规划";
    /// `plan units`
    units: "Count the tasks of every responsible unit", "统计各责任单位的任务";
    /// `plan instruments`
    instruments: "Show what local plans do with the documents that a plan names", "显示各地对上位规划所列文件（法规、意见等）的处理";
    /// `plan ledger`
    ledger: "List the tasks of a document as a checklist, to keep up to date in Excel", "将文件的任务列成台账（任务分解表），可在 Excel 中填报";
    /// `plan explain`
    explain: "Explain why a clause is linked or has no counterpart", "说明某条款为何有对应或未见对应";
    /// `plan reuse`
    reuse: "Show which local plans share clauses that the reference does not have, and which was first", "显示哪些地方文件共有上位规划之外的条款、何者在先";
    /// `plan stream`
    stream: "Read documents as JSON lines and answer each with its tree, or with its comparison with REF", "逐行读入 JSON 文件，逐行输出其任务树，或与 REF 的比对结果";
    /// `plan check`
    check: "Look for faults in documents, and for differences from the manifest", "检查文件有无问题、与清单是否相符";
    /// `plan rule`
    rule: "Explain a code of `plan check`, or list all", "解释 plan check 的一个代码，或列出全部";
    /// `plan schema`
    schema: "Print the JSON Schema of a data form, or list the forms", "输出一种数据格式的 JSON Schema，或列出全部格式";
    /// `plan decisions`
    decisions: "Make use of a reader's decisions", "利用人工核定意见";
    /// `plan decisions to-gold`
    to_gold: "Make a crosswalk that `plan eval` scores against", "由核定意见生成可供 plan eval 使用的对照表";
    /// `plan completions`
    completions: "Print the script that completes commands, options and documents in a shell", "输出命令行补全脚本（命令、选项与文件名称）";
    /// `plan man`
    man: "Print the manual page; with -o FOLDER, write the pages of all commands", "输出手册页；加 -o 文件夹 则写出全部命令的手册页";
    /// `plan eval`
    eval: "Score alignments against crosswalks coded by hand", "以人工对照表评估比对结果";
}

/// Help texts of the arguments.
pub mod argument {
    use super::Lang;

    phrases! {
        /// Heading above the arguments of every command.
        everywhere: "Everywhere", "通用选项";
        /// `--lang`
        lang: "Language of messages and reports", "消息与报告的语言";
        /// `--color`
        color: "When to colour the output", "何时使用颜色";
        /// `--ascii`
        ascii: "Draw tables and marks with ASCII characters only", "表格与标记只用 ASCII 字符";
        /// `--corpus`
        corpus: "Use the corpus in this folder instead of the built-in one", "使用此文件夹中的语料库，代替内置语料库";
        /// `-o`
        output: "Write to this file; its extension sets the format", "写入此文件；其扩展名决定格式";
        /// `--guide`
        guide: "Restore damaged text by the headings of this document", "按此文件的标题恢复受损文本";
        /// `--no-guide`
        no_guide: "Restore damaged text from itself alone", "仅凭文本自身恢复受损文本";
        /// `--decisions`
        decisions: "Put a reader's decisions (saved by the report, or filled into the workbook) above the program's", "采用人工核定意见（报告中保存的文件，或填好的工作簿）";
        /// `--all` of `plan decisions to-gold`
        accept_rest: "Take as right what was not decided on, too", "未核定的也视为正确";
        /// `--max-bytes`
        max_bytes: "Refuse files larger than this [default: 104857600]", "拒绝超过此字节数的文件 [默认：104857600]";
        /// `--jobs`
        jobs: "Work on so many documents at a time [default: the processors there are]", "同时处理的文件数 [默认：处理器数]";
        /// `DIR`
        folder: "A folder of local plans, with those below it", "地方文件所在文件夹（含子文件夹）";
        /// `FOLDER` of `plan add`
        new_folder: "The folder that the documents lie in, with those below it", "文件所在的文件夹（含子文件夹）";
        /// `--register`
        register: "Take over the corrections made in this sheet (xlsx or csv)", "采用此登记表（xlsx 或 csv）中的改正";
        /// `--reference`
        reference: "The plan that the local plans answer to", "各地方文件的上位规划";
        /// `--locals`
        locals_folder: "Compare all documents of this folder and those below it; csv and json-lines are written as they come", "比较此文件夹（含子文件夹）中的全部文件；csv 与 json-lines 边处理边写出";
        /// `--max-levels`
        max_levels: "Keep what is nested deeper as siblings [default and most: 64]", "嵌套超过此层数的按同级处理 [默认及上限：64]";
        /// `--max-nodes`
        max_nodes: "Keep the text after this many pieces as one [default: 2000000]", "超过此段数的文本按一段处理 [默认：2000000]";
        /// `DOC`
        document: "An id or name of the corpus, a path, or - for standard input", "语料库中的标识或名称、文件路径，或 -（标准输入）";
        /// `--format`
        format: "Form of the output", "输出格式";
        /// `ID`
        node: "Show only this node: its id (2.1.2) or citation (二（一）2)", "只显示此节点：标识（2.1.2）或引用（二（一）2）";
        /// `--depth`
        depth: "Fold the tree below this depth", "只展开到此层级";
        /// `LOCAL…`
        locals: "Local plans; by default all of the corpus that answer to REF", "地方文件；默认为语料库中以 REF 为上位规划的全部文件";
        /// `--by`
        by: "Divide the reference by", "按何种单位划分上位规划";
        /// `--bom`
        bom: "Begin CSV with a byte order mark, so that Excel shows Chinese", "CSV 以字节顺序标记开头，使 Excel 正确显示中文";
        /// `--only`
        only: "Show only these (repeat, or separate by commas)", "只显示这些（可重复，或用逗号分隔）";
        /// `--chapter`
        chapter: "Show only this chapter of the reference: 四 or 4", "只显示上位规划的这一章：四 或 4";
        /// `--unit`
        unit: "Show only what concerns this responsible unit", "只显示涉及此责任单位的内容";
        /// `--unit` of `plan units`
        unit_tasks: "List the tasks of this unit, whatever its role", "列出该单位的全部任务，不论牵头、负责或协办";
        /// `--reference` of `plan ledger`
        rests_on: "The plan that the tasks rest on [default: the one that the manifest names]", "任务所依据的上位规划 [默认：清单所列]";
        /// `--by-lead`
        by_lead: "Add a sheet for each unit that leads", "为每个牵头单位另列一表";
        /// `[BETWEEN] LOCAL`
        diff_local: "The local plan; before it, a plan between that it answers to", "地方文件；之前可加其所依据的中间文件（如省级文件）";
        /// `--with`
        with: "Show who works with whom, as a matrix", "以矩阵显示哪些单位共同承担任务";
        /// `--match`
        pattern: "Show only clauses whose wording matches this regular expression", "只显示表述符合此正则表达式的条款";
        /// `--side-by-side`
        side_by_side: "Print both wordings side by side, differences marked", "并列显示两种表述，标出差异";
        /// `--exit-code`
        exit_code: "End with status 1 if not every clause is covered", "若非全部承接，以状态 1 结束";
        /// `REF:ID`
        explained: "A clause, or a paragraph with all its clauses: central:2.1.p1.s3, central:四（二）第3段", "一句，或一段的各句：central:2.1.p1.s3、central:四（二）第3段";
        /// `LOCAL[:ID]`
        explained_local: "The local plan; with an id or citation, only its pairs with these clauses", "地方文件；带标识或引用时，只说明与这些条款的配对";
        /// `PATH…`
        check_paths: "Documents and folders to check [default: the corpus]", "要检查的文件与文件夹 [默认：语料库]";
        /// `--select`
        select: "Report only these rules: codes, beginnings of codes, or names", "只报告这些规则：代码、代码开头或名称";
        /// `--ignore`
        ignore: "Leave these rules out: codes, beginnings of codes, or names", "不报告这些规则：代码、代码开头或名称";
        /// `--statistics`
        statistics: "Count by rule instead of listing", "按规则计数，不逐条列出";
        /// `--verbose`
        verbose: "List information too, not only warnings and errors", "除警告与错误外，也列出提示";
        /// `--exit-zero`
        exit_zero: "End with status 0 whatever is found", "无论发现什么，均以状态 0 结束";
        /// `--locked`
        locked: "Fail where a tree differs from the one recorded beside its document", "任务树与文件旁所记不符时，视为问题";
        /// `--update`
        update: "Record the tree of each document beside it: weihai.tree beside weihai.txt", "将任务树记录在文件旁：weihai.txt 旁的 weihai.tree";
        /// `CODE`
        rule: "A code (PLAN012), the beginning of one (PLAN01), or a name (number-gap)", "代码（PLAN012）、代码开头（PLAN01）或名称（number-gap）";
        /// `--with-links`
        with_links: "Compare too and add links and statuses: with the plan that each answers to, or with =REF", "同时比对，加入对应关系与承接状态：与各自的上位规划，或与 =REF";
        /// `FILE` of `plan import`
        exported: "A file that `plan export` wrote as JSON (plan.document/1 or plan.documents/1), or -", "plan export 写出的 JSON 文件（plan.document/1 或 plan.documents/1），或 -";
        /// `FORM` of `plan schema`
        schema: "A form: document, or with its version plan.document/1", "数据格式：document，或带版本的 plan.document/1";
        /// `SHELL`
        shell: "The shell", "命令行解释器";
        /// `COMMAND` of `plan man`
        page_of: "Only the page of this command", "只输出此命令的手册页";
        /// `GOLD`
        gold: "A crosswalk coded by hand (JSON)", "人工对照表（JSON）";
        /// `--alignment`
        alignment: "Score this alignment (plan.alignment/1) in place of the program's own", "评估此比对结果（plan.alignment/1），而非本程序的结果";
        /// `--calibration`
        calibration: "Show how often links are right by confidence", "按置信度显示链接的正确率";
        /// `--refit`
        refit: "Print a model fitted to these crosswalks", "输出拟合于这些对照表的模型";
    }
}
