//! A workbook read back by another library.

use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, Xlsx};

use super::*;

fn read(sheets: &[Sheet]) -> Xlsx<Cursor<Vec<u8>>> {
    let mut out = Vec::new();
    write("书名", sheets, &mut out).expect("written");
    Xlsx::new(Cursor::new(out)).expect("readable")
}

fn one_cell(text: &str) -> Sheet {
    let mut sheet = Sheet::new("表", [Column::new("栏")]);
    sheet.row([text.into()]);
    sheet
}

#[test]
fn every_text_is_read_back_as_a_string_and_none_is_a_formula() {
    let long = "长".repeat(40_000);
    let cut = format!("{}…", "长".repeat(32_766));
    for (written, read_back) in [
        ("平常的话。", "平常的话。"),
        ("=1+1", "=1+1"),
        ("@SUM(A1)", "@SUM(A1)"),
        ("+甲", "+甲"),
        ("http://example.org/", "http://example.org/"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("_x0041_", "_x0041_"),
        ("12", "12"),
        ("甲\u{1b}[31m\u{202E}乙\u{0}\u{FFFE}", "甲␛[31m�乙␀�"),
        ("一\r\n二", "一二"),
        (&long, &cut),
    ] {
        let mut workbook = read(&[one_cell(written)]);
        let range = workbook.worksheet_range("表").expect("the sheet");
        let expected = Data::String(read_back.to_owned());
        assert_eq!(range.get_value((1, 0)), Some(&expected), "{written:.20}");
        let formulas = workbook.worksheet_formula("表").expect("the sheet");
        assert!(formulas.used_cells().next().is_none(), "{written:.20}");
    }
}

#[test]
fn lines_stand_above_the_header_and_below_the_rows() {
    let mut sheet = Sheet::new("概览", [Column::new("章"), Column::new("数")])
        .above("标题")
        .below("说明。");
    sheet.row(["一、".into(), Cell::from(3_usize)]);
    sheet.row([
        Cell::marked(vec![("同".into(), false), ("异".into(), true)]),
        Cell::EMPTY,
    ]);
    let mut workbook = read(&[sheet, Sheet::new("键", []).hidden()]);
    let range = workbook.worksheet_range("概览").expect("the sheet");
    let rows: Vec<Vec<String>> = range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    assert_eq!(
        rows,
        [
            ["标题", ""],
            ["章", "数"],
            ["一、", "3"],
            ["同异", ""],
            ["说明。", ""]
        ]
    );
    let visible: Vec<_> = workbook
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.visible))
        .collect();
    assert_eq!(
        visible,
        [
            ("概览", SheetVisible::Visible),
            ("键", SheetVisible::Hidden)
        ]
    );
}

#[test]
fn the_same_sheets_give_the_same_bytes() {
    let written = || {
        let mut out = Vec::new();
        write("书名", &[one_cell("甲")], &mut out).expect("written");
        out
    };
    assert_eq!(written(), written());
}

#[test]
fn a_column_is_as_wide_as_its_han_text_up_to_a_limit() {
    for (text, expected) in [
        ("甲", 5.0 * 0.95 + 2.0),
        ("一二三四五六七八九十", 20.0 * 0.95 + 2.0),
        (&"长".repeat(200), 48.0 * 0.95 + 2.0),
    ] {
        assert_eq!(width::columns(&one_cell(text)), [expected], "{text:.30}");
    }
}

#[test]
fn a_row_is_as_high_as_its_longest_wrapped_text_up_to_what_the_format_allows() {
    for (cells, expected) in [
        (["甲".into(), Cell::EMPTY], 16.0),
        (["甲".into(), "长".repeat(24).into()], 16.0),
        (["甲".into(), "长".repeat(25).into()], 32.0),
        (["甲".into(), "长".repeat(9000).into()], 409.0),
    ] {
        let widths = [10.0, 48.0 * 0.95 + 2.0];
        assert!(
            (width::row_height(&cells, &widths) - expected).abs() < 0.01,
            "{cells:?}"
        );
    }
}
