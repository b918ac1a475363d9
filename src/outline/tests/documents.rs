//! Small documents, each for a thing that is easily got wrong. The snapshot
//! holds each with its tree and what was found in it.

use super::*;

#[rustfmt::skip]
const DOCUMENTS: &[(&str, &str)] = &[
    // What is a number, and where it ends.
    ("Full-width letters stand beside narrow ones", "引言\nＡ．甲乙\nＡ）丙丁\nB)戊己\nＢ．庚辛\n"),
    ("Roman numerals end at XXXIX", "引言\nXXXVIII. 甲\nXXXIX. 乙\nXXXX. 丙\n"),
    ("Figures end at 999", "引言\n997.甲\n998.乙\n999.丙\n1000.丁\n"),
    ("Blanks inside brackets", "引言\n（ 一 ）甲\n（ 二 ）、乙\n（a）丙\n（b）丁\n（甲）戊\n（乙）己\n（i）庚\n（ii）辛\n（A）壬\n（B）癸\n"),
    ("Roman signs", "引言\n（Ⅰ）甲\n（Ⅱ）乙\n（ⅰ）丙\n（ⅱ）丁\nⅠ、戊\nⅡ 己\nⅢ庚\n"),
    ("Dotted numbers with and without a last point", "引言\n1 总则\n1.1 目的\n1.1.1 法律\n1.1.1.1 宪法\n1.1.2 规章\n1.2 依据\n1.2.1. 甲\n2 职责\n2.1 领导\n"),
    ("Arabic numbers closed in every way", "引言\n1、2、3号线\n1、甲乙\n2、丙丁\n3，戊己\n4：庚辛\n5 、壬癸\n6 子丑\n"),
    ("Chinese numbers closed in every way", "引言\n一.甲\n二．乙\n三、丙\n四，丁\n五：戊\n六 己\n七）庚\n八是辛\n"),
    ("Numbers that are one character", "引言\n㊱甲\n㊲乙\n⓫丙\n⓬丁\n㉑戊\n㉒己\n⑴庚\n⑵辛\n⒈壬\n⒉癸\n"),
    ("Ordinals inside a line", "引言。一是，甲。二是乙。三是丙。\n第一，丁。第二，戊。\n其一，己。其二，庚。\n"),
    ("Ordinals of a law", "规定\n第 一 章　总则\n第 一 条 甲\n第一条之一 乙\n第二条【依据】丙\n第三条：丁\n第四条、戊\n第二章 分则\n第一节 己\n第五条(目的)庚\n第一款 辛\n第一项 壬\n"),
    ("Annexes and boxes", "方案\n一、甲\n二、乙\n附件1：丙\n一、丁\n附件 2 戊\n附录三\n己\n附表4:庚\n专栏1 辛\n专栏二：壬\n"),
    ("A single annex with its title after a colon", "方案\n一、甲\n二、乙\n附件1：丙\n一、丁\n"),
    ("Bullets", "方案\n一、甲\n——乙\n——丙\n- 丁\n-- 戊\n--- 己\n* 庚\n•辛\n－ 壬\n二、癸\n"),
    ("Markdown's signs before numbers", "# 某市方案\n## 一、甲\n### （一）乙\n**1.丙**\n***2.丁***\n#### 戊\n####### 己\n#庚\n## 二、辛\n"),
    ("Markdown's headings of one level before two kinds of number", "## 一、甲\n## （一）乙\n## （二）丙\n## 二、丁\n## （一）戊\n"),
    ("Markdown's levels against the usual order", "## 1.甲\n### 一、乙\n### 二、丙\n## 2.丁\n"),
    ("Roman numerals before letters are none", "引言\nI.abc\nII.def\n"),
    ("Numerals that stand in a row", "一、甲\n1.乙\n一 二 三 四\n二 三 四 五\n二、丙\n"),
    ("Items that begin with something that measures", "一、甲\n1.乙\n2.丙\n3.abc\n4.丁\n5.6%\n6.戊\n"),
    ("An item that begins with a date", "一、甲\n1.乙\n2.10月1日起施行。\n"),
    ("A number in an enumeration", "一、二、三产业\n二、三大任务\n三、四项措施。\n四、甲\n"),
    // Sequences.
    ("A list that begins anew after a colon", "一、甲\n1.乙\n2.丙\n3.丁\n另一方面：\n1.戊\n2.己\n二、庚\n"),
    ("A new list of one", "一、甲\n1.乙\n2.丙\n3.丁\n另一方面。\n1.戊\n二、庚\n"),
    ("A new list that skips its second", "一、甲\n1.乙\n2.丙\n3.丁\n另一方面。\n1.戊\n3.己\n二、庚\n"),
    ("A single number before a list", "一、甲\n5.乙\n说明。\n1.丙\n2.丁\n"),
    ("A list that runs on, begins at one, and runs on", "一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n（四）己\n三、庚\n（一）辛\n（二）壬\n四、癸\n（三）子\n"),
    ("Items that run on under sections that do not", "一、甲\n（一）子\n1.乙\n2.丙\n（二）丑\n3.戊\n二、丁\n（一）子\n4.辛\n5.庚\n（二）丑\n6.壬\n"),
    ("Lists seven levels down", "一、甲\n（一）乙\n1.丙\n（1）丁\n①子\n②丑\nA.寅\nB.卯\na.辰\nb.巳\n二、甲\n（一）乙\n1.丙\n（1）丁\n①子\n②丑\nA.寅\nB.卯\na.辰\nb.巳\n"),
    ("Gaps, one repeated, one out of order", "一、甲\n二、乙\n四、丙\n五、丁\n五、戊\n七、己\n六、庚\n十、辛\n"),
    ("Lists that begin late or at nought", "一、甲\n1.乙\n3.丙\n4.丁\n二、戊\n2.己\n3.庚\n三、辛\n0.壬\n1.癸\n"),
    ("Lists that begin at three and at nought and go on otherwise", "一、甲\n3.乙\n1.丙\n2.丁\n二、戊\n0.己\n2.庚\n"),
    ("One repeated in place of the next", "一、甲\n（一）乙\n（二）丙\n（二）丁\n（四）戊\n二、戊\n（一）乙\n（三）丙\n（三）丁\n（四）戊\n"),
    ("A misprint inside a line", "一、甲。1.子。2.丑。7.寅。4.卯。5.辰。\n二、乙\n"),
    ("A number lost inside a line", "一、甲。1.子。2.丑。4.寅。5.卯。二、乙\n"),
    ("Articles with branches", "第一条 甲\n第一条之一 乙\n第一条之二 丙\n第三条 丁\n第四条 戊\n"),
    ("Widths and separators that differ", "一、甲\n(一)乙\n（二）丙\n（三）丁\n1.戊\n2、己\n3.庚\n(1)辛\n（2）壬\n二、癸\n（一)子\n（二）丑\n⑴寅\n（2）卯\n"),
    ("Separators that differ between two", "一、甲\n1.子\n2、丑\n二、乙\n1.子\n2.丑\n三、丙\n1、子\n2.丑\n"),
    ("A narrow bracket among wide ones", "(一）甲\n（二）乙\n（三）丙\n"),
    ("A blank after one number of five", "1. 甲\n2.乙\n3.丙\n4.丁\n5.戊\n"),
    ("A level left out", "一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n1.己\n2.庚\n二、辛\n1.壬\n2.癸\n"),
    ("A number that opens its own usual parent", "（一）甲\n一、乙\n二、丙\n（二）丁\n一、戊\n（一）己\n（二）庚\n"),
    // Before the first number and after the last.
    ("A title over two lines between number and addressees", "某市人民政府文件\n某政发〔2019〕3号\n某市人民政府\n关于养老服务的实施意见\n（试行）\n各县（市、区）人民政府：\n为了养老，现提出如下意见。\n一、甲\n二、乙\n某市人民政府\n2019年3月4日\n（此件公开发布）\n"),
    ("A notice and what it hands on", "关于印发《某市养老方案》的通知\n各县：\n现印发。\n某市办公室\n2019年3月4日\n某市养老方案\n一、甲\n二、乙\n附件：1.丙\n2.丁\n"),
    ("A second document after signature and date", "一、甲\n二、乙\n某市人民政府\n2008年1月1日\n某市工作方案\n一、丙\n二、丁\n"),
    ("A title that begins with a bracket", "（草案）某市\n养老工作方案\n一、甲\n"),
    ("A title glued to a number", "方案某府发〔2019〕17号各区县：如下。\n一、甲\n"),
    ("A kind of document before an agency of one character", "某市养老方案府〔2019〕17号各区县：如下。\n一、甲\n"),
    ("A sentence about several", "某市关于养老的意见各县，如下：\n一、甲\n"),
    ("A last sentence that names a body", "一、甲\n二、乙。某市，人民政府2020年1月2日\n"),
    ("A date after the last sentence", "一、甲\n二、乙。2020年1月2日\n"),
    ("Dates that end no document", "一、甲\n二、乙\n2020年1月2日起施行至2021年12月31日\n2020年1月\n"),
    ("Contents below a title and a year", "某市国民经济和社会发展规划\n（2021—2025年）\n目 录\n一、总则......1\n二、分则......3\n一、总则\n甲。\n二、分则\n乙。\n"),
    ("Contents whose entries do not come again", "规划\n目 录\n一、总则 1\n二、分则 3\n第一部分 总论\n一、甲\n二、乙\n第二部分 分论\n三、丙\n"),
    ("Lists that a word opens", "一、甲\n1.乙\n2.丙\n附：1.丁\n2.戊\n4.己\n附件：\n1.庚\n2.辛\n二、壬\n"),
    // Headings, responsibilities, tables.
    ("A long sentence that begins as a stock heading does", "一、指导思想和总体目标的确立应当立足本地实际，充分考虑群众的需要，结合各部门的职责，统筹安排，稳步推进。\n二、主要任务\n"),
    ("A short sentence that begins as a stock heading does", "一、指导思想坚持统筹。\n二、主要任务\n"),
    ("Bullets with first sentences", "- 子。丑。\n- 寅。卯。\n- 辰。\n"),
    ("Brackets at the end of headings", "一、甲（市教育局、市财政局）\n二、乙（市教育局牵头）\n三、丙。（市教育局）。\n四、丁(责任单位:市局)\n"),
    ("Lines of responsibility for several and for one", "一、甲\n1.乙\n2.丙\n3.丁\n牵头单位：市局\n协办单位：县局\n4.戊\n牵头单位：市局\n协办单位：县局\n二、己\n1.庚\n责任部门：市局\n"),
    ("A line below tasks that name their own", "一、甲\n1.乙\n实施乙。（市教育局负责）\n2.丙\n实施丙。（市财政局负责）\n3.丁\n牵头单位：市局\n"),
    ("A line for all subitems of an item", "一、甲\n（一）乙\n1.丙\n（1）丁\n（2）戊\n牵头单位：市局\n2.己\n（1）庚\n牵头单位：市局\n"),
    ("Lines with a label nobody knows", "一、甲\n牵头单位：市局\n其他单位：县局\n备注：无\n二、乙\n联系单位：县局\n"),
    ("Chapters named inside a line of no law", "一、甲乙第一章 丙丁第二章 戊己\n二、庚\n"),
    ("A heading below its chapter's number", "办法\n第一章\n总则\n第一条 甲。\n第二章\n\n附 则\n第二条 乙。\n"),
    ("Lists inside their paragraph", "一、甲。（一）乙。（二）丙。1.丁；2.戊；3.己。\n二、按照第（一）项、第（二）项办理。（一）庚。（二）辛\n"),
    ("A table whose rows a blank line parts", "一、甲\n序号\n项目\n投资\n\n1\n修渠\n20\n\n3\n补路\n300\n\n合计\n320\n\n二、乙\n"),
    ("A table with a sum and a second group", "一、甲\n序号\n项目\n投资\n1\n修渠\n200\n2\n补路\n300\n合计\n500\n道路组\n1\n架桥\n50\n2\n挖井\n60\n二、乙\n"),
    ("A table with rows longer than its header and figures like ordinals", "一、甲\n序号\n项目\n备注\n1\n修渠\n甲局\n乙局\n200\n2\n补路\n3\n丙局\n300\n3\n植树\n甲局\n丁局\n400\n二、乙\n"),
    ("A table whose last row is short", "一、甲\n序号\n项目\n投资\n1\n修渠\n200\n2\n补路\n二、乙\n1.丙\n"),
    // Numbers that are lost.
    ("A title that stands for a section", "一、甲\n（一）乙\n1.子\n2.丑\n工作措施\n1.寅\n2.卯\n（三）丙\n1.辰\n2.巳\n二、丁\n（一）戊\n1.午\n2.未\n（二）己\n1.申\n2.酉\n"),
    ("A lost item of a list that runs on", "一、甲\n1.子\n2.丑\n二、乙\n3.寅\n4.卯\n三、丙\n5.辰\n6.巳\n四、丁\n未申\n8.酉\n"),
    ("A lost item after a line of responsibility", "1.开展甲。\n牵头单位：市局\n落实乙。\n说明丙。\n3.推进丁。\n"),
    ("A lost item that reads like a document", "1.子丑\n工作方案\n正文说明。\n3.寅卯\n"),
    ("A lost first item after a title", "某市工作方案\n落实甲\n正文。\n2.乙\n3.丙\n"),
    ("A document number is no lost item", "1.子丑\n某政发〔2019〕3号\n3.寅卯\n"),
    ("A title below its section loses no number", "一、甲\n1.子\n2.丑\n二、乙\n1.寅\n2.卯\n三、丙\n目标任务\n1.辰\n2.巳\n"),
    ("A title before a section that is there loses no number", "一、甲\n1.子\n2.丑\n工作措施\n1.寅\n2.卯\n二、乙\n1.辰\n2.巳\n三、丙\n1.午\n2.未\n"),
    ("A title after a line of responsibility opens a section", "一、甲\n1.子\n2.丑\n二、乙\n1.寅\n牵头单位：市局\n主要任务\n2.卯\n3.辰\n"),
];

