//! The likeliest reading of a chapter: forward and backward over its lattice.

use super::lattice::state::{self, Turns};
use super::lattice::{Candidate, Lattice, SUBSECTION, TOPIC};
use super::signs::Stretch;

/// A stretch that was found, and how surely.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub stretch: Stretch,
    pub kind: usize,
    pub confidence: f32,
}

pub(super) struct Reading {
    /// The character at which the chapter's own heading ends, the fragment it
    /// ends in, and how surely.
    pub title: Option<(usize, usize, f32)>,
    /// Headings and topics in order, none upon another.
    pub found: Vec<Found>,
}

/// Probability from which a stretch is taken for a heading. Below one half,
/// as a missed heading costs as much as one too many.
const ENOUGH: f32 = 0.35;
const NEVER: f32 = -1e30;
/// Readings so much less likely than the best one are left out.
const BEAM: f32 = 18.0;

type States = Vec<f32>;

struct Tables<'a> {
    lattice: &'a Lattice,
    turns: &'a Turns,
    /// For each fragment and state: all readings of what stands before.
    before: Vec<States>,
    /// … of what comes after.
    after: Vec<States>,
    /// For each fragment the states worth following.
    live: Vec<Vec<usize>>,
    total: f32,
}

pub(super) fn read(lattice: &Lattice, turns: &Turns) -> Reading {
    let tables = Tables::new(lattice, turns);
    let mut found = Vec::new();
    let mut title: Option<(usize, usize, f32)> = None;
    for each in &lattice.titles {
        let mut all = 0.0;
        if let Some(rest) = &each.rest {
            let next = each.last + 1;
            all += tables.share(each.score + rest.plain, next, state::PLAIN);
            for candidate in &rest.headings {
                for kind in [SUBSECTION, TOPIC] {
                    let score = each.score + tables.fresh(candidate, kind);
                    let share = tables.share(
                        score,
                        candidate.stretch.last + 1,
                        entered(candidate, kind, state::FRESH),
                    );
                    all += share;
                    found.push(Found {
                        stretch: candidate.stretch.clone(),
                        kind,
                        confidence: share,
                    });
                }
            }
        } else {
            all += tables.share(each.score, each.last + 1, state::FRESH);
        }
        if title.is_none_or(|best| all > best.2) {
            title = Some((each.end, each.last, all));
        }
    }
    for candidate in lattice.headings.iter().flatten() {
        for kind in [SUBSECTION, TOPIC] {
            found.push(Found {
                stretch: candidate.stretch.clone(),
                kind,
                confidence: tables.posterior(candidate, kind),
            });
        }
    }
    Reading {
        title,
        found: compatible(found, title.map_or(0, |title| title.0)),
    }
}

/// Stretches that are sure enough, the surer of two that overlap, and none
/// upon the chapter's title.
fn compatible(mut found: Vec<Found>, from: usize) -> Vec<Found> {
    found.retain(|one| one.confidence >= ENOUGH && one.stretch.chars.start >= from);
    found.sort_by_key(|one| (one.stretch.chars.start, one.stretch.chars.end, one.kind));
    let mut kept: Vec<Found> = Vec::new();
    for one in found {
        match kept.last_mut() {
            Some(last) if one.stretch.chars.start < last.stretch.chars.end => {
                if one.confidence > last.confidence {
                    *last = one;
                }
            }
            _ => kept.push(one),
        }
    }
    kept
}

impl<'a> Tables<'a> {
    fn new(lattice: &'a Lattice, turns: &'a Turns) -> Self {
        let length = lattice.fragments.len();
        let blank = || vec![vec![NEVER; state::COUNT]; length + 1];
        let mut tables = Self {
            lattice,
            turns,
            before: blank(),
            after: blank(),
            live: vec![Vec::new(); length + 1],
            total: NEVER,
        };
        tables.forward();
        tables.backward();
        tables
    }

    fn row(&self, fragment: usize) -> usize {
        fragment - self.lattice.fragments.start
    }

    /// Score of a heading right after the chapter's own.
    fn fresh(&self, candidate: &Candidate, kind: usize) -> f32 {
        candidate.scores[kind] + self.turns.open[kind][state::class(state::FRESH)]
    }

    /// The share of all readings that come to a state with a score.
    fn share(&self, score: f32, fragment: usize, state: usize) -> f32 {
        (score + self.after[self.row(fragment)][state] - self.total).exp()
    }

