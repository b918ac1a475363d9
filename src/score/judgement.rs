//! What is scored: which spans of two documents an alignment links.

use std::collections::HashMap;

use serde::Deserialize;

use crate::align::{Alignment, Origin, Status};
use crate::diagnostic::Span;
use crate::task::Plan;

use super::crosswalk::{Crosswalk, CrosswalkError};
use super::matching::Matching;

/// An alignment without its texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    pub(super) clauses: Vec<JudgedClause>,
    pub(super) locals: Vec<JudgedLocal>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct JudgedClause {
    pub span: Span,
    pub status: Status,
    /// Places in `locals`, with the confidence.
    pub links: Vec<(usize, f32)>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct JudgedLocal {
    pub span: Span,
    /// A task of origin `local`.
    pub addition: bool,
    pub linked: bool,
}

impl Judgement {
    /// What an alignment of the two plans says.
    pub fn of(reference: &Plan, local: &Plan, alignment: &Alignment) -> Self {
        Self {
            clauses: reference
                .clauses
                .iter()
                .zip(&alignment.clauses)
                .map(|(clause, verdict)| JudgedClause {
                    span: clause.span,
                    status: verdict.status,
                    links: verdict
                        .links
                        .iter()
                        .map(|link| (link.local, link.confidence))
                        .collect(),
                })
                .collect(),
            locals: local
                .clauses
                .iter()
                .zip(&alignment.locals)
                .map(|(clause, verdict)| JudgedLocal {
                    span: clause.span,
                    addition: verdict.origin == Some(Origin::Local),
                    linked: !verdict.links.is_empty(),
                })
                .collect(),
        }
    }

    /// What a file of the form `plan.alignment/1` says, whoever wrote it. Of
    /// its fields only spans, statuses, links, origins and confidences are read.
    pub fn from_json(json: &[u8]) -> Result<Self, CrosswalkError> {
        let file: File = serde_json::from_slice(json)?;
        let places: HashMap<&str, usize> = file
            .locals
            .iter()
            .enumerate()
            .map(|(at, local)| (local.id.as_str(), at))
            .collect();
        let clauses: Vec<JudgedClause> = file
            .clauses
            .iter()
            .map(|clause| JudgedClause {
                span: clause.span,
                status: status(&clause.status),
                links: clause
                    .links
                    .iter()
                    .filter_map(|link| {
                        let place = places.get(link.local.as_str())?;
                        Some((*place, link.confidence))
                    })
                    .collect(),
            })
            .collect();
        let mut locals: Vec<JudgedLocal> = file
            .locals
            .iter()
            .map(|local| JudgedLocal {
                span: local.span,
                addition: local.origin.as_deref() == Some(Origin::Local.name()),
                linked: false,
            })
            .collect();
        for &(local, _) in clauses.iter().flat_map(|clause| &clause.links) {
            locals[local].linked = true;
        }
        Ok(Self { clauses, locals })
    }

    pub(super) fn matched(&self, crosswalk: &Crosswalk) -> Matching {
        Matching::new(
            crosswalk,
            self.clauses.iter().map(|clause| clause.span),
            self.locals.iter().map(|local| local.span),
        )
    }
}

fn status(name: &str) -> Status {
    [Status::Covered, Status::Partial]
        .into_iter()
        .find(|status| status.name() == name)
        .unwrap_or(Status::Gap)
}

#[derive(Deserialize)]
struct File {
    clauses: Vec<ClauseForm>,
    locals: Vec<LocalForm>,
}

#[derive(Deserialize)]
struct ClauseForm {
    span: Span,
    status: String,
    links: Vec<LinkForm>,
}

#[derive(Deserialize)]
struct LinkForm {
    local: String,
    #[serde(default)]
    confidence: f32,
}

#[derive(Deserialize)]
struct LocalForm {
    id: String,
    span: Span,
    origin: Option<String>,
}
