//! Any text as a numbered document.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    plan_fuzz::plan(&String::from_utf8_lossy(bytes));
});
