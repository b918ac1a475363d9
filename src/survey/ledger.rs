//! The tasks of one plan as a checklist: 任务分解表, 督查台账.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::align::Alignment;
use crate::outline::{Kind, NodeIndex};
use crate::task::{ClauseIndex, ClauseKind, Deadline, Plan};

/// The tasks with when they are due and what they rest on.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    /// The years that the plan is for, the first and the last, where its title
    /// or a sentence on its own term says so.
    pub period: Option<(u32, u32)>,
    /// All tasks in document order.
    pub tasks: Vec<LedgerTask>,
}

/// One task.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerTask {
    /// Its node.
    pub task: NodeIndex,
    /// The reference clauses that its clauses are linked with, in order.
    pub rests_on: Vec<ClauseIndex>,
    /// When it is due: once each year for what recurs within every year of
    /// the plan's period. Never empty; [`Term::Open`] stands alone.
    pub due: Vec<Due>,
}

/// A term with the deadlines that put the task there.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// Under which heading of the ledger it stands.
    pub term: Term,
    /// The deadlines and frequencies, in order.
    pub deadlines: Vec<Deadline>,
}

/// When a task is due, as far as the document says. Sorts as a ledger does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// In or by the end of this year, which the document names.
    Year(u32),
    /// Again and again, in years that the document does not name.
    Recurring,
    /// By a day whose year the document does not name: `年底前`, `5年内`.
    NoYear,
    /// 未定时限
    Open,
}

impl Ledger {
    /// The ledger of a plan of this title; `alignment` is its comparison with
    /// the plan that it answers to, if it answers to one.
    pub fn of(plan: &Plan, title: &str, alignment: Option<&Alignment>) -> Self {
        let period = period(plan, title);
        let tasks = (0..plan.outline.nodes.len()).filter(|&node| plan.tasks[node]);
        let task = |task| LedgerTask {
            task,
            rests_on: rests_on(plan, task, alignment),
            due: due(plan, task, period),
        };
        Self {
            period,
            tasks: tasks.map(task).collect(),
        }
    }
}

/// The clauses of a task without those of the tasks below it.
fn own_clauses(plan: &Plan, task: NodeIndex) -> impl Iterator<Item = ClauseIndex> + '_ {
    plan.clauses_below(task).filter(move |&clause| {
        let node = plan.clauses[clause].node;
        node == task || !plan.tasks[node]
    })
}

/// Headings of the reference count only where the task's own sentences have no
/// counterpart.
fn rests_on(plan: &Plan, task: NodeIndex, alignment: Option<&Alignment>) -> Vec<ClauseIndex> {
    let Some(alignment) = alignment else {
        return Vec::new();
    };
    let is_heading = |&clause: &ClauseIndex| plan.clauses[clause].kind == ClauseKind::Heading;
    let (headings, sentences): (Vec<_>, Vec<_>) = own_clauses(plan, task).partition(is_heading);
    let linked = |clauses: &[ClauseIndex]| {
        let mut links = clauses
            .iter()
            .map(|&clause| &alignment.locals[clause].links);
        links.any(|links| !links.is_empty())
    };
    let counted = if linked(&sentences) {
        sentences
    } else {
        headings
    };
    let links = counted
        .iter()
        .flat_map(|&clause| &alignment.locals[clause].links);
    let mut clauses: Vec<ClauseIndex> = links.map(|&(clause, _)| clause).collect();
    clauses.sort_unstable();
    clauses.dedup();
    clauses
}

