//! A document as an indented tree, with the units of each task.

use std::io::{self, Write};

use super::text::{FAINT, PLACE, STRONG, clean, styled, title, wrapped};
use super::{Document, Look, label};
use crate::outline::{Kind, Node, NodeIndex};
use crate::task::Role;
use crate::words::report as words;

/// Writes the tree below a node (or the whole), folded below a depth.
pub fn write(
    document: &Document,
    root: Option<NodeIndex>,
    depth: Option<u8>,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let outline = &document.plan.outline;
    let (nodes, base) = match root {
        Some(root) => (
            root..outline.nodes[root].subtree_end,
            outline.nodes[root].level,
        ),
        None => {
            title(document, look, out)?;
            (0..outline.nodes.len(), 1)
        }
    };
    let mut folded_until = 0;
    for index in nodes {
        let node = &outline.nodes[index];
        if index < folded_until || node.kind == Kind::Responsibility {
            continue;
        }
        let depth_here = node.level.saturating_sub(base);
        let indent = "  ".repeat(usize::from(depth_here));
        if depth.is_some_and(|depth| depth_here >= depth) {
            folded_until = node.subtree_end;
            continue;
        }
        line(document, index, node, &indent, look, out)?;
        if document.plan.tasks[index] {
            units(document, index, &indent, look, out)?;
        }
    }
    Ok(())
}

fn line(
    document: &Document,
    index: NodeIndex,
    node: &Node,
    indent: &str,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let outline = &document.plan.outline;
    let text = &outline.text;
    let id = if node.id.is_empty() {
        String::new()
    } else {
        format!("{} ", styled(PLACE, &node.id))
    };
    let mut content = String::new();
    if let Some(recovered) = node.recovered {
        content += &styled(FAINT, &words::recovered(recovered.confidence, look.lang));
        content.push(' ');
    }
    if let Some(num) = node.num {
        content += &clean(num.span.of(text));
    }
    if let Some(heading) = node.heading {
        content += &styled(STRONG, &clean(heading.of(text)));
    }
    content += &clean(outline.body(index).of(text));
    if content.is_empty() {
        content += node.kind.name();
    }
    writeln!(
        out,
        "{}",
        wrapped(&format!("{indent}{id}"), &content, look.width)
    )
}

fn units(
    document: &Document,
    task: NodeIndex,
    indent: &str,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    for role in [Role::Lead, Role::Responsible, Role::Support] {
        let names = document.plan.units(task, role);
        if !names.is_empty() {
            let first = format!(
                "{indent}    {} ",
                styled(FAINT, label::role(role, look.lang))
            );
            writeln!(
                out,
                "{}",
                wrapped(&first, &clean(&names.join("、")), look.width)
            )?;
        }
    }
    Ok(())
}
