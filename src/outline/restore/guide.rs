//! Headings of another document that the damaged one may share.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::fragments::{Bigram, Fragments, bigrams};
use super::lattice::{Candidate, Lattice, SUBSECTION, TOPIC};
use crate::outline::GuideHeading;

/// The guide's headings by depth: chapters, second level, and all below.
const DEPTHS: usize = 3;
const CHAPTERS: usize = 0;
const SECONDS: usize = 1;
const DEEPER: usize = 2;

/// Likeness from which two headings are taken for the same.
const SAME: f32 = 0.6;
/// Likeness from which they surely are.
const SURELY: f32 = 0.7;
/// Likeness below which a heading says nothing.
const ALIKE: f32 = 0.5;
/// Likeness that is enough between the counterparts of the headings around.
const ALIKE_IN_PLACE: f32 = 0.2;
/// The share of the guide's headings from which a text is taken to follow it.
const FOLLOWS: f32 = 0.5;
/// What speaks for a heading that stands where one of the guide's is missing,
/// for each unit of likeness.
const IN_PLACE: f32 = 8.0;
/// Added to the likeness of a counterpart in the chapter that answers to the
/// guide's.
const AT_HOME: f32 = 0.15;
/// Likeness at which two places may answer to one heading.
const IDENTICAL: f32 = 0.95;
/// Nested chapters from which the whole document is taken to stand one level
/// deeper than its guide.
const NESTED: usize = 3;

/// What speaks against an unknown heading in a chapter that has all the
/// guide's, in a text that has all of them.
const MOST_DOUBT: f32 = 6.0;

pub(super) struct Guide {
    headings: Vec<Heading>,
    index: HashMap<Bigram, Vec<usize>>,
}

struct Heading {
    depth: usize,
    /// The guide's chapter that it stands in, from 1.
    chapter: usize,
    pairs: usize,
}

/// The likest heading of one depth: the share of pairs in common, from 0 to 1.
#[derive(Debug, Clone, Copy, Default)]
struct Likeness {
    share: f32,
    chapter: usize,
    heading: usize,
}

type Likest = [Likeness; DEPTHS];

/// The guide laid beside one damaged text.
pub(super) struct Comparison<'a> {
    guide: &'a Guide,
    chapters: Vec<ChapterLikeness>,
    /// For each heading of the guide the characters of its likest counterpart.
    best: Vec<(f32, usize, usize)>,
    /// The share of the guide's headings of each depth that the text has.
    agreement: [f32; DEPTHS],
    deeper: bool,
}

struct ChapterLikeness {
    titles: Vec<Likeness>,
    /// In the order of [`Lattice::candidates`].
    candidates: Vec<Likest>,
    /// The guide's chapter that this one answers to.
    home: Likeness,
    nested: Vec<Nested>,
}

/// A chapter of the guide that stands below the second level here.
struct Nested {
    /// The last fragment of its heading.
    last: usize,
    chapter: usize,
    /// Whether a heading of its own follows.
    with_headings: bool,
}

impl Guide {
    pub fn new(headings: &[GuideHeading]) -> Self {
        let mut chapter = 0;
        let mut index: HashMap<Bigram, Vec<usize>> = HashMap::new();
        let headings = headings
            .iter()
            .enumerate()
            .map(|(at, heading)| {
                chapter += usize::from(heading.level <= 1);
                let chars: Vec<char> = heading.text.chars().collect();
                for pair in bigrams(&chars) {
                    let holders = index.entry(pair).or_default();
                    if holders.last() != Some(&at) {
                        holders.push(at);
                    }
                }
                Heading {
                    depth: usize::from(heading.level.saturating_sub(1)).min(DEEPER),
                    chapter,
                    pairs: bigrams(&chars).count(),
                }
            })
            .collect();
        Self { headings, index }
    }

