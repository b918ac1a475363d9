//! What statuses, roles and verdicts are called, in the reader's language.

use crate::align::{
    Change, ChangeKind, Detail, Evidence, Feature, Force, Link, Scope, Status, Wording,
};
use crate::task::{Applies, ClauseKind, Level, Role};
use crate::words::{Lang, explain, label as words};

pub(super) fn status(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Covered => words::covered(lang),
        Status::Partial => words::partial(lang),
        Status::Gap => words::gap(lang),
    }
}

pub(super) fn role(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Lead => words::lead(lang),
        Role::Support => words::support(lang),
        Role::Responsible => words::responsible(lang),
    }
}

pub(super) fn level(level: Level, lang: Lang) -> &'static str {
    match level {
        Level::Central => words::central(lang),
        Level::Province => words::province(lang),
        Level::City => words::city(lang),
        Level::County => words::county(lang),
    }
}

pub(super) fn applies(applies: Applies, lang: Lang) -> &'static str {
    match applies {
        Applies::Local => words::applies_local(lang),
        Applies::Higher => words::applies_higher(lang),
        Applies::Mixed => words::applies_mixed(lang),
        Applies::Unclear => words::applies_unclear(lang),
    }
}

pub(super) fn clause_kind(kind: ClauseKind, lang: Lang) -> &'static str {
    match kind {
        ClauseKind::Heading => words::heading(lang),
        ClauseKind::Measure => words::measure(lang),
        ClauseKind::Rhetoric => words::rhetoric(lang),
        ClauseKind::Responsibility => words::responsibility(lang),
    }
}

pub(super) fn wording(wording: Wording, lang: Lang) -> &'static str {
    match wording {
        Wording::Verbatim => words::verbatim(lang),
        Wording::Adapted => words::adapted(lang),
    }
}

/// Whether the wording is the same, and whether it stands where it stood: one
/// thing, not a text gone here and new there.
pub(super) fn place_and_wording(link: &Link, lang: Lang) -> &'static str {
    match (link.moved, link.wording) {
        (false, wording) => self::wording(wording, lang),
        (true, Wording::Adapted) => words::moved_and_edited(lang),
        (true, Wording::Verbatim) => words::moved_verbatim(lang),
    }
}

pub(super) fn scope(scope: Scope, lang: Lang) -> &'static str {
    match scope {
        Scope::Whole => words::whole(lang),
        Scope::Part => words::part(lang),
        Scope::Wider => words::wider(lang),
    }
}

pub(super) fn force(force: Force, lang: Lang) -> &'static str {
    match force {
        Force::Stronger => words::stronger(lang),
        Force::Same => words::same_force(lang),
        Force::Weaker => words::weaker(lang),
        Force::Execution => words::execution(lang),
    }
}

pub(super) fn change(kind: ChangeKind, lang: Lang) -> &'static str {
    match kind {
        ChangeKind::InstrumentLocalised => words::instrument_localised(lang),
        ChangeKind::DetailAdded(Detail::Number) => words::number_added(lang),
        ChangeKind::DetailAdded(Detail::Deadline) => words::deadline_added(lang),
        ChangeKind::DetailAdded(Detail::Frequency) => words::frequency_added(lang),
        ChangeKind::DetailAdded(Detail::Unit) => words::unit_added(lang),
        ChangeKind::NumberChanged => words::number_changed(lang),
        ChangeKind::DeadlineChanged => words::deadline_changed(lang),
    }
}

/// A change with the words of both sides.
pub(super) fn changed(change: &Change, ascii: bool, lang: Lang) -> String {
    let arrow = if ascii { " -> " } else { " → " };
    let words: Vec<&str> = [&change.reference, &change.local]
        .into_iter()
        .filter_map(|words| words.as_deref())
        .collect();
    let kind = self::change(change.kind, lang);
    format!("{kind}: {}", words.join(arrow))
}

pub(super) fn evidence(evidence: &Evidence, lang: Lang) -> String {
    let (value, speaks_for) = (evidence.value, evidence.weight > 0.0);
    match evidence.feature {
        Feature::Base => explain::base(lang).to_owned(),
        Feature::Relatedness => explain::relatedness(lang).to_owned(),
        Feature::Wording => explain::wording(speaks_for, value, lang),
        Feature::Measures => explain::measures(speaks_for, value, lang),
        Feature::RareWords => explain::rare_words(speaks_for, lang).to_owned(),
        Feature::Rank => explain::rank(speaks_for, lang).to_owned(),
        Feature::Headings => explain::headings(speaks_for, value, lang).to_owned(),
        Feature::Neighbours => explain::neighbours(speaks_for, value, lang),
        Feature::Contents => explain::contents(speaks_for, lang).to_owned(),
        Feature::Verb => explain::verb(value, lang).to_owned(),
        Feature::Make => explain::make(speaks_for, value.exp(), lang),
        Feature::Instrument => explain::instrument(value, lang).to_owned(),
        Feature::Position => explain::position(speaks_for, value, lang),
        Feature::Applicability => explain::applicability(value, lang).to_owned(),
    }
}
