//! Documents and their comparisons as tidy tables: a row an observation, a
//! column a variable, tables joined by their ids.

mod compared;
mod documents;

use std::borrow::Cow;

use super::Exported;
use crate::report::json::code::{Coded, codes};
use crate::words::Lang;

/// All tables of an export; links and statuses only where documents were
/// compared.
pub(super) fn tables<'a>(exported: &'a Exported<'a>, lang: Lang) -> Vec<Table<'a>> {
    let documents = exported.documents;
    let mut tables = vec![
        documents::documents(documents),
        documents::nodes(documents),
        documents::clauses(documents, lang),
        documents::responsibilities(documents),
        documents::instruments(documents),
        documents::deadlines(documents),
    ];
    if !exported.comparisons.is_empty() {
        tables.push(compared::links(exported));
        tables.push(compared::statuses(exported, lang));
    }
    tables
}

/// A table with its rows.
pub(super) struct Table<'a> {
    pub name: &'static str,
    pub columns: &'static [Column],
    /// The columns that tell a row from all others; none where rows may repeat.
    pub key: &'static [&'static str],
    /// Columns that name a row of another table: these columns, that table,
    /// its columns.
    pub foreign: &'static [Foreign],
    pub rows: Vec<Vec<Value<'a>>>,
}

/// Columns here, the other table, its columns.
pub(super) type Foreign = (
    &'static [&'static str],
    &'static str,
    &'static [&'static str],
);

/// A column of a table.
pub(super) struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// The codes that may stand there, where they are a closed set.
    pub codes: fn() -> Vec<&'static str>,
    /// What it says, with its unit.
    pub says: fn(Lang) -> &'static str,
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Number,
    Boolean,
}

impl Kind {
    /// The name in a Frictionless table schema.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
        }
    }
}

type Says = fn(Lang) -> &'static str;

const fn column(name: &'static str, kind: Kind, says: Says) -> Column {
    Column {
        name,
        kind,
        codes: Vec::new,
        says,
    }
}

const fn text(name: &'static str, says: Says) -> Column {
    column(name, Kind::Text, says)
}

const fn integer(name: &'static str, says: Says) -> Column {
    column(name, Kind::Integer, says)
}

const fn number(name: &'static str, says: Says) -> Column {
    column(name, Kind::Number, says)
}

const fn boolean(name: &'static str, says: Says) -> Column {
    column(name, Kind::Boolean, says)
}

const fn coded<T: Coded>(name: &'static str, says: Says) -> Column {
    Column {
        name,
        kind: Kind::Text,
        codes: codes::<T>,
        says,
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'a> {
    None,
    Text(Cow<'a, str>),
    Integer(i64),
    Number(f64),
    Boolean(bool),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Integer(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Integer(count.into())
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}
