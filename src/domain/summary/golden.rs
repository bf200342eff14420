//! The golden files of the page: what each released version looked like in bytes, read by every later build for ever. As those of records
//! (`record/golden.rs`): `cargo xtask golden` writes the files that are missing, and never touches one that is there.

use super::*;
use crate::golden::{self, hexadecimal, names, write_missing};
use crate::samples::intensity;
use crate::samples::summary::days;
use crate::samples::week::date;
use crate::strategy::StrategyKey;
use crate::*;
use std::fs;
use std::path::PathBuf;

fn folder() -> PathBuf {
    golden::folder("summary")
}

fn pages() -> Vec<(&'static str, Sheet)> {
    vec![("v1-nothing", nothing()), ("v1-everything", everything()), ("v1-newer-words", newer_words())]
}

fn nothing() -> Sheet {
    Sheet {
        period: days("2026-11-23", "2026-11-29"),
        made: date("2026-11-29"),
        talk: None,
        change: None,
        times: None,
        triggers: None,
        tried: None,
        used: None,
        check_ins: None,
        attendance: None,
        medication: None,
        people: None,
    }
}

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

fn mean(n: u32, tenths: u16) -> Mean {
    Mean { n, tenths }
}

fn middle(n: u32, mean_tenths: u16, median_tenths: u16) -> Option<Middle> {
    Some(Middle { n, mean_tenths, median_tenths })
}

fn everything() -> Sheet {
    let topic = |field: &str, about| Topic { at: from_field(field).unwrap(), about, place: None, note: None };
    let note = Excerpt { line: Line::new("La pelea con mi hermano. 🌊 שלום").unwrap(), is_cut: true };
    let craving = topic("2026-11-26T23:59", TopicAbout::Craving(intensity(9)));
    let mut heat = Heat { days: [[0; 4]; 7], hours: [0; 24] };
    (heat.days[0][0], heat.days[6][3]) = (3, 297);
    (heat.hours[0], heat.hours[5], heat.hours[23]) = (1, 2, 297);
    let figures =
        Figures { cravings: 300, intensity: Some(mean(300, 56)), check_ins: 6, days: 7, held: 3, attended: 2 };
    let triggers: Vec<(Trigger, Mean)> = vec![
        (KnownTrigger::Tired.into(), mean(120, 45)),
        (label("las noticias").into(), mean(30, 70)),
        (KnownTrigger::Family.into(), mean(20, 90)),
        (KnownTrigger::OutOfTheBlue.into(), mean(2, 80)),
        (KnownTrigger::GoodMood.into(), mean(1, 100)),
    ];
    Sheet {
        talk: Some(Talk {
            topics: vec![
                topic("2026-11-29T12:00", TopicAbout::CheckIn),
                topic("2026-11-28T12:00", TopicAbout::Lapse),
                topic("2026-11-27T18:00", TopicAbout::Session),
                Topic { place: Some(KnownPlace::CarOrBus.into()), note: Some(note), ..craving },
            ],
            left_out: 2,
        }),
        change: Some(Change {
            now: figures,
            before: Figures { cravings: 0, intensity: None, check_ins: 0, days: 7, held: 0, attended: 0 },
        }),
        times: Some(Times { cravings: 300, pattern: Some(heat) }),
        triggers: Some(Triggers {
            told: 150,
            top: triggers,
            left_out: 3,
            places: Some(Places { told: 7, top: Vec::new(), left_out: 0 }),
        }),
        tried: Some(Tried {
            lines: vec![
                TriedLine {
                    what: TriedWhat::Act(ActionKind::CalledSomeone),
                    times: 4,
                    rated: 3,
                    before_after: Some((70, 57)),
                },
                TriedLine {
                    what: TriedWhat::Strategy(StrategyKey::new("delay-15").unwrap(), label("Espera 15 minutos")),
                    times: 2,
                    rated: 2,
                    before_after: None,
                },
            ],
            left_out: 0,
        }),
        used: Some(Used {
            answers: [4, 1, 1],
            days: 2,
            lapses: Some(Lapses { n: 1, with: vec![(KnownSubstance::Alcohol.into(), 1)], left_out: 0 }),
        }),
        check_ins: Some(CheckIns {
            n: 6,
            days: 7,
            confidence: middle(6, 63, 65),
            mood: middle(5, 30, 30),
            sleep: middle(1, 10, 10),
        }),
        attendance: Some(Attended {
            told: [1, 1, 1, 0, 1],
            not_told: 0,
            meetings: 2,
            obstacles: vec![(KnownObstacle::Ride.into(), 1)],
            left_out: 0,
        }),
        medication: Some(Doses { lines: vec![DosesOf { name: label("La tira"), told: [5, 1, 1] }], left_out: 0 }),
        people: Some(People {
            called: 4,
            roles: vec![
                RoleLine { role: Role::Sponsor, n: 1, names: Vec::new() },
                RoleLine { role: Role::Family, n: 2, names: vec![label("Nan"), label("Ana")] },
            ],
        }),
        ..nothing()
    }
    .full()
}

/// Codes that version 1 may hold although no build of today writes them.
fn newer_words() -> Sheet {
    let act = code::Kept::<ActionKind>::from_code("played-the-tape").and_then(|kept| kept.unknown().cloned());
    let line = TriedLine { what: TriedWhat::NewerAct(act.unwrap()), times: 1, rated: 0, before_after: None };
    Sheet {
        triggers: Some(Triggers {
            told: 8,
            top: vec![(Trigger::from_code("from-next-year").unwrap(), mean(8, 0))],
            left_out: 0,
            places: None,
        }),
        tried: Some(Tried { lines: vec![line], left_out: 0 }),
        ..nothing()
    }
}

