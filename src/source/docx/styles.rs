//! `styles.xml`: what a style says of numbers and of hidden text.

use super::xml::{Event, Fault, Xml};
use std::collections::HashMap;

/// Longest chain of styles based on each other that is followed.
const CHAIN: usize = 32;

/// A style's own settings, without those of the style it is based on.
#[derive(Debug, Clone, Default)]
struct Style {
    based_on: Option<String>,
    num_id: Option<u32>,
    ilvl: Option<u8>,
    hidden: Option<bool>,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    default_paragraph: Option<String>,
}

/// The numbering that a style gives, and the style of the chain that states it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct StyleNumber<'s> {
    pub num_id: u32,
    pub ilvl: Option<u8>,
    pub style: &'s str,
}

impl Styles {
    pub(super) fn parse(xml: &str) -> Result<Self, Fault> {
        let mut xml = Xml::new(xml);
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(tag) => match (tag.name(), &mut open) {
                    ("style", _) => {
                        let id = tag.attribute("styleId").unwrap_or_default();
                        let is_default = matches!(
                            tag.attribute("default").as_deref(),
                            Some("1" | "true" | "on")
                        );
                        if is_default && tag.attribute("type").as_deref() == Some("paragraph") {
                            styles.default_paragraph = Some(id.clone());
                        }
                        open = Some((id, Style::default()));
                    }
                    ("pPrChange" | "rPrChange" | "tblStylePr", _) => xml.skip()?,
                    ("basedOn", Some((_, style))) => style.based_on = tag.value(),
                    ("numId", Some((_, style))) => style.num_id = tag.number(),
                    ("ilvl", Some((_, style))) => {
                        style.ilvl = tag.number().map(|level| level.min(8) as u8);
                    }
                    ("vanish", Some((_, style))) => style.hidden = Some(tag.is_on()),
                    _ => {}
                },
                Event::End(name) if name == "style" => styles.by_id.extend(open.take()),
                _ => {}
            }
        }
        Ok(styles)
    }

    /// The style and those it is based on, nearest first.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let first = id.or(self.default_paragraph.as_deref());
        let look_up = |id: &'s str| {
            self.by_id
                .get_key_value(id)
                .map(|(id, style)| (id.as_str(), style))
        };
        std::iter::successors(first.and_then(look_up), move |(_, style)| {
            style.based_on.as_deref().and_then(look_up)
        })
        .take(CHAIN)
    }

    /// The numbering of a paragraph style (the default one if `None`).
    pub(super) fn number<'s>(&'s self, id: Option<&'s str>) -> Option<StyleNumber<'s>> {
        let ilvl = self.chain(id).find_map(|(_, style)| style.ilvl);
        self.chain(id)
            .find_map(|(name, style)| {
                style.num_id.map(|num_id| StyleNumber {
                    num_id,
                    ilvl,
                    style: name,
                })
            })
            .filter(|number| number.num_id != 0)
    }

    /// Whether text in this style is hidden.
    pub(super) fn hides(&self, id: Option<&str>) -> bool {
        self.chain(id)
            .find_map(|(_, style)| style.hidden)
            .unwrap_or(false)
    }
}
