//! Who is responsible, in every form in which plans say it: a line of its own,
//! a bracket at the end of a task, running text, a table's column, a rule
//! stated once.

mod bracket;
mod group;
mod label;
mod marked;
mod running;
mod stated;
mod table;
#[cfg(test)]
mod tests;
mod units;
mod wrapped;

use crate::diagnostic::{Diagnostic, Finding, Span};
use crate::outline::{Kind, NodeIndex, Outline, is_colon};

use super::{Responsibility, Role, Unit, tasks};
pub(super) use bracket::is_bare as is_bare_bracket;
use group::Group;
pub(super) use group::opens_with_label;
use stated::Rule;

/// All entries of a document in document order, and what was noticed.
pub(super) fn read(outline: &Outline, tasks: &[bool]) -> (Vec<Responsibility>, Vec<Diagnostic>) {
    let rules = stated::rules(&outline.text);
    let bare_lists = rules
        .iter()
        .any(|rule| matches!(rule, Rule::FirstLeads { .. }));
    let mut reader = Reader {
        outline,
        tasks,
        entries: Vec::new(),
        diagnostics: Vec::new(),
        block: None,
    };
    for node in 0..outline.nodes.len() {
        if outline.nodes[node].kind == Kind::Responsibility {
            reader.line(node);
        } else {
            let body = outline.body(node);
            let bare_lists = bare_lists || is_bracket_below_number(outline, node);
            let is_row = outline.cells(node).is_some();
            let groups = match wrapped::Unwrapped::of(&outline.text, body) {
                Some(whole) if !is_row => {
                    let groups = inside(&whole.text, Span::new(0, whole.text.len()), bare_lists);
                    groups.into_iter().map(|group| whole.back(group)).collect()
                }
                _ => inside(&outline.text, body, bare_lists),
            };
            reader.inside(node, groups);
        }
    }
    for (node, groups) in table::read(outline) {
        reader.row(node, groups);
    }
    let Reader {
        mut entries,
        diagnostics,
        ..
    } = reader;
    entries.sort_by_key(|entry| (entry.node, entry.label.start));
    let entries = apply(&rules, entries);
    (entries, diagnostics)
}

/// Whether a node is a paragraph below a number and nothing but a bracket of
/// units: it ends what stands before it.
fn is_bracket_below_number(outline: &Outline, node: NodeIndex) -> bool {
    outline.nodes[node].kind == Kind::Paragraph
        && bracket::is_bare(outline.body(node).of(&outline.text))
        && outline
            .ancestors(node)
            .any(|above| tasks::is_numbered(&outline.nodes[above]))
}

/// What a text says in brackets, in sentences of their own, on the run.
fn inside(text: &str, body: Span, bare_lists: bool) -> Vec<Group> {
    let stated = bracket::read(text, body, bare_lists);
    let mut groups = stated.groups;
    groups.extend(group::sentences(text, body, &stated.roles_outside));
    groups.extend(running::read(text, body, &stated.roles_outside));
    groups.sort_by_key(|group| group.label.start);
    groups.dedup_by_key(|group| group.label);
    groups
}

struct Reader<'o> {
    outline: &'o Outline,
    tasks: &'o [bool],
    entries: Vec<Responsibility>,
    diagnostics: Vec<Diagnostic>,
    /// The last printed line and what its block covers.
    block: Option<(NodeIndex, Vec<NodeIndex>)>,
}

