//! The `plan` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    plan::cli::main(std::env::args_os())
}