    fn likest(&self, chars: &[char]) -> Likest {
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        let mut pairs = 0;
        for pair in bigrams(chars) {
            pairs += 1;
            for &heading in self.index.get(&pair).into_iter().flatten() {
                *common.entry(heading).or_default() += 1;
            }
        }
        let mut likest = [Likeness::default(); DEPTHS];
        for (at, common) in common {
            let heading = &self.headings[at];
            let share = 2.0 * common as f32 / (pairs + heading.pairs) as f32;
            let best = &mut likest[heading.depth];
            if share > best.share {
                *best = Likeness {
                    share: share.min(1.0),
                    chapter: heading.chapter,
                    heading: at,
                };
            }
        }
        likest
    }

    /// How like a heading of the guide some characters are.
    pub fn likeness(&self, chars: &[char]) -> f32 {
        self.likest(chars)
            .iter()
            .map(|likeness| likeness.share)
            .fold(0.0, f32::max)
    }

    pub fn compare(&self, text: &Fragments, lattices: &[Lattice]) -> Comparison<'_> {
        let chapters: Vec<ChapterLikeness> = lattices
            .iter()
            .map(|lattice| self.chapter(text, lattice))
            .collect();
        let mut seen = vec![0.0_f32; self.headings.len()];
        let mut best = vec![(0.0, 0, 0); self.headings.len()];
        for (lattice, chapter) in lattices.iter().zip(&chapters) {
            for title in &chapter.titles {
                seen[title.heading] = seen[title.heading].max(title.share);
            }
            for (candidate, likest) in lattice.candidates().zip(&chapter.candidates) {
                for likeness in likest.iter().filter(|likeness| likeness.share > 0.0) {
                    seen[likeness.heading] = seen[likeness.heading].max(likeness.share);
                    let at_home =
                        chapter.home.share >= SAME && chapter.home.chapter == likeness.chapter;
                    let value = likeness.share + if at_home { AT_HOME } else { 0.0 };
                    if value > best[likeness.heading].0 {
                        let chars = &candidate.stretch.chars;
                        best[likeness.heading] = (value, chars.start, chars.end);
                    }
                }
            }
        }
        let agreement = std::array::from_fn(|depth| {
            let (mut all, mut shared) = (0, 0);
            for (heading, seen) in self.headings.iter().zip(&seen) {
                all += usize::from(heading.depth == depth);
                shared += usize::from(heading.depth == depth && *seen >= SURELY);
            }
            shared as f32 / all.max(1) as f32
        });
        let nested = chapters
            .iter()
            .flat_map(|chapter| &chapter.nested)
            .filter(|nested| nested.with_headings)
            .count();
        Comparison {
            guide: self,
            chapters,
            best,
            agreement,
            deeper: nested >= NESTED,
        }
    }

    fn chapter(&self, text: &Fragments, lattice: &Lattice) -> ChapterLikeness {
        let start = text.spans[lattice.fragments.start].start;
        let titles: Vec<Likeness> = lattice
            .titles
            .iter()
            .map(|title| self.likest(&text.chars[start..title.end])[CHAPTERS])
            .collect();
        let candidates: Vec<Likest> = lattice
            .candidates()
            .map(|candidate| self.likest(&text.chars[candidate.stretch.chars.clone()]))
            .collect();
        let home = home(&titles, &candidates);
        let nested = nested(lattice, &candidates, home);
        ChapterLikeness {
            titles,
            candidates,
            home,
            nested,
        }
    }
}

/// The guide's chapter whose title, or whose headings, a chapter has.
fn home(titles: &[Likeness], candidates: &[Likest]) -> Likeness {
    let named = titles.iter().fold(Likeness::default(), |best, title| {
        if title.share > best.share {
            *title
        } else {
            best
        }
    });
    if named.share >= SAME {
        return named;
    }
    let mut seen: BTreeMap<usize, Likeness> = BTreeMap::new();
    let mut nested = Vec::new();
    for likest in candidates {
        if likest[CHAPTERS].share >= SURELY {
            nested.push(likest[CHAPTERS].chapter);
        }
        let second = likest[SECONDS];
        if second.share >= SAME {
            let known = seen.entry(second.heading).or_insert(second);
            if second.share > known.share {
                *known = second;
            }
        }
    }
    let mut votes: BTreeMap<usize, f32> = BTreeMap::new();
    for second in seen.values() {
        if nested.contains(&second.chapter) {
            continue;
        }
        *votes.entry(second.chapter).or_default() += second.share;
    }
    let most = votes.into_iter().fold(
        (0, 0.0),
        |best, vote| {
            if vote.1 > best.1 { vote } else { best }
        },
    );
    if most.1 >= 1.5 {
        Likeness {
            share: SAME,
            chapter: most.0,
            heading: 0,
        }
    } else {
        named
    }
}

