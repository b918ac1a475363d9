use super::*;

#[test]
fn nothing_embedded_can_end_its_element() {
    let data = ["</script><img src=x onerror=alert(1)>", "<!--", "\u{2028}"];
    let json = harmless(&data);
    assert!(!json.contains(['<', '\u{2028}']), "{json}");
    let back: Vec<String> = serde_json::from_str(&json).unwrap();
    assert_eq!(back, data);
}

/// Keys that the script makes from names of data.
const BUILT: &[(&str, &[&str])] = &[
    (
        "view_",
        &[
            "overview",
            "read",
            "clauses",
            "units",
            "additions",
            "decisions",
        ],
    ),
    ("applies_", &["local", "mixed", "higher", "unclear"]),
    ("scope_", &["whole", "part", "wider"]),
    ("force_", &["stronger", "same", "weaker", "execution"]),
    ("row_", &["covered", "or_partial", "or_topic"]),
    (
        "action_",
        &[
            "confirm",
            "reject",
            "add",
            "status",
            "applicability",
            "remark",
        ],
    ),
    ("keys_", &["0", "1", "2", "3", "4", "5", "6", "7"]),
];

#[test]
fn every_phrase_is_used_and_every_phrase_used_exists() {
    let known = |key: &str| words::PHRASES.iter().any(|row| row.0 == key);
    let quoted = |key: &str| {
        [format!("'{key}'"), format!("\"{key}\"")]
            .iter()
            .any(|quoted| SCRIPT.contains(quoted) || TEMPLATE.contains(quoted))
    };
    for (prefix, names) in BUILT {
        for name in *names {
            assert!(known(&format!("{prefix}{name}")), "{prefix}{name}");
        }
    }
    let asked = SCRIPT.match_indices("t('").filter_map(|(at, call)| {
        let is_call = !SCRIPT[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.');
        SCRIPT[at + call.len()..]
            .split('\'')
            .next()
            .filter(|_| is_call)
    });
    let marked = TEMPLATE
        .split("data-t")
        .skip(1)
        .filter_map(|rest| rest.split('"').nth(1));
    for key in asked.chain(marked) {
        assert!(known(key), "no phrase {key}");
    }
    for (key, ..) in words::PHRASES {
        let built = BUILT.iter().any(|(prefix, names)| {
            key.strip_prefix(prefix)
                .is_some_and(|name| names.contains(&name))
        });
        let from_data = [
            "change_",
            "column_",
            "lead",
            "support",
            "responsible",
            "verbatim",
            "adapted",
        ]
        .iter()
        .any(|prefix| key.starts_with(prefix));
        assert!(built || from_data || quoted(key), "{key} is not used");
    }
}

#[test]
fn phrases_say_the_same_in_both_languages() {
    let blanks = |text: &str| {
        let mut names: Vec<String> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next().map(str::to_owned))
            .collect();
        names.sort();
        names
    };
    for (at, (key, en, zh)) in words::PHRASES.iter().enumerate() {
        assert_eq!(blanks(en), blanks(zh), "{key}");
        assert!(
            !words::PHRASES[..at].iter().any(|row| row.0 == *key),
            "{key} twice"
        );
    }
}

#[test]
fn the_script_never_writes_markup() {
    for writer in [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
    ] {
        assert!(!SCRIPT.contains(writer), "{writer}");
    }
}

#[test]
fn addresses_of_files_are_plain() {
    assert_eq!(url_path("report_files/1.js"), "report_files/1.js");
    assert_eq!(url_path("a b#_files/1.js"), "a%20b%23_files/1.js");
    assert_eq!(url_path("报告_files/1.js"), "%E6%8A%A5%E5%91%8A_files/1.js");
}
