//! Damaged text put back in order: text in which every mark was turned into a
//! full stop, `《…》` and `（…）` were deleted with what they held, the numbers of
//! all levels but the first are gone and headings run into what follows.
//!
//! ```text
//! text ─fragments─▶ runs between marks ─ends─▶ which marks ended a sentence
//!      ─signs, weights─▶ lattice of readings of each chapter ─guide─▶ …
//!      ─reading─▶ headings and topic sentences ─▶ pieces
//! ```
//!
//! The text itself tells most: how headings and sentences begin and end in
//! plans, what comes back after a heading, which headings hold others. Where
//! another document is given as a guide, headings like its own count more.

mod damage;
mod ends;
mod fragments;
mod guide;
mod lattice;
mod lexicon;
mod reading;
mod signs;
mod weights;

use std::ops::Range;

pub use damage::is_damaged;

use super::{GuideHeading, RecoveredBy};
use fragments::{Chapter, Fragments};
use guide::Guide;
use lattice::{Lattice, SUBSECTION, state::Turns};
use lexicon::Shape;
use reading::Found;
use signs::Scene;
use weights::Weights;

/// What a piece of a damaged text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// Opens a line before the first chapter.
    Front,
    /// `一.`
    ChapterNumber,
    /// The heading after it.
    ChapterHeading,
    /// A second-level heading that lost its number.
    Subsection,
    /// A first sentence that opens a paragraph.
    Topic,
    /// Any other sentence.
    Sentence,
}

/// A piece of a damaged text. The spans of all pieces, in order, tile it.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its bytes, with the marks after it.
    pub span: Range<usize>,
    /// Its bytes without them.
    pub text: Range<usize>,
    /// What told of it.
    pub by: RecoveredBy,
    /// How surely, from 0 to 1.
    pub confidence: f32,
}

/// Likeness to a heading of the guide from which a piece is owed to it.
const OWED_TO_GUIDE: f32 = 0.6;
/// Fragments of one chapter that are searched for headings; no plan has a
/// chapter so long, and the memory for its readings grows with it.
const LONGEST_CHAPTER: usize = 6000;

/// Reads a damaged text into pieces. A sound text comes back as well, but is
/// read as if its full stops were its only marks: ask [`is_damaged`] first.
pub fn restore(text: &str, guide: Option<&[GuideHeading]>) -> Vec<Piece> {
    let weights = Weights::learned();
    let fragments = Fragments::new(text);
    let shapes: Vec<Shape> = fragments
        .spans
        .iter()
        .map(|span| Shape::of(&fragments.chars[span.clone()]))
        .collect();
    let ends = ends::ends(&fragments, &shapes, weights);
    let chapters = fragments.chapters();
    let guide = guide.map(Guide::new);
    let turns = Turns::new(weights);

    let mut lattices: Vec<Lattice> = chapters
        .iter()
        .map(|chapter| {
            let searched = chapter.fragments.start
                ..chapter
                    .fragments
                    .end
                    .min(chapter.fragments.start + LONGEST_CHAPTER);
            Lattice::new(&Scene::new(&fragments, &shapes, &ends, searched), weights)
        })
        .collect();
    if let Some(guide) = &guide {
        let comparison = guide.compare(&fragments, &lattices);
        for (at, lattice) in lattices.iter_mut().enumerate() {
            comparison.weigh(at, lattice);
        }
    }

    let mut pieces = Pieces {
        fragments: &fragments,
        ends: &ends,
        guide: guide.as_ref(),
        made: Vec::new(),
    };
    let body = chapters
        .first()
        .map_or(fragments.len(), |chapter| chapter.number);
    if chapters.is_empty() {
        pieces.sentences(PieceKind::Sentence, 0..fragments.len(), None);
    } else {
        pieces.front(body);
    }
    for (chapter, lattice) in chapters.iter().zip(&lattices) {
        pieces.chapter(chapter, reading::read(lattice, &turns));
    }
    pieces.tiled(text)
}

struct Pieces<'a> {
    fragments: &'a Fragments,
    ends: &'a [f32],
    guide: Option<&'a Guide>,
    /// With spans that do not tile yet.
    made: Vec<Piece>,
}