fn due(plan: &Plan, task: NodeIndex, period: Option<(u32, u32)>) -> Vec<Due> {
    let text = &plan.outline.text;
    let mut terms: BTreeMap<Term, Vec<Deadline>> = BTreeMap::new();
    let deadlines = deadlines(plan, task);
    let is_yearly = deadlines.iter().any(|deadline| deadline.is_yearly(text));
    for deadline in deadlines {
        // `每年年底前`: the end of each of these years.
        let every_year = deadline.is_yearly(text)
            || is_yearly && !deadline.recurring && deadline.year(text).is_none();
        let mut put = |term| terms.entry(term).or_default().push(deadline.clone());
        match (deadline.year(text), period) {
            (Some(year), _) => put(Term::Year(year)),
            (None, Some((first, last))) if every_year => {
                (first..=last).for_each(|year| put(Term::Year(year)));
            }
            (None, _) if every_year || deadline.recurring => put(Term::Recurring),
            (None, _) => put(Term::NoYear),
        }
    }
    if terms.is_empty() {
        terms.insert(Term::Open, Vec::new());
    }
    let due = terms.into_iter();
    due.map(|(term, deadlines)| Due { term, deadlines })
        .collect()
}

/// What a task says of its time, else what the nearest heading above it says.
fn deadlines(plan: &Plan, task: NodeIndex) -> Vec<Deadline> {
    let said = |clause: ClauseIndex| plan.clauses[clause].deadlines.iter().cloned();
    let own: Vec<Deadline> = own_clauses(plan, task).flat_map(said).collect();
    if !own.is_empty() {
        return own;
    }
    let of_block: Vec<Deadline> = block(plan, task)
        .flat_map(|line| plan.clauses_of(line))
        .flat_map(said)
        .collect();
    if !of_block.is_empty() {
        return of_block;
    }
    let above = plan.outline.ancestors(task).map(|node| {
        let headings = plan
            .clauses_of(node)
            .filter(|&clause| plan.clauses[clause].kind == ClauseKind::Heading);
        headings.flat_map(said).collect::<Vec<_>>()
    });
    above
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The lines from the first on that names who is responsible for a task, and
/// perhaps for others beside it: 责任单位：…, 完成时限：….
fn block(plan: &Plan, task: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
    let nodes = &plan.outline.nodes;
    let entries = plan.responsibilities.iter();
    let first = entries
        .filter(|entry| entry.covers.contains(&task))
        .map(|entry| entry.node)
        .min();
    let lines = first.into_iter().flat_map(|first| first..nodes.len());
    lines.take_while(move |&line| {
        nodes[line].kind == Kind::Responsibility
            && first.is_some_and(|first| nodes[line].parent == nodes[first].parent)
    })
}

/// `2008—2012年`, `2008年至2012年`
static YEARS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([12][0-9]{3})\s*年?\s*(?:[-–—―~～－]+|至|到)\s*([12][0-9]{3})\s*年")
        .expect("the pattern is right")
});

/// `2024年工作要点`: a plan for one year.
static ONE_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"([12][0-9]{3})\s*年(?:度|全市|全省|全县|全区)*(?:(?:重点|工作|任务|行动|实施|计划|要点)|[^年]*(?:要点|计划|任务|安排|方案)(?:的通知)?$)",
    )
    .expect("the pattern is right")
});

/// A sentence on the plan's own term.
static TERM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:规划|计划|实施|行动|工作|方案)(?:期限|时限|周期|期|年限|时间)(?:为|是|：|:)\s*")
        .expect("the pattern is right")
});

/// Most years from the first to the last of a plan; more is a misreading.
const LONGEST: u32 = 30;

/// The years that the title names; else those that a sentence gives as the
/// plan's term. Years of another document that a sentence cites are not its
/// own.
fn period(plan: &Plan, title: &str) -> Option<(u32, u32)> {
    let titles = [title, plan.title().unwrap_or_default()];
    let named = || titles.iter().find_map(|title| years(title));
    let for_one = || titles.iter().find_map(|title| one_year(title));
    let stated = || (0..plan.clauses.len()).find_map(|clause| term(plan.text(clause)));
    named()
        .or_else(for_one)
        .or_else(stated)
        .filter(|&(first, last)| first <= last && last - first <= LONGEST)
}

