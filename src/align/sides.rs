//! The two clauses of a link part by part: which parts of the local one tell of
//! what the reference clause does.

use std::cmp::Reverse;

use crate::outline::han_number;

use super::force::{Part, Parts};
use super::quantity::Quantity;

/// Words that begin a doing of its own, which a number after it belongs to.
#[rustfmt::skip]
const DOINGS: [&str; 48] = [
    "开展", "组织", "建立", "建成", "建设", "召开", "举办", "推进", "推动", "推行", "推广", "加强",
    "加快", "加大", "完善", "健全", "制定", "出台", "落实", "实行", "实施", "执行", "培训", "支持",
    "鼓励", "打造", "培育", "发展", "形成", "提高", "提升", "扩大", "纳入", "作出", "进行", "促进",
    "创建", "设立", "引导", "公布", "报告", "通报", "检查", "改造", "处罚", "罚款", "责令", "申请",
];

/// Announces a penalty that another sentence may set: its amount is a detail.
const PENALTIES: [&str; 3] = ["予以处罚", "给予处罚", "处以罚款"];

/// The two clauses of a link in their parts.
pub(super) struct Sides<'t> {
    pub reference: &'t str,
    pub local: &'t str,
    theirs: &'t Parts<'t>,
    ours: &'t Parts<'t>,
    /// Of each local part whether it tells of what the reference clause does.
    told: Vec<bool>,
}

impl<'t> Sides<'t> {
    /// Of a plain measure of one part all that the local clause says is told.
    pub(super) fn new(
        (reference, theirs): (&'t str, &'t Parts<'t>),
        (local, ours): (&'t str, &'t Parts<'t>),
        numbers: &[Quantity],
        is_plain: bool,
    ) -> Self {
        let told = if is_plain && is_one(theirs) || is_one(ours) {
            vec![true; ours.all().len()]
        } else {
            told(reference, theirs, ours)
        };
        let mut sides = Self {
            reference,
            local,
            theirs,
            ours,
            told,
        };
        for number in numbers {
            if let Some(part) = sides.ours.at(number.range.start) {
                sides.told[part] |= sides.is_named(part, number);
            }
        }
        sides
    }

    /// Whether the reference clause names what a number is of: the words that
    /// stand before it, or the doing that it counts.
    fn is_named(&self, part: usize, number: &Quantity) -> bool {
        let (before, _) = around(&self.ours.all()[part], self.local, number);
        let stands = |pair: &[char]| self.reference.contains(&String::from_iter(pair));
        let pairs = before.windows(2).count();
        let named = before.windows(2).filter(|pair| stands(pair)).count();
        let counts_doing = matches!(number.unit, "次" | "遍")
            && before.windows(2).last().is_some_and(|doing| {
                let is_common = DOINGS.contains(&String::from_iter(doing).as_str());
                !is_common && stands(doing)
            });
        named > 2 && named * 2 >= pairs || counts_doing
    }

    /// Whether what stands at a place of the local clause is said of what the
    /// reference clause does.
    pub(super) fn is_told(&self, at: usize) -> bool {
        self.ours.at(at).is_some_and(|part| self.told[part])
    }

    /// Whether a time there is: also one that stands alone before what is
    /// told, or that opens the sentence.
    pub(super) fn is_time_told(&self, words: &str, at: usize, opens: bool) -> bool {
        self.is_told(at)
            || self.ours.at(at).is_some_and(|part| {
                let before = &self.ours.all()[part].text;
                let alone = before.trim().len() == words.len();
                (alone || opens && part == 0 && before.trim_start().starts_with(words))
                    && self.told[part..].contains(&true)
            })
    }

    /// How many pairs of characters two quantities have around them in common,
    /// if they may be of the same thing.
    pub(super) fn likeness(&self, their: &Quantity, our: &Quantity) -> Option<usize> {
        let one = &self.theirs.all()[self.theirs.at(their.range.start)?];
        let other = &self.ours.all()[self.ours.at(our.range.start)?];
        let (around, about) = (
            things(one, self.reference, their),
            things(other, self.local, our),
        );
        let common = around.iter().filter(|pair| about.contains(pair)).count();
        (common > 0 || around.is_empty() || about.is_empty()).then_some(common)
    }

    /// For each local quantity the one of the reference clause that is most
    /// likely of the same thing, no quantity twice; of equals one as large, then
    /// the one that stands at its place among them.
    pub(super) fn counterparts<'q>(
        &self,
        theirs: &'q [Quantity],
        ours: &[Quantity],
    ) -> Vec<Option<&'q Quantity>> {
        let mut pairs = Vec::new();
        for (at, our) in ours.iter().enumerate() {
            for (place, their) in theirs.iter().enumerate() {
                if their.unit == our.unit
                    && let Some(likeness) = self.likeness(their, our)
                {
                    let rank = (likeness, their.equals(our), Reverse(at.abs_diff(place)));
                    pairs.push((rank, at, place));
                }
            }
        }
        pairs.sort_by_key(|&(rank, ..)| Reverse(rank));
        let mut counterparts = vec![None; ours.len()];
        let mut free = vec![true; theirs.len()];
        for (_, at, place) in pairs {
            if free[place] && counterparts[at].is_none() {
                free[place] = false;
                counterparts[at] = Some(&theirs[place]);
            }
        }
        counterparts
    }
}

