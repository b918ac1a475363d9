//! A name, path or `-` → a source and its manifest entry. The seeds are
//! embedded in the binary.
