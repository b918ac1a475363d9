//! Any bytes as a file: every encoding, damaged ones, none at all.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Some(source) = plan_fuzz::read(bytes) {
        plan_fuzz::plan(&source.text);
    }
});
