use super::*;
use crate::align::Status;
use crate::outline;
use crate::source::sha256;
use crate::task::{self, Applies, Level};

const REFERENCE: &str = "治水规划\n一、整治河道\n（一）清淤疏浚。\
    全面疏浚城区河道，清除河底淤泥，恢复行洪能力。每年开展一次河道保洁检查，公布检查结果。\n\
    （二）加固堤岸。修建沿河泵站，加固北岸堤防，提高防洪标准。\n";
const LOCAL: &str = "某市治水方案\n一、工作任务\n1.全面疏浚城区河道，清除河底淤泥，恢复行洪能力。\n\
    2.新建社区图书馆，延长夜间开放时间。\n3.修建沿河泵站，加固北岸堤防，提高防洪标准。\n";

fn plan(text: &str) -> Plan {
    task::read(outline::parse(text, None))
}

fn mark(plan: &Plan, begins: &str) -> Mark {
    let at = (0..plan.clauses.len())
        .find(|&at| plan.text(at).starts_with(begins))
        .expect(begins);
    Mark {
        id: plan.clauses[at].id.clone(),
        sha256: Some(sha256(plan.text(at).as_bytes())),
        text: Some(plan.text(at).to_owned()),
    }
}

fn decision(clause: Mark, local: Option<Mark>, action: Action) -> Decision {
    Decision {
        clause,
        local,
        action,
        remark: String::new(),
    }
}

fn decided(reference: &Plan, local: &Plan, decisions: &[Decision]) -> Decided {
    let index = Reference::new(reference);
    let alignment = index.align(local, Level::City);
    decide(&index, local, alignment, decisions)
}

fn verdict<'d>(decided: &'d Decided, plan: &Plan, begins: &str) -> &'d ClauseVerdict {
    let at = (0..plan.clauses.len())
        .find(|&at| plan.text(at).starts_with(begins))
        .expect(begins);
    &decided.alignment.clauses[at]
}

#[test]
fn a_link_is_rejected_confirmed_and_added() {
    let (reference, local) = (plan(REFERENCE), plan(LOCAL));
    let dredging = || mark(&reference, "全面疏浚");
    let here = mark(&local, "全面疏浚");
    let none = decided(&reference, &local, &[]);
    assert_eq!(
        verdict(&none, &reference, "全面疏浚").status,
        Status::Covered
    );

    let rejected = decision(dredging(), Some(here.clone()), Action::Reject);
    let found = decided(&reference, &local, &[rejected]);
    let dropped = verdict(&found, &reference, "全面疏浚");
    assert_eq!(dropped.status, Status::Gap);
    assert!(dropped.links.is_empty());
    assert_eq!(dropped.decided_by, DecidedBy::Reader);
    assert_eq!(
        found.alignment.summary.origins.1,
        none.alignment.summary.origins.1 + 1
    );

    let confirmed = decision(dredging(), Some(here), Action::Confirm);
    let found = decided(&reference, &local, &[confirmed]);
    let kept = verdict(&found, &reference, "全面疏浚");
    assert_eq!(kept.links[0].decided_by, DecidedBy::Reader);

    let library = mark(&local, "新建社区");
    let inspection = mark(&reference, "每年开展");
    let added = decision(inspection, Some(library), Action::Add);
    let found = decided(&reference, &local, &[added]);
    let linked = verdict(&found, &reference, "每年开展");
    assert_eq!(linked.status, Status::Partial);
    assert_eq!(linked.links.len(), 1);
    assert_eq!((found.made.len(), found.lapsed.len()), (1, 0));
}

#[test]
fn a_status_an_applicability_and_a_remark_are_the_readers() {
    let (reference, local) = (plan(REFERENCE), plan(LOCAL));
    let dike = || mark(&reference, "修建沿河");
    let mut remark = decision(dike(), None, Action::Remark);
    remark.remark = "已与水务局核实".to_owned();
    let decisions = [
        decision(dike(), None, Action::Status(Status::Partial)),
        decision(dike(), None, Action::Applicability(Applies::Higher)),
        remark,
        decision(
            mark(&reference, "全面疏浚"),
            None,
            Action::Status(Status::Gap),
        ),
    ];
    let found = decided(&reference, &local, &decisions);
    let dike = verdict(&found, &reference, "修建沿河");
    assert_eq!(dike.status, Status::Partial);
    assert_eq!(dike.applicability, (Applies::Higher, Reason::Reader));
    assert_eq!(dike.remark.as_deref(), Some("已与水务局核实"));
    let dredging = verdict(&found, &reference, "全面疏浚");
    assert_eq!(dredging.status, Status::Gap);
    assert!(dredging.links.is_empty(), "a gap is a clause without link");
    assert_eq!(found.alignment.summary.total.higher, 1);
}

