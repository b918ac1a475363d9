//! Which links lead outside the counterpart of their clause's section.
//!
//! Printed numbers are never compared: the counterpart is found from the
//! links themselves.

use std::collections::BTreeMap;

use crate::outline::{Kind, NodeIndex};
use crate::task::Plan;

use super::alignment::ClauseVerdict;
use super::index::Index;

/// Marks the moved links. The counterpart of a section is the deepest local
/// division, at any level, that holds most of the section's link weight, with
/// its neighbours under the same heading: a section that was split among them
/// was not moved. A section without a counterpart has nothing to be moved from.
pub(super) fn mark(clauses: &mut [ClauseVerdict], reference: &Index, local: &Plan) {
    let mut sections: BTreeMap<NodeIndex, Vec<usize>> = BTreeMap::new();
    for (clause, entry) in reference.entries.iter().enumerate() {
        sections.entry(entry.section).or_default().push(clause);
    }
    for members in sections.values() {
        let Some(home) = counterpart(members, clauses, local) else {
            continue;
        };
        let nodes = &local.outline.nodes;
        let home = nodes[home].parent.unwrap_or(home);
        let inside = home..nodes[home].subtree_end;
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
            // A leaf holds one task, with the units named below it: it is no
            // division that others move out of.
            let mut below = division + 1..outline.nodes[division].subtree_end;
            if below.any(|node| outline.nodes[node].kind != Kind::Responsibility) {
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
