//! A start tag and what its attributes say.

use std::mem;

/// A start tag with those of its attributes that matter.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub name: Vec<u8>,
    attribute: Vec<u8>,
    pub id_and_class: String,
    pub role: String,
    pub href: String,
    pub hidden: bool,
    /// `list-style: none`: the numbers of the list are not shown.
    pub unmarked: bool,
    pub colspan: usize,
    pub rowspan: usize,
    pub start: Option<u32>,
    pub list_type: u8,
}

impl Tag {
    pub(super) fn begin(&mut self, name: &[u8]) {
        let reused = mem::take(&mut self.name);
        *self = Self {
            name: reused,
            colspan: 1,
            rowspan: 1,
            ..Self::default()
        };
        self.name.clear();
        self.name.extend_from_slice(name);
    }

    pub(super) fn attribute(&mut self, name: &[u8]) {
        self.attribute.clear();
        self.attribute.extend_from_slice(name);
        self.hidden |= name == b"hidden";
    }

    pub(super) fn value(&mut self, value: &[u8]) {
        const LONGEST: usize = 1000;
        let value = String::from_utf8_lossy(&value[..value.len().min(LONGEST)]);
        match self.attribute.as_slice() {
            b"class" | b"id" => {
                self.id_and_class.push(' ');
                self.id_and_class.push_str(&value);
            }
            b"href" => self.href = value.trim().to_ascii_lowercase(),
            b"role" => self.role = value.to_ascii_lowercase(),
            b"colspan" => self.colspan = value.trim().parse().unwrap_or(1),
            b"rowspan" => self.rowspan = value.trim().parse().unwrap_or(1),
            b"start" | b"value" => self.start = value.trim().parse().ok(),
            b"type" => self.list_type = value.bytes().next().unwrap_or(0),
            b"style" => {
                let style: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                let style = style.to_ascii_lowercase();
                self.hidden |=
                    style.contains("display:none") || style.contains("visibility:hidden");
                self.unmarked |=
                    style.contains("list-style:none") || style.contains("list-style-type:none");
            }
            _ => {}
        }
    }

    /// Whether the element has no content and no end tag.
    pub(super) fn is_void(&self) -> bool {
        matches!(
            self.name.as_slice(),
            b"area"
                | b"base"
                | b"col"
                | b"embed"
                | b"img"
                | b"input"
                | b"link"
                | b"meta"
                | b"source"
                | b"wbr"
        )
    }

    /// Whether it is a link to another page: not to a place on this one, nor
    /// to a file, as the annexes of a document are.
    pub(super) fn leads_away(&self) -> bool {
        const FILES: [&str; 11] = [
            ".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".ofd", ".zip", ".rar", ".ppt",
            ".pptx",
        ];
        let path = self.href.split(['?', '#']).next().unwrap_or(&self.href);
        !path.is_empty() && !FILES.iter().any(|file| path.ends_with(file))
    }
}