#[test]
fn the_later_of_two_decisions_on_one_question_counts() {
    let (reference, local) = (plan(REFERENCE), plan(LOCAL));
    let dike = || mark(&reference, "修建沿河");
    let decisions = [
        decision(dike(), None, Action::Status(Status::Gap)),
        decision(dike(), None, Action::Status(Status::Partial)),
    ];
    let found = decided(&reference, &local, &decisions);
    assert_eq!(
        verdict(&found, &reference, "修建沿河").status,
        Status::Partial
    );
}

#[test]
fn decisions_outlive_small_edits_and_the_others_are_listed() {
    let (reference, local) = (plan(REFERENCE), plan(LOCAL));
    let reject = |clause: &str, here: &str| {
        decision(
            mark(&reference, clause),
            Some(mark(&local, here)),
            Action::Reject,
        )
    };
    let decisions = [
        reject("全面疏浚", "全面疏浚"),
        reject("修建沿河", "修建沿河"),
    ];
    for (edited, outcomes) in [
        // A task put before the others moves the ids.
        (
            LOCAL
                .replace("1.全面", "1.新设巡河队伍。\n2.全面")
                .replace("\n2.新建", "\n3.新建")
                .replace("\n3.修建", "\n4.修建"),
            [None, None],
        ),
        // A word changed where the ids stayed.
        (LOCAL.replace("提高防洪标准", "提升防洪标准"), [None, None]),
        // Another task in its place.
        (
            LOCAL.replace(
                "3.修建沿河泵站，加固北岸堤防，提高防洪标准",
                "3.推广节水器具",
            ),
            [None, Some(Lapse::LocalChanged)],
        ),
        // No task in its place.
        (
            LOCAL.replace("3.修建沿河泵站，加固北岸堤防，提高防洪标准。\n", ""),
            [None, Some(Lapse::LocalGone)],
        ),
    ] {
        let found = decided(&reference, &plan(&edited), &decisions);
        let expected: Vec<Lapse> = outcomes.into_iter().flatten().collect();
        let lapsed: Vec<Lapse> = found.lapsed.iter().map(|(_, lapse)| *lapse).collect();
        assert_eq!(lapsed, expected, "{edited}");
        assert_eq!(found.made.len() + lapsed.len(), decisions.len());
    }
}

#[test]
fn what_cannot_be_is_listed_with_its_reason() {
    let (reference, local) = (plan(REFERENCE), plan(LOCAL));
    let by_hand = |id: &str, action| {
        decision(
            Mark {
                id: id.to_owned(),
                sha256: None,
                text: None,
            },
            None,
            action,
        )
    };
    for (decision, lapse) in [
        (
            by_hand("9.9", Action::Status(Status::Gap)),
            Lapse::ClauseGone,
        ),
        (
            by_hand("一（一）第2句", Action::Status(Status::Covered)),
            Lapse::WithoutLink,
        ),
        (by_hand("1.1.s1", Action::Confirm), Lapse::NotUnderstood),
        (
            by_hand("1.1.s1", Action::Unknown("maybe".to_owned())),
            Lapse::NotUnderstood,
        ),
    ] {
        let found = decided(&reference, &local, std::slice::from_ref(&decision));
        assert_eq!(found.lapsed, [(decision, lapse)]);
    }
}

#[test]
fn the_file_that_the_page_saves_is_read() {
    let file = r#"{"schema": "plan.decisions/1",
        "reference": {"id": "central", "title": "t", "level": "central", "sha256": "aa"},
        "local": "weihai",
        "decisions": [
          {"clause": "2.1.h", "clause_sha256": "00", "local": "3.s1", "local_sha256": null, "action": "confirm", "value": null, "remark": ""},
          {"clause": "2.1.h", "action": "status", "value": "covered"},
          {"clause": "2.1.h", "action": "status", "value": "done"}]}"#;
    let read = Decisions::read(file.as_bytes()).expect("the form");
    assert_eq!(read.reference.sha256.as_deref(), Some("aa"));
    assert_eq!(read.local.id, "weihai");
    let actions: Vec<Action> = read
        .decisions
        .into_iter()
        .map(|decision| decision.action)
        .collect();
    assert_eq!(
        actions,
        [
            Action::Confirm,
            Action::Status(Status::Covered),
            Action::Unknown("done".to_owned())
        ]
    );
    for bad in [
        "",
        "{}",
        r#"{"schema":"x","reference":"a","local":"b","decisions":[]}"#,
    ] {
        assert!(Decisions::read(bad.as_bytes()).is_err(), "{bad}");
    }
}