impl Pieces<'_> {
    fn push(&mut self, kind: PieceKind, chars: Range<usize>, confidence: f32) {
        let heading = !matches!(kind, PieceKind::Front | PieceKind::Sentence);
        let owed = heading
            && self.guide.is_some_and(|guide| {
                guide.likeness(&self.fragments.chars[chars.clone()]) >= OWED_TO_GUIDE
            });
        let text = self.fragments.bytes(chars);
        self.made.push(Piece {
            kind,
            span: text.clone(),
            text,
            by: if owed {
                RecoveredBy::Guide
            } else {
                RecoveredBy::Text
            },
            confidence: confidence.clamp(0.0, 1.0),
        });
    }

    /// Lines before the first chapter; the first of several is a title.
    fn front(&mut self, until: usize) {
        let breaks = |index: &usize| {
            let gap = self.fragments.spans[index - 1].end..self.fragments.spans[*index].start;
            self.fragments.chars[gap].contains(&'\n')
        };
        let mut starts: Vec<usize> = (1..until).filter(breaks).collect();
        starts.push(until);
        let mut start = 0;
        for (line, &end) in starts.iter().enumerate() {
            if line == 0 && starts.len() > 1 {
                let spans = &self.fragments.spans;
                let title = spans[start].start..spans[end - 1].end;
                self.push(PieceKind::Front, title, 1.0);
            } else {
                self.sentences(PieceKind::Front, start..end, None);
            }
            start = end;
        }
    }

    fn chapter(&mut self, chapter: &Chapter, reading: reading::Reading) {
        let number = self.fragments.spans[chapter.number].clone();
        self.push(PieceKind::ChapterNumber, number, 1.0);
        let mut next = chapter.fragments.start;
        let mut within = None;
        if let Some((end, last, confidence)) = reading.title {
            let start = self.fragments.spans[next].start;
            self.push(PieceKind::ChapterHeading, start..end, confidence);
            let span = &self.fragments.spans[last];
            within = (end < span.end).then_some(end);
            next = if within.is_some() { last } else { last + 1 };
        }
        for Found {
            stretch,
            kind,
            confidence,
        } in reading.found
        {
            match within {
                Some(start) if stretch.first == next => {
                    if start < stretch.chars.start {
                        self.push(PieceKind::Sentence, start..stretch.chars.start, 1.0);
                    }
                }
                _ => self.sentences(PieceKind::Sentence, next..stretch.first, within),
            }
            let kind = if kind == SUBSECTION {
                PieceKind::Subsection
            } else {
                PieceKind::Topic
            };
            next = stretch.last + 1;
            within = None;
            self.push(kind, stretch.chars, confidence);
        }
        self.sentences(PieceKind::Sentence, next..chapter.fragments.end, within);
    }

    /// Sentences of some fragments, the first of them of a kind; it may begin
    /// within its fragment.
    fn sentences(&mut self, first: PieceKind, fragments: Range<usize>, within: Option<usize>) {
        let mut kind = first;
        let mut start = within;
        let last = fragments.end.saturating_sub(1);
        for index in fragments {
            let span = self.fragments.spans[index].clone();
            let begun = *start.get_or_insert(span.start);
            let odds = self.ends[index];
            if index == last || odds > 0.0 {
                let confidence = if index == last {
                    1.0
                } else {
                    1.0 / (1.0 + (-odds).exp())
                };
                self.push(kind, begun..span.end, confidence);
                kind = PieceKind::Sentence;
                start = None;
            }
        }
    }

    /// Gives each piece the marks after it, and the first those before it.
    fn tiled(mut self, text: &str) -> Vec<Piece> {
        let starts: Vec<usize> = self
            .made
            .iter()
            .skip(1)
            .map(|piece| piece.text.start)
            .chain([text.len()])
            .collect();
        for (piece, next) in self.made.iter_mut().zip(starts) {
            piece.span.end = next;
        }
        match self.made.first_mut() {
            Some(first) => first.span.start = 0,
            None if !text.is_empty() => self.made.push(Piece {
                kind: PieceKind::Front,
                span: 0..text.len(),
                text: 0..0,
                by: RecoveredBy::Text,
                confidence: 1.0,
            }),
            None => {}
        }
        self.made
    }
}
