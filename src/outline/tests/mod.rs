mod documents;
mod layout;
mod lossless;
mod robust;
mod styles;

use super::*;
use crate::diagnostic::Span;
use std::fmt::Write as _;

/// A tree as one line a node: depth by indent, id, kind, number, heading, text.
fn draw(outline: &Outline) -> String {
    let mut drawing = String::new();
    for (index, node) in outline.nodes.iter().enumerate() {
        let text = outline.body(index).of(&outline.text);
        let start: String = text.chars().take(16).collect();
        let _ = write!(
            drawing,
            "{}{} {} {}",
            "  ".repeat(usize::from(node.level) - 1),
            node.id,
            node.kind.name(),
            outline.citation(index)
        );
        if let Some(heading) = node.heading {
            let _ = write!(drawing, " [{}]", heading.of(&outline.text));
        }
        let _ = writeln!(drawing, " {start}");
    }
    drawing
}

#[test]
#[ignore = "prints the trees of the files named in PLAN_FILES"]
fn draws_files() {
    for path in std::env::var("PLAN_FILES")
        .unwrap_or_default()
        .split_whitespace()
    {
        let bytes = std::fs::read(path).expect("a file");
        let source =
            crate::source::read(&bytes, path, &crate::source::Limits::default()).expect("text");
        let text = source.text;
        let outline = parse(&text, None);
        println!("##### {path}\n{}", draw(&outline));
        for diagnostic in &outline.diagnostics {
            println!(
                "{} {} {:?} {:?}",
                diagnostic.code(),
                diagnostic.message(crate::words::Lang::Zh),
                diagnostic.node,
                diagnostic.fix.as_ref().map(|fix| &fix.text)
            );
        }
    }
}

const SEEDS: [(&str, &str); 5] = [
    ("central", include_str!("../../../seeds/central.txt")),
    ("weihai", include_str!("../../../seeds/weihai.txt")),
    ("taizhou", include_str!("../../../seeds/taizhou.txt")),
    ("guangzhou", include_str!("../../../seeds/guangzhou.txt")),
    ("shanghai", include_str!("../../../seeds/shanghai.txt")),
];

/// Panics unless the nodes tile the text as the tree's documentation says.
fn assert_tiled(outline: &Outline) {
    let mut at = 0;
    for node in &outline.nodes {
        assert_eq!(
            node.head.start, at,
            "{} starts where the text before it ends",
            node.id
        );
        assert_eq!(node.span.start, node.head.start, "{}", node.id);
        assert!(node.span.end >= node.head.end, "{}", node.id);
        at = node.head.end;
    }
    assert_eq!(at, outline.text.len(), "the last node ends the text");
    for (index, node) in outline.nodes.iter().enumerate() {
        let last = outline.nodes[node.subtree_end - 1].head.end;
        assert_eq!(node.span.end, last, "{} ends with its last node", node.id);
        assert_eq!(
            node.parent
                .map_or(1, |parent| outline.nodes[parent].level + 1),
            node.level
        );
        assert!(
            outline
                .children(index)
                .all(|child| outline.nodes[child].parent == Some(index))
        );
        if let Some(num) = node.num {
            assert!(node.head.contains(num.span), "{}", node.id);
        }
        if let Some(heading) = node.heading {
            assert!(node.head.contains(heading), "{}", node.id);
        }
    }
    let mut ids: Vec<_> = outline.nodes.iter().map(|node| &node.id).collect();
    ids.sort();
    assert!(
        ids.windows(2).all(|pair| pair[0] != pair[1]),
        "ids are unique"
    );
}

#[test]
fn an_annex_right_after_the_first_number_leaves_nothing_out() {
    assert_tiled(&parse("一一一\n①\n附件二.一", None));
}

#[test]
fn every_seed_is_tiled_by_its_nodes() {
    for (_, text) in SEEDS {
        assert_tiled(&parse(text, None));
    }
}

