//! All ways to read a chapter: where its own heading ends, and which stretches
//! of what follows are second-level headings or topic sentences.

use std::ops::Range;

use super::signs::{Scene, Stretch};
use super::weights::{Sign, Template, Weights};

/// A stretch as a second-level heading or as a topic sentence.
pub(super) const SUBSECTION: usize = 0;
pub(super) const TOPIC: usize = 1;

/// A stretch with its scores, in logarithms.
pub(super) struct Candidate {
    pub stretch: Stretch,
    pub scores: [f32; 2],
}

/// A chapter's own heading that ends at a character.
pub(super) struct Title {
    pub end: usize,
    /// The fragment it ends in.
    pub last: usize,
    pub score: f32,
    /// What comes on in the same fragment.
    pub rest: Option<Rest>,
}

/// The part of a fragment behind the chapter's heading.
pub(super) struct Rest {
    /// Score of its being text.
    pub plain: f32,
    pub headings: Vec<Candidate>,
}

pub(super) struct Lattice {
    pub fragments: Range<usize>,
    pub titles: Vec<Title>,
    /// For each fragment the stretches that begin with it.
    pub headings: Vec<Vec<Candidate>>,
    /// For each fragment the score of its being the chapter's first text.
    pub plain: Vec<f32>,
}

const MOST_PARTS: usize = 5;
const SHORTEST: usize = 3;
const LONGEST: usize = 46;
const LONGEST_TITLE: usize = 40;
const MOST_TITLE_PARTS: usize = 4;

impl Lattice {
    pub fn new(scene: &Scene, weights: &Weights) -> Self {
        let fragments = scene.fragments.clone();
        let headings = fragments
            .clone()
            .map(|index| {
                if index == fragments.start {
                    Vec::new()
                } else {
                    candidates(scene, scene.text.spans[index].start, index, weights)
                }
            })
            .collect();
        let plain = fragments
            .clone()
            .map(|index| {
                if index > fragments.start + MOST_TITLE_PARTS {
                    0.0
                } else {
                    plain(scene, scene.text.spans[index].clone(), weights)
                }
            })
            .collect();
        Self {
            titles: titles(scene, weights),
            headings,
            plain,
            fragments,
        }
    }

    /// Every stretch once.
    pub fn candidates(&self) -> impl Iterator<Item = &Candidate> {
        self.titles
            .iter()
            .filter_map(|title| title.rest.as_ref())
            .flat_map(|rest| &rest.headings)
            .chain(self.headings.iter().flatten())
    }
}

/// The stretches that begin at a character of a fragment.
pub(super) fn stretches(
    scene: &Scene,
    start: usize,
    first: usize,
) -> impl Iterator<Item = Stretch> {
    (first..(first + MOST_PARTS).min(scene.fragments.end))
        .map(move |last| (last, scene.text.spans[last].clone()))
        .take_while(move |(last, span)| {
            // A bare number opens an item.
            let number = scene.text.at(Some(*last)).iter().all(char::is_ascii_digit);
            span.end - start <= LONGEST && !number
        })
        .filter(move |(_, span)| span.end - start >= SHORTEST)
        .map(move |(last, span)| Stretch {
            chars: start..span.end,
            first,
            last,
        })
}

fn candidates(scene: &Scene, start: usize, first: usize, weights: &Weights) -> Vec<Candidate> {
    stretches(scene, start, first)
        .map(|stretch| {
            let mut scores = [0.0; 2];
            scene.signs(&stretch, &mut |sign| {
                let weight = weights.of(sign);
                scores[SUBSECTION] += weight[SUBSECTION];
                scores[TOPIC] += weight[TOPIC];
            });
            Candidate { stretch, scores }
        })
        .collect()
}

/// Where a chapter's own heading may end: character, fragment, and whether the
/// fragment goes on.
pub(super) fn title_ends(scene: &Scene) -> Vec<(usize, usize, bool)> {
    let start = scene.text.spans[scene.fragments.start].start;
    let mut found = Vec::new();
    for last in scene.fragments.clone().take(MOST_TITLE_PARTS) {
        let span = &scene.text.spans[last];
        for end in span.start + 1..=span.end {
            let glued = end < span.end;
            let rest = span.end - end;
            if (SHORTEST..=LONGEST_TITLE).contains(&(end - start)) && (!glued || rest > 1) {
                found.push((end, last, glued));
            }
        }
    }
    found
}

