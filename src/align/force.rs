//! How binding a local clause is beside its reference clause.
//!
//! Only parts that say the same are compared: a sentence of five measures may
//! try out one of them.

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::LazyLock;

use super::alignment::Force;
use super::gram;
use super::title::{Subject, is_between};
use crate::vocabulary::Vocabulary;

/// How a part of a sentence puts its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// It only says when or of whom the rest holds: `拒不改正的`.
    Condition,
    /// It is to be tried, studied, encouraged.
    Tentative,
    /// It may be done.
    Allowed,
    Plain,
    /// It is to be done: the usual word of statutes, no more than a bare verb.
    Due,
    /// It admits no exception.
    Binding,
    /// It must not be done.
    Forbidden,
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
    ("原则上", Mode::Tentative),
    ("可以", Mode::Allowed), ("应当", Mode::Due),
    ("必须", Mode::Binding), ("一律", Mode::Binding), ("确保", Mode::Binding),
    ("全面推行", Mode::Binding), ("全面实行", Mode::Binding), ("全面推开", Mode::Binding),
    ("全面建立", Mode::Binding),
    ("严禁", Mode::Forbidden), ("禁止", Mode::Forbidden), ("不得", Mode::Forbidden),
    ("不准", Mode::Forbidden),
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
    // Names of documents and of what is looked into, not of what is done.
    ("实施办法", Mode::Plain), ("实施细则", Mode::Plain), ("实施方案", Mode::Plain),
    ("实施意见", Mode::Plain), ("执行情况", Mode::Plain), ("落实情况", Mode::Plain),
    ("实施情况", Mode::Plain),
    ("推行", Mode::Plain), ("实行", Mode::Plain), ("开展", Mode::Plain), ("建立", Mode::Plain),
    ("健全", Mode::Plain), ("完善", Mode::Plain), ("加强", Mode::Plain), ("推进", Mode::Plain),
];

static FINDER: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(MARKS.iter().map(|&(mark, _)| mark)));

/// Who betters a document makes it anew: `健全……规定`.
const BETTERING: [&str; 2] = ["健全", "完善"];
const DOCUMENTS: [&str; 5] = ["规定", "办法", "条例", "法规", "细则"];

/// Words of a part that tells of a wrong and what is done about it.
const AGAINST: [&str; 9] = [
    "查处", "纠正", "制止", "处置", "惩治", "惩处", "打击", "追究", "整治",
];

/// Two parts say the same if they have this share of the shorter one's grams
/// in common, and at least so many.
const ALIKE: f32 = 0.6;
const LEAST: usize = 2;
/// The least number where only what follows the marks is compared.
const LEAST_OF_OBJECT: usize = 4;

/// A text in parts, for comparison with another.
#[derive(Debug, Default, Clone)]
pub(super) struct Parts<'t>(Vec<Part<'t>>);

/// What stands between two marks.
#[derive(Debug, Clone)]
pub(super) struct Part<'t> {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// Its words.
    pub text: &'t str,
    mode: Mode,
    /// Where in it marks stand.
    marks: Vec<Range<usize>>,
    /// Where in it the mark ends that tells its mode.
    decisive: Option<usize>,
    /// The two-character grams between its marks, sorted, each once; read when
    /// another part is compared with it, as those of the object.
    grams: OnceCell<Vec<u64>>,
    /// Those after the mark that tells its mode.
    object: OnceCell<Vec<u64>>,
}