/// Of each local part whether it tells of what the reference clause does: it
/// is like a part of it, or follows such a part and begins no doing of its own.
fn told(reference: &str, theirs: &Parts, ours: &Parts) -> Vec<bool> {
    let parts = ours.all();
    let is_penal = PENALTIES.iter().any(|word| reference.contains(word));
    let mut alike = vec![false; parts.len()];
    for their in theirs.all() {
        let likeness = |part: &Part| their.alike(part).filter(|_| is_doing(part));
        let row: Vec<usize> = parts
            .iter()
            .map(|part| likeness(part).unwrap_or(0))
            .collect();
        let most = row.iter().copied().max().unwrap_or(0);
        for (alike, likeness) in alike.iter_mut().zip(row) {
            *alike |= likeness > 0 && likeness as f32 >= RIVAL * most as f32;
        }
    }
    let mut told = Vec::with_capacity(parts.len());
    let mut before = false;
    for (part, is_alike) in parts.iter().zip(alike) {
        let begins_doing = part.text.trim_start_matches('并').starts_with('处')
            || DOINGS.iter().any(|word| part.text.contains(word));
        before = is_alike || before && !begins_doing || is_penal && part.text.contains("罚款");
        told.push(before);
    }
    told
}

/// How like a reference part, beside the part that is most like it, another
/// has to be to tell of it too.
const RIVAL: f32 = 0.7;

/// Whether a text has no more than one part.
fn is_one(parts: &Parts) -> bool {
    let has_words = |part: &&Part| part.text.contains(char::is_alphanumeric);
    parts.all().iter().filter(has_words).count() <= 1
}

/// Whether a part says more than a time, or on what grounds the rest is done.
fn is_doing(part: &Part) -> bool {
    let is_word =
        |char: &char| char.is_alphabetic() && han_number(char.encode_utf8(&mut [0; 4])).is_none();
    part.text.chars().filter(is_word).count() > 2
        && !["根据", "按照", "依据"]
            .iter()
            .any(|ground| part.text.trim_start().starts_with(ground))
}

/// How many characters before and after a number tell of what it is.
const THING: usize = 8;

/// The characters before and after a number in its part, without those of
/// words that only bound it.
fn around(part: &Part, text: &str, quantity: &Quantity) -> (Vec<char>, Vec<char>) {
    const BOUNDING: &str = "达到为至不少于低超过以上下左右约均占";
    let telling = |char: &char| char.is_alphabetic() && !BOUNDING.contains(*char);
    let before = &text[part.range.start..quantity.range.start];
    let after = &text[quantity.range.end..part.range.end.max(quantity.range.end)];
    let mut first: Vec<char> = before.chars().rev().filter(telling).take(THING).collect();
    first.reverse();
    (first, after.chars().filter(telling).take(THING).collect())
}

/// The pairs of those characters.
fn things(part: &Part, text: &str, quantity: &Quantity) -> Vec<(char, char)> {
    let (before, after) = around(part, text, quantity);
    [before, after]
        .iter()
        .flat_map(|chars| chars.windows(2).map(|pair| (pair[0], pair[1])))
        .collect()
}
