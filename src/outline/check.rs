//! Faults of the number sequences: gaps, repetitions, numbers out of order,
//! and unlike spellings of one level.

use std::collections::BTreeMap;

use super::build::Numbered;
use super::level::Class;
use super::mark::{self, Mark};
use super::numeral;
use super::tree::{Kind, Node, NodeIndex, Style};
use crate::diagnostic::{Diagnostic, Finding, Span};

/// How far a number of the same class is looked for.
const NEAR: usize = 200;

/// How many levels between two numbers of a class are told apart.
const LEVELS: usize = 6;

/// How the numbers of one class behave when their parent changes.
#[derive(Default)]
struct Habit {
    /// By the number of levels above that changed: lists that begin at 1, and
    /// lists that go on counting.
    at_parents: [(u32, u32); LEVELS],
}

impl Habit {
    /// Whether a first number `value` after `last` goes on counting.
    fn goes_on(&self, levels: usize, last: u32, value: u32) -> bool {
        let (fresh, running) = self.at_parents[levels.min(LEVELS - 1)];
        if value == last + 1 && value > 1 {
            running * 2 >= fresh
        } else {
            running > fresh * 2
        }
    }
}

/// Numbers of one class that count on, in the order of the text.
#[derive(Default)]
struct Run {
    members: Vec<usize>,
}

/// Everything that is checked about the numbers of one tree.
pub(super) struct Checker<'t> {
    text: &'t str,
    nodes: &'t [Node],
    numbers: &'t [Numbered],
    /// How each number is written.
    written: Vec<Spelling>,
    /// For each node the place of its number among the numbers.
    number_of: Vec<Option<u32>>,
    diagnostics: Vec<Diagnostic>,
}

/// Checks the numbered nodes, given in the order of the text.
pub(super) fn check(text: &str, nodes: &[Node], numbers: &[Numbered]) -> Vec<Diagnostic> {
    let mut number_of = vec![None; nodes.len()];
    for (at, number) in numbers.iter().enumerate() {
        number_of[number.node] = Some(at as u32);
    }
    let spelling = |number: &Numbered| Spelling::of(&text[number.mark.start..number.mark.end]);
    let mut checker = Checker {
        text,
        nodes,
        numbers,
        written: numbers.iter().map(spelling).collect(),
        number_of,
        diagnostics: Vec::new(),
    };
    let classes = checker.by_class();
    for members in classes.values() {
        checker.sequences(members);
        checker.spellings(members);
    }
    checker.skipped_levels(&classes);
    checker.lost();
    checker.diagnostics
}