impl<'t> Parts<'t> {
    /// Reads the parts of a sentence. What stands in a title 《》 says nothing
    /// of how the sentence puts it, nor does a mark before 的: `制定的办法`.
    pub(super) fn of(text: &'t str) -> Self {
        let marks: Vec<(Range<usize>, Mode)> = FINDER
            .find_all(text)
            .filter(|mark| {
                !text[mark.end..].starts_with('的') && !is_between(text, mark.start, ['《', '》'])
            })
            .map(|mark| (mark.start..mark.end, MARKS[mark.word].1))
            .collect();
        Self(
            parts(text)
                .map(|range| {
                    let inside: Vec<_> = marks
                        .iter()
                        .filter(|(mark, _)| range.contains(&mark.start))
                        .collect();
                    let (mode, decisive) = mode(text, &range, &inside);
                    let start = range.start;
                    let within = |mark: &Range<usize>| mark.start - start..mark.end - start;
                    Part {
                        mode,
                        marks: inside.iter().map(|(mark, _)| within(mark)).collect(),
                        decisive: decisive.map(|end| end - start),
                        grams: OnceCell::new(),
                        object: OnceCell::new(),
                        text: &text[range.clone()],
                        range,
                    }
                })
                .collect(),
        )
    }

    /// The parts in order.
    pub(super) fn all(&self) -> &[Part<'t>] {
        &self.0
    }

    /// The number of the part that stands at a place of the text.
    pub(super) fn at(&self, place: usize) -> Option<usize> {
        self.0.iter().position(|part| part.range.contains(&place))
    }

    /// The part that is most like a part of another text; none if that part's
    /// mode stands unchanged in any that is like it.
    fn changed(&self, part: &Part) -> Option<&Part<'t>> {
        let mut most: Option<(usize, &Part)> = None;
        for other in &self.0 {
            let Some(likeness) = other.alike(part) else {
                continue;
            };
            if other.mode == part.mode {
                return None;
            }
            if most.is_none_or(|(best, _)| likeness > best) {
                most = Some((likeness, other));
            }
        }
        most.map(|(_, other)| other)
    }
}

impl Part<'_> {
    /// How many grams this part and another have in common, if they say the
    /// same: as wholes, in what follows the mark, or by the title they name.
    pub(super) fn alike(&self, other: &Part) -> Option<usize> {
        let enough = |one: &[u64], other: &[u64], least: usize| {
            let common = shared(one, other);
            let shorter = one.len().min(other.len());
            (common >= least && common as f32 >= ALIKE * shorter as f32).then_some(common)
        };
        enough(self.grams(), other.grams(), LEAST)
            .or_else(|| enough(self.object(), other.object(), LEAST_OF_OBJECT))
            .or_else(|| self.names_like(other).then_some(LEAST))
    }

    fn grams(&self) -> &[u64] {
        self.grams
            .get_or_init(|| grams(self.text, 0, self.marks.iter()))
    }

    fn object(&self) -> &[u64] {
        self.object.get_or_init(|| {
            self.decisive.map_or(Vec::new(), |from| {
                let after = self.marks.iter().filter(|mark| mark.start >= from);
                grams(self.text, from, after)
            })
        })
    }

    /// Whether it tells of a wrong and what is done about it.
    fn is_against(&self) -> bool {
        AGAINST.iter().any(|word| self.text.contains(word))
    }

    /// Whether both make or carry out instruments of one subject.
    fn names_like(&self, other: &Part) -> bool {
        let of_instrument = |mode| matches!(mode, Mode::Making | Mode::Executing);
        self.mode != other.mode
            && of_instrument(self.mode)
            && of_instrument(other.mode)
            && titles(self.text).any(|one| {
                titles(other.text).any(|other| Subject::of(one).is_like(&Subject::of(other)))
            })
    }
}

