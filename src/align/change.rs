//! What a local clause changes of its reference clause: typed, with the words
//! of both sides.

use std::collections::BTreeMap;

use crate::outline::{NodeIndex, han_number};
use crate::task::{ClauseIndex, ClauseKind, Deadline, Plan, Role};

use super::alignment::{Change, ChangeKind, Detail, Force};
use super::force::{self, Parts};
use super::quantity::{Quantity, quantities};
use super::title::localises;

/// Reads the changes between the clauses of two plans.
pub(super) struct Changes<'p> {
    reference: &'p Plan,
    local: &'p Plan,
    /// Who leads or answers for each task, in printed order.
    reference_units: BTreeMap<NodeIndex, Vec<&'p str>>,
    local_units: BTreeMap<NodeIndex, Vec<&'p str>>,
}

impl<'p> Changes<'p> {
    pub(super) fn between(reference: &'p Plan, local: &'p Plan) -> Self {
        Self {
            reference,
            local,
            reference_units: answering_units(reference),
            local_units: answering_units(local),
        }
    }

    /// How binding the local clause is beside the reference clause; headings
    /// and rhetoric bind nobody.
    pub(super) fn force(&self, clause: ClauseIndex, local: ClauseIndex) -> Force {
        if self.reference.clauses[clause].kind != ClauseKind::Measure {
            return Force::Same;
        }
        force::force(
            &Parts::of(self.reference.text(clause)),
            &Parts::of(self.local.text(local)),
        )
    }

    /// The changes of one link, in the order of their kinds.
    pub(super) fn of(&self, clause: ClauseIndex, local: ClauseIndex) -> Vec<Change> {
        let mut changes = self.instruments(clause, local);
        changes.extend(self.numbers(clause, local));
        changes.extend(self.times(clause, local, false));
        changes.extend(self.times(clause, local, true));
        changes.extend(self.units(clause, local));
        changes
    }

    fn instruments(&self, clause: ClauseIndex, local: ClauseIndex) -> Vec<Change> {
        let mut theirs = titles(self.reference, clause);
        let ours = titles(self.local, local);
        theirs.retain(|title| !ours.contains(title));
        let mut changes = Vec::new();
        for title in ours {
            let stood_for = theirs.iter().position(|their| localises(their, title));
            if let Some(at) = stood_for {
                changes.push(change(
                    ChangeKind::InstrumentLocalised,
                    Some(theirs.remove(at)),
                    title,
                ));
            }
        }
        changes
    }

    fn numbers(&self, clause: ClauseIndex, local: ClauseIndex) -> Vec<Change> {
        let theirs = quantities(self.reference.text(clause));
        let ours = quantities(self.local.text(local));
        let same = |one: &Quantity, other: &Quantity| {
            one.text == other.text
                || one.unit == other.unit && one.value == other.value && one.value.is_some()
        };
        let mut gone: Vec<&Quantity> = theirs
            .iter()
            .filter(|their| !ours.iter().any(|our| same(our, their)))
            .collect();
        ours.iter()
            .filter(|our| !theirs.iter().any(|their| same(our, their)))
            .map(|our| {
                let before = gone.iter().position(|their| their.unit == our.unit);
                match before {
                    Some(at) => change(
                        ChangeKind::NumberChanged,
                        Some(&gone.remove(at).text),
                        &our.text,
                    ),
                    None => change(ChangeKind::DetailAdded(Detail::Number), None, &our.text),
                }
            })
            .collect()
    }

    /// Deadlines, or frequencies.
    fn times(&self, clause: ClauseIndex, local: ClauseIndex, recurring: bool) -> Vec<Change> {
        let detail = if recurring {
            Detail::Frequency
        } else {
            Detail::Deadline
        };
        let theirs = times(self.reference, clause, recurring);
        let ours = times(self.local, local, recurring);
        let same = |one: &str, other: &str| bare_time(one) == bare_time(other);
        let mut gone: Vec<&str> = theirs
            .iter()
            .copied()
            .filter(|their| !ours.iter().any(|our| same(our, their)))
            .collect();
        ours.iter()
            .filter(|our| !theirs.iter().any(|their| same(our, their)))
            .map(|our| {
                if gone.is_empty() {
                    change(ChangeKind::DetailAdded(detail), None, our)
                } else {
                    change(ChangeKind::DeadlineChanged, Some(gone.remove(0)), our)
                }
            })
            .collect()
    }

    /// The units that the local plan names where the reference names none.
    fn units(&self, clause: ClauseIndex, local: ClauseIndex) -> Option<Change> {
        let units = |plan: &Plan, units: &BTreeMap<NodeIndex, Vec<&'p str>>, clause| {
            plan.task_of(clause)
                .and_then(|task| units.get(&task))
                .map(|names| names.join("、"))
        };
        if units(self.reference, &self.reference_units, clause).is_some() {
            return None;
        }
        let names = units(self.local, &self.local_units, local)?;
        Some(change(ChangeKind::DetailAdded(Detail::Unit), None, &names))
    }
}

fn change(kind: ChangeKind, reference: Option<&str>, local: &str) -> Change {
    Change {
        kind,
        reference: reference.map(str::to_owned),
        local: Some(local.to_owned()),
    }
}

