//! Finds the words of a list in Chinese text.
//!
//! A list of Han words is told apart by first characters: a table of them is
//! ready at once, where an automaton over bytes takes longer to build than to
//! read a whole plan (a seventh of all instructions of one comparison).

/// Words that are looked for together.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// The words with their numbers, by first character, the longer first.
    words: Vec<(char, &'static str, usize)>,
    /// A bit for each first character, by its last twelve bits.
    firsts: [u64; 1 << (BITS - 6)],
}

const BITS: u32 = 12;

/// A word in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where it starts, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its number in the list.
    pub word: usize,
}

impl Vocabulary {
    /// Takes up the words of a list, numbered from 0.
    pub(crate) fn new(list: impl IntoIterator<Item = &'static str>) -> Self {
        let mut words: Vec<_> = list
            .into_iter()
            .enumerate()
            .filter_map(|(number, word)| Some((word.chars().next()?, word, number)))
            .collect();
        words.sort_unstable_by_key(|&(first, word, number)| {
            (first, std::cmp::Reverse(word.len()), number)
        });
        let mut firsts = [0; 1 << (BITS - 6)];
        for &(first, ..) in &words {
            let (place, bit) = place_of(first);
            firsts[place] |= bit;
        }
        Self { words, firsts }
    }

    /// The longest word that the text begins with.
    pub(crate) fn at_start(&self, text: &str) -> Option<Found> {
        self.at(text, 0, text.chars().next()?)
    }

    fn at(&self, text: &str, start: usize, first: char) -> Option<Found> {
        let (place, bit) = place_of(first);
        if self.firsts[place] & bit == 0 {
            return None;
        }
        let from = self.words.partition_point(|&(other, ..)| other < first);
        let rest = &text.as_bytes()[start..];
        let (_, word, number) = self.words[from..]
            .iter()
            .take_while(|&&(other, ..)| other == first)
            .find(|(_, word, _)| rest.starts_with(word.as_bytes()))?;
        Some(Found {
            start,
            end: start + word.len(),
            word: *number,
        })
    }

    /// The first place where a word stands, with the longest word there.
    pub(crate) fn find(&self, text: &str) -> Option<Found> {
        self.find_all(text).next()
    }

    /// The words of a text from left to right, at each place the longest; none
    /// begins inside another.
    pub(crate) fn find_all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Found> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let mut chars = text[from..].char_indices();
            let found = chars.find_map(|(at, first)| self.at(text, from + at, first))?;
            from = found.end;
            Some(found)
        })
    }
}

fn place_of(first: char) -> (usize, u64) {
    let low = u32::from(first) & ((1 << BITS) - 1);
    ((low >> 6) as usize, 1 << (low & 63))
}

#[cfg(test)]
mod tests {
    use aho_corasick::{AhoCorasick, MatchKind};
    use proptest::prelude::*;

    use super::*;

    const WORDS: [&str; 8] = ["健全", "完善", "建立", "建立健全", "要", "必要", "（", "AB"];

    fn read(text: &str) -> Vec<&str> {
        let words = Vocabulary::new(WORDS);
        let found = words.find_all(text);
        found.map(|found| &text[found.start..found.end]).collect()
    }

    #[test]
    fn at_each_place_the_longest_word_is_found() {
        for (text, expected) in [
            ("建立健全制度", &["建立健全"][..]),
            ("要建立、健全", &["要", "建立", "健全"]),
            ("必要（ABAB", &["必要", "（", "AB", "AB"]),
            ("建全", &[]),
            ("", &[]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        let words = Vocabulary::new(WORDS);
        assert_eq!(words.at_start("建立健全").map(|found| found.word), Some(3));
        assert_eq!(words.at_start("应建立"), None);
    }

    proptest! {
        /// An automaton that finds the leftmost longest words finds the same.
        #[test]
        fn the_words_are_those_that_an_automaton_finds(text in "[建立健全完善必要（AB，]{0,40}") {
            let automaton = AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .build(WORDS)
                .expect("the words fit an automaton");
            let expected: Vec<_> = automaton.find_iter(&text).map(|found| &text[found.range()]).collect();
            prop_assert_eq!(read(&text), expected);
        }
    }
}
