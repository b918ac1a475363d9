//! Widths of columns and heights of rows: a Han glyph takes up two of what a
//! digit takes up. Heights are set, since not every program fits them to
//! wrapped text.

use unicode_width::UnicodeWidthStr;

use super::sheet::{Cell, Column, Sheet, Value};

/// Widest column; longer texts wrap.
const MOST: usize = 48;
/// Widest column of those that wrap early.
const MOST_NARROW: usize = 22;
/// For what a reader fills in.
const TO_FILL: usize = 14;
/// The button of a filter covers so much of its heading.
const BUTTON: usize = 3;
/// Blank at both sides of a cell, and what a line may leave at its end.
const MARGIN: f64 = 2.0;
/// Half a Han glyph of the cells' font, in digits of the standard font.
const GLYPH: f64 = 0.95;
/// Height of a line, in points.
const LINE: f64 = 16.0;
/// Highest row, by the format's definition, in points.
const HIGHEST: f64 = 409.0;

/// The width of each column, in digits of the standard font.
pub(super) fn columns(sheet: &Sheet) -> Vec<f64> {
    let column = |(at, column): (usize, &Column)| {
        let cells = sheet.rows.iter().filter_map(|row| row.get(at));
        let widest = cells.map(|cell| value(&cell.value)).max().unwrap_or(0);
        let least = if column.to_fill { TO_FILL } else { 0 };
        let most = if column.is_narrow { MOST_NARROW } else { MOST };
        let heading = column.heading.width() + BUTTON;
        widest.max(least).max(heading).min(most) as f64 * GLYPH + MARGIN
    };
    sheet.columns.iter().enumerate().map(column).collect()
}

fn value(value: &Value) -> usize {
    match value {
        Value::Empty => 0,
        Value::Text(text) => text.width(),
        Value::Count(count) => count.to_string().len(),
        Value::Share(_) => "0.00".len(),
        Value::Marked(pieces) => pieces.iter().map(|(text, _)| text.width()).sum(),
    }
}

/// The height of a text that wraps at a width, in points.
pub(super) fn height(text: &str, width: f64) -> f64 {
    of_lines(text.width(), width)
}

/// The height of a row whose texts wrap at the widths of their columns, in
/// points.
pub(super) fn row_height(cells: &[Cell], widths: &[f64]) -> f64 {
    let cells = cells.iter().zip(widths);
    cells
        .map(|(cell, &width)| of_lines(value(&cell.value), width))
        .fold(LINE, f64::max)
}

fn of_lines(text: usize, width: f64) -> f64 {
    let lines = (text as f64 * GLYPH / (width - MARGIN).max(1.0)).ceil();
    (lines.max(1.0) * LINE).min(HIGHEST)
}