    fn posterior(&self, candidate: &Candidate, kind: usize) -> f32 {
        let row = self.row(candidate.stretch.first);
        let before = &self.before[row];
        let next = candidate.stretch.last + 1;
        self.live[row]
            .iter()
            .copied()
            .filter(|&from| state::may_open(kind, from))
            .map(|from| {
                let score = before[from]
                    + self.turns.open[kind][state::class(from)]
                    + candidate.scores[kind];
                self.share(score, next, entered(candidate, kind, from))
            })
            .sum()
    }

    fn text(&self, row: usize, from: usize) -> f32 {
        if from == state::FRESH {
            self.lattice.plain[row]
        } else {
            0.0
        }
    }

    fn forward(&mut self) {
        let lattice = self.lattice;
        for title in &lattice.titles {
            let next = self.row(title.last + 1);
            let Some(rest) = &title.rest else {
                add(&mut self.before[next][state::FRESH], title.score);
                continue;
            };
            add(
                &mut self.before[next][state::PLAIN],
                title.score + rest.plain,
            );
            for candidate in &rest.headings {
                for kind in [SUBSECTION, TOPIC] {
                    let to = entered(candidate, kind, state::FRESH);
                    let score = title.score + self.fresh(candidate, kind);
                    let next = self.row(candidate.stretch.last + 1);
                    add(&mut self.before[next][to], score);
                }
            }
        }
        for row in 0..lattice.fragments.len() {
            let before = std::mem::take(&mut self.before[row]);
            let live = worth_following(&before);
            for &from in &live {
                let to = state::after_text(from);
                let score = before[from] + self.text(row, from);
                add(&mut self.before[row + 1][to], score);
            }
            for candidate in &lattice.headings[row] {
                let next = self.row(candidate.stretch.last + 1);
                for kind in [SUBSECTION, TOPIC] {
                    for &from in live.iter().filter(|&&from| state::may_open(kind, from)) {
                        let to = entered(candidate, kind, from);
                        let turn = self.turns.open[kind][state::class(from)];
                        let score = before[from] + turn + candidate.scores[kind];
                        add(&mut self.before[next][to], score);
                    }
                }
            }
            self.before[row] = before;
            self.live[row] = live;
        }
        let last = &self.before[lattice.fragments.len()];
        let mut total = NEVER;
        for from in worth_following(last) {
            add(
                &mut total,
                last[from] + self.turns.close[state::class(from)],
            );
        }
        self.total = total;
    }

    fn backward(&mut self) {
        let lattice = self.lattice;
        let length = lattice.fragments.len();
        for from in 0..state::COUNT {
            self.after[length][from] = self.turns.close[state::class(from)];
        }
        for row in (0..length).rev() {
            let mut after = std::mem::take(&mut self.after[row]);
            for &from in &self.live[row] {
                after[from] = self.after[row + 1][state::after_text(from)] + self.text(row, from);
                for candidate in &lattice.headings[row] {
                    let next = self.row(candidate.stretch.last + 1);
                    for kind in [SUBSECTION, TOPIC] {
                        if state::may_open(kind, from) {
                            let to = entered(candidate, kind, from);
                            let turn = self.turns.open[kind][state::class(from)];
                            let score = self.after[next][to] + turn + candidate.scores[kind];
                            add(&mut after[from], score);
                        }
                    }
                }
            }
            self.after[row] = after;
        }
    }
}

fn worth_following(states: &[f32]) -> Vec<usize> {
    let best = states.iter().copied().fold(NEVER, f32::max);
    let least = (best - BEAM).max(NEVER / 2.0);
    (0..states.len())
        .filter(|&from| states[from] > least)
        .collect()
}

/// Adds a probability to another, both in logarithms.
fn add(sum: &mut f32, term: f32) {
    let (more, less) = if *sum > term {
        (*sum, term)
    } else {
        (term, *sum)
    };
    *sum = if more - less > BEAM {
        more
    } else {
        more + (less - more).exp().ln_1p()
    };
}

fn entered(candidate: &Candidate, kind: usize, from: usize) -> usize {
    match kind {
        SUBSECTION => state::HEADED,
        _ => {
            let stretch = &candidate.stretch;
            state::after_topic(from, stretch.last + 1 - stretch.first)
        }
    }
}