#[test]
fn the_seeds_hold_what_was_counted_by_hand() {
    let count = |text: &str, style| {
        let outline = parse(text, None);
        let is = |node: &&Node| node.num.is_some_and(|num| num.style == style);
        outline.nodes.iter().filter(is).count()
    };
    let kind = |text: &str, kind| {
        parse(text, None)
            .nodes
            .iter()
            .filter(|node| node.kind == kind)
            .count()
    };
    for (
        (name, text),
        [
            han,
            han_paren,
            arabic,
            arabic_paren,
            bullets,
            responsibilities,
        ],
    ) in SEEDS.into_iter().zip([
        [8, 29, 0, 0, 5, 0],
        [3, 11, 27, 118, 0, 231],
        [8, 42, 41, 0, 5, 100],
        [7, 27, 39, 0, 0, 0],
        [8, 0, 0, 0, 0, 0],
    ]) {
        assert_eq!(count(text, Style::Han), han, "{name} 一、");
        assert_eq!(count(text, Style::HanParen), han_paren, "{name} （一）");
        assert_eq!(count(text, Style::Arabic), arabic, "{name} 1.");
        assert_eq!(
            count(text, Style::ArabicParen),
            arabic_paren,
            "{name} （1）"
        );
        assert_eq!(kind(text, Kind::Bullet), bullets, "{name} ——");
        assert_eq!(
            kind(text, Kind::Responsibility),
            responsibilities,
            "{name} 单位："
        );
    }
}

#[test]
fn trees_of_the_seeds() {
    for (name, text) in SEEDS {
        insta::assert_snapshot!(name, draw(&parse(text, None)));
    }
}

#[test]
fn a_number_in_chinese_is_all_of_its_text() {
    for (text, number) in [
        ("五", Some(5)),
        ("一百二十", Some(120)),
        ("一〇三", Some(103)),
        ("零零零零零零一", Some(1)),
        ("零零零零零零零一", None),
        ("五个", None),
        ("5", None),
        ("", None),
    ] {
        assert_eq!(han_number(text), number, "{text}");
    }
}

#[test]
fn a_node_is_found_by_id_and_by_citation() {
    let weihai = parse(SEEDS[1].1, None);
    let node = weihai.find("2.1.2.10").expect("the id");
    assert_eq!(weihai.citation(node), "二（一）2（10）");
    assert_eq!(weihai.find("二（一）2（10）"), Some(node));
    assert_eq!(weihai.find("二(一)2(10)"), Some(node));
    let central = parse(SEEDS[0].1, None);
    assert_eq!(central.find("四（二）第3段"), central.find("4.2.p3"));
    assert_eq!(central.find("九"), None);
}

#[test]
fn responsibility_lines_stand_on_what_they_cover() {
    let taizhou = parse(SEEDS[2].1, None);
    let parent = |id: &str| {
        let node = taizhou.find(id)?;
        taizhou.nodes[node]
            .parent
            .map(|parent| taizhou.nodes[parent].id.as_str())
    };
    assert_eq!(parent("3.6.r1"), Some("3.6"), "items 1–3 share their lines");
    assert_eq!(parent("5.1.1.r1"), Some("5.1.1"));
    assert_eq!(
        parent("6.3.2.r2"),
        Some("6.3.2"),
        "the misprinted 政协单位 counts"
    );
}

#[test]
fn other_spellings_make_the_same_tree() {
    let usual =
        "一、总则\n（一）目标\n1.甲乙\n（1）丙丁\n（2）戊己\n2.庚辛\n（二）原则\n二、附则\n";
    let ids = |text: &str| -> Vec<String> {
        parse(text, None)
            .nodes
            .into_iter()
            .map(|node| node.id)
            .collect()
    };
    for (from, to) in [
        ("、", "．"),
        ("、", "."),
        ("1.", "1、"),
        ("1.", "1．"),
        ("1.", "１．"),
        ("（", "("),
        ("）", ") "),
        ("一、", "一、 "),
        ("1.", "　　1. "),
        ("\n", "\r\n"),
        ("\n", "\n\n"),
        ("（1）", "⑴"),
        ("（一）", "㈠"),
        ("1.", "⒈"),
    ] {
        assert_eq!(ids(&usual.replace(from, to)), ids(usual), "{from} → {to}");
    }
}

