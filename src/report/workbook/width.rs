//! Widths of columns: a Han glyph takes up two of what a digit takes up.

use unicode_width::UnicodeWidthStr;

use super::Sheet;
use super::sheet::Value;

/// Widest column; longer texts wrap.
const MOST: usize = 56;
/// For what a reader fills in.
const TO_FILL: usize = 16;
/// The button of a filter covers so much of its heading.
const BUTTON: usize = 3;
/// Blank at both sides of a cell.
const MARGIN: f64 = 1.5;
/// A Han glyph is a little wider than two digits of the standard font.
const GLYPH: f64 = 1.05;
/// Height of a line, in points.
const LINE: f64 = 16.5;

/// The width of each column, in digits of the standard font.
pub(super) fn columns(sheet: &Sheet) -> Vec<f64> {
    let column = |(at, column): (usize, &super::Column)| {
        let cells = sheet.rows.iter().filter_map(|row| row.get(at));
        let widest = cells.map(|cell| value(&cell.value)).max().unwrap_or(0);
        let least = if column.to_fill { TO_FILL } else { 0 };
        let heading = column.heading.width() + BUTTON;
        widest.max(least).max(heading).min(MOST) as f64 * GLYPH + MARGIN
    };
    sheet.columns.iter().enumerate().map(column).collect()
}

fn value(value: &Value) -> usize {
    match value {
        Value::Empty => 0,
        Value::Text(text) => text.width(),
        Value::Number(number) => number.to_string().len(),
        Value::Marked(pieces) => pieces.iter().map(|(text, _)| text.width()).sum(),
    }
}

/// The height of a text that wraps at a width, in points.
pub(super) fn height(text: &str, width: f64) -> f64 {
    let lines = (text.width() as f64 * GLYPH / width.max(1.0)).ceil();
    lines.max(1.0) * LINE
}
