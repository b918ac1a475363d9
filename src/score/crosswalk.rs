//! A crosswalk: which sentences of two documents say the same, coded by hand.

use serde::{Deserialize, Serialize};

use crate::align::{Alignment, DecidedBy, Link, Origin, Wording};
use crate::task::{ClauseIndex, Plan};

/// One crosswalk file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Crosswalk {
    /// Name of the reference.
    pub reference: String,
    /// Name of the local document.
    pub local: String,
    /// SHA-256 of the reference as coded, if recorded.
    #[serde(default)]
    pub reference_sha256: Option<String>,
    /// SHA-256 of the local document as coded, if recorded.
    #[serde(default)]
    pub local_sha256: Option<String>,
    /// Whether only some sentences were judged: the figures leave out the
    /// others, and nothing is learnt from them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partial: bool,
    /// The sentences of the reference, in order.
    pub clauses: Vec<CodedClause>,
    /// The sentences of the local document.
    pub locals: Vec<CodedLocal>,
}

/// A sentence of the reference with its links.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CodedClause {
    /// Byte offsets, half open.
    pub span: [usize; 2],
    /// The words, for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// `heading`, `measure`, `rhetoric` or `disputed`.
    pub kind: String,
    /// `covered`, `partial`, `gap` or `disputed`.
    pub status: String,
    /// The local sentences that say the same.
    pub links: Vec<CodedLink>,
}

/// A local sentence that says the same.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CodedLink {
    /// Byte offsets, half open.
    pub span: [usize; 2],
    /// 3 verbatim or nearly, 2 the same measure, 1 only part of it or disputed.
    pub strength: u8,
}

/// A sentence of the local document.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CodedLocal {
    /// Byte offsets, half open.
    pub span: [usize; 2],
    /// The words, for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// `task`, `heading`, `rhetoric` or `responsibility`.
    pub kind: String,
    /// `local` marks a task with no counterpart in the reference.
    pub origin: String,
}

/// A file that is no crosswalk.
#[derive(Debug, thiserror::Error)]
pub enum CrosswalkError {
    /// It is not JSON of this form.
    #[error("{0}")]
    Form(#[from] serde_json::Error),
    /// A link has a strength other than 1, 2 or 3.
    #[error("strength {strength} at byte {at}")]
    Strength {
        /// The strength given.
        strength: u8,
        /// Where the clause starts in the reference.
        at: usize,
    },
}

impl Crosswalk {
    /// Reads a crosswalk file.
    pub fn from_json(json: &[u8]) -> Result<Self, CrosswalkError> {
        let crosswalk: Self = serde_json::from_slice(json)?;
        for clause in &crosswalk.clauses {
            for link in &clause.links {
                if !(1..=3).contains(&link.strength) {
                    return Err(CrosswalkError::Strength {
                        strength: link.strength,
                        at: clause.span[0],
                    });
                }
            }
        }
        Ok(crosswalk)
    }

    /// The last byte that is spoken of in the reference and in the local
    /// document.
    pub fn ends(&self) -> [usize; 2] {
        let last = |spans: &mut dyn Iterator<Item = [usize; 2]>| spans.flatten().max();
        let links = self.clauses.iter().flat_map(|clause| &clause.links);
        let mut locals = links
            .map(|link| link.span)
            .chain(self.locals.iter().map(|local| local.span));
        let mut clauses = self.clauses.iter().map(|clause| clause.span);
        [
            &mut clauses as &mut dyn Iterator<Item = [usize; 2]>,
            &mut locals,
        ]
        .map(|spans| last(spans).unwrap_or(0))
    }

    /// The crosswalk of an alignment that a reader reviewed: of the clauses
    /// decided on, or of all if the others were accepted too. Each document is
    /// given by id, SHA-256 and plan.
    pub fn of_decided(
        (reference_id, reference_sha256, reference): (&str, &str, &Plan),
        (local_id, local_sha256, local): (&str, &str, &Plan),
        alignment: &Alignment,
        all: bool,
    ) -> Self {
        let reviewed: Vec<ClauseIndex> = (0..reference.clauses.len())
            .filter(|&at| all || alignment.clauses[at].decided_by == DecidedBy::Reader)
            .collect();
        let span = |plan: &Plan, at: ClauseIndex| {
            let span = plan.clauses[at].span;
            [span.start, span.end]
        };
        let clauses = reviewed.iter().map(|&at| {
            let verdict = &alignment.clauses[at];
            CodedClause {
                span: span(reference, at),
                text: reference.text(at).to_owned(),
                kind: reference.clauses[at].kind.name().to_owned(),
                status: verdict.status.name().to_owned(),
                links: verdict
                    .links
                    .iter()
                    .map(|link| CodedLink {
                        span: span(local, link.local),
                        strength: strength(link),
                    })
                    .collect(),
            }
        });
        let linked = |at: ClauseIndex| {
            let mut links = reviewed.iter().flat_map(|&at| &alignment.clauses[at].links);
            links.any(|link| link.local == at)
        };
        let locals = (0..local.clauses.len()).filter(|&at| all || linked(at));
        Self {
            reference: reference_id.to_owned(),
            local: local_id.to_owned(),
            reference_sha256: Some(reference_sha256.to_owned()),
            local_sha256: Some(local_sha256.to_owned()),
            partial: !all,
            clauses: clauses.collect(),
            locals: locals
                .map(|at| {
                    let verdict = &alignment.locals[at];
                    CodedLocal {
                        span: span(local, at),
                        text: local.text(at).to_owned(),
                        kind: verdict.kind.name().to_owned(),
                        origin: verdict.origin.map_or("n/a", Origin::name).to_owned(),
                    }
                })
                .collect(),
        }
    }

    /// The crosswalk as a file.
    pub fn to_json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).expect("a crosswalk is plain data");
        json.push('\n');
        json
    }
}

/// 3 verbatim, 2 the same measure in other words: a reader's link is never
/// less.
fn strength(link: &Link) -> u8 {
    match link.wording {
        Wording::Verbatim => 3,
        Wording::Adapted => 2,
    }
}