fn titles(scene: &Scene, weights: &Weights) -> Vec<Title> {
    title_ends(scene)
        .into_iter()
        .map(|(end, last, glued)| {
            let mut score = 0.0;
            scene.title_signs(end, last, &mut |sign| score += weights.of(sign)[0]);
            let rest = glued.then(|| Rest {
                plain: plain(scene, end..scene.text.spans[last].end, weights),
                headings: candidates(scene, end, last, weights),
            });
            Title {
                end,
                last,
                score,
                rest,
            }
        })
        .collect()
}

fn plain(scene: &Scene, chars: Range<usize>, weights: &Weights) -> f32 {
    let mut score = 0.0;
    scene.plain_signs(chars, &mut |sign| score += weights.of(sign)[0]);
    score
}

/// How far the reading of a chapter has come: what stands since its last
/// second-level heading.
pub(super) mod state {
    use super::{SUBSECTION, Sign, TOPIC, Template, Weights};

    /// Only the chapter's own heading has been read.
    pub const FRESH: usize = 0;
    /// Text but no heading.
    pub const PLAIN: usize = 1;
    /// A topic sentence just now, one fragment ago, longer ago; before any
    /// second-level heading.
    const TOPICS: usize = 2;
    const AGED: usize = 5;
    /// Fragments since the second-level heading are counted up to this.
    const OLDEST: usize = 80;
    /// Since the heading no topic; a topic just now, one fragment ago, longer
    /// ago.
    const SINCE: usize = 4;
    pub const COUNT: usize = AGED + (OLDEST + 1) * SINCE;
    /// Classes of states that have weights of their own.
    pub const CLASSES: usize = AGED + 12 * SINCE;

    const fn aged(age: usize, since: usize) -> usize {
        AGED + if age < OLDEST { age } else { OLDEST } * SINCE + since
    }

    /// After a second-level heading.
    pub const HEADED: usize = aged(0, 0);

    /// After a topic sentence of so many fragments.
    pub fn after_topic(from: usize, parts: usize) -> usize {
        if from < AGED {
            TOPICS
        } else {
            aged((from - AGED) / SINCE + parts, 1)
        }
    }

    /// After one fragment of text.
    pub fn after_text(from: usize) -> usize {
        match from {
            FRESH | PLAIN => PLAIN,
            TOPICS => TOPICS + 1,
            _ if from < AGED => TOPICS + 2,
            _ => {
                let since = [0, 2, 3, 3][(from - AGED) % SINCE];
                aged((from - AGED) / SINCE + 1, since)
            }
        }
    }

    /// Two headings of the second level, or two topics, never meet, and no
    /// topic stands right before a second-level heading.
    pub fn may_open(kind: usize, from: usize) -> bool {
        let topic_now = from == TOPICS || from >= AGED && (from - AGED) % SINCE == 1;
        let headed_now = from >= AGED && (from - AGED) / SINCE == 0;
        !(topic_now || kind == SUBSECTION && headed_now)
    }

    pub fn class(from: usize) -> usize {
        if from < AGED {
            return from;
        }
        let age = match (from - AGED) / SINCE {
            age @ 0..=3 => age,
            4..=5 => 4,
            6..=8 => 5,
            9..=12 => 6,
            13..=18 => 7,
            19..=27 => 8,
            28..=42 => 9,
            43..=64 => 10,
            _ => 11,
        };
        AGED + age * SINCE + (from - AGED) % SINCE
    }

    /// For each class what it weighs to open a second-level heading, a topic,
    /// or to end the chapter.
    pub struct Turns {
        pub open: [[f32; CLASSES]; 2],
        pub close: [f32; CLASSES],
    }

    impl Turns {
        pub fn new(weights: &Weights) -> Self {
            let mut turns = Self {
                open: [[0.0; CLASSES]; 2],
                close: [0.0; CLASSES],
            };
            for class in 0..CLASSES {
                let weight = weights.of(Sign::number(Template::Gap, class));
                turns.open[SUBSECTION][class] = weight[SUBSECTION];
                turns.open[TOPIC][class] = weight[TOPIC];
                turns.close[class] = weights.of(Sign::number(Template::Close, class))[0];
            }
            turns
        }
    }
}
