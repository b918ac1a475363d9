//! The tree: nodes in document order, each with the span of its own head and
//! of all below it.

use super::wrap::is_page_number;
use crate::diagnostic::{Diagnostic, Span};

/// Index of a node in [`Outline::nodes`].
pub type NodeIndex = usize;

/// What a node is. GB/T 9704 numbers are named by depth, not by glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(
    missing_docs,
    reason = "the names are those of Akoma Ntoso and the design"
)]
pub enum Kind {
    Section,
    Subsection,
    Item,
    Subitem,
    Part,
    Chapter,
    Division,
    Article,
    Paragraph,
    Point,
    Bullet,
    Responsibility,
    Title,
    Front,
    Back,
    Annex,
    Box,
}

impl Kind {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Subsection => "subsection",
            Self::Item => "item",
            Self::Subitem => "subitem",
            Self::Part => "part",
            Self::Chapter => "chapter",
            Self::Division => "division",
            Self::Article => "article",
            Self::Paragraph => "paragraph",
            Self::Point => "point",
            Self::Bullet => "bullet",
            Self::Responsibility => "responsibility",
            Self::Title => "title",
            Self::Front => "front",
            Self::Back => "back",
            Self::Annex => "annex",
            Self::Box => "box",
        }
    }
}

/// How a number is written: its digits and its delimiters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is shown by its `name`")]
pub enum Style {
    /// `一、`
    Han,
    /// `（一）`
    HanParen,
    /// `1.`
    Arabic,
    /// `（1）`
    ArabicParen,
    /// `1)`
    ArabicHalfParen,
    /// `1.1`, `1.1.1`
    Decimal,
    /// `①`
    Circled,
    /// `Ⅰ`
    Roman,
    /// `A.`
    Latin,
    /// `（a）`
    LatinParen,
    /// `甲、`
    Stem,
    /// `第一部分`, `第一编`
    Part,
    /// `第一章`
    Chapter,
    /// `第一节`
    Division,
    /// `第一条`
    Article,
    /// `第一款`
    Paragraph,
    /// `第一项`
    Point,
    /// `附件1`
    Annex,
    /// `专栏1`
    Box,
    /// `一是`, `第一，`, `其一，`
    Inline,
    /// `——`
    Dash,
    /// `#`
    Markdown,
}

impl Style {
    /// All styles.
    pub const ALL: &[Self] = &[
        Self::Han,
        Self::HanParen,
        Self::Arabic,
        Self::ArabicParen,
        Self::ArabicHalfParen,
        Self::Decimal,
        Self::Circled,
        Self::Roman,
        Self::Latin,
        Self::LatinParen,
        Self::Stem,
        Self::Part,
        Self::Chapter,
        Self::Division,
        Self::Article,
        Self::Paragraph,
        Self::Point,
        Self::Annex,
        Self::Box,
        Self::Inline,
        Self::Dash,
        Self::Markdown,
    ];

    /// The name in data: an example of the style; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Han => "一、",
            Self::HanParen => "（一）",
            Self::Arabic => "1.",
            Self::ArabicParen => "（1）",
            Self::ArabicHalfParen => "1）",
            Self::Decimal => "1.1",
            Self::Circled => "①",
            Self::Roman => "Ⅰ",
            Self::Latin => "A.",
            Self::LatinParen => "（a）",
            Self::Stem => "甲、",
            Self::Part => "第一部分",
            Self::Chapter => "第一章",
            Self::Division => "第一节",
            Self::Article => "第一条",
            Self::Paragraph => "第一款",
            Self::Point => "第一项",
            Self::Annex => "附件1",
            Self::Box => "专栏1",
            Self::Inline => "一是",
            Self::Dash => "——",
            Self::Markdown => "#",
        }
    }
}

/// A printed number with its delimiter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Num {
    /// Where it stands, delimiters included.
    pub span: Span,
    /// How it is written.
    pub style: Style,
    /// Its value; for `1.2.3` the last part.
    pub value: u32,
}