fn nested(lattice: &Lattice, candidates: &[Likest], home: Likeness) -> Vec<Nested> {
    let home = if home.share >= SAME { home.chapter } else { 0 };
    let mut chapters: BTreeMap<usize, (f32, usize, usize)> = BTreeMap::new();
    let mut seconds = Vec::new();
    for (candidate, likest) in lattice.candidates().zip(candidates) {
        let (chapter, second) = (likest[CHAPTERS], likest[SECONDS]);
        if chapter.share >= SAME && chapter.chapter != home && chapter.share > second.share {
            let best = chapters.entry(chapter.heading).or_default();
            if chapter.share > best.0 {
                *best = (chapter.share, candidate.stretch.last, chapter.chapter);
            }
        }
        if second.share >= SAME {
            seconds.push((candidate.stretch.first, second.chapter));
        }
    }
    let mut found: Vec<Nested> = chapters
        .into_values()
        .map(|(_, last, chapter)| Nested {
            last,
            chapter,
            with_headings: false,
        })
        .collect();
    found.sort_by_key(|nested| nested.last);
    for at in 0..found.len() {
        let until = found.get(at + 1).map_or(usize::MAX, |next| next.last);
        let here = &found[at];
        let followed = seconds
            .iter()
            .any(|&(first, chapter)| first > here.last && first < until && chapter == here.chapter);
        found[at].with_headings = followed;
    }
    found
}

impl Comparison<'_> {
    /// Adds to the scores of a chapter what the guide says of them.
    pub fn weigh(&self, at: usize, lattice: &mut Lattice) {
        let chapter = &self.chapters[at];
        let deeper = self.deeper && chapter.home.share < SAME;
        let home = (!deeper && chapter.home.share >= ALIKE).then_some(chapter.home.chapter);
        let view = View {
            comparison: self,
            chapter,
            deeper,
            home,
            in_place: home
                .filter(|_| !deeper)
                .map_or_else(Vec::new, |home| self.in_place(home, chapter, lattice)),
            doubt: self.doubt(chapter, deeper, home),
            // A chapter that follows the guide opens with a heading as it does.
            open: if home.is_some() {
                3.0 * self.agreement[SECONDS]
            } else {
                0.0
            },
        };
        for (title, likeness) in lattice.titles.iter_mut().zip(&chapter.titles) {
            if !deeper && likeness.share >= ALIKE {
                title.score += worth(likeness.share);
            }
        }
        let mut likest = chapter.candidates.iter();
        let rests = lattice
            .titles
            .iter_mut()
            .filter_map(|title| title.rest.as_mut());
        for rest in rests {
            for (candidate, likest) in rest.headings.iter_mut().zip(&mut likest) {
                view.weigh(candidate, likest, true);
            }
        }
        for (candidate, likest) in lattice.headings.iter_mut().flatten().zip(&mut likest) {
            view.weigh(candidate, likest, false);
        }
    }

    /// For each heading of the guide's chapter that has no counterpart, what
    /// resembles it most between the counterparts of those around it. Only in
    /// a text that follows its guide, and a chapter that keeps its order.
    fn in_place(
        &self,
        home: usize,
        chapter: &ChapterLikeness,
        lattice: &Lattice,
    ) -> Vec<Range<usize>> {
        if self.agreement[SECONDS] < FOLLOWS {
            return Vec::new();
        }
        let headings = self.guide.headings.iter().enumerate();
        let (known, missing): (Vec<usize>, Vec<usize>) = headings
            .filter(|(_, heading)| heading.depth == SECONDS && heading.chapter == home)
            .map(|(at, _)| at)
            .partition(|&at| self.best[at].0 >= SAME + AT_HOME);
        if known.is_empty() || !known.is_sorted_by_key(|&at| self.best[at].1) {
            return Vec::new();
        }
        missing
            .into_iter()
            .filter_map(|heading| {
                let next = known.partition_point(|&at| at < heading);
                let from = next
                    .checked_sub(1)
                    .map_or(0, |previous| self.best[known[previous]].2);
                let until = known.get(next).map_or(usize::MAX, |&at| self.best[at].1);
                let mut likest = (ALIKE_IN_PLACE, None);
                for (candidate, likeness) in lattice.candidates().zip(&chapter.candidates) {
                    let (second, chars) = (likeness[SECONDS], &candidate.stretch.chars);
                    let between = from <= chars.start && chars.end <= until;
                    if second.heading == heading && between && second.share > likest.0 {
                        likest = (second.share, Some(chars.clone()));
                    }
                }
                likest.1
            })
            .collect()
    }

    /// What speaks against a heading that the guide does not have: the more,
    /// the closer the text keeps to its guide.
    fn doubt(&self, chapter: &ChapterLikeness, deeper: bool, home: Option<usize>) -> f32 {
        if !deeper && home.is_none() {
            return 0.0;
        }
        let depth = if deeper { CHAPTERS } else { SECONDS };
        let mut seen: BTreeMap<usize, f32> = BTreeMap::new();
        for likest in &chapter.candidates {
            let likeness = likest[depth];
            let best = seen.entry(likeness.heading).or_default();
            *best = best.max(likeness.share);
        }
        let (mut all, mut shared) = (0, 0);
        for (at, heading) in self.guide.headings.iter().enumerate() {
            if heading.depth == depth && (deeper || home == Some(heading.chapter)) {
                all += 1;
                shared += usize::from(seen.get(&at).is_some_and(|&share| share >= SURELY));
            }
        }
        let here = shared as f32 / all.max(1) as f32;
        MOST_DOUBT * self.agreement[depth] * here
    }
}

