//! The decisions in a workbook: the columns that a reader fills in, in any
//! sheet that names its clauses.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};

use super::form::{About, Action, Decision, Decisions, DecisionsError};
use super::mark::Mark;
use crate::align::Status;
use crate::task::Applies;
use crate::words::workbook::{self as words, key};
use crate::words::{Lang, label};

const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];

/// Reads a workbook of a comparison, in whichever language it was written.
pub(super) fn read(bytes: &[u8]) -> Result<Decisions, DecisionsError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let names = workbook.sheet_names();
    if !names.iter().any(|name| name == key::SHEET) {
        return Err(DecisionsError::NoKeySheet);
    }
    let keys = workbook.worksheet_range(key::SHEET)?;
    let mut decisions = Vec::new();
    for name in names.iter().filter(|name| *name != key::SHEET) {
        let range = workbook.worksheet_range(name)?;
        if let Some(table) = Table::of(&range) {
            for row in table.rows() {
                table.decisions(row, &mut decisions);
            }
        }
    }
    Ok(Decisions {
        reference: about(&keys, "reference"),
        local: about(&keys, "local"),
        decisions,
    })
}

fn about(keys: &Range<Data>, which: &str) -> About {
    let value = |name: &str| {
        keys.rows()
            .find(|row| {
                row.first()
                    .is_some_and(|cell| *cell == format!("{which}.{name}")[..])
            })
            .and_then(|row| row.get(1))
            .map(Data::to_string)
    };
    About {
        id: value("id").unwrap_or_default(),
        sha256: value("sha256"),
    }
}

/// A sheet whose rows name clauses.
struct Table<'r> {
    range: &'r Range<Data>,
    header: usize,
}

/// A heading in either language.
type Heading = fn(Lang) -> &'static str;

impl<'r> Table<'r> {
    fn of(range: &'r Range<Data>) -> Option<Self> {
        let header = range
            .rows()
            .position(|row| row.iter().any(|cell| *cell == key::CLAUSE_ID))?;
        Some(Self { range, header })
    }

    fn rows(&self) -> impl Iterator<Item = &'r [Data]> {
        self.range.rows().skip(self.header + 1)
    }

    fn column(&self, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        let header = self.range.rows().nth(self.header)?;
        header
            .iter()
            .position(|cell| is_it(cell.to_string().trim()))
    }

    fn keyed(&self, row: &[Data], key: &str) -> Option<String> {
        text(row, self.column(|heading| heading == key)?)
    }

    fn said(&self, row: &[Data], heading: Heading) -> Option<String> {
        text(
            row,
            self.column(|found| LANGS.iter().any(|&lang| heading(lang) == found))?,
        )
    }

    fn decisions(&self, row: &[Data], decisions: &mut Vec<Decision>) {
        let Some(id) = self.keyed(row, key::CLAUSE_ID) else {
            return;
        };
        let clause = Mark {
            id,
            sha256: self.keyed(row, key::CLAUSE_SHA256),
            text: self.said(row, words::clause_text),
        };
        let local = self.keyed(row, key::LOCAL_ID).map(|id| Mark {
            id,
            sha256: self.keyed(row, key::LOCAL_SHA256),
            text: self.said(row, words::local_text),
        });
        let mut remark = self.said(row, words::remark).unwrap_or_default();
        let mut decide = |local: Option<Mark>, action: Action| {
            decisions.push(Decision {
                clause: clause.clone(),
                local,
                action,
                remark: std::mem::take(&mut remark),
            });
        };
        if let Some(said) = self.said(row, words::link_decided) {
            decide(local, link_action(&said));
        }
        for added in self.said(row, words::link_added).iter().flat_map(|said| {
            said.split(['、', ';', '；', '\n'])
                .map(str::trim)
                .filter(|name| !name.is_empty())
        }) {
            let mark = Mark {
                id: added.to_owned(),
                sha256: None,
                text: None,
            };
            decide(Some(mark), Action::Add);
        }
        if let Some(said) = self.said(row, words::status_decided) {
            decide(None, status_action(&said));
        }
        if let Some(said) = self.said(row, words::applicability_decided) {
            decide(None, applicability_action(&said));
        }
        if !remark.is_empty() {
            decisions.push(Decision {
                clause,
                local: None,
                action: Action::Remark,
                remark,
            });
        }
    }
}

/// What stands in a cell, if anything.
fn text(row: &[Data], column: usize) -> Option<String> {
    let text = row.get(column)?.to_string();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn is(said: &str, word: Heading) -> bool {
    LANGS
        .iter()
        .any(|&lang| word(lang).eq_ignore_ascii_case(said))
}

fn link_action(said: &str) -> Action {
    if is(said, words::confirm) {
        Action::Confirm
    } else if is(said, words::reject) {
        Action::Reject
    } else {
        Action::Unknown(said.to_owned())
    }
}

fn status_action(said: &str) -> Action {
    let statuses: [(Heading, Status); 3] = [
        (label::covered, Status::Covered),
        (label::partial, Status::Partial),
        (label::gap, Status::Gap),
    ];
    statuses
        .iter()
        .find(|(word, _)| is(said, *word))
        .map_or_else(
            || Action::Unknown(said.to_owned()),
            |(_, status)| Action::Status(*status),
        )
}

fn applicability_action(said: &str) -> Action {
    let verdicts: [(Heading, Applies); 4] = [
        (label::applies_local, Applies::Local),
        (label::applies_higher, Applies::Higher),
        (label::applies_mixed, Applies::Mixed),
        (label::applies_unclear, Applies::Unclear),
    ];
    verdicts
        .iter()
        .find(|(word, _)| is(said, *word))
        .map_or_else(
            || Action::Unknown(said.to_owned()),
            |(_, applies)| Action::Applicability(*applies),
        )
}
