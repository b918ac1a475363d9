//! What speaks for a heading: its own shape, its neighbours, and what the
//! chapter says before and after it.

use std::ops::Range;

use super::ends::{first_pair, last_pair, size};
use super::fragments::{Bigram, Fragments, bigrams};
use super::lexicon::{Opening, Shape, bare, is_verb};
use super::weights::{Sign, Template};

/// Characters that may be a heading: one fragment or a few; the first may
/// begin within a fragment, after the chapter's own heading.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub chars: Range<usize>,
    /// First and last fragment.
    pub first: usize,
    pub last: usize,
}

/// The fragments of a chapter and what they say of each other.
pub(super) struct Scene<'a> {
    pub text: &'a Fragments,
    shapes: &'a [Shape],
    ends: &'a [f32],
    pub fragments: Range<usize>,
    /// Fragments that look like headings, with the pairs of their content.
    likely: Vec<(usize, Vec<Bigram>)>,
    /// The first sentence, which holds the chapter's own heading.
    first: Range<usize>,
    first_parts: usize,
    first_content: Vec<Bigram>,
}

/// Over how many fragments headings are compared.
const REACH: usize = 60;
/// Over how many characters a heading's wording is looked for.
const WINDOW: usize = 250;
/// Log-odds from which a mark may be the end of a sentence.
const MAY_END: f32 = -1.5;
/// How many fragments a neighbouring sentence is followed.
const LONGEST_SENTENCE: usize = 12;

impl<'a> Scene<'a> {
    pub fn new(
        text: &'a Fragments,
        shapes: &'a [Shape],
        ends: &'a [f32],
        fragments: Range<usize>,
    ) -> Self {
        let looks_likely = |index: &usize| {
            let shape = shapes[*index];
            (4..=30).contains(&text.spans[*index].len())
                && (shape.opening == Opening::Standing || shape.opening.is_verb())
                && matches!(shape.closing as u8, 1 | 2)
                && ends[*index] > MAY_END
                && ends[*index - 1] > MAY_END
        };
        let likely = (fragments.start + 1..fragments.end)
            .filter(looks_likely)
            .map(|index| (index, content(text.at(Some(index)))))
            .collect();
        let last = (fragments.start..fragments.end)
            .take(4)
            .find(|&index| ends[index] >= 0.0)
            .unwrap_or((fragments.start + 3).min(fragments.end - 1));
        let first = text.spans[fragments.start].start..text.spans[last].end;
        Self {
            first_parts: last - fragments.start + 1,
            first_content: content(&text.chars[first.clone()]),
            text,
            shapes,
            ends,
            fragments,
            likely,
            first,
        }
    }

    /// The chapter's characters.
    fn chars(&self) -> Range<usize> {
        self.text.spans[self.fragments.start].start..self.text.spans[self.fragments.end - 1].end
    }

    fn inside(&self, index: usize) -> Option<usize> {
        self.fragments.contains(&index).then_some(index)
    }

    fn shape(&self, index: Option<usize>) -> Shape {
        index.map_or_else(|| Shape::of(&[]), |index| self.shapes[index])
    }

    /// The signs of a stretch as a heading.
    pub fn signs(&self, stretch: &Stretch, put: &mut impl FnMut(Sign)) {
        let chars = &self.text.chars[stretch.chars.clone()];
        let shape = Shape::of(chars);
        own(stretch, chars, shape, put);
        self.parts(stretch, shape, put);
        self.neighbours(stretch, chars, shape, put);
        self.wording(stretch, put);
        self.relatives(stretch, chars, put);
    }

    fn parts(&self, stretch: &Stretch, shape: Shape, put: &mut impl FnMut(Sign)) {
        use Template as T;
        let parts = stretch.last - stretch.first + 1;
        put(Sign::number(T::SpanParts, parts));
        put(Sign::number(
            T::SpanPartsOfFirst,
            parts * 8 + self.first_parts,
        ));
        if parts == 1 {
            return;
        }
        let surest = (stretch.first..stretch.last)
            .map(|index| self.ends[index])
            .fold(f32::MIN, f32::max);
        put(Sign::number(T::SpanEndInside, step(surest, 1.0, 4)));
        let opening = self.text.spans[stretch.first].end - stretch.chars.start;
        let closing = self.text.spans[stretch.last].len();
        put(Sign::number(
            T::SpanPartLengths,
            (parts * 16 + size(opening)) * 16 + size(closing),
        ));
        put(Sign::number(
            T::SpanEvenParts,
            usize::from(opening.abs_diff(closing) <= 1),
        ));
        let last = self.shape(Some(stretch.last)).opening as usize;
        put(Sign::number(
            T::SpanPartOpenings,
            (shape.opening as usize * 16 + last) * 8 + parts,
        ));
        let verbs = (stretch.first + 1..=stretch.last)
            .filter(|&index| self.shape(Some(index)).opening.is_verb())
            .count();
        put(Sign::number(T::SpanPartVerbs, verbs * 8 + parts));
    }

