//! `plan.document/1`: a document as a tree with its clauses and units.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::code::Code;
use super::{PROGRAM, Piece, Place, Program, rounded, write, write_line};
use crate::diagnostic::json::DiagnosticForm;
use crate::diagnostic::{Finding, Positions};
use crate::outline::{Kind, NodeIndex, RecoveredBy, Style};
use crate::report::{Document, GuideUsed};
use crate::source::Format;
use crate::task::{
    self, Applicability, Applies, ClauseIndex, ClauseKind, Level, Plan, Reason, Responsibility,
    Role,
};
use crate::words::Lang;

/// One document.
pub fn document(document: &Document, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    write(&Form::new(document, lang), out)
}

/// As [`document`], on one line.
pub fn document_line(document: &Document, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    write_line(&Form::new(document, lang), out)
}

/// Several documents in one object.
pub fn documents(documents: &[Document], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let documents = documents
        .iter()
        .map(|document| Form::new(document, lang))
        .collect();
    write(
        &Forms {
            schema: "plan.documents/1",
            documents,
        },
        out,
    )
}

/// Several documents.
#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Forms<'d> {
    #[schemars(extend("const" = "plan.documents/1"))]
    schema: &'static str,
    documents: Vec<Form<'d>>,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'d> {
    #[schemars(extend("const" = "plan.document/1"))]
    schema: &'static str,
    program: Program,
    document: Head<'d>,
    nodes: Vec<NodeForm<'d>>,
    diagnostics: Vec<DiagnosticForm<'d>>,
    /// The decoded text, into which all spans point.
    text: &'d str,
}

#[derive(Serialize, JsonSchema)]
struct Head<'d> {
    id: &'d str,
    title: &'d str,
    level: Code<Level>,
    guide: Option<Guide<'d>>,
    source: SourceForm<'d>,
    /// What people call the document, if the register says.
    called: Option<&'d str>,
    /// The place that it is for, if the register says.
    place: Option<&'d str>,
}

/// The document whose headings helped to restore a damaged text; with them the
/// tree can be read again where the guide is not at hand.
#[derive(Serialize, JsonSchema)]
struct Guide<'d> {
    id: &'d str,
    sha256: &'d str,
    headings: Vec<HeadingForm<'d>>,
}

#[derive(Serialize, JsonSchema)]
struct HeadingForm<'d> {
    level: u8,
    text: &'d str,
}

impl<'d> Guide<'d> {
    fn of(guide: &'d GuideUsed) -> Self {
        let headings = guide.headings.iter().map(|heading| HeadingForm {
            level: heading.level,
            text: &heading.text,
        });
        Self {
            id: &guide.id,
            sha256: &guide.sha256,
            headings: headings.collect(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
struct SourceForm<'d> {
    name: &'d str,
    sha256: &'d str,
    encoding: &'d str,
    bom: bool,
    bytes: usize,
    format: Code<Format>,
    /// Whether nothing stated the encoding and more than one was possible.
    guessed: bool,
    /// The encoding in which the text had wrongly been decoded before it was
    /// saved, where that was undone.
    misread_as: Option<&'d str>,
}

#[derive(Serialize, JsonSchema)]
struct NodeForm<'d> {
    #[serde(flatten)]
    own: OwnForm<'d>,
    children: Vec<NodeForm<'d>>,
}

/// A node without those below it.
#[derive(Serialize, JsonSchema)]
pub(super) struct OwnForm<'d> {
    id: &'d str,
    citation: String,
    kind: Code<Kind>,
    level: u8,
    task: bool,
    recovered: Option<RecoveredForm>,
    num: Option<NumForm<'d>>,
    heading: Option<Piece<'d>>,
    span: Place,
    clauses: Vec<ClauseForm<'d>>,
    responsibilities: Vec<ResponsibilityForm<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    units: Option<UnitsForm<'d>>,
}

#[derive(Serialize, JsonSchema)]
struct RecoveredForm {
    by: Code<RecoveredBy>,
    confidence: f64,
}

#[derive(Serialize, JsonSchema)]
struct NumForm<'d> {
    text: &'d str,
    style: Code<Style>,
    value: u32,
    span: Place,
}

#[derive(Serialize, JsonSchema)]
struct ClauseForm<'d> {
    id: &'d str,
    kind: Code<ClauseKind>,
    text: &'d str,
    span: Place,
    instruments: Vec<InstrumentForm<'d>>,
    deadlines: Vec<DeadlineForm<'d>>,
    applicability: ApplicabilityForm,
}

/// Whether a clause falls to a locality of each level.
#[derive(Serialize, JsonSchema)]
struct ApplicabilityForm {
    province: Verdict,
    city: Verdict,
    county: Verdict,
}

#[derive(Serialize, JsonSchema)]
struct InstrumentForm<'d> {
    title: &'d str,
    verb: Option<&'d str>,
    span: Place,
}

#[derive(Serialize, JsonSchema)]
struct DeadlineForm<'d> {
    text: &'d str,
    recurring: bool,
    span: Place,
}

#[derive(Serialize, JsonSchema)]
struct Verdict {
    value: Code<Applies>,
    reason: String,
}

#[derive(Serialize, JsonSchema)]
struct ResponsibilityForm<'d> {
    role: Code<Role>,
    label: Piece<'d>,
    units: Vec<UnitForm<'d>>,
    covers: Vec<&'d str>,
}

#[derive(Serialize, JsonSchema)]
struct UnitForm<'d> {
    name: &'d str,
    span: Place,
}

