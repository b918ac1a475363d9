//! The text part of a Word document: paragraphs, runs, tables, text boxes and
//! tracked changes (WordprocessingML), read in one pass without recursion.

use super::numbering::Numbering;
use super::styles::Styles;
use super::table::Tables;
use super::xml::{Event, Fault, Tag, Xml};
use std::mem;

/// Text boxes within text boxes are followed so far.
const BOXES: usize = 16;

/// The lines of the document, each with its line break.
pub(super) fn lines(xml: &str, styles: &Styles, numbering: Numbering) -> Result<String, Fault> {
    let mut xml = Xml::new(xml);
    let mut body = Body::new(styles, numbering);
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(tag) => {
                if body.start(&tag) == Reading::Skip {
                    xml.skip()?;
                }
            }
            Event::End(name) => body.end(&name),
            Event::Text(text) => body.text(&text),
        }
    }
    Ok(body.finish())
}

#[derive(PartialEq, Eq)]
enum Reading {
    On,
    Skip,
}

/// The elements that decide what others mean.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    ParagraphProperties,
    RunProperties,
    Run,
    Text,
    RowProperties,
    Alternatives,
    Other,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    num_id: Option<u32>,
    ilvl: Option<u8>,
    /// Its mark was deleted or is hidden: it runs on into the next one.
    runs_on: bool,
}

#[derive(Default)]
struct Run {
    style: Option<String>,
    hidden: Option<bool>,
}

/// The body, or a text box in it.
#[derive(Default)]
struct Story {
    paragraphs: Vec<Paragraph>,
    tables: Tables,
    lines: Vec<String>,
    /// Text of paragraphs whose mark is gone, waiting for the next one.
    carried: String,
}

struct Body<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    path: Vec<Within>,
    story: Story,
    /// The stories around the open text box.
    outer: Vec<Story>,
    run: Run,
    /// For each open field whether its code is being read, not its result.
    fields: Vec<bool>,
    /// How many of them are.
    codes: usize,
    /// The content control that comes only holds a prompt.
    prompt: bool,
    /// For each `AlternateContent` whether a choice was taken.
    taken: Vec<bool>,
    /// Lines of text boxes, to follow the paragraph they are anchored in.
    boxes: Vec<String>,
}

