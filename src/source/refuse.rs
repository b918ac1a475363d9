//! Files that are no text, known by their first bytes.

use crate::words::error::Refusal;
use memchr::memmem;

/// What the file is, if it is a kind that is refused outright. A zip that may
/// be a Word document is left to `docx`.
pub(super) fn foreign(bytes: &[u8], name: &str) -> Option<Refusal> {
    const START: [(&[u8], Refusal); 15] = [
        (b"{\\rtf", Refusal::Rtf),
        (b"\x89PNG\r\n", Refusal::Picture),
        (b"\xFF\xD8\xFF", Refusal::Picture),
        (b"GIF87a", Refusal::Picture),
        (b"GIF89a", Refusal::Picture),
        (b"II*\0", Refusal::Picture),
        (b"MM\0*", Refusal::Picture),
        (b"8BPS", Refusal::Picture),
        (b"PK\x05\x06", Refusal::Archive),
        (b"Rar!\x1A\x07", Refusal::Archive),
        (b"7z\xBC\xAF\x27\x1C", Refusal::Archive),
        (b"\x1F\x8B\x08", Refusal::Archive),
        (b"BZh", Refusal::Archive),
        (b"\xFD7zXZ\0", Refusal::Archive),
        (b"\x28\xB5\x2F\xFD", Refusal::Archive),
    ];
    if bytes.is_empty() {
        return Some(Refusal::Empty);
    }
    if let Some((_, refusal)) = START.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(refusal.clone());
    }
    let head = &bytes[..bytes.len().min(1024)];
    if memmem::find(head, b"%PDF-").is_some() {
        return Some(Refusal::Pdf);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Refusal::Picture);
    }
    // A bitmap states its own size in bytes 2–5.
    if bytes.starts_with(b"BM") && bytes.get(2..6) == Some(&(bytes.len() as u32).to_le_bytes()[..])
    {
        return Some(Refusal::Picture);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(compound(bytes, name));
    }
    if head.is_ascii()
        && memmem::find(head, b"MIME-Version:").is_some()
        && memmem::find(head, b"multipart/").is_some()
    {
        return Some(Refusal::WebArchive);
    }
    None
}

/// A compound file (MS-CFB): its directory names the streams in UTF-16.
fn compound(bytes: &[u8], name: &str) -> Refusal {
    let holds = |stream: &str| {
        let utf16: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &utf16).is_some()
    };
    if holds("EncryptedPackage") {
        Refusal::Encrypted
    } else if extension(name) == "wps" {
        Refusal::Wps
    } else if holds("WordDocument") {
        Refusal::LegacyWord
    } else if holds("Workbook") {
        Refusal::Spreadsheet
    } else if holds("PowerPoint Document") {
        Refusal::Slides
    } else {
        Refusal::LegacyWord
    }
}

/// The extension of a file name, in lower case; empty if it has none.
pub(super) fn extension(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.')
        .map_or_else(String::new, |(_, extension)| extension.to_ascii_lowercase())
}

/// Whether decoded text is none: more than one character in fifty is a
/// control character that no text editor writes.
pub(super) fn mostly_control(text: &str) -> bool {
    let is_control = |byte: u8| matches!(byte, 0..=8 | 0x0E..=0x19 | 0x1C..=0x1F | 0x7F);
    let count = |piece: &[u8]| {
        piece
            .iter()
            .map(|&byte| u8::from(is_control(byte)))
            .sum::<u8>()
    };
    // A byte can count those of so long a piece, and many bytes count at once.
    let pieces = text.as_bytes().chunks(u8::MAX.into());
    let controls: usize = pieces.map(|piece| usize::from(count(piece))).sum();
    controls > 0 && controls * 50 > text.chars().count()
}

/// Whether there is nothing to read: only blanks, zero-width or control characters.
pub(super) fn blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}')
    })
}
