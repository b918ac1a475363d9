//! The first pass: what two clauses have in common by themselves.

use crate::task::ClauseIndex;

use super::above::Above;
use super::candidates::{BestTwo, Candidates};
use super::index::{Entry, Index, NO_GRAM, NO_PIECE};
use super::weigh::{Grouped, Weight, Weights};

/// How many features the first pass has.
pub(super) const PAIR: usize = 41;

/// Their names, in the order of the values.
pub(super) const NAMES: [&str; PAIR] = [
    "contained-reference",
    "contained-local",
    "cosine",
    "characters-reference",
    "characters-local",
    "characters-most",
    "characters-cosine",
    "measures-reference",
    "measures-local",
    "measure-best",
    "measure-held-reference",
    "measure-held-local",
    "content-reference",
    "content-local",
    "content-most",
    "content-least",
    "part-best",
    "parts-reference",
    "parts-local",
    "part-held",
    "exclusive",
    "rarest",
    "row-margin",
    "column-margin",
    "headings-best",
    "heading-local",
    "headings-nearest",
    "reference-is-heading",
    "same-kind",
    "both-headings",
    "verb",
    "distance",
    "reference-length",
    "length-ratio",
    "run",
    "run-share",
    "new-in-row",
    "new-in-column",
    "applies",
    "exclusive-headings",
    "instrument",
];

/// Where the share of the local clause that stands in the reference clause is
/// among the values.
pub(super) const CONTAINED_LOCAL: usize = 1;

/// Mass from which a content piece counts fully.
const FULL_PIECE: f32 = 3.0;
/// Smooths ratios over slight masses.
const SMOOTH: f32 = 0.3;

/// The values of the first pass for every candidate. `applies` says of each
/// reference clause how far a locality of this level can carry it out, 0–1.
pub(super) fn features(
    reference: &Index,
    local: &Index,
    weights: &Weights,
    candidates: &Candidates,
    applies: &[f32],
) -> Vec<[f32; PAIR]> {
    let mut values = vec![[0.0; PAIR]; candidates.all.len()];
    let mut walk = Walk::new(weights, reference, local, candidates);
    let mut above = Above::new(candidates);
    let mut column = Vec::new();
    for clause in 0..local.len() {
        column.clear();
        column.extend_from_slice(candidates.column(clause));
        if column.is_empty() {
            continue;
        }
        sort_by_nearness(&mut column, candidates);
        walk.enter(clause);
        let headings = local.above(clause);
        above.enter(headings, |at| candidates.all[at].nearness);
        for &at in &column {
            let candidate = candidates.all[at];
            let common = walk.compare(at, candidate.reference, reference);
            let row = &mut values[at];
            wording(
                row,
                &common,
                candidate.shared,
                candidate.reference,
                clause,
                weights,
            );
            let (one, other) = (
                &reference.entries[candidate.reference],
                &local.entries[clause],
            );
            place(row, one, other);
            // The words of headings are those of the whole document, and rare in
            // none.
            row[39] = row[20] * row[29];
            row[31] = (candidate.reference as f32 / reference.len() as f32
                - clause as f32 / local.len() as f32)
                .abs();
            let ours = reference.above(candidate.reference);
            row[24] = above.best(ours);
            row[25] = above.of(candidate.reference);
            row[26] = match (ours.last(), headings.last()) {
                (Some(&our), Some(&their)) => candidates.nearness(our, their),
                _ => 0.0,
            };
            row[38] = applies[candidate.reference];
        }
    }
    rank(&mut values, reference, local, candidates);
    new_in_row(&mut values, reference, weights, candidates, &walk);
    values
}

fn sort_by_nearness(places: &mut [usize], candidates: &Candidates) {
    places.sort_by(|&one, &other| {
        candidates.all[other]
            .nearness
            .total_cmp(&candidates.all[one].nearness)
    });
}

/// What a walk over two clauses finds.
#[derive(Debug, Default)]
struct Common {
    chars: f32,
    exclusive: f32,
    rarest: f32,
    /// Longest run of shared characters.
    run: usize,
    new_in_column: f32,
    /// Length of both clauses in characters.
    lengths: (usize, usize),
    pieces: Meeting,
    parts: Meeting,
}

