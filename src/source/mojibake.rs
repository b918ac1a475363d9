//! Text that was decoded in a wrong encoding and saved so: put back where the
//! bytes can be had again.
//!
//! Chinese as UTF-8 that was read in an encoding of one byte a character (Mac
//! Cyrillic, windows-1252 …) or as GBK, and Chinese as GBK that was read as
//! windows-1252. Undone only where nearly everything becomes Chinese; where
//! bytes were lost on the way, as in 锟斤拷, nothing can be undone.

use super::decode;
use encoding_rs::{
    Encoding, GB18030, GBK, IBM866, KOI8_R, MACINTOSH, WINDOWS_1251, WINDOWS_1252, X_MAC_CYRILLIC,
};

/// Text as it was meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Undone {
    /// Bytes that could not be had again stand as U+FFFD.
    pub text: String,
    /// The encoding that it had been read in by mistake.
    pub from: &'static Encoding,
}

/// Undoes a wrong decoding, if there was one.
pub(super) fn undo(text: &str) -> Option<Undone> {
    let sample = sample(text);
    let foreign = sample.chars().filter(|c| *c < FIRST_WIDE).count();
    let all = sample.chars().count();
    if all == 0 {
        None
    } else if foreign * 5 > all * 4 {
        SINGLE_BYTE
            .into_iter()
            .find_map(|from| undo_single_byte(text, from))
    } else if sample.chars().filter(|c| SEEN_AS_GBK.contains(c)).count() * 100 >= all {
        undo_gbk(text)
    } else {
        None
    }
}

/// Encodings of one byte a character that Chinese is read in by mistake.
const SINGLE_BYTE: [&Encoding; 6] = [
    WINDOWS_1252,
    X_MAC_CYRILLIC,
    WINDOWS_1251,
    MACINTOSH,
    KOI8_R,
    IBM866,
];

/// No byte of UTF-8: stands for what the wrong decoding could not read.
const LOST: u8 = 0xFF;

/// Radicals, CJK punctuation, Han and full-width forms stand from here on.
const FIRST_WIDE: char = '\u{2E80}';

/// What the first two bytes of `，：（` , `。、《`, `的` and `和` are in GBK: hardly
/// ever seen in a text, and in misread Chinese every tenth character.
const SEEN_AS_GBK: [char; 4] = ['锛', '銆', '鐨', '鍜'];

/// The first characters outside of ASCII.
fn sample(text: &str) -> String {
    const WITHIN: usize = 1 << 18;
    const CHARACTERS: usize = 2000;
    let end = text.floor_char_boundary(WITHIN);
    text[..end]
        .chars()
        .filter(|c| !c.is_ascii())
        .take(CHARACTERS)
        .collect()
}

fn undo_single_byte(text: &str, from: &'static Encoding) -> Option<Undone> {
    let table = Table::of(from);
    let bytes: Option<Vec<u8>> = text
        .chars()
        .map(|c| match c {
            char::REPLACEMENT_CHARACTER => Some(LOST),
            c => table.byte(c),
        })
        .collect();
    let bytes = bytes?;
    if let Some(undone) = rejoin(&bytes, from, |byte| table.characters[usize::from(byte)]) {
        return Some(undone);
    }
    if decode::in_use(&bytes, decode::gb2312_level_1) < 0.9 {
        return None;
    }
    let text = GB18030
        .decode_without_bom_handling_and_without_replacement(&bytes)?
        .into_owned();
    is_chinese(&text).then_some(Undone { text, from })
}

fn undo_gbk(text: &str) -> Option<Undone> {
    let mut bytes = Vec::with_capacity(text.len());
    for (at, piece) in text.split('\u{FFFD}').enumerate() {
        if at > 0 {
            bytes.push(LOST);
        }
        // Four bytes of GB18030 may have been read as one character.
        let (encoded, _, unmappable) = GBK.encode(piece);
        let (encoded, _, unmappable) = if unmappable {
            GB18030.encode(piece)
        } else {
            (encoded, GBK, false)
        };
        if unmappable {
            return None;
        }
        bytes.extend_from_slice(&encoded);
    }
    rejoin(&bytes, GBK, |_| char::REPLACEMENT_CHARACTER)
}

/// Reads the bytes as the UTF-8 they were. A blank that was put in later is
/// kept; of other odd bytes one to four characters
/// is borne: GBK loses one wherever an odd count of bytes ends.
fn rejoin(bytes: &[u8], from: &'static Encoding, character: impl Fn(u8) -> char) -> Option<Undone> {
    let mut text = String::with_capacity(bytes.len());
    let mut odd = 0_usize;
    let mut broken = false;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        broken &= chunk.valid().is_empty();
        for byte in chunk.invalid() {
            let c = character(*byte);
            if c.is_whitespace() {
                text.push(c);
            } else if !broken {
                text.push(char::REPLACEMENT_CHARACTER);
                broken = true;
                odd += 1;
            }
        }
        if odd * 10 > text.len() + 100 {
            return None;
        }
    }
    let wide = text
        .chars()
        .filter(|c| *c >= FIRST_WIDE && *c != char::REPLACEMENT_CHARACTER)
        .count();
    let text = text.trim_start_matches('\u{FEFF}').to_owned();
    (is_chinese(&text) && odd * 4 <= wide + 20).then_some(Undone { text, from })
}

