//! The source line with the place marked, for reading in a terminal.

use super::{Checked, Diagnostic, Findings, Fix, Positions, Severity, Span};
use crate::words::{Lang, check, visible::visible};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use std::io::{self, Write};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// How the terminal wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether colours are wanted.
    pub color: bool,
    /// Whether lines are drawn in ASCII.
    pub ascii: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// Writes every diagnostic with its source line.
pub fn write(findings: &Findings, lang: Lang, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if look.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(if look.ascii {
        DecorStyle::Ascii
    } else {
        DecorStyle::Unicode
    });
    for document in &findings.documents {
        let positions = document.positions();
        let renderer = renderer
            .clone()
            .term_width(source_width(look.width, positions.lines()));
        for diagnostic in &document.diagnostics {
            let text = render(
                document, &positions, diagnostic, lang, look.width, &renderer,
            );
            writeln!(out, "{text}\n")?;
        }
    }
    Ok(())
}

/// Columns left for the source beside the line number and its border.
fn source_width(width: usize, lines: usize) -> usize {
    let gutter = lines.to_string().len() + " │ ".chars().count();
    width.saturating_sub(gutter).max(20)
}

fn render(
    document: &Checked,
    positions: &Positions,
    diagnostic: &Diagnostic,
    lang: Lang,
    width: usize,
    renderer: &Renderer,
) -> String {
    let at = positions.at(diagnostic.span.start);
    let severity = diagnostic.severity();
    let level = match severity {
        Severity::Info => Level::INFO,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    }
    .with_name(check::severity(severity, lang));
    let message = diagnostic.message(lang);
    let title = level.primary_title(visible(&message)).id(diagnostic.code());
    let excerpt = Excerpt::around(&document.text, positions, diagnostic.span, width);
    let path = visible(&document.file);
    let snippet = Snippet::source(excerpt.source)
        .line_start(at.line)
        .annotation(AnnotationKind::Primary.span(excerpt.marked));
    let mut group = if excerpt.cut {
        // The snippet cannot know how far into the line it starts.
        let origin = Origin::path(path).line(at.line).char_column(at.column);
        title.element(origin).element(snippet)
    } else {
        title.element(snippet.path(path))
    };
    if let Some(fix) = &diagnostic.fix {
        let help = Level::HELP.with_name(check::help(lang));
        group = group.element(help.message(fix_message(fix, &document.text, lang)));
    }
    renderer.render(&[group])
}

fn fix_message(fix: &Fix, text: &str, lang: Lang) -> String {
    check::fix(&visible(fix.span.of(text)), &visible(&fix.text), lang)
}

/// Characters of a line shown to the renderer on each side of a place: more
/// than any terminal shows, so that a document of one hundred-megabyte line
/// costs no more than a short one.
const REACH: usize = 2000;

/// A line, or the part of a long one that is worth showing, made safe to
/// print, with the place marked in it.
struct Excerpt {
    source: String,
    marked: Range<usize>,
    /// Whether the beginning of the line was left out.
    cut: bool,
}

impl Excerpt {
    fn around(text: &str, positions: &Positions, span: Span, width: usize) -> Self {
        let line = positions.line_span(positions.at(span.start).line);
        let start = span.start.min(line.end);
        let end = span.end.clamp(start, line.end);
        // Long marks are cut to half the width, so that what surrounds the
        // place is still seen.
        let marked = first_columns(&text[start..end], width / 2);
        let before = last_chars(&text[line.start..start], REACH);
        let after = first_chars(&text[start + marked.len()..line.end], REACH);
        let cut = before.len() < start - line.start;
        let mut source = visible(before).into_owned();
        let start = source.len();
        source += &visible(marked);
        let end = source.len();
        source += &visible(after);
        Self {
            source,
            marked: start..end,
            cut,
        }
    }
}

fn first_columns(text: &str, columns: usize) -> &str {
    let mut width = 0;
    let end = text.char_indices().find_map(|(at, char)| {
        width += char.width().unwrap_or(1);
        (width > columns).then_some(at)
    });
    &text[..end.unwrap_or(text.len())]
}

fn first_chars(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count).map(|(at, _)| at);
    &text[..end.unwrap_or(text.len())]
}

fn last_chars(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().nth(count.saturating_sub(1));
    &text[start.map_or(0, |(at, _)| at)..]
}