impl<'s> Body<'s> {
    fn new(styles: &'s Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            path: Vec::new(),
            story: Story::default(),
            outer: Vec::new(),
            run: Run::default(),
            fields: Vec::new(),
            codes: 0,
            prompt: false,
            taken: Vec::new(),
            boxes: Vec::new(),
        }
    }

    fn start(&mut self, tag: &Tag) -> Reading {
        let name = tag.name();
        let parent = self.path.last().copied().unwrap_or(Within::Other);
        let within = match name {
            "pPr" => Within::ParagraphProperties,
            "rPr" => Within::RunProperties,
            "trPr" => Within::RowProperties,
            "t" if parent == Within::Run => Within::Text,
            "r" => {
                self.run = Run::default();
                Within::Run
            }
            "AlternateContent" => {
                self.taken.push(false);
                Within::Alternatives
            }
            _ => Within::Other,
        };
        if self.is_skipped(name, parent) {
            return Reading::Skip;
        }
        match parent {
            Within::Run => self.in_run(name, tag),
            Within::ParagraphProperties | Within::RunProperties | Within::RowProperties => {
                self.property(name, tag, parent);
            }
            _ => {}
        }
        match name {
            "p" => self.story.paragraphs.push(Paragraph::default()),
            "tbl" => self.story.tables.open_table(),
            "tr" => self.story.tables.open_row(),
            "tc" => self.story.tables.open_cell(),
            "gridSpan" => {
                let columns = tag.number().unwrap_or(1) as usize;
                self.story.tables.span_columns(columns);
            }
            "numId" | "ilvl" => self.list(name, tag),
            "sdtPr" => self.prompt = false,
            "showingPlcHdr" => self.prompt = tag.is_on(),
            "txbxContent" => self.outer.push(mem::take(&mut self.story)),
            _ => {}
        }
        self.path.push(within);
        Reading::On
    }

    /// What is not printed, and the second branch of what is stored twice.
    fn is_skipped(&mut self, name: &str, parent: Within) -> bool {
        match name {
            "del" | "moveFrom" => !matches!(parent, Within::RunProperties | Within::RowProperties),
            "pPrChange" | "rPrChange" | "trPrChange" | "tblPrChange" | "sectPrChange" | "rt"
            | "instrText" | "delText" => true,
            "Choice" | "Fallback" if parent == Within::Alternatives => self
                .taken
                .last_mut()
                .is_some_and(|taken| mem::replace(taken, true)),
            "txbxContent" => self.outer.len() == BOXES,
            "sdtContent" => mem::take(&mut self.prompt),
            _ => false,
        }
    }

    fn property(&mut self, name: &str, tag: &Tag, parent: Within) {
        let of_mark = self.path.iter().rev().nth(1) == Some(&Within::ParagraphProperties);
        match (name, parent) {
            ("pStyle", Within::ParagraphProperties) => {
                if let Some(paragraph) = self.paragraph() {
                    paragraph.style = tag.value();
                }
            }
            ("del" | "moveFrom", Within::RunProperties) if of_mark => self.run_on(),
            ("vanish", Within::RunProperties) if of_mark && tag.is_on() => self.run_on(),
            ("vanish", Within::RunProperties) => self.run.hidden = Some(tag.is_on()),
            ("rStyle", Within::RunProperties) => self.run.style = tag.value(),
            ("del", Within::RowProperties) => self.story.tables.remove_row(),
            ("gridBefore", Within::RowProperties) => {
                let columns = tag.number().unwrap_or(0) as usize;
                self.story.tables.skip_columns(columns);
            }
            _ => {}
        }
    }

    fn run_on(&mut self) {
        if let Some(paragraph) = self.paragraph() {
            paragraph.runs_on = true;
        }
    }

    fn list(&mut self, name: &str, tag: &Tag) {
        let number = tag.number();
        if let Some(paragraph) = self.paragraph() {
            match name {
                "numId" => paragraph.num_id = number,
                _ => paragraph.ilvl = number.map(|level| level.min(8) as u8),
            }
        }
    }

    fn in_run(&mut self, name: &str, tag: &Tag) {
        match name {
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => {
                let is_page = matches!(tag.attribute("type").as_deref(), Some("page" | "column"));
                if !is_page
                    || self
                        .paragraph()
                        .is_some_and(|paragraph| !paragraph.text.is_empty())
                {
                    self.push("\n");
                }
            }
            "noBreakHyphen" => self.push("-"),
            "sym" => {
                let code = tag
                    .attribute("char")
                    .and_then(|code| u32::from_str_radix(&code, 16).ok());
                let symbol = code
                    .and_then(char::from_u32)
                    .filter(|c| !('\u{E000}'..='\u{F8FF}').contains(c));
                if let Some(symbol) = symbol {
                    self.push(symbol.encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => match tag.attribute("fldCharType").as_deref() {
                Some("begin") => {
                    self.fields.push(true);
                    self.codes += 1;
                }
                Some("separate") => {
                    if let Some(in_code) = self.fields.last_mut() {
                        self.codes -= usize::from(mem::take(in_code));
                    }
                }
                Some("end") => self.codes -= usize::from(self.fields.pop() == Some(true)),
                _ => {}
            },
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.path.last() == Some(&Within::Text) {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        let hidden = self.run.hidden.unwrap_or_else(|| {
            self.run.style.is_some() && self.styles.hides(self.run.style.as_deref())
        });
        if hidden || self.codes > 0 {
            return;
        }
        if let Some(paragraph) = self.paragraph() {
            paragraph.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        self.path.pop();
        match name {
            "p" => self.end_paragraph(),
            "tr" => self.story.tables.close_row(),
            "tbl" => self
                .story
                .lines
                .extend(self.story.tables.close_table().into_iter().flatten()),
            "AlternateContent" => drop(self.taken.pop()),
            "txbxContent" => {
                if let Some(around) = self.outer.pop() {
                    self.boxes
                        .extend(mem::replace(&mut self.story, around).lines);
                }
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.story.paragraphs.pop() else {
            return;
        };
        if paragraph.runs_on {
            self.story.carried.push_str(&paragraph.text);
        } else if !self.styles.hides(paragraph.style.as_deref()) {
            let mut line = self.number(&paragraph);
            line.push_str(&mem::take(&mut self.story.carried));
            if line.ends_with('.') && paragraph.text.starts_with(|c: char| c.is_ascii_digit()) {
                line.push(' ');
            }
            line.push_str(&paragraph.text);
            self.add_line(line);
        }
        if self.outer.is_empty() {
            for line in mem::take(&mut self.boxes) {
                self.add_line(line);
            }
        }
    }

    fn add_line(&mut self, line: String) {
        let outside = self.story.tables.add(line);
        self.story.lines.extend(outside);
    }

    /// The number that Word prints before the paragraph. A blank follows one
    /// that has no delimiter of its own.
    fn number(&mut self, paragraph: &Paragraph) -> String {
        let of_style = self.styles.number(paragraph.style.as_deref());
        let (num_id, ilvl) = match (paragraph.num_id, of_style) {
            (Some(num_id), _) => (num_id, paragraph.ilvl.unwrap_or(0)),
            (None, Some(number)) => {
                let of_list = self.numbering.level_of_style(number.num_id, number.style);
                (
                    number.num_id,
                    paragraph.ilvl.or(of_list).or(number.ilvl).unwrap_or(0),
                )
            }
            (None, None) => return String::new(),
        };
        let mut number = self.numbering.next(num_id, ilvl).unwrap_or_default();
        if number.ends_with(runs_into_text) {
            number.push(' ');
        }
        number
    }

    fn paragraph(&mut self) -> Option<&mut Paragraph> {
        self.story.paragraphs.last_mut()
    }

    fn finish(mut self) -> String {
        let carried = mem::take(&mut self.story.carried);
        self.story
            .lines
            .extend(Some(carried).filter(|text| !text.is_empty()));
        let mut text = String::new();
        for line in &self.story.lines {
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }
}

/// Whether a number that ends so needs a blank before the text: one without a
/// delimiter (`1.1`, `第一条`) and the bullets of the symbol fonts.
fn runs_into_text(end: char) -> bool {
    end.is_ascii_alphanumeric() || matches!(end, '一'..='龥' | '•' | '●' | '■' | '◆' | '➢' | '✓')
}
