//! Which numbers stand under which: told from the order in which the styles
//! open lists inside one another, not from a fixed table.

use super::block::Block;
use super::mark::Mark;
use super::tree::Style;

/// A style with its tier: numbers of one class at one place form one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Class {
    style: Style,
    tier: u8,
}

impl Class {
    pub(super) const fn of(mark: &Mark) -> Self {
        Self {
            style: mark.style,
            tier: mark.tier,
        }
    }

    /// The place it usually has, the outermost first: GB/T 9704—2012, 7.3.3 for
    /// 一、（一）1.（1）, the legislative drafting rules for 编章节条款项.
    const fn usual_rank(self) -> u32 {
        let style = match (self.style, self.tier) {
            (Style::Annex, _) => 0,
            (Style::Markdown, _) => 1,
            (Style::Part, _) => 2,
            (Style::Chapter, _) => 3,
            (Style::Division, _) => 4,
            (Style::Article, _) => 5,
            (Style::Paragraph, _) => 6,
            (Style::Point, _) => 7,
            (Style::Roman, 1) => 8,
            (Style::Stem, _) => 9,
            (Style::Han, _) => 10,
            (Style::HanParen, _) => 11,
            (Style::Box, _) => 12,
            (Style::Arabic, _) => 13,
            (Style::Decimal, _) => 14,
            (Style::ArabicParen, _) => 15,
            (Style::ArabicHalfParen, _) => 16,
            (Style::Circled, _) => 17,
            (Style::Latin, _) => 18,
            (Style::LatinParen, _) => 19,
            (Style::Roman, _) => 20,
            (Style::Inline, _) => 21,
            (Style::Dash, _) => 22,
        };
        style << 8 | self.tier as u32
    }
}

impl Class {
    /// Whether it usually holds numbers of the other class.
    pub(super) const fn is_usually_above(self, other: Self) -> bool {
        self.usual_rank() < other.usual_rank()
    }
}

/// The order of the classes that one document uses.
pub(super) struct Order {
    classes: Vec<Class>,
    /// `opens[a][b]`: how often a list of class b begins right after a number of class a.
    opens: Vec<Vec<u32>>,
}

impl Order {
    /// Reads the order off the numbers in the order in which they stand.
    pub(super) fn learn(blocks: &[Block]) -> Self {
        let mut order = Self {
            classes: Vec::new(),
            opens: Vec::new(),
        };
        let mut before = None;
        for mark in blocks.iter().filter_map(Block::mark) {
            let here = order.index(Class::of(mark));
            if let Some(before) = before
                && before != here
                && mark.value <= 1
            {
                order.count(before, here);
            }
            before = Some(here);
        }
        order
    }

    fn index(&mut self, class: Class) -> usize {
        self.position(class).unwrap_or_else(|| {
            self.classes.push(class);
            self.opens.push(Vec::new());
            self.classes.len() - 1
        })
    }

    fn position(&self, class: Class) -> Option<usize> {
        self.classes.iter().position(|&known| known == class)
    }

    fn count(&mut self, outer: usize, inner: usize) {
        let row = &mut self.opens[outer];
        if row.len() <= inner {
            row.resize(inner + 1, 0);
        }
        row[inner] += 1;
    }

    fn opened(&self, outer: Class, inner: Class) -> u32 {
        let (Some(outer), Some(inner)) = (self.position(outer), self.position(inner)) else {
            return 0;
        };
        self.opens[outer].get(inner).copied().unwrap_or(0)
    }

    /// Whether numbers of class `a` hold those of class `b`. What the document
    /// does overrules what is usual where it does it repeatedly.
    pub(super) fn is_above(&self, a: Class, b: Class) -> bool {
        let (down, up) = (self.opened(a, b), self.opened(b, a));
        if down.max(up) >= 2 && (down > 2 * up || up > 2 * down) {
            down > up
        } else {
            a.usual_rank() < b.usual_rank()
        }
    }
}