/// The units of a task, resolved from all that covers it.
#[derive(Serialize, JsonSchema)]
pub(super) struct UnitsForm<'d> {
    lead: Vec<&'d str>,
    support: Vec<&'d str>,
    responsible: Vec<&'d str>,
}

impl<'d> UnitsForm<'d> {
    pub(super) fn of(plan: &'d Plan, task: NodeIndex) -> Self {
        Self {
            lead: plan.units(task, Role::Lead),
            support: plan.units(task, Role::Support),
            responsible: plan.units(task, Role::Responsible),
        }
    }
}

impl<'d> Form<'d> {
    fn new(document: &'d Document, lang: Lang) -> Self {
        let writer = Writer::new(document, lang);
        let source = &document.source;
        Self {
            schema: "plan.document/1",
            program: PROGRAM,
            document: Head {
                id: &document.id,
                title: &document.title,
                level: Code(document.level),
                guide: document.guide.as_ref().map(Guide::of),
                source: SourceForm {
                    name: &source.name,
                    sha256: &source.sha256,
                    encoding: source.encoding,
                    bom: source.bom,
                    bytes: source.bytes,
                    format: Code(source.format),
                    guessed: source
                        .diagnostics
                        .iter()
                        .any(|found| matches!(found.finding, Finding::GuessedEncoding { .. })),
                    misread_as: source
                        .diagnostics
                        .iter()
                        .find_map(|found| match &found.finding {
                            Finding::MojibakeUndone { from } => Some(from.as_str()),
                            _ => None,
                        }),
                },
                called: document.called.as_deref(),
                place: document.place.as_deref(),
            },
            nodes: writer
                .plan
                .outline
                .top()
                .map(|top| writer.node(top))
                .collect(),
            diagnostics: document
                .diagnostics()
                .map(|diagnostic| {
                    DiagnosticForm::new(diagnostic, &source.name, &writer.positions, lang)
                })
                .collect(),
            text: &source.text,
        }
    }
}

/// Writes the nodes of one document.
pub(super) struct Writer<'d> {
    plan: &'d Plan,
    applicability: Vec<Applicability>,
    positions: Positions<'d>,
    lang: Lang,
}

impl<'d> Writer<'d> {
    pub(super) fn new(document: &'d Document, lang: Lang) -> Self {
        Self {
            plan: &document.plan,
            applicability: task::applicability(&document.plan),
            positions: Positions::new(&document.plan.outline.text),
            lang,
        }
    }

    fn node(&self, index: NodeIndex) -> NodeForm<'d> {
        let children = self.plan.outline.children(index);
        NodeForm {
            own: self.own(index),
            children: children.map(|child| self.node(child)).collect(),
        }
    }

    pub(super) fn own(&self, index: NodeIndex) -> OwnForm<'d> {
        let outline = &self.plan.outline;
        let node = &outline.nodes[index];
        let text = outline.text.as_str();
        OwnForm {
            id: &node.id,
            citation: outline.citation(index),
            kind: Code(node.kind),
            level: node.level,
            task: self.plan.tasks[index],
            recovered: node.recovered.map(|recovered| RecoveredForm {
                by: Code(recovered.by),
                confidence: rounded(recovered.confidence),
            }),
            num: node.num.map(|num| NumForm {
                text: num.span.of(text),
                style: Code(num.style),
                value: num.value,
                span: Place::new(num.span, &self.positions),
            }),
            heading: node
                .heading
                .map(|heading| Piece::new(heading, text, &self.positions)),
            span: Place::new(node.span, &self.positions),
            clauses: self
                .plan
                .clauses_of(index)
                .map(|clause| self.clause(clause))
                .collect(),
            responsibilities: self
                .plan
                .responsibilities_of(index)
                .map(|entry| self.responsibility(entry))
                .collect(),
            units: self.plan.tasks[index].then(|| UnitsForm::of(self.plan, index)),
        }
    }

    fn clause(&self, index: ClauseIndex) -> ClauseForm<'d> {
        let clause = &self.plan.clauses[index];
        let text = self.plan.outline.text.as_str();
        let place = |span| Place::new(span, &self.positions);
        let verdict = |(applies, reason): &(Applies, Reason)| Verdict {
            value: Code(*applies),
            reason: reason.message(self.lang),
        };
        let applicability = &self.applicability[index];
        ClauseForm {
            id: &clause.id,
            kind: Code(clause.kind),
            text: clause.span.of(text),
            span: place(clause.span),
            instruments: clause
                .instruments
                .iter()
                .map(|instrument| InstrumentForm {
                    title: instrument.span.of(text),
                    verb: instrument.verb.map(|verb| verb.of(text)),
                    span: place(instrument.span),
                })
                .collect(),
            deadlines: clause
                .deadlines
                .iter()
                .map(|deadline| DeadlineForm {
                    text: deadline.span.of(text),
                    recurring: deadline.recurring,
                    span: place(deadline.span),
                })
                .collect(),
            applicability: ApplicabilityForm {
                province: verdict(&applicability.province),
                city: verdict(&applicability.city),
                county: verdict(&applicability.county),
            },
        }
    }

    fn responsibility(&self, entry: &'d Responsibility) -> ResponsibilityForm<'d> {
        let outline = &self.plan.outline;
        ResponsibilityForm {
            role: Code(entry.role),
            label: Piece::new(entry.label, &outline.text, &self.positions),
            units: entry
                .units
                .iter()
                .map(|unit| UnitForm {
                    name: &unit.name,
                    span: Place::new(unit.span, &self.positions),
                })
                .collect(),
            covers: entry
                .covers
                .iter()
                .map(|&node| outline.nodes[node].id.as_str())
                .collect(),
        }
    }
}
