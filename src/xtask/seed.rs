//! `cargo xtask seed`: years of made-up entries, written by the engine itself, for the journeys and the bench to put into a browser.
//!
//! What is in the journal depends on the numbers given and nothing else. Its key and the nonces are random, as everywhere.

#[path = "arguments.rs"]
#[allow(dead_code)] // the switches are for other verbs
mod arguments;

use anyhow::{Context, Result, anyhow, ensure};
use arguments::Arguments;

use domain::strategy::{RunEdit, StrategyKey};
use domain::zones::Zones;
use domain::{
    Attendance, Beginning, CravingEdit, Intensity, KnownPlace, KnownTrigger, Label, Moment, Note, Rating, Template,
    VisitEdit, Zone,
};
use engine::{Clock, Ids, Journal};
use serde::Serialize;
use std::cell::Cell;
use std::process::ExitCode;
use std::rc::Rc;
use storage::{Area, DeviceKey, Memory};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// 2026-11-15T12:00:00Z. All journals end here: at a time that has been on every machine, whatever day the bench runs.
const LAST_NOON_MS: i64 = 1_794_744_000_000;
/// Nobody logs in the middle of the night: the day's entries lie in these hours around noon.
const WAKING_HOURS: i64 = 14;

/// What the journeys read; all bytes in hexadecimal.
#[derive(Serialize)]
struct Seeded {
    /// Of the journal. It opens made-up entries only.
    root_key: String,
    /// Everything stored, but for what wraps the key: that is the browser's own.
    rows: Vec<SeededRow>,
}

#[derive(Serialize)]
struct SeededRow {
    area: &'static str,
    key: String,
    bytes: String,
}

/// A clock that is told the time, and ids from a number.
#[derive(Clone)]
struct World {
    now_ms: Rc<Cell<i64>>,
    chance: Rc<Chance>,
}

impl Clock for World {
    fn now(&self) -> Moment {
        Moment::of_device(self.now_ms.get(), 0, Zone::utc())
    }
}

impl Ids for World {
    fn random(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        let drawn = self.chance.draw().to_le_bytes().into_iter().chain(self.chance.draw().to_le_bytes());
        for (to, from) in bytes.iter_mut().zip(drawn) {
            *to = from;
        }
        bytes
    }
}

/// Splitmix64: enough for made-up entries, and the same everywhere.
struct Chance(Cell<u64>);

