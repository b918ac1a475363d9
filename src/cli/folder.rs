//! The documents in a folder.

use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use crate::corpus::CorpusError;
use crate::words::{Lang, error};

/// Extensions of what may be a document: those that can be read, and those
/// that are refused with what to do instead, since leaving them out silently
/// would let a folder pass for checked that was not.
const EXTENSIONS: &[&str] = &[
    "txt", "md", "markdown", "html", "htm", "docx", "doc", "wps", "pdf", "ofd", "rtf",
];

/// What lies beside documents and is none: registers, sheets, data and trees.
const BESIDE: &[&str] = &[
    "toml", "tree", "xlsx", "xls", "et", "csv", "tsv", "json", "jsonl", "lock",
];

/// The paths of all files in a folder that somebody may take for documents,
/// whatever they are called, sorted by name.
pub(super) fn files(folder: &Path) -> anyhow::Result<Vec<String>> {
    let is_readme = |path: &Path| {
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        stem.is_some_and(|stem| stem.eq_ignore_ascii_case("readme"))
    };
    walk(folder, |path| {
        !has_extension(path, BESIDE) && !is_readme(path)
    })
}

/// The paths of all documents in a folder and the folders in it, sorted by
/// name. Hidden files and folders are left out.
pub(super) fn documents(folder: &Path) -> anyhow::Result<Vec<String>> {
    walk(folder, |path| has_extension(path, EXTENSIONS))
}

/// As [`documents`], where a folder without any would give an empty result.
pub(super) fn some_documents(folder: &Path, lang: Lang) -> anyhow::Result<Vec<String>> {
    let documents = documents(folder)?;
    if documents.is_empty() {
        anyhow::bail!(error::no_documents(&folder.display().to_string(), lang));
    }
    Ok(documents)
}

fn walk(folder: &Path, wanted: impl Fn(&Path) -> bool) -> anyhow::Result<Vec<String>> {
    let mut paths = Vec::new();
    let entries = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
    for entry in entries {
        let entry = entry.map_err(|error| unreadable(folder, error))?;
        if entry.file_type().is_file() && wanted(entry.path()) {
            // `./` is noise, and no path of a repository to what reads annotations.
            let path = entry.path().strip_prefix(".").unwrap_or(entry.path());
            paths.push(path.to_string_lossy().into_owned());
        }
    }
    Ok(paths)
}

fn unreadable(folder: &Path, error: walkdir::Error) -> CorpusError {
    let path = error.path().unwrap_or(folder).display().to_string();
    CorpusError::unreadable(&path, error.into())
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| {
        extensions
            .iter()
            .any(|known| known.eq_ignore_ascii_case(extension))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_of_a_folder_are_found_in_the_order_of_their_names() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in [
            "乙.txt",
            "甲/b.DOCX",
            "甲/a.md",
            "a.pdf",
            "MANIFEST.tsv",
            "corpus.toml",
            ".git/c.txt",
            ".d.txt",
            "e",
        ] {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, "一、甲\n").expect("a file");
        }
        let found = documents(folder.path()).expect("readable");
        let root = format!("{}/", folder.path().display());
        let found: Vec<_> = found
            .iter()
            .map(|path| path.strip_prefix(&root).expect("inside"))
            .collect();
        assert_eq!(found, ["a.pdf", "乙.txt", "甲/a.md", "甲/b.DOCX"]);
    }
}
