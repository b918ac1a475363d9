//! What a workbook is made of.

use crate::report::wording::Side;

/// A sheet: lines above, a header, rows, lines below.
#[derive(Debug, Clone, Default)]
pub(in crate::report) struct Sheet {
    pub(super) name: String,
    pub(super) above: Vec<String>,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Cell>>,
    pub(super) below: Vec<String>,
    pub(super) hidden: bool,
}

impl Sheet {
    /// An empty sheet; a name that a workbook cannot hold is made one that it
    /// can.
    pub(in crate::report) fn new(
        name: impl Into<String>,
        columns: impl IntoIterator<Item = Column>,
    ) -> Self {
        Self {
            name: name.into(),
            columns: columns.into_iter().collect(),
            ..Self::default()
        }
    }

    /// A line above the header; the first is set as a title.
    pub(in crate::report) fn above(mut self, line: impl Into<String>) -> Self {
        self.above.push(line.into());
        self
    }

    /// A line below the rows.
    pub(in crate::report) fn below(mut self, line: impl Into<String>) -> Self {
        self.below.push(line.into());
        self
    }

    /// Out of sight, for what only programs read.
    pub(in crate::report) fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    /// Adds a row, a cell a column.
    pub(in crate::report) fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(cells.into_iter().collect());
    }
}

/// A column with its heading.
#[derive(Debug, Clone, Default)]
pub(in crate::report) struct Column {
    pub(super) heading: String,
    pub(super) choices: Vec<String>,
    pub(super) is_narrow: bool,
    pub(super) to_fill: bool,
    pub(super) hidden: bool,
}

impl Column {
    /// A column as wide as what stands in it.
    pub(in crate::report) fn new(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            ..Self::default()
        }
    }

    /// A column whose texts wrap early, since others matter more.
    pub(in crate::report) fn narrow(mut self) -> Self {
        self.is_narrow = true;
        self
    }

    /// A column that the reader fills in.
    pub(in crate::report) fn filled_in(mut self) -> Self {
        self.to_fill = true;
        self
    }

    /// A column that the reader fills in from a list. A choice holds no comma.
    pub(in crate::report) fn choices<C: Into<String>>(
        mut self,
        choices: impl IntoIterator<Item = C>,
    ) -> Self {
        self.choices = choices.into_iter().map(Into::into).collect();
        self.filled_in()
    }

    /// Out of sight, for what only programs read.
    pub(in crate::report) fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::report) struct Cell {
    pub(super) value: Value,
    pub(super) tone: Tone,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Empty,
    Text(String),
    Count(u32),
    /// Shown with two decimals.
    Share(f64),
    /// Text of which the pieces marked differ from another text.
    Marked(Side),
}

impl Cell {
    /// Nothing.
    pub(in crate::report) const EMPTY: Self = Self {
        value: Value::Empty,
        tone: Tone::Plain,
    };

    /// A text with what differs from another marked in it.
    pub(in crate::report) fn marked(pieces: Side) -> Self {
        Self {
            value: Value::Marked(pieces),
            tone: Tone::Plain,
        }
    }

    /// The cell in the colours of what it says.
    pub(in crate::report) fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        let value = if text.is_empty() {
            Value::Empty
        } else {
            Value::Text(text)
        };
        Self {
            value,
            tone: Tone::Plain,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<f64> for Cell {
    /// A share or a confidence, 0–1.
    fn from(share: f64) -> Self {
        Self {
            value: Value::Share(share),
            tone: Tone::Plain,
        }
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self {
            value: Value::Count(u32::try_from(count).unwrap_or(u32::MAX)),
            tone: Tone::Plain,
        }
    }
}

/// What the colours of a cell say; its words say it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::report) enum Tone {
    Plain,
    /// A sum, a heading.
    Strong,
    /// 已承接, done.
    Good,
    /// 部分承接
    Fair,
    /// 概括承接
    Topic,
    /// 未见对应, amiss.
    Poor,
    /// Outside what is counted.
    Faint,
}

impl Tone {
    pub(super) const ALL: [Self; 7] = [
        Self::Plain,
        Self::Strong,
        Self::Good,
        Self::Fair,
        Self::Topic,
        Self::Poor,
        Self::Faint,
    ];
}
