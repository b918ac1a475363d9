//! How clauses are cited, and which task they belong to.

use std::fmt::Write as _;

use super::{ClauseIndex, ClauseKind, Plan, Responsibility};
use crate::outline::{Kind, NodeIndex, normal_citation};

impl Plan {
    /// The document's own title, if its front matter has one.
    pub fn title(&self) -> Option<&str> {
        let outline = &self.outline;
        let node = outline
            .nodes
            .iter()
            .position(|node| node.kind == Kind::Title)?;
        let title = outline.nodes[node]
            .heading
            .unwrap_or_else(|| outline.body(node));
        Some(title.of(&outline.text))
    }

    /// A clause as people cite it: `四（二）第3段第2句`, a heading `四（二）标题`.
    /// Never translated.
    pub fn citation(&self, clause: ClauseIndex) -> String {
        let clause = &self.clauses[clause];
        let mut citation = self.outline.citation(clause.node);
        let last = clause.id.rsplit('.').next().unwrap_or_default();
        let number = last.strip_prefix('s').map(str::parse::<u32>);
        if let Some(Ok(number)) = number {
            // Writing to a text never fails.
            let _ = write!(citation, "第{number}句");
        } else if last == "h" && self.outline.nodes[clause.node].kind != Kind::Title {
            citation.push_str("标题");
        }
        citation
    }

    /// The clause of this id or citation; brackets and figures of either width.
    pub fn find_clause(&self, name: &str) -> Option<ClauseIndex> {
        let cited = normal_citation(name);
        self.clauses
            .iter()
            .position(|clause| clause.id == name)
            .or_else(|| {
                (0..self.clauses.len()).find(|&at| normal_citation(&self.citation(at)) == cited)
            })
    }

    /// The task that a clause belongs to: its own node, or the nearest above.
    pub fn task_of(&self, clause: ClauseIndex) -> Option<NodeIndex> {
        let node = self.clauses[clause].node;
        std::iter::once(node)
            .chain(self.outline.ancestors(node))
            .find(|&at| self.tasks[at])
    }

    /// What a task says, without its number, its units and the tasks below it.
    pub fn wording(&self, task: NodeIndex) -> String {
        let own = |clause: &ClauseIndex| {
            let node = self.clauses[*clause].node;
            self.clauses[*clause].kind != ClauseKind::Responsibility
                && (node == task || !self.tasks[node])
        };
        let mut wording = String::new();
        for clause in self.clauses_below(task).filter(own) {
            wording += self.text(clause);
            if self.clauses[clause].kind == ClauseKind::Heading {
                wording.push(' ');
            }
        }
        wording.truncate(wording.trim_end().len());
        wording
    }

    /// The clauses of a node and of all nodes below it.
    pub fn clauses_below(&self, node: NodeIndex) -> std::ops::Range<ClauseIndex> {
        let at = |node: NodeIndex| self.clauses.partition_point(|clause| clause.node < node);
        at(node)..at(self.outline.nodes[node].subtree_end)
    }

    /// The responsibility entries that stand on a node.
    pub fn responsibilities_of(&self, node: NodeIndex) -> impl Iterator<Item = &Responsibility> {
        let start = self
            .responsibilities
            .partition_point(|entry| entry.node < node);
        self.responsibilities[start..]
            .iter()
            .take_while(move |entry| entry.node == node)
    }
}
