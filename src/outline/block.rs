//! Cuts a text into blocks: a paragraph with the blank lines after it, or a
//! part of one where numbers stand inside. Blocks tile the text.

use super::front;
use super::inline;
use super::line::{self, FLAT, Line};
use super::list;
use super::mark::{self, Mark, skip_blanks};
use super::responsibility;
use super::table;
use super::tree::Style;
use super::wrap;
use crate::diagnostic::Span;

/// What a block's text starts with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Lead {
    /// A number of the outline.
    Number(Mark),
    /// A bullet; where its sign ends.
    Bullet(usize),
    /// A label such as 牵头单位.
    Responsibility,
    /// Nothing of these.
    Plain,
    /// An entry of a list that only looks numbered: contents, attachments, notes.
    Listed,
}

/// How a block came to be cut off from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// A line of its own.
    Line,
    /// Only its number: it stands inside a paragraph.
    Inside,
    /// The same, and the sequence proves the number already.
    Proven,
}

/// A piece of the text that is laid out as one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    /// First byte, leading blanks included.
    pub start: usize,
    /// One past its line break and the blank lines after it.
    pub end: usize,
    /// Where its text starts, after blanks and Markdown's signs.
    pub from: usize,
    /// Where its text ends.
    pub to: usize,
    /// Markdown's heading level; 0 without.
    pub hashes: u8,
    /// How it was cut off.
    pub cut: Cut,
    /// What it starts with.
    pub lead: Lead,
}

impl Block {
    /// Its number, if it starts with one.
    pub fn mark(&self) -> Option<&Mark> {
        match &self.lead {
            Lead::Number(mark) => Some(mark),
            _ => None,
        }
    }

    /// Where the text after its number or bullet starts.
    pub fn body(&self, text: &str) -> usize {
        let from = match self.lead {
            Lead::Number(mark) => mark.end,
            Lead::Bullet(end) => end,
            _ => self.from,
        };
        let body = skip_blanks(text, from).min(self.to);
        // The heading of a chapter may stand on the line below its number.
        body + (text[body..self.to].len() - text[body..self.to].trim_start().len())
    }

    /// Its text.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.from..self.to]
    }

    /// Whether it is running text or an entry of a list.
    pub fn is_plain(&self) -> bool {
        matches!(self.lead, Lead::Plain | Lead::Listed)
    }
}

/// Cuts the text wherever a number may stand, into at most so many blocks; the
/// span is where the last begins, if it holds what would be more.
pub(super) fn cut(text: &str, most: usize) -> (Vec<Block>, Option<Span>) {
    let mut lines = line::split(text, most);
    let too_long = lines.len() > most;
    lines.truncate(most);
    let width = wrap::width(text, &lines);
    let contents = list::contents(text, &lines);
    let mut cutter = Cutter {
        text,
        blocks: Vec::with_capacity(lines.len() + 1),
        marks: Vec::new(),
        list: list::Opened::default(),
        broken: false,
        glued: inline::Glued {
            ordinals: is_legal(text, &lines),
            figures: has_few_breaks(text),
        },
        chapters: lines.iter().any(|line| is_chapter(text, line)),
        sentences: width.map_or_else(Vec::new, |_| wrap::sentence_styles(text, &lines)),
    };
    let mut rows = table::rows(text, &lines).into_iter().peekable();
    let mut at = 0;
    while at < lines.len() {
        if let Some(row) = rows.next_if(|row| row.start == at) {
            at = row.end;
            cutter.row(&lines[row]);
        } else {
            cutter.line(&lines[at], width, contents.contains(&at));
            at += 1;
        }
    }
    cutter.signature();
    let mut blocks = cutter.blocks;
    if !too_long && blocks.len() <= most {
        return (blocks, None);
    }
    blocks.truncate(most);
    let rest = blocks.last_mut().map(|last| {
        last.end = text.len();
        last.to = last.from + text[last.from..].trim_end().len();
        last.lead = Lead::Plain;
        Span::new(last.from, last.from)
    });
    (blocks, rest)
}

/// How many lines are looked at to see whether a text is a legal one.
const SAMPLE: usize = 400;

fn is_legal(text: &str, lines: &[Line]) -> bool {
    lines[..lines.len().min(SAMPLE)].iter().any(|line| {
        let (_, from) = mark::markdown(text, line.from);
        mark::read(text, from)
            .is_some_and(|mark| matches!(mark.style, Style::Chapter | Style::Article))
    }) || is_legal_line(text, lines)
}

