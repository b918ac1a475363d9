//! Damages a sound numbered text the way the Shanghai seed is damaged: every
//! mark becomes a full stop, `《…》` and `（…）` go with what they hold, lines are
//! joined, a chapter's heading runs into the next line, and a second-level
//! heading loses its number.

use std::ops::Range;

/// What becomes of `1.` at the beginning of a line. In the example no such
/// numbers are left to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arabic {
    Deleted,
    Kept,
}

/// A damaged text and where its headings stand in it.
#[derive(Debug, Default)]
pub struct Damaged {
    pub text: String,
    /// Headings of chapters and of the second level: depth and bytes.
    pub headings: Vec<(u8, Range<usize>)>,
    /// The full stops that end a sentence.
    pub ends: Vec<usize>,
}

impl Damaged {
    pub fn second_level(&self) -> impl Iterator<Item = &Range<usize>> {
        self.headings
            .iter()
            .filter(|heading| heading.0 == 2)
            .map(|heading| &heading.1)
    }
}

pub fn damage(sound: &str, arabic: Arabic) -> Damaged {
    let mut damaged = Damaged::default();
    let mut in_chapter = false;
    let mut glued = false;
    for line in sound.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !std::mem::take(&mut glued) && in_chapter {
            damaged.stop(true);
        }
        if let Some((number, rest)) = chapter(line) {
            damaged.stop(true);
            in_chapter = true;
            damaged.text.push_str(number);
            damaged.text.push('.');
            glued = damaged.heading(1, rest);
        } else if !in_chapter {
            damaged.write(line);
            damaged.text.push(' ');
        } else if let Some(rest) = second_level(line) {
            damaged.heading(2, rest);
            damaged.stop(true);
        } else {
            let (number, rest) = item(line);
            if arabic == Arabic::Kept && !number.is_empty() {
                damaged.text.push_str(number);
                damaged.text.push('.');
            }
            damaged.write(rest);
        }
    }
    damaged.stop(true);
    damaged
}

impl Damaged {
    fn stop(&mut self, ends_sentence: bool) {
        if self.text.is_empty() || self.text.ends_with(' ') {
            return;
        }
        if !self.text.ends_with('.') {
            self.text.push('.');
        }
        let at = self.text.len() - 1;
        if ends_sentence && self.ends.last() != Some(&at) {
            self.ends.push(at);
        }
    }

    /// Writes a heading and what follows it on the line; true if nothing does.
    fn heading(&mut self, depth: u8, line: &str) -> bool {
        let (heading, rest) = line.split_at(line.find('。').unwrap_or(line.len()));
        let start = self.text.len();
        self.write(heading);
        self.headings.push((depth, start..self.text.len()));
        self.write(rest);
        rest.is_empty()
    }

    fn write(&mut self, sound: &str) {
        for char in without_brackets(sound).chars() {
            match char {
                '“' | '”' | '‘' | '’' => self.text.push('\''),
                '。' | '！' | '？' => self.stop(true),
                '%' | '％' => {}
                char if char.is_whitespace() => {}
                char if char.is_alphanumeric() => self.text.push(char),
                _ => self.stop(false),
            }
        }
    }
}

/// Without `《…》` and `（…）` and what they hold.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|char| match char {
            '《' | '（' | '(' => {
                depth += 1;
                false
            }
            '》' | '）' | ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

fn is_numeral(char: char) -> bool {
    "一二三四五六七八九十".contains(char)
}

fn chapter(line: &str) -> Option<(&str, &str)> {
    let (number, rest) = line.split_at(line.find(|char| !is_numeral(char))?);
    let rest = rest.strip_prefix('、')?;
    (!number.is_empty()).then_some((number, rest.trim_start()))
}

fn second_level(line: &str) -> Option<&str> {
    let (number, rest) = line.strip_prefix('（')?.split_once('）')?;
    number.chars().all(is_numeral).then(|| rest.trim_start())
}

/// An item's number, `1.` or `2、` as `2.`, and its text.
fn item(line: &str) -> (&str, &str) {
    let digits = line.len()
        - line
            .trim_start_matches(|char: char| char.is_ascii_digit())
            .len();
    let rest = &line[digits..];
    let after = rest
        .strip_prefix(['.', '、'])
        .filter(|after| !after.starts_with(|char: char| char.is_ascii_digit()));
    match after {
        Some(after) if digits > 0 => (&line[..digits], after.trim_start()),
        _ => ("", line),
    }
}

#[test]
fn a_text_is_damaged_as_the_example_is() {
    let sound = "种树规划\n为绿化全县，制定本规划。\n一、总体要求\n（一）指导思想\n坚持“绿化”、美化。\n\
                 （二）目标。到2012年，绿化率达到50%。\n二、种树\n（一）加强育苗\n1.建苗圃。制定《苗圃办法（试行）》。";
    let damaged = damage(sound, Arabic::Deleted);
    assert_eq!(
        damaged.text,
        "种树规划 为绿化全县.制定本规划. 一.总体要求指导思想.坚持'绿化'.美化.\
         目标.到2012年.绿化率达到50.二.种树加强育苗.建苗圃.制定."
    );
    let headings: Vec<(u8, &str)> = damaged
        .headings
        .iter()
        .map(|(depth, span)| (*depth, &damaged.text[span.clone()]))
        .collect();
    assert_eq!(
        headings,
        [
            (1, "总体要求"),
            (2, "指导思想"),
            (2, "目标"),
            (1, "种树"),
            (2, "加强育苗")
        ]
    );
    assert_eq!(damaged.ends.len(), 8);
}
