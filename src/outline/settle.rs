//! Decides which of the places where a number may stand are numbers: those
//! whose form proves it, and those that their sequence proves.

use super::block::{Block, Cut, Lead, unnumbered};
use super::inline;
use super::level::{Class, Classes};
use super::mark::{self, Mark, Other};
use super::numeral;
use super::tree::Style;

/// Settles every block's number and lays blocks whose number is none back to
/// the block before them. Gives back the numbers at the start of a line that
/// were found to be none.
pub(super) fn settle(text: &str, blocks: &mut Vec<Block>) -> Vec<Mark> {
    let mut settler = Settler::new(text, blocks);
    settler.run(blocks);
    let refused = settler.refused;
    lay_back(blocks);
    refused
}

/// How many blocks around a cell are looked at.
const CELLS: usize = 4;

/// Whether a number is all there is in the cell of a table: it stands alone on
/// its line, and so do bare figures around it.
fn is_cell(text: &str, blocks: &[Block], at: usize, mark: &Mark) -> bool {
    let is_alone = |block: &Block| block.cut == Cut::Line && block.body(text) >= block.to;
    let of_figures = matches!(
        mark.style,
        Style::Arabic | Style::ArabicParen | Style::ArabicHalfParen | Style::Circled
    );
    if !of_figures || !is_alone(&blocks[at]) {
        return false;
    }
    let around = &blocks[at.saturating_sub(CELLS)..blocks.len().min(at + CELLS + 1)];
    let figures = around.iter().filter(|block| is_figure(block.text(text)));
    figures.count() >= 2
}

/// Whether the text is a bare figure: 345700, 12.5%.
fn is_figure(text: &str) -> bool {
    text.starts_with(|char: char| char.is_ascii_digit())
        && text
            .chars()
            .all(|char| char.is_ascii_digit() || ".,%-~～".contains(char))
}

/// Joins what was cut off inside a line and is no number.
fn lay_back(blocks: &mut Vec<Block>) {
    let mut kept = 0;
    for at in 0..blocks.len() {
        let block = blocks[at];
        if kept > 0 && block.cut == Cut::Inside && block.mark().is_none() {
            blocks[kept - 1].end = block.end;
            blocks[kept - 1].to = block.to;
        } else {
            blocks[kept] = block;
            kept += 1;
        }
    }
    blocks.truncate(kept);
}

/// The number of a class that follows; 0 at the end.
#[derive(Debug, Clone, Copy, Default)]
struct Next {
    value: u32,
    /// Whether its form alone proves it.
    sure: bool,
    /// The value of the one after it; 0 at the end.
    then: u32,
}

struct Settler<'t> {
    text: &'t str,
    classes: Classes,
    /// For each class the value that its next number should follow.
    last: Vec<Option<u32>>,
    /// For each block the next number of its class.
    next: Vec<Next>,
    /// For each block the next item `1.` after it.
    next_item: Vec<Next>,
    /// Which first parts the dotted numbers 1.1, 2.3.1 … have.
    dotted: Vec<bool>,
    /// How many Markdown headings without number each level has.
    headings: [u32; 7],
    refused: Vec<Mark>,
}

impl<'t> Settler<'t> {
    fn new(text: &'t str, blocks: &[Block]) -> Self {
        let mut settler = Self {
            text,
            classes: Classes::default(),
            last: Vec::new(),
            next: vec![Next::default(); blocks.len()],
            next_item: vec![Next::default(); blocks.len()],
            dotted: Vec::new(),
            headings: [0; 7],
            refused: Vec::new(),
        };
        let items = settler.class(Class::arabic());
        let mut following = vec![Next::default(); items + 1];
        for (at, block) in blocks.iter().enumerate().rev() {
            let Some(mark) = block.mark() else {
                settler.headings[usize::from(block.hashes)] += 1;
                continue;
            };
            if !mark.is_printed() {
                continue;
            }
            let class = settler.class(Class::of(mark));
            following.resize(following.len().max(class + 1), Next::default());
            settler.next_item[at] = following[items];
            let here = Next {
                value: mark.value,
                sure: mark.sure && block.cut != Cut::Inside,
                then: following[class].value,
            };
            settler.next[at] = std::mem::replace(&mut following[class], here);
            if let Other::Item(first, _) = mark.other {
                let first = first as usize;
                let length = settler.dotted.len().max(first + 1);
                settler.dotted.resize(length, false);
                settler.dotted[first] = true;
            }
        }
        settler
    }

