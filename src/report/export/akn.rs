//! Akoma Ntoso 3.0 (OASIS LegalDocML), one `doc` a document.
//!
//! Levels that Akoma Ntoso has are its elements; `item`, `subitem`,
//! `responsibility`, `annex` and `box` are `hcontainer`s of that name. A plain
//! paragraph is an `alinea`, each clause a `span` with its kind as class, each
//! unit an `organization` told in the references.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::eid;
use crate::diagnostic::Span;
use crate::outline::{Kind, NodeIndex};
use crate::report::Document;
use crate::report::json::PROGRAM;
use crate::report::text::clean;
use crate::task::{ClauseIndex, ClauseKind};

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/// Plans often print no date, and the schema asks for one.
const NO_DATE: &str = "0001-01-01";

/// Writes one document.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer::new(&mut *out);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut akn = Akn {
        document,
        eids: eid::of_nodes(&document.plan.outline),
        units: Units::of(document),
        writer,
    };
    akn.whole()?;
    drop(akn);
    writeln!(out)
}

/// The units of a document: each name with its number, and where they stand.
struct Units<'d> {
    names: Vec<&'d str>,
    numbers: BTreeMap<&'d str, usize>,
    /// Places where a unit is named as it is called, in order.
    places: Vec<(Span, &'d str)>,
}

impl<'d> Units<'d> {
    fn of(document: &'d Document) -> Self {
        let text = &document.plan.outline.text;
        let mut units = Self {
            names: Vec::new(),
            numbers: BTreeMap::new(),
            places: Vec::new(),
        };
        for unit in document
            .plan
            .responsibilities
            .iter()
            .flat_map(|entry| &entry.units)
        {
            let name = unit.name.as_str();
            units.numbers.entry(name).or_insert_with(|| {
                units.names.push(name);
                units.names.len()
            });
            if !unit.span.is_empty() && !unit.span.of(text).contains('\n') {
                units.places.push((unit.span, name));
            }
        }
        units.places.sort_unstable();
        units
            .places
            .dedup_by(|next, last| next.0.start < last.0.end);
        units
    }

    fn inside(&self, span: Span) -> impl Iterator<Item = (Span, usize)> + '_ {
        let first = self
            .places
            .partition_point(|(place, _)| place.start < span.start);
        self.places[first..]
            .iter()
            .take_while(move |(place, _)| place.end <= span.end)
            .map(|&(place, name)| (place, self.numbers[name]))
    }
}

struct Akn<'d, W: Write> {
    document: &'d Document,
    eids: Vec<String>,
    units: Units<'d>,
    writer: Writer<W>,
}

