//! What a local clause changes of its reference clause: typed, with the words
//! of both sides.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::outline::{Kind, NodeIndex};
use crate::task::{ClauseIndex, ClauseKind, Plan, Role};

use super::alignment::{Change, ChangeKind, Detail, Force};
use super::force::{self, Parts};
use super::quantity::{Quantity, quantities};
use super::sides::Sides;
use super::times::{self, Term};
use super::title::{self, Named};

/// Reads the changes between the clauses of two plans.
pub(super) struct Changes<'p> {
    reference: Clauses<'p>,
    local: Clauses<'p>,
    term: Term,
}

/// The clauses of one plan.
struct Clauses<'p> {
    plan: &'p Plan,
    /// Who leads or answers for each task, in printed order.
    units: BTreeMap<NodeIndex, Vec<&'p str>>,
    /// The parts of each, once they are asked for: a clause may have many links.
    parts: Vec<OnceCell<Parts<'p>>>,
}

impl<'p> Clauses<'p> {
    fn of(plan: &'p Plan) -> Self {
        Self {
            plan,
            units: answering_units(plan),
            parts: vec![OnceCell::new(); plan.clauses.len()],
        }
    }

    fn parts(&self, clause: ClauseIndex) -> &Parts<'p> {
        self.parts[clause].get_or_init(|| Parts::of(self.plan.text(clause)))
    }

    /// Who leads or answers for the task of a clause.
    fn units(&self, clause: ClauseIndex) -> Option<&[&'p str]> {
        let task = self.plan.task_of(clause)?;
        self.units.get(&task).map(Vec::as_slice)
    }
}

impl<'p> Changes<'p> {
    pub(super) fn between(reference: &'p Plan, local: &'p Plan) -> Self {
        Self {
            reference: Clauses::of(reference),
            local: Clauses::of(local),
            term: Term::of(reference, local),
        }
    }

    /// How binding the local clause is beside the reference clause; headings
    /// and rhetoric bind nobody, nor do the cases that a sentence lists.
    pub(super) fn force(&self, clause: ClauseIndex, local: ClauseIndex) -> Force {
        if self.reference.plan.clauses[clause].kind != ClauseKind::Measure
            || is_listed_case(self.reference.plan, clause)
            || is_listed_case(self.local.plan, local)
        {
            return Force::Same;
        }
        force::force(self.reference.parts(clause), self.local.parts(local))
    }

    /// The changes of one link, in the order of their kinds. The title of a
    /// document gains nothing.
    pub(super) fn of(&self, clause: ClauseIndex, local: ClauseIndex) -> Vec<Change> {
        let reference = self.reference.plan;
        let node = reference.clauses[clause].node;
        if reference.outline.nodes[node].kind == Kind::Title {
            return Vec::new();
        }
        let mut changes = self.instruments(clause, local);
        changes.extend(self.details(clause, local));
        changes.extend(self.units(clause, local));
        changes
    }

    fn instruments(&self, clause: ClauseIndex, local: ClauseIndex) -> Vec<Change> {
        let mut theirs = titles(self.reference.plan, clause);
        if theirs.is_empty() {
            return Vec::new();
        }
        let ours = titles(self.local.plan, local);
        let is_kept = |their: &Named| {
            ours.iter()
                .any(|our| our.title == their.title && our.issuer().is_none())
        };
        theirs.retain(|their| !is_kept(their));
        let mut changes = Vec::new();
        for our in ours {
            if let Some(at) = theirs
                .iter()
                .position(|&their| title::localises(their, our))
            {
                let whole = format!("{}{}", our.issuer().unwrap_or_default(), our.title);
                changes.push(localised(theirs.remove(at).title, &whole));
            }
        }
        let text = self.local.plan.text(local);
        for their in theirs {
            if let Some(our) = title::unmarked(their.title, text) {
                changes.push(localised(their.title, our));
            }
        }
        changes
    }

    /// Numbers, deadlines and frequencies.
    fn details(&self, clause: ClauseIndex, local: ClauseIndex) -> Vec<Change> {
        let (reference, plan) = (self.reference.plan, self.local.plan);
        let (theirs, ours) = (reference.text(clause), plan.text(local));
        let numbers = quantities(ours);
        let times = self.term.times(plan, local);
        if numbers.is_empty() && times.is_empty() {
            return Vec::new();
        }
        let is_plain = reference.clauses[clause].kind == ClauseKind::Measure
            && lead(reference, clause).is_none();
        let sides = Sides::new(
            (theirs, self.reference.parts(clause)),
            (ours, self.local.parts(local)),
            &numbers,
            is_plain,
        );
        let mut changes = self.numbers(clause, &numbers, &sides);
        let before = self.term.times(reference, clause);
        for recurring in [false, true] {
            changes.extend(times::changed(&before, &times, recurring, &sides));
        }
        changes
    }