    fn class(&mut self, class: Class) -> usize {
        let index = self.classes.index(class);
        if self.last.len() <= index {
            self.last.resize(index + 1, None);
        }
        index
    }

    fn run(&mut self, blocks: &mut [Block]) {
        let mut numbered = false;
        for at in 0..blocks.len() {
            let block = blocks[at];
            let lead = match block.lead {
                Lead::Number(mark) if !mark.is_printed() => Lead::Number(self.named(mark)),
                Lead::Number(mark) if is_cell(self.text, blocks, at, &mark) => Lead::Plain,
                Lead::Number(mark) => match self.accept(at, &block, mark, numbered) {
                    Some(mark) => Lead::Number(mark),
                    None => {
                        let follows = at > 0 && blocks[at - 1].lead == Lead::Responsibility;
                        unnumbered(self.text, block.from, block.to, follows)
                    }
                },
                Lead::Plain if block.hashes > 0 && self.headings[usize::from(block.hashes)] > 1 => {
                    Lead::Number(self.heading(&block))
                }
                lead => lead,
            };
            numbered |= matches!(lead, Lead::Number(_));
            blocks[at].lead = lead;
        }
    }

    /// A Markdown heading without number, numbered by its place.
    fn heading(&mut self, block: &Block) -> Mark {
        let mut mark = Mark::heading(block.start, block.from, block.hashes);
        let class = self.class(Class::of(&mark));
        let value = self.last[class].unwrap_or(0) + 1;
        self.last[class] = Some(value);
        for deeper in block.hashes + 1..=6 {
            let below = self.class(Class::of(&Mark::heading(0, 0, deeper)));
            self.last[below] = None;
        }
        mark.value = value;
        mark
    }

    /// A chapter without number: the one after the last, the first before all.
    fn named(&mut self, mut mark: Mark) -> Mark {
        let class = self.class(Class::of(&mark));
        mark.value = self.last[class].map_or(0, |last| last + 1);
        self.last[class] = Some(mark.value);
        mark
    }

    fn accept(&mut self, at: usize, block: &Block, mark: Mark, numbered: bool) -> Option<Mark> {
        let inside = block.cut == Cut::Inside;
        let next = self.next[at];
        if mark.style == Style::Annex && !numbered {
            return None;
        }
        let is_false = self.is_lexically_false(&mark);
        if mark.sure && !inside && !is_false {
            self.take(&mark, next.value);
            return Some(mark);
        }
        // Of two that could be it, the one whose form proves it is.
        let is_taken = next.value == mark.value && (next.sure || (inside && !mark.sure));
        if !is_false && !is_taken && self.fits(block, &mark, next) {
            self.take(&mark, next.value);
            return Some(mark);
        }
        if let Some(other) = self.other_reading(&mark, self.next_item[at]) {
            self.take(&other, 0);
            return Some(other);
        }
        if !inside && matches!(mark.style, Style::Han | Style::Arabic | Style::Article) {
            self.refused.push(mark);
        }
        None
    }

    /// Remembers the value that the next number of the class should follow:
    /// where the numbers around show a misprint, the one it stands for.
    fn take(&mut self, mark: &Mark, next: u32) {
        let class = self.class(Class::of(mark));
        let value = match self.last[class] {
            Some(last) if mark.value != last + 1 && next == last + 2 => last + 1,
            _ => mark.value,
        };
        self.last[class] = Some(value);
    }

