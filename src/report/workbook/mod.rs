//! Workbooks for Excel, WPS and LibreOffice: sheets of typed cells → one
//! `.xlsx`.
//!
//! What a document says is always written as a string, never as a formula or a
//! link, cleaned of control characters and bidirectional marks; a string that
//! a spreadsheet would take for a formula when somebody edits it carries the
//! mark that keeps it a string. The same sheets give the same bytes.

mod name;
mod sheet;
mod style;
mod width;

pub(super) use sheet::{Cell, Column, Sheet, Tone};

use std::borrow::Cow;
use std::io::{self, Write};

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError,
};

use super::text::clean;
use name::Names;
use sheet::Value;
use style::Styles;

/// Most characters of a cell, by the format's definition.
const MOST_CHARACTERS: usize = 32_767;
/// Paper size A4, as the format numbers it.
const A4: u8 = 9;

/// Writes the sheets, in their order, as one workbook with this title.
pub(super) fn write(title: &str, sheets: &[Sheet], out: &mut dyn Write) -> io::Result<()> {
    let bytes = bytes(title, sheets).map_err(|error| match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    })?;
    out.write_all(&bytes)
}

fn bytes(title: &str, sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Not the time of writing: the same input gives the same bytes.
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&*clean(title))
            .set_author(env!("CARGO_PKG_NAME"))
            .set_creation_datetime(&fixed),
    );
    let styles = Styles::new();
    let mut names = Names::default();
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(names.unused(&sheet.name))?;
        fill(sheet, &styles, worksheet)?;
    }
    workbook.save_to_buffer()
}

fn fill(sheet: &Sheet, styles: &Styles, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let widths = width::columns(sheet);
    for (at, (column, width)) in (0..).zip(sheet.columns.iter().zip(&widths)) {
        worksheet.set_column_width(at, *width)?;
        if column.hidden {
            worksheet.set_column_hidden(at)?;
        }
    }
    let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let mut row = 0;
    for (at, line) in sheet.above.iter().enumerate() {
        let format = if at == 0 { &styles.title } else { &styles.note };
        spread(worksheet, row, last_column, line, format, &widths)?;
        row += 1;
    }
    let header = row;
    for (at, column) in (0..).zip(&sheet.columns) {
        let format = styles.header(column);
        worksheet.write_string_with_format(header, at, content(&column.heading), format)?;
    }
    for cells in &sheet.rows {
        row += 1;
        for (at, (cell, column)) in (0..).zip(cells.iter().zip(&sheet.columns)) {
            put(worksheet, row, at, cell, column, styles)?;
        }
        worksheet.set_row_height(row, width::row_height(cells, &widths))?;
    }
    let last = row;
    for line in &sheet.below {
        row += 1;
        spread(worksheet, row, last_column, line, &styles.note, &widths)?;
    }

    worksheet.set_freeze_panes(header + 1, 0)?;
    if last > header && !sheet.columns.is_empty() {
        worksheet.autofilter(header, 0, last, last_column)?;
        for (at, column) in (0..).zip(&sheet.columns) {
            if !column.choices.is_empty() {
                let choices = DataValidation::new().allow_list_strings(&column.choices)?;
                worksheet.add_data_validation(header + 1, at, last, at, &choices)?;
            }
        }
    }
    worksheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_footer("&C&P / &N")
        .set_repeat_rows(header, header)?
        .set_hidden(sheet.hidden);
    Ok(())
}

/// A line of text across all columns.
fn spread(
    worksheet: &mut Worksheet,
    row: u32,
    last_column: u16,
    line: &str,
    format: &rust_xlsxwriter::Format,
    widths: &[f64],
) -> Result<(), XlsxError> {
    let line = content(line);
    if last_column == 0 {
        worksheet.write_string_with_format(row, 0, line, format)?;
    } else {
        worksheet.merge_range(row, 0, row, last_column, &line, format)?;
        // Programs fit no row to what is merged.
        worksheet.set_row_height(row, width::height(&line, widths.iter().sum()))?;
    }
    Ok(())
}

fn put(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    about: &Column,
    styles: &Styles,
) -> Result<(), XlsxError> {
    match &cell.value {
        Value::Empty => {
            worksheet.write_blank(row, column, styles.cell(cell.tone, about, ""))?;
        }
        Value::Count(count) => {
            worksheet.write_number_with_format(row, column, *count, styles.count(cell.tone))?;
        }
        Value::Share(share) => {
            worksheet.write_number_with_format(row, column, *share, styles.share(cell.tone))?;
        }
        Value::Text(text) => {
            let text = content(text);
            let format = styles.cell(cell.tone, about, &text);
            worksheet.write_string_with_format(row, column, text, format)?;
        }
        Value::Marked(pieces) => {
            let pieces: Vec<_> = pieces
                .iter()
                .map(|(text, differs)| (content(text), *differs))
                .filter(|(text, _)| !text.is_empty())
                .collect();
            let whole: String = pieces.iter().map(|(text, _)| &**text).collect();
            let format = styles.cell(cell.tone, about, &whole);
            // The format knows no rich string of one piece.
            if pieces.len() < 2 || whole.chars().count() > MOST_CHARACTERS {
                let text = content(&whole).into_owned();
                worksheet.write_string_with_format(row, column, text, format)?;
            } else {
                let pieces: Vec<_> = pieces
                    .iter()
                    .map(|(text, differs)| (styles.piece(*differs), &**text))
                    .collect();
                worksheet.write_rich_string_with_format(row, column, &pieces, format)?;
            }
        }
    }
    Ok(())
}

/// A text as a cell can hold it: cleaned, and cut to the length that the format
/// allows.
fn content(text: &str) -> Cow<'_, str> {
    let text = clean(text);
    match text.char_indices().nth(MOST_CHARACTERS) {
        None => text,
        Some(_) => {
            let kept = text.char_indices().nth(MOST_CHARACTERS - 1);
            let end = kept.map_or(text.len(), |(end, _)| end);
            Cow::Owned(format!("{}…", &text[..end]))
        }
    }
}

#[cfg(test)]
mod tests;