    fn numbers(&self, clause: ClauseIndex, ours: &[Quantity], sides: &Sides) -> Vec<Change> {
        let lead = lead(self.reference.plan, clause).unwrap_or_default();
        let theirs = quantities(sides.reference);
        let in_lead = quantities(lead);
        let stands = |our: &Quantity| {
            in_lead.iter().any(|their| our.equals(their))
                || theirs
                    .iter()
                    .any(|their| our.equals(their) && sides.likeness(their, our).is_some())
        };
        let counterparts = sides.counterparts(&theirs, ours);
        let told = ours.iter().zip(counterparts);
        let told = told.filter(|(our, _)| sides.is_told(our.range.start));
        told.filter_map(|(our, their)| {
            let words = &sides.local[our.range.clone()];
            match their {
                Some(their) if their.equals(our) => None,
                Some(their) => Some(Change::of(
                    ChangeKind::NumberChanged,
                    Some(&sides.reference[their.range.clone()]),
                    words,
                )),
                None if stands(our) => None,
                None => Some(Change::of(
                    ChangeKind::DetailAdded(Detail::Number),
                    None,
                    words,
                )),
            }
        })
        .collect()
    }

    /// The units that the local plan names and the reference does not.
    fn units(&self, clause: ClauseIndex, local: ClauseIndex) -> Option<Change> {
        if self.reference.plan.clauses[clause].kind != ClauseKind::Measure
            || self.local.plan.clauses[local].kind == ClauseKind::Rhetoric
        {
            return None;
        }
        let ours = self.local.units(local)?;
        let theirs = self.reference.units(clause).unwrap_or_default();
        if ours.iter().all(|unit| theirs.contains(unit)) {
            return None;
        }
        let before = (!theirs.is_empty()).then(|| theirs.join("、"));
        Some(Change::of(
            ChangeKind::DetailAdded(Detail::Unit),
            before.as_deref(),
            &ours.join("、"),
        ))
    }
}

impl Change {
    /// A change with the words of both sides.
    pub(super) fn of(kind: ChangeKind, reference: Option<&str>, local: &str) -> Self {
        Self {
            kind,
            reference: reference.map(str::to_owned),
            local: Some(local.to_owned()),
        }
    }
}

fn localised(reference: &str, local: &str) -> Change {
    Change::of(ChangeKind::InstrumentLocalised, Some(reference), local)
}

/// The sentence above the items that a clause is one of: it ends with a colon
/// and stands on the node above or in a paragraph beside the items.
fn lead(plan: &Plan, clause: ClauseIndex) -> Option<&str> {
    let nodes = &plan.outline.nodes;
    let item = &nodes[plan.clauses[clause].node];
    let above = item.parent?;
    item.num.as_ref()?;
    let leads = |node: NodeIndex| {
        node == above || nodes[node].parent == Some(above) && nodes[node].num.is_none()
    };
    let last = plan.clauses[..clause]
        .iter()
        .rev()
        .take_while(|other| other.node >= above)
        .find(|other| leads(other.node))?;
    let text = last.span.of(&plan.outline.text);
    text.ends_with(['：', ':']).then_some(text)
}

