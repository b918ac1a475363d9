//! Every example in the READMEs is run, and prints what the README shows.
//!
//! A block marked `console` holds commands after `$ `, each followed by what
//! it prints; `| head -n N` keeps the first N lines. With `UPDATE_README=1`
//! the blocks are written anew instead of compared.

mod common;

use std::path::Path;

const PAGES: [&str; 2] = ["README.md", "README.zh-CN.md"];

#[test]
fn every_example_prints_what_the_page_shows() {
    for page in PAGES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let Ok(written) = std::fs::read_to_string(&path) else {
            continue;
        };
        let run = rerun(&written);
        if std::env::var_os("UPDATE_README").is_some() {
            std::fs::write(&path, run).expect("the page is written");
        } else {
            similar_asserts(page, &written, &run);
        }
    }
}

/// What the reports say of the program's accuracy is what `plan eval` finds.
#[test]
fn the_accuracy_that_reports_state_is_measured() {
    let found = output("plan eval fixtures/gold/guangzhou.json fixtures/gold/weihai.json -f json");
    let found: serde_json::Value = serde_json::from_str(&found).expect("the figures are JSON");
    let crosswalks = found["crosswalks"].as_array().expect("crosswalks");
    let rows = crosswalks.iter().map(|crosswalk| {
        let figure = |name: &str| crosswalk["left_out"][name].as_f64().expect("a figure");
        let rounded = |name: &str| (figure(name) * 100.0).round() / 100.0;
        let figures = [
            "link_precision",
            "link_recall",
            "gap_precision",
            "gap_recall",
        ];
        let fields = figures.map(|name| format!(", \"{name}\": {:.2}", rounded(name)));
        format!("  {{\"local\": {}{}}}", crosswalk["local"], fields.concat())
    });
    let measured = format!("[\n{}\n]\n", rows.collect::<Vec<_>>().join(",\n"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/accuracy.json");
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, measured).expect("the figures are written");
    } else {
        let stated = std::fs::read_to_string(&path).expect("the figures are there");
        assert_eq!(stated, measured, "UPDATE_README=1 writes it anew");
    }
}

fn similar_asserts(page: &str, written: &str, run: &str) {
    if let Some((line, (shown, printed))) = written
        .lines()
        .zip(run.lines())
        .enumerate()
        .find(|(_, (shown, printed))| shown != printed)
    {
        panic!(
            "{page}:{}: shows\n  {shown}\nbut the program prints\n  {printed}\nUPDATE_README=1 writes it anew",
            line + 1
        );
    }
    assert_eq!(
        written.lines().count(),
        run.lines().count(),
        "{page}: an example prints more or less"
    );
}

/// The page with every example's output as the program prints it now.
fn rerun(page: &str) -> String {
    let mut out = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        out += line;
        out.push('\n');
        if line.trim() != "```console" {
            continue;
        }
        for line in lines.by_ref() {
            if line.trim() == "```" {
                out += "```\n";
                break;
            }
            if let Some(command) = line.strip_prefix("$ ") {
                out += &format!("{line}\n{}", output(command));
            }
        }
    }
    out
}

/// Runs a command in the folder of the project, where its fixtures lie.
fn output(command: &str) -> String {
    let (command, kept) = match command.split_once(" | head -n ") {
        Some((command, kept)) => (command, kept.trim().parse().expect("a number of lines")),
        None => (command, usize::MAX),
    };
    let arguments: Vec<&str> = command.split_whitespace().skip(1).collect();
    assert!(command.starts_with("plan "), "{command}");
    let output = common::plan(&arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program starts");
    assert!(
        output.status.code() < Some(2),
        "{command}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    printed
        .lines()
        .take(kept)
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}
