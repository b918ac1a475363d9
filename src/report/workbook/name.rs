//! Names that sheets can have.

use std::collections::BTreeSet;

use super::content;

/// Most characters of a name, by the format's definition.
const MOST: usize = 31;

/// The names given in one workbook.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// In lower case: programs tell names apart without it.
    given: BTreeSet<String>,
}

impl Names {
    /// The name, or one like it that a workbook can hold and no sheet has yet.
    pub(super) fn unused(&mut self, name: &str) -> String {
        let wanted = allowed(name);
        let mut tried = wanted.clone();
        let mut count = 1;
        while !self.given.insert(tried.to_lowercase()) {
            count += 1;
            let number = format!(" {count}");
            tried = wanted.chars().take(MOST - number.len()).collect();
            tried += &number;
        }
        tried
    }
}

fn allowed(name: &str) -> String {
    let kept: String = content(name)
        .chars()
        .map(|c| match c {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' => '_',
            c => c,
        })
        .take(MOST)
        .collect();
    // An apostrophe may stand at neither end, and Excel keeps one name for itself.
    match kept.trim().trim_matches('\'') {
        "" => "_".to_owned(),
        "History" | "history" => "history_".to_owned(),
        trimmed => trimmed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_cleaned_and_kept_apart() {
        let mut names = Names::default();
        let long = "市精神文明建设指导委员会办公室、市委宣传部、市教育局、市文化局、市财政局";
        for (wanted, expected) in [
            ("市纪委", "市纪委"),
            ("市纪委", "市纪委 2"),
            ("甲/乙:丙", "甲_乙_丙"),
            ("'引'", "引"),
            ("", "_"),
            ("Summary", "Summary"),
            ("SUMMARY", "SUMMARY 2"),
            (
                long,
                "市精神文明建设指导委员会办公室、市委宣传部、市教育局、市文化局",
            ),
        ] {
            assert_eq!(names.unused(wanted), expected);
        }
        assert_eq!(names.unused(long).chars().count(), 31);
    }
}
