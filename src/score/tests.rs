//! The scorer on cases small enough to count by hand, and the figures that the
//! shipped model reaches on the crosswalks in `fixtures/gold`.

use std::path::Path;

use super::*;
use crate::align::{Model, Reference, Status, fit};
use crate::diagnostic::Span;
use crate::task::Level;
use judgement::{JudgedClause, JudgedLocal};

fn crosswalk(json: &str) -> Crosswalk {
    Crosswalk::from_json(json.as_bytes()).expect("the case is a crosswalk")
}

fn clause(span: (usize, usize), status: Status, links: &[usize]) -> JudgedClause {
    JudgedClause {
        span: Span::new(span.0, span.1),
        status,
        links: links.iter().map(|&local| (local, 0.9)).collect(),
    }
}

fn local(span: (usize, usize), addition: bool) -> JudgedLocal {
    JudgedLocal {
        span: Span::new(span.0, span.1),
        addition,
        linked: !addition,
    }
}

/// Four measures: linked strongly, linked weakly, a gap, linked strongly.
fn coded() -> Crosswalk {
    crosswalk(
        r#"{"reference": "r", "local": "l",
            "clauses": [
              {"span": [0, 10], "kind": "measure", "status": "covered", "links": [{"span": [0, 10], "strength": 3}]},
              {"span": [10, 20], "kind": "measure", "status": "partial", "links": [{"span": [10, 20], "strength": 1}]},
              {"span": [20, 30], "kind": "measure", "status": "gap", "links": []},
              {"span": [30, 40], "kind": "measure", "status": "covered", "links": [{"span": [20, 30], "strength": 2}]}],
            "locals": [
              {"span": [0, 10], "kind": "task", "origin": "central"},
              {"span": [10, 20], "kind": "task", "origin": "central"},
              {"span": [20, 30], "kind": "task", "origin": "central"},
              {"span": [30, 40], "kind": "task", "origin": "local"}]}"#,
    )
}

#[test]
fn links_of_strength_one_neither_count_nor_harm() {
    let judgement = Judgement {
        clauses: vec![
            clause((0, 10), Status::Covered, &[0]),
            clause((10, 20), Status::Partial, &[1]),
            clause((20, 30), Status::Partial, &[3]),
            clause((30, 40), Status::Gap, &[]),
        ],
        locals: vec![
            local((0, 10), false),
            local((10, 20), false),
            local((20, 30), true),
            local((30, 40), false),
        ],
    };
    let figures = figures(&coded(), &judgement);
    assert_eq!(figures.links.predicted, [1, 2]);
    assert_eq!(figures.links.coded, [1, 2]);
    assert_eq!(figures.lax_links.predicted, [2, 3]);
    assert_eq!(figures.recall_by_strength, [[1, 1], [0, 1], [1, 1]]);
    assert_eq!(
        figures.gaps.predicted,
        [0, 1],
        "the weak one is no fair gap"
    );
    assert_eq!(figures.gaps.coded, [0, 1]);
    assert_eq!(figures.additions.predicted, [0, 1]);
    assert_eq!(figures.statuses, [[1, 0, 1], [0, 1, 0], [0, 1, 0]]);
    assert!((figures.status_agreement() - 0.5).abs() < 1e-9);
}

#[test]
fn spans_are_put_together_by_half_of_the_shorter() {
    let judgement = Judgement {
        clauses: vec![
            clause((0, 5), Status::Covered, &[0]),
            clause((5, 10), Status::Covered, &[0]),
            clause((30, 60), Status::Covered, &[1]),
        ],
        locals: vec![local((0, 14), false), local((26, 36), false)],
    };
    let figures = figures(&coded(), &judgement);
    assert_eq!(
        figures.links.predicted,
        [2, 3],
        "the last meets less than half of either local sentence"
    );
    assert_eq!(figures.links.coded, [1, 2]);
}

#[test]
fn a_strength_that_is_none_is_refused() {
    let json = r#"{"reference": "r", "local": "l", "locals": [],
        "clauses": [{"span": [7, 9], "kind": "measure", "status": "gap", "links": [{"span": [0, 1], "strength": 4}]}]}"#;
    let error = Crosswalk::from_json(json.as_bytes()).expect_err("4 is no strength");
    assert_eq!(error.to_string(), "strength 4 at byte 7");
}

