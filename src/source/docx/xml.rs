//! Reading the XML of a part: elements by their local names, character
//! references in their place, and no document type.

use crate::words::error::{PartFault, Refusal};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event as Raw};
use quick_xml::reader::Reader;
use std::borrow::Cow;

/// Why a part could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is not well formed.
    IllFormed,
    /// It declares a document type, the way entities come in.
    DocumentType,
}

impl Fault {
    pub(super) fn refusal(self, part: &str) -> Refusal {
        let part = part.to_owned();
        match self {
            Self::IllFormed => Refusal::BrokenDocx {
                part,
                fault: PartFault::Xml,
            },
            Self::DocumentType => Refusal::DocumentType { part },
        }
    }
}

pub(super) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    depth: usize,
    /// Whether the root has been opened.
    begun: bool,
}

/// What the callers need to see. An empty element is a start followed by an end.
pub(super) enum Event<'x> {
    Start(Tag<'x>),
    /// The local name of the element that ends.
    End(String),
    Text(String),
}

pub(super) struct Tag<'x>(BytesStart<'x>);

impl<'x> Xml<'x> {
    pub(super) fn new(xml: &'x str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            depth: 0,
            begun: false,
        }
    }

    /// The next event; `None` after the root element.
    pub(super) fn next(&mut self) -> Result<Option<Event<'x>>, Fault> {
        loop {
            return Ok(Some(
                match self.reader.read_event().map_err(|_| Fault::IllFormed)? {
                    Raw::Start(start) => {
                        self.depth += 1;
                        self.begun = true;
                        Event::Start(Tag(start))
                    }
                    Raw::End(end) => {
                        self.depth = self.depth.checked_sub(1).ok_or(Fault::IllFormed)?;
                        Event::End(end.local_name().as_ref().to_owned())
                    }
                    Raw::Text(text) => Event::Text(text.xml10_content().into_owned()),
                    Raw::CData(text) => Event::Text(text.xml10_content().into_owned()),
                    Raw::GeneralRef(reference) => {
                        let character = match reference.resolve_char_ref() {
                            Ok(Some(character)) => character,
                            Ok(None) => {
                                predefined(&reference.xml10_content()).ok_or(Fault::IllFormed)?
                            }
                            Err(_) => return Err(Fault::IllFormed),
                        };
                        Event::Text(character.to_string())
                    }
                    Raw::DocType(_) => return Err(Fault::DocumentType),
                    Raw::Eof if self.begun && self.depth == 0 => return Ok(None),
                    Raw::Eof => return Err(Fault::IllFormed),
                    Raw::Empty(_) | Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) => continue,
                },
            ));
        }
    }

    /// Passes over everything up to the end of the element that has just begun.
    pub(super) fn skip(&mut self) -> Result<(), Fault> {
        let outside = self.depth - 1;
        while self.depth > outside {
            self.next()?.ok_or(Fault::IllFormed)?;
        }
        Ok(())
    }
}

impl Tag<'_> {
    /// The local name.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of the attribute of this local name.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.0
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)
            .and_then(|attribute| {
                attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .ok()
                    .map(Cow::into_owned)
            })
    }

    /// The `val` attribute.
    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The `val` attribute as a number.
    pub(super) fn number(&self) -> Option<u32> {
        self.value()?.trim().parse().ok()
    }

    /// Whether a property is on: it is, unless it says otherwise.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off"))
    }
}

fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}
