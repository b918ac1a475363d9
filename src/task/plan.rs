//! What a plan is made of.

use crate::diagnostic::{Diagnostic, Span};
use crate::outline::{NodeIndex, Outline};

/// Index of a clause in [`Plan::clauses`].
pub type ClauseIndex = usize;

/// A document read for comparison: its outline with what it commits whom to.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The tree.
    pub outline: Outline,
    /// For each node of the outline whether it is a task.
    pub tasks: Vec<bool>,
    /// All clauses in document order; each lies in the head of its node.
    pub clauses: Vec<Clause>,
    /// All responsibility entries in document order.
    pub responsibilities: Vec<Responsibility>,
    /// What was noticed about units, tasks and titles.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a clause does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClauseKind {
    /// The title part of a node.
    Heading,
    /// Commits somebody to something.
    Measure,
    /// Commits nobody to anything.
    Rhetoric,
    /// Says who is responsible.
    Responsibility,
}

impl ClauseKind {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Measure => "measure",
            Self::Rhetoric => "rhetoric",
            Self::Responsibility => "responsibility",
        }
    }
}

/// One sentence, or a heading: the unit of comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// Its node's id with `h`, `s1`, `s2` …, such as `2.1.p1.s3`.
    pub id: String,
    /// The node whose head it lies in.
    pub node: NodeIndex,
    /// What it does.
    pub kind: ClauseKind,
    /// The sentence to its closing marks, without the number.
    pub span: Span,
    /// The documents it names.
    pub instruments: Vec<Instrument>,
    /// When, until when or how often.
    pub deadlines: Vec<Deadline>,
}

/// A named document 《…》 with what is done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// The title with its marks.
    pub span: Span,
    /// The verb that governs it (制定, 修订, 落实 …), if one does.
    pub verb: Option<Span>,
}

/// A deadline (`2010年前`, `5年内`) or a frequency (`每年`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The words.
    pub span: Span,
    /// Whether it recurs.
    pub recurring: bool,
}

/// The level of government that a document speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// The centre.
    Central,
    /// A province, an autonomous region, a municipality under the centre.
    Province,
    /// A prefecture-level city.
    City,
    /// A county, a district, a county-level city.
    County,
}

impl Level {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Central => "central",
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
        }
    }

    /// Reads the name used in data.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Central, Self::Province, Self::City, Self::County]
            .into_iter()
            .find(|level| level.name() == name)
    }
}

/// Whether a clause falls to a locality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Applies {
    /// 适用
    Local,
    /// 上级职权
    Higher,
    /// Parts of it do, parts do not.
    Mixed,
    /// 待核
    Unclear,
}

impl Applies {
    /// All of them, what counts first.
    pub const ALL: [Self; 4] = [Self::Local, Self::Mixed, Self::Higher, Self::Unclear];

    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Higher => "higher",
            Self::Mixed => "mixed",
            Self::Unclear => "unclear",
        }
    }
}

pub use crate::words::label::Reason;

/// A clause's applicability to the localities of each level, with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicability {
    /// To a province or a municipality under the centre.
    pub province: (Applies, Reason),
    /// To a prefecture-level city.
    pub city: (Applies, Reason),
    /// To a county or district.
    pub county: (Applies, Reason),
}

impl Applicability {
    /// The verdict for a document of this level; the centre can do all.
    pub fn at(&self, level: Level) -> (Applies, Reason) {
        match level {
            Level::Central => (Applies::Local, Reason::CentralDocument),
            Level::Province => self.province.clone(),
            Level::City => self.city.clone(),
            Level::County => self.county.clone(),
        }
    }
}

/// The part a unit has in a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// 牵头
    Lead,
    /// 协办, 配合, 参与, 协助
    Support,
    /// 负责, 责任
    Responsible,
}

impl Role {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Support => "support",
            Self::Responsible => "responsible",
        }
    }
}

/// A responsible body as named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its name; an elided prefix is put back (`省科技厅、工业和信息化厅` → 省工业和信息化厅).
    pub name: String,
    /// Where it is named; the place of the rule where a rule stated once implies it.
    pub span: Span,
}

/// Who does what for which tasks, as printed once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Responsibility {
    /// The node it stands on: the `responsibility` node of a printed line,
    /// else the task whose text names it.
    pub node: NodeIndex,
    /// The part these units have.
    pub role: Role,
    /// The label as printed, such as `牵头单位`, without its colon.
    pub label: Span,
    /// The units in printed order.
    pub units: Vec<Unit>,
    /// The tasks it covers, in document order.
    pub covers: Vec<NodeIndex>,
}

impl Plan {
    /// The clauses of one node's own head.
    pub fn clauses_of(&self, node: NodeIndex) -> impl Iterator<Item = ClauseIndex> + '_ {
        let start = self.clauses.partition_point(|clause| clause.node < node);
        (start..self.clauses.len()).take_while(move |&at| self.clauses[at].node == node)
    }

    /// The text of a clause.
    pub fn text(&self, clause: ClauseIndex) -> &str {
        self.clauses[clause].span.of(&self.outline.text)
    }

    /// The units of a task in one role, each once, in the order of first mention.
    pub fn units(&self, task: NodeIndex, role: Role) -> Vec<&str> {
        let mut names = Vec::new();
        for entry in &self.responsibilities {
            if entry.role == role && entry.covers.contains(&task) {
                for unit in &entry.units {
                    if !names.contains(&unit.name.as_str()) {
                        names.push(unit.name.as_str());
                    }
                }
            }
        }
        names
    }
}