#[test]
fn headings_are_whole_lines_or_first_sentences_that_siblings_share() {
    let headings = |text: &str| -> Vec<Option<String>> {
        let outline = parse(text, None);
        let heading = |node: &Node| node.heading.map(|span| span.of(text).to_owned());
        outline
            .nodes
            .iter()
            .filter(|node| node.num.is_some())
            .map(heading)
            .collect()
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        headings("（一）加强领导。各级要重视。\n（二）明确责任。逐级落实。"),
        [some("加强领导。"), some("明确责任。")]
    );
    assert_eq!(
        headings("一、工作目标\n二、主要任务。\n要抓好落实。"),
        [some("工作目标"), some("主要任务。")]
    );
    assert_eq!(
        headings(
            "一、指导思想坚持统筹推进河道整治，落实各级责任，完善管护制度，确保防汛安全和水质改善，建设美丽乡村。二、主要任务"
        ),
        [some("指导思想"), some("主要任务")]
    );
    assert_eq!(
        headings("（1）开展教育。\n牵头单位：市教育局\n（2）改进作风。\n牵头单位：市监察局"),
        [None, None]
    );
}

/// The findings of a text that are more than information: name, number, fix.
fn faults(text: &str) -> Vec<String> {
    let outline = parse(text, None);
    let fault = |diagnostic: &crate::diagnostic::Diagnostic| {
        let fix = diagnostic.fix.as_ref().map_or("-", |fix| &fix.text);
        format!(
            "{} {} → {fix}",
            diagnostic.rule().name(),
            diagnostic.span.of(text)
        )
    };
    outline
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity() > crate::diagnostic::Severity::Info)
        .map(fault)
        .collect()
}

#[test]
fn each_fault_of_a_sequence_is_reported_once() {
    for (numbers, expected) in [
        ("1 2 3 4", ""),
        ("1 3 3 4", "number-duplicate 3. → 2."),
        ("1 1 3 4", "number-duplicate 1. → 2."),
        ("1 2 2 3", "number-duplicate 2. → -"),
        ("1 2 4 5", "number-gap 4. → -"),
        ("1 2 7 4", "number-gap 7. → 3."),
        ("1 2 3 3", "number-duplicate 3. → 4."),
        ("2 2 3 4", "number-not-from-one 2. → 1."),
        ("2 3 4", "number-not-from-one 2. → -"),
        ("1 2 3 1 5", "number-out-of-order 1. → 4."),
    ] {
        let lines: Vec<String> = numbers
            .split(' ')
            .map(|number| format!("{number}.抓好落实\n"))
            .collect();
        let found = faults(&format!("一、总则\n{}", lines.concat()));
        assert_eq!(found.join("; "), expected, "{numbers}");
    }
}

#[test]
fn numbers_that_run_on_across_parents_are_no_fault() {
    let text = "一、甲乙\n（一）丙丁\n（二）丙丁\n二、甲乙\n（三）丙丁\n（四）丙丁\n三、甲乙\n（五）丙丁\n";
    assert_eq!(faults(text), Vec::<String>::new());
    let runs_on = |diagnostic: &&crate::diagnostic::Diagnostic| diagnostic.code() == "PLAN016";
    assert_eq!(
        parse(text, None).diagnostics.iter().filter(runs_on).count(),
        2
    );
    assert_eq!(
        faults(&text.replace("（四）", "（五）")),
        ["number-duplicate （五） → （四）"]
    );
}

#[test]
fn unlike_spellings_of_one_level_are_information() {
    let names = |text: &str| -> Vec<&str> {
        let outline = parse(text, None);
        outline
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.rule().name())
            .collect()
    };
    assert_eq!(names("1.甲乙\n2.甲乙\n3、甲乙\n"), ["mixed-separators"]);
    assert_eq!(names("（1）甲乙\n（2）甲乙\n(3)甲乙\n"), ["mixed-width"]);
    assert_eq!(
        names("1.甲乙\n2.甲乙\n3.甲乙\n4. 甲乙\n"),
        ["blank-after-number"]
    );
    assert_eq!(names("1. 甲乙\n2. 甲乙\n"), Vec::<&str>::new());
}

#[test]
fn the_seeds_have_no_fault_but_the_damage_of_one() {
    for (name, text) in SEEDS {
        let faults = faults(text);
        let names: Vec<_> = faults
            .iter()
            .filter_map(|fault| fault.split(' ').next())
            .collect();
        let expected: &[&str] = match name {
            "shanghai" => &["damaged-text"],
            _ => &[],
        };
        assert_eq!(names, expected, "{name}: {faults:?}");
    }
}
