//! The register as a file that a person corrects: what is new is added, what
//! they wrote stays, with their comments.

use std::path::Path;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, Value};

use super::manifest::Manifest;
use super::{CorpusError, Entry};

/// A register that is being written.
#[derive(Debug, Clone)]
pub struct Register {
    file: DocumentMut,
    manifest: Manifest,
}

/// The fields that a reader corrects, in the order in which they are written.
pub const FIELDS: [&str; 8] = [
    "id",
    "names",
    "title",
    "level",
    "place",
    "number",
    "date",
    "reference",
];

/// The fields of one document, by their names in the register. Several values
/// of a field (`names`) are parted by blanks.
pub type Fields = Vec<(&'static str, String)>;

impl Register {
    /// A register with nothing but a comment in it.
    pub fn new(comment: &str) -> Self {
        let mut file = DocumentMut::new();
        let lines: String = comment.lines().map(|line| format!("# {line}\n")).collect();
        file.set_trailing(lines);
        Self {
            file,
            manifest: Manifest::default(),
        }
    }

    /// Reads a register.
    pub fn parse(text: &str, path: &Path) -> Result<Self, CorpusError> {
        // The manifest's own parser tells better what is wrong.
        let manifest = Manifest::parse(text, path)?;
        let file = text.parse().map_err(|_| CorpusError::NoManifest {
            path: path.to_owned(),
        })?;
        Ok(Self { file, manifest })
    }

    /// The documents it has had from the beginning.
    pub fn entries(&self) -> &[Entry] {
        &self.manifest.documents
    }

    /// Adds a document. `unsure` names fields that nothing in the document
    /// tells; they carry this remark.
    pub fn add(&mut self, fields: &Fields, file: &str, sha256: &str, unsure: &[(&str, &str)]) {
        let mut table = Table::new();
        for (name, value) in fields {
            set(&mut table, name, value);
        }
        table.insert("file", file.into());
        table.insert("sha256", sha256.into());
        for (name, remark) in unsure {
            if let Some(Item::Value(value)) = table.get_mut(name) {
                value.decor_mut().set_suffix(format!(" # {remark}"));
            }
        }
        // The comment of a new register stands at its end until then.
        let comment = self.file.trailing().as_str().unwrap_or_default().to_owned();
        self.file.set_trailing("");
        let is_first = self.documents().is_empty();
        let before = if comment.is_empty() && is_first && self.file.len() <= 1 {
            String::new()
        } else {
            format!("{comment}\n")
        };
        table.decor_mut().set_prefix(before);
        self.documents().push(table);
    }

    /// Records the file of a document anew.
    pub fn renew(&mut self, id: &str, file: &str, sha256: &str) {
        if let Some(table) = self.table(id) {
            replace(table, "file", file);
            replace(table, "sha256", sha256);
        }
    }

    /// Takes over a reader's corrections; says whether anything differed.
    pub fn correct(&mut self, file: &str, fields: &Fields) -> Option<bool> {
        let tables = self.documents();
        let table = tables
            .iter_mut()
            .find(|table| table.get("file").and_then(Item::as_str) == Some(file))?;
        let mut differed = false;
        for (name, value) in fields {
            if text_of(table.get(name)) != value.trim() {
                set(table, name, value);
                differed = true;
            }
        }
        Some(differed)
    }

    /// The fields and the file of every document, in order.
    pub fn rows(&self) -> Vec<(Fields, String)> {
        let Some(documents) = self.file.get("document").and_then(Item::as_array_of_tables) else {
            return Vec::new();
        };
        let row = |table: &Table| {
            let fields = FIELDS.map(|name| (name, text_of(table.get(name))));
            (fields.into(), text_of(table.get("file")))
        };
        documents.iter().map(row).collect()
    }

    fn documents(&mut self) -> &mut ArrayOfTables {
        self.file
            .entry("document")
            .or_insert(Item::ArrayOfTables(ArrayOfTables::new()))
            .as_array_of_tables_mut()
            .expect("the manifest's parser takes nothing else")
    }

    fn table(&mut self, id: &str) -> Option<&mut Table> {
        self.documents()
            .iter_mut()
            .find(|table| table.get("id").and_then(Item::as_str) == Some(id))
    }
}

impl std::fmt::Display for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.file.fmt(f)
    }
}

fn text_of(item: Option<&Item>) -> String {
    match item {
        Some(Item::Value(Value::Array(values))) => {
            let values: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            values.join(" ")
        }
        Some(item) => item.as_str().unwrap_or_default().to_owned(),
        None => String::new(),
    }
}

/// Sets a field; one without value is taken out.
fn set(table: &mut Table, name: &str, value: &str) {
    let value = value.trim();
    if value.is_empty() {
        table.remove(name);
    } else if name == "names" {
        let names: toml_edit::Array = value.split_whitespace().collect();
        replace_value(table, name, names.into());
    } else {
        replace(table, name, value);
    }
}

fn replace(table: &mut Table, name: &str, value: &str) {
    if table.get(name).and_then(Item::as_str) != Some(value) {
        replace_value(table, name, value.into());
    }
}

/// The comment after a value was about the old one.
fn replace_value(table: &mut Table, name: &str, value: Value) {
    table.insert(name, Item::Value(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(id: &str) -> Fields {
        vec![
            ("id", id.to_owned()),
            ("names", "威海 威海市".to_owned()),
            ("title", "某市“实施”方案".to_owned()),
            ("level", "city".to_owned()),
        ]
    }

    #[test]
    fn what_a_person_wrote_stays_when_documents_are_added() {
        let mut register = Register::new("登记表");
        register.add(&fields("a"), "a.txt", "00", &[("level", "请核对")]);
        let written = register.to_string();
        assert_eq!(
            written,
            "# 登记表\n\n[[document]]\nid = \"a\"\nnames = [\"威海\", \"威海市\"]\n\
             title = \"某市“实施”方案\"\nlevel = \"city\" # 请核对\nfile = \"a.txt\"\nsha256 = \"00\"\n"
        );
        let corrected = written.replace("level = \"city\" # 请核对", "level = \"county\" # 县级市")
            + "\n[units]\n\"市建设局\" = [\"市建委\"]\n";
        let mut register =
            Register::parse(&corrected, Path::new("corpus.toml")).expect("a register");
        register.add(&fields("b"), "b.txt", "01", &[]);
        register.renew("a", "a.txt", "02");
        let again = register.to_string();
        for kept in [
            "# 登记表",
            "level = \"county\" # 县级市",
            "\"市建委\"",
            "sha256 = \"02\"",
        ] {
            assert!(again.contains(kept), "{kept} is not in\n{again}");
        }
        let entries = Register::parse(&again, Path::new("corpus.toml")).expect("a register");
        let ids: Vec<_> = entries.entries().iter().map(|entry| &entry.id).collect();
        assert_eq!(ids, ["a", "b"]);
    }

    #[test]
    fn a_correction_changes_what_differs_and_clears_what_is_empty() {
        let mut register = Register::new("");
        register.add(&fields("a"), "a.txt", "00", &[]);
        let same = vec![("title", "某市“实施”方案".to_owned())];
        assert_eq!(register.correct("a.txt", &same), Some(false));
        let other = vec![("names", String::new()), ("level", "county".to_owned())];
        assert_eq!(register.correct("a.txt", &other), Some(true));
        let text = register.to_string();
        assert!(
            text.contains("level = \"county\"") && !text.contains("names"),
            "{text}"
        );
        assert_eq!(register.correct("b.txt", &other), None);
    }
}
