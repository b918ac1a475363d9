//! The register as a sheet that a person corrected: a workbook or
//! comma-separated values, in whichever language it was written.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use thiserror::Error;

use super::register::{FIELDS, Fields};
use crate::source::{self, Limits};
use crate::task::Level;
use crate::words::register as words;
use crate::words::{Lang, label};

/// Why a sheet is no register.
#[derive(Debug, Error)]
pub enum SheetError {
    /// It is no workbook.
    #[error("{0}")]
    Workbook(#[from] calamine::XlsxError),
    /// It is no text.
    #[error("{0}")]
    Text(#[from] source::SourceError),
    /// It is no table.
    #[error("{0}")]
    Table(#[from] csv::Error),
    /// No row has the headings.
    #[error("{}", words::no_headings(Lang::En))]
    NoHeadings,
    /// A level that there is not.
    #[error("{file}: {}", crate::words::many::no_such_level(value, Lang::En))]
    Level {
        /// The document of the row.
        file: String,
        /// What stands there.
        value: String,
    },
}

impl SheetError {
    /// What is wrong, in the reader's language.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::NoHeadings => words::no_headings(lang).to_owned(),
            Self::Level { file, value } => {
                let no_level = crate::words::many::no_such_level(value, lang);
                format!("{file}{}{no_level}", lang.pick(": ", "："))
            }
            Self::Text(error) => error.message(lang),
            Self::Workbook(_) | Self::Table(_) => self.to_string(),
        }
    }
}

/// The corrections of a sheet: each document's file with the fields whose
/// columns the sheet has.
pub fn read_sheet(bytes: &[u8], name: &str) -> Result<Vec<(String, Fields)>, SheetError> {
    let rows = if bytes.starts_with(b"PK\x03\x04") {
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
        let sheets = workbook.sheet_names();
        let mut rows = Vec::new();
        for sheet in sheets {
            let range = workbook.worksheet_range(&sheet)?;
            rows = range
                .rows()
                .map(|row| row.iter().map(Data::to_string).collect())
                .collect();
            if header(&rows).is_some() {
                break;
            }
        }
        rows
    } else {
        // Excel saves in the encoding of the system, GBK in China.
        let text = source::read(bytes, name, &Limits::default())?.text;
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes())
            .records()
            .map(|record| Ok(record?.iter().map(str::to_owned).collect()))
            .collect::<Result<Vec<Vec<String>>, csv::Error>>()?
    };
    let (at, columns, file) = header(&rows).ok_or(SheetError::NoHeadings)?;
    rows[at + 1..]
        .iter()
        .filter_map(|row| {
            let cell = |column: usize| {
                row.get(column)
                    .map(|cell| unmarked(cell))
                    .unwrap_or_default()
            };
            let file = cell(file);
            (!file.is_empty()).then(|| {
                let fields = columns.iter().map(|&(name, column)| {
                    let value = cell(column);
                    let value = if name == "level" {
                        level(value, file)?
                    } else {
                        value.to_owned()
                    };
                    Ok((name, value))
                });
                Ok((
                    file.to_owned(),
                    fields.collect::<Result<Fields, SheetError>>()?,
                ))
            })
        })
        .collect()
}

/// A field with the number of its column.
type Columns = Vec<(&'static str, usize)>;

/// A word in either language.
type Word = fn(Lang) -> &'static str;

/// The row of headings, the column of each field, and that of the file.
fn header(rows: &[Vec<String>]) -> Option<(usize, Columns, usize)> {
    let said = |cell: &str, heading: Word| {
        [Lang::En, Lang::Zh]
            .iter()
            .any(|&lang| heading(lang) == cell.trim())
    };
    rows.iter().enumerate().find_map(|(at, row)| {
        let column = |name: &str| {
            row.iter().position(|cell| {
                said(unmarked(cell), words::heading(name)) || unmarked(cell) == name
            })
        };
        let columns: Vec<_> = FIELDS
            .iter()
            .filter_map(|&name| Some((name, column(name)?)))
            .collect();
        let file = column("file")?;
        (columns.len() > 1).then_some((at, columns, file))
    })
}

/// A cell without the mark that keeps spreadsheets from taking it for a formula.
fn unmarked(cell: &str) -> &str {
    let cell = cell.trim().trim_start_matches('\u{FEFF}');
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// The name in data of a level in either language.
fn level(value: &str, file: &str) -> Result<String, SheetError> {
    let levels: [(Word, Level); 4] = [
        (label::central, Level::Central),
        (label::province, Level::Province),
        (label::city, Level::City),
        (label::county, Level::County),
    ];
    let found = levels.iter().find(|(word, level)| {
        level.name().eq_ignore_ascii_case(value)
            || [Lang::En, Lang::Zh]
                .iter()
                .any(|&lang| word(lang).eq_ignore_ascii_case(value))
    });
    match (found, value) {
        (Some((_, level)), _) => Ok(level.name().to_owned()),
        (None, "省") => Ok(Level::Province.name().to_owned()),
        (None, "市") => Ok(Level::City.name().to_owned()),
        (None, "县" | "区") => Ok(Level::County.name().to_owned()),
        (None, _) => Err(SheetError::Level {
            file: file.to_owned(),
            value: value.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_saved_in_gbk_is_read() {
        let sheet = "标识,层级,地方,文件\nwh,市,山东省威海市,威海.txt\n,县级,,二.txt\n";
        let (bytes, _, _) = encoding_rs::GBK.encode(sheet);
        let rows = read_sheet(&bytes, "登记表.csv").expect("a register");
        assert_eq!(
            rows,
            [
                (
                    "威海.txt".to_owned(),
                    vec![
                        ("id", "wh".to_owned()),
                        ("level", "city".to_owned()),
                        ("place", "山东省威海市".to_owned())
                    ]
                ),
                (
                    "二.txt".to_owned(),
                    vec![
                        ("id", String::new()),
                        ("level", "county".to_owned()),
                        ("place", String::new())
                    ]
                )
            ]
        );
    }

    #[test]
    fn a_sheet_that_is_no_register_is_refused() {
        for (sheet, expected) in [
            ("甲,乙\n1,2\n", "no row with the headings"),
            ("id,level,file\na,村,a.txt\n", "a.txt: no level “村”"),
        ] {
            let error = read_sheet(sheet.as_bytes(), "a.csv")
                .unwrap_err()
                .to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
