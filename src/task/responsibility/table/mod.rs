//! Tables with a column of responsible units: one row a line, its cells parted
//! by tabulators or bars, or one cell a line.

mod flattened;

use crate::diagnostic::Span;
use crate::outline::{NodeIndex, Outline};

use super::Role;
use super::group::Group;
use super::label;
use super::units::{looks_like_unit, units};

/// Headers of a column of units where another column holds their duties.
const UNIT_COLUMNS: [&str; 5] = ["部门", "单位", "部门名称", "单位名称", "责任部门"];

/// Longest heading of a group of rows, in characters.
const LONGEST_GROUP: usize = 25;

struct Column {
    at: usize,
    role: Role,
    label: Span,
}

/// The rows' groups, each with the node that holds the row.
pub(super) fn read(outline: &Outline) -> Vec<(NodeIndex, Vec<Group>)> {
    let mut rows = tabulated(outline);
    rows.extend(flattened::read(outline));
    rows
}

fn tabulated(outline: &Outline) -> Vec<(NodeIndex, Vec<Group>)> {
    let text = &outline.text;
    if memchr::memchr2(b'\t', b'|', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let mut rows = Vec::new();
    let mut columns: Vec<Column> = Vec::new();
    for node in 0..outline.nodes.len() {
        for line in lines(text, outline.nodes[node].head) {
            let cells = cells(text, line);
            if cells.len() < 2 {
                // A short line is the heading of a group of rows.
                if line.of(text).trim().chars().count() > LONGEST_GROUP {
                    columns.clear();
                }
                continue;
            }
            let header = header(text, &cells);
            if !header.is_empty() {
                columns = header;
                continue;
            }
            let groups: Vec<_> = columns
                .iter()
                .filter_map(|column| group(text, &cells, column))
                .collect();
            if !groups.is_empty() {
                rows.push((node, groups));
            }
        }
    }
    rows
}

fn lines(text: &str, head: Span) -> impl Iterator<Item = Span> + '_ {
    let mut start = head.start;
    head.of(text).split_inclusive('\n').map(move |line| {
        let span = Span::new(start, start + line.trim_end_matches(['\n', '\r']).len());
        start += line.len();
        span
    })
}

/// The cells of a line: parted by tabulators, or by the bars of Markdown.
fn cells(text: &str, mut line: Span) -> Vec<Span> {
    let row = line.trimmed(text);
    let is_barred = row.len() > 2 && row.of(text).starts_with('|') && row.of(text).ends_with('|');
    let mut bar = b'\t';
    if is_barred {
        bar = b'|';
        line = Span::new(row.start + 1, row.end - 1);
    }
    let mut start = line.start;
    let mut cells = Vec::new();
    for at in memchr::memchr_iter(bar, line.of(text).as_bytes()) {
        cells.push(Span::new(start, line.start + at).trimmed(text));
        start = line.start + at + 1;
    }
    if !cells.is_empty() {
        cells.push(Span::new(start, line.end).trimmed(text));
    }
    cells
}

fn header(text: &str, cells: &[Span]) -> Vec<Column> {
    let labelled: Vec<_> = (cells.iter().enumerate())
        .filter_map(|(at, cell)| {
            let role = label::role_of(cell.of(text))?;
            Some(Column {
                at,
                role,
                label: *cell,
            })
        })
        .collect();
    if !labelled.is_empty() {
        return labelled;
    }
    let holds_duties = cells.iter().any(|cell| {
        let cell = cell.of(text);
        cell.chars().count() <= 10
            && ["职责", "任务", "内容", "领域", "分工"]
                .iter()
                .any(|word| cell.contains(word))
    });
    let units = cells
        .iter()
        .position(|cell| UNIT_COLUMNS.contains(&cell.of(text)));
    match units {
        Some(at) if holds_duties => vec![Column {
            at,
            role: Role::Responsible,
            label: cells[at],
        }],
        _ => Vec::new(),
    }
}

fn group(text: &str, cells: &[Span], column: &Column) -> Option<Group> {
    let units = units(text, *cells.get(column.at)?);
    let named = !units.is_empty() && units.iter().all(|unit| looks_like_unit(&unit.name));
    named.then_some(Group {
        role: column.role,
        label: column.label,
        units,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let outline = crate::outline::parse(text, None);
        read(&outline)
            .into_iter()
            .flat_map(|(_, groups)| groups)
            .map(|group| {
                let names: Vec<_> = group.units.iter().map(|unit| unit.name.as_str()).collect();
                format!("{} {}", group.role.name(), names.join(" "))
            })
            .collect()
    }

    #[test]
    fn a_column_of_units_is_read_row_by_row() {
        let tabulated = "序号\t任务\t牵头单位\t配合单位\n\
                         1\t修渠，保障灌溉。\t市水务局\t市林业局、各县（市、区）政府\n\
                         2\t补路，方便出行。\t市路局\t/\n";
        let expected = [
            "lead 市水务局",
            "support 市林业局 各县（市、区）政府",
            "lead 市路局",
        ];
        assert_eq!(rows(tabulated), expected);
        let flattened = "序号\n任务\n牵头单位\n配合单位\n\n\
                         1\n修渠，保障灌溉。\n市水务局\n市林业局、各县（市、区）政府\n\n\
                         2\n补路，方便出行。\n市路局\n/\n\n";
        assert_eq!(rows(flattened), expected);
        let spaced = flattened.replace("\n\n", "\n").replace('\n', "\n\n");
        assert_eq!(rows(&spaced), expected);
        let duties = "部门\t职责任务\n水务局\t管护河道。\n林业局\t植树造林。\n";
        assert_eq!(rows(duties), ["responsible 水务局", "responsible 林业局"]);
        assert_eq!(rows("项目\t金额\n水务局\t3\n"), [""; 0]);
    }
}
