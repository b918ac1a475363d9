//! Which numbers stand under which: told from the order in which the styles
//! open lists inside one another, not from a fixed table.

use super::block::{Block, Cut};
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

    /// Letters and Roman numerals.
    const fn is_letter(self) -> bool {
        matches!(
            self.style,
            Style::Latin | Style::LatinParen | Style::Roman | Style::Stem
        )
    }

    /// Sections 一、
    pub(super) const fn han() -> Self {
        Self {
            style: Style::Han,
            tier: 0,
        }
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
                order.note(before, here);
            }
            before = Some(here);
        }
        order
    }

    /// How many classes there are.
    pub(super) fn count(&self) -> usize {
        self.classes.known.len()
    }

    /// The index of a class, if the document uses it.
    pub(super) fn index(&self, class: Class) -> Option<usize> {
        self.classes.position(class)
    }

    /// How often a list of the inner class begins right after a number of the
    /// outer one.
    pub(super) fn opened(&self, outer: Class, inner: Class) -> u32 {
        let (Some(outer), Some(inner)) = (self.index(outer), self.index(inner)) else {
            return 0;
        };
        self.opens[outer].get(inner).copied().unwrap_or(0)
    }

    fn note(&mut self, outer: usize, inner: usize) {
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
        let (down, up) = (self.opened(a, b), self.opened(b, a));
        // Letters and the like have no usual place: once is enough for them.
        let enough = if a.is_letter() || b.is_letter() { 1 } else { 2 };
        if down.max(up) >= enough && (down > 2 * up || up > 2 * down) {
            down > up
        } else {
            a.is_usually_above(b)
        }
    }
}

/// Where a number stands among the others; blocks are given by their index.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// How many numbers it stands under.
    pub depth: usize,
    /// The number it stands directly under.
    pub parent: Option<usize>,
    /// The number of its class before it under the same parent.
    pub before: Option<usize>,
    /// The last number of its class anywhere before it.
    pub last: Option<usize>,
}

/// A number that may still get others below it.
struct Level {
    class: Class,
    value: u32,
    block: usize,
}

/// Places every number: beside the last one of its class that is still open,
/// else below the lowest that holds its class. The result has one entry for
/// each block; those without number are left empty.
pub(super) fn place(blocks: &[Block], order: &Order) -> Vec<Place> {
    let mut places = vec![Place::default(); blocks.len()];
    let mut open: Vec<Level> = Vec::new();
    let mut last: Vec<Option<usize>> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let Some(mark) = block.mark() else { continue };
        let class = Class::of(mark);
        let depth = depth_of(blocks, at, mark, &open, order);
        let before = open.get(depth).filter(|level| level.class == class);
        let index = order.classes.position(class).unwrap_or(usize::MAX);
        if index < usize::MAX && last.len() <= index {
            last.resize(index + 1, None);
        }
        places[at] = Place {
            depth,
            parent: depth.checked_sub(1).map(|above| open[above].block),
            before: before.map(|level| level.block),
            last: last.get_mut(index).and_then(|last| last.replace(at)),
        };
        open.truncate(depth);
        open.push(Level {
            class,
            value: mark.value,
            block: at,
        });
    }
    places
}

fn depth_of(blocks: &[Block], at: usize, mark: &Mark, open: &[Level], order: &Order) -> usize {
    let class = Class::of(mark);
    let is_same = |level: &Level| level.class == class;
    let Some(innermost) = open.iter().rposition(is_same) else {
        let holds = |level: &Level| order.is_above(level.class, class);
        return open.iter().rposition(holds).map_or(0, |above| above + 1);
    };
    let is_indented = |inner: usize, outer: usize| {
        let indent = |block: &Block| block.from - block.start;
        blocks[inner].cut == Cut::Line && indent(&blocks[inner]) > indent(&blocks[outer])
    };
    // A list of this class stands inside an item of another: 7 { 1 2 } 8.
    let goes_on = |level: &Level| is_same(level) && level.value + 1 == mark.value;
    let beside = open
        .iter()
        .rposition(|level| goes_on(level) && !is_indented(level.block, at));
    if let Some(continued) = beside.or_else(|| open.iter().rposition(goes_on)) {
        return continued;
    }
    let last = open[innermost].value;
    let begins_inside = mark.value == 1
        && ((last > 1 && resumes(blocks, at, last, class, order))
            || is_indented(at, open[innermost].block));
    innermost + usize::from(begins_inside)
}

/// How many numbers are looked at to see whether a list goes on after another
/// of its class inside it.
const AHEAD: usize = 64;

/// Whether the list that stood at `last` goes on after one that begins anew at
/// this block and runs up to some other number.
fn resumes(blocks: &[Block], at: usize, last: u32, class: Class, order: &Order) -> bool {
    let mut inner = 1;
    let marks = blocks[at + 1..].iter().filter_map(Block::mark);
    for mark in marks.take(AHEAD) {
        let other = Class::of(mark);
        if other != class {
            if order.is_above(other, class) {
                return false;
            }
            continue;
        }
        if mark.value == inner + 1 {
            inner += 1;
        } else {
            return mark.value == last + 1;
        }
    }
    false
}
