//! The same document in other layouts: what copying, scraping and conversion
//! do to line breaks, blanks and widths.

use std::collections::BTreeSet;

use super::SEEDS;
use crate::outline::parse;

type Layout = fn(&str) -> String;

/// The layouts, by name.
const LAYOUTS: [(&str, Layout); 5] = [
    ("on one line", |text| lines(text).collect()),
    ("on one line, indents left", |text| {
        lines(text).collect::<Vec<_>>().join("　　")
    }),
    ("indented, parted by blank lines", |text| {
        let indented = lines(text).map(|line| format!("　　{line}\r\n\r\n"));
        indented.collect()
    }),
    ("broken at a width, pages numbered", paged),
    ("half-width marks", |text| {
        let half = |char| match char {
            '（' => '(',
            '）' => ')',
            '：' => ':',
            '，' => ',',
            _ => char,
        };
        text.chars().map(half).collect()
    }),
];

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Lines of 36 characters, indented paragraphs, the page's number after each 28.
fn paged(text: &str) -> String {
    let mut broken = Vec::new();
    for line in lines(text) {
        let chars: Vec<char> = format!("　　{line}").chars().collect();
        broken.extend(chars.chunks(36).map(String::from_iter));
    }
    let mut paged = String::new();
    for (page, lines) in (1..).zip(broken.chunks(28)) {
        paged += &lines.join("\n");
        paged += &format!("\n— {page} —\n");
    }
    paged
}

/// Each printed number with the first characters after it, widths aside.
fn numbered(text: &str) -> BTreeSet<String> {
    let outline = parse(text, None);
    let nodes = outline.nodes.iter();
    let numbers = nodes.filter_map(|node| {
        let num = node.num?;
        let after = text[num.span.end..].chars();
        let after = after.filter(|char| !char.is_whitespace()).take(4);
        let number = num.span.of(text).replace('（', "(").replace('）', ")");
        Some(number.trim().chars().chain(after).collect())
    });
    numbers.collect()
}

/// How many numbers of each sound seed may be lost or made up in each layout;
/// these may only become fewer.
#[test]
fn a_seed_keeps_its_numbers_in_other_layouts() {
    let allowed = [
        ("central", [4, 0, 0, 0, 0]),
        ("weihai", [8, 0, 0, 0, 0]),
        ("taizhou", [4, 0, 0, 0, 0]),
        ("guangzhou", [0, 0, 0, 0, 0]),
    ];
    for (seed, allowed) in allowed {
        let text = SEEDS.iter().find(|(id, _)| *id == seed).expect("a seed").1;
        let expected = numbered(text);
        for ((layout, lay), allowed) in LAYOUTS.into_iter().zip(allowed) {
            let found = numbered(&lay(text));
            let half = |all: &BTreeSet<String>| -> BTreeSet<String> {
                let half = |word: &String| word.replace('，', ",").replace('：', ":");
                all.iter().map(half).collect()
            };
            let (found, expected) = (half(&found), half(&expected));
            let wrong: Vec<_> = found.symmetric_difference(&expected).collect();
            assert!(wrong.len() <= allowed, "{seed} {layout}: {wrong:?}");
        }
    }
}
