//! A plan and what the manifest records of it → diagnostics.
