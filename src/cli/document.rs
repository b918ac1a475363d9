//! A DOC argument → a document that is read, parsed and understood.

use clap::ArgMatches;

use super::context::{Context, Guide};
use super::output;
use crate::corpus::{CorpusError, Entry, Found, Opening, guess};
use crate::outline::{self, GuideHeading};
use crate::report::{Document, GuideUsed};
use crate::source;
use crate::task::{self, Level, Plan};

impl Context {
    /// Reads and parses a document argument.
    pub(super) fn document(&self, name: &str) -> Result<Document, CorpusError> {
        let found = self.corpus.read(name, &self.limits)?;
        let guide = match &self.guide {
            Guide::Off => None,
            Guide::Document(guide) => Some(guide.as_str()),
            Guide::OfRegister => found.entry.and_then(|entry| entry.reference.as_deref()),
        };
        let guide = guide
            .map(|guide| {
                self.corpus
                    .read(guide, &self.limits)
                    .map(|found| parsed(found, None, self.growth))
            })
            .transpose()?;
        Ok(parsed(found, guide.as_ref(), self.growth))
    }

    /// Reads and parses a document by itself, whatever it answers to.
    pub(super) fn document_itself(&self, name: &str) -> Result<Document, CorpusError> {
        Ok(parsed(
            self.corpus.read(name, &self.limits)?,
            None,
            self.growth,
        ))
    }

    /// Reads several documents; one that is refused is told of and left out,
    /// unless it is the only one.
    pub(super) fn documents(&self, names: &[String]) -> anyhow::Result<Vec<Document>> {
        let mut documents = Vec::new();
        for name in names {
            match self.document(name) {
                Ok(document) => documents.push(document),
                Err(error) if names.len() > 1 => output::complain(&error.into(), self.lang),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(documents)
    }

    /// The local plans named, or all of the corpus that answer to the reference.
    pub(super) fn locals(&self, matches: &ArgMatches, reference: &Document) -> Vec<String> {
        match matches.get_many::<String>("locals") {
            Some(named) => named.cloned().collect(),
            None => self
                .corpus
                .locals_of(&reference.id)
                .map(|entry| entry.id.clone())
                .collect(),
        }
    }

    /// As [`Context::document`], guided by a document that is already parsed
    /// unless the user chose another guide or none.
    pub(super) fn document_guided_by(
        &self,
        name: &str,
        reference: &Document,
    ) -> Result<Document, CorpusError> {
        match self.guide {
            Guide::OfRegister => Ok(parsed(
                self.corpus.read(name, &self.limits)?,
                Some(reference),
                self.growth,
            )),
            Guide::Document(_) | Guide::Off => self.document(name),
        }
    }
}

impl Context {
    /// A document that came as bytes under a name. Damaged text is guided by
    /// the reference, unless the user chose another guide or none.
    pub(super) fn document_of(
        &self,
        bytes: &[u8],
        name: &str,
        reference: Option<&Document>,
    ) -> Result<Document, CorpusError> {
        let source = source::read(bytes, name, &self.limits)?;
        let entry = self.corpus.record_of(&source);
        let found = Found { source, entry };
        match &self.guide {
            Guide::Off => Ok(parsed(found, None, self.growth)),
            Guide::OfRegister => Ok(parsed(found, reference, self.growth)),
            Guide::Document(guide) => {
                let guide = parsed(self.corpus.read(guide, &self.limits)?, None, self.growth);
                Ok(parsed(found, Some(&guide), self.growth))
            }
        }
    }
}

fn parsed(found: Found<'_>, guide: Option<&Document>, limits: outline::Limits) -> Document {
    let headings = guide.map(headings);
    let outline = outline::parse_within(&found.source.text, headings.as_deref(), limits);
    let guide = guide
        .filter(|_| outline.nodes.iter().any(|node| node.recovered.is_some()))
        .map(|guide| GuideUsed {
            id: guide.id.clone(),
            sha256: guide.source.sha256.clone(),
        });
    let plan = task::read(outline);
    let title = match found.entry {
        Some(entry) => entry.title.clone(),
        None => plan.title().unwrap_or_default().to_owned(),
    };
    Document {
        id: found
            .entry
            .map_or_else(|| id_of_path(&found.source.name), |entry| entry.id.clone()),
        level: found
            .entry
            .map_or_else(|| level_of(&plan), |entry: &Entry| entry.level),
        place: found.entry.and_then(|entry| entry.place.clone()),
        called: found.entry.and_then(|entry| entry.names.first().cloned()),
        title,
        guide,
        source: found.source,
        plan,
    }
}

/// What of a plan speaks of itself.
pub(super) fn opening(plan: &Plan) -> Opening<'_> {
    const LONGEST: usize = 6000;
    const BACK: usize = 600;
    let text = plan.outline.text.as_str();
    let first = plan.outline.nodes.iter().find(|node| node.num.is_some());
    let front = first.map_or(text.len(), |node| node.span.start);
    Opening {
        title: plan.title().unwrap_or_default(),
        front: &text[..text.floor_char_boundary(front.min(LONGEST))],
        back: &text[text.ceil_char_boundary(text.len().saturating_sub(BACK))..],
    }
}

/// The level that a plan speaks for; one that tells nothing of it is read as a
/// city's.
fn level_of(plan: &Plan) -> Level {
    guess(&opening(plan)).level.unwrap_or(Level::City)
}

fn id_of_path(name: &str) -> String {
    let stem = std::path::Path::new(name).file_stem();
    stem.map_or_else(
        || name.to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}

fn headings(document: &Document) -> Vec<GuideHeading> {
    let outline = &document.plan.outline;
    outline
        .nodes
        .iter()
        .filter(|node| node.num.is_some() || node.recovered.is_some())
        .filter_map(|node| {
            let heading = node.heading?;
            Some(GuideHeading {
                level: node.level,
                text: heading.of(&outline.text).to_owned(),
            })
        })
        .collect()
}
