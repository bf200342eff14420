//! `cargo xtask test`: everything that has to hold, from a fresh clone on, in the order in which a mistake is cheapest to find.

use crate::arguments::Arguments;
use crate::build;
use crate::build::client::Effort;
use crate::commands::{project_root, run, told_line_by_line};
use crate::toolchain::Toolchain;
use crate::tools;
use crate::totals::Totals;
use crate::web_test;
use anyhow::{Result, bail, ensure};
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Instant;

/// Crates that exist only in a browser.
const ONLY_IN_BROWSER: &str = "stories-web";
/// Crates that are another thing in a browser, so they are linted as that too.
const ALSO_IN_BROWSER: [&str; 4] = ["storage", "engine", "ui", "app"];

/// What the tool's programs of their own need, so that they are linted and tested too.
const TOOLS: [&str; 2] = ["--features", "xtask/seed,xtask/open-backup"];

/// Where the tests run.
struct Ground {
    root: PathBuf,
    toolchain: Toolchain,
}

/// One stage: its group (for `--only`), its name, and how it goes.
struct Stage {
    group: &'static str,
    name: &'static str,
    go: fn(&Ground) -> Result<Totals>,
}

/// The stage beside which the release is compiled.
const COMPILED_BESIDE: &str = "native tests";

const STAGES: [Stage; 7] = [
    Stage { group: "lint", name: "format", go: format },
    Stage { group: "lint", name: "lint, native", go: lint_native },
    Stage { group: "native", name: COMPILED_BESIDE, go: native_tests },
    Stage { group: "lint", name: "lint, browser", go: lint_browser },
    Stage { group: "web", name: "browser tests", go: browser_tests },
    Stage { group: "e2e", name: "release build, twice the same bytes", go: same_bytes },
    Stage { group: "e2e", name: "journeys", go: journeys },
];

