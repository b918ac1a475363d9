use super::*;

#[test]
fn the_numbers_word_makes_stand_in_the_text() {
    let levels = level(0, "chineseCountingThousand", "%1、")
        + &level(1, "japaneseCounting", "（%2）")
        + &level(2, "decimal", "%3.")
        + &level(3, "decimalEnclosedCircle", "%4")
        + &level(4, "lowerLetter", "%5)");
    let numbering = list(0, &levels) + &instance(1, 0, "");
    let body = item(1, 0, "总则")
        + &item(1, 1, "目的")
        + &item(1, 1, "依据")
        + &item(1, 2, "修堤")
        + &item(1, 3, "备料")
        + &item(1, 4, "石料")
        + &p("无编号的段落")
        + &item(1, 2, "清淤")
        + &item(1, 0, "分则")
        + &item(1, 1, "范围")
        + &item(0, 0, "编号已取消")
        + &item(9, 0, "没有这个列表");
    assert_eq!(
        text_of(&word(&body, &numbering, "")),
        "一、总则\n（一）目的\n（二）依据\n1.修堤\n①备料\na)石料\n无编号的段落\n2.清淤\n二、分则\n（一）范围\n\
         编号已取消\n没有这个列表\n"
    );
}

/// Pattern, and what is printed before 总则 for the first item.
#[test]
fn a_blank_follows_only_where_number_and_text_would_run_together() {
    let cases = [
        ("chineseCounting", "第%1条", "总则", "第一条 总则\n"),
        ("decimal", "%1", "总则", "1 总则\n"),
        ("decimal", "%1.", "总则", "1.总则\n"),
        ("decimal", "%1.", "5亿元", "1. 5亿元\n"),
        ("decimal", "%1%", "总则", "1%总则\n"),
        ("bullet", "\u{F0B7}", "总则", "• 总则\n"),
        ("bullet", "——", "总则", "——总则\n"),
        ("none", "", "总则", "总则\n"),
        ("decimal", "", "总则", "总则\n"),
    ];
    for (format, pattern, paragraph, expected) in cases {
        let numbering = list(0, &level(0, format, pattern)) + &instance(1, 0, "");
        assert_eq!(
            text_of(&word(&item(1, 0, paragraph), &numbering, "")),
            expected,
            "{pattern}"
        );
    }
}

#[test]
fn counting_goes_on_and_begins_anew_as_in_word() {
    let levels = level(0, "decimal", "%1.") + &level(1, "decimal", "%1.%2");
    let legal = level(0, "chineseCounting", "第%1章")
        + "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/><w:isLgl/></w:lvl>";
    let running = level(0, "chineseCounting", "%1、")
        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"（%2）\"/>\
           <w:lvlRestart w:val=\"0\"/></w:lvl>";
    let start_5 = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    let cases = [
        // Two instances of one list count on together.
        (
            list(0, &levels) + &instance(1, 0, "") + &instance(2, 0, ""),
            item(1, 0, "甲") + &item(2, 0, "乙") + &item(1, 0, "丙"),
            "1.甲\n2.乙\n3.丙\n",
        ),
        // An instance with a start of its own begins there once.
        (
            list(0, &levels) + &instance(1, 0, "") + &instance(2, 0, start_5),
            item(1, 0, "甲") + &item(2, 0, "乙") + &item(2, 0, "丙"),
            "1.甲\n5.乙\n6.丙\n",
        ),
        (
            list(0, &levels) + &instance(1, 0, ""),
            item(1, 0, "甲")
                + &item(1, 1, "乙")
                + &item(1, 1, "丙")
                + &item(1, 0, "丁")
                + &item(1, 1, "戊"),
            "1.甲\n1.1 乙\n1.2 丙\n2.丁\n2.1 戊\n",
        ),
        // A level used before the one above it counts that one as begun.
        (
            list(0, &levels) + &instance(1, 0, ""),
            item(1, 1, "乙") + &item(1, 0, "甲"),
            "1.1 乙\n1.甲\n",
        ),
        (
            list(0, &legal) + &instance(1, 0, ""),
            item(1, 0, "甲") + &item(1, 1, "乙"),
            "第一章 甲\n1.1 乙\n",
        ),
        // `lvlRestart` 0: the second level runs on through the document.
        (
            list(0, &running) + &instance(1, 0, ""),
            item(1, 0, "甲") + &item(1, 1, "乙") + &item(1, 0, "丙") + &item(1, 1, "丁"),
            "一、甲\n（1）乙\n二、丙\n（2）丁\n",
        ),
        // Another pattern for one instance.
        (
            list(0, &levels)
                + &instance(
                    1,
                    0,
                    &format!(
                        "<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>",
                        level(0, "upperRoman", "%1、")
                    ),
                ),
            item(1, 0, "甲") + &item(1, 0, "乙"),
            "I、甲\nII、乙\n",
        ),
    ];
    for (numbering, body, expected) in cases {
        assert_eq!(
            text_of(&word(&body, &numbering, "")),
            expected,
            "{numbering}"
        );
    }
}

#[test]
fn numbers_and_hiding_come_through_styles() {
    let styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"/>\
        <w:style w:type=\"paragraph\" w:styleId=\"h1\"><w:basedOn w:val=\"a\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"plain\"><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"character\" w:styleId=\"secret\"><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"loop\"><w:basedOn w:val=\"loop\"/></w:style>\
        <w:style w:type=\"numbering\" w:styleId=\"ns\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let numbering = list(
        0,
        &(level(0, "chineseCounting", "%1、") + &level(1, "chineseCounting", "（%2）")),
    ) + "<w:abstractNum w:abstractNumId=\"7\"><w:numStyleLink w:val=\"ns\"/></w:abstractNum>"
        + &instance(1, 0, "")
        + &instance(2, 7, "");
    let in_style = |style: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = in_style("h1", "总则")
        + &in_style("h2", "目的")
        + &in_style("plain", "正文")
        + &in_style("loop", "循环")
        + &in_style("unknown", "未知")
        + &item(2, 0, "分则")
        + "<w:p><w:r><w:rPr><w:rStyle w:val=\"secret\"/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>明</w:t></w:r></w:p>";
    assert_eq!(
        text_of(&word(&body, &numbering, styles)),
        "一、总则\n（一）目的\n正文\n循环\n未知\n二、分则\n明\n"
    );
}
