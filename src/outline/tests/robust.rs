//! One wrong number never costs another heading: every number of every seed is
//! changed, deleted and repeated in turn.

use super::*;
use crate::diagnostic::Severity;
use std::collections::BTreeMap;

/// A change of one number.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Change {
    Less,
    More,
    Deleted,
    Repeated,
}

/// A text with one change, and where each byte of the old one went.
struct Changed {
    text: String,
    at: usize,
    removed: usize,
    added: usize,
}

impl Changed {
    fn new(text: &str, num: Span, change: Change) -> Option<Self> {
        let value = |step: i64| {
            let node = parse_number(num.of(text))?;
            numeral::respell(num.of(text), u32::try_from(i64::from(node) + step).ok()?)
        };
        let (at, removed, added) = match change {
            Change::Less => (num.start, num.len(), value(-1)?),
            Change::More => (num.start, num.len(), value(1)?),
            Change::Deleted => (num.start, num.len(), String::new()),
            Change::Repeated => {
                let start = text[..num.start].rfind('\n').map_or(0, |at| at + 1);
                let end = text[num.start..]
                    .find('\n')
                    .map_or(text.len(), |at| num.start + at + 1);
                (start, 0, format!("{}\n", text[start..end].trim_end()))
            }
        };
        Some(Self {
            text: format!("{}{added}{}", &text[..at], &text[at + removed..]),
            at,
            removed,
            added: added.len(),
        })
    }

    fn moved(&self, offset: usize) -> usize {
        if offset < self.at + self.removed {
            offset.min(self.at)
        } else {
            offset + self.added - self.removed
        }
    }
}

fn parse_number(num: &str) -> Option<u32> {
    let outline = parse(&format!("{num}甲"), None);
    outline
        .nodes
        .iter()
        .find_map(|node| node.num)
        .map(|num| num.value)
}

/// The line on which an offset stands.
fn line(text: &str, offset: usize) -> &str {
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    text[offset..]
        .find('\n')
        .map_or(&text[start..], |at| &text[start..offset + at])
}

/// Offset of each printed number, with the text of its parent's line.
fn parents(outline: &Outline) -> BTreeMap<usize, (Option<NodeIndex>, Option<usize>)> {
    let numbered = outline
        .nodes
        .iter()
        .filter_map(|node| Some((node.num?, node.parent)));
    numbered
        .map(|(num, parent)| {
            let start = parent.map(|parent| outline.nodes[parent].head.start);
            (num.span.start, (parent, start))
        })
        .collect()
}

/// Whether the ordinals around a number show that it is missing: another of
/// its run follows it.
fn shows_deletion(outline: &Outline, index: NodeIndex) -> bool {
    let node = &outline.nodes[index];
    let Some(num) = node.num else { return false };
    let later = outline.nodes[index + 1..]
        .iter()
        .filter_map(|node| node.num);
    let same = later
        .filter(|other| other.style == num.style)
        .map(|other| other.value);
    same.clone().next() == Some(num.value + 1)
}

#[derive(Default)]
struct Tally {
    cases: usize,
    costly: Vec<String>,
    shown: usize,
    unreported: Vec<String>,
    recovered: usize,
}

fn try_change(text: &str, outline: &Outline, index: NodeIndex, change: Change, tally: &mut Tally) {
    let node = &outline.nodes[index];
    let Some(num) = node.num else { return };
    let Some(changed) = Changed::new(text, num.span, change) else {
        return;
    };
    tally.cases += 1;
    let parsed = parse(&changed.text, None);
    let found = parents(&parsed);
    let mut cost = Vec::new();
    for (offset, (_, parent)) in parents(outline) {
        if offset == num.span.start {
            continue;
        }
        let label = || line(text, offset).chars().take(12).collect::<String>();
        let Some(&(_, new_parent)) = found.get(&changed.moved(offset)) else {
            cost.push(format!("lost {}", label()));
            continue;
        };
        let old = parent.map(|start| line(text, start + skip(text, start)));
        let new = new_parent.map(|start| line(&changed.text, start + skip(&changed.text, start)));
        let same_place = parent.map(|start| changed.moved(start)) == new_parent;
        let is_repeated = change == Change::Repeated && old == new;
        if !same_place && !is_repeated {
            cost.push(format!(
                "{} moved below {}",
                label(),
                new.unwrap_or("the top")
            ));
        }
    }
    let name = format!("{change:?} {} {}", node.id, num.span.of(text));
    if !cost.is_empty() {
        tally
            .costly
            .push(format!("{name}: {} ({})", cost[0], cost.len()));
    }
    if change != Change::Deleted || shows_deletion(outline, index) {
        tally.shown += 1;
        let warns =
            |diagnostic: &crate::diagnostic::Diagnostic| diagnostic.severity() > Severity::Info;
        if !parsed.diagnostics.iter().any(warns) {
            tally.unreported.push(name);
        }
    }
    tally.recovered += usize::from(parsed.nodes.iter().any(|node| node.recovered.is_some()));
}

fn skip(text: &str, start: usize) -> usize {
    text[start..].len() - text[start..].trim_start().len()
}

#[test]
fn one_wrong_number_costs_no_other_and_is_reported() {
    let mut all = Tally::default();
    for (name, text) in SEEDS {
        let outline = parse(text, None);
        let mut tally = Tally::default();
        for index in 0..outline.nodes.len() {
            for change in [
                Change::Less,
                Change::More,
                Change::Deleted,
                Change::Repeated,
            ] {
                if change == Change::Repeated && name == "shanghai" {
                    continue;
                }
                try_change(text, &outline, index, change, &mut tally);
            }
        }
        println!(
            "{name}: {} changes, {} cost another number; {} of {} shown by the sequence are reported; {} recovered",
            tally.cases,
            tally.costly.len(),
            tally.shown - tally.unreported.len(),
            tally.shown,
            tally.recovered,
        );
        for case in tally.costly.iter().chain(&tally.unreported) {
            println!("  {case}");
        }
        all.cases += tally.cases;
        all.shown += tally.shown;
        all.costly.append(&mut tally.costly);
        all.unreported.append(&mut tally.unreported);
    }
    assert!(
        all.costly.is_empty(),
        "{} of {} changes cost another number",
        all.costly.len(),
        all.cases
    );
    assert!(
        all.unreported.len() * 100 <= all.shown,
        "{} of {} unreported",
        all.unreported.len(),
        all.shown
    );
}
