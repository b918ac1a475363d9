//! UTF-16 without a byte order mark, known by its pattern: in one of the two
//! byte orders nearly every unit is a Han character, Chinese punctuation or ASCII.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// The byte order in which the bytes are Chinese text, if one is.
pub(super) fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let read = |unit: fn([u8; 2]) -> u16| {
        let (mut all, mut plausible, mut ascii) = (0_usize, 0_usize, 0_usize);
        for pair in bytes.chunks_exact(2) {
            let unit = unit([pair[0], pair[1]]);
            all += 1;
            plausible += usize::from(expected(unit));
            ascii += usize::from(unit < 0x80);
        }
        (plausible * 20 > all * 19).then_some((plausible, ascii))
    };
    let (little, big) = (read(u16::from_le_bytes), read(u16::from_be_bytes));
    let (encoding, ascii) = match (little, big) {
        (Some(little), Some(big)) if big.0 > little.0 => (UTF_16BE, big.1),
        (Some(little), _) => (UTF_16LE, little.1),
        (None, Some(big)) => (UTF_16BE, big.1),
        (None, None) => return None,
    };
    // Letters of ASCII read in pairs also fall among the Han; but then hardly
    // a byte is above 0x7F, and none is zero.
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    (ascii > 0 || high * 8 > bytes.len()).then_some(encoding)
}

/// Units that Chinese prose consists of: ASCII, general punctuation, enclosed
/// numbers, CJK symbols, Han (with extension A), and full-width forms.
fn expected(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA0..=0xFF | 0x2010..=0x206F | 0x2150..=0x21FF
        | 0x2460..=0x24FF | 0x25A0..=0x25FF | 0x3000..=0x303F | 0x3220..=0x32FF | 0x3400..=0x9FFF | 0xFF00..=0xFFEF)
}
