//! One self-contained page for the browser: coverage of every local plan, the
//! texts side by side, units, additions, a reader's decisions.
//!
//! The page loads nothing from a network and runs from a disk. Texts of
//! documents reach it as data only: the script puts them in as text nodes, and
//! its content security policy lets no other script or style run.

mod data;
mod shared;

use std::io::{self, Write};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::accuracy::{Measured, measured};
use super::json::{PROGRAM, Program};
use super::{Comparison, Document};
use crate::words::{Lang, page as words};
use data::{CityForm, DetailForm, ReferenceForm};
use shared::{Gathered, Member};

const TEMPLATE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");

/// The script: one function around these files in this order, so that they
/// share their names with each other and with nothing else.
const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("js/dom.js"),
    include_str!("js/words.js"),
    include_str!("js/model.js"),
    include_str!("js/address.js"),
    include_str!("js/pieces.js"),
    include_str!("js/filters.js"),
    include_str!("js/decisions.js"),
    include_str!("js/overview.js"),
    include_str!("js/clauses.js"),
    include_str!("js/reading.js"),
    include_str!("js/panel.js"),
    include_str!("js/units.js"),
    include_str!("js/additions.js"),
    include_str!("js/review.js"),
    include_str!("js/method.js"),
    include_str!("js/keys.js"),
    include_str!("js/start.js"),
    "})();\n"
);

/// A page in the making: the reference, then one local plan after another, of
/// which only what the page needs is kept.
#[derive(Debug)]
pub struct Page {
    reference: ReferenceForm,
    cities: Vec<CityForm>,
    additions: Gathered,
    details: Vec<String>,
    beside: bool,
}

impl Page {
    /// Begins a page about what was taken up of this document.
    pub fn new(reference: &Document) -> Self {
        Self {
            reference: ReferenceForm::new(reference),
            cities: Vec::new(),
            additions: Gathered::default(),
            details: Vec::new(),
            beside: false,
        }
    }

    /// Adds a local plan.
    pub fn add(&mut self, comparison: &Comparison) {
        let at = self.cities.len();
        self.enter(comparison, None);
        self.details.push(format!(
            "<script type=\"application/json\" id=\"detail-{at}\">{}</script>\n",
            harmless(&DetailForm::new(comparison))
        ));
    }

    /// Adds a local plan whose details lie in a file beside the page, at this
    /// place as seen from the page; returns what to write there. It is a
    /// script, since a page opened from a disk may not fetch data.
    pub fn add_beside(&mut self, comparison: &Comparison, file: &str) -> String {
        let at = self.cities.len();
        self.beside = true;
        self.enter(comparison, Some(url_path(file)));
        format!(
            "planCity({at}, {});\n",
            harmless(&DetailForm::new(comparison))
        )
    }

    fn enter(&mut self, comparison: &Comparison, file: Option<String>) {
        for chapter in &comparison.alignment.summary.chapters {
            if chapter.organisation && !self.reference.organisation.contains(&chapter.node) {
                self.reference.organisation.push(chapter.node);
            }
        }
        self.additions.add(comparison);
        self.cities.push(CityForm::new(comparison, file));
    }

    /// Writes the page; it opens in this language and holds both.
    pub fn write(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        #[derive(Serialize)]
        struct Report<'p> {
            program: Program,
            lang: &'static str,
            reference: &'p ReferenceForm,
            cities: &'p [CityForm],
            shared: Vec<Vec<&'p Member>>,
            accuracy: Vec<Measured>,
        }
        let report = Report {
            program: PROGRAM,
            lang: lang.pick("en", "zh"),
            reference: &self.reference,
            cities: &self.cities,
            shared: self.additions.groups(),
            accuracy: measured(),
        };
        let mut rest = TEMPLATE;
        while let Some((before, (name, after))) = rest
            .split_once("{{")
            .and_then(|(before, tail)| Some((before, tail.split_once("}}")?)))
        {
            out.write_all(before.as_bytes())?;
            match name {
                "lang" => write!(out, "{}", lang.pick("en", "zh-CN"))?,
                "policy" => write!(out, "{}", policy(self.beside))?,
                "program" => write!(out, "{} {}", PROGRAM.name, PROGRAM.version)?,
                "title" => write!(out, "{}", escaped(&self.reference.head.title))?,
                "style" => write!(out, "{STYLE}")?,
                "words" => write!(out, "{}", harmless(&Words))?,
                "report" => write!(out, "{}", harmless(&report))?,
                "details" => write!(out, "{}", self.details.concat())?,
                "script" => write!(out, "{SCRIPT}")?,
                unknown => unreachable!("the template asks for {unknown}"),
            }
            rest = after;
        }
        out.write_all(rest.as_bytes())
    }
}

/// All phrases of the page in both languages.
struct Words;

impl Serialize for Words {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Language(fn(&(&'static str, &'static str, &'static str)) -> &'static str);
        impl Serialize for Language {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(words::PHRASES.iter().map(|row| (row.0, (self.0)(row))))
            }
        }
        serializer.collect_map([("en", Language(|row| row.1)), ("zh", Language(|row| row.2))])
    }
}

/// JSON that may stand within a `script` element and in a script: no `<`, so
/// that nothing in it ends the element, and no line separators that older
/// scripts take for line ends.
fn harmless<T: Serialize>(data: &T) -> String {
    serde_json::to_string(data)
        .expect("forms have text keys and no failing parts")
        .replace('<', "\\u003c")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// Text that may stand in an element or a quoted attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// A path as the address of a script: all but the plainest bytes as `%XX`
/// (RFC 3986, 2.3).
fn url_path(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The content security policy: this script, this style, nothing else. Only a
/// page with details beside it may let its own script bring in others.
fn policy(beside: bool) -> String {
    let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let (also, scripts) = if beside {
        (" 'strict-dynamic'", "plan-city")
    } else {
        ("", "'none'")
    };
    format!(
        "default-src 'none'; script-src {}{also}; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types {scripts}",
        hash(SCRIPT),
        hash(STYLE)
    )
}

#[cfg(test)]
mod tests;
