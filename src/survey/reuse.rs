//! Who copied whom: for wordings of many plans the earliest and the nearest
//! other plan that has the same.
//!
//! Wordings are not compared all with all: those whose sketches of their
//! three-character grams agree in part of sixteen places are (MinHash with
//! banding, Broder 1997; at a likeness of 0.7 a pair is met with a chance of
//! 0.99, at 0.3 of 0.12).

use std::collections::BTreeMap;

/// Likeness (shared two-character grams over all of both) from which two
/// wordings say the same.
const ALIKE: f32 = 0.6;
const BANDS: usize = 16;
const ROWS: usize = 4;
/// Most wordings of one band that another is compared with, the earliest:
/// keeps the work linear where very many are alike.
const MOST: usize = 400;
/// How many of the earliest texts that are like a text are looked at from
/// another that is like it.
const EARLIEST: usize = 4;

/// A wording and the plan it stands in; plans are numbered by their date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Which plan, the earliest first.
    pub plan: usize,
    /// The wording.
    pub text: String,
}

/// Where else a wording stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Other {
    /// Index of the wording there.
    pub wording: usize,
    /// How like the two are, 0–1.
    pub likeness: f32,
}

/// A wording that stands in other plans too.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reused {
    /// Index of the wording.
    pub wording: usize,
    /// In the earliest plan.
    pub earliest: Other,
    /// In the plan whose wording is most like; of equals in the earliest.
    pub nearest: Other,
}

/// For each wording that another plan has too, where; in the order given.
/// Wordings must be sorted by their plan.
pub fn reuse(wordings: &[Wording]) -> Vec<Reused> {
    let same = Same::of(wordings);
    let neighbours = same.neighbours();
    let mut reused = Vec::new();
    for (at, wording) in wordings.iter().enumerate() {
        let own = same.of[at];
        // Where a text stands in another plan than this.
        let place = |text: usize| {
            let mut places = same.places[text].iter().copied();
            places.find(|&place| wordings[place].plan != wording.plan)
        };
        let itself = Alike {
            text: own as u32,
            likeness: 1.0,
        };
        let alike = std::iter::once(itself).chain(neighbours[own].iter().copied());
        let found: Vec<(usize, Other)> = alike
            .filter_map(|Alike { text, likeness }| {
                let wording = place(text as usize)?;
                Some((text as usize, Other { wording, likeness }))
            })
            .collect();
        let plan = |other: &Other| wordings[other.wording].plan;
        let Some((text, mut earliest)) = found
            .iter()
            .copied()
            .min_by_key(|(text, other)| (plan(other), *text))
        else {
            continue;
        };
        // What the sketches missed is mostly met by way of what they found.
        let mut by_way_of = text;
        while let Some((text, other)) = neighbours[by_way_of]
            .iter()
            .take(EARLIEST)
            .filter_map(|alike| {
                let text = alike.text as usize;
                let wording = place(text)?;
                let likeness = likeness(&same.grams[own], &same.grams[text]);
                Some((text, Other { wording, likeness }))
            })
            .find(|(_, other)| other.likeness >= ALIKE && plan(other) < plan(&earliest))
        {
            (by_way_of, earliest) = (text, other);
        }
        let nearest = found
            .iter()
            .map(|&(_, other)| other)
            .min_by(|one, other| {
                let by_likeness = other.likeness.total_cmp(&one.likeness);
                by_likeness.then_with(|| plan(one).cmp(&plan(other)))
            })
            .unwrap_or(earliest);
        reused.push(Reused {
            wording: at,
            earliest,
            nearest,
        });
    }
    reused
}

/// A text that is like another. Many plans have millions of such pairs: each
/// takes eight bytes.
#[derive(Debug, Clone, Copy)]
struct Alike {
    text: u32,
    likeness: f32,
}

/// The different texts, and where each stands.
struct Same {
    /// For each wording its text.
    of: Vec<usize>,
    /// For each text its wordings, by plan.
    places: Vec<Vec<usize>>,
    /// For each text its two-character grams, sorted.
    grams: Vec<Box<[u32]>>,
    sketches: Vec<[u32; BANDS * ROWS]>,
}

impl Same {
    fn of(wordings: &[Wording]) -> Self {
        let mut texts: BTreeMap<Vec<char>, usize> = BTreeMap::new();
        let mut same = Self {
            of: Vec::with_capacity(wordings.len()),
            places: Vec::new(),
            grams: Vec::new(),
            sketches: Vec::new(),
        };
        for (at, wording) in wordings.iter().enumerate() {
            let letters: Vec<char> = wording
                .text
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect();
            let next = texts.len();
            let text = *texts.entry(letters).or_insert_with_key(|letters| {
                same.places.push(Vec::new());
                same.grams.push(grams(letters));
                same.sketches.push(sketch(letters));
                next
            });
            same.of.push(text);
            same.places[text].push(at);
        }
        same
    }

