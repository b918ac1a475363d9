//! Whether a text is HTML: a page says so at its start; of a scraped piece
//! the greater part stands inside block elements. A stray `<b>` is no page.

use super::element::Block;
use memchr::{memchr, memchr2, memmem};

/// Whether the text is a page or a piece of one.
pub(in crate::source) fn is_html(text: &str) -> bool {
    is_page(text) || is_fragment(text)
}

/// Whether the first thing in it is a document type, `<html>`, `<head>` or `<body>`.
pub(in crate::source) fn is_page(text: &str) -> bool {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    loop {
        let (open, close) = if rest.starts_with("<!--") {
            ("<!--", "-->")
        } else if rest.starts_with("<?") {
            ("<?", "?>")
        } else {
            break;
        };
        match rest[open.len()..].find(close) {
            Some(at) => rest = rest[open.len() + at + close.len()..].trim_start(),
            None => return false,
        }
    }
    let after = |mark: &str| {
        rest.get(..mark.len())
            .filter(|start| start.eq_ignore_ascii_case(mark))
            .and_then(|_| rest.as_bytes().get(mark.len()))
            .is_some_and(|next| next.is_ascii_whitespace() || *next == b'>')
    };
    after("<!doctype html") || ["<html", "<head", "<body"].into_iter().any(after)
}

/// Whether more text stands inside block elements than outside, or lines are
/// divided by `<br>` rather than by line breaks.
fn is_fragment(text: &str) -> bool {
    let bytes = text.as_bytes();
    if memchr(b'<', bytes).is_none() {
        return false;
    }
    let (mut inside, mut outside) = (0_usize, 0_usize);
    let (mut depth, mut blocks, mut breaks) = (0_usize, 0_usize, 0_usize);
    let mut at = 0;
    while at < bytes.len() {
        let next = memchr(b'<', &bytes[at..]).map_or(bytes.len(), |found| at + found);
        let visible = bytes[at..next]
            .iter()
            .filter(|byte| !byte.is_ascii_whitespace())
            .count();
        *if depth > 0 { &mut inside } else { &mut outside } += visible;
        if next == bytes.len() {
            break;
        }
        let Some(tag) = tag(bytes, next) else {
            at = next + 1;
            *if depth > 0 { &mut inside } else { &mut outside } += 1;
            continue;
        };
        at = tag.end;
        breaks += usize::from(tag.name == b"br");
        if Block::named(&tag.name).is_some() {
            if tag.closes {
                depth = depth.saturating_sub(1);
            } else {
                depth += 1;
                blocks += 1;
            }
        }
    }
    let lines = memchr::memchr_iter(b'\n', bytes).count();
    (blocks >= 2 && inside > outside) || (breaks >= 3 && breaks >= lines)
}

struct Tag {
    name: Vec<u8>,
    closes: bool,
    end: usize,
}

/// The tag that begins at the `<` at `start`; `<150，≥50` is none.
fn tag(bytes: &[u8], start: usize) -> Option<Tag> {
    const LONGEST: usize = 64 << 10;
    if bytes[start..].starts_with(b"<!--") {
        // A comment that is never closed hides all that follows.
        let end = memmem::find(&bytes[start..], b"-->").map_or(bytes.len(), |at| start + at + 3);
        return Some(Tag {
            name: Vec::new(),
            closes: false,
            end,
        });
    }
    let closes = bytes.get(start + 1) == Some(&b'/');
    let from = start + 1 + usize::from(closes);
    let length = bytes[from..]
        .iter()
        .take(12)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    if length == 0 || !bytes[from].is_ascii_alphabetic() {
        return None;
    }
    let window = &bytes[from..bytes.len().min(from + LONGEST)];
    let end = memchr2(b'>', b'<', window).filter(|&at| window[at] == b'>')? + from + 1;
    Some(Tag {
        name: bytes[from..from + length].to_ascii_lowercase(),
        closes,
        end,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_pieces_of_pages_are_html_and_texts_with_a_tag_are_not() {
        let cases = [
            ("<!DOCTYPE html><html><body>一、总则</body></html>", true),
            ("\u{FEFF}\n<HTML lang=zh>一、总则", true),
            (
                "<?xml version=\"1.0\"?>\n<!-- 存档 -->\n<html xmlns=\"x\"><p>一、总则",
                true,
            ),
            ("<p>一、总则</p><p>二、分则</p>", true),
            (
                "<tbody><tr><td class='c'><P align=\"\">一、总则</P></td></tr>",
                true,
            ),
            ("首段<p>一、总则第一条</p>\n<p>二、分则</p>", true),
            ("一、总则<br>二、分则<br/>三、附则<BR>", true),
            ("一、总则<b>重点</b>说明\n二、分则\n", false),
            ("浓度 <150，≥50 为良；<50 为优\n", false),
            ("《<中华人民共和国防洪法>实施办法》", false),
            ("# 总则\n<!-- INFO END -->\n第一条 为了……\n", false),
            (
                "用 <p> 表示段落。\n其余各行都是正文，没有标记，篇幅较长。\n",
                false,
            ),
            ("<htmlx>", false),
            ("<", false),
            ("", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_html(text), expected, "{text}");
        }
    }
}
