//! Which links lead outside the counterpart of their clause's section.
//!
//! Printed numbers are never compared: the counterpart is found from the
//! links themselves.

use std::collections::BTreeMap;

use crate::outline::NodeIndex;
use crate::task::Plan;

use super::alignment::ClauseVerdict;
use super::index::Index;

/// Marks the moved links. The counterpart of a section is the deepest local
/// division, at any level, that holds most of the section's link weight; a
/// section without one has nothing to be moved from.
pub(super) fn mark(clauses: &mut [ClauseVerdict], reference: &Index, local: &Plan) {
    let mut sections: BTreeMap<NodeIndex, Vec<usize>> = BTreeMap::new();
    for (clause, entry) in reference.entries.iter().enumerate() {
        sections.entry(entry.section).or_default().push(clause);
    }
    for members in sections.values() {
        let Some(home) = counterpart(members, clauses, local) else {
            continue;
        };
        let inside = home..local.outline.nodes[home].subtree_end;
        for &clause in members {
            for link in &mut clauses[clause].links {
                link.moved = !inside.contains(&local.clauses[link.local].node);
            }
        }
    }
}

fn counterpart(members: &[usize], clauses: &[ClauseVerdict], local: &Plan) -> Option<NodeIndex> {
    let outline = &local.outline;
    let mut weights: BTreeMap<NodeIndex, f32> = BTreeMap::new();
    let mut total = 0.0;
    for link in members.iter().flat_map(|&clause| &clauses[clause].links) {
        let node = local.clauses[link.local].node;
        total += link.confidence;
        for division in std::iter::once(node).chain(outline.ancestors(node)) {
            // A leaf holds one task: it is no division that others move out of.
            if outline.nodes[division].subtree_end > division + 1 {
                *weights.entry(division).or_default() += link.confidence;
            }
        }
    }
    weights
        .into_iter()
        .filter(|&(_, weight)| weight * 2.0 > total)
        .max_by_key(|&(division, _)| outline.nodes[division].level)
        .map(|(division, _)| division)
}
