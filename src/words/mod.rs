//! Every string a user reads, in English and Chinese: one exhaustive `match`
//! a topic, so that a missing translation does not compile.

/// Functions that give one phrase in the language asked for.
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $zh:literal;)*) => {
        $($(#[$doc])* pub const fn $name(lang: Lang) -> &'static str { lang.pick($en, $zh) })*
    };
}

pub mod chain;
pub mod check;
pub mod codebook;
pub mod command;
pub mod decisions;
pub mod error;
pub mod eval;
pub mod explain;
pub mod file;
pub mod finding;
pub mod gap_list;
pub mod instruments;
pub mod label;
pub mod ledger;
pub mod many;
pub mod page;
pub mod register;
pub mod report;
pub mod reuse;
pub mod rule;
pub mod settings;
pub mod units;
pub mod usage;
pub mod visible;
pub mod workbook;

/// The language of messages, headings and help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// Reads a language or locale name (`zh`, `zh_CN.UTF-8`, `en`); anything
    /// else is `None`, so that the next source of a setting is asked.
    pub fn from_locale(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        if name.starts_with("zh") {
            Some(Self::Zh)
        } else if name.starts_with("en") {
            Some(Self::En)
        } else {
            None
        }
    }

    /// The text for this language.
    pub const fn pick(self, en: &'static str, zh: &'static str) -> &'static str {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }
}

/// A count with its English noun.
fn plural(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}
