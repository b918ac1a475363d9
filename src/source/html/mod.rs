//! HTML as it is scraped → lines of text. Navigation, forms, share bars and
//! link lists are left out; a table row becomes one line, its cells divided by
//! tabs. Linear in the page, with no recursion, however tags are nested.

mod boilerplate;
mod detect;
mod element;
mod list;
mod page;
mod site;
mod table;
mod tag;
#[cfg(test)]
mod tests;

pub(super) use detect::{is_html, is_page};

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use page::Page;
use std::convert::Infallible;
use tag::Tag;

/// The text of a page.
pub(super) fn extract(html: &str) -> String {
    let mut page = Page::new(is_page(html));
    let mut tag = Tag::default();
    let mut open = false;
    let callback = |event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                tag.begin(name);
                open = true;
            }
            CallbackEvent::AttributeName { name } if open => tag.attribute(name),
            CallbackEvent::AttributeValue { value } if open => tag.value(value),
            CallbackEvent::CloseStartTag { self_closing } => {
                page.start(&tag, self_closing);
                open = false;
            }
            CallbackEvent::EndTag { name } => page.end(name),
            CallbackEvent::String { value } => page.text(&String::from_utf8_lossy(value)),
            _ => {}
        }
        None
    };
    let mut emitter = CallbackEmitter::new(callback);
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
    page.finish()
}
