//! Any two texts as a reference plan and a local one, parted by a line of `=`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::align::Reference;
use plan::task::Level;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (reference, local) = text.split_once("\n====\n").unwrap_or((&text, &text));
    let (reference, local) = (plan_fuzz::plan(reference), plan_fuzz::plan(local));
    let alignment = Reference::new(&reference).align(&local, Level::City);
    for clause in &alignment.clauses {
        for link in &clause.links {
            assert!((0.0..=1.0).contains(&link.confidence), "{link:?}");
        }
    }
});