    fn neighbours(
        &self,
        stretch: &Stretch,
        chars: &[char],
        shape: Shape,
        put: &mut impl FnMut(Sign),
    ) {
        use Template as T;
        let within = stretch.chars.start > self.text.spans[stretch.first].start;
        let next_at = self.inside(stretch.last + 1);
        let previous_at = stretch
            .first
            .checked_sub(1)
            .filter(|_| !within)
            .and_then(|index| self.inside(index));
        let (next, previous) = (self.text.at(next_at), self.text.at(previous_at));

        put(Sign::pair(T::SpanNextPair, first_pair(next)));
        put(Sign::char(T::SpanNextChar, first_pair(next).0));
        put(Sign::pair(T::SpanNextBare, first_pair(bare(next))));
        put(Sign::number(T::SpanNextLength, size(next.len())));
        let next_opening = self.shape(next_at).opening as usize;
        put(Sign::number(
            T::SpanNextOpening,
            shape.opening as usize * 16 + next_opening,
        ));
        put(Sign::number(
            T::SpanSameVerb,
            usize::from(first_pair(bare(next)) == first_pair(bare(chars))),
        ));
        put(Sign::number(
            T::SpanEndAfter,
            step(self.ends[stretch.last], 1.0, 4),
        ));
        let after = (stretch.last + 1..self.fragments.end.saturating_sub(1))
            .take(LONGEST_SENTENCE - 1)
            .take_while(|&index| self.ends[index] <= 0.0)
            .count();
        put(Sign::number(T::SpanSentenceAfter, size(after + 1)));
        if let Some(opens) = number_left(next) {
            put(Sign::number(T::SpanDigitsAfter, usize::from(opens)));
        }

        put(Sign::pair(T::SpanPreviousTail, last_pair(previous)));
        put(Sign::number(T::SpanPreviousLength, size(previous.len())));
        let before = self.shape(previous_at);
        put(Sign::number(
            T::SpanPreviousOpening,
            before.opening as usize,
        ));
        put(Sign::number(
            T::SpanPreviousClosing,
            before.closing as usize,
        ));
        if let Some(opens) = number_left(previous) {
            put(Sign::number(T::SpanDigitsBefore, usize::from(opens)));
        }
        if within {
            return;
        }
        if stretch.first > self.fragments.start {
            put(Sign::number(
                T::SpanEndBefore,
                step(self.ends[stretch.first - 1], 1.0, 4),
            ));
        }
        let before = (self.fragments.start + 2..=stretch.first)
            .rev()
            .take(LONGEST_SENTENCE)
            .take_while(|&index| self.ends[index - 2] <= 0.0)
            .count();
        put(Sign::number(T::SpanSentenceBefore, size(before)));
    }

    /// A heading's wording comes back after it more than it came before.
    fn wording(&self, stretch: &Stretch, put: &mut impl FnMut(Sign)) {
        use Template as T;
        let chapter = self.chars();
        let Range { start, end } = stretch.chars;
        let near = [stretch.last + 1, stretch.last + 2]
            .map(|index| self.text.at(self.inside(index)).len())
            .iter()
            .sum::<usize>()
            + 2;
        let windows = [
            end..(end + WINDOW).min(chapter.end),
            start.saturating_sub(WINDOW).max(chapter.start)..start,
            end..(end + near).min(chapter.end),
        ];
        let (mut all, mut found) = (0.0, [0.0_f32; 3]);
        for pair in bigrams(&self.text.chars[start..end]) {
            let weight = 1.0 / (1.0 + (self.text.places(pair).len() as f32).ln());
            all += weight;
            for (found, window) in found.iter_mut().zip(&windows) {
                if self.text.occurs(pair, window.clone()) {
                    *found += weight;
                }
            }
        }
        let [after, before, near] = found.map(|found| if all > 0.0 { found / all } else { 0.0 });
        put(Sign::number(T::SpanTurn, step(after - before, 0.15, 4)));
        put(Sign::number(T::SpanAfter, step(after, 0.15, 7)));
        put(Sign::number(T::SpanNear, step(near, 0.2, 5)));
    }

