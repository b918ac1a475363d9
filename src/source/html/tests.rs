use super::*;
use proptest::prelude::*;

/// Page → its lines.
#[test]
fn blocks_become_lines_and_white_space_is_read_as_a_browser_does() {
    let cases = [
        ("<p>一、总则</p><p>二、分则</p>", "一、总则\n二、分则\n"),
        (
            "<div>一、总则<br>（一）目的</div>",
            "一、总则\n（一）目的\n",
        ),
        ("<p>甲</p><p><br></p><p>&nbsp;</p><p>乙</p>", "甲\n\n乙\n"),
        ("<p>甲<br></p><p>乙</p>", "甲\n乙\n"),
        ("<p><span>一、</span>\n  <b>总则</b></p>", "一、总则\n"),
        ("<p>到2030年\n  建成</p>", "到2030年建成\n"),
        ("<p>GB 9704\nof 2012</p>", "GB 9704 of 2012\n"),
        (
            "<p>&nbsp;&nbsp;市政府&nbsp; 办公室&nbsp;</p>",
            "市政府 办公室\n",
        ),
        ("<p>　　缩进照旧</p>", "　　缩进照旧\n"),
        (
            "<p>&#26085;&#x671F;&lt;试行&gt;&amp;&ldquo;一&rdquo;&mdash;</p>",
            "日期<试行>&“一”—\n",
        ),
        ("<p>一<p>二<div>三", "一\n二\n三\n"),
        ("<pre>第一行\n第二行</pre>", "第一行\n第二行\n"),
        (
            "<p>甲<!-- 批注 -->乙<![if !supportLists]>丙</p>",
            "甲乙丙\n",
        ),
        ("<p>零宽\u{200B}字符</p>", "零宽字符\n"),
        (
            "前言\n后记<p>正文在此</p><p>正文在此</p>",
            "前言\n后记\n正文在此\n正文在此\n",
        ),
    ];
    for (html, expected) in cases {
        assert_eq!(extract(html), expected, "{html}");
    }
}

#[test]
fn a_table_row_is_a_line_and_its_cells_keep_their_columns() {
    let cases = [
        (
            "<table><tr><th>任务</th><th>牵头单位</th></tr><tr><td>修堤</td><td>市水利局</td></tr></table>",
            "任务\t牵头单位\n修堤\t市水利局\n",
        ),
        (
            "<table><tr><td><p>修堤</p><p>清淤</p><td>甲局<br>乙局</table>",
            "修堤 清淤\t甲局 乙局\n",
        ),
        (
            "<table><tr><td rowspan=2>防汛</td><td>修堤</td></tr><tr><td>清淤</td></tr></table>",
            "防汛\t修堤\n\t清淤\n",
        ),
        (
            "<table><tr><td colspan=2>合计</td><td>3</td></tr></table>",
            "合计\t\t3\n",
        ),
        (
            "<table><tr><td></td><td>甲</td><td>乙</td></tr></table>",
            "\t甲\t乙\n",
        ),
        // A table that lays out the page is no table.
        (
            "<table><tr><td><p>一、总则</p><p>二、分则</p></td></tr></table>",
            "一、总则\n二、分则\n",
        ),
        (
            "<table><tr><td>左</td><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>",
            "左\n甲\t乙\n",
        ),
        ("<tr><td>甲</td><td>乙</td></tr>", "甲\t乙\n"),
    ];
    for (html, expected) in cases {
        assert_eq!(extract(html), expected, "{html}");
    }
}

#[test]
fn list_items_show_the_number_a_browser_shows() {
    let cases = [
        ("<ol><li>修堤<li>清淤</ol>", "1.修堤\n2.清淤\n"),
        (
            "<ol start=3><li>修堤<li value=7>清淤<li>护岸</ol>",
            "3.修堤\n7.清淤\n8.护岸\n",
        ),
        ("<ol type=a><li>修堤<li>清淤</ol>", "a.修堤\nb.清淤\n"),
        ("<ol><li>1.修堤<li>（2）清淤</ol>", "1.修堤\n（2）清淤\n"),
        ("<ol style='list-style: none'><li>修堤</ol>", "修堤\n"),
        ("<ul><li>修堤<li>清淤</ul>", "修堤\n清淤\n"),
        (
            "<ol><li>修堤<ol><li>甲<li>乙</ol><li>清淤</ol>",
            "1.修堤\n1.甲\n2.乙\n2.清淤\n",
        ),
    ];
    for (html, expected) in cases {
        assert_eq!(extract(html), expected, "{html}");
    }
}

