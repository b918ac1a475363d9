//! The clauses of each node: its heading, and its own text sentence by sentence.

use crate::diagnostic::Span;
use crate::outline::{Kind, NodeIndex, Outline};

use super::kind::{self, Setting};
use super::sentence::{self, Stops};
use super::{Clause, ClauseKind, deadline, instrument, tasks};

/// All clauses of an outline in document order.
///
/// A clause's id is its node's with `h` for the heading (a title is its own
/// heading: `0.t.h`) or `s1`, `s2` … for the sentences of the node's own text
/// (`3.6.1.s1`, `2.1.p1.s3`, `2.1.1.1.r1.s1`).
pub(super) fn clauses(outline: &Outline, stops: Stops) -> Vec<Clause> {
    let mut clauses = Vec::with_capacity(outline.nodes.len() * 2);
    for (node, setting) in settings(outline).into_iter().enumerate() {
        let this = &outline.nodes[node];
        let mut add = |sentence: Option<usize>, kind: ClauseKind, span: Span| {
            clauses.push(clause(outline, node, sentence, kind, span));
        };
        if this.kind == Kind::Title {
            let title = this.heading.unwrap_or(this.head).trimmed(&outline.text);
            if !title.is_empty() {
                add(None, ClauseKind::Heading, title);
            }
            continue;
        }
        if let Some(heading) = this.heading {
            add(None, ClauseKind::Heading, heading);
        }
        let body = outline.body(node);
        if body.is_empty() {
            continue;
        }
        if this.kind == Kind::Responsibility {
            add(Some(1), ClauseKind::Responsibility, body);
            continue;
        }
        let sentences = match (restored_sentences(outline, body), outline.cells(node)) {
            (Some(restored), _) => restored,
            (None, Some(cells)) => cells
                .flat_map(|cell| sentence::sentences(&outline.text, cell, stops))
                .collect(),
            (None, None) => sentence::sentences(&outline.text, body, stops),
        };
        for (at, span) in sentences.into_iter().enumerate() {
            let kind = kind_of(span.of(&outline.text), setting);
            add(Some(at + 1), kind, span);
        }
    }
    clauses
}

/// The sentences of a damaged text as they were put back.
fn restored_sentences(outline: &Outline, body: Span) -> Option<Vec<Span>> {
    let ends = &outline.sentence_ends;
    if ends.is_empty() {
        return None;
    }
    let inside = ends.partition_point(|&end| end <= body.start);
    let mut sentences = Vec::new();
    let mut start = body.start;
    for &end in ends[inside..].iter().chain([&body.end]) {
        let sentence = Span::new(start, end.min(body.end)).trimmed(&outline.text);
        if sentence
            .of(&outline.text)
            .chars()
            .any(char::is_alphanumeric)
        {
            sentences.push(sentence);
        }
        start = end.min(body.end);
        if start == body.end {
            break;
        }
    }
    Some(sentences)
}

/// A heading, or the sentence of this number.
fn clause(
    outline: &Outline,
    node: NodeIndex,
    sentence: Option<usize>,
    kind: ClauseKind,
    span: Span,
) -> Clause {
    let text = &outline.text;
    let this = &outline.nodes[node];
    let instruments = instrument::instruments(text, span);
    let titles: Vec<_> = instruments.iter().map(|found| found.span).collect();
    Clause {
        id: match sentence {
            Some(number) => [&*this.id, ".s", &number.to_string()].concat(),
            None => [&*this.id, ".h"].concat(),
        },
        node,
        kind,
        span,
        deadlines: deadline::deadlines(text, span, &titles),
        instruments,
    }
}

fn kind_of(sentence: &str, setting: Option<Setting>) -> ClauseKind {
    if kind::is_responsibility(sentence) {
        ClauseKind::Responsibility
    } else if setting.is_some_and(|setting| kind::commits(sentence, setting)) {
        ClauseKind::Measure
    } else {
        ClauseKind::Rhetoric
    }
}

/// For each node in what setting its sentences stand; nothing for front and
/// back matter and under a heading that announces aims or principles: there
/// nobody is committed.
fn settings(outline: &Outline) -> Vec<Option<Setting>> {
    let mut settings: Vec<Option<Setting>> = Vec::with_capacity(outline.nodes.len());
    for node in &outline.nodes {
        let above = node
            .parent
            .map_or(Some(Setting::Plain), |parent| settings[parent]);
        let is_declaratory = matches!(node.kind, Kind::Front | Kind::Back | Kind::Title)
            || node
                .heading
                .is_some_and(|heading| kind::is_declaratory_heading(heading.of(&outline.text)));
        let here = if matches!(node.kind, Kind::Annex | Kind::Box) {
            Setting::Plain
        } else if tasks::is_numbered(node) {
            Setting::Numbered
        } else {
            above.unwrap_or(Setting::Plain)
        };
        settings.push(above.filter(|_| !is_declaratory).map(|_| here));
    }
    settings
}
