//! Tables of Word: a row of several cells becomes one line, its cells divided
//! by tabs; a table of one column, such as a box around text, stays lines.

/// A cell of more lines is a part of the document set in a table.
const LINES: usize = 40;
/// Tables within tables are followed so far; deeper ones are read as lines.
const NESTING: usize = 16;

#[derive(Debug, Default)]
pub(super) struct Tables {
    open: Vec<Row>,
    /// Tables that were begun too deep to be followed.
    beyond: usize,
}

#[derive(Debug, Default)]
struct Row {
    cells: Vec<Cell>,
    /// Columns left free before the next cell.
    column: usize,
    removed: bool,
    /// Lines of the rows before.
    lines: Vec<String>,
}

#[derive(Debug, Default)]
struct Cell {
    column: usize,
    span: usize,
    lines: Vec<String>,
}

impl Tables {
    pub(super) fn open_table(&mut self) {
        if self.open.len() == NESTING {
            self.beyond += 1;
        } else {
            self.open.push(Row::default());
        }
    }

    /// Ends a table; gives its lines if it stands in no other.
    pub(super) fn close_table(&mut self) -> Option<Vec<String>> {
        if self.beyond > 0 {
            self.beyond -= 1;
            return None;
        }
        let lines = self.open.pop()?.lines;
        match self.cell() {
            Some(cell) => {
                cell.lines.extend(lines);
                None
            }
            None => Some(lines),
        }
    }

    pub(super) fn open_row(&mut self) {
        if let Some(row) = self.row() {
            row.cells.clear();
            row.column = 0;
            row.removed = false;
        }
    }

    /// Columns that the row leaves out at its start.
    pub(super) fn skip_columns(&mut self, columns: usize) {
        if let Some(row) = self.row() {
            row.column += columns.min(63);
        }
    }

    /// The row was deleted in tracked changes.
    pub(super) fn remove_row(&mut self) {
        if let Some(row) = self.row() {
            row.removed = true;
        }
    }

    pub(super) fn open_cell(&mut self) {
        if let Some(row) = self.row() {
            let column = row.column;
            row.column += 1;
            row.cells.push(Cell {
                column,
                span: 1,
                lines: Vec::new(),
            });
        }
    }

    /// The cell takes so many columns.
    pub(super) fn span_columns(&mut self, columns: usize) {
        if let Some(row) = self.row()
            && let Some(cell) = row.cells.last_mut()
        {
            cell.span = columns.clamp(1, 63);
            row.column = cell.column + cell.span;
        }
    }

    /// Adds a line to the open cell; gives it back if there is none.
    pub(super) fn add(&mut self, line: String) -> Option<String> {
        match self.cell() {
            Some(cell) => {
                cell.lines.push(line);
                None
            }
            None => Some(line),
        }
    }

    pub(super) fn close_row(&mut self) {
        let Some(row) = self.row() else { return };
        let mut cells = std::mem::take(&mut row.cells);
        if row.removed {
            return;
        }
        cells.retain(|cell| cell.lines.iter().any(|line| !line.trim().is_empty()));
        let is_layout = match cells.as_slice() {
            [] => return,
            [cell] => cell.column == 0,
            several => several.iter().any(|cell| cell.lines.len() > LINES),
        };
        if is_layout {
            row.lines
                .extend(cells.into_iter().flat_map(|cell| cell.lines));
            return;
        }
        let mut line = String::new();
        let mut column = 0;
        for cell in cells {
            line.extend((column..cell.column).map(|_| '\t'));
            column = cell.column;
            let filled = cell
                .lines
                .iter()
                .map(|line| line.trim())
                .filter(|line| !line.is_empty());
            for (at, text) in filled.enumerate() {
                if at > 0 {
                    line.push(' ');
                }
                line.extend(
                    text.chars()
                        .map(|c| if c == '\t' || c == '\n' { ' ' } else { c }),
                );
            }
        }
        row.lines.push(line);
    }

    fn row(&mut self) -> Option<&mut Row> {
        if self.beyond > 0 {
            None
        } else {
            self.open.last_mut()
        }
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        self.open.last_mut()?.cells.last_mut()
    }
}
