//! How good the program was found to be, for the notes on method: against each
//! crosswalk coded by hand, judged by a model that had not seen it.
//!
//! The figures are those of `plan eval fixtures/gold/*.json`; a test compares
//! them, and `UPDATE_README=1 cargo test --test readme` writes them anew.

use serde::{Deserialize, Serialize};

/// The figures for one crosswalk, 0–1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Measured {
    pub local: String,
    pub link_precision: f64,
    pub link_recall: f64,
    pub gap_precision: f64,
    pub gap_recall: f64,
}

/// The figures, a crosswalk each.
pub(super) fn measured() -> Vec<Measured> {
    serde_json::from_str(include_str!("accuracy.json")).expect("the tests read it")
}
