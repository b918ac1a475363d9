//! The elements of HTML that matter for reading: what breaks the line, what
//! holds a table, what is never read.

/// Elements that begin and end a line. Their place in this list is their id.
const BLOCKS: [&[u8]; 46] = [
    b"address",
    b"article",
    b"aside",
    b"blockquote",
    b"body",
    b"caption",
    b"center",
    b"dd",
    b"details",
    b"dialog",
    b"dir",
    b"div",
    b"dl",
    b"dt",
    b"fieldset",
    b"figcaption",
    b"figure",
    b"footer",
    b"form",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"header",
    b"hgroup",
    b"html",
    b"legend",
    b"li",
    b"main",
    b"menu",
    b"nav",
    b"ol",
    b"p",
    b"pre",
    b"section",
    b"summary",
    b"table",
    b"tbody",
    b"td",
    b"tfoot",
    b"th",
    b"thead",
    b"tr",
    b"ul",
];

/// Number of block elements.
pub(super) const COUNT: usize = BLOCKS.len();

/// A block element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block(u8);

macro_rules! named {
    ($($constant:ident = $name:literal;)*) => {
        impl Block { $(pub(super) const $constant: Self = Self::must($name);)* }
    };
}

named! {
    ASIDE = b"aside"; BODY = b"body"; DIALOG = b"dialog"; DL = b"dl"; FOOTER = b"footer"; FORM = b"form"; H1 = b"h1"; H6 = b"h6"; HEADER = b"header"; HTML = b"html";
    LI = b"li"; MENU = b"menu"; NAV = b"nav"; OL = b"ol"; P = b"p"; PRE = b"pre"; TABLE = b"table";
    TD = b"td"; TH = b"th"; TR = b"tr"; UL = b"ul";
}

impl Block {
    /// The block element of this name (in lower case), if it is one.
    pub(super) fn named(name: &[u8]) -> Option<Self> {
        BLOCKS.binary_search(&name).ok().map(|at| Self(at as u8))
    }

    const fn must(name: &[u8]) -> Self {
        let mut at = 0;
        while at < BLOCKS.len() {
            if equal(BLOCKS[at], name) {
                return Self(at as u8);
            }
            at += 1;
        }
        panic!("no such block element")
    }

    /// Its place among all block elements.
    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }

    /// 1 to 6 for `h1` to `h6`.
    pub(super) fn heading_level(self) -> Option<u8> {
        (Self::H1.0..=Self::H6.0)
            .contains(&self.0)
            .then(|| self.0 - Self::H1.0 + 1)
    }

    pub(super) fn is_cell(self) -> bool {
        self == Self::TD || self == Self::TH
    }
}

const fn equal(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

/// Whether the content of the element is never text of the document.
pub(super) fn is_unread(name: &[u8]) -> bool {
    matches!(
        name,
        b"applet"
            | b"audio"
            | b"button"
            | b"canvas"
            | b"datalist"
            | b"head"
            | b"iframe"
            | b"map"
            | b"noframes"
            | b"noscript"
            | b"object"
            | b"script"
            | b"select"
            | b"style"
            | b"svg"
            | b"template"
            | b"textarea"
            | b"title"
            | b"video"
    )
}

/// Whether the element belongs in `<head>`: any other one ends a head that
/// was not closed.
pub(super) fn is_of_head(name: &[u8]) -> bool {
    matches!(
        name,
        b"base"
            | b"head"
            | b"link"
            | b"meta"
            | b"noscript"
            | b"script"
            | b"style"
            | b"template"
            | b"title"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(BLOCKS.is_sorted());
        assert_eq!(Block::named(b"td"), Some(Block::TD));
        assert_eq!(Block::named(b"span"), None);
        let level = |name: &[u8]| Block::named(name).and_then(Block::heading_level);
        assert_eq!(
            [level(b"h2"), level(b"h6"), level(b"header")],
            [Some(2), Some(6), None]
        );
    }
}
