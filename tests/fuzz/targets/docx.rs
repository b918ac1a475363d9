//! Any parts of a Word document: those of the input, parted by NUL, are the
//! body, the numbering, the styles and the relationships; or the archive itself.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const PARTS: [&str; 4] = [
    "word/document.xml",
    "word/numbering.xml",
    "word/styles.xml",
    "word/_rels/document.xml.rels",
];

fn archive(bytes: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("[Content_Types].xml", stored)?;
    zip.write_all(b"<Types/>")?;
    for (name, part) in PARTS.iter().zip(bytes.split(|&byte| byte == 0)) {
        zip.start_file(*name, stored)?;
        zip.write_all(part)?;
    }
    Ok(zip.finish()?.into_inner())
}

fuzz_target!(|bytes: &[u8]| {
    let word = if bytes.starts_with(b"PK") {
        bytes.to_vec()
    } else {
        archive(bytes).expect("an archive in memory")
    };
    if let Some(source) = plan_fuzz::read(&word) {
        plan_fuzz::plan(&source.text);
    }
});