    /// Headings that this one holds, and one that holds it.
    fn relatives(&self, stretch: &Stretch, chars: &[char], put: &mut impl FnMut(Sign)) {
        use Template as T;
        let own = content(chars);
        let at = self.likely.partition_point(|known| known.0 < stretch.first);
        let past = self.likely.partition_point(|known| known.0 <= stretch.last);
        let below = self.likely[past..]
            .iter()
            .take_while(|known| known.0 <= stretch.last + REACH)
            .filter(|known| share_held(&known.1, &own) >= 0.55)
            .count();
        let above = self.likely[..at]
            .iter()
            .rev()
            .take_while(|known| known.0 + REACH >= stretch.first)
            .map(|known| share_held(&own, &known.1))
            .fold(0.0, f32::max);
        let past_first = stretch.first > self.fragments.start;
        let above = if past_first {
            above.max(share_held(&own, &self.first_content))
        } else {
            above
        };
        put(Sign::number(T::SpanBelow, below.min(4)));
        put(Sign::number(T::SpanAbove, step(above, 0.2, 5)));
        let directly = match self.likely.get(past) {
            Some((index, content)) if *index == stretch.last + 1 => {
                4 + step(share_held(content, &own), 0.34, 3).saturating_sub(3)
            }
            _ => 0,
        };
        put(Sign::number(T::SpanDirectlyBelow, directly));
        if past_first {
            let title = &self.text.chars[self.first.clone()];
            let pair = first_pair(chars);
            let opens_alike = title
                .windows(2)
                .skip(2)
                .any(|found| (found[0], found[1]) == pair);
            let closes_alike = last_pair(title) == last_pair(chars);
            put(Sign::number(
                T::SpanLikeFirst,
                usize::from(opens_alike) * 2 + usize::from(closes_alike),
            ));
            let opening = self.text.at(Some(self.fragments.start));
            let (mut all, mut named) = (0, 0);
            for pair in bigrams(chars) {
                all += 1;
                named += usize::from(bigrams(opening).any(|found| found == pair));
            }
            if let Some(quarters) = (named * 4).checked_div(all) {
                put(Sign::number(T::SpanInTitle, quarters));
            }
        }
    }

    /// The signs that the chapter's own heading ends before a character of a
    /// fragment, or with the fragment.
    pub fn title_signs(&self, end: usize, last: usize, put: &mut impl FnMut(Sign)) {
        use Template as T;
        let start = self.text.spans[self.fragments.start].start;
        let chars = &self.text.chars[start..end];
        let glued = end < self.text.spans[last].end;
        let rest = if glued {
            &self.text.chars[end..self.text.spans[last].end]
        } else {
            self.text.at(self.inside(last + 1))
        };
        let shape = Shape::of(chars);
        put(Sign::number(T::TitleCut, usize::from(glued)));
        put(Sign::pair(T::TitlePair, first_pair(chars)));
        put(Sign::char(T::TitleChar, first_pair(chars).0));
        put(Sign::pair(T::TitleTail, last_pair(chars)));
        put(Sign::char(T::TitleLast, last_pair(chars).1));
        put(Sign::number(T::TitleLength, size(chars.len())));
        put(Sign::number(T::TitleParts, last - self.fragments.start + 1));
        put(Sign::number(T::TitleShape, shape.number()));
        put(Sign::number(T::TitleVerbs, shape.verbs.min(3)));
        put(Sign::pair(T::TitleRestPair, first_pair(rest)));
        put(Sign::char(T::TitleRestChar, first_pair(rest).0));
        put(Sign::pair(T::TitleRestBare, first_pair(bare(rest))));
        let opening = Shape::of(rest).opening as usize;
        put(Sign::number(T::TitleRestOpening, opening));
        put(Sign::number(
            T::TitleClosingOpening,
            (shape.closing as usize * 16 + opening) * 2 + usize::from(glued),
        ));
        if let (true, Some(&left), Some(&right)) = (glued, chars.last(), rest.first()) {
            // A word is no place to cut: its characters meet elsewhere too.
            put(Sign::pair(T::TitleSeam, (left, right)));
            let known = self.text.places((left, right)).len();
            put(Sign::number(T::TitleSeamKnown, known.min(4)));
            put(Sign::number(T::TitleRestLength, size(rest.len())));
        }
        let restated = bigrams(chars)
            .filter(|&pair| self.text.occurs(pair, end..end + NEAR))
            .count();
        put(Sign::number(T::TitleRestated, restated.min(6)));
    }

