//! Word documents written for the tests, part by part.

mod numbers;
mod refusals;
mod text;

use super::*;
use crate::source::{Format, read};
use crate::words::error::PartFault;
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const RELATIONSHIPS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
    </Relationships>"#;
const DOCUMENT_RELATIONSHIPS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="/word/numbering.xml"/>
    <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://example.org/" TargetMode="External"/>
    </Relationships>"#;

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn root(element: &str, content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:{element} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{content}</w:{element}>"
    )
}

/// A Word document of this body, numbering and styles.
fn word(body: &str, numbering: &str, styles: &str) -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", RELATIONSHIPS.as_bytes()),
        (
            "word/_rels/document.xml.rels",
            DOCUMENT_RELATIONSHIPS.as_bytes(),
        ),
        (
            "word/document.xml",
            root("document", &format!("<w:body>{body}</w:body>")).as_bytes(),
        ),
        (
            "word/numbering.xml",
            root("numbering", numbering).as_bytes(),
        ),
        ("word/styles.xml", root("styles", styles).as_bytes()),
    ])
}

fn text_of(bytes: &[u8]) -> String {
    extract(bytes, Limits::default()).expect("a Word document")
}

fn text(body: &str) -> String {
    text_of(&word(body, "", ""))
}

/// A paragraph of one run.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A paragraph at a level of a list.
fn item(num_id: u32, ilvl: u32, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{ilvl}\"/><w:numId w:val=\"{num_id}\"/></w:numPr></w:pPr>\
         <w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

fn level(ilvl: u32, format: &str, text: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{ilvl}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

fn list(abstract_id: u32, levels: &str) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{abstract_id}\">{levels}</w:abstractNum>")
}

fn instance(num_id: u32, abstract_id: u32, overrides: &str) -> String {
    format!(
        "<w:num w:numId=\"{num_id}\"><w:abstractNumId w:val=\"{abstract_id}\"/>{overrides}</w:num>"
    )
}
