//! The Word report that gets filed: a summary, for each local plan the clauses
//! without counterpart with all that speaks for and against each, and its
//! additions.

use std::io::{self, Write};

use super::accuracy::measured;
use super::diff::{coverage_notes, coverage_rows, numbered_heading};
use super::word::{Cell, Column, Style, Word};
use super::{Comparison, Document, duty, label};
use crate::align::{DecidedBy, Nearest, Origin, Status};
use crate::outline::NodeIndex;
use crate::task::{Applies, ClauseIndex, ClauseKind, Plan, Role};
use crate::words::{Lang, gap_list as words, label as named, page, report, workbook};

/// A report in the making: the reference, then one local plan after another,
/// of which only what is printed is kept.
#[derive(Debug)]
pub struct GapList {
    lang: Lang,
    title: String,
    sums: Vec<Vec<Cell>>,
    details: Word,
}

impl GapList {
    /// Begins a report about what was not taken up of this document.
    pub fn new(reference: &Document, lang: Lang) -> Self {
        Self {
            lang,
            title: reference.title.clone(),
            sums: Vec::new(),
            details: Word::default(),
        }
    }

    /// Adds a local plan.
    pub fn add(&mut self, comparison: &Comparison) {
        let local = comparison.local;
        self.sums.push(sum(comparison));
        let word = &mut self.details;
        let heading = format!("{}　{}", local.name(), local.title);
        word.paragraph(Style::Heading1, &heading);
        chapters(comparison, self.lang, word);
        gaps(comparison, self.lang, word);
        additions(comparison, self.lang, word);
    }

    /// Writes the report.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.lang;
        let mut word = Word::default();
        word.paragraph(Style::Title, words::title(lang));
        word.paragraph(Style::Subtitle, &self.title);
        word.paragraph(Style::Heading1, words::summary(lang));
        word.paragraph(Style::Normal, report::gap_note(lang));
        word.table(
            &[
                Column(workbook::place(lang), 40),
                Column("N", 8),
                Column(named::covered(lang), 13),
                Column(report::covered_or_partial(lang), 13),
                Column(report::or_topic_only(lang), 13),
                Column(workbook::additions(lang), 13),
            ],
            self.sums.iter().cloned(),
        );
        word.append(&self.details);
        word.paragraph(Style::Heading1, words::method(lang));
        for sentence in page::method(lang) {
            word.paragraph(Style::Note, sentence);
        }
        word.paragraph(Style::Heading2, page::phrase("accuracy", lang));
        word.paragraph(Style::Note, page::phrase("accuracy_how", lang));
        accuracy(lang, &mut word);
        word.write(words::title(lang), out)
    }
}

/// How good the program was found to be.
fn accuracy(lang: Lang, word: &mut Word) {
    let columns = [
        ("crosswalk", 24),
        ("link_precision", 19),
        ("link_recall", 19),
        ("gap_precision", 19),
        ("gap_recall", 19),
    ];
    let columns = columns.map(|(key, share)| Column(page::phrase(key, lang), share));
    let rows = measured().into_iter().map(|one| {
        let figures = [
            one.link_precision,
            one.link_recall,
            one.gap_precision,
            one.gap_recall,
        ];
        let figures = figures.map(|figure| vec![format!("{figure:.2}")]);
        std::iter::once(vec![one.local]).chain(figures).collect()
    });
    word.table(&columns, rows);
}

/// The row of a local plan in the summary.
fn sum(comparison: &Comparison) -> Vec<Cell> {
    let local = comparison.local;
    let summary = &comparison.alignment.summary;
    let total = summary.total;
    let either = total.covered + total.partial;
    let of = |count: usize| vec![format!("{count}/{}", total.counted)];
    vec![
        vec![format!("{}　{}", local.name(), local.title)],
        vec![total.counted.to_string()],
        of(total.covered),
        of(either),
        of(either + total.topic_only),
        vec![summary.origins.1.to_string()],
    ]
}

fn chapters(comparison: &Comparison, lang: Lang, word: &mut Word) {
    let rows = coverage_rows(comparison, lang);
    word.table(
        &[
            Column(report::chapter(lang), 44),
            Column("N", 8),
            Column(named::covered(lang), 16),
            Column(report::covered_or_partial(lang), 16),
            Column(report::or_topic_only(lang), 16),
        ],
        rows.into_iter().map(|(name, coverage)| {
            let either = coverage.covered + coverage.partial;
            let of = |count: usize| vec![format!("{count}/{}", coverage.counted)];
            vec![
                vec![name],
                vec![coverage.counted.to_string()],
                of(coverage.covered),
                of(either),
                of(either + coverage.topic_only),
            ]
        }),
    );
    for note in coverage_notes(comparison, lang) {
        word.paragraph(Style::Note, &note);
    }
}

