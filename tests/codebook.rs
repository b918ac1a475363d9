//! The codebook says of every column what the exported data package says.
//! With `UPDATE_README=1` its tables are written anew instead of compared.

mod common;

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

const BEGIN: &str =
    "<!-- tables: begin (written by UPDATE_README=1 cargo test --test codebook) -->\n";
const END: &str = "<!-- tables: end -->";

#[test]
fn the_codebook_describes_every_table_and_column() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("CODEBOOK.md");
    let page = std::fs::read_to_string(&path).expect("the codebook");
    let (before, rest) = page.split_once(BEGIN).expect("the tables begin");
    let (shown, after) = rest.split_once(END).expect("the tables end");
    let told = tables(&package("en"), &package("zh"));
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{told}{END}{after}")).expect("written");
    } else {
        assert_eq!(shown, told, "UPDATE_README=1 writes it anew");
    }
}

fn package(lang: &str) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("tables");
    let place = place.to_str().expect("UTF-8");
    common::stdout(
        &[
            "export",
            "weihai",
            "--with-links",
            "--format",
            "csv",
            "-o",
            place,
            "--lang",
            lang,
        ],
        0,
    );
    let text = std::fs::read_to_string(Path::new(place).join("datapackage.json"));
    serde_json::from_str(&text.expect("a data package")).expect("JSON")
}

fn tables(english: &Value, chinese: &Value) -> String {
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let mut out = String::new();
    for (english, chinese) in list(&english["resources"])
        .iter()
        .zip(list(&chinese["resources"]))
    {
        let _ = write!(
            out,
            "\n### {}\n\n| column | type | says | 含义 | codes |\n|---|---|---|---|---|\n",
            text(&english["name"])
        );
        let fields = list(&english["schema"]["fields"]);
        for (english, chinese) in fields.iter().zip(list(&chinese["schema"]["fields"])) {
            let codes = english["constraints"]["enum"].as_array();
            let codes: Vec<String> = codes
                .into_iter()
                .flatten()
                .map(|code| format!("`{}`", text(code)))
                .collect();
            let _ = writeln!(
                out,
                "| `{}` | {} | {} | {} | {} |",
                text(&english["name"]),
                text(&english["type"]),
                text(&english["description"]),
                text(&chinese["description"]),
                codes.join(" ")
            );
        }
    }
    out.push('\n');
    out
}
