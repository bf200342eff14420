//! Calendars that others collected because they are odd: over a thousand files from a dozen programs. None of them is ours to keep, so they
//! are read where the package managers put them. Where there is no network and no cache, this says so and passes.
//!
//! For every file: no panic, no answer that does not arrive, and never longer than a second. A table tells how much was read.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story that cannot be set up is a failing test"
)]

use calendar::read;
use domain::Zone;
use interop::calendar::{Effect, ReadCalendar, ReadEvent, Window};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use std::time::{Duration, Instant};
use stories_native::{Database, assert_faultless};

/// In a build that is not made for speed.
const LONGEST: Duration = Duration::from_secs(1);
const DAY_MS: i64 = 86_400_000;

/// How the files of one collection were read.
#[derive(Default)]
struct Tally {
    in_full: usize,
    in_part: usize,
    refused: usize,
    events: usize,
    slowest: Duration,
    reasons: BTreeMap<String, usize>,
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = folder.read_dir() else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "ics") {
            found.push(path);
        }
    }
}

/// Files are of every year, so each is read in the window that most of its dates are in.
fn window_of(bytes: &[u8]) -> Window {
    let text = String::from_utf8_lossy(bytes);
    let starts = text.lines().filter(|line| line.to_ascii_uppercase().starts_with("DTSTART"));
    let year =
        starts.filter_map(|line| line.rsplit(':').next()?.get(..4)?.parse::<i64>().ok()).rfind(|year| *year > 1_970);
    let from = (year.unwrap_or(2_026) - 1_970) * 365 * DAY_MS;
    Window::new(from, from + 540 * DAY_MS)
}

/// Reads all of a collection and tells about it. Says nothing when the folder has no calendars.
/// What was read, and how long that takes. A machine that is busy with something else is given two more tries.
fn timed(bytes: &[u8], window: Window, viewer: &Zone) -> (ReadCalendar, Duration) {
    let once = || {
        let began = Instant::now();
        (read(bytes, window, viewer, Rc::new(Database)), began.elapsed())
    };
    let (read, mut took) = once();
    for _ in 0..2 {
        if took > LONGEST {
            took = took.min(once().1);
        }
    }
    (read, took)
}

fn check(name: &str, folder: &Path) {
    let mut paths = Vec::new();
    files(folder, &mut paths);
    paths.sort();
    let viewer = Zone::named("America/Chicago").unwrap();
    let mut tally = Tally::default();
    let mut faults = Vec::new();
    for path in &paths {
        let bytes = std::fs::read(path).unwrap();
        let window = window_of(&bytes);
        let (read, took) = timed(&bytes, window, &viewer);
        tally.slowest = tally.slowest.max(took);
        let shown = path.strip_prefix(folder).unwrap().display();
        if took > LONGEST {
            faults.push(format!("{shown}: took {took:?}"));
        }
        if !ReadCalendar::decode(&read.encode()).is_ok_and(|again| again == read) {
            faults.push(format!("{shown}: does not arrive"));
        }
        faults.extend(
            told_otherwise(&read, &viewer).map(|line| format!("{shown}: its line {line} is read otherwise later")),
        );
        tally.count(&read);
    }
    say(&format!(
        "{name}: {} files: {} in full, {} in part, {} refused; {} events; the slowest took {:?}",
        paths.len(),
        tally.in_full,
        tally.in_part,
        tally.refused,
        tally.events,
        tally.slowest
    ));
    for (reason, count) in &tally.reasons {
        say(&format!("    {reason}: {count}"));
    }
    assert_faultless(name, &faults);
}

/// The lines of the events whose later dates would not be those that the file gives: what is kept of it must say the same.
fn told_otherwise(read: &ReadCalendar, viewer: &Zone) -> impl Iterator<Item = u32> {
    read.events.iter().filter_map(|event| {
        let again = calendar::read(event.source.as_ref()?.as_bytes(), read.window, viewer, Rc::new(Database));
        let same = again.events.iter().any(|other| {
            let there = |one: &ReadEvent| (one.uid.clone(), one.extent, one.goes_on, one.occurrences.clone());
            there(other) == there(event)
        });
        (!same).then_some(event.line)
    })
}

impl Tally {
    fn count(&mut self, read: &ReadCalendar) {
        let of_file = |effect| read.problems.iter().any(|problem| problem.reason.effect() == effect);
        if of_file(Effect::FileLeftOut) {
            self.refused += 1;
        } else if read.problems.is_empty() {
            self.in_full += 1;
        } else {
            self.in_part += 1;
        }
        self.events += read.events.len();
        for problem in &read.problems {
            *self.reasons.entry(format!("{:?}", problem.reason)).or_default() += 1;
        }
    }
}

#[test]
fn the_collection_of_calcard() {
    // Where cargo keeps the sources of a package, it keeps all that is packed with them.
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let registries = home.and_then(|home| home.join("registry/src").read_dir().ok());
    let packed = |registry: std::io::Result<std::fs::DirEntry>| {
        Some(registry.ok()?.path().join("calcard-0.3.14/resources/ical")).filter(|folder| folder.is_dir())
    };
    match registries.into_iter().flatten().find_map(packed) {
        Some(folder) => check("calcard 0.3.14", &folder),
        None => say("skipped: the sources of calcard are not in the package cache"),
    }
}

/// Not by `println!`, whose words are swallowed when all is well: this is for who reads the run.
fn say(words: &str) {
    // Where nobody listens there is nothing to do about it.
    let _ = std::io::stdout().write_all(format!("{words}\n").as_bytes());
}

#[test]
fn the_collection_of_icalendar() {
    python("icalendar", "7.3.0");
}

#[test]
fn the_collection_of_recurring_ical_events() {
    python("recurring-ical-events", "3.8.2");
}

/// The calendars in the sources of a Python package, fetched once.
fn python(name: &str, version: &str) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("calendar-corpora").join(name);
    let unpacked = folder.join("unpacked");
    if !unpacked.is_dir()
        && let Err(why) = fetch(name, version, &folder, &unpacked)
    {
        say(&format!("skipped: {name} {version}: {why}"));
        return;
    }
    check(&format!("{name} {version}"), &unpacked);
}

fn fetch(name: &str, version: &str, folder: &Path, unpacked: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    run(Command::new("python3").args(["-m", "pip", "download", "--quiet", "--no-deps"]).args([
        "--no-binary",
        ":all:",
        "--dest",
        &folder.display().to_string(),
        &format!("{name}=={version}"),
    ]))?;
    let archive = folder
        .read_dir()
        .map_err(|error| error.to_string())?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|ending| ending == "gz"))
        .ok_or("nothing was fetched")?;
    // Unpacked beside its place and then moved: a test that was stopped leaves nothing half done.
    let half = folder.join("unpacking");
    std::fs::create_dir_all(&half).map_err(|error| error.to_string())?;
    run(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(&half))?;
    std::fs::rename(&half, unpacked).map_err(|error| error.to_string())
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("it cannot be started ({error})"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("it failed").chars().take(160).collect())
}
