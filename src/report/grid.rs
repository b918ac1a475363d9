//! Rows and columns before they are given a form.

use std::io::{self, Write};

use comfy_table::{Cell, ColumnConstraint, Width};

use super::csv::Rows;
use super::text::clean;
use super::workbook::{self, Sheet};
use super::{Look, markdown, table, wrap};

/// One table: what each column holds, and the rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Grid {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Field>>,
}

/// A column: its name in data, never translated, and as a reader sees it.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) key: &'static str,
    pub(super) heading: String,
    in_sheet: InSheet,
    least: Option<u16>,
}

/// How a column is set in a workbook.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum InSheet {
    #[default]
    Wide,
    Narrow,
    ToFill,
}

impl Column {
    pub(super) fn new(key: &'static str, heading: impl Into<String>) -> Self {
        Self {
            key,
            heading: heading.into(),
            in_sheet: InSheet::default(),
            least: None,
        }
    }

    /// On a terminal that has room for it, a column that is this wide at least.
    pub(super) fn at_least(mut self, columns: u16) -> Self {
        self.least = Some(columns);
        self
    }

    /// In a workbook, a column whose texts wrap early, since others matter
    /// more.
    pub(super) fn narrow(mut self) -> Self {
        self.in_sheet = InSheet::Narrow;
        self
    }

    /// In a workbook, a column that the reader fills in.
    pub(super) fn filled_in(mut self) -> Self {
        self.in_sheet = InSheet::ToFill;
        self
    }
}

/// What stands in one place of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Field {
    Text(String),
    Count(usize),
    /// Several counts, such as `3/5`.
    Figures(String),
    Empty,
}

impl From<String> for Field {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Field {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Field {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl Field {
    fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Figures(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Empty => String::new(),
        }
    }
}

impl Grid {
    pub(super) fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self {
            columns: columns.into_iter().collect(),
            rows: Vec::new(),
        }
    }

    fn headings(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.heading.as_str())
    }

    /// Comma-separated values, headed by the columns' names in data.
    pub(super) fn csv(&self, bom: bool, out: &mut dyn Write) -> io::Result<()> {
        let mut rows = Rows::new(out, bom)?;
        rows.row(self.columns.iter().map(|column| column.key))?;
        for row in &self.rows {
            rows.row(row.iter().map(Field::text))?;
        }
        rows.finish()
    }

    /// A Markdown table.
    pub(super) fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        markdown::row(self.headings(), out)?;
        let counts = |at: usize| {
            let mut fields = self.rows.iter().map(|row| &row[at]);
            fields.any(|field| matches!(field, Field::Count(_) | Field::Figures(_)))
        };
        let rule = (0..self.columns.len()).map(|at| if counts(at) { "---:" } else { "---" });
        writeln!(out, "| {} |", rule.collect::<Vec<_>>().join(" | "))?;
        for row in &self.rows {
            markdown::row(row.iter().map(Field::text), out)?;
        }
        Ok(())
    }

    /// A sheet of a workbook.
    pub(super) fn sheet(&self, name: &str) -> Sheet {
        let columns = self.columns.iter().map(|column| {
            let about = workbook::Column::new(column.heading.as_str());
            match column.in_sheet {
                InSheet::Wide => about,
                InSheet::Narrow => about.narrow(),
                InSheet::ToFill => about.filled_in(),
            }
        });
        let mut sheet = Sheet::new(name, columns);
        for row in &self.rows {
            sheet.row(row.iter().map(|field| match field {
                Field::Count(count) => (*count).into(),
                field => workbook::Cell::from(field.text()),
            }));
        }
        sheet
    }

    /// The table without the columns that count nothing.
    pub(super) fn without_zeros(self) -> Self {
        self.without(|_, field| *field == Field::Count(0))
    }

    /// The table without those of the columns named that are empty.
    pub(super) fn without_empty(self, names: &[&str]) -> Self {
        self.without(|column, field| {
            names.contains(&column.key) && matches!(field, Field::Text(text) if text.is_empty())
        })
    }

    /// The table without the columns of which this is true in all rows.
    fn without(mut self, dispensable: impl Fn(&Column, &Field) -> bool) -> Self {
        for at in (0..self.columns.len()).rev() {
            let column = &self.columns[at];
            let all = |row: &Vec<Field>| dispensable(column, &row[at]);
            if !self.rows.is_empty() && self.rows.iter().all(all) {
                self.columns.remove(at);
                for row in &mut self.rows {
                    row.remove(at);
                }
            }
        }
        self
    }

    /// A table for the terminal. The first column is broken last.
    pub(super) fn table(&self, look: &Look, out: &mut dyn Write) -> io::Result<()> {
        const FIRST: usize = 16;
        const OTHERS: u16 = 8;
        let mut table = table::table(look, self.headings().map(str::to_owned));
        if let Some(first) = table.column_mut(0) {
            let longest = self.rows.iter().map(|row| wrap::width(&row[0].text()) + 2);
            let room = longest.max().unwrap_or(0).min(FIRST);
            let room = u16::try_from(room).unwrap_or(u16::MAX);
            first.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(room)));
        }
        let least = self.columns.iter().map(|one| one.least.unwrap_or(OTHERS));
        let has_room = usize::from(least.sum::<u16>()) <= look.width;
        for (at, column) in self.columns.iter().enumerate() {
            if let (Some(least), Some(column), true) =
                (column.least, table.column_mut(at), has_room)
            {
                column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
            }
        }
        for row in &self.rows {
            table.add_row(row.iter().map(|field| match field {
                Field::Count(_) | Field::Figures(_) => table::number(field.text()),
                Field::Text(_) | Field::Empty => Cell::new(clean(&field.text())),
            }));
        }
        writeln!(out, "{table}")
    }
}