/// How well the content pieces, or the parts, of two clauses meet.
#[derive(Debug, Default)]
struct Meeting {
    /// Share of the clause met, each piece by its best partner.
    reference: f32,
    local: f32,
    /// The best pair by likeness.
    best: f32,
    /// Share of the clause that the other has, in whatever pieces.
    shared_reference: f32,
    shared_local: f32,
    /// The piece that the other clause holds most of.
    held_reference: f32,
    held_local: f32,
}

/// Walks reference clauses against one local clause at a time.
struct Walk<'w> {
    weights: &'w Weights,
    stamp: u32,
    /// By the number of each gram that the reference has.
    grams: Vec<Mark>,
    chars: Vec<u32>,
    local: &'w Index,
    /// The local clause at hand.
    clause: ClauseIndex,
    /// For each candidate, which steps of its reference clause start a shared
    /// two-character gram that is new there: a bit a step, from `starts` on.
    shared: Vec<u64>,
    starts: Vec<usize>,
    meets: Vec<f32>,
    /// The best partner of each local piece, and how much of it is held.
    best: Vec<(f32, f32)>,
    part_meets: Vec<f32>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    /// The local clause it stands in, as a stamp.
    stands: u32,
    /// The local clause of which a nearer pair has already shared it.
    taken: u32,
    piece: u8,
    part: u8,
}

impl<'w> Walk<'w> {
    fn new(
        weights: &'w Weights,
        reference: &Index,
        local: &'w Index,
        candidates: &Candidates,
    ) -> Self {
        let mut starts = Vec::with_capacity(candidates.all.len() + 1);
        let mut words = 0;
        starts.push(words);
        for candidate in &candidates.all {
            words += reference.steps(candidate.reference).len().div_ceil(64);
            starts.push(words);
        }
        Self {
            weights,
            stamp: 0,
            grams: vec![Mark::default(); reference.grams()],
            chars: vec![0; weights.chars.len()],
            local,
            clause: 0,
            shared: vec![0; words],
            starts,
            meets: Vec::new(),
            best: Vec::new(),
            part_meets: Vec::new(),
        }
    }

    /// The bits of one candidate.
    fn shared(&self, at: usize) -> &[u64] {
        &self.shared[self.starts[at]..self.starts[at + 1]]
    }

    /// Takes up a local clause.
    fn enter(&mut self, clause: ClauseIndex) {
        self.stamp += 1;
        self.clause = clause;
        for &character in self.local.characters(clause) {
            self.chars[usize::from(character)] = self.stamp;
        }
        for step in self.local.steps(clause) {
            if step.first_two
                && let Some(mark) = self.grams.get_mut(step.two as usize)
            {
                mark.stands = self.stamp;
                mark.piece = step.piece;
                mark.part = step.part;
            }
            if step.first_three
                && let Some(mark) = self.grams.get_mut(step.three as usize)
            {
                mark.stands = self.stamp;
            }
        }
    }

    fn compare(&mut self, at: usize, clause: ClauseIndex, reference: &Index) -> Common {
        let Self {
            weights,
            stamp,
            grams,
            chars,
            local,
            ..
        } = self;
        let (weights, stamp, grams) = (&**weights, *stamp, &mut grams[..]);
        let (one, other) = (&reference.entries[clause], &local.entries[self.clause]);
        for (meets, size) in [
            (&mut self.meets, one.pieces * other.pieces),
            (&mut self.part_meets, one.parts * other.parts),
        ] {
            meets.clear();
            meets.resize(size, 0.0);
        }
        let (meets, part_meets) = (&mut self.meets[..], &mut self.part_meets[..]);
        let steps = reference.steps(clause);
        let mut common = Common {
            lengths: (steps.len(), other.steps.len()),
            ..Common::default()
        };
        for &character in reference.characters(clause) {
            if chars[usize::from(character)] == stamp {
                common.chars += weights.chars[usize::from(character)];
            }
        }
        let shared = &mut self.shared[self.starts[at]..self.starts[at + 1]];
        let mut run = 0;
        for (place, step) in steps.iter().enumerate() {
            let stands = |gram| gram != NO_GRAM && grams[gram as usize].stands == stamp;
            if !stands(step.two) {
                run = 0;
                continue;
            }
            run += 1;
            common.run = common.run.max(run + 1);
            let new_three = step.first_three && stands(step.three);
            if step.first_two {
                shared[place / 64] |= 1 << (place % 64);
                let (mark, weight) = (
                    &mut grams[step.two as usize],
                    &weights.grams[step.two as usize],
                );
                let met = usize::from(step.part) * other.parts + usize::from(mark.part);
                part_meets[met] += weight.plain;
                if step.piece != NO_PIECE && mark.piece != NO_PIECE {
                    let met = usize::from(step.piece) * other.pieces + usize::from(mark.piece);
                    meets[met] += weight.content;
                }
                common.count(weight, mark, stamp);
            }
            if new_three {
                let three = step.three as usize;
                common.count(&weights.grams[three], &mut grams[three], stamp);
            }
        }
        common.pieces = meeting(
            meets,
            &mut self.best,
            weights.reference.pieces(clause),
            weights.local.pieces(self.clause),
        );
        common.parts = meeting(
            part_meets,
            &mut self.best,
            weights.reference.parts(clause),
            weights.local.parts(self.clause),
        );
        common
    }
}