/// Compares two wordings part by part. Where some parts are stronger and
/// others weaker, neither is said of the whole.
pub(super) fn force(reference: &Parts, local: &Parts) -> Force {
    let (mut stronger, mut weaker, mut execution) = (false, false, false);
    let mut weigh = |one: &Part, other: &Part| {
        execution |= one.mode == Mode::Making && other.mode == Mode::Executing;
        if [one, other].iter().any(|part| part.mode == Mode::Forbidden)
            && one.is_against() != other.is_against()
        {
            return;
        }
        match strength(one.mode, other.mode) {
            Ordering::Greater => stronger = true,
            Ordering::Less => weaker = true,
            Ordering::Equal => {}
        }
    };
    for part in reference.0.iter().filter(|part| part.mode != Mode::Plain) {
        if let Some(other) = local.changed(part) {
            weigh(part, other);
        }
    }
    for part in local.0.iter().filter(|part| part.mode != Mode::Plain) {
        if let Some(other) = reference.changed(part)
            && local.changed(other).is_some()
        {
            weigh(other, part);
        }
    }
    match (execution, stronger, weaker) {
        (true, _, _) => Force::Execution,
        (_, true, false) => Force::Stronger,
        (_, false, true) => Force::Weaker,
        _ => Force::Same,
    }
}

/// How the second mode stands to the first. A ban says nothing more or less
/// than a duty, but the contrary of a permission, and a permission nothing less
/// than a bare verb.
fn strength(one: Mode, other: Mode) -> Ordering {
    use Mode::{Allowed, Binding, Condition, Due, Forbidden, Plain, Tentative};
    let rank = |mode| match mode {
        Tentative => 0,
        Binding => 2,
        _ => 1,
    };
    match (one, other) {
        (Forbidden, Tentative | Allowed) | (Due | Binding, Allowed) => Ordering::Less,
        (Tentative | Plain | Allowed, Forbidden) | (Allowed, Due | Binding) => Ordering::Greater,
        (Condition | Forbidden | Allowed, _)
        | (_, Condition | Forbidden | Allowed)
        | (Due, Binding)
        | (Binding, Due) => Ordering::Equal,
        _ => rank(other).cmp(&rank(one)),
    }
}

/// How a part puts its measure, and where the words that tell it end. A trial
/// stays one whatever else the part says; where an instrument is both made and
/// carried out, the mark over the first title tells.
fn mode(text: &str, part: &Range<usize>, marks: &[&(Range<usize>, Mode)]) -> (Mode, Option<usize>) {
    let words = &text[part.clone()];
    let first = |wanted: Mode| {
        let mark = marks.iter().find(|(_, mode)| *mode == wanted);
        mark.map(|(mark, mode)| (*mode, Some(mark.end)))
    };
    if words.trim_end().ends_with('的') {
        return (Mode::Condition, None);
    }
    if let Some(decided) = first(Mode::Tentative)
        .or_else(|| first(Mode::Forbidden))
        .or_else(|| first(Mode::Binding))
    {
        return decided;
    }
    match (first(Mode::Allowed), first(Mode::Due)) {
        (Some(decided), None) | (None, Some(decided)) => return decided,
        _ => {}
    }
    match (first(Mode::Making), first(Mode::Executing)) {
        (Some(decided), None) | (None, Some(decided)) => decided,
        (Some(_), Some(_)) => {
            let title = words.find('《').map(|at| part.start + at);
            let over = |title: usize| {
                let mut before = marks.iter().rev().filter(|(mark, _)| mark.end <= title);
                before.find(|(_, mode)| matches!(mode, Mode::Making | Mode::Executing))
            };
            title
                .and_then(over)
                .map_or((Mode::Plain, None), |(mark, mode)| (*mode, Some(mark.end)))
        }
        (None, None) => {
            let bettering = marks
                .iter()
                .find(|(mark, _)| BETTERING.contains(&&text[mark.clone()]))
                .filter(|_| DOCUMENTS.iter().any(|end| words.trim_end().ends_with(end)));
            match bettering {
                Some((mark, _)) => (Mode::Making, Some(mark.end)),
                None => (Mode::Plain, first(Mode::Plain).and_then(|(_, end)| end)),
            }
        }
    }
}

/// The titles 《》 of a part.
fn titles(part: &str) -> impl Iterator<Item = &str> {
    let rests = part.match_indices('《').map(|(at, _)| &part[at..]);
    rests.filter_map(|rest| rest.find('》').map(|end| &rest[..end]))
}

