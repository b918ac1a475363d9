//! Whether confidences mean what they say.

use crate::align::Alignment;
use crate::task::Plan;

use super::crosswalk::Crosswalk;
use super::matching::Matching;

/// Links within one tenth of confidence.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Tenth {
    /// How many links, those of strength 1 left out.
    pub links: usize,
    /// How many of them are right.
    pub right: usize,
    /// Sum of their confidences.
    pub confidence: f64,
}

/// Ten rows, from 0–0.1 to 0.9–1.
pub type Calibration = [Tenth; 10];

/// Adds the links of one alignment.
pub(super) fn add(
    calibration: &mut Calibration,
    crosswalk: &Crosswalk,
    reference: &Plan,
    local: &Plan,
    alignment: &Alignment,
) {
    let matching = Matching::new(crosswalk, reference, local);
    for (clause, verdict) in alignment.clauses.iter().enumerate() {
        for link in &verdict.links {
            let strength = matching.strength(clause, link.local);
            if strength == Some(1) {
                continue;
            }
            let tenth = &mut calibration[((link.confidence * 10.0) as usize).min(9)];
            tenth.links += 1;
            tenth.right += usize::from(strength.is_some());
            tenth.confidence += f64::from(link.confidence);
        }
    }
}
