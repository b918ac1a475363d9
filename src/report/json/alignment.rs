//! `plan.alignment/1`: which local clauses say the same as which reference
//! clauses.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::code::Code;
use super::document::UnitsForm;
use super::{Head, PROGRAM, Place, Program, rounded, write, write_line};
use crate::align::{
    Change, ChangeKind, Coverage, DecidedBy, Detail, Evidence, Feature, Force, Link, LocalKind,
    Nearest, Origin, Scope, Status, Summary, Wording,
};
use crate::diagnostic::Positions;
use crate::report::wording::shared;
use crate::report::{Comparison, DecisionsUsed, label};
use crate::task::{Applies, ClauseIndex, ClauseKind, Plan};
use crate::words::Lang;

/// One comparison.
pub fn alignment(comparison: &Comparison, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    write(&Form::new(comparison, lang), out)
}

/// As [`alignment`], on one line.
pub fn alignment_line(comparison: &Comparison, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    write_line(&Form::new(comparison, lang), out)
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Form<'a> {
    #[schemars(extend("const" = "plan.alignment/1"))]
    schema: &'static str,
    program: Program,
    decisions: Option<DecisionsForm<'a>>,
    reference: Head<'a>,
    local: Head<'a>,
    clauses: Vec<ClauseForm<'a>>,
    locals: Vec<LocalForm<'a>>,
    summary: SummaryForm<'a>,
}

/// The decisions that were put above the program's verdicts.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Decisions")]
pub(in crate::report) struct DecisionsForm<'a> {
    name: &'a str,
    sha256: &'a str,
    applied: usize,
    lapsed: Vec<LapsedForm<'a>>,
}

/// A decision that no longer applies.
#[derive(Serialize, JsonSchema)]
struct LapsedForm<'a> {
    clause: &'a str,
    local: Option<&'a str>,
    action: &'a str,
    value: Option<&'static str>,
    remark: &'a str,
    reason: &'static str,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct ClauseForm<'a> {
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
    /// The three nearest local clauses where there is no link; else empty.
    nearest: Vec<NearestForm<'a>>,
    /// What a reader notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<&'a str>,
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
    shared: SharedForm,
}

#[derive(Serialize, JsonSchema)]
struct ChangeForm<'a> {
    kind: Code<ChangeKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<Code<Detail>>,
    reference: Option<&'a str>,
    local: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct EvidenceForm {
    feature: Code<Feature>,
    value: f64,
    weight: f64,
    message: String,
}

/// Where the wording that both clauses have stands, in each document.
#[derive(Serialize, JsonSchema)]
struct SharedForm {
    reference: Vec<[usize; 2]>,
    local: Vec<[usize; 2]>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct NearestForm<'a> {
    local: &'a str,
    confidence: f64,
    evidence: Vec<EvidenceForm>,
    shared: SharedForm,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct LocalForm<'a> {
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
            decisions,
        } = *comparison;
        Self {
            schema: "plan.alignment/1",
            program: PROGRAM,
            decisions: decisions.map(DecisionsForm::of),
            reference: Head::of(reference),
            local: Head::of(local),
            clauses: clause_forms(comparison, 0..alignment.clauses.len(), lang),
            locals: local_forms(comparison, 0..alignment.locals.len()),
            summary: SummaryForm::new(&alignment.summary, &reference.plan),
        }
    }
}

impl<'a> DecisionsForm<'a> {
    pub(in crate::report) fn of(used: &'a DecisionsUsed) -> Self {
        Self {
            name: &used.name,
            sha256: &used.sha256,
            applied: used.made.len(),
            lapsed: used
                .lapsed
                .iter()
                .map(|(decision, lapse)| {
                    let (action, value) = decision.action.names();
                    LapsedForm {
                        clause: &decision.clause.id,
                        local: decision.local.as_ref().map(|mark| mark.id.as_str()),
                        action,
                        value,
                        remark: &decision.remark,
                        reason: lapse.name(),
                    }
                })
                .collect(),
        }
    }
}