/// Documents with long lines, as lost line breaks and pages leave them.
fn long() -> Vec<(&'static str, String)> {
    let clause = "坚持统筹协调，";
    let line = "为加强城市地下空间开发利用管理促进土地节约集约";
    let short = &line[..20 * "为".len()];
    let wide = "甲".repeat(80);
    vec![
        (
            "Indents are left of line breaks",
            format!(
                "一、{}。 　　二、甲乙   三、丙  丁　　　四、戊。   五、己总　　则\n",
                clause.repeat(60)
            ),
        ),
        (
            "Chapters after full stops in a line of middling length",
            format!("{}.一.甲乙.二.丙丁.三.戊己.四.庚辛", clause.repeat(70)),
        ),
        (
            "Chapters after full stops in a long line",
            format!("{}.一.甲乙.二.丙丁.三.戊己.四.庚辛", clause.repeat(160)),
        ),
        (
            "Lines broken at the widest width",
            "一二三四五六七八九"
                .chars()
                .map(|han| format!("{han}、甲乙\n{wide}\n{wide}\n丙。\n"))
                .collect(),
        ),
        (
            "Lines of two lengths are broken by no page",
            format!("{line}\n").repeat(5) + &format!("{short}\n").repeat(4),
        ),
        (
            "Lines of one length are broken by a page",
            format!("{line}\n{line}\n{short}理促\n权益。\n").repeat(9),
        ),
        (
            "Headings broken by a page",
            "一二三四五六七八九"
                .chars()
                .map(|han| {
                    format!("（{han}）{short}\n利用的目标\n　　{short}理\n{line}\n{line}\n权益。\n")
                })
                .collect(),
        ),
    ]
}

#[test]
fn trees_of_small_documents() {
    let mut drawn = String::new();
    let short = DOCUMENTS
        .iter()
        .map(|&(name, text)| (name, text.to_owned()));
    for (name, text) in short.chain(long()) {
        let outline = parse(&text, None);
        assert_tiled(&outline);
        let _ = write!(drawn, "## {name}\n{}", draw(&outline));
        for diagnostic in &outline.diagnostics {
            let fix = diagnostic.fix.as_ref().map(|fix| fix.text.as_str());
            let _ = writeln!(
                drawn,
                "! {} {} {}{}",
                diagnostic.node.as_deref().unwrap_or("-"),
                diagnostic.span.start,
                diagnostic.message(crate::words::Lang::En),
                fix.map_or(String::new(), |fix| format!(" → “{fix}”"))
            );
        }
        drawn.push('\n');
    }
    insta::assert_snapshot!("small-documents", drawn);
}