impl<W: Write> Akn<'_, W> {
    fn whole(&mut self) -> io::Result<()> {
        self.open("akomaNtoso", &[("xmlns", NAMESPACE)])?;
        self.open("doc", &[("name", "plan")])?;
        self.meta()?;
        let outline = &self.document.plan.outline;
        let (mut body, mut back) = (Vec::new(), Vec::new());
        for top in outline.top() {
            match outline.nodes[top].kind {
                Kind::Front => self.flat("preface", top)?,
                Kind::Back => back.push(top),
                _ => body.push(top),
            }
        }
        self.open("mainBody", &[])?;
        if body.is_empty() {
            self.empty("p", &[])?;
        }
        for top in body {
            self.node(top)?;
        }
        self.close("mainBody")?;
        for top in back {
            self.flat("conclusions", top)?;
        }
        self.close("doc")?;
        self.close("akomaNtoso")
    }

    fn meta(&mut self) -> io::Result<()> {
        let id: String = self
            .document
            .id
            .chars()
            .map(|c| if c.is_whitespace() { '_' } else { c })
            .collect();
        let work = format!("/akn/cn/doc/{id}");
        let expression = format!("{work}/zho@");
        let manifestation = format!("{expression}/main.xml");
        self.open("meta", &[])?;
        self.open("identification", &[("source", "#plan")])?;
        for (element, uri) in [
            ("FRBRWork", &work),
            ("FRBRExpression", &expression),
            ("FRBRManifestation", &manifestation),
        ] {
            self.open(element, &[])?;
            self.empty("FRBRthis", &[("value", uri)])?;
            self.empty("FRBRuri", &[("value", uri)])?;
            self.empty("FRBRdate", &[("date", NO_DATE), ("name", "unknown")])?;
            self.empty("FRBRauthor", &[("href", "#plan")])?;
            match element {
                "FRBRWork" => self.empty("FRBRcountry", &[("value", "cn")])?,
                "FRBRExpression" => self.empty("FRBRlanguage", &[("language", "zho")])?,
                _ => {}
            }
            self.close(element)?;
        }
        self.close("identification")?;
        self.references()?;
        self.provenance()?;
        self.close("meta")
    }

    fn references(&mut self) -> io::Result<()> {
        self.open("references", &[("source", "#plan")])?;
        let program = format!("{} {}", PROGRAM.name, PROGRAM.version);
        self.empty(
            "TLCObject",
            &[
                ("eId", "plan"),
                ("href", "/akn/ontology/object/plan"),
                ("showAs", &program),
            ],
        )?;
        for (at, name) in self.units.names.clone().into_iter().enumerate() {
            let number = at + 1;
            self.empty(
                "TLCOrganization",
                &[
                    ("eId", &format!("unit_{number}")),
                    ("href", &format!("/akn/ontology/organization/unit_{number}")),
                    ("showAs", name),
                ],
            )?;
        }
        self.close("references")
    }

    fn provenance(&mut self) -> io::Result<()> {
        let document = self.document;
        let source = &document.source;
        let bytes = source.bytes.to_string();
        let program = format!("{} {}", PROGRAM.name, PROGRAM.version);
        let mut attributes = vec![
            ("xmlns", "urn:plan:provenance"),
            ("program", program.as_str()),
            ("title", &document.title),
            ("level", document.level.name()),
            ("file", &source.name),
            ("sha256", &source.sha256),
            ("encoding", source.encoding),
            ("bytes", &bytes),
        ];
        if let Some(guide) = &document.guide {
            attributes.push(("guide", &guide.id));
            attributes.push(("guide-sha256", &guide.sha256));
        }
        self.open("proprietary", &[("source", "#plan")])?;
        self.empty("provenance", &attributes)?;
        self.close("proprietary")
    }

    /// Front or back matter: the title and the paragraphs, without levels.
    fn flat(&mut self, element: &str, top: NodeIndex) -> io::Result<()> {
        let eid = self.eids[top].clone();
        self.open(element, &[("eId", &eid)])?;
        let end = self.document.plan.outline.nodes[top].subtree_end;
        let mut written = false;
        for node in top..end {
            written |= self.own_text(node)?;
        }
        if !written {
            self.empty("p", &[])?;
        }
        self.close(element)
    }

    fn node(&mut self, index: NodeIndex) -> io::Result<()> {
        let plan = &self.document.plan;
        let outline = &plan.outline;
        let node = &outline.nodes[index];
        let (element, name) = element(node.kind, eid::is_plain(outline, index));
        let eid = self.eids[index].clone();
        let mut attributes = vec![("eId", eid.as_str())];
        attributes.extend(name.map(|name| ("name", name)));
        if plan.tasks[index] {
            attributes.push(("class", "task"));
        }
        self.open(element, &attributes)?;
        if let Some(num) = node.num {
            self.open("num", &[])?;
            self.text(num.span)?;
            self.close("num")?;
        }
        let heading = plan.clauses_of(index).find(|&at| is_heading(plan, at));
        if let Some(at) = heading {
            let eid = eid::of_clause(&eid, &plan.clauses[at].id);
            self.open("heading", &[("eId", &eid)])?;
            self.named(plan.clauses[at].span)?;
            self.close("heading")?;
        }
        let children: Vec<NodeIndex> = outline.children(index).collect();
        if children.is_empty() {
            self.open("content", &[])?;
            if !self.sentences(index)? {
                self.empty("p", &[])?;
            }
            self.close("content")?;
        } else {
            if plan.clauses_of(index).any(|at| !is_heading(plan, at)) {
                self.open("intro", &[])?;
                self.sentences(index)?;
                self.close("intro")?;
            }
            for child in children {
                self.node(child)?;
            }
        }
        self.close(element)
    }

    /// A node's heading and sentences as one paragraph; whether there are any.
    fn own_text(&mut self, index: NodeIndex) -> io::Result<bool> {
        let plan = &self.document.plan;
        if let Some(at) = plan.clauses_of(index).find(|&at| is_heading(plan, at)) {
            let eid = eid::of_clause(&self.eids[index], &plan.clauses[at].id);
            let element = match plan.outline.nodes[index].kind {
                Kind::Title => "docTitle",
                _ => "span",
            };
            self.open("p", &[])?;
            self.open(element, &[("eId", &eid)])?;
            self.named(plan.clauses[at].span)?;
            self.close(element)?;
            self.close("p")?;
            self.sentences(index)?;
            return Ok(true);
        }
        self.sentences(index)
    }

    fn sentences(&mut self, index: NodeIndex) -> io::Result<bool> {
        let plan = &self.document.plan;
        let sentences: Vec<ClauseIndex> = plan
            .clauses_of(index)
            .filter(|&at| !is_heading(plan, at))
            .collect();
        if sentences.is_empty() {
            return Ok(false);
        }
        self.open("p", &[])?;
        for at in sentences {
            let clause = &plan.clauses[at];
            let eid = eid::of_clause(&self.eids[index], &clause.id);
            self.open("span", &[("eId", &eid), ("class", clause.kind.name())])?;
            self.named(clause.span)?;
            self.close("span")?;
        }
        self.close("p")?;
        Ok(true)
    }

    /// A piece of the text in which units are marked.
    fn named(&mut self, span: Span) -> io::Result<()> {
        let mut from = span.start;
        let units: Vec<(Span, usize)> = self.units.inside(span).collect();
        for (unit, number) in units {
            self.text(Span::new(from, unit.start))?;
            self.open("organization", &[("refersTo", &format!("#unit_{number}"))])?;
            self.text(unit)?;
            self.close("organization")?;
            from = unit.end;
        }
        self.text(Span::new(from, span.end))
    }

    fn text(&mut self, span: Span) -> io::Result<()> {
        let text = clean(span.of(&self.document.plan.outline.text));
        self.writer.write_event(Event::Text(BytesText::new(&text)))
    }

    fn open(&mut self, element: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.writer
            .write_event(Event::Start(started(element, attributes)))
    }

    fn empty(&mut self, element: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.writer
            .write_event(Event::Empty(started(element, attributes)))
    }

    fn close(&mut self, element: &str) -> io::Result<()> {
        self.writer.write_event(Event::End(BytesEnd::new(element)))
    }
}