impl Common {
    /// Counts a gram that both clauses have; `stamp` is that of the local one.
    fn count(&mut self, weight: &Weight, mark: &mut Mark, stamp: u32) {
        self.exclusive += weight.exclusive;
        self.rarest = self.rarest.max(weight.rare);
        if mark.taken != stamp {
            mark.taken = stamp;
            self.new_in_column += weight.plain;
        }
    }
}

/// Reads off how well pieces meet; `meets` holds the weight that each
/// pair of pieces shares, row by row.
fn meeting(
    meets: &[f32],
    columns: &mut Vec<(f32, f32)>,
    reference: Grouped,
    local: Grouped,
) -> Meeting {
    let mut result = Meeting::default();
    if local.masses.is_empty() {
        return result;
    }
    columns.clear();
    columns.resize(local.masses.len(), (0.0, 0.0));
    let rows = meets.chunks_exact(local.masses.len());
    for (&mass, row) in reference.masses.iter().zip(rows) {
        if mass == 0.0 {
            continue;
        }
        let (mut best, mut held) = (0.0_f32, 0.0);
        for ((&shared, &other), column) in row.iter().zip(local.masses).zip(&mut *columns) {
            if shared == 0.0 {
                continue;
            }
            held += shared;
            column.1 += shared;
            if other > 0.0 {
                let likeness = 2.0 * shared / (mass + other);
                best = best.max(likeness);
                column.0 = column.0.max(likeness);
            }
        }
        result.reference += best * mass;
        result.best = result.best.max(best);
        result.held_reference = result
            .held_reference
            .max((held / mass).min(1.0) * (mass / FULL_PIECE).min(1.0));
    }
    for (&mass, &(best, held)) in local.masses.iter().zip(&*columns) {
        if mass > 0.0 {
            result.local += best * mass;
            result.held_local = result
                .held_local
                .max((held / mass).min(1.0) * (mass / FULL_PIECE).min(1.0));
        }
    }
    let shared: f32 = meets.iter().sum();
    let mass = reference.total + SMOOTH;
    result.reference /= mass;
    result.shared_reference = shared / mass;
    let mass = local.total + SMOOTH;
    result.local /= mass;
    result.shared_local = shared / mass;
    result
}

