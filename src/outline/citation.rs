//! How a Chinese reader cites a node: 二（一）2（10）, 四（二）第3段. Never translated.

use std::fmt::Write as _;

use super::numeral;
use super::tree::{Kind, Node, NodeIndex, Outline, Style};

impl Outline {
    /// The citation of a node: its numbers from the top down, without
    /// separators; 〔〕 around a number that is recovered.
    pub fn citation(&self, index: NodeIndex) -> String {
        let mut path: Vec<NodeIndex> = std::iter::once(index)
            .chain(self.ancestors(index))
            .collect();
        path.reverse();
        let mut citation = String::new();
        for at in path {
            step(&mut citation, &self.nodes[at]);
        }
        citation
    }

    /// The node of this id or citation; brackets and figures of either width.
    pub fn find(&self, id_or_citation: &str) -> Option<NodeIndex> {
        let wanted = id_or_citation.trim();
        self.nodes
            .iter()
            .position(|node| node.id == wanted)
            .or_else(|| {
                let wanted = normal_citation(wanted);
                let cited = !wanted.is_ascii() || wanted.contains('(');
                cited
                    .then(|| {
                        (0..self.nodes.len())
                            .find(|&index| normal_citation(&self.citation(index)) == wanted)
                    })
                    .flatten()
            })
    }
}

/// A citation with brackets and figures of one width and without blanks, as
/// citations are compared.
pub fn normal_citation(citation: &str) -> String {
    citation
        .chars()
        .filter(|char| !char.is_whitespace())
        .map(|char| match char {
            '（' | '〔' | '［' | '[' => '(',
            '）' | '〕' | '］' | ']' => ')',
            '０'..='９' => char::from(b'0' + (u32::from(char) - u32::from('０')) as u8),
            _ => char,
        })
        .collect()
}

/// The last part of an id: its letter, its ordinal, and which of those that
/// have the same one.
fn last_part(id: &str) -> (&str, &str) {
    let last = id.rsplit('.').next().unwrap_or(id);
    last.split_once('~').unwrap_or((last, ""))
}

fn step(citation: &mut String, node: &Node) {
    let (part, nth) = last_part(&node.id);
    let serial = part.trim_start_matches(|char: char| char.is_ascii_alphabetic());
    let ordinal: u32 = serial.parse().unwrap_or(0);
    if node.recovered.is_some() {
        let _ = write!(citation, "〔{}〕", numeral::to_han(ordinal));
    } else if let Some(num) = node.num {
        number(citation, num.style, num.value);
    } else {
        let _ = match node.kind {
            Kind::Front => write!(citation, "文首"),
            Kind::Back => write!(citation, "文末"),
            Kind::Title => write!(citation, "标题"),
            Kind::Bullet => write!(citation, "第{serial}点"),
            Kind::Responsibility => write!(citation, "责任{serial}"),
            // The only chapters without number: the first and the last.
            Kind::Chapter if ordinal == 0 => write!(citation, "总则"),
            Kind::Chapter => write!(citation, "附则"),
            _ => write!(citation, "第{serial}段"),
        };
    }
    if !nth.is_empty() {
        let _ = write!(citation, "~{nth}");
    }
}

fn number(citation: &mut String, style: Style, value: u32) {
    let han = || numeral::to_han(value);
    let _ = match style {
        Style::Han => write!(citation, "{}", han()),
        Style::Decimal if citation.ends_with(|char: char| char.is_ascii_digit()) => {
            write!(citation, ".{value}")
        }
        Style::Decimal => write!(citation, "{value}"),
        Style::Latin | Style::LatinParen => write!(citation, "{}", numeral::latin(value)),
        Style::Stem => write!(citation, "{}", numeral::stem(value)),
        Style::Arabic | Style::Roman | Style::Inline | Style::Dash | Style::Markdown => {
            write!(citation, "{value}")
        }
        _ => write!(citation, "{}", numeral::spell(style, value)),
    };
}
