//! What the page is given to show, as its script reads it: texts cleaned of
//! what acts, clauses and nodes by their place in their lists.

use serde::{Serialize, Serializer};

use crate::align::{
    Change, ChangeKind, ClauseVerdict, DecidedBy, Detail, Link, Nearest, Origin, Status,
};
use crate::outline::NodeIndex;
use crate::report::json::rounded;
use crate::report::text::clean;
use crate::report::wording::{Side, compare};
use crate::report::{Comparison, Document};
use crate::source::sha256;
use crate::task::{Applies, ClauseIndex, Plan, Reason, Role};
use crate::words::Lang;

/// What is said of a document itself.
#[derive(Debug, Serialize)]
pub(super) struct Head {
    id: String,
    called: Option<String>,
    pub(super) title: String,
    level: &'static str,
    sha256: String,
    guide: Option<String>,
}

impl Head {
    fn new(document: &Document) -> Self {
        Self {
            id: clean(&document.id).into_owned(),
            called: document.called.as_deref().map(|name| clean(name).into()),
            title: clean(&document.title).into_owned(),
            level: document.level.name(),
            sha256: document.source.sha256.clone(),
            guide: document.guide.as_ref().map(|guide| guide.id.clone()),
        }
    }
}

/// The reference in full.
#[derive(Debug, Serialize)]
pub(super) struct ReferenceForm {
    #[serde(flatten)]
    pub(super) head: Head,
    nodes: Vec<NodeForm>,
    clauses: Vec<ClauseForm>,
    /// Chapters on organisation and supervision, counted apart.
    pub(super) organisation: Vec<NodeIndex>,
}

impl ReferenceForm {
    pub(super) fn new(document: &Document) -> Self {
        Self {
            head: Head::new(document),
            nodes: nodes(&document.plan),
            clauses: clauses(&document.plan, |_| None),
            organisation: Vec::new(),
        }
    }
}

/// A local plan in brief: what the overview needs of it.
#[derive(Debug, Serialize)]
pub(super) struct CityForm {
    #[serde(flatten)]
    head: Head,
    place: Option<String>,
    /// One letter a reference clause: covered, partial, topic only, gap.
    statuses: String,
    /// One letter a reference clause: local, mixed, higher, unclear.
    applies: String,
    /// The reference clauses that a reader decided on.
    decided: Vec<ClauseIndex>,
    tasks: usize,
    additions: usize,
    moved: usize,
    /// Where the details lie, from the page's folder; none if they lie in the
    /// page.
    file: Option<String>,
}

impl CityForm {
    pub(super) fn new(comparison: &Comparison, file: Option<String>) -> Self {
        let verdicts = &comparison.alignment.clauses;
        let (central, local) = comparison.alignment.summary.origins;
        Self {
            head: Head::new(comparison.local),
            place: comparison.local.place.clone(),
            statuses: verdicts.iter().map(status_letter).collect(),
            applies: verdicts.iter().map(applies_letter).collect(),
            decided: (0..verdicts.len())
                .filter(|&at| verdicts[at].decided_by == DecidedBy::Reader)
                .collect(),
            tasks: central + local,
            additions: local,
            moved: comparison.alignment.summary.moved,
            file,
        }
    }
}

fn status_letter(verdict: &ClauseVerdict) -> char {
    match verdict.status {
        Status::Covered => 'c',
        Status::Partial => 'p',
        Status::Gap if verdict.topic_only => 't',
        Status::Gap => 'g',
    }
}

fn applies_letter(verdict: &ClauseVerdict) -> char {
    match verdict.applicability.0 {
        Applies::Local => 'l',
        Applies::Mixed => 'm',
        Applies::Higher => 'h',
        Applies::Unclear => 'u',
    }
}

/// A local plan in full and how it compares.
#[derive(Debug, Serialize)]
pub(super) struct DetailForm {
    nodes: Vec<NodeForm>,
    clauses: Vec<ClauseForm>,
    reasons: Vec<ReasonForm>,
    verdicts: Vec<VerdictForm>,
}

