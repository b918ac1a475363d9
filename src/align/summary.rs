//! Coverage: never one number, always n of N.

use std::collections::BTreeMap;

use super::{ClauseVerdict, LocalVerdict, Origin, Status};
use crate::outline::{NodeIndex, Outline};
use crate::task::{Applies, ClauseIndex, ClauseKind, Plan};

/// Counts of reference clauses of kind `measure`. Never a bare percentage:
/// each is n of `counted`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// N: measures whose applicability is local or mixed.
    pub counted: usize,
    /// Of these, covered.
    pub covered: usize,
    /// Of these, in part.
    pub partial: usize,
    /// Of these, gaps whose topic was taken up.
    pub topic_only: usize,
    /// Measures of a higher level, outside N.
    pub higher: usize,
    /// Measures of unclear level, outside N.
    pub unclear: usize,
}

impl Coverage {
    /// Counts these clauses of the reference; headings and rhetoric are
    /// outside.
    pub fn of(
        reference: &Plan,
        verdicts: &[ClauseVerdict],
        clauses: impl Iterator<Item = ClauseIndex>,
    ) -> Self {
        let mut coverage = Self::default();
        for clause in clauses.filter(|&at| reference.clauses[at].kind == ClauseKind::Measure) {
            coverage.add(&verdicts[clause]);
        }
        coverage
    }

    fn add(&mut self, verdict: &ClauseVerdict) {
        match verdict.applicability.0 {
            Applies::Higher => self.higher += 1,
            Applies::Unclear => self.unclear += 1,
            Applies::Local | Applies::Mixed => {
                self.counted += 1;
                match verdict.status {
                    Status::Covered => self.covered += 1,
                    Status::Partial => self.partial += 1,
                    Status::Gap => self.topic_only += usize::from(verdict.topic_only),
                }
            }
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            counted: self.counted + other.counted,
            covered: self.covered + other.covered,
            partial: self.partial + other.partial,
            topic_only: self.topic_only + other.topic_only,
            higher: self.higher + other.higher,
            unclear: self.unclear + other.unclear,
        }
    }
}

/// Coverage of the whole plan, by chapter, and of what is counted apart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// All but the chapters on organisation and supervision.
    pub total: Coverage,
    /// Chapters on organisation and supervision of the plan itself.
    pub organisation: Coverage,
    /// One for each top-level node of the reference that has measures.
    pub chapters: Vec<Chapter>,
    /// Mean over paragraphs of the share covered, and of the share covered or
    /// partial: a check on the counts by clause.
    pub paragraph_means: (f32, f32),
    /// Links that moved to another section.
    pub moved: usize,
    /// Local tasks with a counterpart, and without.
    pub origins: (usize, usize),
}

/// Coverage of one top-level node of the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chapter {
    /// The node.
    pub node: NodeIndex,
    /// Whether it is about organisation and supervision of the plan itself.
    pub organisation: bool,
    /// Its measures.
    pub coverage: Coverage,
}

impl Summary {
    /// Counts an alignment.
    pub fn of(reference: &Plan, clauses: &[ClauseVerdict], locals: &[LocalVerdict]) -> Self {
        let outline = &reference.outline;
        let chapters: Vec<Chapter> = outline
            .top()
            .map(|node| Chapter {
                node,
                organisation: is_about_organisation(outline, node),
                coverage: Coverage::of(reference, clauses, reference.clauses_below(node)),
            })
            .filter(|chapter| chapter.coverage != Coverage::default())
            .collect();
        let sum = |organisation: bool| {
            chapters
                .iter()
                .filter(|chapter| chapter.organisation == organisation)
                .fold(Coverage::default(), |sum, chapter| {
                    sum.plus(chapter.coverage)
                })
        };
        let tasks = |origin| {
            locals
                .iter()
                .filter(|local| local.origin == Some(origin))
                .count()
        };
        Self {
            total: sum(false),
            organisation: sum(true),
            paragraph_means: paragraph_means(reference, clauses, &chapters),
            moved: clauses
                .iter()
                .flat_map(|clause| &clause.links)
                .filter(|link| link.moved)
                .count(),
            origins: (tasks(Origin::Central), tasks(Origin::Local)),
            chapters,
        }
    }
}

fn paragraph_means(
    reference: &Plan,
    verdicts: &[ClauseVerdict],
    chapters: &[Chapter],
) -> (f32, f32) {
    let mut paragraphs: BTreeMap<NodeIndex, Coverage> = BTreeMap::new();
    for chapter in chapters.iter().filter(|chapter| !chapter.organisation) {
        for clause in reference.clauses_below(chapter.node) {
            if reference.clauses[clause].kind == ClauseKind::Measure {
                paragraphs
                    .entry(reference.clauses[clause].node)
                    .or_default()
                    .add(&verdicts[clause]);
            }
        }
    }
    let counted: Vec<_> = paragraphs
        .values()
        .filter(|coverage| coverage.counted > 0)
        .collect();
    let mean = |share: fn(&Coverage) -> usize| {
        let sum: f32 = counted
            .iter()
            .map(|coverage| share(coverage) as f32 / coverage.counted as f32)
            .sum();
        if counted.is_empty() {
            0.0
        } else {
            sum / counted.len() as f32
        }
    };
    (
        mean(|coverage| coverage.covered),
        mean(|coverage| coverage.covered + coverage.partial),
    )
}

/// Whether a chapter is about carrying out the plan itself: who leads, who
/// supervises. Such chapters stand last and are headed in a few ways.
fn is_about_organisation(outline: &Outline, node: NodeIndex) -> bool {
    const MARKS: [&str; 10] = [
        "组织领导",
        "组织实施",
        "组织保障",
        "狠抓落实",
        "抓好落实",
        "贯彻落实",
        "工作要求",
        "规划实施",
        "实施保障",
        "督促检查",
    ];
    let Some(heading) = outline.nodes[node].heading else {
        return false;
    };
    let heading = heading.of(&outline.text).trim_end_matches('。');
    MARKS.iter().any(|mark| heading.contains(mark))
        || (heading.contains("抓好") && heading.ends_with("落实"))
}
