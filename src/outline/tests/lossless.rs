//! For every text the nodes tile it, and a tree written out is read back.

use super::*;
use proptest::prelude::*;

/// Pieces that numbers, brackets, broken lines and rare characters are made of.
const PIECES: [&str; 64] = [
    "一",
    "二",
    "三",
    "十",
    "百",
    "〇",
    "廿",
    "1",
    "2",
    "3",
    "10",
    "１",
    "２",
    ".",
    "．",
    "、",
    "，",
    "。",
    "；",
    "：",
    "（",
    "）",
    "(",
    ")",
    "第",
    "章",
    "条",
    "节",
    "款",
    "项",
    "部分",
    "之一",
    "是",
    "①",
    "②",
    "㈠",
    "⒈",
    "Ⅰ",
    "A",
    "b",
    "——",
    "- ",
    "#",
    "## ",
    "**",
    "附件",
    "专栏",
    "目录",
    "牵头单位：市局",
    "协办单位:甲",
    "注：",
    "\n",
    "\r\n",
    "\r",
    " ",
    "　",
    "\t",
    "\u{feff}",
    "\u{a0}",
    "加强领导",
    "《条例》",
    "𠮷",
    "\u{2028}",
    "\u{0}",
];

fn texts() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..80)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_tiled(text in texts()) {
        assert_tiled(&parse(&text, None));
    }

    #[test]
    fn any_bytes_are_tiled(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        assert_tiled(&parse(&String::from_utf8_lossy(&bytes), None));
    }

    #[test]
    fn every_fix_lies_in_the_text(text in texts()) {
        let outline = parse(&text, None);
        for diagnostic in &outline.diagnostics {
            prop_assert!(text.get(diagnostic.span.start..diagnostic.span.end).is_some());
            if let Some(fix) = &diagnostic.fix {
                prop_assert!(text.get(fix.span.start..fix.span.end).is_some());
            }
            if let Some(node) = &diagnostic.node {
                prop_assert!(outline.nodes.iter().any(|other| other.id == *node), "{}", node);
            }
        }
    }
}

/// A heading with its own paragraphs and the headings below it.
#[derive(Debug, Clone)]
struct Written {
    heading: String,
    paragraphs: usize,
    lines: usize,
    below: Vec<Written>,
}

fn written() -> impl Strategy<Value = Vec<Written>> {
    let leaf = (0..2_usize, 0..3_usize, "[甲乙丙丁戊己庚辛]{2,9}").prop_map(
        |(paragraphs, lines, heading)| Written {
            heading,
            paragraphs,
            lines,
            below: Vec::new(),
        },
    );
    let tree = leaf.prop_recursive(3, 40, 4, |below| {
        (
            0..2_usize,
            "[甲乙丙丁戊己庚辛]{2,9}",
            proptest::collection::vec(below, 1..4),
        )
            .prop_map(|(paragraphs, heading, below)| Written {
                heading,
                paragraphs,
                lines: 0,
                below,
            })
    });
    proptest::collection::vec(tree, 1..5)
}

const LEVELS: [Style; 4] = [
    Style::Han,
    Style::HanParen,
    Style::Arabic,
    Style::ArabicParen,
];

/// Writes a tree out and notes the ids that it must be read back with.
fn write(trees: &[Written], level: usize, parent: &str, text: &mut String, ids: &mut Vec<String>) {
    for (nth, tree) in trees.iter().enumerate() {
        let nth = nth as u32 + 1;
        let id = if parent.is_empty() {
            nth.to_string()
        } else {
            format!("{parent}.{nth}")
        };
        *text += &format!("{}{}\n", numeral::spell(LEVELS[level], nth), tree.heading);
        ids.push(id.clone());
        for paragraph in 1..=tree.paragraphs {
            *text += "各级各部门要高度重视，切实抓好落实。\n";
            ids.push(format!("{id}.p{paragraph}"));
        }
        write(&tree.below, level + 1, &id, text, ids);
        // Lines after one task alone are its own.
        if trees.len() == 1 || tree.below.is_empty() {
            for line in 1..=tree
                .lines
                .min(usize::from(trees.iter().all(|tree| tree.lines > 0)))
            {
                *text += "责任单位：市某局\n";
                ids.push(format!("{id}.r{line}"));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_tree_written_out_is_read_back(trees in written()) {
        let (mut text, mut ids) = (String::new(), Vec::new());
        write(&trees, 0, "", &mut text, &mut ids);
        let outline = parse(&text, None);
        let found: Vec<_> = outline.nodes.iter().map(|node| node.id.clone()).collect();
        prop_assert_eq!(found, ids, "{}", text);
        let faults = outline.diagnostics.iter().filter(|diagnostic| diagnostic.severity() > crate::diagnostic::Severity::Info);
        prop_assert_eq!(faults.count(), 0, "{}", text);
    }
}

#[test]
fn the_nodes_laid_end_to_end_are_the_text() {
    for (_, text) in SEEDS {
        let outline = parse(text, None);
        let laid: String = outline
            .nodes
            .iter()
            .map(|node| node.head.of(&outline.text))
            .collect();
        assert_eq!(laid, text);
        assert_eq!(parse(&laid, None), outline);
    }
}

#[test]
fn regression_a_heading_mark_may_end_a_text_of_articles() {
    assert_tiled(&parse(
        "第一章 总则\n第一条 为了管理。第二条 依照本法。\n## ",
        None,
    ));
}

#[test]
fn regression_an_annex_may_be_the_first_number_of_a_text() {
    assert_tiled(&parse("某市规划\n①\n附件二.一", None));
}

#[test]
fn texts_without_a_line_or_a_word() {
    for text in [
        "", "\n", "\r\n\r\n", "　", "一、", "（", "第", "#", "——", "1", "\u{feff}",
    ] {
        assert_tiled(&parse(text, None));
    }
    assert!(parse("", None).nodes.is_empty());
}
