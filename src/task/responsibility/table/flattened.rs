//! Tables scraped or pasted with one cell a line.
//!
//! A run of short lines with a label among them is the header. A row is what
//! stands between two blank lines or, where there are none inside the table,
//! from one ordinal to the next. Merged cells leave rows short at their
//! beginning, so columns are counted from the right.

use crate::diagnostic::Span;
use crate::outline::{NodeIndex, Outline};

use super::super::group::Group;
use super::super::label;
use super::{Column, group};

/// Longest header cell, in characters.
const LONGEST_HEADER: usize = 16;
/// More columns than any header has. Keeps the search linear.
const MOST_COLUMNS: usize = 20;
/// Fewest columns of a table with a column of units.
const FEWEST_COLUMNS: usize = 3;

#[derive(Debug, Clone, Copy)]
struct Cell {
    node: NodeIndex,
    span: Span,
    /// Whether a blank line follows.
    ends_row: bool,
}

/// The rows' groups, each with the node that holds the row's first cell.
pub(super) fn read(outline: &Outline) -> Vec<(NodeIndex, Vec<Group>)> {
    let text = &outline.text;
    let cells = cells(outline);
    let mut rows = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let Some(header) = header(text, &cells[at..]) else {
            at += 1;
            continue;
        };
        at += header.len();
        let columns = columns(text, header);
        let parted = !header[0].ends_row && header[header.len() - 1].ends_row;
        let mut odd = 0;
        while at < cells.len() && odd < 3 {
            let row = row(text, &cells[at..], header.len(), parted);
            at += row.len();
            let groups = groups(text, row, &columns);
            if groups.is_empty() {
                odd += 1;
            } else {
                odd = 0;
                rows.push((duty(row, &columns), groups));
            }
        }
    }
    rows
}

/// The lines of all nodes that stand in one line, and the cells of rows.
fn cells(outline: &Outline) -> Vec<Cell> {
    let text = &outline.text;
    let mut cells = Vec::with_capacity(outline.nodes.len());
    for node in 0..outline.nodes.len() {
        let end = outline.nodes[node].head.end;
        let mut add = |spans: &mut dyn Iterator<Item = Span>| {
            let mut spans = spans.filter(|span| !span.is_empty()).peekable();
            while let Some(span) = spans.next() {
                let next = spans.peek().map_or(end, |next| next.start);
                let breaks = memchr::memchr_iter(b'\n', &text.as_bytes()[span.end..next]).count();
                cells.push(Cell {
                    node,
                    span,
                    ends_row: breaks > 1,
                });
            }
        };
        match outline.cells(node) {
            Some(mut row) => add(&mut row),
            None => add(&mut std::iter::once(outline.nodes[node].head.trimmed(text))),
        }
    }
    cells
}

/// The header that begins with the first of these cells.
fn header<'c>(text: &str, cells: &'c [Cell]) -> Option<&'c [Cell]> {
    let blank_lines = cells.first()?.ends_row;
    let mut labelled = false;
    let mut end = 0_usize;
    for cell in cells.iter().take(MOST_COLUMNS) {
        let word = cell.span.of(text);
        let is_short =
            word.chars().count() <= LONGEST_HEADER && !word.contains(['。', '，', '、', '：']);
        if !is_short || is_ordinal(word) {
            break;
        }
        labelled |= label::role_of(word).is_some();
        end += 1;
        if cell.ends_row && !blank_lines {
            break;
        }
    }
    let closes = cells.get(end.checked_sub(1)?)?.ends_row != blank_lines
        || cells
            .get(end)
            .is_some_and(|next| is_ordinal(next.span.of(text)));
    (labelled && closes && end >= FEWEST_COLUMNS).then(|| &cells[..end])
}

/// The columns of units, each with its place counted from the right.
fn columns(text: &str, header: &[Cell]) -> Vec<Column> {
    header
        .iter()
        .enumerate()
        .filter_map(|(at, cell)| {
            Some(Column {
                at: header.len() - 1 - at,
                role: label::role_of(cell.span.of(text))?,
                label: cell.span,
            })
        })
        .collect()
}

fn row<'c>(text: &str, cells: &'c [Cell], width: usize, parted: bool) -> &'c [Cell] {
    let node = cells[0].node;
    let own = cells.iter().take_while(|cell| cell.node == node).count();
    let end = if own > 1 {
        Some(own)
    } else if parted {
        cells.iter().position(|cell| cell.ends_row).map(|at| at + 1)
    } else {
        cells
            .iter()
            .skip(1)
            .position(|cell| is_ordinal(cell.span.of(text)))
            .map(|at| at + 1)
            .or(Some(width))
    };
    let end = end.unwrap_or(cells.len()).min(cells.len());
    &cells[..end.min(width.max(1) * 2)]
}

fn is_ordinal(word: &str) -> bool {
    word.len() <= 3 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn groups(text: &str, row: &[Cell], columns: &[Column]) -> Vec<Group> {
    let cells: Vec<_> = row.iter().rev().map(|cell| cell.span).collect();
    columns
        .iter()
        .filter_map(|column| group(text, &cells, column))
        .collect()
}

/// The row's longest cell, those of the units apart, says what is to be done.
fn duty(row: &[Cell], columns: &[Column]) -> NodeIndex {
    let names_units = |from_right: usize| columns.iter().any(|column| column.at == from_right);
    row.iter()
        .rev()
        .enumerate()
        .filter(|&(from_right, _)| !names_units(from_right))
        .max_by_key(|(_, cell)| cell.span.len())
        .or_else(|| row.iter().enumerate().next())
        .map_or(0, |(_, cell)| cell.node)
}
