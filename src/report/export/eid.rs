//! `eId`s of Akoma Ntoso, told from the printed numbers: `sec_2__subsec_1__item_2`.
//! Rule: Akoma Ntoso Naming Convention 1.0, 5: the abbreviation of the element,
//! its number, levels joined by two underscores.

use crate::outline::{Kind, NodeIndex, Outline};

/// For each node its `eId`, each once in the document: siblings of one kind
/// have different last parts of their id.
pub(super) fn of_nodes(outline: &Outline) -> Vec<String> {
    let mut eids: Vec<String> = Vec::with_capacity(outline.nodes.len());
    for (at, node) in outline.nodes.iter().enumerate() {
        let part = node.id.rsplit('.').next().unwrap_or(&node.id);
        let (abbreviation, letter) = abbreviation(outline, at);
        let ordinal = part.strip_prefix(letter).unwrap_or(part).replace('~', "-");
        let own = format!("{abbreviation}_{ordinal}");
        eids.push(match node.parent {
            Some(parent) => format!("{}__{own}", eids[parent]),
            None => own,
        });
    }
    eids
}

/// A clause's `eId` below that of its node.
pub(super) fn of_clause(node: &str, clause: &str) -> String {
    match clause.rsplit('.').next() {
        Some("h") => format!("{node}__heading"),
        Some(last) => format!("{node}__s_{}", last.trim_start_matches('s')),
        None => node.to_owned(),
    }
}

/// Whether it is a paragraph without a number of its own.
pub(super) fn is_plain(outline: &Outline, node: NodeIndex) -> bool {
    let id = &outline.nodes[node].id;
    let last = id.rsplit('.').next().unwrap_or(id);
    outline.nodes[node].kind == Kind::Paragraph && last.starts_with('p')
}

/// The abbreviation, and the letter that the id has for the kind.
fn abbreviation(outline: &Outline, node: NodeIndex) -> (&'static str, &'static str) {
    match outline.nodes[node].kind {
        Kind::Paragraph if is_plain(outline, node) => ("al", "p"),
        Kind::Section => ("sec", ""),
        Kind::Subsection => ("subsec", ""),
        Kind::Item => ("item", ""),
        Kind::Subitem => ("subitem", ""),
        Kind::Part => ("part", ""),
        Kind::Chapter => ("chp", ""),
        Kind::Division => ("dvs", ""),
        Kind::Article => ("art", ""),
        Kind::Paragraph => ("para", ""),
        Kind::Point => ("point", ""),
        Kind::Bullet => ("indent", "b"),
        Kind::Responsibility => ("responsibility", "r"),
        Kind::Title => ("title", ""),
        Kind::Front => ("preface", ""),
        Kind::Back => ("conclusions", ""),
        Kind::Annex => ("annex", ""),
        Kind::Box => ("box", ""),
    }
}