/// Whether articles stand in the middle of the lines, as where a short law is
/// all on one.
fn is_legal_line(text: &str, lines: &[Line]) -> bool {
    let first = &text[..text.floor_char_boundary(2 * FLAT)];
    let counts = |article: &str| {
        first
            .match_indices(article)
            .any(|(at, _)| !inline::is_reference(&first[at + article.len()..]))
    };
    lines.len() <= FEW_LINES && ["第一条", "第二条", "第三条"].into_iter().all(counts)
}

/// A text on so few lines has lost its line breaks.
const FEW_LINES: usize = 8;

fn has_few_breaks(text: &str) -> bool {
    memchr::memchr2_iter(b'\n', b'\r', text.as_bytes())
        .nth(FEW_LINES)
        .is_none()
}

fn is_chapter(text: &str, line: &Line) -> bool {
    text[line.from..line.to].starts_with('第')
        && mark::read(text, line.from).is_some_and(|mark| mark.style == Style::Chapter && mark.sure)
}

/// Whether a line is 总则 or 附则 and nothing else, set wide or not.
fn names_a_chapter(line: &str) -> bool {
    line.len() <= 24
        && line.starts_with(['总', '附'])
        && line.ends_with('则')
        && line.split_whitespace().collect::<String>().chars().count() == 2
}

/// Whether a line is nothing but the number of a part, chapter or division,
/// whose heading then stands on the next.
fn is_lone_ordinal(text: &str, block: &Block) -> bool {
    block.mark().is_some_and(|mark| {
        matches!(mark.style, Style::Part | Style::Chapter | Style::Division)
            && skip_blanks(text, mark.end) >= block.to
    })
}

/// Longest heading below its number, in bytes.
const LONGEST_HEADING: usize = 90;

struct Cutter<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
    list: list::Opened,
    /// Whether the line before goes on in this one.
    broken: bool,
    /// What may follow upon a word without any mark between.
    glued: inline::Glued,
    /// Whether lines begin with the number of a chapter.
    chapters: bool,
    /// The styles that number sentences rather than headings.
    sentences: Vec<Style>,
}