/// One chapter seen through the guide.
struct View<'a> {
    comparison: &'a Comparison<'a>,
    chapter: &'a ChapterLikeness,
    deeper: bool,
    home: Option<usize>,
    /// Stretches that stand where a heading of the guide is missing.
    in_place: Vec<Range<usize>>,
    doubt: f32,
    open: f32,
}

impl View<'_> {
    fn weigh(&self, candidate: &mut Candidate, likest: &Likest, opens: bool) {
        let [chapter, second, below] = likest.map(|likeness| self.worth(likeness, candidate));
        let first = candidate.stretch.first;
        let above = self
            .chapter
            .nested
            .iter()
            .rev()
            .find(|nested| nested.last < first && nested.with_headings);
        let lowered =
            self.deeper || above.is_some_and(|nested| nested.chapter == likest[SECONDS].chapter);
        let is_nested = self.chapter.nested.iter().any(|nested| {
            nested.chapter == likest[CHAPTERS].chapter && (self.deeper || nested.with_headings)
        });
        let subsection =
            if lowered { 0.0 } else { second }.max(if is_nested { chapter } else { 0.0 });
        let subsection = if self.in_place.contains(&candidate.stretch.chars) {
            subsection.max(IN_PLACE * likest[SECONDS].share)
        } else {
            subsection
        };
        candidate.scores[SUBSECTION] += if opens {
            subsection + self.open
        } else if subsection > 0.0 {
            subsection
        } else {
            -self.doubt
        };
        candidate.scores[TOPIC] += below.max(if lowered { second } else { 0.0 });
    }

    /// A heading of the guide answers to its likest counterpart only.
    fn worth(&self, likeness: Likeness, candidate: &Candidate) -> f32 {
        let (_, start, end) = self.comparison.best[likeness.heading];
        let chars = &candidate.stretch.chars;
        let elsewhere = chars.start >= end || chars.end <= start;
        if likeness.share < ALIKE || elsewhere && likeness.share < IDENTICAL {
            return 0.0;
        }
        let near = self.home.is_none_or(|home| home == likeness.chapter);
        worth(likeness.share) * if near { 1.0 } else { 0.5 }
    }
}

fn worth(share: f32) -> f32 {
    2.0 + 16.0 * (share - ALIKE)
}
