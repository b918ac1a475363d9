//! What is said of clauses that several local plans have.

use super::Lang;

phrases! {
    /// A column: the plan.
    plan: "plan", "文件";
    /// A column: when it was issued.
    date: "date", "日期";
    /// A column: how many clauses others have after it.
    taken_over: "clauses that later plans have", "被后来文件采用的条款数";
    /// Above the clauses that most plans have.
    clauses: "Clauses that most later plans have", "被采用最多的条款";
}

/// How much was compared and found.
pub fn summary(plans: usize, clauses: usize, reused: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{plans} local plans have {clauses} clauses without a counterpart in the reference; {reused} of {clauses} stand in another of these plans too. That two plans have the same wording says which is earlier, not who copied it: both may follow a third."
        ),
        Lang::Zh => format!(
            "{plans} 份地方文件中有 {clauses} 条在上位规划中未见对应，其中 {reused}/{clauses} 条亦见于其他地方文件。表述相同只说明先后，不足以断定照抄：两者可能同出一源。"
        ),
    }
}
