//! To which levels the clauses of a plan fall: by their own words, and by the
//! units named for them.

use crate::outline::Kind;

use super::applicability::{consider_units, of_clause};
use super::{Applicability, Clause, Plan, Responsibility};

/// Whether a locality can carry out each clause of a plan, one verdict a
/// clause. Asked for only where it is shown or counted: no local plan's own
/// clauses need it when it is compared.
pub fn applicability(plan: &Plan) -> Vec<Applicability> {
    let text = &plan.outline.text;
    let mut verdicts: Vec<_> = plan
        .clauses
        .iter()
        .map(|clause| of_clause(text, clause))
        .collect();
    consider(plan, &mut verdicts);
    verdicts
}

/// Units in a bracket answer for what stands before it in its paragraph, those
/// of a line for all that the line covers.
fn consider(plan: &Plan, verdicts: &mut [Applicability]) {
    let Plan {
        outline,
        clauses,
        responsibilities: entries,
        ..
    } = plan;
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
            of_block(plan, verdicts, block);
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
        consider_units(&mut verdicts[from..=at], names);
    }
}

fn of_block(plan: &Plan, verdicts: &mut [Applicability], block: &[Responsibility]) {
    let names = (block.iter())
        .flat_map(|line| &line.units)
        .map(|unit| unit.name.as_str());
    for &task in &block[0].covers {
        let end = plan.outline.nodes[task].subtree_end;
        let from = plan.clauses.partition_point(|clause| clause.node < task);
        let to = plan.clauses.partition_point(|clause| clause.node < end);
        consider_units(&mut verdicts[from..to], names.clone());
    }
}

/// The clause that holds a place.
fn holding(clauses: &[Clause], place: usize) -> Option<usize> {
    let at = clauses.partition_point(|clause| clause.span.start <= place);
    at.checked_sub(1).filter(|&at| place < clauses[at].span.end)
}