/// The clauses without counterpart, those that count before those that do not.
fn gaps(comparison: &Comparison, lang: Lang, word: &mut Word) {
    let plan = &comparison.reference.plan;
    let verdicts = &comparison.alignment.clauses;
    let (counted, outside): (Vec<_>, Vec<_>) = (0..plan.clauses.len())
        .filter(|&at| plan.clauses[at].kind == ClauseKind::Measure)
        .filter(|&at| verdicts[at].status == Status::Gap)
        .partition(|&at| {
            matches!(
                verdicts[at].applicability.0,
                Applies::Local | Applies::Mixed
            )
        });
    let summary = &comparison.alignment.summary;
    let is_apart = |&&at: &&ClauseIndex| {
        let node = chapter_of(plan, at);
        let mut apart = summary
            .chapters
            .iter()
            .filter(|chapter| chapter.organisation);
        apart.any(|chapter| chapter.node == node)
    };
    let apart = counted.iter().filter(is_apart).count();
    let heading = words::gaps(counted.len() - apart, apart, lang);
    word.paragraph(Style::Heading2, &heading);
    if counted.is_empty() {
        word.paragraph(Style::Normal, words::no_gaps(lang));
    }
    by_chapter(comparison, &counted, lang, word);
    if !outside.is_empty() {
        word.paragraph(Style::Heading2, &words::outside(outside.len(), lang));
        by_chapter(comparison, &outside, lang, word);
    }
}

fn by_chapter(comparison: &Comparison, clauses: &[ClauseIndex], lang: Lang, word: &mut Word) {
    let plan = &comparison.reference.plan;
    let chapter = |&at: &ClauseIndex| chapter_of(plan, at);
    for clauses in clauses.chunk_by(|one, other| chapter(one) == chapter(other)) {
        let heading = numbered_heading(&plan.outline, chapter(&clauses[0]));
        word.paragraph(Style::Heading3, &heading);
        word.table(
            &[
                Column(workbook::citation(lang), 11),
                Column(workbook::clause_text(lang), 31),
                Column(words::applicability(lang), 13),
                Column(words::topic(lang), 10),
                Column(workbook::nearest(lang), 28),
                Column(workbook::decided_by(lang), 7),
            ],
            clauses.iter().map(|&at| gap(comparison, at, lang)),
        );
    }
}

fn chapter_of(plan: &Plan, at: ClauseIndex) -> NodeIndex {
    let node = plan.clauses[at].node;
    plan.outline.ancestors(node).last().unwrap_or(node)
}

fn gap(comparison: &Comparison, at: ClauseIndex, lang: Lang) -> Vec<Cell> {
    let plan = &comparison.reference.plan;
    let verdict = &comparison.alignment.clauses[at];
    let (applies, reason) = &verdict.applicability;
    let topic = if verdict.topic_only {
        words::topic_taken_up(lang)
    } else {
        words::topic_not_taken_up(lang)
    };
    let by = match verdict.decided_by {
        DecidedBy::Program => workbook::by_program(lang),
        DecidedBy::Reader => workbook::by_reader(lang),
    };
    let nearest = verdict.nearest.iter();
    vec![
        vec![plan.citation(at)],
        vec![plan.text(at).to_owned()],
        vec![
            label::applies(*applies, lang).to_owned(),
            reason.message(lang),
        ],
        vec![topic.to_owned()],
        nearest
            .map(|near| quoted(&comparison.local.plan, near))
            .collect(),
        vec![by.to_owned()],
    ]
}

fn quoted(plan: &Plan, near: &Nearest) -> String {
    format!(
        "【{}】{} ({:.2})",
        plan.citation(near.local),
        plan.text(near.local),
        near.confidence
    )
}

fn additions(comparison: &Comparison, lang: Lang, word: &mut Word) {
    let plan = &comparison.local.plan;
    let additions: Vec<ClauseIndex> = (0..plan.clauses.len())
        .filter(|&at| comparison.alignment.locals[at].origin == Some(Origin::Local))
        .collect();
    word.paragraph(Style::Heading2, &words::additions(additions.len(), lang));
    if additions.is_empty() {
        word.paragraph(Style::Normal, words::no_additions(lang));
        return;
    }
    if plan.responsibilities.is_empty() {
        word.paragraph(Style::Note, report::no_units(lang));
    }
    word.table(
        &[
            Column(workbook::local_citation(lang), 14),
            Column(workbook::local_text(lang), 60),
            Column(words::answerable(lang), 26),
        ],
        additions.into_iter().map(|at| {
            let units = [Role::Lead, Role::Responsible, Role::Support]
                .into_iter()
                .map(|role| (role, duty::names(plan, at, role)))
                .filter(|(_, names)| !names.is_empty())
                .map(|(role, names)| format!("{} {names}", label::role(role, lang)));
            vec![
                vec![plan.citation(at)],
                vec![plan.text(at).to_owned()],
                units.collect(),
            ]
        }),
    );
}