    fn fits(&mut self, block: &Block, mark: &Mark, next: Next) -> bool {
        let Next {
            value: next, then, ..
        } = next;
        let inside = block.cut == Cut::Inside;
        if numeral::is_enumeration(&self.text[mark.start..]) && next != mark.value + 1 {
            // 二、三产业: two numbers of a row, unless it is a heading.
            let is_sentence = block.text(self.text).ends_with(['。', '；', '，']);
            if inside || is_sentence {
                return false;
            }
        }
        if mark.style == Style::Decimal && !self.fits_parent(mark) {
            return false;
        }
        let class = self.class(Class::of(mark));
        let last = self.last[class];
        if last.is_some_and(|last| mark.value == last + 1) {
            return true;
        }
        if mark.value == 1 {
            // The second may be the one that is lost.
            return next == 2
                || (next == 3 && then == 4)
                || (mark.style == Style::Decimal && !inside);
        }
        // One wrong or lost number among its neighbours.
        last.is_some_and(|last| {
            next == last + 2 || (mark.value == last + 2 && next == mark.value + 1)
        }) || (!inside && mark.value == 2 && next == 3 && last.is_none())
    }

    /// 2.3 stands under 2, 2.3.1 under 2.3; a bare `2 ` is a number only where
    /// there is a 2.1.
    fn fits_parent(&mut self, mark: &Mark) -> bool {
        if mark.tier == 1 {
            return self
                .dotted
                .get(mark.value as usize)
                .copied()
                .unwrap_or(false);
        }
        let dotted = self.class(Class::dotted(mark.tier - 1));
        let above = self.last[dotted];
        let plain = self.class(Class::arabic());
        let han = self.class(Class::han());
        above == Some(mark.above)
            || (mark.tier == 2
                && (self.last[plain] == Some(mark.above) || self.last[han] == Some(mark.above)))
    }

    /// 11.121人才 is item 11 after item 10, I. a letter after H.
    fn other_reading(&mut self, mark: &Mark, next_item: Next) -> Option<Mark> {
        match mark.other {
            Other::Item(value, end) => {
                let plain = self.class(Class::arabic());
                let follows = self.last[plain].is_some_and(|last| value == last + 1);
                let after = self.text[mark.end..].trim_start_matches([' ', '　']);
                let is_text =
                    after.starts_with(|char: char| char >= '\u{3400}' || "“《（".contains(char));
                let is_taken = next_item.sure && next_item.value == value;
                // 2.10月1日起, and 3.5亿元 where no other item stands between 2 and 4.
                let is_item = !measures(after)
                    || after.starts_with(['月', '日', '号'])
                    || next_item.value == value + 1;
                (follows && !is_taken && (is_text || next_item.value == value + 1) && is_item)
                    .then(|| mark.as_item(value, end))
            }
            Other::Letter(value) => {
                let letter = mark.as_letter(value);
                let class = self.class(Class::of(&letter));
                (self.last[class] == Some(value.wrapping_sub(1))).then_some(letter)
            }
            Other::None => None,
        }
    }

    fn is_lexically_false(&self, mark: &Mark) -> bool {
        let after = &self.text[mark.end..];
        match mark.style {
            Style::Decimal => measures(after) || (mark.tier == 1 && after.starts_with('\t')),
            Style::Article | Style::Paragraph | Style::Point => inline::is_reference(after),
            // （三）项规定, （2）号文件: the rest of a reference that began a line before.
            Style::HanParen | Style::ArabicParen => inline::is_cited(after),
            Style::Circled => {
                mark::read(self.text, mark.end).is_some_and(|next| next.style == Style::Circled)
            }
            Style::Han => {
                after
                    .trim_start()
                    .starts_with(['二', '三', '四', '五', '六', '七', '八', '九', '十'])
                    && after.starts_with([' ', '　', '\t'])
            }
            _ => false,
        }
    }
}

const UNITS: [&str; 32] = [
    "亿", "万", "千", "百", "%", "％", "‰", "倍", "元", "个", "米", "公里", "公斤", "公顷", "平方",
    "立方", "吨", "年", "月", "日", "号", "分钟", "度", "~", "～", "-", "—", "/", "+", "＋", "×",
    "）",
];

/// Whether a unit of measure follows: 3.5亿元, 2.4%.
fn measures(after: &str) -> bool {
    UNITS.iter().any(|unit| after.starts_with(unit))
}
