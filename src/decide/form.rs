//! `plan.decisions/1`, as the page saves it or a person writes it.

use schemars::JsonSchema;
use serde::Deserialize;
use thiserror::Error;

use super::Mark;
use super::workbook;
use crate::align::Status;
use crate::task::Applies;

/// The decisions of one file, on one pair of documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decisions {
    /// The reference that they are about.
    pub reference: About,
    /// The local plan.
    pub local: About,
    /// The decisions in the order of the file.
    pub decisions: Vec<Decision>,
}

/// Which document decisions are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its id or name.
    pub id: String,
    /// SHA-256 of its file then.
    pub sha256: Option<String>,
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The clause of the reference.
    pub clause: Mark,
    /// The local clause, for decisions on a link.
    pub local: Option<Mark>,
    /// What was decided.
    pub action: Action,
    /// What the reader notes.
    pub remark: String,
}

/// What a reader decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// The link is right.
    Confirm,
    /// It is not.
    Reject,
    /// There is a link that the program did not find.
    Add,
    /// The clause has this status.
    Status(Status),
    /// The clause applies so to the locality.
    Applicability(Applies),
    /// Nothing; there is only a remark.
    Remark,
    /// What is none of these, as it stands in the file.
    Unknown(String),
}

impl Action {
    /// Whether it is about a link.
    pub const fn is_about_a_link(&self) -> bool {
        matches!(self, Self::Confirm | Self::Reject | Self::Add)
    }

    /// Its name and value in data; never translated.
    pub fn names(&self) -> (&str, Option<&'static str>) {
        match self {
            Self::Confirm => ("confirm", None),
            Self::Reject => ("reject", None),
            Self::Add => ("add", None),
            Self::Status(status) => ("status", Some(status.name())),
            Self::Applicability(applies) => ("applicability", Some(applies.name())),
            Self::Remark => ("remark", None),
            Self::Unknown(name) => (name, None),
        }
    }

    /// Reads a name and value of data.
    fn of(name: &str, value: Option<&str>) -> Self {
        let unknown = || Self::Unknown(value.map_or(name, |value| value).to_owned());
        match (name, value) {
            ("confirm", None) => Self::Confirm,
            ("reject", None) => Self::Reject,
            ("add", None) => Self::Add,
            ("remark", None) => Self::Remark,
            ("status", Some(value)) => [Status::Covered, Status::Partial, Status::Gap]
                .into_iter()
                .find(|status| status.name() == value)
                .map_or_else(unknown, Self::Status),
            ("applicability", Some(value)) => Applies::ALL
                .into_iter()
                .find(|applies| applies.name() == value)
                .map_or_else(unknown, Self::Applicability),
            _ => unknown(),
        }
    }
}

/// Why a file holds no decisions.
#[derive(Debug, Error)]
pub enum DecisionsError {
    /// It is not JSON of this form.
    #[error("{0}")]
    Form(#[from] serde_json::Error),
    /// It is of another form.
    #[error("schema {0}")]
    Schema(String),
    /// It is no workbook.
    #[error("{0}")]
    Workbook(#[from] calamine::XlsxError),
    /// The workbook does not say which documents it is about.
    #[error("no sheet {}", crate::words::workbook::key::SHEET)]
    NoKeySheet,
}

const SCHEMA: &str = "plan.decisions/1";

impl Decisions {
    /// Reads the decisions of a file: a workbook or JSON.
    pub fn read(bytes: &[u8]) -> Result<Self, DecisionsError> {
        if bytes.starts_with(b"PK\x03\x04") {
            return workbook::read(bytes);
        }
        let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
        let file: Form = serde_json::from_slice(bytes)?;
        if file.schema != SCHEMA {
            return Err(DecisionsError::Schema(file.schema));
        }
        Ok(Self {
            reference: file.reference.into(),
            local: file.local.into(),
            decisions: file.decisions.into_iter().map(Decision::from).collect(),
        })
    }
}

/// The file as it is written by the page or by hand.
#[derive(Deserialize, JsonSchema)]
pub(crate) struct Form {
    #[schemars(extend("const" = "plan.decisions/1"))]
    schema: String,
    reference: AboutForm,
    local: AboutForm,
    decisions: Vec<Row>,
}

/// A document by its id, or with the SHA-256 of its file.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum AboutForm {
    Id(String),
    Head {
        id: String,
        #[serde(default)]
        sha256: Option<String>,
    },
}

impl From<AboutForm> for About {
    fn from(form: AboutForm) -> Self {
        match form {
            AboutForm::Id(id) => Self { id, sha256: None },
            AboutForm::Head { id, sha256 } => Self { id, sha256 },
        }
    }
}

/// A decision. A clause is found by its id and the SHA-256 of its wording, of
/// which the first digits will do; without a hash by its id alone.
#[derive(Deserialize, JsonSchema)]
struct Row {
    clause: String,
    #[serde(default)]
    clause_sha256: Option<String>,
    #[serde(default)]
    clause_text: Option<String>,
    #[serde(default)]
    local: Option<String>,
    #[serde(default)]
    local_sha256: Option<String>,
    #[serde(default)]
    local_text: Option<String>,
    #[schemars(extend("enum" = ["confirm", "reject", "add", "status", "applicability", "remark"]))]
    action: String,
    /// The status (`covered`, `partial`, `gap`), or the applicability (`local`,
    /// `mixed`, `higher`, `unclear`); null for any other action.
    #[serde(default)]
    value: Option<String>,
    #[serde(default)]
    remark: Option<String>,
}

impl From<Row> for Decision {
    fn from(row: Row) -> Self {
        Self {
            clause: Mark {
                id: row.clause,
                sha256: row.clause_sha256,
                text: row.clause_text,
            },
            local: row.local.map(|id| Mark {
                id,
                sha256: row.local_sha256,
                text: row.local_text,
            }),
            action: Action::of(&row.action, row.value.as_deref()),
            remark: row.remark.unwrap_or_default(),
        }
    }
}
