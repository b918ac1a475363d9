//! Tells headings from running text: a whole line without a stop, or a first
//! sentence that its siblings have too.

use super::block::{Block, Lead};
use super::responsibility;
use super::tree::{Kind, Style};

/// The shape of a numbered line after its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A short line without a stop.
    Title,
    /// A short first sentence with more text after it; where the sentence ends.
    Opening(usize),
    /// A stock heading with its text after it and no mark between, or a title
    /// with the bracket that names who is responsible; where it ends.
    RunIn(usize),
    /// One short sentence and nothing else.
    Sentence,
    /// Anything else.
    Text,
}

/// The longest heading, in bytes: some fifty characters.
const LONGEST: usize = 160;
/// The longest first sentence that is taken for a heading, in bytes.
const LONGEST_OPENING: usize = 110;
/// The longest sentence that is a heading because text follows on the next line.
const LONGEST_SENTENCE: usize = 75;

/// The shape of a block after its number or bullet.
pub(super) fn shape(text: &str, block: &Block) -> Shape {
    let body = block.body(text);
    let line = &text[body..block.to];
    if line.is_empty() {
        return Shape::Text;
    }
    if let Some(end) = run_in(line) {
        return Shape::RunIn(body + end);
    }
    match first_stop(&line.as_bytes()[..line.len().min(LONGEST + 12)]) {
        Some(end) if end < line.len() => {
            let more = line[end..].trim_start();
            // A bracket that names who is responsible is no text.
            if more.is_empty() || (more.starts_with(['（', '(']) && more.ends_with(['）', ')'])) {
                Shape::Sentence
            } else if end <= LONGEST_OPENING {
                Shape::Opening(body + end)
            } else {
                Shape::Text
            }
        }
        Some(end) => {
            if end <= LONGEST_SENTENCE {
                Shape::Sentence
            } else {
                Shape::Text
            }
        }
        None if line.len() <= LONGEST
            && !line.ends_with(['；', ';', '：', ':', '，', ',', '、', '…']) =>
        {
            match responsibility::final_bracket(line) {
                Some(end) => Shape::RunIn(body + end),
                None => Shape::Title,
            }
        }
        None => Shape::Text,
    }
}

/// Headings that so many documents have that their text is known from its first
/// word even where copying took the line break between.
const STOCK: [&str; 8] = [
    "指导思想",
    "总体要求",
    "基本原则",
    "工作原则",
    "总体目标",
    "工作目标",
    "主要目标",
    "发展目标",
];
/// What the text below such a heading begins with.
const BEGINNINGS: [&str; 12] = [
    "以习",
    "以邓",
    "以马",
    "以党",
    "高举",
    "坚持",
    "深入",
    "全面贯彻",
    "认真贯彻",
    "按照",
    "到20",
    "通过",
];

/// `指导思想以…为指导，……`: where the heading ends.
fn run_in(line: &str) -> Option<usize> {
    let heading = STOCK.iter().find(|heading| line.starts_with(**heading))?;
    let text = &line[heading.len()..];
    let begins = BEGINNINGS
        .iter()
        .any(|beginning| text.starts_with(beginning));
    (begins && line.len() > LONGEST_OPENING).then_some(heading.len())
}

/// One past the first 。！？ and the closing marks after it.
fn first_stop(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr::memchr3(0xE3, 0xEF, 0xE2, &bytes[at..])?;
        let stop = matches!(
            bytes[at..],
            [0xE3, 0x80, 0x82, ..] | [0xEF, 0xBC, 0x81 | 0x9F, ..]
        );
        if stop {
            at += 3;
            while closes(&bytes[at..]) {
                at += 3;
            }
            return Some(at);
        }
        at += 1;
    }
}

/// ” ’ ） 》 」 』
fn closes(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xE2, 0x80, 0x9D | 0x99, ..]
            | [0xEF, 0xBC, 0x89, ..]
            | [0xE3, 0x80, 0x8B | 0x8D | 0x8F, ..]
    )
}

/// How many of a group of siblings open with a heading.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    opening: u32,
    other: u32,
}

impl Tally {
    pub(super) fn count(&mut self, shape: Shape) {
        match shape {
            Shape::Opening(_) => self.opening += 1,
            Shape::Sentence | Shape::Text => self.other += 1,
            Shape::Title | Shape::RunIn(_) => {}
        }
    }

    fn members(self) -> u32 {
        self.opening + self.other
    }

    /// Whether most open with a heading; a lone one goes by `all` of its style.
    pub(super) fn opens(self, all: Self) -> bool {
        let asked = if self.members() >= 2 { self } else { all };
        asked.opening > asked.other && all.opening * 3 >= all.other
    }
}

/// Whether nodes of this kind have headings at all.
pub(super) fn may_have(kind: Kind, lead: &Lead) -> bool {
    match lead {
        Lead::Number(mark) => {
            !matches!(kind, Kind::Article | Kind::Paragraph | Kind::Point)
                && mark.style != Style::Inline
        }
        Lead::Bullet(_) => true,
        _ => false,
    }
}
