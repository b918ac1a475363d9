//! The tree of a damaged text, from the pieces it was put back into.

use super::restore::{self, Piece, PieceKind};
use super::tree::{Kind, Node, NodeIndex, Num, Recovered, Style};
use super::{GuideHeading, Outline};
use crate::diagnostic::{Diagnostic, Finding, Span};

/// The longest title, in characters.
const LONGEST_TITLE: usize = 80;

/// The outline of a damaged text; none if the text is sound.
pub(super) fn recover(text: &str, guide: Option<&[GuideHeading]>) -> Option<Outline> {
    if !restore::is_damaged(text) {
        return None;
    }
    let pieces = restore::restore(text, guide);
    let mut tree = Tree::default();
    for (at, piece) in pieces.iter().enumerate() {
        match piece.kind {
            PieceKind::Front => tree.front(text, &pieces, at),
            PieceKind::ChapterNumber => tree.chapter(piece),
            PieceKind::ChapterHeading => tree.chapter_heading(piece),
            PieceKind::Subsection => tree.subsection(piece),
            PieceKind::Topic => tree.paragraph(piece, Some(recovered(piece))),
            PieceKind::Sentence => tree.sentence(piece),
        }
    }
    tree.close(0, text.len());
    let first_line = text.find('\n').unwrap_or(text.len());
    let whole = Span::new(0, first_line.min(text.len())).trimmed(text);
    Some(Outline {
        text: text.to_owned(),
        nodes: tree.nodes,
        diagnostics: vec![Diagnostic::new(Finding::DamagedText, whole)],
        sentence_ends: pieces
            .iter()
            .filter(|piece| {
                matches!(
                    piece.kind,
                    PieceKind::Front | PieceKind::Topic | PieceKind::Sentence
                )
            })
            .map(|piece| piece.span.end)
            .collect(),
    })
}

#[derive(Default)]
struct Tree {
    nodes: Vec<Node>,
    open: Vec<NodeIndex>,
    /// Chapters, and since the last one second-level headings, so far.
    chapters: u32,
    subsections: u32,
    /// Paragraphs in the innermost heading so far.
    paragraphs: u32,
}

impl Tree {
    fn front(&mut self, text: &str, pieces: &[Piece], at: usize) {
        let span = span(&pieces[at]);
        if at == 0 {
            self.open("0".into(), Kind::Front, Span::new(span.start, span.start));
        }
        let heading = Span::new(pieces[at].text.start, pieces[at].text.end);
        let more = matches!(pieces.get(1), Some(next) if next.kind == PieceKind::Front);
        if at == 0 && more && heading.of(text).chars().count() <= LONGEST_TITLE {
            let node = self.leaf("0.t".into(), Kind::Title, span);
            self.nodes[node].heading = Some(heading);
        } else {
            self.paragraphs += 1;
            self.leaf(format!("0.p{}", self.paragraphs), Kind::Paragraph, span);
        }
    }

    fn chapter(&mut self, number: &Piece) {
        let span = span(number);
        self.close(0, span.start);
        self.chapters += 1;
        self.subsections = 0;
        self.paragraphs = 0;
        let node = self.open(self.chapters.to_string(), Kind::Section, span);
        self.nodes[node].num = Some(Num {
            span,
            style: Style::Han,
            value: self.chapters,
        });
    }

    fn chapter_heading(&mut self, piece: &Piece) {
        let Some(node) = self.nodes.last_mut() else {
            return;
        };
        node.heading = Some(Span::new(piece.text.start, piece.text.end));
        node.head.end = piece.span.end;
    }

    fn subsection(&mut self, piece: &Piece) {
        let span = span(piece);
        self.close(1, span.start);
        self.subsections += 1;
        self.paragraphs = 0;
        let id = format!("{}.{}", self.chapters, self.subsections);
        let node = self.open(id, Kind::Subsection, span);
        self.nodes[node].heading = Some(Span::new(piece.text.start, piece.text.end));
        self.nodes[node].recovered = Some(recovered(piece));
    }

    /// A paragraph begins; its sentences are its own text.
    fn paragraph(&mut self, piece: &Piece, recovered: Option<Recovered>) {
        self.paragraphs += 1;
        let parent = self.open.last().map(|&parent| &self.nodes[parent].id);
        let id = match parent {
            Some(parent) => format!("{parent}.p{}", self.paragraphs),
            None => format!("p{}", self.paragraphs),
        };
        let node = self.leaf(id, Kind::Paragraph, span(piece));
        self.nodes[node].recovered = recovered;
    }

    fn sentence(&mut self, piece: &Piece) {
        match self.nodes.last_mut() {
            Some(last) if last.kind == Kind::Paragraph => {
                last.head.end = piece.span.end;
                last.span.end = piece.span.end;
            }
            _ => self.paragraph(piece, None),
        }
    }

    fn open(&mut self, id: String, kind: Kind, head: Span) -> NodeIndex {
        let node = self.leaf(id, kind, head);
        self.open.push(node);
        node
    }

    fn leaf(&mut self, id: String, kind: Kind, head: Span) -> NodeIndex {
        let index = self.nodes.len();
        self.nodes.push(Node {
            id,
            kind,
            level: self.open.len() as u8 + 1,
            recovered: None,
            num: None,
            heading: None,
            span: head,
            head,
            parent: self.open.last().copied(),
            subtree_end: index + 1,
        });
        index
    }

    /// Closes all open nodes from this depth on.
    fn close(&mut self, depth: usize, at: usize) {
        for node in self.open.drain(depth.min(self.open.len())..) {
            self.nodes[node].span.end = at;
            self.nodes[node].subtree_end = self.nodes.len();
        }
    }
}

fn recovered(piece: &Piece) -> Recovered {
    Recovered {
        by: piece.by,
        confidence: piece.confidence,
    }
}

fn span(piece: &Piece) -> Span {
    Span::new(piece.span.start, piece.span.end)
}
