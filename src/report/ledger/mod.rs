//! `plan ledger`: the tasks of a plan as a checklist to fill in.

mod grid;
pub(super) mod json;
mod markdown;
mod table;
mod xlsx;

use super::Document;
use crate::outline::NodeIndex;
use crate::survey::{Assignments, Due, LedgerTask, Term};
use crate::task::Role;
use crate::words::{Lang, ledger as words};
use std::collections::BTreeSet;

/// A ledger and what is to be shown of it.
#[derive(Debug, Clone, Copy)]
pub struct Ledger<'a> {
    /// The document.
    pub document: &'a Document,
    /// The plan that it answers to, if it was compared with one.
    pub reference: Option<&'a Document>,
    /// Its tasks.
    pub ledger: &'a crate::survey::Ledger,
    /// Who answers for them.
    pub assignments: &'a Assignments,
    /// Whether to show a part for each unit that leads, too.
    pub by_lead: bool,
}

/// A line of the ledger: a task in one of its terms.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    /// Counted from 1, in document order.
    number: usize,
    task: &'a LedgerTask,
    due: &'a Due,
}

/// The lines of one unit, or of all.
struct Part<'a> {
    name: Option<&'a str>,
    lines: Vec<Line<'a>>,
}

forms!(Ledger);

impl<'a> Ledger<'a> {
    /// All lines, by term and then in document order.
    fn lines(&self) -> Vec<Line<'a>> {
        let tasks = self.ledger.tasks.iter().zip(1..);
        let mut lines: Vec<Line> = tasks
            .flat_map(|(task, number)| {
                let due = task.due.iter();
                due.map(move |due| Line { number, task, due })
            })
            .collect();
        lines.sort_by_key(|line| (line.due.term, line.number));
        lines
    }

    /// All lines as one part, or a part for each unit that leads.
    fn shown(&self, lang: Lang) -> Vec<Part<'a>> {
        if self.by_lead {
            return self.parts(lang);
        }
        vec![Part {
            name: None,
            lines: self.lines(),
        }]
    }

    /// The lines of each unit that leads, those with most tasks first, then
    /// those that nobody leads. Where a task has no lead, the units that
    /// answer for it count as such.
    fn parts(&self, lang: Lang) -> Vec<Part<'a>> {
        let lines = self.lines();
        let of = |wanted: &dyn Fn(NodeIndex) -> bool| -> Vec<Line<'a>> {
            let wanted = lines.iter().filter(|line| wanted(line.task.task));
            wanted.copied().collect()
        };
        let led: BTreeSet<NodeIndex> = self
            .assignments
            .bodies
            .iter()
            .flat_map(|body| &body.lead)
            .copied()
            .collect();
        let leads = |at: usize, task: NodeIndex| {
            let body = &self.assignments.bodies[at];
            body.lead.contains(&task) || !led.contains(&task) && body.responsible.contains(&task)
        };
        let bodies = 0..self.assignments.bodies.len();
        let mut parts: Vec<Part> = bodies
            .clone()
            .map(|at| Part {
                name: Some(self.assignments.bodies[at].name.as_str()),
                lines: of(&|task| leads(at, task)),
            })
            .collect();
        parts.push(Part {
            name: Some(words::without_lead(lang)),
            lines: of(&|task| !bodies.clone().any(|at| leads(at, task))),
        });
        parts.retain(|part| !part.lines.is_empty());
        let of_units = parts.len()
            - usize::from(
                parts
                    .last()
                    .is_some_and(|part| part.name == Some(words::without_lead(lang))),
            );
        parts[..of_units].sort_by_key(|part| std::cmp::Reverse(part.lines.len()));
        parts
    }

    fn units(&self, line: &Line, role: Role) -> String {
        self.document.plan.units(line.task.task, role).join("、")
    }

    /// The deadlines of a line as the document puts them.
    fn deadlines(&self, line: &Line) -> String {
        let text = &self.document.plan.outline.text;
        let mut words: Vec<&str> = Vec::new();
        for deadline in &line.due.deadlines {
            let said = deadline.span.of(text);
            if !words.contains(&said) {
                words.push(said);
            }
        }
        words.join("、")
    }

    /// Where the clauses stand that a task rests on.
    fn rests_on(&self, line: &Line) -> String {
        let Some(reference) = self.reference else {
            return String::new();
        };
        let clauses = line.task.rests_on.iter();
        let citations = clauses.map(|&clause| reference.plan.citation(clause));
        citations.collect::<Vec<_>>().join("、")
    }

    /// What these clauses say.
    fn rests_on_wording(&self, line: &Line) -> String {
        let Some(reference) = self.reference else {
            return String::new();
        };
        let clauses = line.task.rests_on.iter();
        let texts = clauses.map(|&clause| reference.plan.text(clause));
        texts.collect::<Vec<_>>().join(" ")
    }

    /// The number and heading of the top-level division that a task lies in.
    fn chapter(&self, line: &Line) -> String {
        let outline = &self.document.plan.outline;
        let top = outline.ancestors(line.task.task).last();
        let Some(heading) = top.and_then(|top| Some((top, outline.nodes[top].heading?))) else {
            return String::new();
        };
        let (top, heading) = heading;
        format!("{} {}", outline.citation(top), heading.of(&outline.text))
    }
}

/// The heading that a term stands under.
fn term(term: Term, lang: Lang) -> String {
    match term {
        Term::Year(year) => words::year(year, lang),
        Term::Recurring => words::recurring(lang).to_owned(),
        Term::NoYear => words::no_year(lang).to_owned(),
        Term::Open => words::open(lang).to_owned(),
    }
}
