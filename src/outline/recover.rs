//! Finds headings and items that lost their number: where the numbers around
//! prove that one is missing, or where a title stands between two items of a
//! list whose other lists all have a numbered title.

use super::block::Block;
use super::front;
use super::heading::{self, Shape};
use super::level::{Class, Order, Place};
use super::mark::Mark;
use super::tree::{Recovered, RecoveredBy};

/// How sure a number is that its neighbours in the list show to be missing.
const IN_SEQUENCE: f32 = 0.95;
/// How sure one is that only the list below it shows.
const BY_FORM: f32 = 0.8;

/// Gives lost numbers back to the plain blocks they stood in. Says whether
/// there were any.
pub(super) fn recover(text: &str, blocks: &mut [Block], places: &[Place], order: &Order) -> bool {
    let mut recovery = Recovery::new(text, blocks, places, order);
    let mut any = false;
    for at in 0..recovery.blocks.len() {
        if recovery.blocks[at].mark().is_some() {
            any |= recovery.title_lost(at) || recovery.number_lost(at);
        }
    }
    any
}

/// How the lists of one class begin.
#[derive(Debug, Default, Clone, Copy)]
struct Habit {
    /// At 1.
    fresh: u32,
    /// Where the last list of the class stopped.
    running: u32,
    /// Right below the number they stand under.
    adjacent: u32,
    /// All of them.
    all: u32,
}

struct Recovery<'t> {
    text: &'t str,
    blocks: &'t mut [Block],
    places: &'t [Place],
    order: &'t Order,
    /// For each block the next number of the same class, if any.
    next: Vec<Option<usize>>,
    /// By class: how its lists begin under another parent.
    habits: Vec<Habit>,
}

impl<'t> Recovery<'t> {
    fn new(text: &'t str, blocks: &'t mut [Block], places: &'t [Place], order: &'t Order) -> Self {
        let mut next = vec![None; blocks.len()];
        let mut habits = vec![Habit::default(); order.count()];
        for (at, block) in blocks.iter().enumerate() {
            let Some(mark) = block.mark() else { continue };
            let place = &places[at];
            if let Some(last) = place.last {
                next[last] = Some(at);
            }
            if place.before.is_some() {
                continue;
            }
            let Some(class) = order.index(Class::of(mark)) else {
                continue;
            };
            let last = place.last.and_then(|last| blocks[last].mark());
            let habit = &mut habits[class];
            habit.all += 1;
            habit.adjacent += u32::from(place.parent.is_some_and(|parent| parent + 1 == at));
            habit.fresh += u32::from(mark.value == 1 && last.is_some());
            habit.running +=
                u32::from(last.is_some_and(|last| mark.value == last.value + 1 && mark.value > 1));
        }
        Self {
            text,
            blocks,
            places,
            order,
            next,
            habits,
        }
    }

    fn mark(&self, at: usize) -> Option<Mark> {
        self.blocks.get(at).and_then(Block::mark).copied()
    }

    fn value(&self, at: Option<usize>) -> Option<u32> {
        Some(self.mark(at?)?.value)
    }

    fn shape(&self, at: usize) -> Shape {
        heading::shape(self.text, &self.blocks[at])
    }

    fn is_title(&self, at: usize) -> bool {
        self.shape(at) == Shape::Title
    }

    /// Whether the block is a plain line that could be a heading.
    fn could_be_heading(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        block.is_plain() && self.is_title(at) && !front::is_front_line(block.text(self.text))
    }

    /// The numbers here show that exactly one before this is missing: the
    /// lost value and the block after which it must have stood.
    fn missing(&self, at: usize) -> Option<(u32, Option<usize>)> {
        let mark = self.mark(at)?;
        let place = &self.places[at];
        let (expected, after) = match place.before {
            Some(before) => (self.mark(before)?.value + 1, Some(before)),
            None => {
                let habit = self
                    .order
                    .index(Class::of(&mark))
                    .map(|class| self.habits[class]);
                let runs_on = habit.is_some_and(|habit| habit.running > habit.fresh);
                match (runs_on, place.last) {
                    (true, Some(last)) => (self.mark(last)?.value + 1, Some(last)),
                    _ => (1, place.parent),
                }
            }
        };
        let next = self.value(self.next[at]);
        // 1 3 3 4 is a misprint, not a loss.
        (mark.value == expected + 1 && next != Some(mark.value)).then_some((expected, after))
    }

    fn number_lost(&mut self, at: usize) -> bool {
        let Some((value, after)) = self.missing(at) else {
            return false;
        };
        let Some(mark) = self.mark(at) else {
            return false;
        };
        let first = after.map_or(0, |after| after + 1);
        let Some(found) = self.candidate(first, at) else {
            return false;
        };
        self.give_back(found, &mark, value, IN_SEQUENCE);
        true
    }

    /// The plain block between two others that is shaped as the numbered one
    /// at `like` and its kin.
    fn candidate(&self, first: usize, like: usize) -> Option<usize> {
        let plain = first..like;
        if self.is_title(like) {
            let titles = || plain.clone().filter(|&at| self.could_be_heading(at));
            let heads = titles().find(|&at| self.mark(at + 1).is_some());
            let is_heading =
                |&at: &usize| first > 0 || !front::names_its_kind(self.blocks[at].text(self.text));
            return heads.or_else(|| titles().rfind(is_heading));
        }
        let opens = matches!(self.shape(like), Shape::Opening(_));
        let mut items = plain.clone().filter(|&at| {
            let block = &self.blocks[at];
            block.is_plain()
                && !self.is_title(at)
                && matches!(self.shape(at), Shape::Opening(_)) == opens
        });
        let found = items.next()?;
        // Of several paragraphs none can be told from the rest, but for one
        // that follows upon lines of responsibility.
        match items.next() {
            None => Some(found),
            Some(_) => (found > 0 && !self.blocks[found - 1].is_plain()).then_some(found),
        }
    }

    /// A title directly above an item, where the lists of this class stand
    /// right under numbered titles, and this one either is in the middle of
    /// its list or would follow upon its parent's own text: it begins a new one.
    fn title_lost(&mut self, at: usize) -> bool {
        let Some(title) = at
            .checked_sub(1)
            .filter(|&title| self.could_be_heading(title))
        else {
            return false;
        };
        let place = self.places[at];
        let (Some(mark), Some(parent)) = (self.mark(at), place.parent) else {
            return false;
        };
        let (Some(above), Some(class)) = (self.mark(parent), self.order.index(Class::of(&mark)))
        else {
            return false;
        };
        let habit = self.habits[class];
        let interrupts = match place.before {
            Some(before) => {
                let begins_anew = mark.value == 1 && self.value(Some(before)) >= Some(1);
                begins_anew || (title > 0 && !self.blocks[title - 1].is_plain())
            }
            None => mark.value == 1 && parent + 1 < title && habit.adjacent * 2 > habit.all,
        };
        let is_taken = self.value(self.next[parent]) == Some(above.value + 1);
        let usual = self.order.opened(Class::of(&above), Class::of(&mark)) >= 2;
        if interrupts && !is_taken && usual && self.is_title(parent) {
            self.give_back(title, &above, above.value + 1, BY_FORM);
            return true;
        }
        false
    }

    fn give_back(&mut self, at: usize, like: &Mark, value: u32, confidence: f32) {
        let recovered = Recovered {
            by: RecoveredBy::Text,
            confidence,
        };
        let lost = like.lost(value, self.blocks[at].from, recovered);
        self.blocks[at].lead = super::block::Lead::Number(lost);
    }
}
