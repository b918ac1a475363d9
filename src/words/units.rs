//! Headings and sentences about responsible units.

use super::{Lang, plural};

phrases! {
    /// Column.
    document: "document", "文件";
    /// Column.
    unit: "unit", "单位";
    /// Column: names as printed.
    names: "as printed", "文中名称";
    /// Column: tasks in any role.
    tasks: "tasks", "任务";
    /// Column: tasks that units are named for.
    of: "of", "总数";
    /// Column: times that units are named together.
    groups: "groups", "组";
    /// Column: leading with no other.
    alone: "alone", "独立牵头";
    /// Column: leading with others.
    jointly: "jointly", "共同牵头";
    /// Column: named before all others.
    first: "first", "排名首位";
    /// Column: answering for tasks.
    answers: "resp.", "负责";
    /// Column: the part a unit has.
    role: "role", "角色";
    /// Column.
    id: "id", "标识";
    /// Column.
    citation: "task", "任务编号";
    /// Column: what a task says.
    wording: "wording", "内容";
    /// Column: the other unit.
    with: "with", "合作单位";
    /// Column: tasks of both.
    together: "tasks together", "共同任务";
    /// What a cell of the side-by-side table holds.
    cells: "In each cell: tasks that the unit leads or answers for, tasks in any role.",
        "每格依次为：牵头或负责的任务数、全部任务数。";
    /// What the matrix holds.
    matrix: "Tasks that two units have together; on the diagonal, all tasks of the unit.",
        "两单位共同承担的任务数；对角线为该单位全部任务数。";
    /// Sheet: units of several documents beside each other.
    beside: "Side by side", "各地并列";
    /// Sheet: the tasks of each unit.
    tasks_of_units: "Tasks", "各单位任务";
    /// Sheet: pairs of units with tasks in common.
    pairs: "Who works with whom", "协作单位";
}

/// How many tasks and groups name units.
pub fn counted(tasks: usize, groups: usize, bodies: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{} with units named, in {}; {}.",
            plural(tasks, "task", "tasks"),
            plural(groups, "group", "groups"),
            plural(bodies, "unit", "units")
        ),
        Lang::Zh => {
            format!("列明责任单位的任务 {tasks} 项，责任单位 {groups} 组，单位 {bodies} 个。")
        }
    }
}

/// A unit's name with the other names that it goes by in the document.
pub fn called(name: &str, others: &str, lang: Lang) -> String {
    match lang {
        _ if others.is_empty() => name.to_owned(),
        Lang::En => format!("{name} (also {others})"),
        Lang::Zh => format!("{name}（又作{others}）"),
    }
}

/// How many of the tasks are a unit's.
pub fn tasks_of(tasks: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{tasks} of {of} tasks"),
        Lang::Zh => format!("{of} 项任务中的 {tasks} 项"),
    }
}

/// A document does not name the unit asked for.
pub fn not_named(document: &str, unit: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{document} does not name {unit}"),
        Lang::Zh => format!("{document} 未提及{unit}"),
    }
}

/// No document names the unit asked for.
pub fn no_such_unit(unit: &str, near: Option<&str>, lang: Lang) -> String {
    match (near, lang) {
        (Some(near), Lang::En) => format!("no document names “{unit}”; did you mean “{near}”?"),
        (Some(near), Lang::Zh) => format!("各文件均未提及“{unit}”；是否指“{near}”？"),
        (None, Lang::En) => {
            format!("no document names “{unit}”; `plan units DOC` without --unit lists all")
        }
        (None, Lang::Zh) => {
            format!("各文件均未提及“{unit}”；`plan units 文件`（不带 --unit）列出全部单位")
        }
    }
}

/// Pairs of units left out of a matrix for want of room.
pub fn more_units(left: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{left} more units; --format csv, json or xlsx has all."),
        Lang::Zh => format!("另有 {left} 个单位；--format csv、json、xlsx 含全部。"),
    }
}