/// What told the parser of a node whose number is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecoveredBy {
    /// The text itself.
    Text,
    /// The headings of the guide.
    Guide,
}

impl RecoveredBy {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Guide => "guide",
        }
    }
}

/// How a node without a printed number was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recovered {
    /// What told of it.
    pub by: RecoveredBy,
    /// 0–1.
    pub confidence: f32,
}

/// A numbered, bulleted or plain piece of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The path of printed ordinals, such as `2.1.2.10`.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Depth in the tree: 1 at the top.
    pub level: u8,
    /// Set where the printed number is lost.
    pub recovered: Option<Recovered>,
    /// The printed number, if any.
    pub num: Option<Num>,
    /// The title part, without number and surrounding blanks.
    pub heading: Option<Span>,
    /// Its own head and all its children.
    pub span: Span,
    /// Its own head: number, heading, own text and line break. The children
    /// tile what is left of `span`.
    pub head: Span,
    /// The node it lies in.
    pub parent: Option<NodeIndex>,
    /// One past the last node below it: `index + 1..subtree_end` are its
    /// descendants.
    pub subtree_end: NodeIndex,
}

/// A text as a tree. Nodes stand in document order, parents before children;
/// the top-level nodes tile the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// The text, as parsed.
    pub text: String,
    /// All nodes in document order.
    pub nodes: Vec<Node>,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
    /// For damaged text, whose marks no longer tell, where its sentences end:
    /// bytes, in order. Empty for sound text.
    pub sentence_ends: Vec<usize>,
}

impl Outline {
    /// The top-level nodes.
    pub fn top(&self) -> impl Iterator<Item = NodeIndex> + '_ {
        self.siblings(0, self.nodes.len())
    }

    /// The nodes directly below one.
    pub fn children(&self, index: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        self.siblings(index + 1, self.nodes[index].subtree_end)
    }

    fn siblings(&self, first: NodeIndex, end: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        let mut next = first;
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let here = next;
                next = self.nodes[here].subtree_end;
                here
            })
        })
    }

    /// The nodes above one, the nearest first.
    pub fn ancestors(&self, index: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        std::iter::successors(self.nodes[index].parent, |&at| self.nodes[at].parent)
    }

    /// The cells of the row of a table that was copied with one cell a line.
    pub fn cells(&self, index: NodeIndex) -> Option<impl Iterator<Item = Span> + '_> {
        let node = &self.nodes[index];
        let row = node.head.trimmed(&self.text);
        let (first, _) = row.of(&self.text).split_once('\n')?;
        let first = first.trim();
        let is_row = node.kind == Kind::Paragraph
            && node.num.is_none()
            && ((first.len() <= 4 && first.bytes().all(|byte| byte.is_ascii_digit()))
                || first.starts_with('序'));
        let mut start = row.start;
        is_row.then(|| {
            row.of(&self.text)
                .split_inclusive('\n')
                .map(move |line| {
                    let span = Span::new(start, start + line.len());
                    start = span.end;
                    span.trimmed(&self.text)
                })
                .filter(|span| !span.is_empty())
        })
    }

    /// A node's own text after number and heading, without surrounding blanks
    /// and without the number of a page that ends below it.
    pub fn body(&self, index: NodeIndex) -> Span {
        let node = &self.nodes[index];
        let start = node
            .heading
            .map(|heading| heading.end)
            .or(node.num.map(|num| num.span.end))
            .unwrap_or(node.head.start);
        let mut body = Span::new(start, node.head.end).trimmed(&self.text);
        while let Some(last) = body.of(&self.text).rfind('\n')
            && is_page_number(&body.of(&self.text)[last..])
        {
            body.end = body.start + last;
            body = body.trimmed(&self.text);
        }
        if node.heading.is_some() && is_page_number(body.of(&self.text)) {
            body.end = body.start;
        }
        body
    }
}
