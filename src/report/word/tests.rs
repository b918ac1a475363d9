//! What is written is read back by the reader of Word documents.

use super::*;
use crate::source;

fn written(word: &Word) -> Vec<u8> {
    let mut out = Vec::new();
    word.write("题名 <1>", &mut out).expect("written");
    out
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(io::Cursor::new(bytes)).expect("an archive");
    let mut part = archive.by_name(name).expect("the part is there");
    let mut text = String::new();
    io::Read::read_to_string(&mut part, &mut text).expect("UTF-8");
    text
}

fn example() -> Word {
    let mut word = Word::default();
    word.paragraph(Style::Heading1, "一、概览");
    word.paragraph(Style::Normal, "<b>&\u{1b}\u{202E}\u{FFFF}");
    word.table(
        &[Column("条款", 30), Column("表述", 70)],
        [
            vec![
                vec!["二（一）".to_owned()],
                vec!["甲。".to_owned(), "乙。".to_owned()],
            ],
            vec![vec![], vec![]],
        ],
    );
    word
}

#[test]
fn headings_texts_and_tables_are_read_back() {
    let bytes = written(&example());
    let source = source::read(&bytes, "a.docx", &source::Limits::default()).expect("readable");
    assert!(
        source.text.starts_with("一、概览\n<b>&␛��\n"),
        "{:?}",
        source.text
    );
    for text in ["条款", "表述", "二（一）", "甲。", "乙。"] {
        assert!(source.text.contains(text), "{text}: {:?}", source.text);
    }
}

#[test]
fn the_header_of_a_table_is_repeated_and_every_cell_has_a_paragraph() {
    let document = part(&written(&example()), "word/document.xml");
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
    assert!(!document.contains("</w:tcPr></w:tc>"));
    assert!(
        part(&written(&example()), "docProps/core.xml")
            .contains("<dc:title>题名 &lt;1&gt;</dc:title>")
    );
}

#[test]
fn every_style_that_is_used_is_defined() {
    let styles = include_str!("parts/styles.xml");
    let all = [
        Style::Title,
        Style::Subtitle,
        Style::Heading1,
        Style::Heading2,
        Style::Heading3,
        Style::Normal,
        Style::Note,
    ];
    for id in
        all.map(Style::id)
            .into_iter()
            .chain(["TableText", "TableHeading", "TableGrid", "Footer"])
    {
        assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{id}");
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    assert_eq!(written(&example()), written(&example()));
}
