//! Any result → one output form; one file a form.
