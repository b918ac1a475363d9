//! Numbers for the characters and grams of two plans.

use std::collections::HashMap;

use super::gram::{self, Mix};
use super::stock;

/// A gram's number in a [`Lexicon`].
pub(super) type GramId = u32;

/// A character's number in a [`Lexicon`].
pub(super) type CharId = u16;

/// Numbers grams and characters. A local plan's lexicon lies over the reference's, so that
/// the reference is indexed once.
#[derive(Debug, Default)]
pub(super) struct Lexicon<'b> {
    base: Option<&'b Lexicon<'b>>,
    chars: HashMap<char, CharId, Mix>,
    /// By the numbers of both characters.
    twos: HashMap<u32, GramId, Mix>,
    /// By the number of the first two and the last character.
    threes: HashMap<u64, GramId, Mix>,
    /// Of the own grams.
    makes: Vec<Make>,
}

/// How many bytes of text there are at least for each gram that is new.
const BYTES_A_GRAM: usize = 6;
/// In a long text nearly all grams have stood before.
const MOST_RESERVED: usize = 1 << 15;

/// What a gram is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Make {
    /// It lies inside a stock phrase or a figure: two documents that give the
    /// same year need not say the same.
    pub stock: bool,
    /// It is of three characters, not two.
    pub three: bool,
    /// Two characters that lie in no stock phrase and no word of every field:
    /// they tell what a document is about.
    pub topical: bool,
}

impl Make {
    fn of(key: u64, three: bool) -> Self {
        let inside = stock::GRAMS.get(&key);
        Self {
            stock: inside == Some(&stock::Inside::Stock) || gram::has_digit(key),
            three,
            topical: inside.is_none() && !three,
        }
    }
}

/// A gram of two characters.
pub(super) struct Two {
    pub id: GramId,
    pub is_stock: bool,
}

impl<'b> Lexicon<'b> {
    pub(super) fn over(base: &'b Lexicon<'b>) -> Self {
        Self {
            base: Some(base),
            ..Self::default()
        }
    }

    /// Makes room for the grams of a text of so many bytes.
    pub(super) fn reserve_for(&mut self, bytes: usize) {
        let grams = (bytes / BYTES_A_GRAM).min(MOST_RESERVED);
        self.twos.reserve(grams / 2);
        self.threes.reserve(grams * 3 / 4);
        self.makes.reserve(grams);
    }

    /// The number of the first own gram.
    fn first(&self) -> usize {
        self.base.map_or(0, |base| base.makes.len())
    }

    /// One past the highest number of a character.
    pub(super) fn chars(&self) -> usize {
        self.base.map_or(0, |base| base.chars.len()) + self.chars.len()
    }

    /// What each gram is made of, in the order of their numbers.
    pub(super) fn makes(&self) -> impl Iterator<Item = Make> + '_ {
        let base = self.base.map_or(&[][..], |base| &base.makes);
        base.iter().chain(&self.makes).copied()
    }

    pub(super) fn number(&mut self, character: char) -> CharId {
        if let Some(&id) = self.base.and_then(|base| base.chars.get(&character)) {
            return id;
        }
        let next = self.chars();
        *self.chars.entry(character).or_insert(next as CharId)
    }

    /// The gram of two characters with these numbers.
    pub(super) fn two(&mut self, chars: [char; 2], numbers: [CharId; 2]) -> Two {
        let [one, other] = numbers.map(u32::from);
        let key = one << CharId::BITS | other;
        if let Some(base) = self.base
            && let Some(&id) = base.twos.get(&key)
        {
            let is_stock = base.makes[id as usize].stock;
            return Two { id, is_stock };
        }
        let first = self.first();
        let id = *self.twos.entry(key).or_insert_with(|| {
            let id = first + self.makes.len();
            let [one, other] = chars;
            self.makes.push(Make::of(gram::two(one, other), false));
            id as GramId
        });
        let is_stock = self.makes[id as usize - first].stock;
        Two { id, is_stock }
    }

    /// The number of the gram of three characters that begins with this one of
    /// two.
    pub(super) fn three(&mut self, chars: [char; 3], two: GramId, last: CharId) -> GramId {
        let key = u64::from(two) << CharId::BITS | u64::from(last);
        if let Some(&id) = self.base.and_then(|base| base.threes.get(&key)) {
            return id;
        }
        let first = self.first();
        *self.threes.entry(key).or_insert_with(|| {
            let id = first + self.makes.len();
            let [one, other, last] = chars;
            self.makes
                .push(Make::of(gram::three(one, other, last), true));
            id as GramId
        })
    }
}