impl DetailForm {
    pub(super) fn new(comparison: &Comparison) -> Self {
        let plan = &comparison.local.plan;
        let origins = &comparison.alignment.locals;
        let mut reasons: Vec<&Reason> = Vec::new();
        let verdicts = comparison
            .alignment
            .clauses
            .iter()
            .enumerate()
            .map(|(at, verdict)| {
                let reason = &verdict.applicability.1;
                let known = reasons.iter().position(|known| *known == reason);
                let known = known.unwrap_or_else(|| {
                    reasons.push(reason);
                    reasons.len() - 1
                });
                VerdictForm::new(comparison, at, known)
            })
            .collect();
        Self {
            nodes: nodes(plan),
            clauses: clauses(plan, |at| origins[at].origin),
            reasons: reasons.into_iter().map(ReasonForm::new).collect(),
            verdicts,
        }
    }
}

#[derive(Debug, Serialize)]
struct ReasonForm {
    en: String,
    zh: String,
}

impl ReasonForm {
    fn new(reason: &Reason) -> Self {
        let said = |lang| clean(&reason.message(lang)).into_owned();
        Self {
            en: said(Lang::En),
            zh: said(Lang::Zh),
        }
    }
}

#[derive(Debug, Serialize)]
struct NodeForm {
    id: String,
    citation: String,
    kind: &'static str,
    level: u8,
    num: Option<String>,
    parent: Option<NodeIndex>,
    restored: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    units: Option<UnitsForm>,
}

#[derive(Debug, Serialize)]
struct UnitsForm {
    lead: Vec<String>,
    responsible: Vec<String>,
    support: Vec<String>,
}

fn nodes(plan: &Plan) -> Vec<NodeForm> {
    let outline = &plan.outline;
    let form = |(at, node): (usize, &crate::outline::Node)| NodeForm {
        id: node.id.clone(),
        citation: clean(&outline.citation(at)).into_owned(),
        kind: node.kind.name(),
        level: node.level,
        num: node
            .num
            .map(|num| clean(num.span.of(&outline.text)).into_owned()),
        parent: node.parent,
        restored: node.recovered.map(|recovered| recovered.by.name()),
        units: plan.tasks[at].then(|| units(plan, at)).flatten(),
    };
    outline.nodes.iter().enumerate().map(form).collect()
}

/// The units of a task, none if it names none.
fn units(plan: &Plan, task: NodeIndex) -> Option<UnitsForm> {
    let names = |role| -> Vec<String> {
        plan.units(task, role)
            .into_iter()
            .map(|name| clean(name).into_owned())
            .collect()
    };
    let form = UnitsForm {
        lead: names(Role::Lead),
        responsible: names(Role::Responsible),
        support: names(Role::Support),
    };
    let is_listed =
        !(form.lead.is_empty() && form.responsible.is_empty() && form.support.is_empty());
    is_listed.then_some(form)
}

#[derive(Debug, Serialize)]
struct ClauseForm {
    id: String,
    citation: String,
    kind: &'static str,
    node: NodeIndex,
    text: String,
    /// Of the wording as it stands in the document: what decisions are kept by.
    sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'static str>,
    task: Option<NodeIndex>,
}

fn clauses(plan: &Plan, origin: impl Fn(ClauseIndex) -> Option<Origin>) -> Vec<ClauseForm> {
    let form = |(at, clause): (usize, &crate::task::Clause)| ClauseForm {
        id: clause.id.clone(),
        citation: clean(&plan.citation(at)).into_owned(),
        kind: clause.kind.name(),
        node: clause.node,
        text: clean(plan.text(at)).into_owned(),
        sha256: sha256(plan.text(at).as_bytes()),
        origin: origin(at).map(Origin::name),
        task: plan.task_of(at),
    };
    plan.clauses.iter().enumerate().map(form).collect()
}

