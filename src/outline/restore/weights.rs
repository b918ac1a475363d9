//! What each sign weighs. The weights were learned by maximum likelihood from
//! numbered plans of several campaigns that had been damaged on purpose (see
//! `tests/restore`); lexical signs were kept only if three documents show them.
//! Which plans those were is not recorded, and no command learns them again: the
//! four sound seeds may be among them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

macro_rules! templates {
    ($($variant:ident $name:literal)*) => {
        /// What a sign is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Template { $($variant),* }

        const TEMPLATES: &[(Template, &str)] = &[$((Template::$variant, $name)),*];
    };
}

templates! {
    EndBias "end"
    EndRightPair "end.right-pair"
    EndRightChar "end.right-char"
    EndRightBare "end.right-bare"
    EndRightTail "end.right-tail"
    EndLeftPair "end.left-pair"
    EndLeftTail "end.left-tail"
    EndLeftLast "end.left-last"
    EndSecondPair "end.second-pair"
    EndBeforeTail "end.before-tail"
    EndLengths "end.lengths"
    EndLeftLength "end.left-length"
    EndRightLength "end.right-length"
    EndBeforeLength "end.before-length"
    EndSecondLength "end.second-length"
    EndAlike "end.alike"
    EndOpenings "end.openings"
    EndClosingOpening "end.closing-opening"
    EndRightOpenings "end.right-openings"
    EndLeftOpenings "end.left-openings"
    EndOpeningLeftLength "end.opening-left-length"
    EndOpeningRightLength "end.opening-right-length"
    EndClosings "end.closings"
    EndLeftClosings "end.left-closings"
    EndThreeOpenings "end.three-openings"
    EndRightVerbs "end.right-verbs"
    EndLeftVerbs "end.left-verbs"
    SpanBias "span"
    SpanPair "span.pair"
    SpanChar "span.char"
    SpanBare "span.bare"
    SpanAdverb "span.adverb"
    SpanTail "span.tail"
    SpanLast "span.last"
    SpanLength "span.length"
    SpanParts "span.parts"
    SpanPartLengths "span.part-lengths"
    SpanEvenParts "span.even-parts"
    SpanPartOpenings "span.part-openings"
    SpanPartVerbs "span.part-verbs"
    SpanShape "span.shape"
    SpanVerbs "span.verbs"
    SpanWords "span.words"
    SpanEndBefore "span.end-before"
    SpanEndAfter "span.end-after"
    SpanEndInside "span.end-inside"
    SpanNextPair "span.next-pair"
    SpanNextChar "span.next-char"
    SpanNextBare "span.next-bare"
    SpanNextLength "span.next-length"
    SpanNextOpening "span.next-opening"
    SpanSameVerb "span.same-verb"
    SpanPreviousTail "span.previous-tail"
    SpanPreviousLength "span.previous-length"
    SpanPreviousOpening "span.previous-opening"
    SpanPreviousClosing "span.previous-closing"
    SpanSentenceAfter "span.sentence-after"
    SpanSentenceBefore "span.sentence-before"
    SpanTurn "span.turn"
    SpanAfter "span.after"
    SpanNear "span.near"
    SpanInTitle "span.in-title"
    SpanDigitsAfter "span.digits-after"
    SpanDigitsBefore "span.digits-before"
    SpanBelow "span.below"
    SpanAbove "span.above"
    SpanDirectlyBelow "span.directly-below"
    SpanLikeFirst "span.like-first"
    SpanPartsOfFirst "span.parts-of-first"
    Gap "gap"
    Close "close"
    TitleCut "title.cut"
    TitlePair "title.pair"
    TitleChar "title.char"
    TitleTail "title.tail"
    TitleLast "title.last"
    TitleLength "title.length"
    TitleParts "title.parts"
    TitleRestPair "title.rest-pair"
    TitleRestChar "title.rest-char"
    TitleRestBare "title.rest-bare"
    TitleRestLength "title.rest-length"
    TitleSeam "title.seam"
    TitleSeamKnown "title.seam-known"
    TitleRestated "title.restated"
    TitleShape "title.shape"
    TitleRestOpening "title.rest-opening"
    TitleClosingOpening "title.closing-opening"
    TitleVerbs "title.verbs"
    PlainBias "plain"
    PlainPair "plain.pair"
    PlainChar "plain.char"
    PlainTail "plain.tail"
    PlainLength "plain.length"
    PlainShape "plain.shape"
}

