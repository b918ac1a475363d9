//! The tree of a plan as lines that people read and version control keeps,
//! and how it differs from the one recorded.
//!
//! A line a node, indented by depth: id, kind, `task`, `recovered`, and how its
//! text begins. Below a task a line beginning with `=` has its units. Later
//! text of a node is left out: a tree changes with the structure only.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::outline::NodeIndex;
use crate::task::{Plan, Role};
use crate::words::visible::visible;

/// Characters of a node's text that are shown.
const SHOWN: usize = 30;

/// The tree of a plan, ready to be written or compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    lines: Vec<(String, NodeIndex)>,
}

/// How a tree differs from the one recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeDiff {
    /// What is gone and new, below the nodes they lie in.
    pub lines: Vec<(Mark, String)>,
    /// The first node that is new, or the one after what is gone.
    pub first: Option<NodeIndex>,
}

/// What became of a line of the recorded tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It stands in both trees, and something below it differs.
    Kept,
    /// It stands only in the tree recorded.
    Gone,
    /// It stands only in the tree that the parse gives.
    New,
}

impl Tree {
    /// The tree of a plan.
    pub fn of(plan: &Plan) -> Self {
        let units = units(plan);
        let mut lines = Vec::with_capacity(plan.outline.nodes.len());
        for (index, node) in plan.outline.nodes.iter().enumerate() {
            let indent = "  ".repeat(usize::from(node.level.saturating_sub(1)));
            let mut line = format!("{indent}{} {}", node.id, node.kind.name());
            if plan.tasks[index] {
                line += " task";
            }
            if node.recovered.is_some() {
                line += " recovered";
            }
            let text = node.head.trimmed(&plan.outline.text).of(&plan.outline.text);
            let _ = write!(line, " {}", beginning(text));
            lines.push((line.trim_end().to_owned(), index));
            if let Some(units) = units.get(&index).filter(|_| plan.tasks[index]) {
                lines.push((format!("{indent}  = {}", visible(units)), index));
            }
        }
        Self { lines }
    }

    /// How this tree differs from the one recorded; `None` if it does not.
    pub fn compare(&self, recorded: &str) -> Option<TreeDiff> {
        let old: Vec<&str> = recorded.lines().collect();
        let new: Vec<&str> = self.lines.iter().map(|(line, _)| line.as_str()).collect();
        if old == new {
            return None;
        }
        let mut diff = Writer::default();
        let mut first = None;
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            if let DiffOp::Equal { new_index, len, .. } = op {
                for line in &new[new_index..new_index + len] {
                    diff.keep(line);
                }
                continue;
            }
            let at = op.new_range().start.min(self.lines.len().saturating_sub(1));
            first = first.or(self.lines.get(at).map(|(_, node)| *node));
            for line in &old[op.old_range()] {
                diff.change(Mark::Gone, line);
            }
            for line in &new[op.new_range()] {
                diff.change(Mark::New, line);
            }
        }
        Some(TreeDiff {
            lines: diff.lines,
            first,
        })
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (line, _) in &self.lines {
            writeln!(to, "{line}")?;
        }
        Ok(())
    }
}

impl TreeDiff {
    /// How many lines bear this mark.
    pub fn count(&self, mark: Mark) -> usize {
        self.lines
            .iter()
            .filter(|(found, _)| *found == mark)
            .count()
    }
}

/// Gathers changed lines, and before them the lines above them in the tree.
#[derive(Default)]
struct Writer<'t> {
    lines: Vec<(Mark, String)>,
    /// The unchanged lines above the last one, and whether they are written.
    above: Vec<(&'t str, bool)>,
}

impl<'t> Writer<'t> {
    fn keep(&mut self, line: &'t str) {
        self.leave(depth(line));
        self.above.push((line, false));
    }

    fn change(&mut self, mark: Mark, line: &str) {
        self.leave(depth(line));
        for (above, written) in &mut self.above {
            if !std::mem::replace(written, true) {
                self.lines.push((Mark::Kept, (*above).to_owned()));
            }
        }
        self.lines.push((mark, line.to_owned()));
    }

    fn leave(&mut self, depth_here: usize) {
        while self
            .above
            .last()
            .is_some_and(|(line, _)| depth(line) >= depth_here)
        {
            self.above.pop();
        }
    }
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", visible(&line[..end])),
        None => visible(line).into_owned(),
    }
}

