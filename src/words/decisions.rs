//! What is said of a reader's decisions.

use super::{Lang, plural};

phrases! {
    /// Before a reader's remark.
    remark: "remark", "备注";
    /// A verdict is a reader's.
    decided: "decided by a reader", "人工核定";
    /// Sheet: the decisions that no longer apply.
    lapsed: "Decisions lapsed", "已失效的核定";
    /// Column.
    why_lapsed: "why it no longer applies", "失效原因";
}

/// Why a decision no longer applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lapse {
    /// The reference has no such clause any more.
    ClauseGone,
    /// Another wording stands there.
    ClauseChanged,
    /// The local plan has no such clause any more.
    LocalGone,
    /// Another wording stands there.
    LocalChanged,
    /// A clause without link can only be a gap.
    WithoutLink,
    /// It is none of the decisions that there are.
    NotUnderstood,
}

impl Lapse {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ClauseGone => "clause-gone",
            Self::ClauseChanged => "clause-changed",
            Self::LocalGone => "local-gone",
            Self::LocalChanged => "local-changed",
            Self::WithoutLink => "without-link",
            Self::NotUnderstood => "not-understood",
        }
    }

    /// The reason, and what to do.
    pub const fn message(self, lang: Lang) -> &'static str {
        match self {
            Self::ClauseGone => lang.pick(
                "the reference has no such clause; decide anew",
                "上位规划中已无此条，请重新核定",
            ),
            Self::ClauseChanged => lang.pick(
                "the wording of the clause has changed; decide anew",
                "该条表述已变，请重新核定",
            ),
            Self::LocalGone => lang.pick(
                "the local document has no such clause; decide anew",
                "地方文件中已无此条，请重新核定",
            ),
            Self::LocalChanged => lang.pick(
                "the wording of the local clause has changed; decide anew",
                "地方条款表述已变，请重新核定",
            ),
            Self::WithoutLink => lang.pick(
                "no counterpart is linked; add the link first",
                "没有对应条款，请先新增对应",
            ),
            Self::NotUnderstood => lang.pick("not understood", "无法识别"),
        }
    }
}

/// How many decisions of a file were used; those that were not follow.
pub fn applied(file: &str, applied: usize, lapsed: usize, lang: Lang) -> String {
    match (lang, lapsed) {
        (Lang::En, 0) => format!(
            "{file}: {} applied",
            plural(applied, "decision", "decisions")
        ),
        (Lang::Zh, 0) => format!("{file}：采用核定意见 {applied} 条"),
        (Lang::En, _) => format!(
            "{file}: {} applied; {}:",
            plural(applied, "decision", "decisions"),
            plural(lapsed, "no longer applies", "no longer apply")
        ),
        (Lang::Zh, _) => format!("{file}：采用核定意见 {applied} 条；以下 {lapsed} 条不再适用："),
    }
}

/// One decision as it was made.
pub fn made(clause: &str, local: Option<&str>, action: &str, remark: &str, lang: Lang) -> String {
    let arrow = local.map_or(String::new(), |local| format!(" → {local}"));
    let remark = match (remark, lang) {
        ("", _) => String::new(),
        (remark, Lang::En) => format!(" ({remark})"),
        (remark, Lang::Zh) => format!("（{remark}）"),
    };
    format!("{clause}{arrow} {action}{remark}")
}

/// A file's decisions are about other documents than those compared.
pub fn about_others(file: &str, reference: &str, local: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{file} is about “{reference}” and “{local}”, which were not compared"),
        Lang::Zh => format!("{file} 所核定的是“{reference}”与“{local}”，本次未作比较"),
    }
}

/// A file holds no decisions.
pub fn no_decisions(file: &str, cause: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{file} holds no decisions (plan.decisions/1, or a workbook that `plan diff -o x.xlsx` wrote): {cause}"
        ),
        Lang::Zh => format!(
            "{file} 不是核定意见文件（plan.decisions/1，或 `plan diff -o x.xlsx` 生成的工作簿）：{cause}"
        ),
    }
}

/// A crosswalk needs at least one decision.
pub fn nothing_decided(lang: Lang) -> &'static str {
    lang.pick(
        "no decision applies, so there is nothing to make a crosswalk of",
        "没有可用的核定意见，无法生成对照表",
    )
}

/// One crosswalk is about one pair of documents.
pub fn one_pair(lang: Lang) -> &'static str {
    lang.pick(
        "the files are about several pairs of documents; name those of one",
        "这些文件涉及多对文件；请只指定其中一对",
    )
}