#[derive(Debug, Serialize)]
struct VerdictForm {
    /// Index among the reasons of applicability.
    reason: usize,
    by: &'static str,
    links: Vec<LinkForm>,
    nearest: Vec<NearestForm>,
}

impl VerdictForm {
    fn new(comparison: &Comparison, clause: ClauseIndex, reason: usize) -> Self {
        let verdict = &comparison.alignment.clauses[clause];
        let text = clean(comparison.reference.plan.text(clause));
        let links = verdict.links.iter().map(|link| {
            let local = clean(comparison.local.plan.text(link.local));
            LinkForm::new(link, &text, &local)
        });
        Self {
            reason,
            by: verdict.decided_by.name(),
            links: links.collect(),
            nearest: verdict.nearest.iter().map(NearestForm::new).collect(),
        }
    }
}

#[derive(Debug, Serialize)]
struct LinkForm {
    local: ClauseIndex,
    confidence: f64,
    wording: &'static str,
    scope: &'static str,
    force: &'static str,
    moved: bool,
    changes: Vec<ChangeForm>,
    /// What differs, in the reference's wording and in the local one.
    marks: (Runs, Runs),
    by: &'static str,
}

impl LinkForm {
    fn new(link: &Link, reference: &str, local: &str) -> Self {
        let (before, after) = compare(reference, local);
        Self {
            local: link.local,
            confidence: rounded(link.confidence),
            wording: link.wording.name(),
            scope: link.scope.name(),
            force: link.force.name(),
            moved: link.moved,
            changes: link.changes.iter().map(ChangeForm::new).collect(),
            marks: (Runs::of(&before), Runs::of(&after)),
            by: link.decided_by.name(),
        }
    }
}

/// A typed change: its kind, the words before and after.
#[derive(Debug, Serialize)]
struct ChangeForm(&'static str, Option<String>, Option<String>);

impl ChangeForm {
    fn new(change: &Change) -> Self {
        let words = |words: &Option<String>| words.as_deref().map(|words| clean(words).into());
        let kind = match change.kind {
            ChangeKind::DetailAdded(Detail::Number) => "number-added",
            ChangeKind::DetailAdded(Detail::Deadline) => "deadline-added",
            ChangeKind::DetailAdded(Detail::Frequency) => "frequency-added",
            ChangeKind::DetailAdded(Detail::Unit) => "unit-added",
            kind => kind.name(),
        };
        Self(kind, words(&change.reference), words(&change.local))
    }
}

/// A local clause that came near, and how near.
#[derive(Debug, Serialize)]
struct NearestForm(ClauseIndex, f64);

impl NearestForm {
    fn new(near: &Nearest) -> Self {
        Self(near.local, rounded(near.confidence))
    }
}

/// Lengths of what both wordings have and of what only this one has, in turn,
/// in UTF-16 units as the page's script counts.
#[derive(Debug, PartialEq)]
struct Runs(Vec<usize>);

impl Runs {
    fn of(side: &Side) -> Self {
        let mut runs = vec![0];
        for (text, differs) in side {
            if (runs.len() % 2 == 0) != *differs {
                runs.push(0);
            }
            *runs.last_mut().expect("never empty") += text.encode_utf16().count();
        }
        Self(runs)
    }
}

impl Serialize for Runs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_alternate_and_count_as_the_script_counts() {
        for (reference, local, expected) in [
            ("照录。", "照录。", (vec![3], vec![3])),
            ("全改", "另写", (vec![0, 2], vec![0, 2])),
            ("完善公开制度", "完善党务公开制度", (vec![6], vec![2, 2, 4])),
            ("𠀀公开", "𠀀党务公开", (vec![4], vec![2, 2, 2])),
        ] {
            let (before, after) = compare(reference, local);
            assert_eq!(
                (Runs::of(&before), Runs::of(&after)),
                (Runs(expected.0), Runs(expected.1)),
                "{reference} {local}"
            );
        }
    }
}
