//! What speaks for and against a pair, in terms that a reader can check: the
//! model's features gathered by what they look at.

use std::sync::LazyLock;

use super::alignment::Evidence;
use super::model::Model;
use super::passes::{ALL, NAMES};

/// What a piece of evidence looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Feature {
    /// What is assumed before the pair is looked at.
    Base,
    /// How much the two documents have in common as a whole.
    Relatedness,
    /// The characters and grams that both clauses have; value: the share of
    /// the clause's wording that stands in the local clause, by rarity, as in
    /// the coverage of the clause.
    Wording,
    /// The measures inside the sentences; value: how much the local clause
    /// holds of the measure that it holds best.
    Measures,
    /// Words that are rare in both documents; value: how rare the rarest is.
    RareWords,
    /// How the pair stands among the candidates of both clauses; value: how
    /// far ahead of the nearest other local clause this one is, below 0 if
    /// behind.
    Rank,
    /// The headings and topic sentences above; value: how near the best pair
    /// of them is.
    Headings,
    /// The sentences around; value: how surely those next to both, or in their
    /// paragraphs, are linked with each other. The weight counts those in the
    /// same section and chapter too.
    Neighbours,
    /// What stands below two headings; value: how much of the links there
    /// leads from one to the other.
    Contents,
    /// The governing verbs; value: 1 of one class, 0 of two, 0.5 not known.
    Verb,
    /// Kind and length; value: the logarithm of the local length over the
    /// reference's.
    Make,
    /// The documents 《…》 that both name; value: 1 if one of them is about the
    /// same on both sides, else 0.
    Instrument,
    /// The place in the documents; value: how far apart, as a share of the
    /// whole.
    Position,
    /// Whether a locality of its level can carry the clause out; value: 1 yes,
    /// 0 no, 0.5 in part or not clear.
    Applicability,
}

impl Feature {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Relatedness => "relatedness",
            Self::Wording => "wording",
            Self::Measures => "measures",
            Self::RareWords => "rare-words",
            Self::Rank => "rank",
            Self::Headings => "headings",
            Self::Neighbours => "neighbours",
            Self::Contents => "contents",
            Self::Verb => "verb",
            Self::Make => "make",
            Self::Instrument => "instrument",
            Self::Position => "position",
            Self::Applicability => "applicability",
        }
    }
}

/// Of the features of what stands around, those of the sentences nearest.
const NEAREST_AROUND: [&str; 3] = ["paragraph-to-paragraph", "sequence", "sequence-near"];

/// What each piece of evidence gathers; the first names its value, if
/// [`evidence`] does not say otherwise.
const GATHERED: [(Feature, &[&str]); 12] = [
    (
        Feature::Wording,
        &[
            "characters-reference",
            "characters-local",
            "characters-most",
            "characters-cosine",
            "contained-reference",
            "contained-local",
            "cosine",
            "run",
            "run-share",
            "part-best",
            "parts-reference",
            "parts-local",
            "part-held",
        ],
    ),
    (
        Feature::Measures,
        &[
            "measure-held-reference",
            "measure-held-local",
            "measures-reference",
            "measures-local",
            "measure-best",
            "content-reference",
            "content-local",
            "content-most",
            "content-least",
        ],
    ),
    (
        Feature::RareWords,
        &[
            "rarest",
            "exclusive",
            "exclusive-headings",
            "new-in-row",
            "new-in-column",
        ],
    ),
    (
        Feature::Rank,
        &[
            "row-margin",
            "column-margin",
            "row-lead",
            "row-rest",
            "column-other",
            "column-lead",
            "column-rest",
            "rivals",
        ],
    ),
    (
        Feature::Headings,
        &[
            "headings-best",
            "heading-local",
            "headings-nearest",
            "both-headings",
            "headings-linked",
            "heading-linked-local",
        ],
    ),
    (
        Feature::Neighbours,
        &[
            "paragraph-to-paragraph",
            "paragraph-to-item",
            "section-to-section",
            "section-from-section",
            "chapter-to-chapter",
            "chapter-from-chapter",
            "sequence",
            "sequence-near",
        ],
    ),
    (
        Feature::Contents,
        &["below-both", "below-reference", "below-local"],
    ),
    (Feature::Verb, &["verb"]),
    (
        Feature::Make,
        &[
            "length-ratio",
            "reference-length",
            "reference-is-heading",
            "same-kind",
        ],
    ),
    (Feature::Instrument, &["instrument"]),
    (Feature::Position, &["distance"]),
    (Feature::Applicability, &["applies"]),
];

/// The evidence on one pair, what weighs most first. The weights add up to the
/// log odds of its confidence: each says how far the feature takes the pair
/// towards a link, counted from half way between the links and the other pairs
/// that the model was fitted to. `found`: the share of the clause's wording that
/// stands in the local clause, as its coverage is told.
pub(super) fn evidence(
    model: &Model,
    values: &[f32; ALL],
    found: f32,
    shift: f32,
) -> Vec<Evidence> {
    let (weights, centres) = (&model.context.weights, &model.centres);
    let mut all: Vec<Evidence> = PLACES
        .iter()
        .map(|(feature, places)| Evidence {
            feature: *feature,
            value: match feature {
                Feature::Wording => found,
                Feature::Neighbours => AROUND.map(|at| values[at]).into_iter().fold(0.0, f32::max),
                _ => values[places[0]],
            },
            weight: places
                .iter()
                .map(|&at| weights[at] * (values[at] - centres[at]))
                .sum(),
        })
        .collect();
    all.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
    let base: f32 = (0..ALL).map(|at| weights[at] * centres[at]).sum();
    all.push(Evidence {
        feature: Feature::Base,
        value: 1.0,
        weight: model.context.bias + base,
    });
    if shift != 0.0 {
        all.push(Evidence {
            feature: Feature::Relatedness,
            value: shift.exp(),
            weight: shift,
        });
    }
    all
}

/// Where what each piece of evidence gathers stands among the values.
static PLACES: LazyLock<Vec<(Feature, Vec<usize>)>> = LazyLock::new(|| {
    let places = |names: &[&str]| names.iter().map(|name| place(name)).collect();
    let gathered = GATHERED.iter();
    gathered
        .map(|&(feature, names)| (feature, places(names)))
        .collect()
});

/// Where [`NEAREST_AROUND`] stand among the values.
static AROUND: LazyLock<[usize; 3]> = LazyLock::new(|| NEAREST_AROUND.map(place));

fn place(name: &str) -> usize {
    NAMES
        .iter()
        .position(|known| *known == name)
        .expect("every gathered name is a feature's; a test holds it")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::model::probability;

    #[test]
    fn every_feature_is_gathered_once() {
        let mut gathered: Vec<&str> = GATHERED
            .iter()
            .flat_map(|(_, names)| names.iter().copied())
            .collect();
        gathered.sort_unstable();
        let mut names = NAMES.to_vec();
        names.sort_unstable();
        assert_eq!(gathered, names);
    }

    #[test]
    fn the_weights_add_up_to_the_confidence() {
        let mut values = [0.25; ALL];
        values[3] = 2.0;
        values[40] = 1.0;
        let model = Model::shipped();
        let sum: f32 = evidence(model, &values, 0.5, -1.5)
            .iter()
            .map(|one| one.weight)
            .sum();
        let confidence = probability(model.context.margin(&values) - 1.5);
        assert!((probability(sum) - confidence).abs() < 1e-4);
    }
}
