//! DOT, as Graphviz draws it.

use std::io::{self, Write};

use super::Exported;
use super::graph::Graph;
use super::origin::Origin;
use crate::report::text::clean;

/// Writes one directed graph, its sources and decisions in comments.
pub fn write(exported: &Exported, out: &mut dyn Write) -> io::Result<()> {
    let origin = Origin::of(exported);
    writeln!(out, "// {} {}", origin.program.name, origin.program.version)?;
    for source in &origin.sources {
        writeln!(out, "// {}", serde_json::to_string(source)?)?;
    }
    for decided in &origin.decisions {
        writeln!(out, "// {}", serde_json::to_string(decided)?)?;
    }
    writeln!(out, "digraph plan {{\n  rankdir=LR;")?;
    let graph = Graph::new(exported);
    for vertex in &graph.vertices {
        let shape = match vertex.kind {
            "unit" => "ellipse",
            "task" => "box",
            _ => "plaintext",
        };
        writeln!(
            out,
            "  {} [label={}, tooltip={}, shape={shape}];",
            quoted(&vertex.id),
            quoted(&vertex.label),
            quoted(&vertex.text)
        )?;
    }
    for edge in &graph.edges {
        write!(
            out,
            "  {} -> {} [class={}",
            quoted(&edge.from),
            quoted(&edge.to),
            quoted(edge.kind)
        )?;
        if let Some(confidence) = edge.confidence {
            write!(out, ", weight={}", (confidence * 100.0).round())?;
        }
        writeln!(out, "];")?;
    }
    writeln!(out, "}}")
}

fn quoted(text: &str) -> String {
    let text = clean(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_quotes() {
        assert_eq!(quoted(r#"甲"];x"#), r#""甲\"];x""#);
        assert_eq!(quoted(r"甲\"), r#""甲\\""#);
    }
}