/// What stands between two marks; marks inside a title or a number divide
/// nothing.
fn parts(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut depth = 0_i32;
    let mut start = 0;
    let in_number = |at: usize| {
        let digit = |at: Option<usize>| {
            at.and_then(|at| text.as_bytes().get(at))
                .is_some_and(u8::is_ascii_digit)
        };
        digit(at.checked_sub(1)) && digit(Some(at + 1))
    };
    let ends = text.char_indices().filter_map(move |(at, char)| {
        match char {
            '《' => depth += 1,
            '》' => depth -= 1,
            _ => {}
        }
        let divides = match char {
            '，' | '；' | '：' | '。' | '！' | '？' | ';' => true,
            '.' | ',' => !in_number(at),
            _ => false,
        };
        (divides && depth <= 0).then_some((at, char.len_utf8()))
    });
    ends.chain([(text.len(), 0)]).map(move |(at, mark)| {
        let part = start..at;
        start = at + mark;
        part
    })
}

/// The grams of a part from some place on, none of them across or inside a mark.
fn grams<'m>(
    part: &str,
    mut from: usize,
    marks: impl Iterator<Item = &'m Range<usize>>,
) -> Vec<u64> {
    let end = part.len()..part.len();
    let marks = marks.cloned().chain([end]);
    let mut grams = Vec::new();
    let mut chars: Vec<char> = Vec::new();
    for mark in marks {
        chars.clear();
        chars.extend(part[from..mark.start].chars().filter_map(gram::folded));
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
            // Only what follows the mark is alike.
            (
                "推行小区物业考核和公示制度。",
                "对社区居委会试行物业考核和评议制度。",
                Force::Weaker,
            ),
            (
                "城区各街道对新建住宅推行垃圾分类收运。",
                "全面推行垃圾分类收运和处理站建设。",
                Force::Stronger,
            ),
            // It stands unchanged in one of two like parts.
            (
                "探索护河新方式新办法。",
                "探索护河新方式，新办法。",
                Force::Same,
            ),
            ("禁止侵占河道。", "任何人不得侵占河道。", Force::Same),
            (
                "目录以外的水费一律不得收取。",
                "不得收取目录以外的水费。",
                Force::Same,
            ),
            ("不得侵占河道。", "查处侵占河道行为。", Force::Same),
            ("侵占河道的，责令改正。", "不得侵占河道。", Force::Same),
            ("严禁侵占河道。", "经批准可以侵占河道。", Force::Weaker),
            ("禁止侵占河道。", "原则上不得侵占河道。", Force::Weaker),
            ("可以在河道采砂。", "禁止在河道采砂。", Force::Stronger),
            ("应当公开水质数据。", "可以公开水质数据。", Force::Weaker),
            ("可以公开水质数据。", "应当公开水质数据。", Force::Stronger),
            ("公开水质数据。", "应当公开水质数据。", Force::Same),
            ("应当公开水质数据。", "必须公开水质数据。", Force::Same),
            ("应当公开水质数据。", "鼓励公开水质数据。", Force::Weaker),
            (
                "修订《湿地保护条例》。",
                "认真贯彻《湿地保护条例》和本省制定的实施办法。",
                Force::Execution,
            ),
            (
                "制定《关于在各级各类用水单位中加强节水管理的意见》。",
                "严格执行《南川省关于加强节水管理的意见》并制定细则。",
                Force::Execution,
            ),
            (
                "健全河道采砂许可规定。",
                "认真执行河道采砂许可规定。",
                Force::Execution,
            ),
            (
                "健全河道采砂许可制度。",
                "认真执行河道采砂许可制度。",
                Force::Same,
            ),
        ] {
            let found = force(&Parts::of(reference), &Parts::of(local));
            assert_eq!(found, expected, "{reference} → {local}");
        }
    }
}