/// Whether nine in ten characters outside of ASCII are Chinese.
fn is_chinese(text: &str) -> bool {
    let (mut wide, mut other) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        match c {
            '\u{A0}' | '\u{2010}'..='\u{203B}' | char::REPLACEMENT_CHARACTER => {}
            c if c >= FIRST_WIDE => wide += 1,
            _ => other += 1,
        }
    }
    wide >= 2 && wide >= other * 9
}

/// An encoding of one byte a character, both ways.
struct Table {
    characters: [char; 256],
    /// Characters above ASCII with their bytes, sorted.
    bytes: Vec<(char, u8)>,
}

impl Table {
    fn of(encoding: &'static Encoding) -> Self {
        let mut characters = ['\0'; 256];
        for byte in 0..=u8::MAX {
            let character = encoding
                .decode_without_bom_handling(&[byte])
                .0
                .chars()
                .next();
            characters[usize::from(byte)] = character.unwrap_or_default();
        }
        let mut bytes: Vec<(char, u8)> = (0x80..=u8::MAX)
            .map(|byte| (characters[usize::from(byte)], byte))
            .collect();
        if encoding == WINDOWS_1252 {
            // ISO 8859-1 has control characters where windows-1252 has marks.
            bytes.extend((0x80..=0x9F_u8).map(|byte| (char::from(byte), byte)));
        }
        bytes.sort_unstable();
        Self { characters, bytes }
    }

    fn byte(&self, c: char) -> Option<u8> {
        if c.is_ascii() {
            return Some(c as u8);
        }
        let at = self
            .bytes
            .binary_search_by_key(&c, |(character, _)| *character)
            .ok()?;
        Some(self.bytes[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEANT: &str = "关于做好防汛工作的通知\n一、总体要求。坚持“预防为主、防治结合”，到2030年基本建成体系。\n\
        （一）完善预案（市应急局牵头）\n";

    fn misread(bytes: &[u8], encoding: &'static Encoding) -> String {
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    }

    #[test]
    fn utf8_read_in_an_encoding_of_single_bytes_is_put_back() {
        for from in SINGLE_BYTE {
            let undone = undo(&misread(MEANT.as_bytes(), from)).expect("undone");
            assert_eq!(
                undone,
                Undone {
                    text: MEANT.into(),
                    from
                }
            );
        }
        let latin_1: String = MEANT.bytes().map(char::from).collect();
        assert_eq!(undo(&latin_1).unwrap().text, MEANT);
        let marked = format!("\u{FEFF}{MEANT}");
        assert_eq!(
            undo(&misread(marked.as_bytes(), WINDOWS_1252))
                .unwrap()
                .text,
            MEANT
        );
    }

    #[test]
    fn blanks_that_a_page_put_in_later_are_kept() {
        let misread = misread(MEANT.as_bytes(), X_MAC_CYRILLIC).replace('\n', "\n\u{A0} ");
        assert_eq!(
            undo(&misread).unwrap().text,
            MEANT.replace('\n', "\n\u{A0} ")
        );
    }

    #[test]
    fn gbk_read_as_windows_1252_is_put_back() {
        let gbk = GBK.encode(MEANT).0;
        let undone = undo(&misread(&gbk, WINDOWS_1252)).unwrap();
        assert_eq!(
            undone,
            Undone {
                text: MEANT.into(),
                from: WINDOWS_1252
            }
        );
    }

    #[test]
    fn utf8_read_as_gbk_is_put_back_but_for_the_bytes_that_were_lost() {
        let even = "做好防汛工作，到年底建成体系";
        assert_eq!(
            undo(&misread(even.as_bytes(), GBK))
                .map(|undone| undone.text)
                .as_deref(),
            Some(even)
        );
        let undone = undo(&misread(MEANT.as_bytes(), GBK)).unwrap();
        let missing = undone.text.matches('\u{FFFD}').count();
        assert!(missing <= MEANT.lines().count() + 2, "{}", undone.text);
        assert!(
            undone.text.starts_with("关于做好防汛工作的通"),
            "{}",
            undone.text
        );
    }

    #[test]
    fn sound_text_of_any_script_is_left_alone() {
        for text in [
            MEANT,
            "做好災害應變準備工作，確保各區公所與有關機關密切配合。",
            "О порядке подготовки плана действий",
            "Règlement général — à la façon de l’été",
            "Verfügung über Maßnahmen",
            "Σχέδιο δράσης",
            "計画の実施について、次のとおり定める。",
            "plain ASCII",
            "锟斤拷锟斤拷锟斤拷锟斤拷",
            "①②③ — “ ” …",
            "",
        ] {
            assert_eq!(undo(text), None, "{text}");
        }
    }
}
