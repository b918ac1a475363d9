//! Tables with a column of responsible units, one row a line, its cells parted
//! by tabulators.

use crate::diagnostic::Span;
use crate::outline::{NodeIndex, Outline};

use super::super::Role;
use super::group::Group;
use super::label;
use super::units::{looks_like_unit, units};

/// Headers of a column of units where another column holds their duties.
const UNIT_COLUMNS: [&str; 5] = ["部门", "单位", "部门名称", "单位名称", "责任部门"];

struct Column {
    at: usize,
    role: Role,
    label: Span,
}

/// The rows' groups, each with the node that holds the row.
pub(super) fn read(outline: &Outline) -> Vec<(NodeIndex, Vec<Group>)> {
    let text = &outline.text;
    if memchr::memchr(b'\t', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let mut rows = Vec::new();
    let mut columns: Vec<Column> = Vec::new();
    for node in 0..outline.nodes.len() {
        for line in lines(text, outline.nodes[node].head) {
            let cells = cells(text, line);
            if cells.len() < 2 {
                if !line.of(text).trim().is_empty() {
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

fn cells(text: &str, line: Span) -> Vec<Span> {
    let mut start = line.start;
    let mut cells = Vec::new();
    for at in memchr::memchr_iter(b'\t', line.of(text).as_bytes()) {
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
