//! How binding a local clause is beside its reference clause.
//!
//! Only parts that say the same are compared: a sentence of five measures may
//! try out one of them.

use std::ops::Range;
use std::sync::LazyLock;

use super::alignment::Force;
use super::gram;
use crate::vocabulary::Vocabulary;

/// How a part of a sentence puts its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// It is to be tried, studied, encouraged.
    Tentative,
    Plain,
    /// It admits no exception.
    Binding,
    /// An instrument is to be made or revised.
    Making,
    /// An instrument is to be carried out.
    Executing,
}

#[rustfmt::skip]
const MARKS: &[(&str, Mode)] = &[
    ("探索", Mode::Tentative), ("试行", Mode::Tentative), ("试点", Mode::Tentative),
    ("尝试", Mode::Tentative), ("研究", Mode::Tentative), ("逐步", Mode::Tentative),
    ("争取", Mode::Tentative), ("力争", Mode::Tentative), ("鼓励", Mode::Tentative),
    ("提倡", Mode::Tentative), ("倡导", Mode::Tentative), ("有条件的", Mode::Tentative),
    ("必须", Mode::Binding), ("严禁", Mode::Binding), ("不得", Mode::Binding),
    ("一律", Mode::Binding), ("确保", Mode::Binding), ("全面推行", Mode::Binding),
    ("全面实行", Mode::Binding), ("全面推开", Mode::Binding), ("全面建立", Mode::Binding),
    ("制定", Mode::Making), ("制订", Mode::Making), ("出台", Mode::Making),
    ("颁布", Mode::Making), ("起草", Mode::Making), ("拟定", Mode::Making),
    ("拟订", Mode::Making), ("编制", Mode::Making), ("修订", Mode::Making),
    ("修改", Mode::Making),
    ("贯彻", Mode::Executing), ("落实", Mode::Executing), ("执行", Mode::Executing),
    ("遵守", Mode::Executing), ("实施", Mode::Executing),
    // One doing said in two verbs, neither of them a trial.
    ("研究制定", Mode::Making), ("研究制订", Mode::Making), ("研究出台", Mode::Making),
    ("研究起草", Mode::Making), ("研究拟定", Mode::Making), ("制定实施", Mode::Making),
    ("研究解决", Mode::Plain), ("研究部署", Mode::Plain), ("研究提出", Mode::Plain),
    ("调查研究", Mode::Plain), ("理论研究", Mode::Plain),
    ("推行", Mode::Plain), ("实行", Mode::Plain), ("开展", Mode::Plain), ("建立", Mode::Plain),
    ("健全", Mode::Plain), ("完善", Mode::Plain), ("加强", Mode::Plain), ("推进", Mode::Plain),
];

static FINDER: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(MARKS.iter().map(|&(mark, _)| mark)));

/// Share of the shorter part's grams that two parts have in common if they say
/// the same, and the least number of them.
const ALIKE: f32 = 0.6;
const LEAST: usize = 2;

/// A text in parts, for comparison with another.
#[derive(Debug, Default, Clone)]
pub(super) struct Parts(Vec<Part>);

#[derive(Debug, Clone)]
struct Part {
    mode: Mode,
    /// The two-character grams between its marks, sorted, each once.
    grams: Vec<u64>,
}

impl Parts {
    /// Reads the parts of a sentence. What stands in a title 《》 says nothing
    /// of how the sentence puts it.
    pub(super) fn of(text: &str) -> Self {
        let marks: Vec<(Range<usize>, Mode)> = FINDER
            .find_all(text)
            .filter(|mark| !in_title(text, mark.start))
            .map(|mark| (mark.start..mark.end, MARKS[mark.word].1))
            .collect();
        Self(
            parts(text)
                .map(|part| {
                    let inside = || marks.iter().filter(|(mark, _)| part.contains(&mark.start));
                    Part {
                        mode: mode(inside().map(|(_, mode)| *mode)),
                        grams: grams(text, &part, inside().map(|(mark, _)| mark.clone())),
                    }
                })
                .collect(),
        )
    }

    fn like(&self, part: &Part) -> Option<&Part> {
        let common = |other: &Part| shared(&part.grams, &other.grams);
        self.0
            .iter()
            .map(|other| (common(other), other))
            .filter(|(common, other)| {
                let least = part.grams.len().min(other.grams.len());
                *common >= LEAST && *common as f32 >= ALIKE * least as f32
            })
            .max_by_key(|(common, _)| *common)
            .map(|(_, other)| other)
    }
}

