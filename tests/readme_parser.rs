//! What the READMEs' sections on the parser say is true: every style with its
//! examples, every code. With `UPDATE_README=1` the codes are written anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use plan::diagnostic::Rule;
use plan::outline::{self, Kind, Style};
use plan::words::Lang;
use plan::words::rule::{Example, example, explain};
use plan::{source, task};

const PAGES: [(&str, Lang); 2] = [("README.md", Lang::En), ("README.zh-CN.md", Lang::Zh)];

fn page(name: &str) -> (PathBuf, String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let written = std::fs::read_to_string(&path).expect("the page");
    (path, written)
}

/// What stands between `<!-- name -->` and `<!-- end -->`.
fn section<'p>(page: &'p str, name: &str) -> &'p str {
    let open = format!("<!-- {name} -->\n");
    let start = page.find(&open).expect("the section's mark") + open.len();
    let length = page[start..].find("<!-- end -->").expect("its end");
    &page[start..start + length]
}

/// The texts in code marks of a cell.
fn codes(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// Whether the first two numbers of a style are read as such.
fn is_read(style: Style, first: &str, second: &str) -> bool {
    let before = match style {
        Style::Annex | Style::Box => "一、总则\n",
        Style::Decimal => "1 总则\n",
        _ => "",
    };
    let text = format!("{before}{first} 河道整治\n{second} 道路养护\n");
    let outline = outline::parse(&text, None);
    let found = [first, second].map(|printed| {
        outline.nodes.iter().any(|node| {
            let printed_there = node.head.of(&text).trim_start().starts_with(printed);
            printed_there
                && match node.num {
                    Some(num) => num.style == style,
                    None => style == Style::Dash && node.kind == Kind::Bullet,
                }
        })
    });
    found == [true, true]
}

#[test]
fn every_style_is_shown_and_its_examples_are_read_as_that_style() {
    for (name, _) in PAGES {
        let (_, page) = page(name);
        let mut shown = BTreeSet::new();
        for row in section(&page, "styles").lines().skip(2) {
            let cells: Vec<_> = row.trim_matches('|').split('|').collect();
            let [style, examples] = cells[..] else {
                panic!("{name}: {row}")
            };
            let style = codes(style)[0];
            let style = (Style::ALL.iter())
                .find(|known| known.name() == style)
                .unwrap_or_else(|| panic!("{name}: {style} is no style"));
            for example in examples.split(';') {
                let [first, second] = codes(example)[..] else {
                    panic!("{name}: {example} is not two numbers")
                };
                assert!(is_read(*style, first, second), "{name}: {first} {second}");
            }
            shown.insert(style.name());
        }
        let all: BTreeSet<_> = Style::ALL.iter().map(|style| style.name()).collect();
        assert_eq!(shown, all, "{name}");
    }
}

/// Whether the rule's example is told how to be mended.
fn has_fix(rule: Rule) -> bool {
    let Some(Example::Text(text)) = example(rule) else {
        return false;
    };
    let source = source::read(text.as_bytes(), "example.txt", &source::Limits::default())
        .expect("an example is text");
    let plan = task::read(outline::parse(&source.text, None));
    (plan.outline.diagnostics.iter())
        .chain(&plan.diagnostics)
        .any(|diagnostic| diagnostic.rule() == rule && diagnostic.fix.is_some())
}

fn table_of_codes(lang: Lang) -> String {
    let (head, yes) = match lang {
        Lang::En => ("| code | name | severity | what it says | fix |", "yes"),
        Lang::Zh => ("| 代码 | 名称 | 级别 | 含义 | 给出改法 |", "是"),
    };
    let mut table = format!("{head}\n|---|---|---|---|---|\n");
    for &rule in Rule::ALL {
        let meaning = explain(rule, lang).meaning;
        let first = match lang {
            Lang::En => meaning.find(". ").map_or(meaning, |end| &meaning[..=end]),
            Lang::Zh => meaning
                .find('。')
                .map_or(meaning, |end| &meaning[..end + "。".len()]),
        };
        let _ = writeln!(
            table,
            "| {} | {} | {} | {first} | {} |",
            rule.code(),
            rule.name(),
            rule.severity().name(),
            if has_fix(rule) { yes } else { "" },
        );
    }
    table
}

#[test]
fn every_code_is_listed() {
    for (name, lang) in PAGES {
        let (path, page) = page(name);
        let (shown, table) = (section(&page, "codes"), table_of_codes(lang));
        if std::env::var_os("UPDATE_README").is_some() {
            let mark = "<!-- codes -->\n";
            let old = format!("{mark}{shown}<!-- end -->");
            let new = format!("{mark}{table}<!-- end -->");
            std::fs::write(&path, page.replace(&old, &new)).expect("the page is written");
        } else {
            assert_eq!(shown, table, "{name}: UPDATE_README=1 writes it anew");
        }
    }
}
