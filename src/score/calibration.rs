//! Whether confidences mean what they say.

use super::crosswalk::Crosswalk;
use super::judgement::Judgement;

/// Links by tenths of confidence, from 0–0.1 to 0.9–1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Calibration {
    /// The ten rows.
    pub tenths: [Tenth; 10],
}

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

impl Tenth {
    /// Share of the links that is right.
    pub fn right_share(&self) -> f64 {
        self.right as f64 / self.links.max(1) as f64
    }

    /// Mean confidence of the links.
    pub fn mean_confidence(&self) -> f64 {
        self.confidence / self.links.max(1) as f64
    }
}

impl Calibration {
    /// Adds the links of one judgement.
    pub fn add(&mut self, crosswalk: &Crosswalk, judgement: &Judgement) {
        let matching = judgement.matched(crosswalk);
        for (clause, verdict) in judgement.clauses.iter().enumerate() {
            for &(local, confidence) in &verdict.links {
                let strength = matching.strength(clause, local);
                if strength == Some(1) {
                    continue;
                }
                let tenth = &mut self.tenths[((confidence * 10.0) as usize).min(9)];
                tenth.links += 1;
                tenth.right += usize::from(strength.is_some());
                tenth.confidence += f64::from(confidence);
            }
        }
    }
}