impl Chance {
    fn draw(&self) -> u64 {
        let state = self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.0.set(state);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// True once in `times`.
    fn once_in(&self, times: u64) -> bool {
        self.draw().is_multiple_of(times)
    }

    fn one_of<T: Copy>(&self, all: &[T]) -> Option<T> {
        let count = u64::try_from(all.len()).ok().filter(|count| *count > 0)?;
        all.get(usize::try_from(self.draw() % count).ok()?).copied()
    }
}

fn main() -> ExitCode {
    match seed(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn seed(words: Vec<String>) -> Result<()> {
    let flags = Arguments::read(words, &["program"], &["days", "per-day", "runs", "out", "seed"])?;
    let days: i64 = flags.number("days", 7)?;
    let per_day: i64 = flags.number("per-day", 4)?;
    let runs: i64 = flags.number("runs", 0)?;
    ensure!((1..=20_000).contains(&days) && (1..=500).contains(&per_day), "1 to 20,000 days, 1 to 500 entries a day");
    ensure!((0..=500).contains(&runs), "up to 500 strategies a day");
    let out = flags.text("out").context("--out FILE says where to write the journal")?;
    let life = Life { days, per_day, runs, has_program: flags.has("program") };
    let seeded = pollster::block_on(seeded(life, flags.number("seed", 1)?))?;
    std::fs::write(out, serde_json::to_vec(&seeded)?).with_context(|| format!("cannot write {out}"))?;
    println!("{} entries in {} rows are in {out}", days * (per_day + runs), seeded.rows.len());
    Ok(())
}

/// What is made up.
#[derive(Clone, Copy)]
struct Life {
    days: i64,
    /// Cravings.
    per_day: i64,
    /// Strategies that are done, with a number before and after.
    runs: i64,
    /// Three evenings a week from the first day on, and each of them told about.
    has_program: bool,
}

/// Everybody in it lives by UTC.
struct Everywhere;

impl Zones for Everywhere {
    fn offset_s(&self, _: &Zone, _: i64) -> Option<i32> {
        Some(0)
    }
}

async fn seeded(life: Life, number: u64) -> Result<Seeded> {
    let Life { days, per_day, runs, has_program } = life;
    let first_noon = LAST_NOON_MS - (days - 1) * DAY_MS;
    let world = World { now_ms: Rc::new(Cell::new(first_noon - DAY_MS)), chance: Rc::new(Chance(Cell::new(number))) };
    let home = Memory::new();
    let journal = Journal::open(home.clone(), world.clone()).await.context("the journal did not open")?;
    if has_program {
        begin_program(&journal, first_noon).await.context("the program was not saved")?;
    }
    for day in 0..days {
        for entry in 0..per_day {
            let hour_ms = WAKING_HOURS * HOUR_MS;
            let since_waking = hour_ms * entry / per_day;
            world.now_ms.set(first_noon + day * DAY_MS - hour_ms / 2 + since_waking);
            log_one(&journal, &world).await.with_context(|| format!("entry {entry} of day {day}"))?;
            journal.pack().await.context("the journal could not be packed")?;
        }
        for _ in 0..runs {
            do_one(&journal, &world).await.with_context(|| format!("a strategy of day {day}"))?;
            journal.pack().await.context("the journal could not be packed")?;
        }
        let midnight = first_noon + day * DAY_MS + DAY_MS / 2;
        world.now_ms.set(world.now_ms.get().max(midnight - HOUR_MS));
        if has_program {
            tell_about(&journal, midnight - DAY_MS..midnight - HOUR_MS).await?;
        }
    }
    taken_out(&home).await
}

async fn begin_program(journal: &Journal<Memory, World>, first_noon: i64) -> Result<()> {
    let template = Template::ThreeEvenings;
    let date = Moment::of_device(first_noon, 0, Zone::utc()).day();
    let (days, start) = (template.usual_days(), template.usual_start());
    let beginning = Beginning { date, days, start, zone: Zone::utc(), with_wellness: false };
    journal.save_plan(template.plan(&beginning)?).await?;
    Ok(())
}

/// Somebody was at every session of a day.
async fn tell_about(journal: &Journal<Memory, World>, day: std::ops::Range<i64>) -> Result<()> {
    for one in journal.week(&Everywhere, &Zone::utc(), day).await? {
        journal.tell(&one.occurrence, VisitEdit::SetAttendance(Some(Attendance::Attended))).await?;
    }
    Ok(())
}

/// One entry as people make them: a number always, the rest now and then.
async fn log_one(journal: &Journal<Memory, World>, world: &World) -> Result<()> {
    let chance = &world.chance;
    let scale: Vec<Intensity> = Intensity::all().collect();
    let intensity = chance.one_of(&scale).context("the scale is empty")?;
    let logged = journal.log_craving(intensity, None).await?;
    let mut edits = Vec::new();
    if chance.once_in(3) {
        edits.extend(chance.one_of(KnownTrigger::ALL).map(|trigger| CravingEdit::AddTrigger(trigger.into())));
    }
    if chance.once_in(6) {
        edits.extend(
            chance.one_of(KnownPlace::ALL).map(|place| CravingEdit::SetPlace(Some(domain::Chip::Known(place)))),
        );
    }
    if chance.once_in(10) {
        let words = format!("Made-up note {}: went for a walk, called a friend, it passed.", chance.draw() % 1000);
        let note = Note::new(&words).map_err(|_| anyhow!("a made-up note is no note"))?;
        edits.push(CravingEdit::SetNote(Some(note)));
    }
    for edit in edits {
        journal.edit_craving(logged.id, edit).await?;
    }
    Ok(())
}

/// One strategy of a dozen, which mostly helps a little.
async fn do_one(journal: &Journal<Memory, World>, world: &World) -> Result<()> {
    let number = world.chance.draw() % 12;
    let key = StrategyKey::new(&format!("made-up-{number}")).context("a made-up name is no name")?;
    let name = Label::new(&format!("Made-up strategy {number}")).map_err(|_| anyhow!("a made-up name is no name"))?;
    let run = journal.begin_strategy(key, name).await?;
    let scale: Vec<Intensity> = Intensity::all().collect();
    let (high, low) = (scale.get(5..).unwrap_or_default(), scale.get(..8).unwrap_or_default());
    let at_utc_ms = world.now_ms.get();
    let after = world.chance.one_of(low).map(|intensity| Rating { intensity, at_utc_ms });
    for edit in [RunEdit::RateBefore(world.chance.one_of(high)), RunEdit::RateAfter(after), RunEdit::End] {
        journal.edit_run(run.id, edit).await?;
    }
    Ok(())
}

async fn taken_out(home: &Memory) -> Result<Seeded> {
    let mut root_key = None;
    let mut rows = Vec::new();
    for (area, row) in home.rows() {
        match home.unwrap(&row.bytes).await {
            // The one row that this home can unwrap is the wrapped key.
            Ok(secret) if area == Area::Meta => root_key = Some(hex(&secret)),
            Ok(_) | Err(_) => rows.push(SeededRow { area: area.name(), key: hex(&row.key), bytes: hex(&row.bytes) }),
        }
    }
    Ok(Seeded { root_key: root_key.context("the journal has no key")?, rows })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{Chance, Life, seeded};
    use std::cell::Cell;

    #[test]
    fn the_same_numbers_make_the_same_journal() {
        let rows = |number| {
            let life = Life { days: 9, per_day: 30, runs: 2, has_program: true };
            let seeded = pollster::block_on(seeded(life, number)).unwrap();
            assert_eq!(seeded.root_key.len(), 64);
            seeded.rows.iter().map(|row| (row.area, row.key.clone(), row.bytes.len())).collect::<Vec<_>>()
        };
        let one = rows(1);
        assert!(one.iter().any(|(area, ..)| *area == "leaves"), "a long journal is packed");
        assert_eq!(one, rows(1));
        assert_ne!(one, rows(2));
    }

    #[test]
    fn chance_is_as_its_authors_published_it() {
        assert_eq!(Chance(Cell::new(1_234_567)).draw(), 6_457_827_717_110_365_317);
    }
}
