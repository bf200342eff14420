//! The one tool of this project: everything a person does to it, from a fresh clone on, is `cargo xtask <verb>`.

mod arguments;
mod assets;
mod budgets;
mod build;
mod commands;
mod headers;
mod templates;
mod toolchain;
mod tools;
mod web_test;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <verb>

  web-test-runner WASM     what `cargo test --target wasm32-unknown-unknown` calls
";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut words: Vec<String>) -> Result<()> {
    if words.is_empty() {
        print!("{HELP}");
        return Ok(());
    }
    let verb = words.remove(0);
    match verb.as_str() {
        "build" => {
            let flags = arguments::Arguments::read(words, &["quick"], &[])?;
            build::build(&commands::project_root()?, effort(&flags)).map(drop)
        }
        "web-test-runner" => web_test::run_one_binary(words),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        unknown => bail!("there is no verb {unknown:?}; `cargo xtask help` lists them"),
    }
}

fn effort(flags: &arguments::Arguments) -> build::client::Effort {
    if flags.has("quick") { build::client::Effort::Quick } else { build::client::Effort::Release }
}
