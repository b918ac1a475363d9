//! Word documents: headings, paragraphs and tables → one `.docx`.
//!
//! Written part by part, since no crate at hand repeats a table's header row
//! on each page or sets the language of Han text. What does not depend on the
//! content lies in `parts/` as Word itself reads it. The same content gives
//! the same bytes.

mod package;

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use quick_xml::escape::escape;

use super::text::clean;

/// A document in the making: blocks in their order, as WordprocessingML.
#[derive(Debug, Default)]
pub(super) struct Word {
    body: String,
}

/// How a paragraph is set, by the styles that Word's navigation and tables of
/// contents know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Title,
    Subtitle,
    Heading1,
    Heading2,
    Heading3,
    Normal,
    Note,
}

impl Style {
    const fn id(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::Heading1 => "Heading1",
            Self::Heading2 => "Heading2",
            Self::Heading3 => "Heading3",
            Self::Normal => "Normal",
            Self::Note => "Note",
        }
    }
}

/// A column of a table: its heading and its share of the width, in percent.
pub(super) struct Column<'t>(pub &'t str, pub u32);

/// A cell: its paragraphs.
pub(super) type Cell = Vec<String>;

/// Width of what is printed on A4 across, in twentieths of a point.
const PRINTED: u32 = 16838 - 2 * 1134;

impl Word {
    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, style: Style, text: &str) {
        paragraph(&mut self.body, style.id(), text);
    }

    /// Adds a table whose header is repeated on each page.
    pub(super) fn table(&mut self, columns: &[Column], rows: impl IntoIterator<Item = Vec<Cell>>) {
        let width = |share: u32| PRINTED * share / 100;
        self.body.push_str(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>",
        );
        for column in columns {
            let _ = write!(self.body, "<w:gridCol w:w=\"{}\"/>", width(column.1));
        }
        self.body
            .push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for column in columns {
            let heading = [column.0.to_owned()];
            cell(&mut self.body, width(column.1), "TableHeading", &heading);
        }
        self.body.push_str("</w:tr>");
        for cells in rows {
            self.body.push_str("<w:tr>");
            for (column, paragraphs) in columns.iter().zip(cells) {
                cell(&mut self.body, width(column.1), "TableText", &paragraphs);
            }
            self.body.push_str("</w:tr>");
        }
        self.body.push_str("</w:tbl>");
        // Without a paragraph between them two tables become one.
        self.paragraph(Style::Note, "");
    }

    /// Adds what another document holds.
    pub(super) fn append(&mut self, other: &Self) {
        self.body.push_str(&other.body);
    }

    /// Writes the document with this title among its properties.
    pub(super) fn write(&self, title: &str, out: &mut dyn Write) -> io::Result<()> {
        package::write(&self.body, &written(title), out)
    }
}

fn cell(body: &mut String, width: u32, style: &str, paragraphs: &[String]) {
    let _ = write!(
        body,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
    );
    for text in paragraphs {
        paragraph(body, style, text);
    }
    // A cell without a paragraph is no cell to Word.
    if paragraphs.is_empty() {
        paragraph(body, style, "");
    }
    body.push_str("</w:tc>");
}

fn paragraph(body: &mut String, style: &str, text: &str) {
    let _ = write!(
        body,
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
        written(text)
    );
}

/// A text cleaned and escaped.
fn written(text: &str) -> Cow<'_, str> {
    match clean(text) {
        Cow::Borrowed(text) => escape(text),
        Cow::Owned(text) => Cow::Owned(escape(&text).into_owned()),
    }
}

#[cfg(test)]
mod tests;