/// For each task its units by role, each once.
fn units(plan: &Plan) -> BTreeMap<NodeIndex, String> {
    let mut names: BTreeMap<(NodeIndex, Role), Vec<&str>> = BTreeMap::new();
    for entry in &plan.responsibilities {
        for &task in &entry.covers {
            let names = names.entry((task, entry.role)).or_default();
            for unit in &entry.units {
                if !names.contains(&unit.name.as_str()) {
                    names.push(&unit.name);
                }
            }
        }
    }
    let mut units: BTreeMap<NodeIndex, String> = BTreeMap::new();
    for ((task, role), names) in names {
        let line = units.entry(task).or_default();
        if !line.is_empty() {
            *line += "; ";
        }
        let _ = write!(line, "{} {}", role.name(), names.join("、"));
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;
    use insta::assert_snapshot;

    const TEXT: &str = "一、加强教育\n1.编写教材。\n牵头单位：市教育局\n协办单位：市财政局、市文化局\n2.组织宣讲。\n牵头单位：市文化局\n二、健全制度\n1.修订规定。\n牵头单位：市司法局\n";

    fn tree(text: &str) -> Tree {
        Tree::of(&crate::task::read(crate::outline::parse(text, None)))
    }

    /// The difference as it is printed, without colours.
    fn difference(text: &str) -> Option<String> {
        let diff = tree(text).compare(&tree(TEXT).to_string())?;
        let lines = diff.lines.iter().map(|(mark, line)| match mark {
            Mark::Kept => format!("  {line}\n"),
            Mark::Gone => format!("- {line}\n"),
            Mark::New => format!("+ {line}\n"),
        });
        Some(lines.collect())
    }

    #[test]
    fn a_tree_is_a_line_a_node_with_the_units_of_its_tasks() {
        assert_snapshot!(tree(TEXT), @r"
        1 section 一、加强教育
          1.1 subsection task 1.编写教材。
            = lead 市教育局; support 市财政局、市文化局
            1.1.r1 responsibility 牵头单位：市教育局
            1.1.r2 responsibility 协办单位：市财政局、市文化局
          1.2 subsection task 2.组织宣讲。
            = lead 市文化局
            1.2.r1 responsibility 牵头单位：市文化局
        2 section 二、健全制度
          2.1 subsection task 1.修订规定。
            = lead 市司法局
            2.1.r1 responsibility 牵头单位：市司法局
        ");
    }

    #[test]
    fn a_tree_is_the_same_after_writing() {
        assert_eq!(difference(TEXT), None);
    }

    #[test]
    fn a_changed_number_is_shown_below_the_nodes_it_lies_in() {
        let changed = TEXT.replace("2.组织", "3.组织");
        assert_snapshot!(difference(&changed).expect("differs"), @r"
          1 section 一、加强教育
        -   1.2 subsection task 2.组织宣讲。
        +   1.3 subsection task 3.组织宣讲。
        -     1.2.r1 responsibility 牵头单位：市文化局
        +     1.3.r1 responsibility 牵头单位：市文化局
        ");
    }

    #[test]
    fn a_changed_unit_and_a_lost_task_are_shown() {
        let changed = TEXT
            .replace("市财政局", "市公安局")
            .replace("1.修订规定。\n牵头单位：市司法局\n", "");
        assert_snapshot!(difference(&changed).expect("differs"), @r"
          1 section 一、加强教育
            1.1 subsection task 1.编写教材。
        -     = lead 市教育局; support 市财政局、市文化局
        +     = lead 市教育局; support 市公安局、市文化局
        -     1.1.r2 responsibility 协办单位：市财政局、市文化局
        +     1.1.r2 responsibility 协办单位：市公安局、市文化局
          2 section 二、健全制度
        -   2.1 subsection task 1.修订规定。
        -     = lead 市司法局
        -     2.1.r1 responsibility 牵头单位：市司法局
        ");
    }

    #[test]
    fn words_far_into_a_text_do_not_change_the_tree() {
        let long = |word: &str| format!("一、{}{word}。\n", "加强教育".repeat(10));
        let recorded = tree(&long("甲")).to_string();
        assert_eq!(tree(&long("乙")).compare(&recorded), None);
    }

    #[test]
    fn the_place_of_a_difference_is_its_first_node() {
        let plan = crate::task::read(crate::outline::parse(TEXT, None));
        let recorded = tree(&TEXT.replace("2.组织", "3.组织")).to_string();
        let first = Tree::of(&plan)
            .compare(&recorded)
            .and_then(|diff| diff.first);
        let id = first.map(|node| plan.outline.nodes[node].id.as_str());
        assert_eq!(id, Some("1.2"));
        // A tree that lost its end points at what is left.
        let all = tree(TEXT).to_string() + "3 section 三、多余\n";
        let first = Tree::of(&plan).compare(&all).and_then(|diff| diff.first);
        assert_eq!(first, Some(plan.outline.nodes.len() - 1));
    }
}
