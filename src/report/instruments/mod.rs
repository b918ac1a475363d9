//! `plan instruments`: the documents that a plan names, and what local plans
//! do with them.

mod grid;
pub(super) mod json;
mod markdown;
mod table;
mod xlsx;

use super::Document;
use crate::survey::{Deed, Named, Todo};
use crate::words::{Lang, instruments as words};

/// The documents of the reference and the local plans.
#[derive(Debug, Clone, Copy)]
pub struct Instruments<'a> {
    /// The plan that names them.
    pub reference: &'a Document,
    /// The local plans.
    pub locals: &'a [Document],
    /// What is to be done with each, and what each local plan does.
    pub named: &'a [Named],
}

forms!(Instruments);

impl Instruments<'_> {
    /// Where the reference names it.
    fn citations(&self, one: &Named) -> String {
        let clauses = one.clauses.iter();
        let citations = clauses.map(|&clause| self.reference.plan.citation(clause));
        citations.collect::<Vec<_>>().join("、")
    }

    /// How many documents meet with each deed in one local plan.
    fn count(&self, local: usize, deed: Deed) -> usize {
        let fates = self.named.iter().map(|one| &one.fates[local]);
        fates.filter(|fate| fate.deed == deed).count()
    }
}

fn todo(todo: Todo, lang: Lang) -> &'static str {
    match todo {
        Todo::Make => words::make(lang),
        Todo::Revise => words::revise(lang),
        Todo::Supplement => words::supplement(lang),
        Todo::CarryOut => words::carry_out(lang),
        Todo::Name => words::name(lang),
    }
}

fn deed(deed: Deed, lang: Lang) -> &'static str {
    match deed {
        Deed::Own => words::own(lang),
        Deed::Province => words::provincial(lang),
        Deed::Older => words::older(lang),
        Deed::Central => words::central(lang),
        Deed::Named => words::named(lang),
        Deed::Lost => words::lost(lang),
        Deed::Higher => words::higher(lang),
        Deed::Absent => words::absent(lang),
    }
}
