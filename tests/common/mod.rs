//! What the tests of the command line share.

use std::process::{Command, Output};

/// The program in an environment of its own: English, no colour, 80 columns.
/// Where coverage is counted, its runs count too; Windows starts nothing
/// without the place of its system.
pub fn plan(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command
        .args(arguments)
        .env_clear()
        .envs(
            ["LLVM_PROFILE_FILE", "SystemRoot"]
                .into_iter()
                .filter_map(|name| Some((name, std::env::var_os(name)?))),
        )
        .env("COLUMNS", "80")
        .current_dir(std::env::temp_dir());
    command
}

#[allow(dead_code, reason = "each test file uses what it needs")]
/// What a run printed on standard output; panics if it was not status `code`.
pub fn stdout(arguments: &[&str], code: i32) -> String {
    let output = plan(arguments).output().expect("the program starts");
    assert_status(arguments, &output, code);
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

/// What a run printed on standard error; panics if it was not status `code`.
#[allow(dead_code, reason = "each test file uses what it needs")]
pub fn stderr(arguments: &[&str], code: i32) -> String {
    let output = plan(arguments).output().expect("the program starts");
    assert_status(arguments, &output, code);
    String::from_utf8(output.stderr).expect("the output is UTF-8")
}

/// The schema that `plan schema` prints for a form.
#[allow(dead_code, reason = "each test file uses what it needs")]
pub fn schema(form: &str) -> serde_json::Value {
    serde_json::from_str(&stdout(&["schema", form], 0)).expect("JSON")
}

/// Panics where data are not valid by the schema that they name in `schema`.
#[allow(dead_code, reason = "each test file uses what it needs")]
pub fn assert_valid(data: &serde_json::Value) {
    let form = data["schema"].as_str().expect("a form");
    let validator = jsonschema::validator_for(&schema(form)).expect("a schema");
    let errors: Vec<String> = validator
        .iter_errors(data)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .take(5)
        .collect();
    assert!(errors.is_empty(), "{form}: {errors:#?}");
}

fn assert_status(arguments: &[&str], output: &Output, code: i32) {
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        output.status.code(),
        Some(code),
        "plan {arguments:?}\n{complaint}"
    );
}