fn wording(
    row: &mut [f32; PAIR],
    common: &Common,
    shared: f32,
    clause: ClauseIndex,
    other: ClauseIndex,
    weights: &Weights,
) {
    let masses = (weights.reference.grams[clause], weights.local.grams[other]);
    row[0] = shared / masses.0;
    row[CONTAINED_LOCAL] = shared / masses.1;
    row[2] = shared / (masses.0 * masses.1).sqrt();
    let masses = (weights.reference.chars[clause], weights.local.chars[other]);
    row[3] = common.chars / masses.0;
    row[4] = common.chars / masses.1;
    row[5] = row[3].max(row[4]);
    row[6] = common.chars / (masses.0 * masses.1).sqrt();
    let pieces = &common.pieces;
    row[7] = pieces.reference;
    row[8] = pieces.local;
    row[9] = pieces.best;
    row[10] = pieces.held_reference;
    row[11] = pieces.held_local;
    row[12] = pieces.shared_reference;
    row[13] = pieces.shared_local;
    row[14] = row[12].max(row[13]);
    row[15] = row[12].min(row[13]);
    let parts = &common.parts;
    row[16] = parts.best;
    row[17] = parts.reference;
    row[18] = parts.local;
    row[19] = parts.held_reference;
    row[20] = common.exclusive.ln_1p();
    row[21] = common.rarest;
    let (length, other_length) = (common.lengths.0 as f32, common.lengths.1 as f32);
    row[32] = length.max(1.0).ln();
    row[33] = (other_length.max(1.0) / length.max(1.0)).ln();
    row[34] = (common.run as f32).ln_1p();
    row[35] = common.run as f32 / length.min(other_length).max(1.0);
    row[37] = common.new_in_column.ln_1p();
}

fn place(row: &mut [f32; PAIR], one: &Entry, other: &Entry) {
    let both = f32::from(u8::from(one.heading && other.heading));
    row[27] = f32::from(u8::from(one.heading));
    row[28] = f32::from(u8::from(one.heading == other.heading));
    row[29] = both;
    let named = one.subjects.iter().any(|subject| {
        let mut others = other.subjects.iter();
        others.any(|other| subject.is_like(other))
    });
    row[40] = f32::from(u8::from(named));
    row[30] = match (one.verb, other.verb) {
        (Some(one), Some(other)) => f32::from(u8::from(one == other)),
        _ => 0.5,
    };
}

/// The nearest two of a row or column among headings, and among sentences: a
/// heading that says the same in fewer words is no rival of the sentence below
/// it.
#[derive(Debug, Clone, Copy, Default)]
struct Rivals([BestTwo; 2]);

impl Rivals {
    fn add(&mut self, heading: bool, nearness: f32) {
        self.0[usize::from(heading)].add(nearness);
    }

    /// How far ahead of the nearest other.
    fn margin(&self, heading: bool, nearness: f32) -> f32 {
        nearness - self.0[usize::from(heading)].other(nearness)
    }
}

/// How each pair stands to the nearest of its row and column.
fn rank(values: &mut [[f32; PAIR]], reference: &Index, local: &Index, candidates: &Candidates) {
    let mut rows = vec![Rivals::default(); reference.len()];
    let mut columns = vec![Rivals::default(); local.len()];
    for candidate in &candidates.all {
        let (one, other) = (candidate.reference, candidate.local);
        rows[one].add(local.entries[other].heading, candidate.nearness);
        columns[other].add(reference.entries[one].heading, candidate.nearness);
    }
    for (row, candidate) in values.iter_mut().zip(&candidates.all) {
        let (one, other) = (candidate.reference, candidate.local);
        row[22] = rows[one].margin(local.entries[other].heading, candidate.nearness);
        row[23] = columns[other].margin(reference.entries[one].heading, candidate.nearness);
    }
}

/// What each pair shares that no nearer pair of its row does.
fn new_in_row(
    values: &mut [[f32; PAIR]],
    reference: &Index,
    weights: &Weights,
    candidates: &Candidates,
    walk: &Walk,
) {
    let mut row: Vec<usize> = Vec::new();
    let mut taken: Vec<u64> = Vec::new();
    for clause in 0..reference.len() {
        row.clear();
        row.extend(candidates.row(clause));
        sort_by_nearness(&mut row, candidates);
        let steps = reference.steps(clause);
        taken.clear();
        taken.resize(steps.len().div_ceil(64), 0);
        for &at in &row {
            let mut new = 0.0;
            for (word, (&shared, taken)) in walk.shared(at).iter().zip(&mut taken).enumerate() {
                let mut bits = shared & !*taken;
                *taken |= shared;
                while bits != 0 {
                    let place = word * 64 + bits.trailing_zeros() as usize;
                    new += weights.grams[steps[place].two as usize].plain;
                    bits &= bits - 1;
                }
            }
            values[at][36] = f32::ln_1p(new);
        }
    }
}
