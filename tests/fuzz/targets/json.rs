//! Any JSON that the program takes in: an exported document, a reader's
//! decisions, a crosswalk. Decisions are applied to a small pair of plans.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use plan::align::Reference;
use plan::decide::{Decisions, decide};
use plan::score::Crosswalk;
use plan::task::{Level, Plan};

const REFERENCE: &str = "一、加强管理\n（一）每月巡查河道。建立举报奖励制度。\n（二）清理河道垃圾。\n";
const LOCAL: &str = "一、主要任务\n1.每月巡查河道。\n2.清理河道垃圾。\n";

static PLANS: LazyLock<[Plan; 2]> =
    LazyLock::new(|| [REFERENCE, LOCAL].map(|text| plan_fuzz::plan(text)));

fuzz_target!(|bytes: &[u8]| {
    if let Some(source) = plan_fuzz::read(bytes) {
        plan_fuzz::plan(&source.text);
    }
    if let Ok(file) = Decisions::read(bytes) {
        let [reference, local] = &*PLANS;
        let index = Reference::new(reference);
        let alignment = index.align(local, Level::City);
        let decided = decide(&index, local, alignment, &file.decisions);
        for clause in &decided.alignment.clauses {
            assert!(
                clause
                    .links
                    .iter()
                    .all(|link| link.local < local.clauses.len())
            );
        }
    }
    if let Ok(crosswalk) = Crosswalk::from_json(bytes) {
        let _ = crosswalk.ends();
        Crosswalk::from_json(crosswalk.to_json().as_bytes()).expect("what was read is written");
    }
});
