//! Who has which part in which task, and which clause was taken up where, as
//! vertices and edges.

use std::collections::BTreeSet;

use super::Exported;
use crate::report::json::rounded;
use crate::report::{Comparison, Document};
use crate::task::ClauseIndex;

/// A graph. An edge goes from a unit to a task, or from a reference clause to
/// the local task, or clause, that takes it up.
pub(super) struct Graph {
    pub vertices: Vec<Vertex>,
    pub edges: Vec<Edge>,
}

/// A unit, a task or a clause.
pub(super) struct Vertex {
    /// The document and, after `/`, the node or clause; for a unit its name.
    pub id: String,
    pub kind: &'static str,
    pub document: String,
    /// The citation; for a unit its name.
    pub label: String,
    pub text: String,
}

/// What joins two vertices: a role, or a link with its confidence.
pub(super) struct Edge {
    pub from: String,
    pub to: String,
    /// `lead`, `support`, `responsible` or `link`.
    pub kind: &'static str,
    pub confidence: Option<f64>,
}

impl Graph {
    pub fn new(exported: &Exported) -> Self {
        let mut builder = Builder::default();
        for document in exported.documents {
            builder.units_and_tasks(document);
        }
        for comparison in exported.comparisons {
            builder.links(comparison);
        }
        Self {
            vertices: builder.vertices,
            edges: builder.edges,
        }
    }
}

#[derive(Default)]
struct Builder {
    vertices: Vec<Vertex>,
    known: BTreeSet<String>,
    edges: Vec<Edge>,
    joined: BTreeSet<(String, String, &'static str)>,
}

impl Builder {
    fn vertex(&mut self, vertex: Vertex) -> String {
        let id = vertex.id.clone();
        if self.known.insert(id.clone()) {
            self.vertices.push(vertex);
        }
        id
    }

    fn edge(&mut self, edge: Edge) {
        let ends = (edge.from.clone(), edge.to.clone(), edge.kind);
        if self.joined.insert(ends) {
            self.edges.push(edge);
        }
    }

    fn units_and_tasks(&mut self, document: &Document) {
        for entry in &document.plan.responsibilities {
            for &node in &entry.covers {
                let task = self.task(document, node);
                for unit in &entry.units {
                    let from = self.vertex(Vertex {
                        id: format!("{}/{}", document.id, unit.name),
                        kind: "unit",
                        document: document.id.clone(),
                        label: unit.name.clone(),
                        text: String::new(),
                    });
                    self.edge(Edge {
                        from,
                        to: task.clone(),
                        kind: entry.role.name(),
                        confidence: None,
                    });
                }
            }
        }
    }

    fn links(&mut self, comparison: &Comparison) {
        let Comparison {
            reference,
            local,
            alignment,
            ..
        } = *comparison;
        for (at, verdict) in alignment.clauses.iter().enumerate() {
            for link in &verdict.links {
                let from = self.clause(reference, at);
                let to = match local.plan.task_of(link.local) {
                    Some(task) => self.task(local, task),
                    None => self.clause(local, link.local),
                };
                self.edge(Edge {
                    from,
                    to,
                    kind: "link",
                    confidence: Some(rounded(link.confidence)),
                });
            }
        }
    }

    fn task(&mut self, document: &Document, node: usize) -> String {
        let plan = &document.plan;
        self.vertex(Vertex {
            id: format!("{}/{}", document.id, plan.outline.nodes[node].id),
            kind: "task",
            document: document.id.clone(),
            label: plan.outline.citation(node),
            text: plan.wording(node),
        })
    }

    fn clause(&mut self, document: &Document, clause: ClauseIndex) -> String {
        let plan = &document.plan;
        self.vertex(Vertex {
            id: format!("{}/{}", document.id, plan.clauses[clause].id),
            kind: "clause",
            document: document.id.clone(),
            label: plan.citation(clause),
            text: plan.text(clause).to_owned(),
        })
    }
}
