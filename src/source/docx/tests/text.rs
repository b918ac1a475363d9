use super::*;

#[test]
fn a_paragraph_is_a_line() {
    let cases = [
        (p("一、总则") + &p("二、分则"), "一、总则\n二、分则\n"),
        (p("一、总则") + "<w:p/>" + &p("二、分则"), "一、总则\n\n二、分则\n"),
        (p("&#26085;期&amp;&lt;试行&gt;&#x4E00;"), "日期&<试行>一\n"),
        (
            "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>".into(),
            "甲\t乙\n丙\n",
        ),
        (
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:br w:type=\"page\"/><w:t>甲</w:t></w:r></w:p>".into(),
            "甲\n",
        ),
        (
            "<w:p><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>接</w:t></w:r></w:smartTag></w:p>".into(),
            "链接\n",
        ),
        (
            "<w:p><w:r><w:t>A</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>\
             <w:sym w:char=\"2460\"/></w:r></w:p>".into(),
            "A-①\n",
        ),
        (
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>han</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase>\
             </w:ruby></w:r></w:p>".into(),
            "汉\n",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(text(&body), expected, "{body}");
    }
}

#[test]
fn what_is_not_printed_is_left_out() {
    let cases = [
        (
            "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>",
            "新\n",
        ),
        (
            "<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>",
            "移来\n",
        ),
        (
            "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>\
             <w:p><w:r><w:t>后半</w:t></w:r></w:p>",
            "前半后半\n",
        ),
        (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>",
            "显\n",
        ),
        (
            "<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r></w:p>",
            "显\n",
        ),
        (
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>码</w:t></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r>\
             <w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>页</w:t></w:r></w:p>",
            "3页\n",
        ),
        (
            "<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/><w:commentReference w:id=\"1\"/></w:r></w:p>",
            "正文\n",
        ),
        (
            "<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>\
             <w:r><w:t>甲</w:t></w:r></w:p>",
            "甲\n",
        ),
        (
            "<w:p><w:r><w:t>填</w:t></w:r></w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\
             <w:p><w:r><w:t>单击此处输入</w:t></w:r></w:p></w:sdtContent></w:sdt>\
             <w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>已填</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "填\n已填\n",
        ),
        (
            "<w:p><w:r><w:t>甲</w:t><w:object><wp:posOffset>120</wp:posOffset></w:object></w:r></w:p>",
            "甲\n",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(text(body), expected, "{body}");
    }
}

#[test]
fn a_text_box_is_read_once_after_its_paragraph() {
    let content = format!(
        "<w:txbxContent>{}{}</w:txbxContent>",
        p("专栏1 重点工程"),
        p("修堤")
    );
    let body = format!(
        "<w:p><w:r><w:t>见</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{content}</w:drawing>\
         </mc:Choice><mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:t>专栏</w:t></w:r></w:p>{}",
        p("后文")
    );
    assert_eq!(text(&body), "见专栏\n专栏1 重点工程\n修堤\n后文\n");
    let only_fallback = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    assert_eq!(text(&only_fallback), "\n专栏1 重点工程\n修堤\n");
}

#[test]
fn a_table_row_is_a_line_and_its_cells_keep_their_columns() {
    let cell = |properties: &str, paragraphs: &[&str]| {
        let content: String = paragraphs.iter().map(|text| p(text)).collect();
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
    };
    let table = |rows: &[String]| {
        let rows: String = rows
            .iter()
            .map(|row| format!("<w:tr>{row}</w:tr>"))
            .collect();
        format!("<w:tbl>{rows}</w:tbl>")
    };
    let cases = [
        (
            table(&[
                cell("", &["任务"]) + &cell("", &["牵头单位"]),
                cell("", &["修堤", "清淤"]) + &cell("", &["甲局"]),
            ]),
            "任务\t牵头单位\n修堤 清淤\t甲局\n",
        ),
        (
            table(&[
                cell("<w:vMerge w:val=\"restart\"/>", &["防汛"]) + &cell("", &["修堤"]),
                cell("<w:vMerge/>", &[""]) + &cell("", &["清淤"]),
            ]),
            "防汛\t修堤\n\t清淤\n",
        ),
        (
            table(&[cell("<w:gridSpan w:val=\"2\"/>", &["合计"]) + &cell("", &["3"])]),
            "合计\t\t3\n",
        ),
        (
            table(&[format!(
                "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}",
                cell("", &["甲"]),
                cell("", &["乙"])
            )]),
            "\t甲\t乙\n",
        ),
        (
            table(&[cell("", &["专栏", "一、修堤"])]),
            "专栏\n一、修堤\n",
        ),
        (
            table(&[format!(
                "<w:trPr><w:del w:id=\"1\"/></w:trPr>{}{}",
                cell("", &["删"]),
                cell("", &["去"])
            )]) + &p("甲"),
            "甲\n",
        ),
        (
            table(&[format!(
                "<w:tc>{}{}</w:tc>{}",
                p("外"),
                table(&[cell("", &["内一"]) + &cell("", &["内二"])]),
                cell("", &["右"])
            )]),
            "外 内一 内二\t右\n",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(text(&body), expected, "{body}");
    }
}

#[test]
fn the_source_says_that_it_was_a_word_document() {
    let bytes = word(&(p("一、总则") + &p("内容")), "", "");
    let source = read(&bytes, "plan.docx", &Limits::default()).unwrap();
    assert_eq!(source.text, "一、总则\n内容\n");
    assert_eq!(
        (source.format, source.encoding, source.bytes),
        (Format::Docx, "utf-8", bytes.len())
    );
}

/// Quadratic work or recursion would not end well here.
#[test]
fn deep_nesting_is_read_in_linear_time() {
    for (open, close) in [
        ("<w:sdt>", "</w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
        (
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/>",
            "</w:r></w:p>",
        ),
    ] {
        let body = format!("{}{}{}", open.repeat(30_000), p("甲"), close.repeat(30_000));
        let document = root("document", &body);
        assert!(
            body::lines(&document, &Styles::default(), Numbering::default()).is_ok(),
            "{open}"
        );
    }
}

proptest! {
    #[test]
    fn any_soup_of_elements_is_read_or_refused(parts in proptest::collection::vec(
        prop::sample::select(&[
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>甲</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>",
            "</w:tc>", "<w:txbxContent>", "</w:txbxContent>", "<w:fldChar w:fldCharType=\"end\"/>",
            "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"separate\"/>", "<w:gridSpan w:val=\"999\"/>",
            "<w:numId w:val=\"1\"/>", "<mc:AlternateContent>", "</mc:AlternateContent>", "<mc:Choice>", "</mc:Choice>",
            "<w:del>", "</w:del>", "&#26085;", "&#0;", "&x;", "<!-- -->", "<![CDATA[乙]]>",
        ][..]), 0..40)) {
        let _ = body::lines(&root("document", &parts.concat()), &Styles::default(), Numbering::default());
        let _ = body::lines(&parts.concat(), &Styles::default(), Numbering::default());
    }
}