struct Case {
    crosswalk: Crosswalk,
    reference: crate::task::Plan,
    local: crate::task::Plan,
}

impl Case {
    fn read(city: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let plan = |name: &str| {
            let text = std::fs::read_to_string(root.join(format!("seeds/{name}.txt")));
            let text = text.expect("the seed is there");
            crate::task::read(crate::outline::parse(&text, None))
        };
        let json = std::fs::read(root.join(format!("fixtures/gold/{city}.json")));
        Self {
            crosswalk: Crosswalk::from_json(&json.expect("the crosswalk is there"))
                .expect("the crosswalk has its form"),
            reference: plan("central"),
            local: plan(city),
        }
    }

    fn labelled(&self) -> Labelled<'_> {
        labelled(&self.crosswalk, &self.reference, &self.local, Level::City)
    }

    fn judged_by(&self, model: &Model) -> Judgement {
        let reference = Reference::new(&self.reference);
        let alignment = reference.align_by(model, &self.local, Level::City);
        Judgement::of(&self.reference, &self.local, &alignment)
    }
}

/// What must not be lost: link F1, gap F1, gap precision, recall of verbatim
/// links, kappa of the status, additions F1.
type Floor = [f64; 6];

#[track_caller]
fn assert_reached(run: &str, figures: &Figures, floor: Floor) {
    let reached = [
        ("link F1", figures.links.f1()),
        ("gap F1", figures.gaps.f1()),
        ("gap precision", figures.gaps.precision()),
        ("verbatim recall", figures.recall_of_strength(3)),
        ("status kappa", figures.status_kappa()),
        ("additions F1", figures.additions.f1()),
    ];
    for ((name, value), floor) in reached.into_iter().zip(floor) {
        assert!(
            value >= floor,
            "{run}: {name} fell to {value:.4}, below {floor}"
        );
    }
}

#[test]
fn figures_on_the_hand_coded_crosswalks_do_not_drop() {
    let cases = ["weihai", "guangzhou"].map(Case::read);
    let left_out = [&cases[1], &cases[0]].map(|other| fit(&[other.labelled()]));
    let shipped: [Floor; 2] = [
        [0.93, 0.97, 0.96, 1.0, 0.74, 0.61],
        [0.91, 0.92, 0.89, 1.0, 0.67, 0.58],
    ];
    let carried_over: [Floor; 2] = [
        [0.92, 0.96, 0.95, 1.0, 0.73, 0.59],
        [0.89, 0.92, 0.89, 1.0, 0.68, 0.57],
    ];
    for (at, case) in cases.iter().enumerate() {
        let name = &case.crosswalk.local;
        let judge = |model| figures(&case.crosswalk, &case.judged_by(model));
        assert_reached(name, &judge(Model::shipped()), shipped[at]);
        assert_reached(
            &format!("{name}, left out"),
            &judge(&left_out[at]),
            carried_over[at],
        );
    }
}

/// Each city judged by the model fitted to the other; links of strength 1 left
/// out.
#[test]
fn a_confidence_says_how_often_a_link_is_right() {
    let cases = ["weihai", "guangzhou"].map(Case::read);
    let mut calibration = Calibration::default();
    for (case, other) in [(&cases[0], &cases[1]), (&cases[1], &cases[0])] {
        let judgement = case.judged_by(&fit(&[other.labelled()]));
        calibration.add(&case.crosswalk, &judgement);
    }
    for (tenth, expected) in [(8, 0.8..=0.9), (9, 0.95..=1.0)] {
        let share = calibration.tenths[tenth].right_share();
        assert!(expected.contains(&share), "0.{tenth}: {share:.3}");
    }
}

#[test]
fn the_shipped_model_is_what_a_refit_gives() {
    let cases = ["guangzhou", "weihai"].map(Case::read);
    let refitted = fit(&[cases[0].labelled(), cases[1].labelled()]);
    assert!(
        refitted.is_close_to(Model::shipped()),
        "run: plan eval fixtures/gold/*.json --refit -o src/align/model.json"
    );
}