/// Compares two wordings part by part. Where some parts are stronger and
/// others weaker, neither is said of the whole.
pub(super) fn force(reference: &Parts, local: &Parts) -> Force {
    let (mut stronger, mut weaker, mut execution) = (false, false, false);
    let mut weigh = |one: Mode, other: Mode| {
        execution |= one == Mode::Making && other == Mode::Executing;
        stronger |= rank(other) > rank(one);
        weaker |= rank(other) < rank(one);
    };
    for part in reference.0.iter().filter(|part| part.mode != Mode::Plain) {
        if let Some(other) = local.like(part) {
            weigh(part.mode, other.mode);
        }
    }
    for part in local.0.iter().filter(|part| part.mode != Mode::Plain) {
        if let Some(other) = reference.like(part) {
            weigh(other.mode, part.mode);
        }
    }
    match (execution, stronger, weaker) {
        (true, _, _) => Force::Execution,
        (_, true, false) => Force::Stronger,
        (_, false, true) => Force::Weaker,
        _ => Force::Same,
    }
}

fn rank(mode: Mode) -> u8 {
    match mode {
        Mode::Tentative => 0,
        Mode::Plain | Mode::Making | Mode::Executing => 1,
        Mode::Binding => 2,
    }
}

/// A trial stays one whatever else the part says; where an instrument is both
/// made and carried out, neither tells.
fn mode(marks: impl Iterator<Item = Mode>) -> Mode {
    let mut found = [false; 4];
    for mode in marks {
        match mode {
            Mode::Tentative => found[0] = true,
            Mode::Binding => found[1] = true,
            Mode::Making => found[2] = true,
            Mode::Executing => found[3] = true,
            Mode::Plain => {}
        }
    }
    match found {
        [true, ..] => Mode::Tentative,
        [_, true, ..] => Mode::Binding,
        [_, _, true, false] => Mode::Making,
        [_, _, false, true] => Mode::Executing,
        _ => Mode::Plain,
    }
}

fn in_title(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.matches('《').count() > before.matches('》').count()
}

/// What stands between two marks; marks inside a title divide nothing.
fn parts(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut depth = 0_i32;
    let mut start = 0;
    let ends = text.char_indices().filter_map(move |(at, char)| {
        match char {
            '《' => depth += 1,
            '》' => depth -= 1,
            _ => {}
        }
        let divides = matches!(
            char,
            '，' | '；' | '：' | '。' | '！' | '？' | '.' | ',' | ';'
        );
        (divides && depth <= 0).then_some((at, char.len_utf8()))
    });
    ends.chain([(text.len(), 0)]).map(move |(at, mark)| {
        let part = start..at;
        start = at + mark;
        part
    })
}

/// The grams of a part, none of them across or inside a mark.
fn grams(text: &str, part: &Range<usize>, marks: impl Iterator<Item = Range<usize>>) -> Vec<u64> {
    let mut grams = Vec::new();
    let mut from = part.start;
    let mut chars: Vec<char> = Vec::new();
    for mark in marks.chain(std::iter::once(part.end..part.end)) {
        chars.clear();
        chars.extend(text[from..mark.start].chars().filter_map(gram::folded));
        grams.extend(chars.windows(2).map(|pair| gram::two(pair[0], pair[1])));
        from = mark.end;
    }
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// How many grams two sorted lists have in common.
fn shared(one: &[u64], other: &[u64]) -> usize {
    one.iter()
        .filter(|gram| other.binary_search(gram).is_ok())
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn force_is_read_where_both_say_the_same() {
        for (reference, local, expected) in [
            ("推行河长公示制度。", "探索河长公示制度。", Force::Weaker),
            ("全面推行河长制。", "在城区试行河长制。", Force::Weaker),
            ("推行河长公示制度。", "推行河长公示制度。", Force::Same),
            (
                "探索建立水权交易制度。",
                "建立水权交易制度。",
                Force::Stronger,
            ),
            (
                "排污企业要安装监测设备。",
                "排污企业必须安装监测设备。",
                Force::Stronger,
            ),
            (
                "制定《河道采砂管理条例》。",
                "认真贯彻《河道采砂管理条例》。",
                Force::Execution,
            ),
            (
                "修订河道采砂许可办法。",
                "严格执行河道采砂许可办法。",
                Force::Execution,
            ),
            (
                "制定《河道采砂管理条例》。",
                "制定《河道采砂管理条例》实施办法。",
                Force::Same,
            ),
            // The title is of a trial, the sentence is not.
            (
                "落实《水源保护办法（试行）》要求。",
                "落实《水源保护办法》要求。",
                Force::Same,
            ),
            // What is tried is something else than what the centre asks for.
            (
                "推行河长公示制度。",
                "推行河长公示制度，探索设立民间巡河员。",
                Force::Same,
            ),
            // Weaker here, stronger there: not one of the two.
            (
                "推行河长公示制度，逐步关停小型水泥厂。",
                "试行河长公示制度，关停小型水泥厂。",
                Force::Same,
            ),
            ("研究制定湿地补偿办法。", "制定湿地补偿办法。", Force::Same),
        ] {
            let found = force(&Parts::of(reference), &Parts::of(local));
            assert_eq!(found, expected, "{reference} → {local}");
        }
    }
}
