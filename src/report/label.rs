//! What statuses, roles and verdicts are called, in the reader's language.

use crate::align::{Force, Scope, Status, Wording};
use crate::task::{Applies, ClauseKind, Level, Role};
use crate::words::{Lang, label as words};

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
