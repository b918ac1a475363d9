//! A crosswalk: which sentences of two documents say the same, coded by hand.

use serde::Deserialize;

/// One crosswalk file.
#[derive(Debug, Clone, Deserialize)]
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
    /// The sentences of the reference, in order.
    pub clauses: Vec<CodedClause>,
    /// The sentences of the local document.
    pub locals: Vec<CodedLocal>,
}

/// A sentence of the reference with its links.
#[derive(Debug, Clone, Deserialize)]
pub struct CodedClause {
    /// Byte offsets, half open.
    pub span: [usize; 2],
    /// `heading`, `measure`, `rhetoric` or `disputed`.
    pub kind: String,
    /// `covered`, `partial`, `gap` or `disputed`.
    pub status: String,
    /// The local sentences that say the same.
    pub links: Vec<CodedLink>,
}

/// A local sentence that says the same.
#[derive(Debug, Clone, Deserialize)]
pub struct CodedLink {
    /// Byte offsets, half open.
    pub span: [usize; 2],
    /// 3 verbatim or nearly, 2 the same measure, 1 only part of it or disputed.
    pub strength: u8,
}

/// A sentence of the local document.
#[derive(Debug, Clone, Deserialize)]
pub struct CodedLocal {
    /// Byte offsets, half open.
    pub span: [usize; 2],
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
}
