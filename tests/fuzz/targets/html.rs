//! Any text as the body of a web page.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut page = b"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>".to_vec();
    page.extend_from_slice(bytes);
    if let Some(source) = plan_fuzz::read(&page) {
        plan_fuzz::plan(&source.text);
    }
});