impl Cutter<'_> {
    /// The row of a table, a cell a line.
    fn row(&mut self, cells: &[Line]) {
        self.broken = false;
        if let [first, .., last] = cells {
            self.blocks.push(Block {
                start: first.start,
                end: last.end,
                from: first.from,
                to: last.to,
                hashes: 0,
                cut: Cut::Line,
                lead: Lead::Listed,
            });
        }
    }

    /// Cuts signature and date off the end of the text, where they stand on one
    /// line with its last sentence.
    fn signature(&mut self) {
        let Some(last) = self.blocks.last_mut() else {
            return;
        };
        let Some((signature, date)) = front::glued_signature(last.text(self.text)) else {
            return;
        };
        let (signature, date) = (last.from + signature, last.from + date);
        let (end, to) = (last.end, last.to);
        last.end = signature;
        last.to = last.from + self.text[last.from..signature].trim_end().len();
        for (start, end, to) in [(signature, date, date), (date, end, to)] {
            let from = skip_blanks(self.text, start);
            self.blocks.push(Block {
                start,
                end,
                from,
                to: from + self.text[from..to].trim_end().len(),
                hashes: 0,
                cut: Cut::Line,
                lead: Lead::Plain,
            });
        }
    }

    fn line(&mut self, line: &Line, width: Option<usize>, is_contents: bool) {
        let text = self.text;
        let (hashes, from) = mark::markdown(text, line.from);
        let from = from.min(line.to);
        let listed = self.list.takes(text, line);
        let mut block = Block {
            start: line.start,
            end: line.end,
            from,
            to: line.to,
            hashes,
            cut: Cut::Line,
            lead: Lead::Plain,
        };
        if is_contents || listed {
            self.broken = false;
            block.lead = Lead::Listed;
            self.blocks.push(block);
            return;
        }
        if let Some(width) = width {
            if wrap::is_page_number(&text[line.from..line.to])
                && let Some(before) = self.blocks.last_mut()
            {
                before.end = line.end;
                return;
            }
            let goes_on = std::mem::replace(&mut self.broken, wrap::is_broken(text, line, width));
            if goes_on && self.may_join(line, width) && self.join(block) {
                return;
            }
        }
        if self.blocks.is_empty() {
            block = self.glued_title(block);
        }
        block.lead = self.lead(block.from, line.to);
        let words = &text[block.from..line.to];
        if block.lead == Lead::Plain && self.chapters {
            if let Some(above) = self.blocks.last_mut()
                && words.len() <= LONGEST_HEADING
                && !words.ends_with(['。', '；', '：'])
                && is_lone_ordinal(text, above)
            {
                above.end = block.end;
                above.to = block.to;
                return;
            }
            if names_a_chapter(words) {
                block.lead = Lead::Number(Mark::named_chapter(block.from));
            }
        }
        self.blocks.push(block);
        self.inside(block.from, line.to, line.end);
    }

    /// Cuts a title off the first line, where more stands on it; gives back
    /// what is left of the line.
    fn glued_title(&mut self, mut block: Block) -> Block {
        let from = block.from;
        for at in front::glued(block.text(self.text)) {
            let at = from + at;
            if at <= block.from || at >= block.to {
                break;
            }
            self.blocks.push(Block {
                end: at,
                to: at,
                ..block
            });
            block.start = at;
            block.from = skip_blanks(self.text, at);
        }
        block
    }

    /// Whether a line can be the rest of the block before it.
    fn may_join(&self, line: &Line, width: usize) -> bool {
        self.blocks.last().is_none_or(|before| {
            let heading = before
                .mark()
                .is_some_and(|mark| !self.sentences.contains(&mark.style))
                && !before.text(self.text).contains(['。', '；', '：']);
            !heading || wrap::ends_heading(self.text, line, width)
        })
    }

    /// Joins a line to the block before it, unless a number starts it: that
    /// becomes a block which the settling may yet take back.
    fn join(&mut self, mut block: Block) -> bool {
        let Some(before) = self.blocks.last_mut() else {
            return false;
        };
        match mark::read(self.text, block.from).filter(|mark| mark.end < block.to) {
            Some(mark) => {
                block.lead = Lead::Number(mark);
                block.cut = Cut::Inside;
                self.blocks.push(block);
            }
            None => {
                before.end = block.end;
                before.to = block.to;
            }
        }
        self.inside(block.from, block.to, block.end);
        true
    }

    fn lead(&self, from: usize, to: usize) -> Lead {
        if let Some(mark) = mark::read(self.text, from)
            && mark.end <= to
        {
            return Lead::Number(mark);
        }
        self.unnumbered(from, to)
    }

    fn unnumbered(&self, from: usize, to: usize) -> Lead {
        let follows = self
            .blocks
            .last()
            .is_some_and(|before| before.lead == Lead::Responsibility);
        unnumbered(self.text, from, to, follows)
    }

    /// Cuts off the numbers that stand inside the last block from `from` on.
    fn inside(&mut self, from: usize, to: usize, end: usize) {
        self.marks.clear();
        let mut cut = Cut::Inside;
        inline::candidates(self.text, from, to, self.glued, &mut self.marks);
        if self.marks.is_empty() && to - from > 3 * FLAT && !self.text[from..to].contains('。') {
            self.marks = inline::pointed(self.text, from, to);
            cut = Cut::Proven;
        }
        for &mark in &self.marks {
            let Some(last) = self.blocks.last_mut() else {
                return;
            };
            if mark.start <= last.from {
                continue;
            }
            last.end = mark.start;
            last.to = last.from + self.text[last.from..mark.start].trim_end().len();
            self.blocks.push(Block {
                start: mark.start,
                end,
                from: mark.start,
                to,
                hashes: 0,
                cut,
                lead: Lead::Number(mark),
            });
        }
    }
}

/// What a block without number starts with; `follows` says whether the block
/// before it is a line of responsibility.
pub(super) fn unnumbered(text: &str, from: usize, to: usize, follows: bool) -> Lead {
    if let Some(end) = mark::bullet(text, from)
        && end < to
        && !wrap::is_page_number(&text[from..to])
    {
        return Lead::Bullet(end);
    }
    if responsibility::is_line(text, from, to)
        || follows
            && (responsibility::is_unknown_label(text, from, to)
                || responsibility::is_term(&text[from..to]))
    {
        return Lead::Responsibility;
    }
    Lead::Plain
}
