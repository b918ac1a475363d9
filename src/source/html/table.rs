//! Tables: which pieces of a row stand beside each other.
//!
//! A row of several cells becomes one line, its cells divided by tabs so that
//! a column keeps its place under `rowspan` and `colspan`. A table that only
//! lays out the page (one cell a row, or cells that hold tables or a whole
//! article) leaves its pieces as lines.

use super::page::{Before, Piece};

/// Columns followed through `rowspan`; more than any duty table has.
const COLUMNS: usize = 32;
/// A cell of more pieces is a part of the page, not of a table.
const PIECES: usize = 40;

#[derive(Debug, Default)]
pub(super) struct Tables {
    open: Vec<Table>,
    rows: Vec<Row>,
}

#[derive(Debug, Default)]
struct Table {
    /// How many further rows each column is taken by a cell from above.
    taken: [u16; COLUMNS],
}

#[derive(Debug, Default)]
struct Row {
    first_piece: usize,
    cells: Vec<Cell>,
    next_column: usize,
    holds_rows: bool,
}

#[derive(Debug)]
struct Cell {
    first_piece: usize,
    column: usize,
}

impl Tables {
    pub(super) fn open_table(&mut self) {
        self.open.push(Table::default());
    }

    pub(super) fn close_table(&mut self) {
        self.open.pop();
    }

    pub(super) fn open_row(&mut self, first_piece: usize) {
        if self.open.is_empty() {
            self.open_table();
        }
        self.rows.push(Row {
            first_piece,
            ..Row::default()
        });
    }

    pub(super) fn open_cell(&mut self, first_piece: usize, colspan: usize, rowspan: usize) {
        let (Some(table), Some(row)) = (self.open.last_mut(), self.rows.last_mut()) else {
            return;
        };
        while row.next_column < COLUMNS && table.taken[row.next_column] > 0 {
            table.taken[row.next_column] -= 1;
            row.next_column += 1;
        }
        row.cells.push(Cell {
            first_piece,
            column: row.next_column,
        });
        let after = (row.next_column + colspan.clamp(1, COLUMNS)).min(COLUMNS);
        let below = rowspan.clamp(1, 1000) as u16 - 1;
        for taken in &mut table.taken[row.next_column..after] {
            *taken = below;
        }
        row.next_column = after;
    }

    /// Puts the cells of the row beside each other. Every piece is looked at
    /// by its innermost row only.
    pub(super) fn close_row(&mut self, pieces: &mut [Piece]) {
        let Some(row) = self.rows.pop() else { return };
        if let Some(table) = self.open.last_mut() {
            for taken in &mut table.taken[row.next_column..] {
                *taken = taken.saturating_sub(1);
            }
        }
        let nested = row.holds_rows;
        if let Some(outer) = self.rows.last_mut() {
            outer.holds_rows = true;
        }
        if nested || row.first_piece == pieces.len() {
            return;
        }
        let ends = row
            .cells
            .iter()
            .skip(1)
            .map(|cell| cell.first_piece)
            .chain([pieces.len()]);
        let filled: Vec<(&Cell, usize)> = row
            .cells
            .iter()
            .zip(ends)
            .filter(|(cell, end)| {
                pieces[cell.first_piece..*end]
                    .iter()
                    .any(|piece| piece.start < piece.end)
            })
            .collect();
        let is_layout = match filled.as_slice() {
            [] => true,
            [(cell, _)] => cell.column == 0,
            several => several
                .iter()
                .any(|(cell, end)| end - cell.first_piece > PIECES),
        };
        if is_layout {
            return;
        }
        let mut column = None;
        for piece in &mut pieces[row.first_piece..] {
            piece.before = Before::Blank;
        }
        for (cell, end) in filled {
            let filled = pieces[cell.first_piece..end]
                .iter_mut()
                .find(|piece| piece.start < piece.end);
            if let Some(piece) = filled {
                piece.before = match column {
                    None => Before::Line(cell.column as u8),
                    Some(before) => Before::Tabs((cell.column - before) as u8),
                };
                column = Some(cell.column);
            }
        }
    }
}
