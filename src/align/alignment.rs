//! What an alignment says.

use super::{Feature, Summary};
use crate::task::{Applies, ClauseIndex, ClauseKind, Reason};

/// Which local clauses say the same as which reference clauses. Both lists
/// stand in the order of the plans' clauses, one verdict a clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    /// One for each clause of the reference.
    pub clauses: Vec<ClauseVerdict>,
    /// One for each clause of the local plan.
    pub locals: Vec<LocalVerdict>,
    /// Coverage of the whole and of each chapter.
    pub summary: Summary,
}

/// What became of one reference clause.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseVerdict {
    /// Taken up, in part, or without counterpart.
    pub status: Status,
    /// Share of its measures found in the linked wording, 0–1.
    pub coverage: f32,
    /// A gap whose topic was taken up: 概括承接.
    pub topic_only: bool,
    /// Whether the locality can carry it out, and why.
    pub applicability: (Applies, Reason),
    /// Who decided the status.
    pub decided_by: DecidedBy,
    /// Its links, the strongest first. Empty exactly if the status is a gap.
    pub links: Vec<Link>,
    /// The nearest local clauses, at most three, where there is no link.
    pub nearest: Vec<Nearest>,
    /// What a reader noted.
    pub remark: Option<String>,
}

/// Status of a reference clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// 已承接: all it commits to is found.
    Covered,
    /// 部分承接
    Partial,
    /// 未见对应
    Gap,
}

impl Status {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Covered => "covered",
            Self::Partial => "partial",
            Self::Gap => "gap",
        }
    }
}

/// Who decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecidedBy {
    /// The aligner.
    Program,
    /// A reader's decision.
    Reader,
}

impl DecidedBy {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Reader => "reader",
        }
    }
}

/// A reference clause and a local clause that say the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The local clause.
    pub local: ClauseIndex,
    /// How sure, 0–1: of links at 0.8, eight in ten are right.
    pub confidence: f32,
    /// 照录 or 改写.
    pub wording: Wording,
    /// How much of the clause it takes up.
    pub scope: Scope,
    /// How binding it is beside the clause.
    pub force: Force,
    /// Whether it lies outside the counterpart of the clause's section.
    pub moved: bool,
    /// What was changed.
    pub changes: Vec<Change>,
    /// What speaks for the link.
    pub evidence: Vec<Evidence>,
    /// Who decided.
    pub decided_by: DecidedBy,
}

/// How a link's wording compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wording {
    /// 照录
    Verbatim,
    /// 改写
    Adapted,
}

impl Wording {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Adapted => "adapted",
        }
    }
}

/// How much of the clause a link takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// 全部
    Whole,
    /// 部分
    Part,
    /// 扩展
    Wider,
}

impl Scope {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Part => "part",
            Self::Wider => "wider",
        }
    }
}

/// How binding the local wording is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Force {
    /// 升
    Stronger,
    /// 平
    Same,
    /// 降
    Weaker,
    /// 转为执行: the centre makes an instrument, the locality carries it out.
    Execution,
}

impl Force {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stronger => "stronger",
            Self::Same => "same",
            Self::Weaker => "weaker",
            Self::Execution => "execution",
        }
    }
}

/// One typed change between a clause and its counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What kind.
    pub kind: ChangeKind,
    /// The words of the reference, if any.
    pub reference: Option<String>,
    /// The words of the local clause, if any.
    pub local: Option<String>,
}

/// What kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// The centre's document became the locality's own: 《关于…的意见》 →
    /// 《台州市…意见》.
    InstrumentLocalised,
    /// A detail that an implementing document is there to add.
    DetailAdded(Detail),
    /// Another number of the same thing.
    NumberChanged,
    /// Another deadline or frequency.
    DeadlineChanged,
}

/// What kind of detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Detail {
    /// How many.
    Number,
    /// Until when.
    Deadline,
    /// How often.
    Frequency,
    /// Who.
    Unit,
}

impl ChangeKind {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InstrumentLocalised => "instrument-localised",
            Self::DetailAdded(_) => "detail-added",
            Self::NumberChanged => "number-changed",
            Self::DeadlineChanged => "deadline-changed",
        }
    }

    /// Which detail was added, if one was.
    pub const fn detail(self) -> Option<Detail> {
        match self {
            Self::DetailAdded(detail) => Some(detail),
            _ => None,
        }
    }
}

impl Detail {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Deadline => "deadline",
            Self::Frequency => "frequency",
            Self::Unit => "unit",
        }
    }
}

/// One reason for or against a link.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// What it looks at.
    pub feature: Feature,
    /// What it found; each feature says in what measure.
    pub value: f32,
    /// What it adds to the log odds of the confidence, below 0 if it speaks
    /// against the link.
    pub weight: f32,
}

/// A local clause that came near, linked or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// The local clause.
    pub local: ClauseIndex,
    /// How sure it is that it is a counterpart.
    pub confidence: f32,
    /// What speaks for and against it.
    pub evidence: Vec<Evidence>,
}

/// What a local clause is, as printed in data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LocalKind {
    /// A heading.
    Heading,
    /// A measure.
    Task,
    /// Rhetoric.
    Rhetoric,
    /// A responsibility line.
    Responsibility,
}

impl LocalKind {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Task => "task",
            Self::Rhetoric => "rhetoric",
            Self::Responsibility => "responsibility",
        }
    }
}

impl From<ClauseKind> for LocalKind {
    fn from(kind: ClauseKind) -> Self {
        match kind {
            ClauseKind::Heading => Self::Heading,
            ClauseKind::Measure => Self::Task,
            ClauseKind::Rhetoric => Self::Rhetoric,
            ClauseKind::Responsibility => Self::Responsibility,
        }
    }
}

/// Where a local task comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// It has a counterpart in the reference, or nearly all of its words stand
    /// there.
    Central,
    /// 中央文本未见, 来源待核.
    Local,
}

impl Origin {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Central => "central",
            Self::Local => "local",
        }
    }
}

/// What a local clause goes back to.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalVerdict {
    /// What it is.
    pub kind: LocalKind,
    /// Set for tasks only.
    pub origin: Option<Origin>,
    /// The reference clauses it is linked with and how surely.
    pub links: Vec<(ClauseIndex, f32)>,
}