fn answering_units(plan: &Plan) -> BTreeMap<NodeIndex, Vec<&str>> {
    let mut units: BTreeMap<NodeIndex, Vec<&str>> = BTreeMap::new();
    let answering = plan
        .responsibilities
        .iter()
        .filter(|entry| matches!(entry.role, Role::Lead | Role::Responsible));
    for entry in answering {
        for &task in &entry.covers {
            let names = units.entry(task).or_default();
            for unit in &entry.units {
                if !names.contains(&unit.name.as_str()) {
                    names.push(&unit.name);
                }
            }
        }
    }
    units
}

/// The titles that a clause names, each once.
fn titles(plan: &Plan, clause: ClauseIndex) -> Vec<&str> {
    let mut titles: Vec<&str> = Vec::new();
    for instrument in &plan.clauses[clause].instruments {
        let title = instrument.span.of(&plan.outline.text);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}

fn times(plan: &Plan, clause: ClauseIndex, recurring: bool) -> Vec<&str> {
    let mut times: Vec<&str> = Vec::new();
    let of_kind = |time: &&Deadline| time.recurring == recurring;
    for time in plan.clauses[clause].deadlines.iter().filter(of_kind) {
        let words = time.span.of(&plan.outline.text);
        if !times.contains(&words) {
            times.push(words);
        }
    }
    times
}

/// A time without the words that only point at it: `到2012年底前` and `2012年底`
/// are the same, and so are `今后5年` and `经过五年`.
fn bare_time(time: &str) -> String {
    const BEFORE: [&str; 12] = [
        "力争用",
        "再经过",
        "截至",
        "经过",
        "再用",
        "今后",
        "未来",
        "到",
        "至",
        "于",
        "在",
        "用",
    ];
    const AFTER: [&str; 8] = ["时间内", "时间", "以前", "之前", "以内", "之内", "前", "内"];
    let from = BEFORE
        .iter()
        .find_map(|word| time.strip_prefix(word))
        .unwrap_or(time);
    let bare = AFTER
        .iter()
        .find_map(|word| from.strip_suffix(word))
        .unwrap_or(from);
    let number = bare.len()
        - bare
            .trim_start_matches(|char| "一二两三四五六七八九十".contains(char))
            .len();
    match han_number(&bare[..number]) {
        Some(value) => format!("{value}{}", &bare[number..]),
        None => bare.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ChangeKind::{DeadlineChanged, DetailAdded, InstrumentLocalised, NumberChanged};
    use Detail::{Deadline as Until, Frequency, Number, Unit};

    fn plan(text: &str) -> Plan {
        crate::task::read(crate::outline::parse(text, None))
    }

    /// The changes between the first measures of two texts.
    fn changes(reference: &str, local: &str) -> Vec<(ChangeKind, Option<String>, String)> {
        let (reference, local) = (plan(reference), plan(local));
        let measure = |plan: &Plan| {
            let mut kinds = plan.clauses.iter().map(|clause| clause.kind);
            kinds.position(|kind| kind == ClauseKind::Measure)
        };
        let (one, other) = (measure(&reference), measure(&local));
        Changes::between(&reference, &local)
            .of(one.expect("a measure"), other.expect("a measure"))
            .into_iter()
            .map(|change| {
                (
                    change.kind,
                    change.reference,
                    change.local.unwrap_or_default(),
                )
            })
            .collect()
    }

    #[test]
    fn changes_are_typed_and_quoted() {
        for (reference, local, expected) in [
            (
                "一、治水\n（一）采砂\n落实《关于加强河道采砂管理的意见》，严格许可。",
                "一、治水\n（一）采砂\n落实《青川市河道采砂管理意见》，严格许可。",
                &[(
                    InstrumentLocalised,
                    Some("《关于加强河道采砂管理的意见》"),
                    "《青川市河道采砂管理意见》",
                )][..],
            ),
            (
                "一、治水\n（一）巡河\n加强河道巡查。",
                "一、治水\n（一）巡河\n每季度巡查河道不少于2次，2011年底前覆盖80%的河段。",
                &[
                    (DetailAdded(Number), None, "2次"),
                    (DetailAdded(Number), None, "80%"),
                    (DetailAdded(Until), None, "2011年底前"),
                    (DetailAdded(Frequency), None, "每季度"),
                ],
            ),
            (
                "一、治水\n（一）绿化\n到2012年，河岸绿化率达到60%。",
                "一、治水\n（一）绿化\n2011年底前，河岸绿化率达到75%。",
                &[
                    (NumberChanged, Some("60%"), "75%"),
                    (DeadlineChanged, Some("到2012年"), "2011年底前"),
                ],
            ),
            (
                "一、治水\n（一）巡河\n每年巡查河道。",
                "一、治水\n（一）巡河\n每半年巡查河道。",
                &[(DeadlineChanged, Some("每年"), "每半年")],
            ),
            (
                "一、治水\n（一）巡河\n加强河道巡查。",
                "一、治水\n（一）巡河\n1．加强河道巡查。\n牵头单位：市水务局\n协办单位：市财政局",
                &[(DetailAdded(Unit), None, "市水务局")],
            ),
            (
                "一、治水\n（一）绿化\n到2012年底前，建成三座泵站，用5年时间落实《湿地规定》。",
                "一、治水\n（一）绿化\n2012年底建成三座泵站，经过五年落实《湿地规定》。",
                &[],
            ),
        ] {
            let found = changes(reference, local);
            let found: Vec<_> = found
                .iter()
                .map(|(kind, before, after)| (*kind, before.as_deref(), after.as_str()))
                .collect();
            assert_eq!(found, expected, "{local}");
        }
    }
}
