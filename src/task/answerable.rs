//! Lets the units named for a clause tell the level it falls to.

use crate::outline::{Kind, Outline};

use super::{Clause, Responsibility, applicability};

/// Units in a bracket answer for what stands before it in its paragraph, those
/// of a line for all that the line covers.
pub(super) fn consider(outline: &Outline, clauses: &mut [Clause], entries: &[Responsibility]) {
    let mut said = Vec::new();
    let is_line = |entry: &Responsibility| outline.nodes[entry.node].kind == Kind::Responsibility;
    for block in
        entries.chunk_by(|one, next| is_line(one) && is_line(next) && one.covers == next.covers)
    {
        let entry = &block[0];
        let Some(first) = entry.units.first() else {
            continue;
        };
        if is_line(entry) {
            of_block(outline, clauses, block);
        } else if let Some(clause) = holding(clauses, first.span.start) {
            said.push((clause, entry));
        }
    }
    said.sort_by_key(|&(clause, _)| clause);
    let mut rest = said.as_slice();
    let mut free_from = 0;
    while let Some(&(at, first)) = rest.first() {
        let count = rest.iter().take_while(|(clause, _)| *clause == at).count();
        let (group, others) = rest.split_at(count);
        rest = others;
        let node = clauses[at].node;
        let from = free_from.max(clauses.partition_point(|clause| clause.node < node));
        free_from = at + 1;
        let implied = entries
            .get(entries.partition_point(|entry| entry.node < first.node)..)
            .unwrap_or_default()
            .iter()
            .take_while(|entry| entry.node == first.node)
            .flat_map(|entry| &entry.units)
            .filter(|unit| unit.span.end <= outline.nodes[first.node].span.start);
        let names = (group.iter())
            .flat_map(|(_, entry)| &entry.units)
            .chain(implied)
            .map(|unit| unit.name.as_str());
        applicability::consider_units(&mut clauses[from..=at], names);
    }
}

fn of_block(outline: &Outline, clauses: &mut [Clause], block: &[Responsibility]) {
    let names = (block.iter())
        .flat_map(|line| &line.units)
        .map(|unit| unit.name.as_str());
    for &task in &block[0].covers {
        let end = outline.nodes[task].subtree_end;
        let from = clauses.partition_point(|clause| clause.node < task);
        let to = clauses.partition_point(|clause| clause.node < end);
        applicability::consider_units(&mut clauses[from..to], names.clone());
    }
}

/// The clause that holds a place.
fn holding(clauses: &[Clause], place: usize) -> Option<usize> {
    let at = clauses.partition_point(|clause| clause.span.start <= place);
    at.checked_sub(1).filter(|&at| place < clauses[at].span.end)
}
