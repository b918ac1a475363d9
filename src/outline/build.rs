//! Lays the blocks out as a tree, gives each node its id, kind and heading.

use std::fmt::Write as _;

use super::Limits;
use super::block::{Block, Lead};
use super::front::{self, Matter};
use super::heading::{self, Shape, Tally};
use super::level::{Class, Place};
use super::mark::Mark;
use super::responsibility;
use super::tree::{Kind, Node, NodeIndex, Num, Style};
use crate::diagnostic::{Diagnostic, Finding, Span};

/// A node that may still get children.
struct Open {
    /// None for the document itself.
    node: Option<NodeIndex>,
    class: Option<Class>,
    /// Last number given among its paragraphs, bullets, responsibility lines, titles.
    given: [u32; 4],
    /// How often each ordinal stands among its numbered children.
    ordinals: Vec<u32>,
    /// The same for children whose ids start with a letter.
    lettered: Vec<(char, u32, u32)>,
    /// Numbered children and bullets since the last responsibility lines.
    uncovered: u32,
    /// Whether a child ends in ；, so that its children are parts of one sentence.
    is_sentence: bool,
    /// Whether its own text ends a sentence.
    ends: bool,
}

impl Open {
    fn new(node: Option<NodeIndex>, class: Option<Class>) -> Self {
        Self {
            node,
            class,
            given: [0; 4],
            ordinals: Vec::new(),
            lettered: Vec::new(),
            uncovered: 0,
            is_sentence: false,
            ends: false,
        }
    }

    /// How often the ordinal stands here by now, this time included.
    fn occurrence(&mut self, letter: Option<char>, ordinal: u32) -> u32 {
        if let Some(letter) = letter {
            let known = self
                .lettered
                .iter_mut()
                .find(|known| (known.0, known.1) == (letter, ordinal));
            return if let Some(known) = known {
                known.2 += 1;
                known.2
            } else {
                self.lettered.push((letter, ordinal, 1));
                1
            };
        }
        let at = ordinal as usize;
        if self.ordinals.len() <= at {
            self.ordinals.resize(at + 1, 0);
        }
        self.ordinals[at] += 1;
        self.ordinals[at]
    }
}

/// The serial of a node that has no number of its own.
#[derive(Clone, Copy)]
enum Serial {
    Paragraph,
    Bullet,
    Responsibility,
    Title,
}

impl Serial {
    const fn letter(self) -> char {
        match self {
            Self::Paragraph => 'p',
            Self::Bullet => 'b',
            Self::Responsibility => 'r',
            Self::Title => 't',
        }
    }
}

/// A number with its node.
pub(super) struct Numbered {
    /// The node.
    pub node: NodeIndex,
    /// Its number.
    pub mark: Mark,
    /// Which of the documents in the text it belongs to.
    pub part: u32,
    /// How many numbers of its class it stands under.
    pub inside: usize,
}

/// A tree with what is needed to check its numbers.
pub(super) struct Built {
    /// The nodes in document order.
    pub nodes: Vec<Node>,
    /// The numbered ones among them.
    pub numbers: Vec<Numbered>,
    /// What was noticed while building.
    pub diagnostics: Vec<Diagnostic>,
}

/// A tree under construction.
pub(super) struct Builder<'t> {
    text: &'t str,
    /// For each block where its number stands.
    places: &'t [Place],
    /// Deepest level of a node.
    deepest: usize,
    nodes: Vec<Node>,
    shapes: Vec<Shape>,
    /// The block of each node, for its heading.
    blocks: Vec<usize>,
    open: Vec<Open>,
    numbers: Vec<Numbered>,
    /// How many front matters there were: each begins a document of its own.
    parts: u32,
    /// The first block with a number at or after the one last asked for.
    next_number: usize,
    diagnostics: Vec<Diagnostic>,
}

/// Builds the tree of these blocks.
pub(super) fn build(text: &str, blocks: &[Block], places: &[Place], deepest: usize) -> Built {
    let mut builder = Builder {
        text,
        places,
        deepest,
        nodes: Vec::with_capacity(blocks.len() + 2),
        shapes: Vec::with_capacity(blocks.len() + 2),
        blocks: Vec::with_capacity(blocks.len() + 2),
        open: vec![Open::new(None, None)],
        numbers: Vec::new(),
        parts: 0,
        next_number: 0,
        diagnostics: Vec::new(),
    };
    let mut at = 0;
    for matter in front::matter(text, blocks) {
        let (Matter::Front(start, end) | Matter::Back(start, end)) = matter;
        for at in at..start {
            builder.place(blocks, at);
        }
        match matter {
            Matter::Front(..) => builder.front(&blocks[start..end], start),
            Matter::Back(..) => builder.back(&blocks[start..end], start),
        }
        at = end;
    }
    for at in at..blocks.len() {
        builder.place(blocks, at);
    }
    builder.close(0, text.len());
    builder.headings(blocks);
    Built {
        nodes: builder.nodes,
        numbers: builder.numbers,
        diagnostics: builder.diagnostics,
    }
}

