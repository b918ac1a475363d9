//! From tags and text to pieces of text, each a line or part of one.
//!
//! Open elements are kept on a stack with, for each name, the place of its
//! last one, so that every end tag is dealt with in constant time.

use super::boilerplate::{self, Container, Counts, Role};
use super::element::{self, Block};
use super::list::{self, List};
use super::site;
use super::table::Tables;
use super::tag::Tag;

/// What stands before a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// A line break, then so many tabs.
    Line(u8),
    /// So many tabs within the line.
    Tabs(u8),
    /// A blank within the cell.
    Blank,
}

/// A run of text without a break in it; empty for a blank line.
#[derive(Debug)]
pub(super) struct Piece {
    pub start: usize,
    pub end: usize,
    pub before: Before,
    /// Level of the heading that it is, 0 for other text.
    pub heading: u8,
}

struct Open {
    block: Block,
    /// Where the one of the same name before it lies on the stack.
    previous: Option<usize>,
    container: usize,
}

struct Skipped {
    name: Vec<u8>,
    depth: usize,
    /// Blocks opened inside; an end tag beyond them ends an unclosed element.
    blocks: usize,
}

/// The page as far as it has been read.
pub(super) struct Page {
    text: String,
    pieces: Vec<Piece>,
    piece_start: usize,
    /// White space seen since the last character: whether it had a line break.
    space: Option<bool>,
    broken: bool,
    stack: Vec<Open>,
    last: [Option<usize>; element::COUNT],
    skipped: Option<Skipped>,
    /// Stack depth at which the open link began.
    link: Option<usize>,
    counts: Counts,
    containers: Vec<Container>,
    tables: Tables,
    lists: Vec<List>,
    /// The number of the list item that begins here.
    marker: Option<String>,
    /// Level of the open heading, 0 outside of one.
    heading: u8,
    /// Line breaks of the source divide lines outside of blocks: a piece of a
    /// page pasted among plain text.
    keep_lines: bool,
}

impl Page {
    pub(super) fn new(whole: bool) -> Self {
        Self {
            text: String::new(),
            pieces: Vec::new(),
            piece_start: 0,
            space: None,
            broken: false,
            stack: Vec::new(),
            last: [None; element::COUNT],
            skipped: None,
            link: None,
            counts: Counts::default(),
            containers: Vec::new(),
            tables: Tables::default(),
            lists: Vec::new(),
            marker: None,
            heading: 0,
            keep_lines: !whole,
        }
    }

    pub(super) fn start(&mut self, tag: &Tag, self_closing: bool) {
        let block = Block::named(&tag.name);
        if let Some(skipped) = &mut self.skipped {
            let head_over = skipped.name == b"head" && !element::is_of_head(&tag.name);
            if !head_over {
                skipped.depth += usize::from(skipped.name == tag.name && !self_closing);
                skipped.blocks += usize::from(block.is_some());
                return;
            }
            self.skipped = None;
        }
        match tag.name.as_slice() {
            b"br" => self.line_break(),
            b"hr" => self.flush(),
            b"a" => {
                let leads_away = tag.leads_away();
                self.link = leads_away.then_some(self.stack.len());
                self.counts.links += u32::from(leads_away);
            }
            name if element::is_unread(name) || (tag.hidden && block.is_none()) => {
                if !self_closing && !tag.is_void() {
                    self.skipped = Some(Skipped {
                        name: name.to_vec(),
                        depth: 1,
                        blocks: 0,
                    });
                }
            }
            _ => {
                if let Some(block) = block {
                    self.open(block, tag);
                }
            }
        }
    }

