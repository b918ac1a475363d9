//! To which levels the clauses of a plan fall: by their own words, and by the
//! units named for them.

use std::ops::Range;

use crate::outline::{Kind, NodeIndex};

use super::applicability::{Units, consider_units, of_clause};
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
    let mut groups: Vec<Group> = Vec::new();
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
            groups.push(of_block(plan, block));
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
        groups.push((std::iter::once(from..at + 1).collect(), Units::of(names)));
    }
    // Where nearly every entry names localities beside the centre's bodies, one
    // that does not leaves them out on purpose.
    let tasks = |group: &Group| group.0.len();
    let all: usize = groups.iter().map(tasks).sum();
    let with_localities = groups
        .iter()
        .filter(|(_, units)| units.include_a_locality());
    let with_localities: usize = with_localities.map(tasks).sum();
    let localities_are_named = all >= FEW_ENTRIES && with_localities * 10 >= all * 7;
    for (clauses, units) in groups {
        for clauses in clauses {
            consider_units(&mut verdicts[clauses], &units, localities_are_named);
        }
    }
}

/// Runs of clauses and the units named for them.
type Group<'p> = (Vec<Range<usize>>, Units<'p>);

/// Fewer entries show no habit.
const FEW_ENTRIES: usize = 10;

fn of_block<'p>(plan: &Plan, block: &'p [Responsibility]) -> Group<'p> {
    let units = block.iter().flat_map(|line| &line.units);
    let clauses = |&task: &NodeIndex| {
        let end = plan.outline.nodes[task].subtree_end;
        let from = plan.clauses.partition_point(|clause| clause.node < task);
        from..plan.clauses.partition_point(|clause| clause.node < end)
    };
    (
        block[0].covers.iter().map(clauses).collect(),
        Units::of(units.map(|unit| unit.name.as_str())),
    )
}

/// The clause that holds a place.
fn holding(clauses: &[Clause], place: usize) -> Option<usize> {
    let at = clauses.partition_point(|clause| clause.span.start <= place);
    at.checked_sub(1).filter(|&at| place < clauses[at].span.end)
}
