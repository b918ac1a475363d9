//! Whether two documents are about the same: those that are not share slogans
//! and headings (指导思想, 保障措施) too.

use super::index::Index;
use super::lexicon::Lexicon;
use super::model::probability;
use super::passes::Pairs;

/// Likeness of words from which two documents are about the same: a plan and
/// what carries it out have 0.43 and more, documents of one field 0.28 and
/// more, of unlike fields 0.26 and less.
const SAME_MATTER: f32 = 0.4;
/// Likeness of words beneath which they have nothing to do with each other.
const UNLIKE: f32 = 0.22;
/// How much less likely links then are, in log odds.
const MOST: f32 = 12.0;

/// Links per clause of the shorter document from which two documents are about
/// the same, whatever their words: a plan and what carries it out have 0.35 and
/// more, documents of unlike fields 0.15 and less.
const MUCH_LINKED: f32 = 0.3;
/// How much it counts, in log odds, that they have fewer.
const DISTRUST: f32 = 4.0;
const STEPS: usize = 12;

/// The cosine of the numbers of clauses in which pairs of characters stand that
/// tell what a document is about.
pub(super) fn likeness(reference: &Index, local: &Index, lexicon: &Lexicon) -> f32 {
    let (mut both, mut ours, mut theirs) = (0.0_f64, 0.0, 0.0);
    let frequencies = reference.gram_frequencies().zip(local.gram_frequencies());
    for (make, (our, their)) in lexicon.makes().zip(frequencies) {
        if make.topical {
            let (our, their) = (f64::from(our), f64::from(their));
            both += our * their;
            ours += our * our;
            theirs += their * their;
        }
    }
    let norm = (ours * theirs).sqrt();
    if norm == 0.0 {
        0.0
    } else {
        (both / norm) as f32
    }
}

/// How much less likely links are between these documents than between those
/// about the same, in log odds: by their words or by their links, whatever
/// speaks more for them.
pub(super) fn shift(pairs: &Pairs, margins: &[f32]) -> f32 {
    let by_words = by_words(pairs.likeness);
    if by_words == 0.0 {
        return 0.0;
    }
    by_words.max(by_links(pairs, margins))
}

fn by_words(likeness: f32) -> f32 {
    MOST * ((likeness - SAME_MATTER) / (SAME_MATTER - UNLIKE)).clamp(-1.0, 0.0)
}

/// The share of linked clauses is estimated from the confidences themselves
/// until both agree, as for shifted priors (Saerens, Latinne and Decaestecker
/// 2002).
fn by_links(pairs: &Pairs, margins: &[f32]) -> f32 {
    let (ours, theirs) = (pairs.reference.compared(), pairs.local.compared());
    let mut best = vec![0.0_f32; pairs.reference.len().max(pairs.local.len())];
    let mut shift = 0.0;
    for _ in 0..STEPS {
        best.fill(0.0);
        for (candidate, margin) in pairs.candidates.all.iter().zip(margins) {
            let clause = if theirs < ours {
                candidate.local
            } else {
                candidate.reference
            };
            best[clause] = best[clause].max(probability(margin + shift));
        }
        let share = best.iter().sum::<f32>() / ours.min(theirs).max(1) as f32;
        shift = DISTRUST * (share.clamp(1e-4, MUCH_LINKED) / MUCH_LINKED).ln();
        if shift == 0.0 {
            break;
        }
    }
    shift
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_less_likely_the_less_the_words_are_alike() {
        for (likeness, expected) in [
            (0.9, 0.0),
            (0.4, 0.0),
            (0.31, -6.0),
            (0.22, -12.0),
            (0.0, -12.0),
        ] {
            let shift = by_words(likeness);
            assert!((shift - expected).abs() < 1e-3, "{likeness}: {shift}");
        }
    }

    #[test]
    fn documents_of_one_field_are_more_alike_than_others() {
        let plan = |name: &str| {
            let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(root.join("fixtures/align").join(name));
            crate::task::read(crate::outline::parse(&text.expect("it is there"), None))
        };
        let rivers = plan("rivers.txt");
        let mut lexicon = Lexicon::default();
        let reference = Index::new(&rivers, &mut lexicon);
        let [same, field, unlike] =
            ["rivers-county.txt", "floods.txt", "doctors.txt"].map(|name| {
                let mut over = Lexicon::over(&lexicon);
                let local = Index::new(&plan(name), &mut over);
                likeness(&reference, &local, &over)
            });
        assert!(same > SAME_MATTER, "{same}");
        assert!(field > 2.0 * unlike, "{field} {unlike}");
        assert!(unlike < UNLIKE, "{unlike}");
    }
}
