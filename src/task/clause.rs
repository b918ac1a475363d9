//! The clauses of each node: its heading, and its own text sentence by sentence.

use crate::diagnostic::Span;
use crate::outline::{Kind, NodeIndex, Outline};

use super::{Clause, ClauseKind, applicability, deadline, instrument, kind, sentence};

/// All clauses of an outline in document order.
///
/// A clause's id is its node's with `h` for the heading (a title is its own
/// heading: `0.t.h`) or `s1`, `s2` … for the sentences of the node's own text
/// (`3.6.1.s1`, `2.1.p1.s3`, `2.1.1.1.r1.s1`).
pub(super) fn clauses(outline: &Outline) -> Vec<Clause> {
    let mut clauses = Vec::with_capacity(outline.nodes.len() * 2);
    let declaratory = declaratory(outline);
    for (node, declaratory) in declaratory.into_iter().enumerate() {
        let this = &outline.nodes[node];
        let mut add = |suffix: String, kind: ClauseKind, span: Span| {
            clauses.push(clause(outline, node, &suffix, kind, span));
        };
        if this.kind == Kind::Title {
            let title = this.heading.unwrap_or(this.head).trimmed(&outline.text);
            if !title.is_empty() {
                add("h".into(), ClauseKind::Heading, title);
            }
            continue;
        }
        if let Some(heading) = this.heading {
            add("h".into(), ClauseKind::Heading, heading);
        }
        let body = outline.body(node);
        if body.is_empty() {
            continue;
        }
        if this.kind == Kind::Responsibility {
            add("s1".into(), ClauseKind::Responsibility, body);
            continue;
        }
        for (at, span) in sentence::sentences(&outline.text, body)
            .into_iter()
            .enumerate()
        {
            let kind = kind_of(span.of(&outline.text), declaratory);
            add(format!("s{}", at + 1), kind, span);
        }
    }
    clauses
}

fn clause(
    outline: &Outline,
    node: NodeIndex,
    suffix: &str,
    kind: ClauseKind,
    span: Span,
) -> Clause {
    let text = &outline.text;
    let instruments = instrument::instruments(text, span);
    let titles: Vec<_> = instruments.iter().map(|found| found.span).collect();
    Clause {
        id: format!("{}.{suffix}", outline.nodes[node].id),
        node,
        kind,
        span,
        deadlines: deadline::deadlines(text, span, &titles),
        applicability: applicability::applicability(text, span, &instruments),
        instruments,
    }
}

fn kind_of(sentence: &str, declaratory: bool) -> ClauseKind {
    if kind::is_responsibility(sentence) {
        ClauseKind::Responsibility
    } else if declaratory || !kind::commits(sentence) {
        ClauseKind::Rhetoric
    } else {
        ClauseKind::Measure
    }
}

/// For each node whether what it says belongs to the front or back matter, or
/// stands under a heading that announces aims or principles.
fn declaratory(outline: &Outline) -> Vec<bool> {
    let mut declaratory: Vec<bool> = Vec::with_capacity(outline.nodes.len());
    for node in &outline.nodes {
        let above = node.parent.is_some_and(|parent| declaratory[parent]);
        let here = matches!(node.kind, Kind::Front | Kind::Back | Kind::Title)
            || node
                .heading
                .is_some_and(|heading| kind::is_declaratory_heading(heading.of(&outline.text)));
        declaratory.push(above || here);
    }
    declaratory
}
