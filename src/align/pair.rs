//! The first pass: what two clauses have in common by themselves.

use crate::task::ClauseIndex;

use super::candidates::{BestTwo, Candidates};
use super::index::{Entry, Index, NO_GRAM, NO_PIECE, Step};
use super::weigh::Weights;

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
    let mut walk = Walk::new(weights, reference, candidates);
    for column in by_column(candidates, local.len()) {
        let Some(&first) = column.first() else {
            continue;
        };
        let clause = candidates.all[first].local;
        walk.enter(clause, local.steps(clause));
        for &at in &column {
            let candidate = candidates.all[at];
            let common = walk.compare(at, candidate.reference, reference, local);
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
            row[24..27].copy_from_slice(&headings(
                reference,
                local,
                candidates,
                candidate.reference,
                clause,
            ));
            row[38] = applies[candidate.reference];
        }
    }
    rank(&mut values, reference, local, candidates);
    new_in_row(&mut values, reference, weights, candidates, &walk);
    values
}

/// For each column the candidates in it, the nearest first.
fn by_column(candidates: &Candidates, columns: usize) -> Vec<Vec<usize>> {
    let mut by_column = vec![Vec::new(); columns];
    for (at, candidate) in candidates.all.iter().enumerate() {
        by_column[candidate.local].push(at);
    }
    for column in &mut by_column {
        sort_by_nearness(column, candidates);
    }
    by_column
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
    grams: Vec<Mark>,
    chars: Vec<u32>,
    local: ClauseIndex,
    local_length: usize,
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
    fn new(weights: &'w Weights, reference: &Index, candidates: &Candidates) -> Self {
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
            grams: vec![Mark::default(); weights.grams.len()],
            chars: vec![0; weights.chars.len()],
            local: 0,
            local_length: 0,
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
    fn enter(&mut self, local: ClauseIndex, steps: &[Step]) {
        self.stamp += 1;
        self.local = local;
        self.local_length = steps.len();
        for step in steps {
            self.chars[usize::from(step.one)] = self.stamp;
            if step.first_two {
                let mark = &mut self.grams[step.two as usize];
                mark.stands = self.stamp;
                mark.piece = step.piece;
                mark.part = step.part;
            }
            if step.first_three {
                self.grams[step.three as usize].stands = self.stamp;
            }
        }
    }

    fn compare(
        &mut self,
        at: usize,
        clause: ClauseIndex,
        reference: &Index,
        local: &Index,
    ) -> Common {
        let steps = reference.steps(clause);
        let (one, other) = (&reference.entries[clause], &local.entries[self.local]);
        let (pieces, parts) = (other.pieces, other.parts);
        for (meets, size) in [
            (&mut self.meets, one.pieces * pieces),
            (&mut self.part_meets, one.parts * parts),
        ] {
            meets.clear();
            meets.resize(size, 0.0);
        }
        let mut common = Common {
            lengths: (steps.len(), self.local_length),
            ..Common::default()
        };
        let first_word = self.starts[at];
        let mut run = 0;
        for (place, step) in steps.iter().enumerate() {
            if step.first_one && self.chars[usize::from(step.one)] == self.stamp {
                common.chars += self.weights.chars[usize::from(step.one)];
            }
            if step.two == NO_GRAM || self.grams[step.two as usize].stands != self.stamp {
                run = 0;
                continue;
            }
            run += 1;
            common.run = common.run.max(run + 1);
            if step.first_two {
                self.shared[first_word + place / 64] |= 1 << (place % 64);
                let Mark { piece, part, .. } = self.grams[step.two as usize];
                self.part_meets[usize::from(step.part) * parts + usize::from(part)] +=
                    self.weights.grams[step.two as usize].plain;
                if step.piece != NO_PIECE && piece != NO_PIECE {
                    self.meets[usize::from(step.piece) * pieces + usize::from(piece)] +=
                        self.weights.grams[step.two as usize].content;
                }
                self.count(step.two, &mut common);
            }
            if step.first_three
                && step.three != NO_GRAM
                && self.grams[step.three as usize].stands == self.stamp
            {
                self.count(step.three, &mut common);
            }
        }
        common.pieces = meeting(
            &self.meets,
            &mut self.best,
            self.weights.reference.pieces(clause),
            self.weights.local.pieces(self.local),
        );
        common.parts = meeting(
            &self.part_meets,
            &mut self.best,
            self.weights.reference.parts(clause),
            self.weights.local.parts(self.local),
        );
        common
    }

    fn count(&mut self, gram: u32, common: &mut Common) {
        let weight = self.weights.grams[gram as usize];
        common.exclusive += weight.exclusive;
        common.rarest = common.rarest.max(weight.rare);
        let mark = &mut self.grams[gram as usize];
        if mark.taken != self.stamp {
            mark.taken = self.stamp;
            common.new_in_column += weight.plain;
        }
    }
}

/// Reads off how well pieces meet; `meets` holds the weight that each
/// pair of pieces shares, row by row.
fn meeting(
    meets: &[f32],
    columns: &mut Vec<(f32, f32)>,
    reference: &[f32],
    local: &[f32],
) -> Meeting {
    let mut result = Meeting::default();
    if local.is_empty() {
        return result;
    }
    columns.clear();
    columns.resize(local.len(), (0.0, 0.0));
    for (&mass, row) in reference.iter().zip(meets.chunks_exact(local.len())) {
        if mass == 0.0 {
            continue;
        }
        let (mut best, mut held) = (0.0_f32, 0.0);
        for ((&shared, &other), column) in row.iter().zip(local).zip(&mut *columns) {
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
    for (&mass, &(best, held)) in local.iter().zip(&*columns) {
        if mass > 0.0 {
            result.local += best * mass;
            result.held_local = result
                .held_local
                .max((held / mass).min(1.0) * (mass / FULL_PIECE).min(1.0));
        }
    }
    let shared: f32 = meets.iter().sum();
    let mass = reference.iter().sum::<f32>() + SMOOTH;
    result.reference /= mass;
    result.shared_reference = shared / mass;
    let mass = local.iter().sum::<f32>() + SMOOTH;
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

/// How near the headings and topic sentences above the two clauses are: the
/// best pair of any, the clause to a heading of the other side, the two
/// nearest.
fn headings(
    reference: &Index,
    local: &Index,
    candidates: &Candidates,
    clause: ClauseIndex,
    other: ClauseIndex,
) -> [f32; 3] {
    let (ours, theirs) = (reference.above(clause), local.above(other));
    let best = ours
        .iter()
        .flat_map(|&our| theirs.iter().map(move |&their| (our, their)))
        .map(|(our, their)| candidates.nearness(our, their))
        .fold(0.0, f32::max);
    let to_heading = theirs
        .iter()
        .map(|&their| candidates.nearness(clause, their))
        .fold(0.0, f32::max);
    let nearest = match (ours.last(), theirs.last()) {
        (Some(&our), Some(&their)) => candidates.nearness(our, their),
        _ => 0.0,
    };
    [best, to_heading, nearest]
}

/// What each pair shares that no nearer pair of its row does.
fn new_in_row(
    values: &mut [[f32; PAIR]],
    reference: &Index,
    weights: &Weights,
    candidates: &Candidates,
    walk: &Walk,
) {
    for clause in 0..reference.len() {
        let mut row: Vec<usize> = candidates.row(clause).collect();
        sort_by_nearness(&mut row, candidates);
        let steps = reference.steps(clause);
        let mut taken = vec![0_u64; steps.len().div_ceil(64)];
        for at in row {
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