impl Builder<'_> {
    /// The front matter of these blocks, the first of which is number `first`.
    fn front(&mut self, blocks: &[Block], first: usize) {
        self.apart(blocks, '0', Kind::Front);
        self.parts += 1;
        let mut titles = front::titles(self.text, blocks).into_iter().peekable();
        let mut at = 0;
        while at < blocks.len() {
            if let Some((_, past)) = titles.next_if(|title| title.0 == at) {
                let head = Span::new(blocks[at].start, blocks[past - 1].end);
                let id = self.serial_id(Serial::Title);
                let node = self.push(id, Kind::Title, None, head, first + at);
                let to = blocks[past - 1].to;
                let heading = self.text[blocks[at].from..to].trim_end_matches(['*', ' ']);
                let from = blocks[at].from;
                self.nodes[node].heading = Some(Span::new(from, from + heading.len()));
                at = past;
            } else {
                self.leaf(&blocks[at], first + at, Kind::Paragraph, Serial::Paragraph);
                at += 1;
            }
        }
        self.close(1, blocks[blocks.len() - 1].end);
    }

    /// What follows the end.
    fn back(&mut self, blocks: &[Block], first: usize) {
        self.apart(blocks, 'z', Kind::Back);
        for (at, block) in blocks.iter().enumerate() {
            self.leaf(block, first + at, Kind::Paragraph, Serial::Paragraph);
        }
        self.close(1, blocks[blocks.len() - 1].end);
    }

    /// Opens a node beside the numbered text that has no text of its own.
    fn apart(&mut self, blocks: &[Block], letter: char, kind: Kind) {
        let at = blocks[0].start;
        self.close(1, at);
        let nth = self.top().occurrence(Some(letter), 0);
        let mut id = String::from(letter);
        if nth > 1 {
            repeat(&mut id, nth);
        }
        let node = self.push(id, kind, None, Span::new(at, at), usize::MAX);
        self.open.push(Open::new(Some(node), None));
    }

    fn place(&mut self, blocks: &[Block], at: usize) {
        let block = &blocks[at];
        match block.lead {
            Lead::Number(mark) => self.number(block, at, &mark),
            Lead::Bullet(_) => {
                self.leave_unnumbered(block.start);
                let id = self.serial_id(Serial::Bullet);
                self.count_task(block);
                self.note_end(block);
                let node = self.push(
                    id,
                    Kind::Bullet,
                    None,
                    Span::new(block.start, block.end),
                    at,
                );
                self.open.push(Open::new(Some(node), None));
            }
            Lead::Responsibility => self.responsibility(blocks, at),
            Lead::Plain | Lead::Listed => {
                self.leave_unnumbered(block.start);
                self.leave_list(blocks, at);
                if self.open.len() > 1 && responsibility::ends_in_bracket(block.text(self.text)) {
                    let above = self.open.len() - 2;
                    self.open[above].uncovered = 0;
                }
                self.leaf(block, at, Kind::Paragraph, Serial::Paragraph);
            }
        }
    }

    fn number(&mut self, block: &Block, at: usize, mark: &Mark) {
        self.leave_unnumbered(block.start);
        let class = Class::of(mark);
        if mark.style == Style::Annex {
            self.parts += 1;
        }
        let depth = self.places[at].depth + 1;
        let deep = depth > self.deepest;
        let depth = depth.min(self.deepest);
        self.close(depth, block.start);
        let id = self.number_id(mark);
        if deep {
            let finding = Finding::NestingTooDeep {
                limit: self.deepest,
            };
            let span = Span::new(mark.start, mark.end);
            self.diagnostics
                .push(Diagnostic::new(finding, span).at_node(id.clone()));
        }
        self.count_task(block);
        self.note_end(block);
        let kind = self.kind(mark, depth);
        let num = Num {
            span: Span::new(mark.start, mark.end),
            style: mark.style,
            value: mark.value,
        };
        let num = mark.is_printed().then_some(num);
        let node = self.push(id, kind, num, Span::new(block.start, block.end), at);
        self.nodes[node].recovered = mark.recovered;
        if mark.is_printed() || mark.recovered.is_some() {
            let within = |open: &&Open| open.class == Some(class);
            self.numbers.push(Numbered {
                node,
                mark: *mark,
                part: self.parts,
                inside: self.open.iter().filter(within).count(),
            });
        }
        let mut open = Open::new(Some(node), Some(class));
        open.ends = self.text[..block.to].ends_with(['。', '！', '？']);
        self.open.push(open);
    }

    /// Counts a number or bullet that lines below it may cover; one that names
    /// its units itself needs none, nor do those before it.
    fn count_task(&mut self, block: &Block) {
        let is_covered = responsibility::ends_in_bracket(block.text(self.text));
        let uncovered = &mut self.top().uncovered;
        *uncovered = if is_covered { 0 } else { *uncovered + 1 };
    }

    /// The lowest node that holds all that responsibility lines cover: the last
    /// task, or its parent if the tasks before it have no lines of their own.
    fn responsibility(&mut self, blocks: &[Block], at: usize) {
        let follows = at > 0 && matches!(blocks[at - 1].lead, Lead::Responsibility);
        if !follows {
            let depth = self.open.len();
            let covers_several = depth >= 2 && self.open[depth - 2].uncovered > 1;
            if depth >= 2 && covers_several && self.open[depth - 1].node.is_some() && depth > 2 {
                self.close(depth - 1, blocks[at].start);
            }
            for open in &mut self.open {
                open.uncovered = 0;
            }
        }
        self.leaf(
            &blocks[at],
            at,
            Kind::Responsibility,
            Serial::Responsibility,
        );
    }

    fn kind(&self, mark: &Mark, depth: usize) -> Kind {
        let parent = self
            .open
            .last()
            .and_then(|open| open.node)
            .map(|node| self.nodes[node].kind);
        match mark.style {
            Style::Part => Kind::Part,
            Style::Chapter => Kind::Chapter,
            Style::Division => Kind::Division,
            Style::Article => Kind::Article,
            Style::Paragraph => Kind::Paragraph,
            Style::Point => Kind::Point,
            Style::Annex => Kind::Annex,
            Style::Box => Kind::Box,
            Style::HanParen if parent == Some(Kind::Article) => Kind::Point,
            _ => match depth {
                1 => Kind::Section,
                2 => Kind::Subsection,
                3 => Kind::Item,
                _ => Kind::Subitem,
            },
        }
    }

    /// Closes bullets: nothing but responsibility lines stands under one.
    fn leave_unnumbered(&mut self, at: usize) {
        if self.open.len() > 1
            && let Some(Open {
                node: Some(node),
                class: None,
                ..
            }) = self.open.last()
            && self.nodes[*node].kind != Kind::Back
        {
            let depth = self.open.len() - 1;
            self.close(depth, at);
        }
    }

    /// A paragraph after a list whose items are parts of one sentence, or after
    /// the last point of an article, belongs to what the list belongs to.
    fn leave_list(&mut self, blocks: &[Block], at: usize) {
        let depth = self.open.len();
        if depth <= 2 {
            return;
        }
        let last = &self.open[depth - 1];
        let part_of_sentence = last.ends && self.open[depth - 2].is_sentence;
        let is_point = last
            .node
            .is_some_and(|node| self.nodes[node].kind == Kind::Point);
        let class = last.class;
        if part_of_sentence || (is_point && self.next_class(blocks, at) != class) {
            self.close(depth - 1, blocks[at].start);
        }
    }

    /// The class of the first number from here on.
    fn next_class(&mut self, blocks: &[Block], at: usize) -> Option<Class> {
        if self.next_number <= at {
            let next = (at..blocks.len()).find(|&at| blocks[at].mark().is_some());
            self.next_number = next.unwrap_or(blocks.len());
        }
        blocks
            .get(self.next_number)
            .and_then(Block::mark)
            .map(Class::of)
    }

    fn note_end(&mut self, block: &Block) {
        if self.text[..block.to].ends_with(['；', ';']) {
            self.top().is_sentence = true;
        }
    }

    fn top(&mut self) -> &mut Open {
        self.open.last_mut().expect("the document stays open")
    }

    /// Closes all open nodes from this depth on, at this place in the text.
    fn close(&mut self, depth: usize, at: usize) {
        while self.open.len() > depth {
            let Some(open) = self.open.pop() else { break };
            if let Some(node) = open.node {
                let past = self.nodes.len();
                self.nodes[node].span.end = at;
                self.nodes[node].subtree_end = past;
            }
        }
    }

    fn leaf(&mut self, block: &Block, at: usize, kind: Kind, serial: Serial) {
        let id = self.serial_id(serial);
        self.push(id, kind, None, Span::new(block.start, block.end), at);
    }

    fn push(
        &mut self,
        id: String,
        kind: Kind,
        num: Option<Num>,
        head: Span,
        block: usize,
    ) -> NodeIndex {
        let index = self.nodes.len();
        self.nodes.push(Node {
            id,
            kind,
            level: self.open.len() as u8,
            recovered: None,
            num,
            heading: None,
            span: head,
            head,
            parent: self.open.last().and_then(|open| open.node),
            subtree_end: index + 1,
        });
        self.blocks.push(block);
        index
    }

    fn parent_id(&self) -> &str {
        self.open
            .last()
            .and_then(|open| open.node)
            .map_or("", |node| &self.nodes[node].id)
    }

    fn new_id(&self) -> String {
        let parent = self.parent_id();
        let mut id = String::with_capacity(parent.len() + 6);
        if !parent.is_empty() {
            id.push_str(parent);
            id.push('.');
        }
        id
    }

    fn serial_id(&mut self, serial: Serial) -> String {
        let mut id = self.new_id();
        let given = &mut self.top().given[serial as usize];
        *given += 1;
        let nth = *given;
        id.push(serial.letter());
        match serial {
            Serial::Title if nth == 1 => {}
            Serial::Title => repeat(&mut id, nth),
            _ => push_number(&mut id, nth),
        }
        id
    }

    fn number_id(&mut self, mark: &Mark) -> String {
        let letter = match mark.style {
            Style::Annex => Some('a'),
            Style::Box => Some('x'),
            _ => None,
        };
        let mut id = self.new_id();
        // A printed 0 at the top shares its id with the front matter.
        let counted = letter.or((mark.value == 0 && id.is_empty()).then_some('0'));
        let nth = self.top().occurrence(counted, mark.value);
        id.extend(letter);
        push_number(&mut id, mark.value);
        if nth > 1 {
            repeat(&mut id, nth);
        }
        id
    }

    /// Gives each node its heading, once all its siblings are known.
    fn headings(&mut self, blocks: &[Block]) {
        let groups = self.nodes.len() + 1;
        let mut siblings = vec![[Tally::default(); 2]; groups];
        let mut all = [Tally::default(); Limits::DEEPEST as usize];
        self.shapes = self
            .nodes
            .iter()
            .zip(&self.blocks)
            .map(|(node, &block)| match blocks.get(block) {
                Some(block) if heading::may_have(node.kind, &block.lead) => {
                    heading::shape(self.text, block)
                }
                _ => Shape::Text,
            })
            .collect();
        for (index, node) in self.nodes.iter().enumerate() {
            let Some(block) = blocks.get(self.blocks[index]) else {
                continue;
            };
            if heading::may_have(node.kind, &block.lead) {
                let group = node.parent.map_or(groups - 1, |parent| parent);
                siblings[group][usize::from(node.num.is_none())].count(self.shapes[index]);
                all[style_slot(node)].count(self.shapes[index]);
            }
        }
        for index in 0..self.nodes.len() {
            let node = &self.nodes[index];
            let Some(block) = blocks.get(self.blocks[index]) else {
                continue;
            };
            if !heading::may_have(node.kind, &block.lead) {
                continue;
            }
            let group = node.parent.map_or(groups - 1, |parent| parent);
            let tally = siblings[group][usize::from(node.num.is_none())];
            let body = block.body(self.text);
            let end = match self.shapes[index] {
                Shape::Title if node.num.is_some() || node.kind == Kind::Chapter => Some(block.to),
                Shape::RunIn(end) if node.num.is_some() => Some(end),
                Shape::Opening(end) if tally.opens(all[style_slot(node)]) => Some(end),
                Shape::Sentence if self.text_follows(index) => Some(block.to),
                _ => None,
            };
            if let Some(end) = end {
                let text = self.text[body..end].trim_end_matches(['*', ' ', '　']);
                self.nodes[index].heading = Some(Span::new(body, body + text.len()));
            }
        }
    }

    /// Whether a plain paragraph or a number comes directly below.
    fn text_follows(&self, index: NodeIndex) -> bool {
        let node = &self.nodes[index];
        node.subtree_end > index + 1 && self.nodes[index + 1].kind != Kind::Responsibility
    }
}

fn style_slot(node: &Node) -> usize {
    node.num.map_or(63, |num| num.style as usize)
}

fn push_number(id: &mut String, number: u32) {
    if number < 10 {
        id.push(char::from(b'0' + number as u8));
    } else {
        let _ = write!(id, "{number}");
    }
}

fn repeat(id: &mut String, nth: u32) {
    let _ = write!(id, "~{nth}");
}
