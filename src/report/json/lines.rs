//! `plan.node/1`: a node a line, each with where it comes from, so that lines
//! of several documents can be put together and taken apart.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::document::{OwnForm, Writer};
use super::{PROGRAM, Program, Provenance, provenance};
use crate::report::Document;
use crate::words::Lang;

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'d> {
    #[schemars(extend("const" = "plan.node/1"))]
    schema: &'static str,
    program: Program,
    document: Provenance<'d>,
    /// The node above; null at the top.
    parent: Option<&'d str>,
    #[serde(flatten)]
    own: OwnForm<'d>,
}

/// All nodes of the documents in their order, one object a line.
pub fn lines(documents: &[Document], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for document in documents {
        let writer = Writer::new(document, lang);
        let nodes = &document.plan.outline.nodes;
        for (at, node) in nodes.iter().enumerate() {
            let form = Form {
                schema: "plan.node/1",
                program: PROGRAM,
                document: provenance(document),
                parent: node.parent.map(|parent| nodes[parent].id.as_str()),
                own: writer.own(at),
            };
            serde_json::to_writer(&mut *out, &form)?;
            writeln!(out)?;
        }
    }
    Ok(())
}
