//! What on a page is not the document: navigation, link lists, share bars,
//! notices of the site. Told from the names pages give their parts and from
//! how much of a part is links; a part that holds most of the page's own text
//! is kept whatever it is called.

use super::element::Block;
use super::page::Piece;
use super::site;
use super::tag::Tag;

/// How much has been read so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub chars: u32,
    pub link_chars: u32,
    pub links: u32,
    /// Full stops `。`: the mark of prose.
    pub stops: u32,
    /// Colons: the mark of named values (`索引号：…`).
    pub colons: u32,
    /// Lines of the kind that stands at the foot of a site.
    pub notices: u32,
}

impl Counts {
    fn since(self, start: Self) -> Self {
        Self {
            chars: self.chars - start.chars,
            link_chars: self.link_chars - start.link_chars,
            links: self.links - start.links,
            stops: self.stops - start.stops,
            colons: self.colons - start.colons,
            notices: self.notices - start.notices,
        }
    }

    fn own(self) -> u32 {
        self.chars - self.link_chars
    }

    fn mostly_links(self, percent: u64) -> bool {
        u64::from(self.link_chars) * 100 >= u64::from(self.chars) * percent
    }
}

/// What a part of the page is by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    /// A list.
    List,
    /// Navigation, or not shown.
    Aside,
    /// Head, foot or side of the page: left out where it is links.
    Frame,
    /// A small tool: share bar, print button, breadcrumb, search form.
    Tool,
}

/// A part of the page: one block element.
#[derive(Debug)]
pub(super) struct Container {
    role: Role,
    first_piece: usize,
    end_piece: usize,
    counts: Counts,
}

impl Container {
    pub(super) fn open(role: Role, first_piece: usize, counts: Counts) -> Self {
        Self {
            role,
            first_piece,
            end_piece: first_piece,
            counts,
        }
    }

    pub(super) fn close(&mut self, end_piece: usize, counts: Counts) {
        self.end_piece = end_piece;
        self.counts = counts.since(self.counts);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.counts.chars == 0
    }

    fn is_boilerplate(&self, page: &Whole) -> bool {
        let own = self.counts;
        if self.is_empty() {
            return false;
        }
        if self.role == Role::List && page.is_outside(self) && self.is_menu() {
            return true;
        }
        if u64::from(own.own()) * 2 >= u64::from(page.counts.own()) {
            return false;
        }
        let link_list = own.links >= 5 && own.mostly_links(80) && own.stops == 0;
        match self.role {
            Role::Aside => true,
            Role::Frame => own.mostly_links(40) || own.notices > 0 && own.stops <= 3,
            Role::Tool => own.mostly_links(40) || own.chars <= 150 && own.stops == 0,
            Role::List | Role::Plain => link_list,
        }
    }

    /// Whether it is a list of short words, such as the choices of a menu.
    fn is_menu(&self) -> bool {
        let items = (self.end_piece - self.first_piece) as u32;
        let own = self.counts;
        items >= 8 && own.chars <= items * 14 && own.stops == 0 && own.colons * 4 < items
    }
}

/// What a part is compared with.
struct Whole {
    counts: Counts,
    /// Pieces from and to which the prose stands, if there is prose.
    prose: Option<(usize, usize)>,
}

impl Whole {
    /// The innermost part that holds nearly all sentences is where the
    /// document stands.
    fn of(containers: &[Container], counts: Counts) -> Self {
        let holds_prose = |part: &&Container| {
            counts.stops >= 3 && u64::from(part.counts.stops) * 10 >= u64::from(counts.stops) * 9
        };
        let innermost = containers.iter().rfind(holds_prose);
        Self {
            counts,
            prose: innermost.map(|part| (part.first_piece, part.end_piece)),
        }
    }

    fn is_outside(&self, part: &Container) -> bool {
        self.prose
            .is_some_and(|(start, end)| part.end_piece <= start || part.first_piece >= end)
    }
}

/// The role that an element has by its tag, its `role`, `id` and `class`.
pub(super) fn role(block: Block, tag: &Tag) -> Role {
    const ASIDE: [&str; 15] = [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "mainnav",
        "topnav",
        "subnav",
        "leftnav",
        "breadcrumb",
        "breadcrumbs",
        "crumb",
        "crumbs",
        "dqwz",
        "mbx",
        "daohang",
    ];
    const FRAME: [&str; 18] = [
        "header",
        "footer",
        "foot",
        "top",
        "topbar",
        "bottom",
        "sidebar",
        "aside",
        "copyright",
        "friendlink",
        "friendlinks",
        "links",
        "yqlj",
        "related",
        "recommend",
        "banner",
        "banquan",
        "siderbar",
    ];
    const TOOL: [&str; 24] = [
        "share",
        "sharebox",
        "bdshare",
        "jiathis",
        "fenxiang",
        "print",
        "fontsize",
        "toolbar",
        "tools",
        "toolbox",
        "qrcode",
        "ewm",
        "erweima",
        "gotop",
        "backtop",
        "pagination",
        "pager",
        "login",
        "search",
        "searchbox",
        "position",
        "weizhi",
        "accessibility",
        "cookie",
    ];
    if block == Block::BODY || block == Block::HTML {
        return Role::Plain;
    }
    if tag.hidden || block == Block::NAV || tag.role == "navigation" {
        return Role::Aside;
    }
    if matches!(block, Block::HEADER | Block::FOOTER | Block::ASIDE)
        || matches!(
            tag.role.as_str(),
            "banner" | "contentinfo" | "complementary"
        )
    {
        return Role::Frame;
    }
    if matches!(block, Block::FORM | Block::DIALOG | Block::MENU) || tag.role == "search" {
        return Role::Tool;
    }
    let is_list = matches!(block, Block::UL | Block::OL | Block::DL);
    let plain = if is_list { Role::List } else { Role::Plain };
    let mut found = plain;
    for word in name_words(&tag.id_and_class) {
        if ASIDE.contains(&word.as_str()) {
            return Role::Aside;
        } else if TOOL.contains(&word.as_str()) {
            found = Role::Tool;
        } else if found == plain && FRAME.contains(&word.as_str()) {
            found = Role::Frame;
        }
    }
    found
}

/// The words of `class="mainNav share-bar"`, in lower case.
fn name_words(names: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower_before = false;
    for c in names.chars() {
        if !c.is_ascii_alphabetic() || (c.is_ascii_uppercase() && lower_before) {
            words.push(String::new());
        }
        lower_before = c.is_ascii_lowercase();
        if c.is_ascii_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.push(c.to_ascii_lowercase());
        }
    }
    words
}

/// For each piece whether it belongs to the document.
pub(super) fn kept(
    text: &str,
    pieces: &[Piece],
    containers: &[Container],
    page: Counts,
) -> Vec<bool> {
    let page = Whole::of(containers, page);
    let mut change = vec![0_i32; pieces.len() + 1];
    for container in containers
        .iter()
        .filter(|container| container.is_boilerplate(&page))
    {
        change[container.first_piece] += 1;
        change[container.end_piece] -= 1;
    }
    let mut dropped = 0;
    pieces
        .iter()
        .zip(change)
        .map(|(piece, change)| {
            dropped += change;
            let line = &text[piece.start..piece.end];
            dropped == 0 && !site::is_notice(line) && !site::is_tool(line)
        })
        .collect()
}
