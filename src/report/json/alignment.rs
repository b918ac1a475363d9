//! `plan.alignment/1`: which local clauses say the same as which reference
//! clauses.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::code::Code;
use super::document::UnitsForm;
use super::{Head, PROGRAM, Place, Program, rounded, write};
use crate::align::{
    Coverage, DecidedBy, Force, Link, LocalKind, Origin, Scope, Status, Summary, Wording,
};
use crate::diagnostic::Positions;
use crate::report::Comparison;
use crate::task::{Applies, ClauseKind, Plan};
use crate::words::Lang;

/// One comparison.
pub fn alignment(comparison: &Comparison, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    write(&Form::new(comparison, lang), out)
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'a> {
    #[schemars(extend("const" = "plan.alignment/1"))]
    schema: &'static str,
    program: Program,
    decisions: Option<Decisions<'a>>,
    reference: Head<'a>,
    local: Head<'a>,
    clauses: Vec<ClauseForm<'a>>,
    locals: Vec<LocalForm<'a>>,
    summary: SummaryForm<'a>,
}

#[derive(Serialize, JsonSchema)]
struct Decisions<'a> {
    name: &'a str,
    sha256: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct ClauseForm<'a> {
    id: &'a str,
    citation: String,
    kind: Code<ClauseKind>,
    text: &'a str,
    span: Place,
    status: Code<Status>,
    coverage: f64,
    topic_only: bool,
    applicability: Verdict,
    decided_by: Code<DecidedBy>,
    links: Vec<LinkForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    nearest: Vec<NearestForm<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Verdict {
    value: Code<Applies>,
    reason: String,
}

#[derive(Serialize, JsonSchema)]
struct LinkForm<'a> {
    local: &'a str,
    confidence: f64,
    wording: Code<Wording>,
    scope: Code<Scope>,
    force: Code<Force>,
    moved: bool,
    changes: Vec<ChangeForm<'a>>,
    evidence: Vec<EvidenceForm>,
    decided_by: Code<DecidedBy>,
}

#[derive(Serialize, JsonSchema)]
struct ChangeForm<'a> {
    kind: &'static str,
    reference: Option<&'a str>,
    local: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct EvidenceForm {
    feature: &'static str,
    value: f64,
    weight: f64,
}

#[derive(Serialize, JsonSchema)]
struct NearestForm<'a> {
    local: &'a str,
    confidence: f64,
}

#[derive(Serialize, JsonSchema)]
struct LocalForm<'a> {
    id: &'a str,
    citation: String,
    kind: Code<LocalKind>,
    text: &'a str,
    span: Place,
    origin: Option<Code<Origin>>,
    units: Option<UnitsForm<'a>>,
    links: Vec<BackLink<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct BackLink<'a> {
    clause: &'a str,
    confidence: f64,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct SummaryForm<'a> {
    total: CoverageForm,
    organisation: CoverageForm,
    chapters: Vec<ChapterForm<'a>>,
    paragraph_means: Means,
    moved: usize,
    local_tasks: Origins,
}

#[derive(Serialize, JsonSchema)]
struct ChapterForm<'a> {
    id: &'a str,
    citation: String,
    heading: Option<&'a str>,
    organisation: bool,
    #[serde(flatten)]
    coverage: CoverageForm,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct CoverageForm {
    counted: usize,
    covered: usize,
    covered_or_partial: usize,
    covered_partial_or_topic_only: usize,
    higher: usize,
    unclear: usize,
}

#[derive(Serialize, JsonSchema)]
struct Means {
    covered: f64,
    covered_or_partial: f64,
}

#[derive(Serialize, JsonSchema)]
struct Origins {
    central: usize,
    local: usize,
}

impl From<&Coverage> for CoverageForm {
    fn from(coverage: &Coverage) -> Self {
        let Coverage {
            counted,
            covered,
            partial,
            topic_only,
            higher,
            unclear,
        } = *coverage;
        Self {
            counted,
            covered,
            covered_or_partial: covered + partial,
            covered_partial_or_topic_only: covered + partial + topic_only,
            higher,
            unclear,
        }
    }
}

impl<'a> Form<'a> {
    fn new(comparison: &Comparison<'a>, lang: Lang) -> Self {
        let Comparison {
            reference,
            local,
            alignment,
        } = *comparison;
        Self {
            schema: "plan.alignment/1",
            program: PROGRAM,
            decisions: None,
            reference: Head::of(reference),
            local: Head::of(local),
            clauses: clauses(comparison, lang),
            locals: locals(comparison),
            summary: SummaryForm::new(&alignment.summary, &reference.plan),
        }
    }
}