impl Checker<'_> {
    fn by_class(&self) -> BTreeMap<(Class, usize), Vec<usize>> {
        let mut classes: BTreeMap<(Class, usize), Vec<usize>> = BTreeMap::new();
        for (at, number) in self.numbers.iter().enumerate() {
            if number.mark.style != Style::Markdown {
                let key = (Class::of(&number.mark), number.inside);
                classes.entry(key).or_default().push(at);
            }
        }
        classes
    }

    fn node(&self, at: usize) -> &Node {
        &self.nodes[self.numbers[at].node]
    }

    fn mark(&self, at: usize) -> &Mark {
        &self.numbers[at].mark
    }

    fn value(&self, at: usize) -> u32 {
        self.mark(at).value
    }

    /// The number as printed; for a recovered node as it should be.
    fn printed(&self, at: usize) -> String {
        let mark = self.mark(at);
        if mark.is_printed() {
            self.text[mark.start..mark.end].to_owned()
        } else {
            numeral::spell(mark.style, mark.value)
        }
    }

    /// Numbers that the sequence shows to be lost.
    fn lost(&mut self) {
        for at in 0..self.numbers.len() {
            let mark = *self.mark(at);
            if mark.recovered.is_none() {
                continue;
            }
            let number = self.lost_spelling(at);
            let span = Span::new(mark.start, mark.end);
            let finding = Finding::MissingNumber {
                number: number.clone(),
            };
            let diagnostic = Diagnostic::new(finding, span)
                .at_node(self.node(at).id.clone())
                .with_fix(span, number);
            self.diagnostics.push(diagnostic);
        }
    }

    /// A lost number as the nearest one of its class would write it.
    fn lost_spelling(&self, at: usize) -> String {
        let lost = self.mark(at);
        let is_like = |other: &usize| {
            let mark = self.mark(*other);
            mark.is_printed() && Class::of(mark) == Class::of(lost)
        };
        let near = (1..NEAR).flat_map(|step| [at.checked_sub(step), at.checked_add(step)]);
        near.flatten()
            .filter(|&other| other < self.numbers.len())
            .find(is_like)
            .and_then(|like| numeral::respell(&self.printed(like), lost.value))
            .unwrap_or_else(|| numeral::spell(lost.style, lost.value))
    }

    /// How many levels above the second number changed since the first.
    fn levels_between(&self, first: usize, second: usize) -> usize {
        let mut levels = 0;
        let mut ours = self.node(second).parent;
        let mut theirs = self.node(first).parent;
        while ours != theirs {
            let depth = |node: Option<NodeIndex>| node.map_or(0, |node| self.nodes[node].level);
            if depth(ours) >= depth(theirs) {
                levels += 1;
                ours = ours.and_then(|node| self.nodes[node].parent);
            } else {
                theirs = theirs.and_then(|node| self.nodes[node].parent);
            }
        }
        levels
    }

    fn habit(&self, members: &[usize]) -> Habit {
        let mut habit = Habit::default();
        for pair in members.windows(2) {
            let levels = self.levels_between(pair[0], pair[1]);
            if levels == 0 || self.numbers[pair[0]].part != self.numbers[pair[1]].part {
                continue;
            }
            let (fresh, running) = &mut habit.at_parents[levels.min(LEVELS - 1)];
            let value = self.value(pair[1]);
            if value == 1 {
                *fresh += 1;
            } else if value == self.value(pair[0]) + 1 {
                *running += 1;
            }
        }
        habit
    }

    fn sequences(&mut self, members: &[usize]) {
        let habit = self.habit(members);
        let mut run = Run::default();
        for (nth, &here) in members.iter().enumerate() {
            let Some(&last) = run.members.last() else {
                run.members.push(here);
                continue;
            };
            let next = members.get(nth + 1).copied();
            let levels = self.levels_between(last, here);
            let goes_on = if self.numbers[last].part != self.numbers[here].part {
                self.mark(here).style == Style::Annex
            } else if levels == 0 {
                !self.is_new_list(&run, here, next)
            } else {
                let goes_on = habit.goes_on(levels, self.value(last), self.value(here));
                if goes_on {
                    self.runs_on(here);
                }
                goes_on
            };
            if !goes_on {
                self.judge(&run);
                run.members.clear();
            }
            run.members.push(here);
        }
        self.judge(&run);
    }

    /// Whether a list begins anew under the same parent: at 1 and followed by
    /// 2, after more than one number.
    fn is_new_list(&self, run: &Run, here: usize, next: Option<usize>) -> bool {
        let follows =
            next.is_none_or(|next| self.value(next) == 2 || self.levels_between(here, next) > 0);
        self.value(here) == 1 && run.members.len() > 1 && follows && {
            let last = run.members[run.members.len() - 1];
            self.value(last) > 1 && self.text_between(last, here)
        }
    }

    /// Whether the second of two siblings follows upon plain text.
    fn text_between(&self, first: usize, second: usize) -> bool {
        let (first, second) = (self.numbers[first].node, self.numbers[second].node);
        let before = &self.nodes[second - 1];
        self.nodes[first].subtree_end < second
            || (before.kind == Kind::Paragraph && before.num.is_none())
    }

    fn runs_on(&mut self, here: usize) {
        let node = self.node(here);
        let Some(parent) = node.parent else { return };
        let parent_number = self.number_of[parent].map_or_else(
            || self.nodes[parent].id.clone(),
            |at| self.printed(at as usize),
        );
        let finding = Finding::NumberRunsOn {
            number: self.printed(here),
            parent: parent_number,
        };
        self.report(here, finding, None);
    }

    /// Reports the faults of one run: the fewest that explain it.
    fn judge(&mut self, run: &Run) {
        let values: Vec<u32> = run.members.iter().map(|&at| self.value(at)).collect();
        let Some(&first) = values.first() else { return };
        let mut before = first;
        if first != 1 {
            let second = values.get(1).copied();
            if first == 0 && second == Some(1) {
                before = 0;
            } else {
                let here = run.members[0];
                let wrong = second == Some(2) || second.is_none();
                if wrong {
                    before = 1;
                }
                let finding = Finding::NumberNotFromOne {
                    number: self.printed(here),
                };
                self.report(here, finding, wrong.then_some(1));
            }
        }
        for at in 1..values.len() {
            let here = run.members[at];
            let value = values[at];
            let expected = before + 1;
            if value == expected || (value == before && self.mark(here).branch > 0) {
                before = value;
                continue;
            }
            let next = values.get(at + 1).copied();
            let is_misprint = next == Some(expected + 1);
            let fix = (is_misprint || (next.is_none() && value == before)).then_some(expected);
            let number = self.printed(here);
            let last = self.printed(run.members[at - 1]);
            let finding = if value == before || (is_misprint && next == Some(value)) {
                Finding::NumberDuplicate { number }
            } else if value > expected {
                Finding::NumberGap {
                    before: last,
                    after: number,
                    missing: value - expected,
                }
            } else {
                Finding::NumberOutOfOrder {
                    before: last,
                    after: number,
                }
            };
            self.report(here, finding, fix);
            before = if is_misprint {
                expected
            } else if value > before || next == Some(value + 1) {
                value
            } else {
                before
            };
        }
    }

    fn report(&mut self, at: usize, finding: Finding, fix: Option<u32>) {
        let node = self.node(at);
        let mark = self.mark(at);
        let span = Span::new(mark.start, mark.end);
        let mut diagnostic = Diagnostic::new(finding, span).at_node(node.id.clone());
        if let (Some(value), true) = (fix, node.num.is_some()) {
            let printed = &self.text[mark.start..mark.end];
            if let Some(text) = numeral::respell(printed, value) {
                diagnostic = diagnostic.with_fix(span, text);
            }
        }
        self.diagnostics.push(diagnostic);
    }

    /// Siblings whose numbers are written in more than one way.
    fn spellings(&mut self, members: &[usize]) {
        let printed: Vec<usize> = members
            .iter()
            .copied()
            .filter(|&at| self.node(at).num.is_some())
            .collect();
        let usual = self.usual_spelling(&printed);
        let mut first = 0;
        while first < printed.len() {
            let parent = self.node(printed[first]).parent;
            let past = printed[first..]
                .iter()
                .position(|&at| self.node(at).parent != parent)
                .map_or(printed.len(), |length| first + length);
            self.siblings_spelling(&printed[first..past], usual);
            first = past;
        }
        let has_blank = |at: &usize| {
            let mark = self.mark(*at);
            mark::skip_blanks(self.text, mark.end) > mark.end
        };
        let blanks: Vec<usize> = printed.iter().copied().filter(has_blank).collect();
        if blanks.len() * 4 <= printed.len() {
            for at in blanks {
                self.blank_after(at);
            }
        }
    }

    /// The most frequent spelling with the first number that has it.
    fn usual_spelling(&self, members: &[usize]) -> Option<(Spelling, usize)> {
        let mut spellings: BTreeMap<Spelling, (usize, usize)> = BTreeMap::new();
        for alike in members.chunk_by(|&one, &next| self.written[one] == self.written[next]) {
            let first = alike[0];
            spellings.entry(self.written[first]).or_insert((0, first)).0 += alike.len();
        }
        spellings
            .into_iter()
            .max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)))
            .map(|(spelling, (_, example))| (spelling, example))
    }

    fn siblings_spelling(&mut self, siblings: &[usize], usual: Option<(Spelling, usize)>) {
        let Some((first, rest)) = siblings.split_first() else {
            return;
        };
        let spelling = self.written[*first];
        if rest.iter().all(|&at| self.written[at] == spelling) {
            return;
        }
        // Between two siblings the rest of the document decides.
        let usual = if siblings.len() > 2 {
            self.usual_spelling(siblings)
        } else {
            usual
        };
        let Some((usual, example)) = usual else {
            return;
        };
        for &at in siblings {
            let spelling = self.written[at];
            if spelling != usual {
                self.unlike(at, spelling.separator != usual.separator, example);
            }
        }
    }

    fn unlike(&mut self, at: usize, separator: bool, example: usize) {
        let number = self.printed(at);
        let usual = self.printed(example);
        let mark = self.mark(at);
        let span = Span::new(mark.start, mark.end);
        let fix = numeral::respell(&usual, mark.value);
        let finding = if separator {
            Finding::MixedSeparators { number, usual }
        } else {
            Finding::MixedWidth { number, usual }
        };
        let mut diagnostic = Diagnostic::new(finding, span).at_node(self.node(at).id.clone());
        if let Some(text) = fix {
            diagnostic = diagnostic.with_fix(span, text);
        }
        self.diagnostics.push(diagnostic);
    }

    fn blank_after(&mut self, at: usize) {
        let mark = self.mark(at);
        let blank = Span::new(mark.end, mark::skip_blanks(self.text, mark.end));
        let finding = Finding::BlankAfterNumber {
            number: self.printed(at),
        };
        let diagnostic = Diagnostic::new(finding, blank)
            .at_node(self.node(at).id.clone())
            .with_fix(blank, "");
        self.diagnostics.push(diagnostic);
    }

    /// Numbers that stand directly under a level above their usual parents'.
    fn skipped_levels(&mut self, classes: &BTreeMap<(Class, usize), Vec<usize>>) {
        for members in classes.values() {
            let parent = |at: usize| {
                let parent = self.node(at).parent?;
                self.number_of[parent].map(|at| at as usize)
            };
            let mut usual: BTreeMap<Class, usize> = BTreeMap::new();
            for at in members.iter().filter_map(|&at| parent(at)) {
                *usual.entry(Class::of(self.mark(at))).or_default() += 1;
            }
            let Some((&usual, _)) = usual.iter().max_by_key(|(_, count)| **count) else {
                continue;
            };
            let skipped: Vec<(usize, usize)> = members
                .iter()
                .filter_map(|&at| Some((at, parent(at)?)))
                .filter(|&(_, parent)| {
                    let class = Class::of(self.mark(parent));
                    class != usual
                        && class.is_gb()
                        && usual.is_gb()
                        && class.is_usually_above(usual)
                })
                .collect();
            for (at, parent) in skipped {
                let finding = Finding::LevelSkipped {
                    number: self.printed(at),
                    parent: self.printed(parent),
                };
                self.report(at, finding, None);
            }
        }
    }
}

/// What tells two spellings of a class apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Spelling {
    /// 、 or a point or nothing.
    separator: u8,
    /// One bit for each of bracket, figure and point that is full width.
    width: u8,
    /// Whether it is one character such as ①.
    symbol: bool,
}

impl Spelling {
    fn of(num: &str) -> Self {
        let mut spelling = Self {
            separator: 0,
            width: 0,
            symbol: false,
        };
        for char in num.chars() {
            match char {
                '、' | '､' => spelling.separator = 1,
                '.' => spelling.separator = 2,
                '．' | '﹒' => {
                    spelling.separator = 2;
                    spelling.width |= 1;
                }
                '（' => spelling.width |= 2,
                '）' => spelling.width |= 4,
                '０'..='９' => spelling.width |= 8,
                '⑴'..='⒛' | '㈠'..='㈩' | '㊀'..='㊉' => spelling.symbol = true,
                _ => {}
            }
        }
        spelling
    }
}
