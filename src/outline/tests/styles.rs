//! One small document for each way of numbering, and for each thing that only
//! looks like a number.

use super::*;

/// Ids and kinds of the numbered nodes, and what their number was printed as.
fn numbered(text: &str) -> String {
    let outline = parse(text, None);
    assert_tiled(&outline);
    let shown = |node: &Node| {
        let num = node.num?;
        Some(format!("{}={}", node.id, num.span.of(text)))
    };
    outline
        .nodes
        .iter()
        .filter_map(shown)
        .collect::<Vec<_>>()
        .join(" ")
}

fn ids(text: &str) -> String {
    let outline = parse(text, None);
    assert_tiled(&outline);
    let numbered = outline.nodes.iter().filter(|node| node.num.is_some());
    numbered
        .map(|node| node.id.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Two lines of each way of numbering.
#[rustfmt::skip]
const LINES: &[(Style, &str, &str)] = &[
    (Style::Part, "第一编 总则", "第二编 分则"),
    (Style::Part, "第一分编 通则", "第二分编 物权"),
    (Style::Part, "第一部分 总论", "第二部分 分论"),
    (Style::Chapter, "第一章 总则", "第二章 分则"),
    (Style::Chapter, "第 一 章　总则", "第 二 章　分则"),
    (Style::Division, "第一节 总则", "第二节 分则"),
    (Style::Article, "第一条 为了加强管理，制定本办法。", "第二条 本办法适用于本市。"),
    (Style::Article, "第一条为了加强管理，制定本办法。", "第二条本办法适用于本市。"),
    (Style::Paragraph, "第一款 甲乙", "第二款 丙丁"),
    (Style::Point, "第一项 甲乙", "第二项 丙丁"),
    (Style::Han, "一、总体要求", "二、主要任务"),
    (Style::Han, "一．总体要求", "二．主要任务"),
    (Style::Han, "一 总体要求", "二 主要任务"),
    (Style::Han, "壹、总体要求", "贰、主要任务"),
    (Style::HanParen, "（一）指导思想", "（二）基本原则"),
    (Style::HanParen, "(一) 指导思想", "(二) 基本原则"),
    (Style::HanParen, "（一）、指导思想", "（二）、基本原则"),
    (Style::HanParen, "㈠指导思想", "㈡基本原则"),
    (Style::Arabic, "1.甲乙", "2.丙丁"),
    (Style::Arabic, "1．甲乙", "2．丙丁"),
    (Style::Arabic, "1、甲乙", "2、丙丁"),
    (Style::Arabic, "１．甲乙", "２．丙丁"),
    (Style::Arabic, "⒈甲乙", "⒉丙丁"),
    (Style::ArabicHalfParen, "1）甲乙", "2）丙丁"),
    (Style::ArabicHalfParen, "1)甲乙", "2)丙丁"),
    (Style::ArabicParen, "（1）甲乙", "（2）丙丁"),
    (Style::ArabicParen, "(1)甲乙", "(2)丙丁"),
    (Style::ArabicParen, "（１）甲乙", "（２）丙丁"),
    (Style::ArabicParen, "⑴甲乙", "⑵丙丁"),
    (Style::Circled, "①甲乙", "②丙丁"),
    (Style::Circled, "❶甲乙", "❷丙丁"),
    (Style::Circled, "㊀甲乙", "㊁丙丁"),
    (Style::Roman, "Ⅰ.甲乙", "Ⅱ.丙丁"),
    (Style::Roman, "I. 甲乙", "II. 丙丁"),
    (Style::Roman, "ⅰ.甲乙", "ⅱ.丙丁"),
    (Style::Latin, "A.甲乙", "B.丙丁"),
    (Style::Latin, "a. 甲乙", "b. 丙丁"),
    (Style::LatinParen, "（a）甲乙", "（b）丙丁"),
    (Style::Stem, "甲、总论", "乙、分论"),
    (Style::Inline, "一是加强领导。", "二是落实责任。"),
    (Style::Inline, "第一，加强领导。", "第二，落实责任。"),
    (Style::Inline, "其一，加强领导。", "其二，落实责任。"),
    (Style::Chapter, "## 第一章 总则", "## 第二章 分则"),
    (Style::Han, "**一、总体要求**", "**二、主要任务**"),
    (Style::Markdown, "# 总则", "# 分则"),
    (Style::Part, "第一篇 总论", "第二篇 分论"),
    (Style::Chapter, "第1章 总则", "第2章 分则"),
    (Style::Article, "第１条 甲乙。", "第２条 丙丁。"),
    (Style::Part, "第一部分：总论", "第二部分：分论"),
    (Style::Article, "第一条【目的】为了加强管理。", "第二条【依据】依法制定。"),
    (Style::Han, "一.总体要求", "二.主要任务"),
    (Style::Han, "一　总体要求", "二　主要任务"),
    (Style::Han, "一、 总体要求", "二、 主要任务"),
    (Style::Han, "一, 总体要求", "二, 主要任务"),
    (Style::Han, "一，总体要求", "二，主要任务"),
    (Style::Han, "一：总体要求", "二：主要任务"),
    (Style::HanParen, "一）总体要求", "二）主要任务"),
    (Style::HanParen, "㈠、指导思想", "㈡、基本原则"),
    (Style::HanParen, "（壹）指导思想", "（贰）基本原则"),
    (Style::HanParen, "（一)指导思想", "（二)基本原则"),
    (Style::HanParen, "（一） 指导思想", "（二） 基本原则"),
    (Style::HanParen, "( 一 )指导思想", "( 二 )基本原则"),
    (Style::Arabic, "１、甲乙", "２、丙丁"),
    (Style::Arabic, "1.　甲乙", "2.　丙丁"),
    (Style::Arabic, "1 . 甲乙", "2 . 丙丁"),
    (Style::Arabic, "1 、甲乙", "2 、丙丁"),
    (Style::Arabic, "1，甲乙", "2，丙丁"),
    (Style::ArabicHalfParen, "1);甲乙", "2);丙丁"),
    (Style::Arabic, "01.甲乙", "02.丙丁"),
    (Style::Arabic, "1: 甲乙", "2: 丙丁"),
    (Style::Arabic, "1：甲乙", "2：丙丁"),
    (Style::ArabicParen, "（1）、甲乙", "（2）、丙丁"),
    (Style::ArabicParen, "（１）．甲乙", "（２）．丙丁"),
    (Style::Circled, "① 甲乙", "② 丙丁"),
    (Style::Circled, "➀甲乙", "➁丙丁"),
    (Style::Circled, "➊甲乙", "➋丙丁"),
    (Style::Roman, "Ⅰ、甲乙", "Ⅱ、丙丁"),
    (Style::Roman, "Ⅰ 甲乙", "Ⅱ 丙丁"),
    (Style::Roman, "ⅰ、甲乙", "ⅱ、丙丁"),
    (Style::Roman, "（Ⅰ）甲乙", "（Ⅱ）丙丁"),
    (Style::Roman, "（i）甲乙", "（ii）丙丁"),
    (Style::Roman, "i. 甲乙", "ii. 丙丁"),
    (Style::Latin, "A、甲乙", "B、丙丁"),
    (Style::Latin, "Ａ．甲乙", "Ｂ．丙丁"),
    (Style::LatinParen, "a）甲乙", "b）丙丁"),
    (Style::LatinParen, "(a) 甲乙", "(b) 丙丁"),
    (Style::LatinParen, "(A) 甲乙", "(B) 丙丁"),
    (Style::Stem, "甲.总论", "乙.分论"),
    (Style::Stem, "（甲）总论", "（乙）分论"),
    (Style::Inline, "一是，加强领导。", "二是，落实责任。"),
    (Style::Inline, "第一、加强领导。", "第二、落实责任。"),
    (Style::Inline, "其一、加强领导。", "其二、落实责任。"),
    (Style::Han, "### 一、总体要求", "### 二、主要任务"),
    (Style::HanParen, "## （一）指导思想", "## （二）基本原则"),
];

#[test]
fn every_style_is_read() {
    for &(style, first, second) in LINES {
        for text in [
            format!("{first}\n{second}\n"),
            format!("{first}\r\n\r\n　　{second}"),
        ] {
            assert_eq!(ids(&text), "1 2", "{first}");
            let outline = parse(&text, None);
            let nums = outline.nodes.iter().filter_map(|node| node.num);
            for num in nums {
                assert_eq!(num.style, style, "{first}");
            }
        }
    }
}

#[test]
fn circled_and_large_numbers_run_to_fifty() {
    let text: String =
        "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
            .chars()
            .map(|sign| format!("{sign}抓好落实\n"))
            .collect();
    let expected: Vec<String> = (1..=50).map(|nth| nth.to_string()).collect();
    assert_eq!(ids(&text), expected.join(" "));
    assert_eq!(ids("卅、甲\n卅一、乙\n"), "30 31");
    assert_eq!(
        ids("第九十九条 甲\n第一百条 乙\n第一百零一条 丙\n"),
        "99 100 101"
    );
}

#[test]
fn dotted_numbers_nest_by_their_parts() {
    assert_eq!(
        ids(
            "1 总则\n1.1 目的\n1.2 依据\n1.2.1 法律\n1.2.2 规章\n2 职责\n2.1 领导\n（1）市长\n（2）局长\n2.2 成员\n"
        ),
        "1 1.1 1.2 1.2.1 1.2.2 2 2.1 2.1.1 2.1.2 2.2"
    );
    assert_eq!(
        ids("1. 总则\n1.1. 目的\n1.2. 依据\n2. 职责\n"),
        "1 1.1 1.2 2"
    );
    assert_eq!(
        ids("一、总则\n1.1 目的\n1.2 依据\n二、职责\n2.1 领导\n2.1.1 市长\n"),
        "1 1.1 1.2 2 2.1 2.1.1"
    );
}

#[test]
fn an_article_keeps_its_branch_and_its_points() {
    let text = "第一章 总则\n第一条 为了管理，制定本办法。\n第二条 有下列情形之一的，处以罚款：\n（一）甲；\n（二）乙。\n情节严重的，从重处罚。\n第二条之一 本条为新增。\n第二章 附则\n第三条 本办法自印发之日起施行。\n";
    assert_eq!(
        numbered(text),
        "1=第一章 1.1=第一条 1.2=第二条 1.2.1=（一） 1.2.2=（二） 1.2~2=第二条之一 2=第二章 2.3=第三条"
    );
    let outline = parse(text, None);
    let kind = |id: &str| outline.find(id).map(|node| outline.nodes[node].kind);
    assert_eq!(kind("1"), Some(Kind::Chapter));
    assert_eq!(kind("1.2"), Some(Kind::Article));
    assert_eq!(kind("1.2.1"), Some(Kind::Point));
    assert_eq!(
        kind("1.2.p1"),
        Some(Kind::Paragraph),
        "the text after the points is the article's"
    );
    assert_eq!(faults(text), Vec::<String>::new());
}

#[test]
fn levels_follow_from_nesting() {
    for (text, expected) in [
        ("（一）甲\n1.乙\n2.丙\n（二）丁\n", "1 1.1 1.2 2"),
        ("一、甲\n1.乙\n（1）丙\n二、丁\n", "1 1.1 1.1.1 2"),
        (
            "一、甲\n1.乙\n二、丙\n（一）丁\n2.戊\n3.己\n（二）庚\n4.辛\n",
            "1 1.1 2 2.1 2.1.2 2.1.3 2.2 2.2.4",
        ),
        ("一、甲\n1.乙\n2、丙\n3.丁\n", "1 1.1 1.2 1.3"),
        (
            "第一章 甲\n一、乙\n二、丙\n第二章 丁\n一、戊\n",
            "1 1.1 1.2 2 2.1",
        ),
        (
            "A.甲\n1.乙\n2.丙\nB.丁\n1.戊\n2.己\n",
            "1 1.1 1.2 2 2.1 2.2",
        ),
        (
            "1.甲\n一、乙\n二、丙\n2.丁\n一、戊\n二、己\n3.庚\n一、辛\n二、壬\n",
            "1 1.1 1.2 2 2.1 2.2 3 3.1 3.2",
        ),
        (
            "一、甲\n1.乙\n2.丙\n（1）丁\n（2）戊\n①己\n②庚\n二、辛\n",
            "1 1.1 1.2 1.2.1 1.2.2 1.2.2.1 1.2.2.2 2",
        ),
        (
            "一、甲\n7.乙\n8.丙\n考察两项：\n1.丁\n2.戊\n9.己\n二、庚\n",
            "1 1.7 1.8 1.8.1 1.8.2 1.9 2",
        ),
    ] {
        assert_eq!(ids(text), expected, "{text}");
    }
}

#[test]
fn a_document_on_one_line_has_the_tree_of_its_lines() {
    let lines = [
        "为加强管理，提出如下意见。",
        "一、总体要求",
        "（一）指导思想。坚持以人为本。",
        "（二）工作目标。到2025年建成50个站点。",
        "二、主要任务",
        "（一）加强统筹。落实各项任务。（市财政局负责）",
        "具体措施：",
        "1．2021年底前建成平台。",
        "2．推进1.5万户改造；按照第（一）项执行。",
        "（二）完善机制。抓好落实。",
    ];
    let expected = "1 1.1 1.2 2 2.1 2.1.1 2.1.2 2.2";
    assert_eq!(ids(&lines.join("\n")), expected);
    assert_eq!(ids(&lines.concat()), expected);
    assert_eq!(ids(&lines.join(" 　　")), expected);
    let padded = format!("{}{}", "坚持统筹协调，".repeat(200), lines.concat());
    assert_eq!(ids(&padded), expected);
}

#[test]
fn without_line_breaks_numbers_follow_upon_words() {
    let lines = [
        "某市河道整治实施方案",
        "为整治河道，制定本方案。",
        "一、总体要求",
        "（一）目标任务",
        "1.统一、规范河道管理。",
        "2.周二、周三巡河，周四、周五清淤。",
        "（二）项目安排",
        "1.投资1.2亿元，疏浚2.5公里，见附件1、附件2、附件3。",
        "（1）修建堤防",
        "（2）清理淤泥",
        "责任单位：市水务局、市财政局",
        "2.专一、专业养护，第一、第二批试点推广",
        "责任单位：市水务局",
        "二、保障措施",
        "（三）落实经费",
        "1.列入预算",
        "2.一级、二级河道分别列支",
        "三、附带说明",
        "（四）款项拨付。按进度拨付。",
        "（五）目录公开。每年公开。",
    ];
    let expected = "1 1.1 1.1.1 1.1.2 1.2 1.2.1 1.2.1.1 1.2.1.2 1.2.2 2 2.3 2.3.1 2.3.2 3 3.4 3.5";
    let padding = "坚持统筹协调，".repeat(50);
    assert_eq!(ids(&lines.join("\n")), expected);
    assert_eq!(ids(&(lines.concat() + &padding)), expected);
    assert_eq!(ids(&(lines.join("　　") + &padding)), expected);
}

#[test]
fn one_lost_number_of_a_line_costs_no_other() {
    for lost in [
        "一、甲。（一）乙。（三）丁。（四）戊。二、己。",
        "一、甲。1.乙。3.丁。4.戊。二、己。",
    ] {
        let found = ids(lost);
        assert_eq!(found, "1 1.1 1.3 1.4 2", "{lost}");
    }
}

#[test]
fn articles_stand_in_the_middle_of_a_line() {
    let text = "第一章　总　则\n第一条　为了管理。第二条　依照第一条规定办理。第三条　有下列行为的：（一）甲；（二）乙。第四条　附则。\n";
    assert_eq!(ids(text), "1 1.1 1.2 1.3 1.3.1 1.3.2 1.4");
    assert_eq!(
        ids("第一章 总则 第一条 甲乙。\n第二条 丙丁。 第三条 戊己。\n"),
        "1 1.1 1.2 1.3"
    );
}

#[test]
fn text_that_only_looks_numbered_stays_text() {
    for text in [
        "2008年，全市完成投资3亿元。\n2009年，完成投资4亿元。\n",
        "3.5亿元用于建设。\n4.5亿元用于维护。\n",
        "一、二审案件由法院受理。\n",
        "第三条规定的情形除外。\n第四条规定的情形除外。\n",
        "按照第（一）项、第（二）项的规定办理。\n",
        "1\n甲\n20\n2\n乙\n30\n",
        "统一.开放.规范的市场。\n",
        "1\t甲市\t20\n2\t乙市\t30\n",
        "5G网络、4K电视。\n",
        "2、3号线建成通车。\n",
        "一是一，二是二。\n",
        "第一，不能等。\n",
    ] {
        assert_eq!(ids(text), "", "{text}");
    }
}

#[test]
fn text_that_only_looks_numbered_stays_text_among_true_numbers() {
    for text in [
        "一、甲\n1.乙\n2.丙\n2008年，完成投资。\n2009年，完成投资。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n3.5亿元用于建设。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n3.5%的增长。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n3、4号线建成。\n3.丁\n",
        "一、甲\n1.乙\n- 1 -\n2.丙\n— 2 —\n3.丁\n",
        "一、甲\n1.乙\n1\n2.丙\n2\n3.丁\n",
        "一、甲\n1.乙\n第1页 共3页\n2.丙\n3.丁\n",
        "一、甲\n1.按照第（一）项、第（二）项办理。\n2.依照（三）执行。\n3.丁\n",
        "一、甲\n1.一、二审案件。\n2.二、三产业。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n二、三产业融合发展。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n三、四线城市。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n第三条规定的情形除外。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n第一章所称的人员。\n3.丁\n",
        "一、甲\n1.到2010年增长1.5倍；2.5万人受益。\n2.丙\n3.丁\n",
        "一、甲\n1.乙统一.开放.规范\n2.丙\n3.丁\n",
        "一、甲\n1.乙（见附件1）\n2.丙，详见附件2\n3.丁\n",
        "一、甲\n1.电话：020-83120001。\n2.网址：1.2.3.4。\n3.丁\n",
        "一、甲\n1.乙\n2.10月1日起施行。\n3.丁\n",
        "一、甲\n1.乙。\n2.“一、二、三”工程。\n3.“（一）（二）”\n",
        "一、甲\n1.实施1个中心、2个平台。\n2.（1个）乙。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n12345热线。\n110报警。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n12.9运动纪念。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n1.0版平台。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n10月1日，开展活动。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n（2008年1月1日）\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n（2）号文件。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n（三）号文件。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n指标\t数值\n1\t20\n2\t30\n3.丁\n",
        "一、甲\n1.乙\n2.丙\nA股市场。\nB股市场。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n甲、乙双方协商。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n一些部门。一方面要加强。二者结合。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n一 二 三 四\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n三 年 行 动\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n3 个百分点。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n2.1亿元投资。\n2.2亿元投资。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n2.1万个。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n3.15活动。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n1.6米以上。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n①②③均可。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n五、六年级学生。\n3.丁\n",
        "一、甲\n1.乙\n2.丙\n七、八月份。\n3.丁\n",
    ] {
        assert_eq!(ids(text), "1 1.1 1.2 1.3", "{text}: {}", numbered(text));
    }
}

#[test]
fn a_number_may_be_followed_by_another() {
    for (text, expected) in [
        (
            "一、甲\n二、三大任务\n1.乙\n三、四项措施\n1.丙\n四、附则\n",
            "1 2 2.1 3 3.1 4",
        ),
        ("一、甲\n二、三个一批\n", "1 2"),
        ("1.甲\n2.5个工作日内办结。\n3.丙\n", "1 2 3"),
        ("1.甲\n2.12345热线。\n3.丙\n", "1 2 3"),
        ("1、甲\n2、3个工作日内办结。\n3、丙\n", "1 2 3"),
        ("（一）项目建设\n（二）款项拨付\n（三）号召全市\n", "1 2 3"),
    ] {
        assert_eq!(ids(text), expected, "{text}");
    }
}

#[test]
fn a_number_alone_in_a_cell_among_figures_is_text() {
    let text = "一、甲\n附表1　重大项目\n345700\n（1）\n北排工程\n60000\n（2）\n南排工程\n1200\n";
    assert_eq!(ids(text), "1 a1");
    assert_eq!(
        ids("一、甲\n（1）\n北排工程\n（2）\n南排工程\n"),
        "1 1.1 1.2"
    );
}

#[test]
fn numbers_restart_or_run_on_or_change_their_delimiter() {
    let chapters = |numbers: [&str; 6]| {
        let chapter = |nth: usize, name: &str| {
            let (first, second) = (numbers[2 * nth], numbers[2 * nth + 1]);
            format!("{name}\n{first}子\n{second}丑\n")
        };
        [
            chapter(0, "一、甲"),
            chapter(1, "二、乙"),
            chapter(2, "三、丙"),
        ]
        .concat()
    };
    for (numbers, expected) in [
        (
            ["（一）", "（二）", "（一）", "（二）", "（一）", "（二）"],
            "1 1.1 1.2 2 2.1 2.2 3 3.1 3.2",
        ),
        (
            ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"],
            "1 1.1 1.2 2 2.3 2.4 3 3.5 3.6",
        ),
        (
            ["1.", "2、", "3.", "4、", "5．", "6."],
            "1 1.1 1.2 2 2.3 2.4 3 3.5 3.6",
        ),
        (
            ["1.", "2、", "1.", "2、", "1、", "2."],
            "1 1.1 1.2 2 2.1 2.2 3 3.1 3.2",
        ),
        (
            ["(1)", "（2）", "(3)", "⑷", "（5)", "(6）"],
            "1 1.1 1.2 2 2.3 2.4 3 3.5 3.6",
        ),
    ] {
        let text = chapters(numbers);
        assert_eq!(ids(&text), expected, "{text}");
        assert_eq!(faults(&text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_item_may_begin_with_a_figure() {
    let text: String = (1..=12)
        .map(|nth| {
            format!(
                "{nth}.{}\n",
                if nth == 11 {
                    "121人才工程"
                } else {
                    "人才项目"
                }
            )
        })
        .collect();
    let outline = parse(&text, None);
    let node = outline.find("11").expect("item 11");
    assert_eq!(
        outline.nodes[node].num.map(|num| num.span.of(&text)),
        Some("11.")
    );
}

#[test]
fn contents_are_not_the_text() {
    let body = "一、总则\n甲。\n二、分则\n乙。\n";
    for contents in [
        "目　录\n一、总则......1\n二、分则......3\n",
        "目录\n一、总则\n二、分则\n\n",
        "# 目录\n一、总则 1\n二、分则 3\n",
    ] {
        assert_eq!(ids(&format!("规划\n{contents}{body}")), "1 2", "{contents}");
    }
}

#[test]
fn lists_of_attachments_and_notes_are_no_items() {
    let text = "一、甲\n1.乙\n注：1.丙\n2.丁\n2.戊\n附件：1.己\n2.庚\n\n某市人民政府\n2020年1月2日\n附件1\n己\n一、辛\n附件2\n庚\n";
    assert_eq!(ids(text), "1 1.1 1.2 a1 a1.1 a2");
    let outline = parse(text, None);
    assert!(
        outline.find("z.p1").is_some(),
        "the list of attachments follows the end"
    );
}

#[test]
fn lines_broken_by_a_page_are_joined() {
    let wide = "为加强城市地下空间开发利用管理促进土地节约集约利用";
    let first = &wide[..wide.len() - "集约利用".len()];
    let text: String = (1..=9)
        .map(|nth| {
            let han = numeral::to_han(nth);
            format!("第{han}条 {first}\n{wide}\n权益，制定本办法。\n  {nth}  \n")
        })
        .collect();
    let outline = parse(&text, None);
    assert_tiled(&outline);
    assert_eq!(outline.top().count(), 9, "{}", draw(&outline));
    assert_eq!(outline.nodes.len(), 9);
}

#[test]
fn two_documents_in_one_text_have_a_front_each() {
    let text = "甲的规定\n为管理甲，制定本规定。\n一、子\n（一）丑\n（二）寅\n二、卯\n（三）辰\n\n乙的规定\n为管理乙，制定本规定。\n一、子\n（一）丑\n";
    assert_eq!(ids(text), "1 1.1 1.2 2 2.3 1~2 1~2.1");
    let outline = parse(text, None);
    assert!(outline.find("0~2.t").is_some());
    assert_eq!(faults(text), Vec::<String>::new());
}

#[test]
fn a_title_that_stands_on_one_line_with_the_text_is_cut_off() {
    let text = "某市人民政府关于加快发展的意见某府发〔2019〕17号各区县人民政府：现提出如下意见。一、总则二、分则";
    let outline = parse(text, None);
    let title = outline.find("0.t").expect("a title");
    assert_eq!(
        outline.nodes[title].head.of(text),
        "某市人民政府关于加快发展的意见"
    );
}

#[test]
fn numbers_deeper_than_the_limit_become_siblings() {
    let nested = |deepest: usize| -> String {
        let lines = (2..=deepest).map(|parts| format!("{} 甲\n", vec!["1"; parts].join(".")));
        format!("1 甲\n{}", lines.collect::<String>())
    };
    assert_eq!(faults(&nested(64)), Vec::<String>::new());
    let outline = parse(&nested(80), None);
    assert_tiled(&outline);
    let deepest = outline.nodes.iter().map(|node| node.level).max();
    assert_eq!(deepest, Some(64));
    assert!(
        outline
            .diagnostics
            .iter()
            .any(|diagnostic| diagnostic.code() == "PLAN022")
    );
}

#[test]
fn a_chapter_may_bear_its_name_alone_or_on_the_line_below() {
    for (text, expected) in [
        (
            "规划\n总 则\n一、目的\n二、依据\n第一章 现状\n一、自然\n附  则\n一、解释\n",
            "0~2/总 则 0~2.1/目的 0~2.2/依据 1/现状 1.1/自然 2/附  则 2.1/解释",
        ),
        (
            "办法\n第一章\n总则\n第一条 甲乙。\n第二章\n附则\n第二条 丙丁。\n",
            "1/总则 1.1/ 2/附则 2.2/",
        ),
        // Without chapters it is a line like any other.
        ("办法\n总则\n一、甲\n二、乙\n附则\n", "1/甲 2/乙"),
    ] {
        let outline = parse(text, None);
        assert_tiled(&outline);
        let shown = |node: &Node| {
            let heading = node.heading.map_or("", |heading| heading.of(text));
            let numbered = node.num.is_some() || node.kind == Kind::Chapter;
            numbered.then(|| format!("{}/{heading}", node.id))
        };
        let found: Vec<_> = outline.nodes.iter().filter_map(shown).collect();
        assert_eq!(found.join(" "), expected, "{text}");
        assert_eq!(faults(text), Vec::<String>::new(), "{text}");
    }
    let text = "规划\n总 则\n一、目的\n第一章 现状\n附则\n";
    let outline = parse(text, None);
    let cited = |id: &str| outline.find(id).map(|node| outline.citation(node));
    assert_eq!(cited("2").as_deref(), Some("附则"));
}

#[test]
fn letters_stand_where_the_document_puts_them() {
    for (text, expected) in [
        (
            "I. 甲\nA. 乙\n1. 丙\n2. 丁\nB. 戊\nII. 己\nA. 庚\nB. 辛\n",
            "1 1.1 1.1.1 1.1.2 1.2 2 2.1 2.2",
        ),
        ("1. 甲\n2. 乙\n   1. 丙\n   2. 丁\n3. 戊\n", "1 2 2.1 2.2 3"),
        ("1. 甲\n2. 乙\n   1. 丙\n   2. 丁\n", "1 2 2.1 2.2"),
    ] {
        assert_eq!(ids(text), expected, "{text}");
    }
}

#[test]
fn a_table_with_a_cell_a_line_has_a_paragraph_a_row() {
    let rows = |text: &str| -> Vec<String> {
        let outline = parse(text, None);
        assert_tiled(&outline);
        let cells = |at: usize| -> Option<String> {
            let words: Vec<_> = outline.cells(at)?.map(|cell| cell.of(text)).collect();
            Some(words.join("|"))
        };
        (0..outline.nodes.len()).filter_map(cells).collect()
    };
    let expected = ["序号|项目|投资", "1|修渠|20", "2|补路。|3", "3|植树|40"];
    let table = "序号\n项目\n投资\n1\n修渠\n20\n2\n补路。\n3\n3\n植树\n40\n";
    assert_eq!(rows(&format!("一、甲\n{table}二、乙\n")), expected);
    assert_eq!(rows(&table.replace('\n', "\n\n")), expected);
    let parted = "序号\n项目\n投资\n\n1\n修渠\n20\n\n2\n补路。\n3\n\n3\n植树\n40\n\n";
    assert_eq!(rows(parted), expected);
    let again = format!("{table}合计\n63\n1\n架桥\n5\n2\n挖井\n6\n");
    assert_eq!(rows(&again)[4..], ["1|架桥|5", "2|挖井|6"]);
    assert_eq!(ids("一、甲\n序号\n甲\n乙\n二、丙\n"), "1 2");
}

#[test]
fn a_short_text_on_one_line_falls_apart_as_a_long_one() {
    assert_eq!(
        ids(
            "某市绿化条例第一章 总则第一条 为了绿化。第二条 依照第一条办理。第二章 附则第三条 本条例自公布之日起施行。"
        ),
        "1 1.1 1.2 2 2.3"
    );
    let text = "某县关于校车安全的意见各乡镇人民政府：提出以下意见。一、甲。二、乙。某县人民政府2020年1月2日";
    let outline = parse(text, None);
    assert_tiled(&outline);
    let words = |id: &str| {
        outline
            .find(id)
            .map(|node| outline.nodes[node].head.of(text))
    };
    assert_eq!(words("0.t"), Some("某县关于校车安全的意见"));
    assert_eq!(words("2"), Some("二、乙。"));
    assert_eq!(words("z.p1"), Some("某县人民政府"));
    assert_eq!(words("z.p2"), Some("2020年1月2日"));
}

#[test]
fn what_a_site_states_around_a_document_is_not_its_title() {
    let text = "首页\n索 引 号：0012\n名    称：关于养老服务的意见\n关于养老服务的意见\n来源：市办 发布时间：2021-03-04\n一、甲\n二、乙\n市办公室\n2021年3月4日\n附件下载：\n1.清单.doc\n2.标准.xls\n打印本页\n";
    assert_eq!(ids(text), "1 2");
    let outline = parse(text, None);
    let title = outline.find("0.t").expect("a title");
    assert_eq!(
        outline.nodes[title].head.of(text).trim_end(),
        "关于养老服务的意见"
    );
    assert!(outline.find("z.p6").is_some());
    for before in [
        "首页 | 新闻\n",
        "---\ntitle: 养老\n---\n\n",
        "当前位置：首页 > 文件\n",
    ] {
        let text = format!("{before}关于养老服务的意见\n一、甲\n二、乙\n");
        let outline = parse(&text, None);
        let title = outline.find("0.t").expect("a title");
        let title = outline.nodes[title].head.of(&text).trim_end();
        assert_eq!(title, "关于养老服务的意见", "{before}");
    }
}
