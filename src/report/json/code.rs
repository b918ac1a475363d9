//! The codes of the data forms: names of a closed set, as text in the data, as
//! an enumeration in the schema.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::align::{
    ChangeKind, DecidedBy, Detail, Feature, Force, LocalKind, Origin, Scope, Status, Wording,
};
use crate::outline::{Kind, RecoveredBy, Style};
use crate::source::Format;
use crate::survey::{Deed, Provenance, Reach, Todo};
use crate::task::{Applies, ClauseKind, Level, Role};

/// A closed set of names in data.
pub(in crate::report) trait Coded: Copy + 'static {
    /// What the set is called.
    const SET: &'static str;
    /// Its members in the order in which they are documented.
    const ALL: &'static [Self];
    /// The name in data; never translated.
    fn code(self) -> &'static str;
}

/// A member of a closed set, in data by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) struct Code<T>(pub(in crate::report) T);

/// The names of a set.
pub(in crate::report) fn codes<T: Coded>() -> Vec<&'static str> {
    T::ALL.iter().map(|member| member.code()).collect()
}

impl<T: Coded> Serialize for Code<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code())
    }
}

impl<T: Coded> JsonSchema for Code<T> {
    fn schema_name() -> Cow<'static, str> {
        T::SET.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": codes::<T>() })
    }
}

/// Details share one code; which detail it is stands beside it.
impl Coded for ChangeKind {
    const SET: &'static str = "ChangeKind";
    const ALL: &'static [Self] = &[
        Self::InstrumentLocalised,
        Self::DetailAdded(Detail::Number),
        Self::NumberChanged,
        Self::DeadlineChanged,
    ];
    fn code(self) -> &'static str {
        self.name()
    }
}

/// Lists the members of a set; one left out does not compile.
macro_rules! coded {
    ($($set:ident { $($member:ident)* })*) => { $(
        impl Coded for $set {
            const SET: &'static str = stringify!($set);
            const ALL: &'static [Self] = &[$(Self::$member),*];
            fn code(self) -> &'static str {
                match self { $(Self::$member)|* => self.name() }
            }
        }
    )* };
}

coded! {
    Applies { Local Mixed Higher Unclear }
    ClauseKind { Heading Measure Rhetoric Responsibility }
    DecidedBy { Program Reader }
    Deed { Own Province Older Central Named Lost Higher Absent }
    Detail { Number Deadline Frequency Unit }
    Feature {
        Base Relatedness Wording Measures RareWords Rank Headings Neighbours Contents Verb
        Make Instrument Position Applicability
    }
    Force { Stronger Same Weaker Execution }
    Format { Text Markdown Html Docx }
    Kind {
        Section Subsection Item Subitem Part Chapter Division Article Paragraph Point
        Bullet Responsibility Title Front Back Annex Box
    }
    Level { Central Province City County }
    LocalKind { Heading Task Rhetoric Responsibility }
    Origin { Central Local }
    Provenance { Reference Between Own }
    Reach { Both Between Local Neither }
    RecoveredBy { Text Guide }
    Role { Lead Support Responsible }
    Scope { Whole Part Wider }
    Status { Covered Partial Gap }
    Style {
        Han HanParen Arabic ArabicParen ArabicHalfParen Decimal Circled Roman Latin
        LatinParen Stem Part Chapter Division Article Paragraph Point Annex Box Inline
        Dash Markdown
    }
    Todo { Make Revise Supplement CarryOut Name }
    Wording { Verbatim Adapted }
}
