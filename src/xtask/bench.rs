//! `cargo xtask bench`: the budgets of the architecture against what is measured, as a table for the README.
//!
//! Sizes come from the build; times from `tests/e2e/bench.mjs`, which prints one JSON object per line.

use crate::arguments::Arguments;
use crate::budgets::{LINES, Line, Sizes, Source, kilobytes};
use crate::build;
use crate::build::client::Effort;
use crate::commands::{find_program, printed_by, project_root, told_line_by_line};
use crate::tools;
use anyhow::{Result, bail, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::Command;

/// One line that `bench.mjs` printed.
#[derive(Clone, Debug, Deserialize)]
struct Measured {
    /// Which line of the budget this is, by its name in [`LINES`]; any other name gets a row of its own.
    line: String,
    value: f64,
    unit: String,
    /// In the same unit; nothing where no budget was set.
    #[serde(default)]
    budget: Option<f64>,
    /// What the machine was slowed down to, in words.
    #[serde(default)]
    throttle: Option<String>,
    /// Whether more is better, as with a score.
    #[serde(default)]
    at_least: bool,
}

/// Builds, measures, prints the table. A line over its budget is marked, not an error: only sizes fail, and those fail the build.
///
/// # Errors
/// When the build fails or the bench does not run to its end.
pub fn bench(flags: &Arguments) -> Result<()> {
    let root = project_root()?;
    let sizes = if flags.has("no-build") {
        ensure!(root.join("dist/index.html").is_file(), "there is no build in dist/");
        Sizes::read(&root.join("dist"))?
    } else {
        build::build(&root, Effort::Release)?.sizes
    };
    tools::ensure_browser()?;
    tools::ensure_npm_packages(&root.join("tests/e2e"))?;
    let mut measured = Vec::new();
    let mut node = Command::new("node");
    node.arg("tests/e2e/bench.mjs").current_dir(&root);
    let ended_well = told_line_by_line(&mut node, |line| {
        if let Ok(one) = serde_json::from_str::<Measured>(line) {
            measured.push(one);
        }
    })?;
    println!("\n{}", table(sizes.as_ref(), &measured));
    println!("Measured on {}.", machine());
    if !ended_well {
        bail!("the bench did not run to its end; lines may be missing");
    }
    Ok(())
}

fn table(sizes: Option<&Sizes>, measured: &[Measured]) -> String {
    let mut rest: BTreeMap<&str, Vec<&Measured>> = BTreeMap::new();
    for one in measured {
        rest.entry(&one.line).or_default().push(one);
    }
    let mut table = String::from("| what | budget | measured | machine |\n|---|---|---|---|\n");
    for line in &LINES {
        match line.from {
            Source::FirstVisit => {
                row(&mut table, line, &size(sizes, Sizes::first_visit, crate::budgets::FIRST_VISIT), "as sent")
            }
            Source::Precached => {
                row(&mut table, line, &size(sizes, Sizes::precached, crate::budgets::PRECACHED), "as sent")
            }
            Source::Bench(name) => match rest.remove(name) {
                None => row(&mut table, line, "not measured in this run", "–"),
                Some(found) => {
                    let values = found.iter().map(|one| spoken(one)).collect::<Vec<_>>().join(", ");
                    let throttle = found.iter().find_map(|one| one.throttle.as_deref()).unwrap_or("not slowed down");
                    row(&mut table, line, &values, throttle);
                }
            },
        }
    }
    for one in measured.iter().filter(|one| rest.contains_key(one.line.as_str())) {
        let budget = one.budget.map_or("–".to_owned(), |budget| amount(budget, &one.unit));
        let line = Line { what: &one.line, budget: &budget, from: Source::Bench("") };
        row(&mut table, &line, &spoken(one), one.throttle.as_deref().unwrap_or("not slowed down"));
    }
    table
}

fn row(table: &mut String, line: &Line<'_>, measured: &str, machine: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(table, "| {} | {} | {measured} | {machine} |", line.what, line.budget);
}

fn size(sizes: Option<&Sizes>, measure: fn(&Sizes) -> usize, budget: usize) -> String {
    let Some(sizes) = sizes else { return "not measured in this run".to_owned() };
    let bytes = measure(sizes);
    format!("{}{}", kilobytes(bytes), if bytes > budget { " **over**" } else { "" })
}

fn spoken(one: &Measured) -> String {
    let missed = one.budget.is_some_and(|budget| if one.at_least { one.value < budget } else { one.value > budget });
    format!("{}{}", amount(one.value, &one.unit), if missed { " **missed**" } else { "" })
}

fn amount(value: f64, unit: &str) -> String {
    let digits = usize::from(value.fract() != 0.0 && value < 100.0);
    format!("{value:.digits$} {unit}").trim_end().to_owned()
}

fn machine() -> String {
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let model = model.map_or("an unnamed processor", |(_, name)| name.trim()).to_owned();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let browser = find_program("chromium").and_then(|program| printed_by(Command::new(program).arg("--version")).ok());
    let browser = browser.as_deref().and_then(|text| text.lines().next()).map_or("Chromium", str::trim).to_owned();
    format!("{cores} cores of {model}, {browser}, headless")
}

#[cfg(test)]
mod tests {
    use super::{Measured, amount, spoken, table};
    use crate::budgets::{LINES, Source};

    fn said(json: &str) -> Measured {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn every_promise_has_its_row_measured_or_not() {
        let table = table(None, &[]);
        for line in &LINES {
            assert!(table.contains(line.what), "{}", line.what);
        }
        assert!(table.contains("not measured in this run"));
    }

    #[test]
    fn a_measured_line_stands_beside_its_budget() {
        let name =
            LINES.iter().find_map(|line| if let Source::Bench(name) = line.from { Some(name) } else { None }).unwrap();
        let one = said(&format!(
            "{{\"line\":\"{name}\",\"value\":812.4,\"unit\":\"ms\",\"budget\":1000,\"throttle\":\"4 x\"}}"
        ));
        let other = said(r#"{"line":"something new","value":3,"unit":"ms","budget":2}"#);
        let table = table(None, &[one, other]);
        assert!(table.contains("| 812 ms | 4 x |"), "{table}");
        assert!(table.contains("| something new | 2 ms | 3 ms **missed** | not slowed down |"), "{table}");
    }

    #[test]
    fn a_score_is_missed_from_below() {
        assert_eq!(spoken(&said(r#"{"line":"a","value":98,"unit":"","budget":95,"at_least":true}"#)), "98");
        assert_eq!(spoken(&said(r#"{"line":"a","value":90,"unit":"","budget":95,"at_least":true}"#)), "90 **missed**");
    }

    #[test]
    fn small_times_keep_a_digit() {
        assert_eq!(amount(12.34, "ms"), "12.3 ms");
        assert_eq!(amount(123.4, "ms"), "123 ms");
        assert_eq!(amount(5.0, "kB"), "5 kB");
    }
}
