//! The one tool of this project: everything a person does to it, from a fresh clone on, is `cargo xtask <verb>`.

mod arguments;
mod assets;
mod bench;
mod budgets;
mod build;
mod commands;
mod golden;
mod headers;
mod serve;
mod templates;
mod test;
mod toolchain;
mod tools;
mod totals;
mod watch;
mod web_test;

use anyhow::{Result, bail};
use arguments::Arguments;
use build::client::Effort;
use commands::{project_root, run};
use std::process::{Command, ExitCode};

const HELP: &str = "\
cargo xtask <verb>

  serve   builds and opens the app     --watch     build again and reload the page when a source changes
                                       --quick     a faster build, several times the size: for looking at a change
                                       --port N    8787 if not given
                                       --no-build  serve what is in dist/, or in another folder with --dist FOLDER
                                       --no-open   leave the browser alone (--open: insist, even without a display)
  test    everything that has to hold  --only lint|native|web|e2e
  build   leaves the app in dist/      --quick
  bench   the budgets, measured        --no-build  measure what is in dist/
  golden  writes the golden files that are missing
  seed    a journal for the journeys   --days N --per-day M --out FILE --seed NUMBER --program (with sessions)
  open-backup FILE  readable files of a sealed backup, in a new folder; asks for its passphrase
                                       --to FOLDER  beside the file if not given; never one that is there
                                       --passphrase-file FILE  its first line, instead of asking
                                       --language en|es        of the page, if not the one chosen in the app

  web-test-runner WASM     what cargo calls for a browser test
";

fn main() -> ExitCode {
    match called(std::env::args().skip(1).collect()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn called(mut words: Vec<String>) -> Result<ExitCode> {
    let verb = if words.is_empty() { "help".to_owned() } else { words.remove(0) };
    match verb.as_str() {
        "serve" => {
            let switches = ["watch", "quick", "no-build", "open", "no-open"];
            serve::serve(&Arguments::read(words, &switches, &["port", "dist"])?)?;
        }
        "test" => return test::test(&Arguments::read(words, &[], &["only"])?),
        "build" => {
            let flags = Arguments::read(words, &["quick"], &[])?;
            let effort = if flags.has("quick") { Effort::Quick } else { Effort::Release };
            build::build(&project_root()?, effort)?;
        }
        "bench" => bench::bench(&Arguments::read(words, &["no-build"], &[])?)?,
        "golden" => golden::golden()?,
        // A program of its own, because it needs the engine and this one must not.
        "seed" => {
            let mut seed = Command::new("cargo");
            seed.args(["run", "--quiet", "--package", "xtask", "--bin", "seed", "--features", "seed", "--"]);
            run(seed.args(words))?;
        }
        // So is this one.
        "open-backup" => {
            let mut open = Command::new("cargo");
            open.args([
                "run",
                "--quiet",
                "--package",
                "xtask",
                "--bin",
                "open-backup",
                "--features",
                "open-backup",
                "--",
            ]);
            run(open.args(words))?;
        }
        "web-test-runner" => web_test::run_one_binary(words)?,
        "help" | "--help" | "-h" => print!("{HELP}"),
        unknown => bail!("there is no verb {unknown:?}; `cargo xtask help` lists them"),
    }
    Ok(ExitCode::SUCCESS)
}
