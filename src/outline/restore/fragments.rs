//! The damaged text cut at its marks.

use std::collections::HashMap;
use std::ops::Range;

pub(super) type Bigram = (char, char);

/// The runs of characters between marks, by index of character.
pub(super) struct Fragments {
    pub chars: Vec<char>,
    /// Byte offset of each character, and the length of the text.
    offsets: Vec<usize>,
    pub spans: Vec<Range<usize>>,
    /// Where each pair of Chinese characters stands, in order.
    places: HashMap<Bigram, Vec<u32>>,
}

/// Fragments of one chapter, after its number.
#[derive(Debug, Clone)]
pub(super) struct Chapter {
    /// The fragment that is the number.
    pub number: usize,
    pub fragments: Range<usize>,
}

impl Fragments {
    pub fn new(text: &str) -> Self {
        let (mut chars, mut offsets) = (Vec::new(), Vec::new());
        for (at, char) in text.char_indices() {
            chars.push(char);
            offsets.push(at);
        }
        offsets.push(text.len());
        let mut spans = Vec::new();
        let mut start = 0;
        for at in 0..=chars.len() {
            if at == chars.len() || is_mark(chars[at]) {
                if start < at {
                    spans.push(start..at);
                }
                start = at + 1;
            }
        }
        let mut places: HashMap<Bigram, Vec<u32>> = HashMap::new();
        for (at, pair) in chars.windows(2).enumerate() {
            if is_han(pair[0]) && is_han(pair[1]) {
                places
                    .entry((pair[0], pair[1]))
                    .or_default()
                    .push(at as u32);
            }
        }
        Self {
            chars,
            offsets,
            spans,
            places,
        }
    }

    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// The characters of a fragment; none before the first and after the last.
    pub fn at(&self, index: Option<usize>) -> &[char] {
        index
            .and_then(|index| self.spans.get(index))
            .map_or(&[], |span| &self.chars[span.clone()])
    }

    pub fn bytes(&self, chars: Range<usize>) -> Range<usize> {
        self.offsets[chars.start]..self.offsets[chars.end]
    }

    /// Whether a pair of characters occurs between two places.
    pub fn occurs(&self, pair: Bigram, within: Range<usize>) -> bool {
        let places = self.places(pair);
        let next = places.partition_point(|&place| (place as usize) < within.start);
        places
            .get(next)
            .is_some_and(|&place| (place as usize) < within.end)
    }

    /// Where a pair of characters stands.
    pub fn places(&self, pair: Bigram) -> &[u32] {
        self.places.get(&pair).map_or(&[], Vec::as_slice)
    }

    /// The longest run of chapter numbers 一 二 三 …; each must be a whole
    /// fragment (`统一.开放` holds none) with a full stop after it.
    pub fn chapters(&self) -> Vec<Chapter> {
        let numbers: Vec<(usize, usize)> = (0..self.len())
            .filter(|&index| matches!(self.chars.get(self.spans[index].end), Some('.' | '．')))
            .filter_map(|index| Some((index, numeral(self.at(Some(index)))?)))
            .collect();
        // For each number the nearest one to the right that goes on from it.
        let mut nearest: HashMap<usize, usize> = HashMap::new();
        let mut run: Vec<(usize, Option<usize>)> = vec![(0, None); numbers.len()];
        for place in (0..numbers.len()).rev() {
            let next = nearest.get(&(numbers[place].1 + 1)).copied();
            run[place] = (1 + next.map_or(0, |next| run[next].0), next);
            nearest.insert(numbers[place].1, place);
        }
        let first = (0..numbers.len())
            .filter(|&place| numbers[place].1 == 1)
            .max_by_key(|&place| (run[place].0, std::cmp::Reverse(place)));
        let found: Vec<usize> = std::iter::successors(first, |&place| run[place].1)
            .map(|place| numbers[place].0)
            .collect();
        found
            .iter()
            .enumerate()
            .map(|(place, &number)| Chapter {
                number,
                fragments: number + 1..found.get(place + 1).copied().unwrap_or(self.len()),
            })
            .filter(|chapter| !chapter.fragments.is_empty())
            .collect()
    }
}

/// A stop, or what deleted brackets left behind.
pub(super) fn is_mark(char: char) -> bool {
    matches!(char, '.' | '．' | '(' | ')') || char.is_whitespace()
}

pub(super) fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

pub(super) fn bigrams(chars: &[char]) -> impl Iterator<Item = Bigram> + '_ {
    chars
        .windows(2)
        .filter(|pair| is_han(pair[0]) && is_han(pair[1]))
        .map(|pair| (pair[0], pair[1]))
}

fn numeral(chars: &[char]) -> Option<usize> {
    const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    if chars.is_empty() || chars.len() > 3 {
        return None;
    }
    let (mut value, mut digit) = (0, 0);
    for char in chars {
        match DIGITS.iter().position(|known| known == char) {
            Some(_) if digit > 0 => return None,
            Some(found) => digit = found + 1,
            None if *char == '十' && value == 0 => {
                value = 10 * digit.max(1);
                digit = 0;
            }
            None => return None,
        }
    }
    Some(value + digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<String> {
        let fragments = Fragments::new(text);
        fragments
            .chapters()
            .iter()
            .map(|chapter| fragments.at(Some(chapter.number)).iter().collect())
            .collect()
    }

    #[test]
    fn chapter_numbers_are_whole_fragments_in_sequence() {
        for (text, expected) in [
            ("前言.一.种树.二.修渠.三.养鱼", "一 二 三"),
            ("一.建成统一.开放的市场.二.修渠", "一 二"),
            ("一.种树.五.不算.二.修渠", "一 二"),
            ("九.不算.十.也不算", ""),
            ("一.甲.二.乙.一.丙.二.丁.三.戊", "一 二 三"),
        ] {
            assert_eq!(numbers(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn numerals_go_past_ten() {
        for (text, expected) in [
            ("九", Some(9)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("二十一", Some(21)),
            ("一一", None),
            ("统一", None),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(numeral(&chars), expected, "{text}");
        }
    }
}