/// Whether a clause is one of the cases of `有下列情形之一的`, or names them.
fn is_listed_case(plan: &Plan, clause: ClauseIndex) -> bool {
    let lists = |text: &str| text.contains("下列") && text.contains("之一");
    lists(plan.text(clause)) || lead(plan, clause).is_some_and(lists)
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
fn titles(plan: &Plan, clause: ClauseIndex) -> Vec<Named<'_>> {
    let (clause, text) = (&plan.clauses[clause], &plan.outline.text);
    let mut titles: Vec<Named> = Vec::new();
    for instrument in &clause.instruments {
        let title = instrument.span.of(text);
        if !titles.iter().any(|other| other.title == title) {
            titles.push(Named {
                title,
                before: &text[clause.span.start..instrument.span.start],
                after: &text[instrument.span.end..clause.span.end],
            });
        }
    }
    titles
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

    type Case<'c> = (
        &'c str,
        &'c str,
        &'c [(ChangeKind, Option<&'c str>, &'c str)],
    );

    #[track_caller]
    fn assert_changes(cases: &[Case]) {
        for &(reference, local, expected) in cases {
            let found = changes(reference, local);
            let found: Vec<_> = found
                .iter()
                .map(|(kind, before, after)| (*kind, before.as_deref(), after.as_str()))
                .collect();
            assert_eq!(found, expected, "{local}");
        }
    }

    #[test]
    fn changes_are_typed_and_quoted() {
        assert_changes(&[
            (
                "一、治水\n（一）采砂\n落实《关于加强河道采砂管理的意见》，严格许可。",
                "一、治水\n（一）采砂\n落实《青川市河道采砂管理意见》，严格许可。",
                &[(
                    InstrumentLocalised,
                    Some("《关于加强河道采砂管理的意见》"),
                    "《青川市河道采砂管理意见》",
                )],
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
        ]);
    }

    #[test]
    fn details_are_those_of_what_the_clause_says() {
        assert_changes(&[
            // Said of another part of the sentence.
            (
                "一、治水\n（一）巡河\n健全河长会议制度，完善护河宣传格局。",
                "一、治水\n（一）巡河\n健全河长会议制度，完善护河宣传格局，每年对护河宣传作出安排。",
                &[],
            ),
            (
                "一、治水\n（一）巡河\n组建护河队伍，队伍由渔民推选产生。",
                "一、治水\n（一）巡河\n村级护河队伍一般由三至五人组成，队伍由渔民推选产生。",
                &[(DetailAdded(Number), None, "三至五人")],
            ),
            (
                "一、治水\n（一）巡河\n对河道开展督导，并延伸到支流和湖泊。",
                "一、治水\n（一）巡河\n3年内对9个乡镇督导2遍，改造污水管网5公里。",
                &[
                    (DetailAdded(Number), None, "9个"),
                    (DetailAdded(Number), None, "2遍"),
                    (DetailAdded(Until), None, "3年内"),
                ],
            ),
            // The fine that another sentence announces, and another fine.
            (
                "一、治水\n（一）罚则\n占用河道的，由水务部门责令改正，依法予以处罚。",
                "一、治水\n（一）罚则\n占用河道的，由水务部门责令改正，处二百元以上一千元以下的罚款。",
                &[(DetailAdded(Number), None, "二百元以上一千元以下")],
            ),
            (
                "一、治水\n（一）罚则\n占用河道的，责令改正，处一万元以上五万元以下的罚款。",
                "一、治水\n（一）罚则\n占用河道的，责令改正，处五千元以上五万元以下的罚款。",
                &[(
                    NumberChanged,
                    Some("一万元以上五万元以下"),
                    "五千元以上五万元以下",
                )],
            ),
            // The same number of something else hides nothing.
            (
                "一、治水\n（一）绿化\n管网普及率达到60%，河岸绿化明显改善。",
                "一、治水\n（一）绿化\n河岸绿化明显改善，树种成活比例为60%。",
                &[(DetailAdded(Number), None, "60%")],
            ),
        ]);
    }

    #[test]
    fn times_without_a_figure_and_documents_without_marks_are_compared() {
        assert_changes(&[
            (
                "一、治水\n（一）巡河\n每年检查河道。",
                "一、治水\n（一）巡河\n定期检查河道。",
                &[(DeadlineChanged, Some("每年"), "定期")],
            ),
            (
                "一、治水\n（一）巡河\n定期检查河道。",
                "一、治水\n（一）巡河\n每季度检查河道。",
                &[(DeadlineChanged, Some("定期"), "每季度")],
            ),
            (
                "一、治水\n（一）巡河\n检查河道。",
                "一、治水\n（一）巡河\n定期检查河道。",
                &[],
            ),
            // As long as the plan is for.
            (
                "治水2009—2013年规划\n一、治水\n（一）巡河\n经过今后5年努力，建成三座泵站。",
                "一、治水\n（一）巡河\n到2013年，建成三座泵站。",
                &[],
            ),
            (
                "一、治水\n（一）巡河\n经过今后5年努力，建成三座泵站。",
                "一、治水\n（一）巡河\n到2013年，建成三座泵站。",
                &[],
            ),
            (
                "一、治水\n（一）采砂\n制定《关于加强河道采砂管理的意见》。",
                "一、治水\n（一）采砂\n贯彻市委《关于加强河道采砂管理的意见》。",
                &[(
                    InstrumentLocalised,
                    Some("《关于加强河道采砂管理的意见》"),
                    "市委《关于加强河道采砂管理的意见》",
                )],
            ),
            (
                "一、治水\n（一）采砂\n制定《关于加强河道采砂管理的意见》。",
                "一、治水\n（一）采砂\n开展巡河，制定本市加强河道采砂管理的意见。",
                &[(
                    InstrumentLocalised,
                    Some("《关于加强河道采砂管理的意见》"),
                    "本市加强河道采砂管理的意见",
                )],
            ),
            (
                "一、治水\n（一）采砂\n1．加强河道巡查。\n责任单位：水务部",
                "一、治水\n（一）采砂\n1．加强河道巡查。\n责任单位：市水务局",
                &[(DetailAdded(Unit), Some("水务部"), "市水务局")],
            ),
        ]);
    }

    #[test]
    fn cases_that_a_sentence_lists_bind_nobody() {
        let reference = plan(
            "一、罚则\n（一）河道\n单位有下列情形之一的，依法追究责任：\n1．强迫渔民购买渔具；\n2．侵占河道。\n",
        );
        let local = plan("一、罚则\n（一）河道\n任何单位不得强迫渔民购买渔具。\n");
        let at = |plan: &Plan, words: &str| {
            let mut clauses = 0..plan.clauses.len();
            clauses.find(|&clause| plan.text(clause).contains(words))
        };
        let clause = at(&reference, "强迫").expect("the case");
        let other = at(&local, "强迫").expect("the ban");
        let found = Changes::between(&reference, &local).force(clause, other);
        assert_eq!(found, Force::Same);
    }
}