/// Runs the stages, stops at the first that fails, and prints `N passed, N failed` as the last line whatever happened.
///
/// # Errors
/// When a flag is unknown. A failing stage is not an error but a failing exit code.
pub fn test(flags: &Arguments) -> Result<ExitCode> {
    let only = flags.text("only");
    if let Some(group) = only {
        ensure!(
            STAGES.iter().any(|stage| stage.group == group),
            "--only takes lint, native, web or e2e, not {group:?}"
        );
    }
    let root = project_root()?;
    let began = Instant::now();
    let mut totals = Totals::default();
    match Toolchain::ready(&root) {
        Ok(toolchain) => {
            let ground = Ground { root, toolchain };
            let wanted = STAGES.iter().filter(|stage| only.is_none_or(|group| group == stage.group));
            totals += go_through(wanted, &ground, only.is_none());
        }
        Err(error) => {
            println!("error: {error:#}");
            totals += Totals::ONE_FAILED;
        }
    }
    println!("\nAll of it took {} s", began.elapsed().as_secs());
    println!("{totals}");
    Ok(if totals.failed == 0 && totals.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The stages, one after the other. With `is_all` the release is compiled meanwhile: its last step, which takes minutes, uses one core only,
/// as does most of what the native tests do.
fn go_through<'a>(wanted: impl Iterator<Item = &'a Stage>, ground: &Ground, is_all: bool) -> Totals {
    let mut totals = Totals::default();
    thread::scope(|scope| {
        let mut ahead = None;
        for stage in wanted {
            if is_all && stage.name == COMPILED_BESIDE {
                // What it finds wrong is said again by the stage that needs it.
                ahead = Some(scope.spawn(|| build::compile_ahead(&ground.root, ground.toolchain)));
            } else if let Some(ahead) = ahead.take() {
                let _ = ahead.join();
            }
            let of_stage = timed(stage, ground);
            totals += of_stage;
            if of_stage.failed > 0 {
                println!("\nStopped after a failure; what comes after it was not run.");
                break;
            }
        }
    });
    totals
}

fn timed(stage: &Stage, ground: &Ground) -> Totals {
    println!("\n== {}", stage.name);
    let began = Instant::now();
    let totals = (stage.go)(ground).unwrap_or_else(|error| {
        println!("error: {error:#}");
        Totals::ONE_FAILED
    });
    println!("== {}: {totals} ({:.1} s)", stage.name, began.elapsed().as_secs_f32());
    totals
}

fn format(ground: &Ground) -> Result<Totals> {
    tools::ensure_lints()?;
    run(Command::new("cargo").args(["fmt", "--all", "--check"]).current_dir(&ground.root))?;
    Ok(Totals::ONE_PASSED)
}

fn lint_native(ground: &Ground) -> Result<Totals> {
    let mut clippy = ground.toolchain.cargo(&ground.root, "clippy");
    clippy.args(["--quiet", "--workspace", "--exclude", ONLY_IN_BROWSER, "--all-targets"]).args(TOOLS);
    run(clippy.args(["--", "-D", "warnings"]))?;
    Ok(Totals::ONE_PASSED)
}

fn lint_browser(ground: &Ground) -> Result<Totals> {
    let mut clippy = ground.toolchain.cargo_wasm(&ground.root, "clippy");
    clippy.arg("--quiet").args(ALSO_IN_BROWSER.iter().flat_map(|name| ["--package", name]));
    run(clippy.args(["--", "-D", "warnings"]))?;
    let mut clippy = ground.toolchain.cargo_wasm(&ground.root, "clippy");
    clippy.args(["--quiet", "--package", ONLY_IN_BROWSER, "--all-targets"]);
    run(clippy.args(["--", "-D", "warnings"]))?;
    Ok(Totals::ONE_PASSED)
}

fn native_tests(ground: &Ground) -> Result<Totals> {
    tools::ensure_python()?;
    tools::ensure_npm_packages(&ground.root.join("tests/fhir"))?;
    let mut tests = ground.toolchain.cargo(&ground.root, "test");
    tests.args(["--workspace", "--exclude", ONLY_IN_BROWSER, "--no-fail-fast"]).args(TOOLS);
    tests.env("HANDRAIL_TEST_WITH_PYTHON", "1").env("HANDRAIL_TEST_WITH_NODE", "1");
    counted(&mut tests)
}

fn browser_tests(ground: &Ground) -> Result<Totals> {
    tools::ensure_browser()?;
    let mut tests = ground.toolchain.cargo_wasm(&ground.root, "test");
    web_test::through_this_tool(&mut tests)?;
    tests.args(["--package", ONLY_IN_BROWSER, "--no-fail-fast"]);
    counted(&mut tests)
}

/// Runs a test program and adds up its result lines. One that fails without a failed test (it did not compile) counts as one.
fn counted(tests: &mut Command) -> Result<Totals> {
    let mut totals = Totals::default();
    let ended_well = told_line_by_line(tests, |line| {
        if let Some(more) = Totals::in_result_line(line) {
            totals += more;
        }
    })?;
    if !ended_well && totals.failed == 0 {
        totals += Totals::ONE_FAILED;
    }
    Ok(totals)
}

/// The release build; then everything after the compiler once more, which has to give the same bytes. What is published beside them is made
/// of them: their compressed copies.
fn same_bytes(ground: &Ground) -> Result<Totals> {
    let first = build::build(&ground.root, Effort::Release)?;
    let second = build::site(&ground.root, ground.toolchain, Effort::Release)?;
    ensure!(first.id == second.build, "two builds have two names: {} and {}", first.id, second.build);
    let differing = second.files.iter().filter(|(path, bytes)| first.files.get(*path) != Some(bytes));
    let differing: Vec<&str> = differing.map(|(path, _)| path.as_str()).collect();
    ensure!(differing.is_empty(), "two builds differ: {}", differing.join(", "));
    println!("Both builds are {}", first.id);
    Ok(Totals { passed: 2, failed: 0 })
}

fn journeys(ground: &Ground) -> Result<Totals> {
    tools::ensure_browser()?;
    tools::ensure_npm_packages(&ground.root.join("tests/e2e"))?;
    let mut summary = None;
    let mut node = Command::new("node");
    node.arg("tests/e2e/run.mjs").current_dir(&ground.root);
    let ended_well = told_line_by_line(&mut node, |line| {
        summary = Totals::in_summary(line).or(summary);
    })?;
    let Some(mut totals) = summary else { bail!("the journeys ended without saying how many passed") };
    if !ended_well && totals.failed == 0 {
        totals += Totals::ONE_FAILED;
    }
    Ok(totals)
}