impl Sheet {
    /// Of the topics, as many as make sense of what was left out.
    fn full(mut self) -> Sheet {
        let talk = self.talk.as_mut().unwrap();
        while talk.topics.len() < MOST_TOPICS {
            talk.topics.push(Topic { place: None, note: None, ..talk.topics[0].clone() });
        }
        self
    }
}

#[test]
fn what_was_handed_over_is_read_and_written_as_it_was() {
    for (name, sheet) in pages() {
        let stored = fs::read(folder().join(name).with_extension("bin")).expect(name);
        assert!(Sheet::decode(&stored) == Ok(sheet.clone()), "{name} reads as another page");
        assert!(sheet.encode().unwrap() == stored, "{name} is written in other bytes");
        let text = fs::read_to_string(folder().join(name).with_extension("txt")).expect(name);
        assert_eq!(text, hexadecimal(name, &stored));
    }
}

#[test]
fn no_golden_page_is_forgotten() {
    let files = names(&folder());
    let mut known: Vec<&str> = pages().into_iter().map(|(name, _)| name).collect();
    known.sort_unstable();
    assert_eq!(files, known);
}

#[test]
fn a_page_of_a_newer_version_is_told_from_a_damaged_one() {
    let bytes = everything().encode().unwrap();
    let newer = [&[2], &bytes[1..]].concat();
    assert_eq!(Sheet::decode(&newer).err(), Some(SheetError::Newer));
    // However long a newer page may be.
    assert_eq!(Sheet::decode(&[2; MOST_BYTES + 1]).err(), Some(SheetError::Newer));
    assert_eq!(Sheet::decode(&[1; MOST_BYTES + 1]).err(), Some(SheetError::TooLong));
    for damaged in [&[][..], &[0], &[1], &bytes[..bytes.len() - 1]] {
        assert_eq!(Sheet::decode(damaged).err(), Some(SheetError::Unreadable));
    }
}

#[test]
fn what_no_phone_writes_is_no_page() {
    let refused = |change: &dyn Fn(&mut Sheet)| {
        let mut sheet = everything();
        change(&mut sheet);
        Sheet::decode(&sheet.encode().unwrap()).err() == Some(SheetError::Unreadable)
    };
    assert!(!refused(&|_| {}));
    type Wrong<'a> = (&'a str, &'a dyn Fn(&mut Sheet));
    let wrong: [Wrong; 12] = [
        ("a topic too many", &|sheet| {
            let topics = &mut sheet.talk.as_mut().unwrap().topics;
            topics.push(topics[0].clone());
        }),
        ("a pattern that does not add up", &|sheet| {
            sheet.times.as_mut().unwrap().pattern.as_mut().unwrap().hours[3] = 1;
        }),
        ("a pattern of seven", &|sheet| sheet.times = Some(Times { cravings: 7, ..sheet.times.clone().unwrap() })),
        ("no pattern of eight", &|sheet| sheet.times = Some(Times { cravings: 8, pattern: None })),
        ("triggers of seven", &|sheet| sheet.triggers.as_mut().unwrap().told = 7),
        ("a mean off the scale", &|sheet| sheet.triggers.as_mut().unwrap().top[0].1.tenths = 101),
        ("a mean of nothing", &|sheet| sheet.triggers.as_mut().unwrap().top[0].1.n = 0),
        ("a change of two", &|sheet| sheet.tried.as_mut().unwrap().lines[0].rated = 2),
        ("more rated than done", &|sheet| sheet.tried.as_mut().unwrap().lines[1].rated = 3),
        ("a mood of six", &|sheet| sheet.check_ins.as_mut().unwrap().mood = middle(1, 60, 60)),
        ("more attended than held", &|sheet| sheet.change.as_mut().unwrap().now.attended = 4),
        ("more names than people", &|sheet| {
            sheet.people.as_mut().unwrap().roles[0].names = vec![label("A"), label("B")]
        }),
    ];
    for (what, change) in wrong {
        assert!(refused(change), "{what}");
    }
}

#[test]
fn the_longest_words_everywhere_still_fit() {
    let long = |limit: usize| "🌊".repeat(limit);
    let mut sheet = everything();
    for topic in &mut sheet.talk.as_mut().unwrap().topics {
        topic.place = Some(label(&long(Label::LIMIT)).into());
        topic.note = Some(Excerpt { line: Line::new(&long(Line::LIMIT)).unwrap(), is_cut: true });
    }
    for (trigger, _) in &mut sheet.triggers.as_mut().unwrap().top {
        *trigger = label(&long(Label::LIMIT)).into();
    }
    let tried = sheet.tried.as_mut().unwrap();
    let name = |number: usize| StrategyKey::new(&format!("{number}{}", "x".repeat(39))).unwrap();
    let line = |number| TriedLine {
        what: TriedWhat::Strategy(name(number), label(&long(Label::LIMIT))),
        ..tried.lines[1].clone()
    };
    tried.lines = (0..MOST_TRIED).map(line).collect();
    let doses = DosesOf { name: label(&long(Label::LIMIT)), told: [u32::MAX; 3] };
    sheet.medication = Some(Doses { lines: vec![doses; MOST_MEDICATIONS_TOLD], left_out: 1 });
    let names = vec![label(&long(Label::LIMIT)); MOST_NAMES];
    sheet.people = Some(People { called: 1, roles: vec![RoleLine { role: Role::Peer, n: 6, names }] });
    let bytes = sheet.encode().unwrap();
    assert!(bytes.len() < MOST_BYTES / 2 && Sheet::decode(&bytes) == Ok(sheet), "{} bytes", bytes.len());
}

#[test]
#[ignore = "writes the golden files that are missing"]
fn write_golden() {
    for (name, sheet) in pages() {
        write_missing(&folder(), name, &sheet.encode().unwrap());
    }
}
