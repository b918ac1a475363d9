//! `CONTRIBUTING.md` names each dependency with its reason, and no other.

use std::collections::BTreeSet;
use std::path::Path;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(path).expect("a text")
}

#[test]
fn each_dependency_has_its_reason() {
    let manifest: toml::Table = toml::from_str(&read("Cargo.toml")).expect("TOML");
    let declared: BTreeSet<String> = ["dependencies", "dev-dependencies"]
        .into_iter()
        .filter_map(|table| manifest.get(table)?.as_table())
        .flat_map(|table| table.keys().cloned())
        .collect();
    let guide = read("CONTRIBUTING.md");
    let named: BTreeSet<String> = guide
        .lines()
        .skip_while(|line| !line.starts_with("| crate |"))
        .skip(2)
        .map_while(|line| line.strip_prefix("| ")?.split(" | ").next())
        .map(|names| names.split(" (").next().unwrap_or(names))
        .flat_map(|names| names.split(", ").map(str::to_owned))
        .collect();
    assert_eq!(named, declared);
}
