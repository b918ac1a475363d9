//! GraphML, as networkx, igraph, Gephi and yEd read it.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use super::Exported;
use super::graph::{Edge, Graph, Vertex};
use super::origin::Origin;
use crate::report::text::clean;

/// The keys: id, what it belongs to, name, type.
const KEYS: [[&str; 4]; 9] = [
    ["program", "graph", "program", "string"],
    ["sources", "graph", "sources", "string"],
    ["decisions", "graph", "decisions", "string"],
    ["kind", "node", "kind", "string"],
    ["document", "node", "document", "string"],
    ["label", "node", "label", "string"],
    ["text", "node", "text", "string"],
    ["relation", "edge", "relation", "string"],
    ["confidence", "edge", "confidence", "double"],
];

/// Writes one directed graph; the sources and decisions stand in the graph's own
/// data, as JSON.
pub fn write(exported: &Exported, out: &mut dyn Write) -> io::Result<()> {
    let graph = Graph::new(exported);
    let origin = Origin::of(exported);
    let program = format!("{} {}", origin.program.name, origin.program.version);
    let sources = serde_json::to_string(&origin.sources)?;
    let decisions = serde_json::to_string(&origin.decisions)?;
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("graphml")
        .with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"))
        .write_inner_content(|writer| {
            for [id, of, name, kind] in KEYS {
                writer
                    .create_element("key")
                    .with_attributes([
                        ("id", id),
                        ("for", of),
                        ("attr.name", name),
                        ("attr.type", kind),
                    ])
                    .write_empty()?;
            }
            writer
                .create_element("graph")
                .with_attributes([("id", "plan"), ("edgedefault", "directed")])
                .write_inner_content(|writer| {
                    data(writer, "program", &program)?;
                    data(writer, "sources", &sources)?;
                    data(writer, "decisions", &decisions)?;
                    graph
                        .vertices
                        .iter()
                        .try_for_each(|vertex| node(writer, vertex))?;
                    graph
                        .edges
                        .iter()
                        .try_for_each(|joined| edge(writer, joined))
                })?;
            Ok(())
        })?;
    writeln!(out)
}

fn node<W: Write>(writer: &mut Writer<W>, vertex: &Vertex) -> io::Result<()> {
    writer
        .create_element("node")
        .with_attribute(("id", clean(&vertex.id).as_ref()))
        .write_inner_content(|writer| {
            data(writer, "kind", vertex.kind)?;
            data(writer, "document", &vertex.document)?;
            data(writer, "label", &vertex.label)?;
            data(writer, "text", &vertex.text)
        })?;
    Ok(())
}

fn edge<W: Write>(writer: &mut Writer<W>, edge: &Edge) -> io::Result<()> {
    writer
        .create_element("edge")
        .with_attributes([
            ("source", clean(&edge.from).as_ref()),
            ("target", clean(&edge.to).as_ref()),
        ])
        .write_inner_content(|writer| {
            data(writer, "relation", edge.kind)?;
            match edge.confidence {
                Some(confidence) => data(writer, "confidence", &confidence.to_string()),
                None => Ok(()),
            }
        })?;
    Ok(())
}

fn data<W: Write>(writer: &mut Writer<W>, key: &str, text: &str) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    writer
        .create_element("data")
        .with_attribute(("key", key))
        .write_text_content(quick_xml::events::BytesText::new(&clean(text)))?;
    Ok(())
}
