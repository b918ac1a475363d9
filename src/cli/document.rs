//! A DOC argument → a document that is read, parsed and understood.

use clap::ArgMatches;

use super::context::{Context, Guide};
use super::output;
use crate::corpus::{CorpusError, Found, Opening, guess};
use crate::outline::{self, GuideHeading};
use crate::report::{Document, GuideUsed};
use crate::source::{self, Described, DescribedGuide};
use crate::task::{self, Level, Plan};

impl Context {
    /// Reads and parses a document argument.
    pub(super) fn document(&self, name: &str) -> Result<Document, CorpusError> {
        self.understood(self.corpus.read(name, &self.limits)?)
    }

    /// Parses what was found. Damaged text is guided by the document that the
    /// user named, else by that which the export or the register names.
    pub(super) fn understood(&self, found: Found<'_>) -> Result<Document, CorpusError> {
        let guide = match (&self.guide, &found.source.described) {
            (Guide::Off, _) => None,
            (Guide::Document(guide), _) => Some(self.guide(guide)?),
            (Guide::OfRegister, Some(described)) => described.guide.as_ref().map(guide_described),
            (Guide::OfRegister, None) => found
                .entry
                .and_then(|entry| entry.reference.as_deref())
                .map(|reference| self.guide(reference))
                .transpose()?,
        };
        Ok(parsed(found, guide, self.growth))
    }

    fn guide(&self, name: &str) -> Result<GuideUsed, CorpusError> {
        let found = self.corpus.read(name, &self.limits)?;
        Ok(guide_of(&parsed(found, None, self.growth)))
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
                Some(guide_of(reference)),
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
            Guide::OfRegister => Ok(parsed(found, reference.map(guide_of), self.growth)),
            Guide::Document(guide) => Ok(parsed(found, Some(self.guide(guide)?), self.growth)),
        }
    }
}

/// What guides the restoring of damaged text: the headings of a document.
fn guide_of(document: &Document) -> GuideUsed {
    let outline = &document.plan.outline;
    let headings = outline
        .nodes
        .iter()
        .filter(|node| node.num.is_some() || node.recovered.is_some())
        .filter_map(|node| {
            let heading = node.heading?;
            Some(GuideHeading {
                level: node.level,
                text: heading.of(&outline.text).to_owned(),
            })
        });
    GuideUsed {
        id: document.id.clone(),
        sha256: document.source.sha256.clone(),
        headings: headings.collect(),
    }
}

fn guide_described(described: &DescribedGuide) -> GuideUsed {
    let headings = described.headings.iter().map(|heading| GuideHeading {
        level: heading.level,
        text: heading.text.clone(),
    });
    GuideUsed {
        id: described.id.clone(),
        sha256: described.sha256.clone(),
        headings: headings.collect(),
    }
}

fn parsed(found: Found<'_>, guide: Option<GuideUsed>, limits: outline::Limits) -> Document {
    let headings = guide.as_ref().map(|guide| &guide.headings[..]);
    let outline = outline::parse_within(&found.source.text, headings, limits);
    let guide = guide.filter(|_| outline.nodes.iter().any(|node| node.recovered.is_some()));
    let plan = task::read(outline);
    let about = About::of(&found, &plan);
    Document {
        id: about.id,
        level: about.level,
        place: about.place,
        called: about.called,
        title: about.title,
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

/// What is said of a document: by the export that it was read from, else by the
/// register, else by its name and text.
struct About {
    id: String,
    title: String,
    level: Level,
    place: Option<String>,
    called: Option<String>,
}

impl About {
    fn of(found: &Found<'_>, plan: &Plan) -> Self {
        if let Some(described) = &found.source.described {
            let Described {
                id,
                title,
                level,
                place,
                called,
                ..
            } = &**described;
            return Self {
                id: id.clone(),
                level: Level::from_name(level).unwrap_or_else(|| level_of(plan)),
                title: title.clone(),
                place: place.clone(),
                called: called.clone(),
            };
        }
        if let Some(entry) = found.entry {
            return Self {
                id: entry.id.clone(),
                title: entry.title.clone(),
                level: entry.level,
                place: entry.place.clone(),
                called: entry.names.first().cloned(),
            };
        }
        let title = plan.title().unwrap_or_default();
        Self {
            id: id_of_path(&found.source.name),
            title: title.to_owned(),
            level: level_of(plan),
            place: None,
            called: None,
        }
    }
}

fn id_of_path(name: &str) -> String {
    let stem = std::path::Path::new(name).file_stem();
    stem.map_or_else(
        || name.to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}