    pub(super) fn end(&mut self, name: &[u8]) {
        let block = Block::named(name);
        if let Some(skipped) = &mut self.skipped {
            if skipped.name == name {
                skipped.depth -= 1;
                if skipped.depth == 0 {
                    self.skipped = None;
                }
                return;
            }
            match block {
                Some(_) if skipped.blocks > 0 => {
                    skipped.blocks -= 1;
                    return;
                }
                Some(block) if self.last[block.index()].is_some() => self.skipped = None,
                _ => return,
            }
        }
        match (name, block) {
            (b"a", _) => self.link = None,
            (b"br", _) => self.line_break(),
            (_, Some(block)) => self.close(block),
            _ => {}
        }
    }

    /// Adds text, white space collapsed as a browser does.
    pub(super) fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        let preformatted = self.last[Block::PRE.index()].is_some();
        let divides_lines = self.keep_lines && self.stack.is_empty();
        for c in text.chars() {
            match c {
                '\n' if preformatted => self.line_break(),
                '\n' if divides_lines => self.flush(),
                ' ' | '\t' | '\r' | '\x0C' | '\u{A0}' => {
                    self.space = Some(self.space.unwrap_or(false));
                }
                '\n' => self.space = Some(true),
                '\u{200B}' | '\u{FEFF}' | '\u{AD}' => {}
                c if c.is_control() => {}
                c => self.push(c),
            }
        }
    }

    fn push(&mut self, c: char) {
        let at_start = self.text.len() == self.piece_start;
        if at_start
            && let Some(number) = self.marker.take()
            && !list::states_number(c)
        {
            self.text.push_str(&number);
        }
        if let Some(line_break) = self.space.take()
            && !at_start
        {
            // A line break between two wide characters is no space (CSS Text 3, 4.1.3).
            let wide = |c: char| c >= '\u{2E80}';
            if !(line_break && wide(c) && self.text.ends_with(wide)) {
                self.text.push(' ');
            }
        }
        self.text.push(c);
        self.counts.chars += 1;
        self.counts.link_chars += u32::from(self.link.is_some());
        self.counts.stops += u32::from(c == '。');
        self.counts.colons += u32::from(matches!(c, '：' | ':'));
    }

    /// Ends the current piece.
    fn flush(&mut self) {
        self.space = None;
        if self.text.len() > self.piece_start {
            let piece = Piece {
                start: self.piece_start,
                end: self.text.len(),
                before: Before::Line(0),
                heading: self.heading,
            };
            self.counts.notices += u32::from(site::is_notice(&self.text[piece.start..piece.end]));
            self.pieces.push(piece);
            self.piece_start = self.text.len();
            self.broken = false;
        }
    }

    fn line_break(&mut self) {
        if self.text.len() == self.piece_start {
            let here = self.piece_start;
            self.pieces.push(Piece {
                start: here,
                end: here,
                before: Before::Line(0),
                heading: 0,
            });
        }
        self.flush();
    }

    fn open(&mut self, block: Block, tag: &Tag) {
        self.flush();
        self.close_implied(block);
        if block.is_cell() {
            if !self.within(Block::TR, Block::TABLE) {
                self.push_open(Block::TR, Role::Plain);
                self.tables.open_row(self.pieces.len());
            }
            self.tables
                .open_cell(self.pieces.len(), tag.colspan, tag.rowspan);
        } else if block == Block::TR {
            self.tables.open_row(self.pieces.len());
        } else if block == Block::TABLE {
            self.tables.open_table();
        } else if block == Block::OL || block == Block::UL {
            self.lists.push(List::open(tag));
        } else if block == Block::LI {
            self.marker = self.lists.last_mut().and_then(|list| list.item(tag));
        }
        self.heading = block.heading_level().unwrap_or(self.heading);
        self.push_open(block, boilerplate::role(block, tag));
    }

    fn push_open(&mut self, block: Block, role: Role) {
        let container = self.containers.len();
        self.containers
            .push(Container::open(role, self.pieces.len(), self.counts));
        let previous = self.last[block.index()].replace(self.stack.len());
        self.stack.push(Open {
            block,
            previous,
            container,
        });
    }

    /// Closes what the start of another block closes without a tag.
    fn close_implied(&mut self, block: Block) {
        self.close_within(Block::P, &[Block::TD, Block::TH]);
        if block == Block::LI {
            self.close_within(Block::LI, &[Block::OL, Block::UL]);
        } else if block.is_cell() {
            self.close_within(Block::TD, &[Block::TR, Block::TABLE]);
            self.close_within(Block::TH, &[Block::TR, Block::TABLE]);
        } else if block == Block::TR {
            self.close_within(Block::TR, &[Block::TABLE]);
        }
    }

    fn close_within(&mut self, block: Block, borders: &[Block]) {
        if let Some(at) = self.last[block.index()]
            && borders
                .iter()
                .all(|border| self.last[border.index()] < Some(at))
        {
            self.pop_to(at);
        }
    }

    fn within(&self, block: Block, border: Block) -> bool {
        self.last[block.index()].is_some() && self.last[block.index()] > self.last[border.index()]
    }

    /// An end tag. It reaches neither out of its cell nor out of its table.
    fn close(&mut self, block: Block) {
        self.flush();
        let cells = [Block::TD, Block::TH];
        if block == Block::TABLE {
            self.close_within(block, &[]);
        } else if block == Block::TR || block.is_cell() {
            self.close_within(block, &[Block::TABLE]);
        } else {
            self.close_within(block, &cells);
        }
    }

    fn pop_to(&mut self, depth: usize) {
        self.flush();
        while self.stack.len() > depth {
            let Some(open) = self.stack.pop() else { return };
            self.last[open.block.index()] = open.previous;
            let container = &mut self.containers[open.container];
            container.close(self.pieces.len(), self.counts);
            // Tags without text between them take no memory.
            if container.is_empty() && open.container + 1 == self.containers.len() {
                self.containers.pop();
            }
            match open.block {
                Block::TR => self.tables.close_row(&mut self.pieces),
                Block::TABLE => self.tables.close_table(),
                Block::OL | Block::UL => drop(self.lists.pop()),
                Block::LI => self.marker = None,
                block if block.heading_level().is_some() => self.heading = 0,
                _ => {}
            }
        }
        if self.link.is_some_and(|begun| begun > self.stack.len()) {
            self.link = None;
        }
    }

    /// The lines that are left when all that is not the document is left out.
    pub(super) fn finish(mut self) -> String {
        self.pop_to(0);
        self.flush();
        let keep = boilerplate::kept(&self.text, &self.pieces, &self.containers, self.counts);
        let kept = || self.pieces.iter().zip(&keep).filter(|(_, keep)| **keep);
        // Where the lines state their numbers, headings are told by those.
        let numbered =
            kept().any(|(piece, _)| list::opens_numbering(&self.text[piece.start..piece.end]));
        let mut lines = String::with_capacity(self.text.len() + self.pieces.len());
        let mut on_line = false;
        for (piece, &keep) in self.pieces.iter().zip(&keep) {
            let breaks = matches!(piece.before, Before::Line(_));
            if breaks && on_line {
                lines.push('\n');
                on_line = false;
            }
            if !keep {
                continue;
            }
            let text = self.text[piece.start..piece.end].trim_end();
            if text.trim_start().is_empty() {
                if breaks && !lines.is_empty() && !lines.ends_with("\n\n") {
                    lines.push('\n');
                }
                continue;
            }
            match piece.before {
                Before::Line(tabs) | Before::Tabs(tabs) => lines.extend((0..tabs).map(|_| '\t')),
                Before::Blank => lines.push(' '),
            }
            if piece.heading > 1 && !numbered {
                lines.extend((0..piece.heading).map(|_| '#'));
                lines.push(' ');
            }
            lines.push_str(text);
            on_line = true;
        }
        if on_line {
            lines.push('\n');
        }
        lines.truncate(lines.trim_end_matches('\n').len() + usize::from(!lines.is_empty()));
        lines
    }
}
