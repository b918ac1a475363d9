//! `numbering.xml`: the numbers that Word makes and does not store in the text.
//!
//! A paragraph names a list (`num`) and a level; the list is an instance of an
//! abstract list, whose counters all its instances share. A deeper level begins
//! anew after a higher one, unless `lvlRestart` says otherwise.

use super::format;
use super::styles::Styles;
use super::xml::{Event, Fault, Tag, Xml};
use std::collections::{HashMap, HashSet};

/// Levels of a list.
const LEVELS: usize = 9;

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    /// The pattern: `（%2）` prints the number of the second level.
    text: String,
    /// 0: never begins anew; n: after level n (counted from 1) or higher.
    restart: Option<usize>,
    /// All numbers in digits.
    legal: bool,
    hidden: bool,
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            format: "decimal".to_owned(),
            text: String::new(),
            restart: None,
            legal: false,
            hidden: false,
            style: None,
        }
    }
}

#[derive(Debug, Default)]
struct Abstract {
    levels: [Option<Level>; LEVELS],
    /// The numbering style that holds the levels instead.
    link: Option<String>,
}

#[derive(Debug, Default)]
struct Instance {
    abstract_id: u32,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// The lists of a document and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    abstracts: HashMap<u32, Abstract>,
    instances: HashMap<u32, Instance>,
    counted: HashMap<u32, [Option<u32>; LEVELS]>,
    /// Instances whose own start has been used.
    started: HashSet<(u32, usize)>,
}

/// Where in `numbering.xml` the reader is.
enum Place {
    Outside,
    Abstract(u32, Abstract),
    Instance(u32, Instance),
}

impl Numbering {
    pub(super) fn parse(xml: &str, styles: &Styles) -> Result<Self, Fault> {
        let mut xml = Xml::new(xml);
        let mut numbering = Self::default();
        let mut place = Place::Outside;
        let mut level: Option<(usize, Level)> = None;
        let mut overridden = 0;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(tag) => match (tag.name(), &mut place, &mut level) {
                    ("Fallback", ..) => xml.skip()?,
                    ("abstractNum", ..) => {
                        place = Place::Abstract(id(&tag, "abstractNumId"), Abstract::default());
                    }
                    ("num", ..) => place = Place::Instance(id(&tag, "numId"), Instance::default()),
                    ("numStyleLink", Place::Abstract(_, list), _) => list.link = tag.value(),
                    ("abstractNumId", Place::Instance(_, list), _) => {
                        list.abstract_id = tag.number().unwrap_or_default();
                    }
                    ("lvlOverride", ..) => overridden = level_of(&tag),
                    ("startOverride", Place::Instance(_, list), _) => {
                        list.starts[overridden] = tag.number();
                    }
                    ("lvl", ..) => level = Some((level_of(&tag), Level::default())),
                    (property, _, Some((_, level))) => level.set(property, &tag),
                    _ => {}
                },
                Event::End(name) => match name.as_str() {
                    "lvl" => {
                        if let Some((at, level)) = level.take() {
                            match &mut place {
                                Place::Abstract(_, list) => list.levels[at] = Some(level),
                                Place::Instance(_, list) => list.levels[at] = Some(level),
                                Place::Outside => {}
                            }
                        }
                    }
                    "abstractNum" | "num" => match std::mem::replace(&mut place, Place::Outside) {
                        Place::Abstract(id, list) => drop(numbering.abstracts.insert(id, list)),
                        Place::Instance(id, list) => drop(numbering.instances.insert(id, list)),
                        Place::Outside => {}
                    },
                    _ => {}
                },
                Event::Text(_) => {}
            }
        }
        numbering.follow_links(styles);
        Ok(numbering)
    }

    /// Lets instances of a linked list use the list that the style names.
    fn follow_links(&mut self, styles: &Styles) {
        let targets: HashMap<u32, u32> = self
            .abstracts
            .iter()
            .filter_map(|(id, list)| {
                let number = styles.number(Some(list.link.as_deref()?))?;
                Some((*id, self.instances.get(&number.num_id)?.abstract_id))
            })
            .collect();
        for instance in self.instances.values_mut() {
            if let Some(target) = targets.get(&instance.abstract_id) {
                instance.abstract_id = *target;
            }
        }
    }

    /// The level that belongs to a paragraph style, where the list names one.
    pub(super) fn level_of_style(&self, num_id: u32, style: &str) -> Option<u8> {
        let list = self
            .abstracts
            .get(&self.instances.get(&num_id)?.abstract_id)?;
        let belongs = |level: &Option<Level>| {
            level
                .as_ref()
                .is_some_and(|l| l.style.as_deref() == Some(style))
        };
        list.levels.iter().position(belongs).map(|at| at as u8)
    }

    /// Counts one paragraph of the list and gives its number as printed, with
    /// a blank where text would run into it; `None` if nothing is printed.
    pub(super) fn next(&mut self, num_id: u32, ilvl: u8) -> Option<String> {
        let at = usize::from(ilvl).min(LEVELS - 1);
        let instance = self.instances.get(&num_id)?;
        let list = self.abstracts.get(&instance.abstract_id)?;
        let level = |at: usize| instance.levels[at].as_ref().or(list.levels[at].as_ref());
        let start = |at: usize| {
            instance.starts[at]
                .or_else(|| level(at).map(|level| level.start))
                .unwrap_or(1)
        };
        let counts = self.counted.entry(instance.abstract_id).or_default();
        // An instance with a start of its own begins there when it is first used.
        for (above, count) in counts.iter_mut().enumerate().take(at + 1) {
            if instance.starts[above].is_some() && self.started.insert((num_id, above)) {
                *count = None;
            }
        }
        counts[at] = Some(counts[at].map_or_else(|| start(at), |count| count.saturating_add(1)));
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let restart = level(deeper).and_then(|level| level.restart);
            if restart.is_none_or(|after| at < after) {
                *count = None;
            }
        }
        let shown = level(at)?;
        if shown.hidden {
            return None;
        }
        let printed = if shown.format == "bullet" {
            shown.text.chars().map(bullet).collect()
        } else {
            let value = |at: usize| {
                let format = level(at).map_or("decimal", |level| level.format.as_str());
                let format = if shown.legal { "decimal" } else { format };
                format::number(counts[at].unwrap_or_else(|| start(at)), format)
            };
            fill(&shown.text, value)
        };
        Some(printed).filter(|printed| !printed.trim().is_empty())
    }
}