    /// For each text those that are alike, with their likeness.
    fn neighbours(&self) -> Vec<Vec<Alike>> {
        let mut neighbours = vec![Vec::new(); self.places.len()];
        for band in 0..BANDS {
            let key = |text| self.part(text, band);
            let mut texts: Vec<usize> = (0..self.places.len()).collect();
            texts.sort_by(|&one, &other| key(one).cmp(key(other)).then(one.cmp(&other)));
            for group in texts.chunk_by(|&one, &other| key(one) == key(other)) {
                for (at, &text) in group.iter().enumerate() {
                    for &other in group[..at].iter().take(MOST) {
                        let met =
                            (0..band).any(|band| self.part(text, band) == self.part(other, band));
                        if met {
                            continue;
                        }
                        let likeness = likeness(&self.grams[text], &self.grams[other]);
                        if likeness >= ALIKE {
                            for (one, another) in [(text, other), (other, text)] {
                                neighbours[one].push(Alike {
                                    text: another as u32,
                                    likeness,
                                });
                            }
                        }
                    }
                }
            }
        }
        for alike in &mut neighbours {
            alike.sort_unstable_by_key(|alike| alike.text);
        }
        neighbours
    }

    fn part(&self, text: usize, band: usize) -> &[u32] {
        &self.sketches[text][band * ROWS..(band + 1) * ROWS]
    }
}

fn grams(letters: &[char]) -> Box<[u32]> {
    let mut grams: Vec<u32> = letters
        .windows(2)
        .map(|pair| {
            hash(
                0,
                u64::from(u32::from(pair[0])) << 21 | u64::from(u32::from(pair[1])),
            )
        })
        .collect();
    grams.sort_unstable();
    grams.dedup();
    grams.into()
}

fn sketch(letters: &[char]) -> [u32; BANDS * ROWS] {
    let mut sketch = [u32::MAX; BANDS * ROWS];
    for three in letters.windows(3) {
        let key = three
            .iter()
            .fold(0, |key, &letter| key << 21 | u64::from(u32::from(letter)));
        for (seed, least) in (1..).zip(&mut sketch) {
            *least = hash(seed, key).min(*least);
        }
    }
    sketch
}

/// SplitMix64, its upper half.
fn hash(seed: u64, key: u64) -> u32 {
    let mut mixed = key ^ seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((mixed ^ mixed >> 31) >> 32) as u32
}

fn likeness(one: &[u32], other: &[u32]) -> f32 {
    let (mut at, mut common) = (0, 0);
    for gram in one {
        while at < other.len() && other[at] < *gram {
            at += 1;
        }
        common += usize::from(other.get(at) == Some(gram));
    }
    common as f32 / (one.len() + other.len() - common).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wordings(list: &[(usize, &str)]) -> Vec<Wording> {
        list.iter()
            .map(|&(plan, text)| Wording {
                plan,
                text: text.to_owned(),
            })
            .collect()
    }

    #[test]
    fn the_earliest_and_the_nearest_plan_are_told_apart() {
        let all = wordings(&[
            (0, "由渔政站逐船核对燃油补贴名册，每半年在码头张榜公布。"),
            (1, "由气象站逐日核对雨量记录。"),
            (2, "由渔政站逐船核对燃油补贴名册，每季度在码头张榜公布。"),
            (3, "由渔政站逐船核对燃油补贴名册，每季度在码头张榜公布。"),
        ]);
        let found: Vec<_> = reuse(&all)
            .iter()
            .map(|reused| {
                (
                    reused.wording,
                    reused.earliest.wording,
                    reused.nearest.wording,
                )
            })
            .collect();
        assert_eq!(found, [(0, 2, 2), (2, 0, 3), (3, 0, 2)]);
    }

    #[test]
    fn a_wording_repeated_in_one_plan_is_not_reused() {
        let text = "由渔政站逐船核对燃油补贴名册。";
        assert_eq!(reuse(&wordings(&[(0, text), (0, text)])), []);
    }

    #[test]
    fn one_that_very_many_copied_is_found_in_all() {
        let all: Vec<Wording> = (0..2000)
            .map(|plan| Wording {
                plan,
                text: format!("由渔政站逐船核对燃油补贴名册，共{plan}艘。"),
            })
            .collect();
        let found = reuse(&all);
        assert_eq!(found.len(), 2000);
        assert!(
            found[1..]
                .iter()
                .all(|reused| all[reused.earliest.wording].plan == 0)
        );
    }
}
