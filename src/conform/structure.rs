//! How many of what a parse gives, against the counts recorded.
//!
//! Recorded are numbering styles by their example (`一、`, `（1）`, `——`),
//! kinds of nodes (`section`, `responsibility`), `task`, `recovered`, and
//! `responsibility-group`: responsibility lines that stand together count once.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Finding, Span};
use crate::outline::{Kind, Style};
use crate::task::Plan;

/// One diagnostic for each count that differs from the one recorded. Where any
/// numbering style is recorded, a style that is not counts as recorded none.
pub(super) fn compare(plan: &Plan, recorded: &BTreeMap<String, usize>) -> Vec<Diagnostic> {
    let mut found = count(plan);
    let records_styles = Style::ALL
        .iter()
        .any(|style| recorded.contains_key(style.name()));
    found.retain(|what, count| recorded.contains_key(*what) || (records_styles && count.numbering));
    for what in recorded.keys() {
        found.entry(what).or_default();
    }
    found
        .into_iter()
        .map(|(what, count)| (what, recorded.get(what).copied().unwrap_or(0), count))
        .filter(|(_, recorded, count)| *recorded != count.number)
        .map(|(what, recorded, count)| {
            let finding = Finding::StructureDiffers {
                what: what.to_owned(),
                recorded,
                found: count.number,
            };
            Diagnostic::new(finding, count.first)
        })
        .collect()
}

#[derive(Default)]
struct Count {
    number: usize,
    /// Where the first one stands.
    first: Span,
    /// Whether it counts a numbering style.
    numbering: bool,
}

fn count(plan: &Plan) -> BTreeMap<&str, Count> {
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut add = |what, first, numbering| {
        let count = counts.entry(what).or_insert(Count {
            number: 0,
            first,
            numbering,
        });
        count.number += 1;
    };
    let mut after_responsibility = false;
    for (index, node) in plan.outline.nodes.iter().enumerate() {
        let head = node.head.trimmed(&plan.outline.text);
        add(node.kind.name(), head, false);
        if let Some(num) = node.num {
            add(num.style.name(), num.span, true);
        }
        if plan.tasks[index] {
            add("task", head, false);
        }
        if node.recovered.is_some() {
            add("recovered", head, false);
        }
        let responsibility = node.kind == Kind::Responsibility;
        if responsibility && !after_responsibility {
            add("responsibility-group", head, false);
        }
        after_responsibility = responsibility;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{Node, Num, Outline};

    /// A plan of numbered lines in this order.
    fn plan(styles: &[Style]) -> Plan {
        let line = "数\n";
        let nodes = styles.iter().enumerate().map(|(at, &style)| {
            let span = Span::new(at * line.len(), (at + 1) * line.len());
            Node {
                id: (at + 1).to_string(),
                kind: Kind::Section,
                level: 1,
                recovered: None,
                num: Some(Num {
                    span: Span::new(span.start, span.end - 1),
                    style,
                    value: 1,
                }),
                heading: None,
                span,
                head: span,
                parent: None,
                subtree_end: at + 1,
            }
        });
        crate::task::read(Outline {
            text: line.repeat(styles.len()),
            nodes: nodes.collect(),
            diagnostics: Vec::new(),
            sentence_ends: Vec::new(),
        })
    }

    #[test]
    fn counts_that_differ_from_the_record_are_named() {
        use Style::{Arabic, Circled, Han};
        let none: &[(&str, usize, usize)] = &[];
        for (styles, recorded, differs) in [
            (&[Han, Han, Arabic][..], &[("一、", 2), ("1.", 1)][..], none),
            (&[Han, Han], &[("一、", 3)], &[("一、", 3, 2)]),
            (&[Han], &[("一、", 1), ("section", 2)], &[("section", 2, 1)]),
            // A style that should not be there.
            (&[Han, Circled], &[("一、", 1)], &[("①", 0, 1)]),
            // Nothing is said of styles, so none is wrong.
            (&[Han, Circled], &[("section", 2)], none),
            (
                &[Han],
                &[("responsibility", 4)],
                &[("responsibility", 4, 0)],
            ),
            (&[Han], &[], none),
        ] {
            let recorded_map = recorded
                .iter()
                .map(|&(what, count)| (what.to_owned(), count))
                .collect();
            let found: Vec<_> = compare(&plan(styles), &recorded_map)
                .into_iter()
                .map(|diagnostic| match diagnostic.finding {
                    Finding::StructureDiffers {
                        what,
                        recorded,
                        found,
                    } => (what, recorded, found),
                    other => panic!("{other:?}"),
                })
                .collect();
            let expected: Vec<_> = differs
                .iter()
                .map(|&(what, recorded, found)| (what.to_owned(), recorded, found))
                .collect();
            assert_eq!(found, expected, "{styles:?} {recorded:?}");
        }
    }

    #[test]
    fn a_difference_points_at_the_first_of_its_kind() {
        let recorded = BTreeMap::from([("一、".to_owned(), 1)]);
        let differs = compare(&plan(&[Style::Han, Style::Circled]), &recorded);
        assert_eq!(differs[0].span, Span::new(4, 7));
    }
}
