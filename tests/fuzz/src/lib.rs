//! What must hold of every text and every outline, whatever they were read from.

use std::collections::HashSet;

use plan::diagnostic::{Diagnostic, Span};
use plan::outline::{self, Outline};
use plan::source::{self, Limits, Source};
use plan::task::{self, Plan};
use plan::words::Lang;

/// Largest text that a target reads, in bytes: enough for any structure, small
/// enough for many runs a second.
const LIMITS: Limits = Limits { bytes: 1 << 20 };

/// Reads a file and checks what was noticed. Refusals must have something to say.
pub fn read(bytes: &[u8]) -> Option<Source> {
    match source::read(bytes, "input", &LIMITS) {
        Ok(source) => {
            check_diagnostics(&source.text, &source.diagnostics);
            Some(source)
        }
        Err(refusal) => {
            for lang in [Lang::En, Lang::Zh] {
                assert!(!refusal.message(lang).is_empty());
            }
            None
        }
    }
}

/// Parses a text and checks that nothing of it is lost.
pub fn plan(text: &str) -> Plan {
    let outline = outline::parse(text, None);
    check_outline(text, &outline);
    let plan = task::read(outline);
    check_diagnostics(text, &plan.diagnostics);
    for clause in &plan.clauses {
        let head = plan.outline.nodes[clause.node].head;
        assert!(head.start <= clause.span.start && clause.span.end <= head.end);
        check_span(text, clause.span);
    }
    plan
}

fn check_outline(text: &str, outline: &Outline) {
    let mut at = 0;
    let mut ids = HashSet::new();
    for (index, node) in outline.nodes.iter().enumerate() {
        assert_eq!(node.head.start, at, "the heads tile the text");
        at = node.head.end;
        check_span(text, node.head);
        check_span(text, node.span);
        assert!(index < node.subtree_end && node.subtree_end <= outline.nodes.len());
        if let Some(parent) = node.parent {
            let above = &outline.nodes[parent];
            assert!(above.span.start <= node.span.start && node.span.end <= above.span.end);
        }
        assert!(ids.insert(&node.id), "ids are unique");
    }
    assert_eq!(at, text.len(), "the last head ends the text");
    check_diagnostics(text, &outline.diagnostics);
}

fn check_diagnostics(text: &str, diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        check_span(text, diagnostic.span);
        if let Some(fix) = &diagnostic.fix {
            check_span(text, fix.span);
        }
        for lang in [Lang::En, Lang::Zh] {
            assert!(!diagnostic.message(lang).is_empty());
        }
    }
}

fn check_span(text: &str, span: Span) {
    assert!(text.get(span.start..span.end).is_some(), "{span:?}");
}