fn clauses<'a>(comparison: &Comparison<'a>, lang: Lang) -> Vec<ClauseForm<'a>> {
    let plan = &comparison.reference.plan;
    let local = &comparison.local.plan;
    let positions = Positions::new(&plan.outline.text);
    let form = |(at, verdict): (usize, &'a crate::align::ClauseVerdict)| {
        let clause = &plan.clauses[at];
        ClauseForm {
            id: &clause.id,
            citation: plan.citation(at),
            kind: Code(clause.kind),
            text: plan.text(at),
            span: Place::new(clause.span, &positions),
            status: Code(verdict.status),
            coverage: rounded(verdict.coverage),
            topic_only: verdict.topic_only,
            applicability: Verdict {
                value: Code(verdict.applicability.0),
                reason: verdict.applicability.1.message(lang),
            },
            decided_by: Code(verdict.decided_by),
            links: verdict
                .links
                .iter()
                .map(|link| link_form(link, local))
                .collect(),
            nearest: verdict
                .nearest
                .iter()
                .map(|near| NearestForm {
                    local: &local.clauses[near.local].id,
                    confidence: rounded(near.confidence),
                })
                .collect(),
        }
    };
    comparison
        .alignment
        .clauses
        .iter()
        .enumerate()
        .map(form)
        .collect()
}

fn link_form<'a>(link: &'a Link, local: &'a Plan) -> LinkForm<'a> {
    LinkForm {
        local: &local.clauses[link.local].id,
        confidence: rounded(link.confidence),
        wording: Code(link.wording),
        scope: Code(link.scope),
        force: Code(link.force),
        moved: link.moved,
        changes: link
            .changes
            .iter()
            .map(|change| ChangeForm {
                kind: change.kind,
                reference: change.reference.as_deref(),
                local: change.local.as_deref(),
            })
            .collect(),
        evidence: link
            .evidence
            .iter()
            .map(|reason| EvidenceForm {
                feature: reason.feature,
                value: rounded(reason.value),
                weight: rounded(reason.weight),
            })
            .collect(),
        decided_by: Code(link.decided_by),
    }
}

fn locals<'a>(comparison: &Comparison<'a>) -> Vec<LocalForm<'a>> {
    let plan = &comparison.local.plan;
    let reference = &comparison.reference.plan;
    let positions = Positions::new(&plan.outline.text);
    let form = |(at, verdict): (usize, &'a crate::align::LocalVerdict)| {
        let clause = &plan.clauses[at];
        LocalForm {
            id: &clause.id,
            citation: plan.citation(at),
            kind: Code(verdict.kind),
            text: plan.text(at),
            span: Place::new(clause.span, &positions),
            origin: verdict.origin.map(Code),
            units: plan.task_of(at).map(|task| UnitsForm::of(plan, task)),
            links: verdict
                .links
                .iter()
                .map(|&(clause, confidence)| BackLink {
                    clause: &reference.clauses[clause].id,
                    confidence: rounded(confidence),
                })
                .collect(),
        }
    };
    comparison
        .alignment
        .locals
        .iter()
        .enumerate()
        .map(form)
        .collect()
}

impl<'a> SummaryForm<'a> {
    pub(in crate::report) fn new(summary: &Summary, plan: &'a Plan) -> Self {
        let outline = &plan.outline;
        Self {
            total: (&summary.total).into(),
            organisation: (&summary.organisation).into(),
            chapters: summary
                .chapters
                .iter()
                .map(|chapter| ChapterForm {
                    id: &outline.nodes[chapter.node].id,
                    citation: outline.citation(chapter.node),
                    heading: outline.nodes[chapter.node]
                        .heading
                        .map(|heading| heading.of(&outline.text)),
                    organisation: chapter.organisation,
                    coverage: (&chapter.coverage).into(),
                })
                .collect(),
            paragraph_means: Means {
                covered: rounded(summary.paragraph_means.0),
                covered_or_partial: rounded(summary.paragraph_means.1),
            },
            moved: summary.moved,
            local_tasks: Origins {
                central: summary.origins.0,
                local: summary.origins.1,
            },
        }
    }
}
