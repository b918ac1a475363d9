//! Responsible units; one file a form.
//!
//! Three views, in every form: all units, the tasks of one, who works with
//! whom.

mod grid;
pub(super) mod json;
mod markdown;
mod table;
mod xlsx;

use super::Document;
use crate::survey::{Assignments, Body};
use std::collections::BTreeMap;

/// Documents and who answers for what in each.
#[derive(Debug, Clone)]
pub struct Units<'a> {
    /// The documents in the order of the columns.
    pub documents: &'a [(Document, Assignments)],
    /// Only this body.
    pub body: Option<&'a Asked>,
    /// Who works with whom.
    pub with: bool,
}

/// A body that is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its name as asked for.
    pub name: String,
    /// Its key in each document that names it.
    pub keys: Vec<Option<String>>,
}

forms!(Units);

impl<'a> Units<'a> {
    /// The documents that name units.
    fn naming(&self) -> impl Iterator<Item = (usize, &'a Document, &'a Assignments)> {
        self.documents
            .iter()
            .enumerate()
            .map(|(at, (document, found))| (at, document, found))
            .filter(|(_, _, found)| !found.bodies.is_empty())
    }

    /// The documents that name none.
    fn silent(&self) -> impl Iterator<Item = &'a Document> {
        self.documents
            .iter()
            .filter(|(_, found)| found.bodies.is_empty())
            .map(|(document, _)| document)
    }

    /// The bodies of a document that are asked for.
    fn bodies(&self, at: usize) -> impl Iterator<Item = &'a Body> {
        let wanted = self.body.map(|asked| asked.keys[at].as_deref());
        self.documents[at]
            .1
            .bodies
            .iter()
            .filter(move |body| wanted.is_none_or(|wanted| wanted == Some(body.key.as_str())))
    }

    /// All bodies of all documents, those with most tasks first: the name of
    /// each where it has most, and the body in each document.
    fn side_by_side(&self) -> Vec<(&'a str, Vec<Option<&'a Body>>)> {
        let mut rows: BTreeMap<&str, Vec<Option<&Body>>> = BTreeMap::new();
        for at in 0..self.documents.len() {
            for body in self.bodies(at) {
                rows.entry(&body.key)
                    .or_insert_with(|| vec![None; self.documents.len()])[at] = Some(body);
            }
        }
        let mut rows: Vec<_> = rows
            .into_values()
            .map(|row| {
                let most = row
                    .iter()
                    .flatten()
                    .rev()
                    .max_by_key(|body| body.tasks.len());
                (most.map_or("", |body| body.name.as_str()), row)
            })
            .collect();
        let total = |row: &[Option<&Body>]| -> usize {
            row.iter().flatten().map(|body| body.tasks.len()).sum()
        };
        rows.sort_by(|(name, row), (other_name, other)| {
            total(other).cmp(&total(row)).then(name.cmp(other_name))
        });
        rows
    }
}

/// The other names of a body, in their order.
fn other_names(body: &Body) -> String {
    let others: Vec<&str> = body
        .names
        .iter()
        .filter(|name| **name != body.name)
        .map(String::as_str)
        .collect();
    others.join("、")
}