    /// The signs that a chapter begins with text and no heading.
    pub fn plain_signs(&self, chars: Range<usize>, put: &mut impl FnMut(Sign)) {
        use Template as T;
        let chars = &self.text.chars[chars];
        put(Sign::number(T::PlainBias, 0));
        put(Sign::pair(T::PlainPair, first_pair(chars)));
        put(Sign::char(T::PlainChar, first_pair(chars).0));
        put(Sign::pair(T::PlainTail, last_pair(chars)));
        put(Sign::number(T::PlainLength, size(chars.len())));
        put(Sign::number(T::PlainShape, Shape::of(chars).number()));
    }
}

/// Pairs of characters after the opening verb, sorted.
fn content(chars: &[char]) -> Vec<Bigram> {
    let rest = bare(chars);
    let rest = if is_verb(rest) && rest.len() > 3 {
        &rest[2..]
    } else {
        rest
    };
    let mut pairs: Vec<Bigram> = bigrams(rest).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The share of the first that the second, sorted, holds.
fn share_held(pairs: &[Bigram], holder: &[Bigram]) -> f32 {
    if pairs.is_empty() {
        return 0.0;
    }
    let held = pairs
        .iter()
        .filter(|pair| holder.binary_search(pair).is_ok())
        .count();
    held as f32 / pairs.len() as f32
}

/// A bare number that was not deleted, and whether it is a first one.
fn number_left(chars: &[char]) -> Option<bool> {
    (matches!(chars.len(), 1 | 2) && chars.iter().all(char::is_ascii_digit))
        .then_some(chars == ['1'])
}

/// A value in steps around zero, from 0 to twice the limit.
fn step(value: f32, width: f32, limit: i32) -> usize {
    (((value / width).round() as i32).clamp(-limit, limit) + limit) as usize
}

/// How far, in characters, a sign is looked for.
const NEAR: usize = 40;

/// Words whose presence tells a heading from a sentence, by kind.
const WORDS: [&str; 16] = [
    "的",
    "和与及",
    "要应须",
    "对",
    "以",
    "将把",
    "由",
    "为",
    "并",
    "等",
    "在",
    "使",
    "是",
    "不",
    "有",
    "年月日",
];

fn own(stretch: &Stretch, chars: &[char], shape: Shape, put: &mut impl FnMut(Sign)) {
    use Template as T;
    let parts = stretch.last - stretch.first + 1;
    put(Sign::number(T::SpanBias, 0));
    put(Sign::pair(T::SpanPair, first_pair(chars)));
    put(Sign::char(T::SpanChar, first_pair(chars).0));
    put(Sign::pair(T::SpanBare, first_pair(bare(chars))));
    put(Sign::number(
        T::SpanAdverb,
        usize::from(bare(chars).len() < chars.len()),
    ));
    put(Sign::pair(T::SpanTail, last_pair(chars)));
    put(Sign::char(T::SpanLast, last_pair(chars).1));
    put(Sign::number(T::SpanLength, size(chars.len() + 1 - parts)));
    put(Sign::number(T::SpanShape, shape.number()));
    put(Sign::number(T::SpanVerbs, shape.verbs.min(4)));
    for (number, words) in WORDS.iter().enumerate() {
        if chars.iter().any(|char| words.contains(*char)) {
            put(Sign::number(T::SpanWords, number));
        }
    }
    if chars.iter().any(char::is_ascii_digit) {
        put(Sign::number(T::SpanWords, WORDS.len()));
    }
    if chars.contains(&'\'') {
        put(Sign::number(T::SpanWords, WORDS.len() + 1));
    }
}
