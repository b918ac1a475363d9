//! Finds the words of a list in Chinese text.
//!
//! A list of Han words is told apart by first characters: a table of them is
//! ready at once, where an automaton over bytes takes longer to build than to
//! read a whole plan (a seventh of all instructions of one comparison).

/// Words that are looked for together.
#[derive(Debug)]
pub(crate) struct Vocabulary(Table);

/// Words of which one may end a text.
#[derive(Debug)]
pub(crate) struct Endings(Table);

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
        Self(Table::new(list, |word| {
            first(word.as_bytes()).map(|(slot, _)| slot)
        }))
    }

    /// The longest word that the text begins with.
    pub(crate) fn at_start(&self, text: &str) -> Option<Found> {
        let (slot, _) = first(text.as_bytes())?;
        self.at(text.as_bytes(), 0, slot)
    }

    fn at(&self, text: &[u8], start: usize, slot: Slot) -> Option<Found> {
        let rest = &text[start..];
        let mut words = self.0.words(slot);
        let found = words.find(|word| rest.starts_with(word.text.as_bytes()))?;
        Some(Found {
            start,
            end: start + found.text.len(),
            word: found.number,
        })
    }

    /// The numbers of a word, more than one where the list repeats it.
    pub(crate) fn numbers(&self, word: &str) -> impl Iterator<Item = usize> {
        let slot = first(word.as_bytes()).map(|(slot, _)| slot);
        let words = slot.into_iter().flat_map(|slot| self.0.words(slot));
        let same = words.filter(move |other| other.text == word);
        same.map(|word| word.number)
    }

    /// The first place where a word stands, with the longest word there.
    pub(crate) fn find(&self, text: &str) -> Option<Found> {
        self.find_from(text.as_bytes(), 0)
    }

    fn find_from(&self, text: &[u8], from: usize) -> Option<Found> {
        let mut rest = &text[from..];
        while let Some((slot, after)) = first(rest) {
            if self.0.has_words(slot)
                && let Some(found) = self.at(text, text.len() - rest.len(), slot)
            {
                return Some(found);
            }
            rest = after;
        }
        None
    }

    /// Whether a word stands anywhere in the text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// The words of a text from left to right, at each place the longest; none
    /// begins inside another.
    pub(crate) fn find_all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Found> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.find_from(text.as_bytes(), from)?;
            from = found.end;
            Some(found)
        })
    }
}

impl Endings {
    /// Takes up the words of a list.
    pub(crate) fn new(list: impl IntoIterator<Item = &'static str>) -> Self {
        Self(Table::new(list, |word| last(word.as_bytes())))
    }

    /// The longest word that the text ends with.
    pub(crate) fn at_end(&self, text: &str) -> Option<&'static str> {
        let mut words = self.0.words(last(text.as_bytes())?);
        let found = words.find(|word| text.as_bytes().ends_with(word.text.as_bytes()))?;
        Some(found.text)
    }
}

/// Words by the last twelve bits of their first or last character: a row for
/// the upper six of them, in it a column for the lower six. In UTF-8 these are
/// what the last two bytes of a character hold, so nothing need be decoded.
#[derive(Debug)]
struct Table {
    /// Row by row and column by column, the longer first.
    words: Vec<Word>,
    /// Where the words of each row begin, and where the last row ends.
    rows: [u16; SIDE + 1],
    /// The columns of each row that hold words, a bit each.
    columns: [u64; SIDE],
}

#[derive(Debug)]
struct Word {
    slot: Slot,
    text: &'static str,
    number: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Slot {
    row: u8,
    column: u8,
}

/// Rows and columns of a table.
const SIDE: usize = 1 << 6;

impl Slot {
    /// Of the last two bytes of a character; the bits that all such bytes have
    /// in common are left out.
    const fn new(row: u8, column: u8) -> Self {
        Self {
            row: row % SIDE as u8,
            column: column % SIDE as u8,
        }
    }

    const fn of_ascii(char: u8) -> Self {
        Self::new(char / SIDE as u8, char)
    }
}

impl Table {
    fn new(
        list: impl IntoIterator<Item = &'static str>,
        slot_of: impl Fn(&str) -> Option<Slot>,
    ) -> Self {
        let numbered = list.into_iter().enumerate();
        let mut words: Vec<_> = numbered
            .filter_map(|(number, text)| {
                let slot = slot_of(text)?;
                Some(Word { slot, text, number })
            })
            .collect();
        words.sort_unstable_by_key(|word| {
            (word.slot, std::cmp::Reverse(word.text.len()), word.number)
        });
        let mut rows = [0; SIDE + 1];
        let mut columns = [0; SIDE];
        for word in &words {
            let row = usize::from(word.slot.row);
            rows[row + 1] += 1;
            columns[row] |= 1 << word.slot.column;
        }
        for row in 0..SIDE {
            rows[row + 1] += rows[row];
        }
        Self {
            words,
            rows,
            columns,
        }
    }

    fn has_words(&self, slot: Slot) -> bool {
        self.columns[usize::from(slot.row)] >> slot.column & 1 != 0
    }

    /// The words of a slot, the longer first.
    fn words(&self, slot: Slot) -> impl Iterator<Item = &Word> {
        let row = usize::from(slot.row);
        let words = usize::from(self.rows[row])..usize::from(self.rows[row + 1]);
        let words = self.words[words].iter();
        words.filter(move |word| word.slot.column == slot.column)
    }
}

/// The slot of the first character of a text, and the text after it.
#[inline]
fn first(text: &[u8]) -> Option<(Slot, &[u8])> {
    match text {
        [0xE0..=0xEF, row, column, after @ ..] => Some((Slot::new(*row, *column), after)),
        [char @ ..0x80, after @ ..] => Some((Slot::of_ascii(*char), after)),
        _ => first_of_rare_width(text),
    }
}

/// The same where the first character takes two bytes or four.
fn first_of_rare_width(text: &[u8]) -> Option<(Slot, &[u8])> {
    match text {
        [row @ ..0xE0, column, after @ ..] | [_, _, row, column, after @ ..] => {
            Some((Slot::new(*row, *column), after))
        }
        _ => None,
    }
}

/// The slot of the last character of a text.
fn last(text: &[u8]) -> Option<Slot> {
    match *text {
        [.., char @ ..0x80] => Some(Slot::of_ascii(char)),
        [.., row, column] => Some(Slot::new(row, column)),
        _ => None,
    }
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
        let repeated = Vocabulary::new(["要", "健全", "要"]);
        assert!(repeated.numbers("要").eq([0, 2]));
        assert!(words.is_in("应建立") && !words.is_in("应建"));
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

        /// Characters of every width are told apart, also those of one slot.
        #[test]
        fn the_longest_word_at_either_end_is_found(text in "[e!é“健恥䁥僩𠁥]{0,4}") {
            const WORDS: [&str; 8] = ["e", "!", "é", "健", "恥", "恥e", "𠁥", "健𠁥"];
            let longest = |fits: &dyn Fn(&str) -> bool| {
                WORDS.into_iter().filter(|word| fits(word)).max_by_key(|word| word.len())
            };
            let at_start = Vocabulary::new(WORDS).at_start(&text);
            prop_assert_eq!(
                at_start.map(|found| WORDS[found.word]),
                longest(&|word| text.starts_with(word)),
            );
            prop_assert_eq!(
                Endings::new(WORDS).at_end(&text),
                longest(&|word| text.ends_with(word)),
            );
        }
    }
}
