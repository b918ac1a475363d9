//! Deadlines and frequencies of two clauses compared.

use crate::outline::{Kind, han_number};
use crate::task::{ClauseIndex, Plan};

use super::alignment::{Change, ChangeKind, Detail};
use super::gram;
use super::sides::Sides;

/// The years that two plans are for, first and last, where a title tells.
pub(super) struct Term(Option<(u32, u32)>);

impl Term {
    pub(super) fn of(reference: &Plan, local: &Plan) -> Self {
        Self(years(reference).or_else(|| years(local)))
    }

    /// The times of a clause, each once.
    pub(super) fn times<'p>(&self, plan: &'p Plan, clause: ClauseIndex) -> Vec<Time<'p>> {
        let start = plan.clauses[clause].span.start;
        let mut times: Vec<Time> = Vec::new();
        for time in &plan.clauses[clause].deadlines {
            let words = time.span.of(&plan.outline.text);
            if times.iter().any(|other| other.words == words) {
                continue;
            }
            times.push(Time {
                words,
                at: time.span.start - start,
                when: if time.recurring {
                    When::Often(bare_time(words))
                } else {
                    self.until(words)
                },
            });
        }
        let text = plan.text(clause);
        for vague in VAGUE {
            if let Some(at) = text.find(vague)
                && !text[at + vague.len()..].starts_with('性')
                && !times.iter().any(|other| other.when == When::Now)
            {
                times.push(Time {
                    words: &text[at..at + vague.len()],
                    at,
                    when: When::Now,
                });
            }
        }
        times
    }

    /// A deadline; as many years as the plan is for end with its last year.
    fn until(&self, words: &str) -> When {
        let bare = bare_time(words);
        let years = bare.strip_suffix('年').and_then(|years| years.parse().ok());
        match (years, self.0) {
            (Some(years), Some((first, last))) if first + years == last + 1 => {
                When::Until(format!("{last}年"))
            }
            (Some(years), _) if years < 100 => When::Within(years),
            _ => When::Until(bare),
        }
    }
}

/// The years that a plan's title tells it is for: `2008—2012年`.
fn years(plan: &Plan) -> Option<(u32, u32)> {
    let mut titles = plan
        .clauses
        .iter()
        .enumerate()
        .filter(|(_, clause)| plan.outline.nodes[clause.node].kind == Kind::Title);
    titles.find_map(|(clause, _)| {
        let title: String = plan.text(clause).chars().map(unwidened).collect();
        let numbers: Vec<(usize, &str)> = title
            .split(|char: char| !char.is_ascii_digit())
            .filter(|number| number.len() == 4)
            .map(|number| (number.as_ptr() as usize - title.as_ptr() as usize, number))
            .collect();
        numbers.windows(2).find_map(|pair| {
            let between = &title[pair[0].0 + 4..pair[1].0];
            let joins =
                !between.is_empty() && between.chars().all(|char| "年至到-－—–~～ ".contains(char));
            let (first, last) = (pair[0].1.parse().ok()?, pair[1].1.parse().ok()?);
            (joins && first < last).then_some((first, last))
        })
    })
}

/// How often a thing is done, where no number tells; the longer first.
const VAGUE: [&str; 3] = ["不定期", "定期", "经常"];

/// A time that a clause names.
pub(super) struct Time<'t> {
    words: &'t str,
    /// Where it stands in the clause.
    at: usize,
    when: When,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum When {
    Until(String),
    /// Within so many years, from whenever.
    Within(u32),
    Often(String),
    /// Now and then: 定期.
    Now,
}

impl When {
    fn recurs(&self) -> bool {
        matches!(self, Self::Often(_) | Self::Now)
    }
}

/// What became of the deadlines, or of the frequencies.
pub(super) fn changed(
    theirs: &[Time],
    ours: &[Time],
    recurring: bool,
    sides: &Sides,
) -> Vec<Change> {
    let same = |one: &Time, other: &Time| {
        one.when == other.when && (one.when != When::Now || one.words == other.words)
    };
    let of_kind = |time: &&Time| time.when.recurs() == recurring;
    let mut gone: Vec<&Time> = theirs
        .iter()
        .filter(of_kind)
        .filter(|their| !ours.iter().any(|our| same(our, their)))
        .collect();
    let new = ours
        .iter()
        .filter(of_kind)
        .filter(|our| !theirs.iter().any(|their| same(our, their)));
    let mut changes = Vec::new();
    for our in new {
        let opens = !recurring || !gone.is_empty();
        if !sides.is_time_told(our.words, our.at, opens) {
            continue;
        }
        let before = gone
            .iter()
            .position(|their| recurring || is_within(their) == is_within(our));
        if let Some(at) = before {
            let their = gone.remove(at).words;
            changes.push(Change::of(
                ChangeKind::DeadlineChanged,
                Some(their),
                our.words,
            ));
        } else if gone.is_empty() && our.when != When::Now {
            let detail = if recurring {
                Detail::Frequency
            } else {
                Detail::Deadline
            };
            changes.push(Change::of(ChangeKind::DetailAdded(detail), None, our.words));
        }
    }
    changes
}

fn is_within(time: &Time) -> bool {
    matches!(time.when, When::Within(_))
}

/// A full-width digit made plain.
fn unwidened(char: char) -> char {
    gram::folded(char).unwrap_or(char)
}

/// A time without the words that only point at it: `到2012年底前` and `2012年底`
/// are the same, and so are `今后5年` and `经过五年`.
fn bare_time(time: &str) -> String {
    const BEFORE: [&str; 12] = [
        "力争用",
        "再经过",
        "截至",
        "经过",
        "再用",
        "今后",
        "未来",
        "到",
        "至",
        "于",
        "在",
        "用",
    ];
    const AFTER: [&str; 8] = ["时间内", "时间", "以前", "之前", "以内", "之内", "前", "内"];
    let from = BEFORE
        .iter()
        .find_map(|word| time.strip_prefix(word))
        .unwrap_or(time);
    let bare = AFTER
        .iter()
        .find_map(|word| from.strip_suffix(word))
        .unwrap_or(from);
    // By the end of a year is by that year.
    let bare = ["年底", "年末"]
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .map_or(bare, |year| &bare[..year.len() + '年'.len_utf8()]);
    let bare: &str = &bare.chars().map(unwidened).collect::<String>();
    let number = bare.len()
        - bare
            .trim_start_matches(|char| "一二两三四五六七八九十".contains(char))
            .len();
    match han_number(&bare[..number]) {
        Some(value) => format!("{value}{}", &bare[number..]),
        None => bare.to_owned(),
    }
}
