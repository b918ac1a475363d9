//! What `plan check` says beside the diagnostics themselves.

use super::{Lang, plural};
use crate::diagnostic::Severity;

phrases! {
    /// The word before a proposed fix.
    help: "help", "建议";
    /// Heading of an example from a document.
    example: "Example", "示例";
    /// Heading of an example from the manifest.
    example_in_manifest: "Example, in the manifest", "示例（清单）";
    /// Heading of the remedy.
    what_to_do: "What to do", "如何处理";
}

/// A severity as a reader sees it.
pub const fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Info => lang.pick("info", "提示"),
        Severity::Warning => lang.pick("warning", "警告"),
        Severity::Error => lang.pick("error", "错误"),
    }
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

/// How to live with a finding that is no fault.
pub fn how_to_accept(code: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "To leave the rule out, run `plan check --ignore {code}`. To accept one place of a document in the corpus, give its entry in corpus.toml {{ code = \"{code}\", text = \"what stands there\" }} under `accepted`."
        ),
        Lang::Zh => format!(
            "如不需要此规则，可用 plan check --ignore {code}。如要接受语料库中某文件的一处，请在 corpus.toml 该文件的 accepted 中加入 {{ code = \"{code}\", text = \"该处文字\" }}。"
        ),
    }
}

/// No rule is called so; `similar` is the code and name most like it.
pub fn unknown_rule(selector: &str, similar: Option<(&str, &str)>, lang: Lang) -> String {
    match (similar, lang) {
        (Some((code, name)), Lang::En) => {
            format!("no rule “{selector}”; did you mean “{name}” ({code})?")
        }
        (Some((code, name)), Lang::Zh) => {
            format!("没有规则“{selector}”；是否指“{name}”（{code}）？")
        }
        (None, Lang::En) => format!("no rule “{selector}”; `plan rule` lists them"),
        (None, Lang::Zh) => format!("没有规则“{selector}”；用 `plan rule` 查看全部"),
    }
}

/// The form has no place for counts.
pub fn no_statistics(form: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("--statistics has no form “{form}”; use concise or json"),
        Lang::Zh => format!("--statistics 没有“{form}”格式；请用 concise 或 json"),
    }
}

/// A folder without documents.
pub fn empty_folder(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{path} holds no document (.txt, .md, .html, .docx)"),
        Lang::Zh => format!("{path} 中没有文件（.txt、.md、.html、.docx）"),
    }
}

/// A tree was recorded.
pub fn updated(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("recorded {path}"),
        Lang::Zh => format!("已记录 {path}"),
    }
}

/// The trees inside the program cannot be recorded anew.
pub const fn embedded_is_fixed(lang: Lang) -> &'static str {
    lang.pick(
        "the built-in corpus cannot be changed; name the files, as in `plan check --update seeds`",
        "内置语料库不可更改；请指定文件，例如 plan check --update seeds",
    )
}

/// Standard input has no place beside it.
pub const fn no_place_for_tree(lang: Lang) -> &'static str {
    lang.pick(
        "the tree of standard input has no place to be recorded; name a file",
        "标准输入的任务树无处记录；请指定文件",
    )
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
