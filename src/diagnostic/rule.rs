//! The rules: stable code, name and severity of each kind of finding.

use super::Finding;

/// How grave a diagnostic is. Only errors and warnings are findings of
/// `plan check`; information never changes its exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing, nothing to mend.
    Info,
    /// Probably a fault of the document.
    Warning,
    /// Surely a fault.
    Error,
}

impl Severity {
    /// The name in data and messages; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

macro_rules! rules {
    ($($rule:ident $pattern:pat => $code:literal $name:literal $severity:ident;)*) => {
        /// A kind of finding. Codes are stable and never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "each is named as in its `name`")]
        pub enum Rule { $($rule),* }

        impl Rule {
            /// All rules in the order of their codes.
            pub const ALL: &[Self] = &[$(Self::$rule),*];

            /// The rule that a finding falls under.
            pub fn of(finding: &Finding) -> Self {
                match finding { $($pattern => Self::$rule),* }
            }

            /// The stable code, such as `PLAN012`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$rule => $code),* }
            }

            /// The stable name, such as `number-gap`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$rule => $name),* }
            }

            /// How grave its findings are.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity),* }
            }
        }
    };
}

rules! {
    GuessedEncoding Finding::GuessedEncoding { .. } => "PLAN001" "guessed-encoding" Info;
    TextReplaced Finding::TextReplaced { .. } => "PLAN002" "text-replaced" Warning;
    MojibakeUndone Finding::MojibakeUndone { .. } => "PLAN003" "mojibake-undone" Warning;
    DamagedText Finding::DamagedText => "PLAN004" "damaged-text" Warning;
    NumberDuplicate Finding::NumberDuplicate { .. } => "PLAN011" "number-duplicate" Warning;
    NumberGap Finding::NumberGap { .. } => "PLAN012" "number-gap" Warning;
    NumberOutOfOrder Finding::NumberOutOfOrder { .. } => "PLAN013" "number-out-of-order" Warning;
    NumberNotFromOne Finding::NumberNotFromOne { .. } => "PLAN014" "number-not-from-one" Warning;
    LevelSkipped Finding::LevelSkipped { .. } => "PLAN015" "level-skipped" Info;
    NumberRunsOn Finding::NumberRunsOn { .. } => "PLAN016" "number-runs-on" Info;
    MixedSeparators Finding::MixedSeparators { .. } => "PLAN017" "mixed-separators" Info;
    MixedWidth Finding::MixedWidth { .. } => "PLAN018" "mixed-width" Info;
    BlankAfterNumber Finding::BlankAfterNumber { .. } => "PLAN019" "blank-after-number" Info;
    MissingNumber Finding::MissingNumber { .. } => "PLAN020" "missing-number" Warning;
    SuspectedFalseNumber Finding::SuspectedFalseNumber { .. } => "PLAN021" "suspected-false-number" Info;
    NestingTooDeep Finding::NestingTooDeep { .. } => "PLAN022" "nesting-too-deep" Warning;
    TooManyNodes Finding::TooManyNodes { .. } => "PLAN023" "too-many-nodes" Warning;
    UnknownResponsibilityLabel Finding::UnknownResponsibilityLabel { .. } => "PLAN030" "unknown-responsibility-label" Warning;
    UnitNamedTwice Finding::UnitNamedTwice { .. } => "PLAN031" "unit-named-twice" Warning;
    TaskWithoutUnit Finding::TaskWithoutUnit { .. } => "PLAN032" "task-without-unit" Warning;
    DeletedTitle Finding::DeletedTitle { .. } => "PLAN040" "deleted-title" Warning;
    StructureDiffers Finding::StructureDiffers { .. } => "PLAN050" "structure-differs" Error;
    AcceptedNotFound Finding::AcceptedNotFound { .. } => "PLAN051" "accepted-not-found" Warning;
    TreeDiffers Finding::TreeDiffers { .. } => "PLAN052" "tree-differs" Error;
    TreeNotRecorded Finding::TreeNotRecorded { .. } => "PLAN053" "tree-not-recorded" Error;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_and_names_are_unique_and_codes_rise() {
        let codes: Vec<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
        assert!(codes.is_sorted());
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
        let names: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        assert_eq!(names.len(), codes.len());
    }
}