impl Level {
    fn set(&mut self, property: &str, tag: &Tag) {
        match property {
            "start" => self.start = tag.number().unwrap_or(1),
            "numFmt" => self.format = tag.value().unwrap_or_default(),
            "lvlText" => self.text = tag.value().unwrap_or_default(),
            "lvlRestart" => self.restart = tag.number().map(|level| level as usize),
            "isLgl" => self.legal = tag.is_on(),
            "vanish" => self.hidden = tag.is_on(),
            "pStyle" => self.style = tag.value(),
            _ => {}
        }
    }
}

fn id(tag: &Tag, name: &str) -> u32 {
    tag.attribute(name)
        .and_then(|value| value.parse().ok())
        .unwrap_or_default()
}

fn level_of(tag: &Tag) -> usize {
    (id(tag, "ilvl") as usize).min(LEVELS - 1)
}

/// The pattern with the number of each level in its place.
fn fill(pattern: &str, value: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        match after.bytes().next() {
            Some(digit @ b'1'..=b'9') => {
                text.push_str(&value(usize::from(digit - b'1')));
                rest = &after[1..];
            }
            _ => {
                text.push('%');
                rest = after;
            }
        }
    }
    text + rest
}

/// Bullets of the symbol fonts stand in the private use area; the nearest
/// Unicode character is printed instead.
fn bullet(symbol: char) -> char {
    match symbol {
        '\u{F06C}' => '●',
        '\u{F06E}' | '\u{F0A7}' => '■',
        '\u{F075}' => '◆',
        '\u{F0D8}' => '➢',
        '\u{F0FC}' => '✓',
        '\u{E000}'..='\u{F8FF}' => '•',
        other => other,
    }
}
