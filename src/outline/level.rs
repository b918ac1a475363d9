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

    /// Numbers of `tier` parts, such as 1.2.3.
    pub(super) const fn dotted(tier: u8) -> Self {
        Self {
            style: Style::Decimal,
            tier,
        }
    }

    /// Whether it is one of the four levels of GB/T 9704—2012, 7.3.3.
    pub(super) const fn is_gb(self) -> bool {
        matches!(
            self.style,
            Style::Han | Style::HanParen | Style::Arabic | Style::ArabicParen
        )
    }

    /// Items `1.`
    pub(super) const fn arabic() -> Self {
        Self {
            style: Style::Arabic,
            tier: 0,
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

/// The classes that one document uses, each with an index.
#[derive(Debug, Default)]
pub(super) struct Classes {
    known: Vec<Class>,
}

impl Classes {
    /// The index of a class, new or known.
    pub(super) fn index(&mut self, class: Class) -> usize {
        self.position(class).unwrap_or_else(|| {
            self.known.push(class);
            self.known.len() - 1
        })
    }

    fn position(&self, class: Class) -> Option<usize> {
        self.known.iter().position(|&known| known == class)
    }
}

/// The order of the classes that one document uses.
#[derive(Default)]
pub(super) struct Order {
    classes: Classes,
    /// `opens[a][b]`: how often a list of class b begins right after a number of class a.
    opens: Vec<Vec<u32>>,
    /// Markdown's heading level of each class, 0 without.
    hashes: Vec<u8>,
}

impl Order {
    /// Reads the order off the numbers in the order in which they stand.
    pub(super) fn learn(blocks: &[Block]) -> Self {
        let mut order = Self::default();
        let mut before = None;
        for block in blocks {
            let Some(mark) = block.mark() else { continue };
            let here = order.classes.index(Class::of(mark));
            if order.hashes.len() <= here {
                order.hashes.resize(here + 1, 0);
                order.opens.resize_with(here + 1, Vec::new);
            }
            if block.hashes > 0 && order.hashes[here] == 0 {
                order.hashes[here] = block.hashes;
            }
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

    fn count(&mut self, outer: usize, inner: usize) {
        let row = &mut self.opens[outer];
        if row.len() <= inner {
            row.resize(inner + 1, 0);
        }
        row[inner] += 1;
    }

    /// Whether numbers of class `a` hold those of class `b`. What the document
    /// does overrules what is usual where it does it repeatedly.
    pub(super) fn is_above(&self, a: Class, b: Class) -> bool {
        let (Some(outer), Some(inner)) = (self.classes.position(a), self.classes.position(b))
        else {
            return a.is_usually_above(b);
        };
        let hashes = (self.hashes[outer], self.hashes[inner]);
        if hashes.0 != hashes.1 && hashes.0.max(hashes.1) > 0 {
            // A line without the sign stands under one that has it.
            return hashes.1 == 0 || (hashes.0 > 0 && hashes.0 < hashes.1);
        }
        let opened =
            |outer: usize, inner: usize| self.opens[outer].get(inner).copied().unwrap_or(0);
        let (down, up) = (opened(outer, inner), opened(inner, outer));
        if down.max(up) >= 2 && (down > 2 * up || up > 2 * down) {
            down > up
        } else {
            a.is_usually_above(b)
        }
    }
}
