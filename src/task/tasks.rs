//! Which nodes are tasks.

use crate::outline::{Kind, Node, NodeIndex, Outline, Style};

use super::{Clause, ClauseKind, Responsibility};

/// For each node whether it is a task: the deepest numbered node that commits
/// somebody to something or says who is responsible for it; a plain paragraph
/// only where it has no numbered ancestor that is one.
pub(super) fn tasks(outline: &Outline, clauses: &[Clause]) -> Vec<bool> {
    let nodes = &outline.nodes;
    let mut commits = vec![false; nodes.len()];
    for clause in clauses {
        commits[clause.node] |= clause.kind == ClauseKind::Measure;
    }
    let own = commits.clone();
    for clause in clauses {
        commits[clause.node] |= clause.kind == ClauseKind::Responsibility;
    }
    let mut tasks = vec![false; nodes.len()];
    let mut holds_task = vec![false; nodes.len()];
    for at in (0..nodes.len()).rev() {
        let numbered = is_numbered(&nodes[at]);
        tasks[at] = numbered && commits[at] && !holds_task[at];
        if let Some(parent) = nodes[at].parent {
            holds_task[parent] |= holds_task[at] || tasks[at];
            // What an unnumbered node says counts for the node it lies in.
            commits[parent] |= commits[at] && !numbered;
        }
    }
    for at in 0..nodes.len() {
        let is_plain = !is_numbered(&nodes[at]) && nodes[at].kind != Kind::Responsibility;
        if is_plain && own[at] {
            tasks[at] = !outline.ancestors(at).any(|above| tasks[above]);
        }
    }
    tasks
}

/// What names units of its own is a task, though it may be no sentence: a
/// number without a task below it, and a paragraph or a row of a table where no
/// number above it is a task.
pub(super) fn add_named(outline: &Outline, entries: &[Responsibility], tasks: &mut [bool]) {
    for &node in entries.iter().flat_map(|entry| &entry.covers) {
        let this = &outline.nodes[node];
        let is_apart = |at: NodeIndex| matches!(outline.nodes[at].kind, Kind::Front | Kind::Back);
        if is_apart(node) || outline.ancestors(node).any(is_apart) {
            continue;
        }
        tasks[node] |= if is_numbered(this) {
            !tasks[node..this.subtree_end].contains(&true)
        } else {
            this.kind == Kind::Paragraph && !outline.ancestors(node).any(|above| tasks[above])
        };
    }
}

/// Whether a node bears a number of the outline, printed or lost. A bullet, an
/// `一是` inside a sentence, an annex or a box does not.
pub(super) fn is_numbered(node: &Node) -> bool {
    match node.num {
        Some(num) => !matches!(
            num.style,
            Style::Dash | Style::Inline | Style::Annex | Style::Box
        ),
        None => node.recovered.is_some() && node.kind != Kind::Paragraph,
    }
}
