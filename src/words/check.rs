//! What `plan check` says beside the diagnostics themselves.

use super::{Lang, plural};
use crate::diagnostic::Severity;

/// A severity as a reader sees it.
pub const fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Info => lang.pick("info", "提示"),
        Severity::Warning => lang.pick("warning", "警告"),
        Severity::Error => lang.pick("error", "错误"),
    }
}

/// The word before a proposed fix.
pub const fn help(lang: Lang) -> &'static str {
    lang.pick("help", "建议")
}

/// The sentence that proposes to put `new` in the place of `old`.
pub fn fix(old: &str, new: &str, lang: Lang) -> String {
    match (old.is_empty(), new.is_empty(), lang) {
        (true, _, Lang::En) => format!("insert “{new}”"),
        (true, _, Lang::Zh) => format!("插入“{new}”"),
        (false, true, Lang::En) => format!("remove “{old}”"),
        (false, true, Lang::Zh) => format!("删去“{old}”"),
        (false, false, Lang::En) => format!("replace “{old}” with “{new}”"),
        (false, false, Lang::Zh) => format!("将“{old}”改为“{new}”"),
    }
}

/// How a check ended, in one line.
pub fn summary(counts: &Counts, lang: Lang) -> String {
    let Counts {
        documents,
        refused,
        findings,
        accepted,
        hidden,
    } = *counts;
    let mut parts = Vec::new();
    match lang {
        Lang::En => {
            parts.push(format!(
                "{} checked: {}",
                plural(documents, "document", "documents"),
                match findings {
                    0 => "no findings".into(),
                    n => plural(n, "finding", "findings"),
                }
            ));
            if refused > 0 {
                parts.push(format!("{} refused", plural(refused, "file", "files")));
            }
            if accepted > 0 {
                parts.push(format!("{accepted} accepted in the manifest"));
            }
            if hidden > 0 {
                parts.push(format!(
                    "{} not shown (--verbose shows them)",
                    plural(hidden, "piece of information", "pieces of information")
                ));
            }
            parts.join(", ")
        }
        Lang::Zh => {
            parts.push(format!(
                "已检查 {documents} 份文件：{}",
                match findings {
                    0 => "未发现问题".into(),
                    n => format!("发现 {n} 处问题"),
                }
            ));
            if refused > 0 {
                parts.push(format!("{refused} 份无法读取"));
            }
            if accepted > 0 {
                parts.push(format!("清单已接受 {accepted} 处"));
            }
            if hidden > 0 {
                parts.push(format!("另有 {hidden} 条提示未显示（用 --verbose 显示）"));
            }
            parts.join("，")
        }
    }
}

/// The figures of a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Documents read.
    pub documents: usize,
    /// Files refused.
    pub refused: usize,
    /// Warnings and errors.
    pub findings: usize,
    /// Diagnostics accepted in the manifest.
    pub accepted: usize,
    /// Information left out of the listing.
    pub hidden: usize,
}