/// These clauses of the reference.
pub(super) fn clause_forms<'a>(
    comparison: &Comparison<'a>,
    clauses: impl Iterator<Item = ClauseIndex>,
    lang: Lang,
) -> Vec<ClauseForm<'a>> {
    let plan = &comparison.reference.plan;
    let positions = Positions::new(&plan.outline.text);
    let form = |at: ClauseIndex| {
        let clause = &plan.clauses[at];
        let verdict = &comparison.alignment.clauses[at];
        let link = |link| LinkForm::new(link, at, comparison, lang);
        let near = |near| NearestForm::new(near, at, comparison, lang);
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
            remark: verdict.remark.as_deref(),
            links: verdict.links.iter().map(link).collect(),
            nearest: verdict.nearest.iter().map(near).collect(),
        }
    };
    clauses.map(form).collect()
}

impl<'a> LinkForm<'a> {
    fn new(link: &'a Link, clause: ClauseIndex, comparison: &Comparison<'a>, lang: Lang) -> Self {
        Self {
            local: &comparison.local.plan.clauses[link.local].id,
            confidence: rounded(link.confidence),
            wording: Code(link.wording),
            scope: Code(link.scope),
            force: Code(link.force),
            moved: link.moved,
            changes: link.changes.iter().map(ChangeForm::of).collect(),
            evidence: evidence_forms(&link.evidence, lang),
            shared: SharedForm::of(clause, link.local, comparison),
            decided_by: Code(link.decided_by),
        }
    }
}

impl<'a> ChangeForm<'a> {
    fn of(change: &'a Change) -> Self {
        Self {
            kind: Code(change.kind),
            detail: change.kind.detail().map(Code),
            reference: change.reference.as_deref(),
            local: change.local.as_deref(),
        }
    }
}

impl<'a> NearestForm<'a> {
    pub(super) fn new(
        near: &Nearest,
        clause: ClauseIndex,
        comparison: &Comparison<'a>,
        lang: Lang,
    ) -> Self {
        Self {
            local: &comparison.local.plan.clauses[near.local].id,
            confidence: rounded(near.confidence),
            evidence: evidence_forms(&near.evidence, lang),
            shared: SharedForm::of(clause, near.local, comparison),
        }
    }
}

fn evidence_forms(evidence: &[Evidence], lang: Lang) -> Vec<EvidenceForm> {
    evidence
        .iter()
        .map(|one| EvidenceForm {
            feature: Code(one.feature),
            value: rounded(one.value),
            weight: rounded(one.weight),
            message: label::evidence(one, lang),
        })
        .collect()
}

impl SharedForm {
    fn of(clause: ClauseIndex, local: ClauseIndex, comparison: &Comparison) -> Self {
        let places = |plan: &Plan, at: ClauseIndex, other: &str| {
            let start = plan.clauses[at].span.start;
            let runs = shared(plan.text(at), other);
            runs.into_iter()
                .map(|run| [start + run.start, start + run.end])
                .collect()
        };
        let (reference, locals) = (&comparison.reference.plan, &comparison.local.plan);
        Self {
            reference: places(reference, clause, locals.text(local)),
            local: places(locals, local, reference.text(clause)),
        }
    }
}

/// These clauses of the local document.
pub(super) fn local_forms<'a>(
    comparison: &Comparison<'a>,
    locals: impl Iterator<Item = ClauseIndex>,
) -> Vec<LocalForm<'a>> {
    let plan = &comparison.local.plan;
    let reference = &comparison.reference.plan;
    let positions = Positions::new(&plan.outline.text);
    let form = |at: ClauseIndex| {
        let clause = &plan.clauses[at];
        let verdict = &comparison.alignment.locals[at];
        let link = |&(clause, confidence): &(ClauseIndex, f32)| BackLink {
            clause: &reference.clauses[clause].id,
            confidence: rounded(confidence),
        };
        LocalForm {
            id: &clause.id,
            citation: plan.citation(at),
            kind: Code(verdict.kind),
            text: plan.text(at),
            span: Place::new(clause.span, &positions),
            origin: verdict.origin.map(Code),
            units: plan.task_of(at).map(|task| UnitsForm::of(plan, task)),
            links: verdict.links.iter().map(link).collect(),
        }
    };
    locals.map(form).collect()
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
