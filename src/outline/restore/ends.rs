//! Which marks stood for the end of a sentence.

use super::fragments::Fragments;
use super::lexicon::{Shape, bare};
use super::weights::{Sign, Template, Weights};

/// For each fragment how surely a sentence ends after it: log-odds.
pub(super) fn ends(fragments: &Fragments, shapes: &[Shape], weights: &Weights) -> Vec<f32> {
    (0..fragments.len())
        .map(|index| {
            let mut sum = 0.0;
            signs(fragments, shapes, index, &mut |sign| {
                sum += weights.of(sign)[0];
            });
            sum
        })
        .collect()
}

/// The signs around the mark after a fragment.
pub(super) fn signs(
    fragments: &Fragments,
    shapes: &[Shape],
    index: usize,
    put: &mut impl FnMut(Sign),
) {
    use Template as T;
    let nothing = Shape::of(&[]);
    let shape = |index: Option<usize>| {
        index
            .and_then(|index| shapes.get(index))
            .copied()
            .unwrap_or(nothing)
    };
    let places = [
        index.checked_sub(1),
        Some(index),
        Some(index + 1),
        Some(index + 2),
    ];
    let [before, left, right, second] = places.map(|place| fragments.at(place));
    let [before_shape, left_shape, right_shape, second_shape] = places.map(shape);

    put(Sign::number(T::EndBias, 0));
    put(Sign::pair(T::EndRightPair, first_pair(right)));
    put(Sign::char(T::EndRightChar, first_pair(right).0));
    put(Sign::pair(T::EndRightBare, first_pair(bare(right))));
    put(Sign::pair(T::EndRightTail, last_pair(right)));
    put(Sign::pair(T::EndLeftPair, first_pair(left)));
    put(Sign::pair(T::EndLeftTail, last_pair(left)));
    put(Sign::char(T::EndLeftLast, last_pair(left).1));
    put(Sign::pair(T::EndSecondPair, first_pair(second)));
    put(Sign::pair(T::EndBeforeTail, last_pair(before)));

    let [before_size, left_size, right_size, second_size] =
        [before, left, right, second].map(|chars| size(chars.len()));
    put(Sign::number(T::EndLengths, left_size * 16 + right_size));
    put(Sign::number(T::EndLeftLength, left_size));
    put(Sign::number(T::EndRightLength, right_size));
    put(Sign::number(T::EndBeforeLength, before_size));
    put(Sign::number(T::EndSecondLength, second_size));
    let alike = usize::from(first_pair(left) == first_pair(right)) * 2
        + usize::from(last_pair(left) == last_pair(right));
    put(Sign::number(T::EndAlike, alike));

    let [before_opening, left_opening, right_opening, second_opening] =
        [before_shape, left_shape, right_shape, second_shape].map(|shape| shape.opening as usize);
    let [before_closing, left_closing, right_closing] =
        [before_shape, left_shape, right_shape].map(|shape| shape.closing as usize);
    let two = |first: usize, second: usize| first * 16 + second;
    for (template, number) in [
        (T::EndOpenings, two(left_opening, right_opening)),
        (T::EndClosingOpening, two(left_closing, right_opening)),
        (T::EndRightOpenings, two(right_opening, second_opening)),
        (T::EndLeftOpenings, two(before_opening, left_opening)),
        (T::EndOpeningLeftLength, two(right_opening, left_size)),
        (T::EndOpeningRightLength, two(right_opening, right_size)),
        (T::EndClosings, two(left_closing, right_closing)),
        (T::EndLeftClosings, two(before_closing, left_closing)),
        (
            T::EndThreeOpenings,
            two(two(left_opening, right_opening), second_opening),
        ),
        (
            T::EndRightVerbs,
            two(right_opening, right_shape.verbs.min(3)),
        ),
        (T::EndLeftVerbs, two(left_opening, left_shape.verbs.min(3))),
    ] {
        put(Sign::number(template, number));
    }
}

/// A length in classes 0 to 13.
pub(super) fn size(length: usize) -> usize {
    match length {
        0..=6 => length,
        7..=8 => 7,
        9..=11 => 8,
        12..=15 => 9,
        16..=20 => 10,
        21..=27 => 11,
        28..=36 => 12,
        _ => 13,
    }
}

/// Stands where a fragment has no character; digits are all one.
const NO_CHAR: char = '$';

fn seen(char: Option<char>) -> char {
    match char {
        Some(char) if char.is_ascii_digit() => '0',
        Some(char) => char,
        None => NO_CHAR,
    }
}

/// The first two characters, quotation marks left out.
pub(super) fn first_pair(chars: &[char]) -> (char, char) {
    let mut unquoted = chars.iter().copied().filter(|&char| char != '\'');
    (seen(unquoted.next()), seen(unquoted.next()))
}

/// The last two characters, quotation marks left out.
pub(super) fn last_pair(chars: &[char]) -> (char, char) {
    let mut unquoted = chars.iter().rev().copied().filter(|&char| char != '\'');
    let last = seen(unquoted.next());
    (seen(unquoted.next()), last)
}