#[test]
fn headings_keep_their_level_where_no_numbers_tell_it() {
    for (html, expected) in [
        (
            "<h1>实施方案</h1><h2>总体要求</h2><p>修堤。</p><h2></h2><h2>主要任务</h2><h3>清淤</h3><p>清淤。</p>",
            "实施方案\n## 总体要求\n修堤。\n## 主要任务\n### 清淤\n清淤。\n",
        ),
        (
            "<h1>实施方案</h1><h2>一、总体要求</h2><p>修堤。</p><h3>施行日期</h3><p>即日施行。</p>",
            "实施方案\n一、总体要求\n修堤。\n施行日期\n即日施行。\n",
        ),
    ] {
        assert_eq!(extract(html), expected, "{html}");
    }
}

/// Each part, put before and after an article, leaves the article alone.
#[test]
fn what_is_not_the_document_is_left_out() {
    let article = "<h1>防汛工作实施方案</h1><p>一、总体要求。坚持预防为主，落实各项责任，确保人民群众生命财产安全。</p>\
        <p>（市应急局牵头，市水利局、市气象局配合）</p>";
    let lines = "防汛工作实施方案\n一、总体要求。坚持预防为主，落实各项责任，确保人民群众生命财产安全。\n\
        （市应急局牵头，市水利局、市气象局配合）\n";
    let parts = [
        "<head><title>页题</title><style>p{}</style></head>",
        "<script>var a = '<p>假段落。</p>';</script>",
        "<style>.a{content:'文字'}</style>",
        "<noscript>请启用脚本。</noscript>",
        "<nav>首页 政务公开 办事服务 互动交流</nav>",
        "<header><div><a href=/>首页</a> <a href=/zw>政务</a> <a href=/fw>服务</a></div></header>",
        "<div class='mainNav clearfix'>政务公开 办事服务</div>",
        "<div id=breadCrumb>当前位置：<a href=/>首页</a> &gt; 规划</div>",
        "<p>当前位置：<a href=/>首页</a> &gt; 政策文件</p>",
        "<div class='share-box'>分享到：<a href='javascript:a()'>微信</a></div>",
        "<p>【<a href='javascript:p()'>打印本页</a>】【关闭窗口】 【字体：大 中 小】</p>",
        "<form>站内检索 <input name=q> <button>搜索</button> <select><option>全文</select></form>",
        "<ul><li><a href=1>新闻一</a><li><a href=2>新闻二</a><li><a href=3>新闻三</a>\
         <li><a href=4>新闻四</a><li><a href=5>新闻五</a></ul>",
        "<footer><a href=/map>网站地图</a> <a href=/about>联系我们</a> 主办单位：某市</footer>",
        "<footer>版权所有：某市人民政府 某ICP备00000000号</footer>",
        "<p>某公网安备 00000000000000号</p>",
        "<div style='display: none'>隐藏的文字。</div>",
        "<span style='display:none'>隐藏的文字。</span>",
        "<p>上一篇：<a href=1>关于另一件事的通知</a></p>",
        "<svg><text>图</text></svg><iframe>框</iframe>",
    ];
    for part in parts {
        for page in [
            format!("<html><body>{part}{article}"),
            format!("<html><body>{article}{part}"),
        ] {
            assert_eq!(extract(&page), lines, "{page}");
        }
    }
}

/// A menu without links is told by where it stands: outside the part that
/// holds the sentences.
#[test]
fn a_menu_of_short_words_is_left_out_where_no_sentence_stands() {
    let menu = format!(
        "<ul>{}</ul>",
        ["市发展改革委", "市教育局"]
            .map(|unit| format!("<li>{unit}"))
            .concat()
            .repeat(5)
    );
    let sentences = "<p>一、总则。</p><p>二、分则。</p><p>三、附则。</p>";
    let text = "一、总则。\n二、分则。\n三、附则。\n";
    let units = "市发展改革委\n市教育局\n".repeat(5);
    assert_eq!(extract(&format!("<div>{sentences}</div>{menu}")), text);
    assert_eq!(
        extract(&format!("<div>{sentences}{menu}</div>")),
        format!("{text}{units}")
    );
    let data = format!("<ul>{}</ul>", "<li>索引号：000".repeat(8));
    let lines = "索引号：000\n".repeat(8);
    assert_eq!(
        extract(&format!("{data}<div>{sentences}</div>")),
        format!("{lines}{text}")
    );
}

