//! Which encoding a text is in, and the text.
//!
//! In this order: byte order mark, strict UTF-8, UTF-16 without a mark, the
//! page's own `<meta charset>`, GB18030, and only then a guess by statistics
//! over the whole file. GB18030 accepts nearly any pairs of bytes, Big5 text
//! among them, so it is believed only where most pairs are characters in use.

use super::utf16;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8};
use memchr::memmem;
use std::borrow::Cow;

/// Decoded text and how it came about.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub text: String,
    pub encoding: &'static Encoding,
    pub bom: bool,
    /// The encoding was chosen between several that were possible.
    pub guessed: bool,
    /// The encoding that the text had once been read in by mistake.
    pub misread_as: Option<&'static Encoding>,
}

impl Decoded {
    /// Text that needed no decoding.
    pub(super) fn utf8(text: String) -> Self {
        whole(Cow::Owned(text), UTF_8)
    }
}

/// Decodes a file; never fails, as some reading can always be made.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Decoded {
            bom: true,
            ..read_as(encoding, &bytes[mark..])
        };
    }
    let utf8 = std::str::from_utf8(bytes);
    let nul = memchr::memchr(0, bytes).is_some();
    if let Ok(text) = utf8
        && !nul
    {
        return Decoded::utf8(text.to_owned());
    }
    if let Some(encoding) = utf16::without_mark(bytes) {
        return Decoded {
            guessed: true,
            ..read_as(encoding, bytes)
        };
    }
    if nearly_utf8(bytes) {
        return read_as(UTF_8, bytes);
    }
    if let Some(encoding) = declared(bytes) {
        let decoded = read_as(encoding, bytes);
        if lost(&decoded.text) < 0.02 {
            return decoded;
        }
    }
    let (text, flawed) = GB18030.decode_without_bom_handling(bytes);
    let gb = in_use(bytes, gb2312_level_1);
    if gb > 0.8 && lost(&text) < 0.02 {
        return whole(text, GB18030);
    }
    if in_use(bytes, big5_level_1) > gb {
        let big5 = read_as(BIG5, bytes);
        if lost(&big5.text) < 0.02 {
            return Decoded {
                guessed: true,
                ..big5
            };
        }
    }
    if !flawed && gb > 0.0 {
        return Decoded {
            guessed: true,
            ..whole(text, GB18030)
        };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    Decoded {
        guessed: true,
        ..read_as(guess, bytes)
    }
}

fn read_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let encoding = if encoding == GBK { GB18030 } else { encoding };
    whole(encoding.decode_without_bom_handling(bytes).0, encoding)
}

fn whole(text: Cow<'_, str>, encoding: &'static Encoding) -> Decoded {
    Decoded {
        text: text.into_owned(),
        encoding,
        bom: false,
        guessed: false,
        misread_as: None,
    }
}

/// UTF-8 with a cut last character, or with a few broken bytes among much
/// that is sound. Text in another encoding hardly ever forms long sequences.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken * 20 || (broken == 1 && cut_at_end(bytes) && (sound > 0 || bytes.len() > 3))
}

fn cut_at_end(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// The encoding that a page or XML file names itself, if it is one that
/// Chinese pages are written in; `iso-8859-1` is a default nobody chose.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(4096)].to_ascii_lowercase();
    let rest = if let Some(at) = memmem::find(&head, b"<meta") {
        let after = &head[at..];
        &after[memmem::find(after, b"charset")? + b"charset".len()..]
    } else if head.starts_with(b"<?xml") {
        &head[memmem::find(&head, b"encoding")? + b"encoding".len()..]
    } else {
        return None;
    };
    let is_label = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':');
    let start = rest.iter().position(is_label).filter(|&at| at <= 4)?;
    let end = rest[start..].iter().position(|byte| !is_label(byte))? + start;
    let encoding = Encoding::for_label(&rest[start..end])?;
    [GBK, GB18030, BIG5, UTF_8]
        .contains(&encoding)
        .then_some(encoding)
}

/// The share of the two- and four-byte characters that `common` knows as
/// everyday ones: above 0.95 in Chinese prose read in its own encoding, about
/// 0.5 where Big5 is read as GB18030.
pub(super) fn in_use(bytes: &[u8], common: fn(u8, u8) -> bool) -> f64 {
    let (mut all, mut known, mut at) = (0_usize, 0_usize, 0);
    while at + 1 < bytes.len() {
        let (lead, trail) = (bytes[at], bytes[at + 1]);
        if lead < 0x80 {
            at += 1;
            continue;
        }
        all += 1;
        known += usize::from(common(lead, trail));
        at += if trail.is_ascii_digit() { 4 } else { 2 };
    }
    if all == 0 {
        0.0
    } else {
        known as f64 / all as f64
    }
}

/// Symbols and the 3,755 hanzi of level 1 of GB 2312.
pub(super) fn gb2312_level_1(lead: u8, trail: u8) -> bool {
    trail >= 0xA1 && matches!(lead, 0xA1..=0xA9 | 0xB0..=0xD7)
}

/// Symbols and the 5,401 hanzi of level 1 of Big5.
fn big5_level_1(lead: u8, trail: u8) -> bool {
    matches!(trail, 0x40..=0x7E | 0xA1..=0xFE) && matches!(lead, 0xA1..=0xC6)
}

/// The share of characters that could not be decoded.
fn lost(text: &str) -> f64 {
    let (mut all, mut lost) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        lost += usize::from(c == '\u{FFFD}');
    }
    lost as f64 / all.max(1) as f64
}

/// The encoding's name in the Encoding Standard, in lower case.
pub(super) fn name(encoding: &'static Encoding) -> &'static str {
    const LOWER: [(&str, &str); 11] = [
        ("GBK", "gbk"),
        ("UTF-8", "utf-8"),
        ("UTF-16LE", "utf-16le"),
        ("UTF-16BE", "utf-16be"),
        ("Big5", "big5"),
        ("EUC-JP", "euc-jp"),
        ("EUC-KR", "euc-kr"),
        ("Shift_JIS", "shift_jis"),
        ("KOI8-U", "koi8-u"),
        ("IBM866", "ibm866"),
        ("ISO-8859-2", "iso-8859-2"),
    ];
    LOWER
        .iter()
        .find(|(name, _)| *name == encoding.name())
        .map_or(encoding.name(), |(_, lower)| lower)
}
