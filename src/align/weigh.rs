//! How much each gram and character weighs when two plans are compared.

use super::index::{Index, NO_PIECE};
use super::lexicon::Lexicon;

/// What a gram inside a stock phrase weighs beside another.
const STOCK: f32 = 0.5;
/// What three characters weigh beside two: they repeat what their pairs say.
const THREE: f32 = 0.5;
/// The least that a gram weighs, however common.
const FLOOR: f32 = 0.05;
/// A content piece of less mass says nothing by itself.
const LEAST_PIECE: f32 = 0.5;

/// What one gram counts for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weight {
    /// By rarity over both plans, less for stock phrases.
    pub plain: f32,
    /// By rarity alone.
    pub content: f32,
    /// `plain` over the product of its frequencies in the two plans.
    pub exclusive: f32,
    /// `plain` over the root of that product.
    pub rare: f32,
}

/// Weights and masses for one pair of plans.
#[derive(Debug)]
pub(super) struct Weights {
    pub grams: Vec<Weight>,
    /// By the characters' numbers.
    pub chars: Vec<f32>,
    pub reference: Masses,
    pub local: Masses,
}

/// Sums of weight by clause.
#[derive(Debug, Default)]
pub(super) struct Masses {
    /// Of each clause's grams.
    pub grams: Vec<f32>,
    /// Of each clause's characters.
    pub chars: Vec<f32>,
    /// Of each clause's content pieces.
    pieces: Groups,
    /// Of each clause's parts between commas.
    parts: Groups,
}

/// Sums for the groups of each clause, one after the other.
#[derive(Debug, Default)]
struct Groups {
    sums: Vec<f32>,
    /// Of each clause, where its groups end and what they come to.
    clauses: Vec<(usize, f32)>,
}

/// The groups of one clause.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grouped<'m> {
    pub masses: &'m [f32],
    pub total: f32,
}

impl Groups {
    fn start(&self, clause: usize) -> usize {
        clause
            .checked_sub(1)
            .map_or(0, |before| self.clauses[before].0)
    }

    /// Begins a clause of so many groups.
    fn begin(&mut self, count: usize) -> &mut [f32] {
        let start = self.sums.len();
        self.sums.resize(start + count, 0.0);
        &mut self.sums[start..]
    }

    /// Ends the clause begun last.
    fn end(&mut self) {
        let start = self.start(self.clauses.len());
        let total = self.sums[start..].iter().sum();
        self.clauses.push((self.sums.len(), total));
    }

    fn of(&self, clause: usize) -> Grouped<'_> {
        let (end, total) = self.clauses[clause];
        let masses = &self.sums[self.start(clause)..end];
        Grouped { masses, total }
    }
}

impl Masses {
    /// The masses of one clause's content pieces; 0 for one too slight.
    pub(super) fn pieces(&self, clause: usize) -> Grouped<'_> {
        self.pieces.of(clause)
    }

    /// The masses of one clause's parts between commas.
    pub(super) fn parts(&self, clause: usize) -> Grouped<'_> {
        self.parts.of(clause)
    }

    fn of(index: &Index, grams: &[Weight], chars: &[f32]) -> Self {
        let mut masses = Self::default();
        for (clause, entry) in index.entries.iter().enumerate() {
            let pieces = masses.pieces.begin(entry.pieces);
            let parts = masses.parts.begin(entry.parts);
            let (mut gram_mass, mut char_mass) = (0.0, 0.0);
            for &character in index.characters(clause) {
                char_mass += chars[usize::from(character)];
            }
            for step in index.steps(clause) {
                if step.first_two {
                    let weight = grams[step.two as usize];
                    gram_mass += weight.plain;
                    parts[usize::from(step.part)] += weight.plain;
                    if step.piece != NO_PIECE {
                        pieces[usize::from(step.piece)] += weight.content;
                    }
                }
                if step.first_three {
                    gram_mass += grams[step.three as usize].plain;
                }
            }
            for mass in pieces {
                if *mass < LEAST_PIECE {
                    *mass = 0.0;
                }
            }
            masses.pieces.end();
            masses.parts.end();
            masses.grams.push(gram_mass.max(1e-6));
            masses.chars.push(char_mass.max(1e-6));
        }
        masses
    }
}

impl Weights {
    pub(super) fn new(reference: &Index, local: &Index, lexicon: &Lexicon) -> Self {
        let clauses = reference.len() + local.len();
        let rarity = Rarity::new(clauses);
        let frequencies = reference.gram_frequencies().zip(local.gram_frequencies());
        let grams: Vec<Weight> = lexicon
            .makes()
            .zip(frequencies)
            .map(|(make, (in_reference, in_local))| {
                let content = rarity.of(in_reference + in_local);
                let stock = if make.stock { STOCK } else { 1.0 };
                let length = if make.three { THREE } else { 1.0 };
                let plain = content * stock * length;
                let (exclusive, rare) = match in_reference * in_local {
                    0 | 1 => (plain, plain),
                    product => (plain / product as f32, plain / (product as f32).sqrt()),
                };
                Weight {
                    plain,
                    content,
                    exclusive,
                    rare,
                }
            })
            .collect();
        let frequencies = reference.char_frequencies().zip(local.char_frequencies());
        let chars: Vec<f32> = frequencies
            .take(lexicon.chars())
            .map(|(in_reference, in_local)| rarity.of(in_reference + in_local))
            .collect();
        Self {
            reference: Masses::of(reference, &grams, &chars),
            local: Masses::of(local, &grams, &chars),
            grams,
            chars,
        }
    }
}

/// Rarity by frequency: 1 for what stands in hardly any clause, the floor for
/// what stands in all.
struct Rarity(Vec<f32>);

impl Rarity {
    fn new(clauses: usize) -> Self {
        let all = (clauses + 1) as f32;
        let scale = all.ln().recip();
        Self(
            (0..=clauses)
                .map(|frequency| ((all / (frequency as f32 + 0.5)).ln() * scale).max(FLOOR))
                .collect(),
        )
    }

    fn of(&self, frequency: u32) -> f32 {
        self.0[frequency as usize]
    }
}