#[test]
fn a_body_with_a_telling_name_is_still_the_page() {
    let page = "<body class='weibo_login search'><p><a href=1>一</a><a href=2>二</a></p><p>正文。</p></body>";
    assert_eq!(extract(page), "一二\n正文。\n");
}

#[test]
fn the_document_is_kept_whatever_its_part_of_the_page_is_called() {
    let body = "<p>一、总则。为了防汛，制定本办法。</p><p>二、分工。市应急局牵头。</p>";
    let lines = "一、总则。为了防汛，制定本办法。\n二、分工。市应急局牵头。\n";
    for part in [
        "<form id=aspnetForm>{}</form>",
        "<div id=print>{}</div>",
        "<div class='content search-content'>{}</div>",
        "<header>{}</header>",
        "<nav>{}</nav>",
        "<div style='display:none' id=js_content>{}</div>",
        "<a href=x>{}",
        "<td><div>{}</div></div></td>",
    ] {
        assert_eq!(extract(&part.replace("{}", body)), lines, "{part}");
    }
    let attachments = "<p>附件：</p><ul><li><a href=1.doc>1.甲表</a><li><a href=2.doc>2.乙表</a><li><a href=3.pdf>3.丙表</a>\
        <li><a href=4.xls>4.丁表</a><li><a href=5.docx>5.戊表</a></ul>";
    assert_eq!(
        extract(attachments),
        "附件：\n1.甲表\n2.乙表\n3.丙表\n4.丁表\n5.戊表\n"
    );
}

#[test]
fn tags_that_are_never_closed_hide_nothing() {
    for html in [
        "<html><head><title>题</title><p>正文。</p>",
        "<div><button>按钮</div><p>正文。</p>",
        "<div><select><option>项</div><p>正文。</p>",
        "<div></span></td></ul></div></div><p>正文。</p>",
        "<table><tr><td><div><p>正文。",
    ] {
        assert_eq!(extract(html), "正文。\n", "{html}");
    }
}

/// Quadratic work would take minutes here.
#[test]
fn a_hundred_thousand_open_tags_are_read_in_linear_time() {
    for tag in [
        "<div>",
        "<b>",
        "<table><tr><td>",
        "<ol><li>",
        "<a href=x>",
        "<form>",
        "<td rowspan=999>",
        "</div>",
    ] {
        let html = format!("{}正文。", tag.repeat(100_000));
        let text = extract(&html);
        assert!(text.ends_with("正文。\n"), "{tag}");
    }
    let unclosed = "<!--".repeat(100_000);
    assert!(!is_html(&unclosed));
    assert_eq!(extract(&unclosed), "");
    let tags = "<table><tr><td>甲<td>".repeat(50_000);
    assert!(extract(&tags).len() < 400_000);
}

proptest! {
    #[test]
    fn any_soup_of_tags_is_read(parts in proptest::collection::vec(
        prop::sample::select(&[
            "<p>", "</p>", "<div class=nav>", "</div>", "<table>", "</table>", "<tr>", "<td rowspan=3>", "<td colspan=40>",
            "</td>", "</tr>", "<ol start=9>", "<li>", "</li>", "</ol>", "<a href=x>", "</a>", "<br>", "<pre>", "</pre>",
            "<script>", "</script>", "<head>", "<span hidden>", "</span>", "<select>", "甲。", "乙 \n", "&nbsp;", "&#26085",
            "<", "<!--", "-->", "\0", "\u{FEFF}",
        ][..]), 0..60)) {
        let text = extract(&parts.concat());
        prop_assert!(text.is_empty() || text.ends_with('\n'));
        prop_assert!(!text.contains("\n\n\n"));
    }
}