impl Reader<'_> {
    /// A line of its own.
    fn line(&mut self, node: NodeIndex) {
        let outline = self.outline;
        let line = outline.nodes[node].head.trimmed(&outline.text);
        let mut groups = group::labelled(&outline.text, line);
        if groups.is_empty() {
            groups = group::set_off(&outline.text, line);
        }
        if groups.is_empty() {
            groups.extend(self.unknown_label(node, line));
        }
        let covers = self.covered_by_line(node);
        for group in groups {
            self.push(node, group, &covers);
        }
        self.block = Some((node, covers));
    }

    /// A line whose label is of no known role but probably a misprint of one.
    fn unknown_label(&mut self, node: NodeIndex, line: Span) -> Option<Group> {
        let text = &self.outline.text;
        let colon = line.of(text).find(is_colon)?;
        let label = Span::new(line.start, line.start + colon).trimmed(text);
        if label::role_of(label.of(text)).is_some() || !label::is_label_shaped(label.of(text)) {
            return None;
        }
        let known = self.entries.iter().rev().map(|entry| entry.label.of(text));
        let probable = label::probable(label.of(text), known);
        let finding = Finding::UnknownResponsibilityLabel {
            label: label.of(text).into(),
            probable: probable.map(Into::into),
        };
        let mut diagnostic = Diagnostic::new(finding, label).at_node(&*self.outline.nodes[node].id);
        if let Some(probable) = probable {
            diagnostic = diagnostic.with_fix(label, probable);
        }
        let role = probable.and_then(label::role_of);
        self.diagnostics.push(diagnostic);
        let colon_width = text[line.start + colon..].chars().next()?.len_utf8();
        let list = Span::new(line.start + colon + colon_width, line.end);
        Some(Group {
            role: role.unwrap_or(Role::Responsible),
            label,
            units: units::units(text, list),
        })
    }

    /// The tasks since the block before or the parent's heading.
    fn covered_by_line(&self, node: NodeIndex) -> Vec<NodeIndex> {
        let nodes = &self.outline.nodes;
        if let Some((last, covers)) = &self.block
            && nodes[*last].subtree_end == node
            && nodes[*last].parent == nodes[node].parent
        {
            return covers.clone();
        }
        let Some(parent) = nodes[node].parent else {
            return Vec::new();
        };
        let from = self
            .block
            .as_ref()
            .map_or(parent, |(last, _)| parent.max(last + 1));
        let covered: Vec<_> = (from..node).filter(|&at| self.tasks[at]).collect();
        if !covered.is_empty() {
            return covered;
        }
        vec![self.task_at_or_above(parent).unwrap_or(parent)]
    }

    fn task_at_or_above(&self, node: NodeIndex) -> Option<NodeIndex> {
        self.at_and_above(node).find(|&at| self.tasks[at])
    }

    fn at_and_above(&self, node: NodeIndex) -> impl Iterator<Item = NodeIndex> {
        std::iter::once(node).chain(self.outline.ancestors(node))
    }

    /// A bracket or running text inside a node's own text.
    fn inside(&mut self, node: NodeIndex, groups: Vec<Group>) {
        if groups.is_empty() {
            return;
        }
        let nodes = &self.outline.nodes;
        let numbered = |at: &NodeIndex| nodes[*at].num.is_some() || nodes[*at].recovered.is_some();
        let stands_on = (self.task_at_or_above(node))
            .or_else(|| self.at_and_above(node).find(numbered))
            .unwrap_or(node);
        self.stand(stands_on, groups);
    }

    /// A row of a table: a task of its own unless it lies in one.
    fn row(&mut self, node: NodeIndex, groups: Vec<Group>) {
        self.stand(self.task_at_or_above(node).unwrap_or(node), groups);
    }

    fn stand(&mut self, node: NodeIndex, groups: Vec<Group>) {
        for group in groups {
            self.push(node, group, &[node]);
        }
    }

    fn push(&mut self, node: NodeIndex, group: Group, covers: &[NodeIndex]) {
        for group in marked::parted(&self.outline.text, group) {
            self.entries.push(Responsibility {
                node,
                role: group.role,
                label: group.label,
                units: group.units,
                covers: covers.to_vec(),
            });
        }
    }
}

/// Applies the rules stated once to the entries they hold for.
fn apply(rules: &[Rule], mut entries: Vec<Responsibility>) -> Vec<Responsibility> {
    for rule in rules {
        entries = match rule {
            Rule::FirstLeads { from } => first_leads(*from, entries),
            Rule::AlwaysIncluded {
                from,
                stated,
                units,
            } => always_included(*from, *stated, units, entries),
        };
    }
    entries
}

fn first_leads(from: usize, entries: Vec<Responsibility>) -> Vec<Responsibility> {
    let mut applied = Vec::with_capacity(entries.len());
    for mut entry in entries {
        if entry.label.start < from || entry.role != Role::Responsible || entry.units.is_empty() {
            applied.push(entry);
            continue;
        }
        let others = entry.units.split_off(1);
        let follower = Responsibility {
            units: others,
            ..entry.clone()
        };
        entry.role = Role::Lead;
        applied.push(entry);
        if !follower.units.is_empty() {
            applied.push(follower);
        }
    }
    applied
}

fn always_included(
    from: usize,
    stated: Span,
    units: &[Unit],
    entries: Vec<Responsibility>,
) -> Vec<Responsibility> {
    let implied = || {
        units.iter().map(|unit| Unit {
            name: unit.name.clone(),
            span: stated,
        })
    };
    let mut applied: Vec<Responsibility> = Vec::with_capacity(entries.len());
    let mut rest = entries.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut group = vec![first];
        while let Some(next) = rest.next_if(|next| next.covers == group[0].covers) {
            group.push(next);
        }
        if group[0].label.start >= from {
            let named = |unit: &Unit| {
                group
                    .iter()
                    .any(|entry| entry.units.iter().any(|other| other.name == unit.name))
            };
            let missing: Vec<_> = implied().filter(|unit| !named(unit)).collect();
            if let Some(entry) = group
                .iter_mut()
                .rev()
                .find(|entry| entry.role == Role::Responsible)
            {
                entry.units.extend(missing);
            } else if !missing.is_empty() {
                let last = &group[group.len() - 1];
                group.push(Responsibility {
                    node: last.node,
                    role: Role::Responsible,
                    label: stated,
                    units: missing,
                    covers: last.covers.clone(),
                });
            }
        }
        applied.append(&mut group);
    }
    applied
}
