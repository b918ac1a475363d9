//! Text whose lines are broken at the width of a page, also inside words: read
//! as if it were not.

use crate::diagnostic::Span;

use super::super::Unit;
use super::group::Group;

/// A text without its line breaks.
pub(super) struct Unwrapped {
    pub text: String,
    /// Where each line begins here and in the whole text.
    lines: Vec<(usize, usize)>,
}

impl Unwrapped {
    /// The body of a node that goes over several lines; none if it is one line.
    pub(super) fn of(text: &str, body: Span) -> Option<Self> {
        memchr::memchr(b'\n', body.of(text).as_bytes())?;
        let mut whole = Self {
            text: String::with_capacity(body.len()),
            lines: Vec::new(),
        };
        let mut start = body.start;
        for line in body.of(text).split_inclusive('\n') {
            let kept = Span::new(start, start + line.len()).trimmed(text);
            whole.lines.push((whole.text.len(), kept.start));
            whole.text.push_str(kept.of(text));
            start += line.len();
        }
        Some(whole)
    }

    /// A group with its places in the whole text.
    pub(super) fn back(&self, group: Group) -> Group {
        let units = group.units.into_iter().map(|unit| Unit {
            span: self.span(unit.span),
            ..unit
        });
        Group {
            role: group.role,
            label: self.span(group.label),
            units: units.collect(),
        }
    }

    fn span(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.place(span.start);
            return Span::new(at, at);
        }
        // Its last byte lies in the line that it ends in.
        Span::new(self.place(span.start), self.place(span.end - 1) + 1)
    }

    fn place(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|&(start, _)| start <= at);
        let (start, from) = self.lines[line.saturating_sub(1)];
        from + (at - start)
    }
}