fn started<'e>(element: &'e str, attributes: &[(&str, &str)]) -> BytesStart<'e> {
    let mut start = BytesStart::new(element);
    for &(name, value) in attributes {
        start.push_attribute((name, clean(value).as_ref()));
    }
    start
}

fn is_heading(plan: &crate::task::Plan, clause: ClauseIndex) -> bool {
    plan.clauses[clause].kind == ClauseKind::Heading
}

/// The element of a kind; the name of what has no element of its own.
const fn element(kind: Kind, is_plain: bool) -> (&'static str, Option<&'static str>) {
    match kind {
        Kind::Section => ("section", None),
        Kind::Subsection => ("subsection", None),
        Kind::Part => ("part", None),
        Kind::Chapter => ("chapter", None),
        Kind::Division => ("division", None),
        Kind::Article => ("article", None),
        Kind::Paragraph if is_plain => ("alinea", None),
        Kind::Paragraph => ("paragraph", None),
        Kind::Point => ("point", None),
        Kind::Bullet => ("indent", None),
        Kind::Item
        | Kind::Subitem
        | Kind::Responsibility
        | Kind::Title
        | Kind::Front
        | Kind::Back
        | Kind::Annex
        | Kind::Box => ("hcontainer", Some(kind.name())),
    }
}
