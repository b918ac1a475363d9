//! Characters and the grams made of them.

use std::hash::{BuildHasherDefault, Hasher};

/// Hashes one integer by multiplication: grams are looked up by the ten
/// thousand, and the default hash would be most of the cost.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct MixHasher(u64);

/// Builds [`MixHasher`]s; the same key gives the same hash in every run.
pub(super) type Mix = BuildHasherDefault<MixHasher>;

impl Hasher for MixHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.write_u64(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        let mixed = (self.0 ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 29);
    }
}

const CHAR_BITS: u32 = 21;

/// The key of two neighbouring characters.
pub(super) fn two(first: char, second: char) -> u64 {
    (u64::from(u32::from(first)) << CHAR_BITS) | u64::from(u32::from(second))
}

/// The key of three neighbouring characters.
pub(super) fn three(first: char, second: char, third: char) -> u64 {
    (two(first, second) << CHAR_BITS) | u64::from(u32::from(third))
}

/// Whether one of the last two characters of a gram is a digit.
pub(super) fn has_digit(gram: u64) -> bool {
    let digits = u64::from(u32::from('0'))..=u64::from(u32::from('9'));
    let mask = (1 << CHAR_BITS) - 1;
    digits.contains(&(gram & mask)) || digits.contains(&((gram >> CHAR_BITS) & mask))
}

/// The character as compared: full-width letters and digits made plain, in
/// lower case. `None` for marks and blanks, so that a text whose marks were
/// lost compares like one that kept them.
pub(super) fn folded(character: char) -> Option<char> {
    match character {
        '\u{3400}'..='\u{9FFF}' | '0'..='9' | 'a'..='z' | '\u{20000}'..='\u{323AF}' => {
            Some(character)
        }
        'A'..='Z' => Some(character.to_ascii_lowercase()),
        '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            char::from_u32(u32::from(character) - 0xFEE0).map(|plain| plain.to_ascii_lowercase())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_folded_and_marks_dropped() {
        let plain: String = "《规划》（２０１２Ｎo.7）、"
            .chars()
            .filter_map(folded)
            .collect();
        assert_eq!(plain, "规划2012no7");
    }

    #[test]
    fn figures_are_told_from_words() {
        assert!(has_digit(two('5', '年')));
        assert!(has_digit(three('到', '2', '0')));
        assert!(!has_digit(two('五', '年')));
        assert!(!has_digit(three('监', '督', '检')));
    }

    #[test]
    fn keys_of_different_grams_differ() {
        assert_ne!(two('监', '督'), two('督', '监'));
        assert_ne!(three('监', '督', '检'), two('督', '检'));
    }
}