fn years(text: &str) -> Option<(u32, u32)> {
    let found = YEARS.captures(text)?;
    Some((found[1].parse().ok()?, found[2].parse().ok()?))
}

fn one_year(text: &str) -> Option<(u32, u32)> {
    let year = ONE_YEAR.captures(text)?[1].parse().ok()?;
    Some((year, year))
}

fn term(text: &str) -> Option<(u32, u32)> {
    let rest = &text[TERM.find(text)?.end()..];
    let found = YEARS.find(rest).filter(|found| found.start() == 0)?;
    years(found.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Plan {
        crate::task::read(crate::outline::parse(text, None))
    }

    /// Each task's first words with where it stands in the ledger.
    fn terms(text: &str, title: &str) -> Vec<(String, Vec<Term>)> {
        let plan = read(text);
        let ledger = Ledger::of(&plan, title, None);
        let task = |entry: &LedgerTask| {
            let first = plan.wording(entry.task).chars().take(4).collect();
            (first, entry.due.iter().map(|due| due.term).collect())
        };
        ledger.tasks.iter().map(task).collect()
    }

    const RIVERS: &str = "一、整治河道\n1.每年清淤一次。\n2.2010年前建成泵站，每季度检修。\n\
        3.5年内加固堤岸。\n4.每两年普查一次。\n5.建立巡河队伍。\n\
        二、2011年底前完成的任务\n1.建设码头。\n2.每年年底前通报情况。\n";

    #[test]
    fn a_task_stands_once_in_each_year_that_the_document_names() {
        use Term::{NoYear, Open, Recurring, Year};
        let of = |title: &str| terms(RIVERS, title);
        let task = |first: &str, due: &[Term]| (first.to_owned(), due.to_vec());
        assert_eq!(
            of("某市治水规划（2009-2010年）"),
            [
                task("每年清淤", &[Year(2009), Year(2010)]),
                task("2010", &[Year(2009), Year(2010)]),
                task("5年内加", &[NoYear]),
                task("每两年普", &[Recurring]),
                task("建立巡河", &[Open]),
                task("建设码头", &[Year(2011)]),
                task("每年年底", &[Year(2009), Year(2010)]),
            ]
        );
        assert_eq!(
            of("某市治水规划"),
            [
                task("每年清淤", &[Recurring]),
                task("2010", &[Year(2010), Recurring]),
                task("5年内加", &[NoYear]),
                task("每两年普", &[Recurring]),
                task("建立巡河", &[Open]),
                task("建设码头", &[Year(2011)]),
                task("每年年底", &[Recurring]),
            ]
        );
    }

    #[test]
    fn a_term_in_the_lines_below_several_tasks_holds_for_all() {
        let text = "一、整治河道\n（一）修渠。\n（二）植树。\n责任单位：市水务局\n\
            完成时限：2024年6月底前\n（三）修路。\n责任单位：市路局\n";
        let years = [Term::Year(2024), Term::Year(2024), Term::Open];
        let found = terms(text, "某市治水方案");
        assert_eq!(
            found.iter().map(|(_, due)| due[0]).collect::<Vec<_>>(),
            years
        );
    }

    #[test]
    fn a_period_is_the_plan_s_own_or_none() {
        let text = "一、目标\n为落实《全国治水规划（2011—2015年）》，建设码头。\n";
        for (title, text, expected) in [
            ("某市治水规划（2009-2012年）", text, Some((2009, 2012))),
            ("某市2009年—2012年治水方案", text, Some((2009, 2012))),
            ("某市2024年治水工作要点", text, Some((2024, 2024))),
            ("某市治水方案", text, None),
            ("某市2008年汛期情况", text, None),
            (
                "某市治水方案",
                "一、总则\n规划期为2021年至2025年。\n二、任务\n建设码头。\n",
                Some((2021, 2025)),
            ),
            ("某市2012-2009年方案", text, None),
        ] {
            assert_eq!(period(&read(text), title), expected, "{title}");
        }
    }
}
