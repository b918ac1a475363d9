//! The parts of a `.docx` in their archive.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Opens the document's own part; A4 across, page numbers below.
const BEFORE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";
const AFTER: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>\
    <w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>\
    <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
    </w:sectPr></w:body></w:document>";

/// Writes a document with this body; `title` is escaped already.
pub(super) fn write(body: &str, title: &str, out: &mut dyn Write) -> io::Result<()> {
    let core = include_str!("parts/core.xml").replace("{title}", title);
    let document = [BEFORE, body, AFTER].concat();
    let parts = [
        (
            "[Content_Types].xml",
            include_str!("parts/content_types.xml"),
        ),
        ("_rels/.rels", include_str!("parts/package.rels")),
        ("docProps/core.xml", &core),
        ("word/document.xml", &document),
        (
            "word/_rels/document.xml.rels",
            include_str!("parts/document.rels"),
        ),
        ("word/styles.xml", include_str!("parts/styles.xml")),
        ("word/settings.xml", include_str!("parts/settings.xml")),
        ("word/footer.xml", include_str!("parts/footer.xml")),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // Not the time of writing: the same content gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in parts {
        archive.start_file(name, options)?;
        archive.write_all(content.as_bytes())?;
    }
    out.write_all(archive.finish()?.get_ref())
}