/// One observation: what it is about, and the characters or the number seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Sign(u64);

impl Sign {
    /// Two characters.
    pub fn pair(template: Template, pair: Bigram) -> Self {
        Self((template as u64) << 48 | u64::from(pair.0 as u32) << 24 | u64::from(pair.1 as u32))
    }

    /// One character.
    pub fn char(template: Template, char: char) -> Self {
        Self::pair(template, (char, '\0'))
    }

    /// A number below 2²⁴.
    pub fn number(template: Template, number: usize) -> Self {
        Self((template as u64) << 48 | 0xff_ffff << 24 | number as u64)
    }
}

use super::fragments::Bigram;

/// The weight of a sign for a second-level heading and for a topic sentence;
/// where it tells only one thing, the first counts.
pub(super) type Pair = [f32; 2];

pub(super) struct Weights(HashMap<Sign, Pair, BuildHasherDefault<SignHasher>>);

static LEARNED: LazyLock<Weights> = LazyLock::new(|| Weights::parse(include_str!("weights.tsv")));

impl Weights {
    pub fn learned() -> &'static Self {
        &LEARNED
    }

    /// Lines of template, characters or `#` and number, and one or two weights
    /// in hundredths, parted by tabs.
    pub fn parse(table: &str) -> Self {
        Self(table.lines().filter_map(line).collect())
    }

    pub fn of(&self, sign: Sign) -> Pair {
        self.0.get(&sign).copied().unwrap_or_default()
    }
}

fn line(line: &str) -> Option<(Sign, Pair)> {
    let mut fields = line.split('\t');
    let name = fields.next()?;
    let template = TEMPLATES.iter().find(|known| known.1 == name)?.0;
    let seen = fields.next()?;
    let number = seen
        .strip_prefix('#')
        .and_then(|number| number.parse().ok());
    let sign = match number {
        Some(number) => Sign::number(template, number),
        None => {
            let mut chars = seen.chars();
            Sign::pair(template, (chars.next()?, chars.next().unwrap_or('\0')))
        }
    };
    let mut weight = || Some(fields.next()?.parse::<f32>().ok()? / 100.0);
    Some((sign, [weight()?, weight().unwrap_or_default()]))
}

/// Signs are distinct already; their bits only need mixing.
#[derive(Default)]
pub(super) struct SignHasher(u64);

impl Hasher for SignHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, bits: u64) {
        let mixed = (self.0 ^ bits).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 29;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let table = include_str!("weights.tsv");
        assert!(table.lines().count() > 1000);
        for entry in table.lines() {
            assert!(line(entry).is_some(), "{entry}");
        }
        assert_eq!(Weights::parse(table).0.len(), table.lines().count());
    }

    #[test]
    fn a_line_names_characters_or_a_number() {
        for (text, sign, weights) in [
            (
                "span.pair\t加强\t150\t-25",
                Sign::pair(Template::SpanPair, ('加', '强')),
                [1.5, -0.25],
            ),
            (
                "title.last\t设\t40",
                Sign::char(Template::TitleLast, '设'),
                [0.4, 0.0],
            ),
            (
                "gap\t#12\t-8\t9",
                Sign::number(Template::Gap, 12),
                [-0.08, 0.09],
            ),
        ] {
            assert_eq!(line(text), Some((sign, weights)), "{text}");
        }
    }
}
