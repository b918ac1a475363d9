//! Headings and sentences of the ledger of tasks.

use super::{Lang, plural};

phrases! {
    /// Sheet: all tasks.
    sheet: "Ledger", "任务台账";
    /// Column: the number of a task.
    number: "no.", "序号";
    /// Column: the year or other term that a line stands under.
    term: "year", "年度";
    /// Column: the top-level division.
    chapter: "chapter", "章";
    /// Column: what the task says.
    task: "task", "任务内容";
    /// Column: where the task stands.
    citation: "stands at", "任务编号";
    /// Column: clauses of the plan above.
    rests_on: "rests on", "上位依据";
    /// Column: what these say.
    rests_on_wording: "wording it rests on", "上位规划表述";
    /// Before a deadline or frequency.
    when: "when", "时限";
    /// Column that the reader fills in.
    progress: "progress", "进展";
    /// Column that the reader fills in.
    completion: "completion", "完成情况";
    /// Column that the reader fills in.
    evidence: "evidence", "佐证材料";
    /// Column that the reader fills in: a person.
    person: "person", "责任人";
    /// Term: recurs in years that the document does not name.
    recurring: "recurring", "经常性";
    /// Term: by a day whose year the document does not name.
    no_year: "year not named", "未写明年份";
    /// Term: no deadline and no frequency.
    open: "no deadline", "未定时限";
    /// Sheet: tasks that no unit leads.
    without_lead: "No lead unit", "未列牵头单位";
}

/// A year as a heading.
pub fn year(year: u32, lang: Lang) -> String {
    match lang {
        Lang::En => year.to_string(),
        Lang::Zh => format!("{year}年"),
    }
}

/// How many tasks there are, and how many lines they make.
pub fn counted(tasks: usize, lines: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{}, {}.",
            plural(tasks, "task", "tasks"),
            plural(lines, "line", "lines")
        ),
        Lang::Zh => format!("任务 {tasks} 项，台账 {lines} 行。"),
    }
}

/// How the years came about.
pub fn terms(period: Option<(u32, u32)>, lang: Lang) -> String {
    match (period, lang) {
        (Some((first, last)), Lang::En) => format!(
            "The document is for {first}–{last}; what recurs every year stands once in each of these."
        ),
        (Some((first, last)), Lang::Zh) => {
            format!("文件期限为{first}—{last}年；每年开展的任务逐年列出。")
        }
        (None, Lang::En) => {
            "The document does not say which years it is for; what recurs stands once.".to_owned()
        }
        (None, Lang::Zh) => "文件未写明起止年份；每年开展的任务只列一次。".to_owned(),
    }
}

/// Which plan the tasks rest on, and that the program found it.
pub fn rests_on_what(title: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("“Rests on” names clauses of {title}, matched by wording."),
        Lang::Zh => format!("“上位依据”指《{title}》的条款，由程序按表述对应，供核对。"),
    }
}
