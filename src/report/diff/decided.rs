//! What a reader decided, as it stands in the columns of the workbook.

use crate::decide::{Action, Made};
use crate::report::workbook::{Column, Sheet};
use crate::report::{Comparison, label};
use crate::task::{ClauseIndex, Plan};
use crate::words::workbook as words;
use crate::words::workbook::key;
use crate::words::{Lang, decisions as said};

/// The decisions that applied to a comparison.
pub(super) struct Decided<'c> {
    made: &'c [Made],
}

impl<'c> Decided<'c> {
    pub(super) fn of(comparison: &Comparison<'c>) -> Self {
        let used = comparison.decisions;
        Self {
            made: used.map_or(&[], |used| used.made.as_slice()),
        }
    }

    fn on(&self, clause: ClauseIndex) -> impl Iterator<Item = &'c Made> {
        let made = self.made;
        made.iter().filter(move |made| made.clause == clause)
    }

    /// The status decided, empty if none was.
    pub(super) fn status(&self, clause: ClauseIndex, lang: Lang) -> &'static str {
        let status = self.on(clause).find_map(|made| match made.action {
            Action::Status(status) => Some(label::status(status, lang)),
            _ => None,
        });
        status.unwrap_or_default()
    }

    /// The applicability decided.
    pub(super) fn applicability(&self, clause: ClauseIndex, lang: Lang) -> &'static str {
        let applies = self.on(clause).find_map(|made| match made.action {
            Action::Applicability(applies) => Some(label::applies(applies, lang)),
            _ => None,
        });
        applies.unwrap_or_default()
    }

    /// The ids of the local clauses added to a clause.
    pub(super) fn added(&self, clause: ClauseIndex, local: &Plan) -> String {
        let added = self.on(clause).filter(|made| made.action == Action::Add);
        let ids = added.filter_map(|made| Some(local.clauses[made.local?].id.as_str()));
        ids.collect::<Vec<_>>().join("、")
    }

    /// Whether a link was confirmed.
    pub(super) fn link(&self, clause: ClauseIndex, local: ClauseIndex, lang: Lang) -> &'static str {
        let is_confirmed = self
            .on(clause)
            .any(|made| made.action == Action::Confirm && made.local == Some(local));
        if is_confirmed {
            words::confirm(lang)
        } else {
            ""
        }
    }

    /// The local clauses whose links to a clause were rejected.
    pub(super) fn rejected(&self, clause: ClauseIndex) -> impl Iterator<Item = ClauseIndex> {
        self.on(clause)
            .filter(|made| made.action == Action::Reject)
            .filter_map(|made| made.local)
    }

    /// What was noted at a link, or at the clause itself: its status, its
    /// applicability, what was added to it.
    pub(super) fn remarks(&self, clause: ClauseIndex, link: Option<ClauseIndex>) -> String {
        let at_link = |made: &&Made| matches!(made.action, Action::Confirm | Action::Reject);
        let remarks = self.on(clause).filter(|made| match link {
            Some(local) => at_link(made) && made.local == Some(local),
            None => !at_link(made),
        });
        let remarks = remarks.map(|made| made.remark.as_str());
        let remarks: Vec<_> = remarks.filter(|remark| !remark.is_empty()).collect();
        remarks.join("；")
    }
}

/// The decisions that no longer apply, each in the columns in which it is read
/// back: they are listed until the reader takes them out.
pub(super) fn lapsed(comparison: &Comparison, lang: Lang) -> Option<Sheet> {
    let lapsed = &comparison.decisions?.lapsed;
    let mut sheet = Sheet::new(
        said::lapsed(lang),
        [
            Column::new(words::citation(lang)),
            Column::new(words::clause_text(lang)),
            Column::new(words::local_citation(lang)),
            Column::new(words::local_text(lang)),
            Column::new(said::why_lapsed(lang)),
            Column::new(words::status_decided(lang)).filled_in(),
            Column::new(words::applicability_decided(lang)).filled_in(),
            Column::new(words::link_decided(lang)).filled_in(),
            Column::new(words::remark(lang)).filled_in(),
            Column::new(key::CLAUSE_ID).hidden(),
            Column::new(key::CLAUSE_SHA256).hidden(),
            Column::new(key::LOCAL_ID).hidden(),
            Column::new(key::LOCAL_SHA256).hidden(),
        ],
    );
    for (decision, why) in lapsed {
        let local = decision.local.as_ref();
        let (mut status, mut applies, mut link) = ("", "", "");
        match &decision.action {
            Action::Status(decided) => status = label::status(*decided, lang),
            Action::Applicability(decided) => applies = label::applies(*decided, lang),
            // A link to what is not linked is one added.
            Action::Confirm | Action::Add => link = words::confirm(lang),
            Action::Reject => link = words::reject(lang),
            Action::Remark => {}
            Action::Unknown(said) => status = said,
        }
        let of = |text: &Option<String>| text.clone().unwrap_or_default();
        sheet.row([
            decision.clause.id.as_str().into(),
            of(&decision.clause.text).into(),
            local.map_or("", |local| local.id.as_str()).into(),
            local
                .map_or_else(String::new, |local| of(&local.text))
                .into(),
            why.message(lang).into(),
            status.into(),
            applies.into(),
            link.into(),
            decision.remark.as_str().into(),
            decision.clause.id.as_str().into(),
            of(&decision.clause.sha256).into(),
            local.map_or("", |local| local.id.as_str()).into(),
            local
                .map_or_else(String::new, |local| of(&local.sha256))
                .into(),
        ]);
    }
    (!lapsed.is_empty()).then_some(sheet)
}
