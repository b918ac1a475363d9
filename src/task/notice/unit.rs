//! Units named twice, and tasks without one where others have theirs.

use std::collections::{BTreeMap, HashSet};

use crate::diagnostic::{Diagnostic, Finding, Span};
use crate::outline::{Kind, NodeIndex, Outline};
use crate::task::{Responsibility, Unit};

/// Units that one bracket, line or block of lines names more than once.
pub(super) fn named_twice(outline: &Outline, entries: &[Responsibility]) -> Vec<Diagnostic> {
    let mut noticed = Vec::new();
    for group in entries.chunk_by(|one, next| is_one_statement(outline, one, next)) {
        let mut seen: HashSet<&str> = HashSet::new();
        for (entry, unit) in group
            .iter()
            .flat_map(|entry| entry.units.iter().map(move |unit| (entry, unit)))
        {
            if unit.span.start < entry.label.start.min(entry.units[0].span.start) {
                // A rule stated elsewhere implies it.
                continue;
            }
            if !seen.insert(&unit.name) {
                let finding = Finding::UnitNamedTwice {
                    unit: unit.name.clone(),
                };
                let diagnostic =
                    Diagnostic::new(finding, unit.span).at_node(&*outline.nodes[entry.node].id);
                noticed.push(match before_it(entry, unit) {
                    Some(gap) => diagnostic.with_fix(Span::new(gap, unit.span.end), ""),
                    None => diagnostic,
                });
            }
        }
    }
    noticed
}

/// Lines of one block, or the groups of one bracket.
fn is_one_statement(outline: &Outline, one: &Responsibility, next: &Responsibility) -> bool {
    let is_line = |entry: &Responsibility| outline.nodes[entry.node].kind == Kind::Responsibility;
    if is_line(one) || is_line(next) {
        return is_line(one) && is_line(next) && one.covers == next.covers;
    }
    let between = one.label.start..next.label.start;
    one.node == next.node
        && (outline.text.get(between))
            .is_some_and(|between| !between.contains(['。', '\n', '）', ')']))
}

/// Where the mark of separation before a unit of a list begins.
fn before_it(entry: &Responsibility, unit: &Unit) -> Option<usize> {
    let at = entry
        .units
        .iter()
        .position(|other| other.span == unit.span)?;
    let before = entry.units.get(at.checked_sub(1)?)?;
    (before.span.end <= unit.span.start).then_some(before.span.end)
}

/// Fewer tasks or blocks show no habit.
const FEWEST: usize = 8;

/// Tasks without a unit where those beside them, or nearly all of their kind in
/// the chapter, have one; and tasks that only share the block of another where nearly every
/// block stands on one task.
pub(super) fn without(
    outline: &Outline,
    tasks: &[bool],
    entries: &[Responsibility],
) -> Vec<Diagnostic> {
    let mut has_own = vec![false; tasks.len()];
    let mut shares = vec![false; tasks.len()];
    let blocks = blocks(outline, entries);
    let wide = blocks.iter().filter(|covers| covers.len() > 1).count();
    let width_is_odd = blocks.len() >= FEWEST && wide <= (blocks.len() / 20).max(1);
    for covers in blocks {
        let last = covers.len().saturating_sub(1);
        for (at, &task) in covers.iter().enumerate() {
            if width_is_odd && at < last {
                shares[task] = true;
            } else {
                has_own[task] = true;
            }
        }
    }
    let mut stated = has_own.clone();
    for entry in entries {
        if outline.nodes[entry.node].kind != Kind::Responsibility {
            for &task in &entry.covers {
                has_own[task] = true;
                stated[task] |= !is_running_text(outline, entry);
            }
        }
    }
    let mut all = Tally::default();
    let mut beside: BTreeMap<Option<NodeIndex>, Tally> = BTreeMap::new();
    let mut alike: BTreeMap<_, Tally> = BTreeMap::new();
    let kind = |task: NodeIndex| {
        // A chapter on organisation has no units, whatever the others have.
        let chapter = outline.ancestors(task).last();
        let node = &outline.nodes[task];
        (chapter, node.level, node.num.map(|num| num.style.name()))
    };
    let numbered = |&task: &NodeIndex| tasks[task] && outline.nodes[task].num.is_some();
    for task in (0..tasks.len()).filter(numbered) {
        all.count(stated[task]);
        beside
            .entry(outline.nodes[task].parent)
            .or_default()
            .count(stated[task]);
        alike.entry(kind(task)).or_default().count(stated[task]);
    }
    if all.with == 0 {
        return Vec::new();
    }
    (0..tasks.len())
        .filter(numbered)
        .filter(|&task| !has_own[task])
        .filter(|&task| {
            shares[task]
                || beside[&outline.nodes[task].parent].is_habit(2, 2, 3)
                || alike[&kind(task)].is_habit(FEWEST, 19, 20)
        })
        .map(|task| {
            let node = &outline.nodes[task];
            let finding = Finding::TaskWithoutUnit {
                task: outline.citation(task),
            };
            let place = node.num.map_or(node.head, |num| num.span);
            Diagnostic::new(finding, place).at_node(&*node.id)
        })
        .collect()
}

/// Whether a sentence says who is responsible, not a bracket: `市水务局负责修渠`
/// says nothing of how the tasks beside it name their units.
fn is_running_text(outline: &Outline, entry: &Responsibility) -> bool {
    const WORDS: [&str; 4] = ["牵头", "主办", "负责", "承办"];
    let text = &outline.text;
    if !WORDS.contains(&entry.label.of(text)) {
        return false;
    }
    let mut depth = 0_usize;
    let head = outline.nodes[entry.node].head.start;
    // The label of a column stands above its rows.
    let Some(before) = text.get(head..entry.label.start) else {
        return false;
    };
    for char in before.chars().rev() {
        match char {
            '）' | ')' => depth += 1,
            '（' | '(' if depth == 0 => return false,
            '（' | '(' => depth -= 1,
            '。' => break,
            _ => {}
        }
    }
    true
}

#[derive(Debug, Default)]
struct Tally {
    with: usize,
    without: usize,
}

impl Tally {
    fn count(&mut self, with: bool) {
        if with {
            self.with += 1;
        } else {
            self.without += 1;
        }
    }

    /// Whether at least `fewest` have one, and of the others besides the one in
    /// question at least `part` in `whole`.
    fn is_habit(&self, fewest: usize, part: usize, whole: usize) -> bool {
        let others = self.with + self.without.saturating_sub(1);
        self.with >= fewest && self.with * whole >= others * part
    }
}

/// What each block of printed lines covers.
fn blocks<'e>(outline: &Outline, entries: &'e [Responsibility]) -> Vec<&'e [NodeIndex]> {
    let mut blocks: Vec<&[NodeIndex]> = Vec::new();
    for entry in entries {
        if outline.nodes[entry.node].kind == Kind::Responsibility
            && blocks.last() != Some(&entry.covers.as_slice())
        {
            blocks.push(&entry.covers);
        }
    }
    blocks
}
