//! A week on one page, told in everyday words: what the person logs, what they choose, and what the counselor reads.

mod days;

use super::*;
use crate::samples::summary::days;
use crate::samples::week::date;
use crate::samples::{chicago, intensity};
use crate::strategy::{RunEdit, StrategyKey, StrategyRun};
use crate::week::{Occasion, Occurrence, Shown, Times as Clock};
use crate::*;

/// The week of Thanksgiving 2026, Monday to Sunday.
fn week() -> Period {
    days("2026-11-23", "2026-11-29")
}

/// In Chicago in winter.
fn at(field: &str) -> Moment {
    Moment::said_at(from_field(field).unwrap(), -360, chicago()).unwrap()
}

fn sunday_night() -> Moment {
    at("2026-11-29T21:00")
}

fn page(facts: &Facts, choice: Choice) -> Summary {
    Summary::of(facts, week(), choice, &sunday_night())
}

fn only(block: Block) -> Choice {
    Choice::NOTHING.with(block, true)
}

fn marked<T>(number: u8, what: T) -> Marked<T> {
    Marked { id: [number; 16], marks: None, what }
}

fn with_mark<T>(one: Marked<T>, mark: EntryMark, is_set: bool) -> Marked<T> {
    let marks = one.marks.unwrap_or_else(|| Marks::new(one.id, sunday_night()));
    Marked { marks: Some(marks.set(mark, is_set)), ..one }
}

fn craving(number: u8, when: &str, strength: u8, triggers: &[Trigger]) -> Marked<Craving> {
    let craving = Craving::new(intensity(strength), at(when));
    let edits = triggers.iter().cloned().map(CravingEdit::AddTrigger);
    marked(number, edits.fold(craving, |craving, edit| craving.apply(edit, &sunday_night()).unwrap()))
}

fn edited(one: Marked<Craving>, edit: CravingEdit) -> Marked<Craving> {
    Marked { what: one.what.apply(edit, &sunday_night()).unwrap(), ..one }
}

fn own(word: &str) -> Trigger {
    Label::new(word).unwrap().into()
}

fn note(words: &str) -> Note {
    Note::new(words).unwrap()
}

/// Eight cravings: six in the evenings, two in the night from Friday to Saturday. Before it, three.
fn eight_cravings() -> Facts {
    let tired = KnownTrigger::Tired.into();
    let (store, store_again) = (own("corner store"), own("Corner Store"));
    let cravings = vec![
        craving(1, "2026-11-23T18:00", 4, &[KnownTrigger::Tired.into()]),
        craving(2, "2026-11-24T19:30", 6, &[KnownTrigger::Tired.into(), store]),
        craving(3, "2026-11-25T20:00", 5, &[tired]),
        craving(4, "2026-11-26T23:59", 9, &[KnownTrigger::Family.into()]),
        craving(5, "2026-11-28T00:00", 8, &[store_again]),
        craving(6, "2026-11-28T05:59", 8, &[KnownTrigger::OutOfTheBlue.into()]),
        craving(7, "2026-11-28T22:00", 3, &[KnownTrigger::Tired.into()]),
        craving(8, "2026-11-29T18:15", 2, &[KnownTrigger::Bored.into()]),
        craving(9, "2026-11-16T08:00", 7, &[]),
        craving(10, "2026-11-22T23:59", 7, &[]),
        craving(11, "2026-11-20T12:00", 6, &[]),
        // The day before the week before.
        craving(12, "2026-11-15T23:59", 10, &[]),
    ];
    Facts { cravings, ..Facts::default() }
}

fn session(number: u8, when: &str, kind: SessionKind, told: &[VisitEdit]) -> Marked<Occasion> {
    let at = at(when);
    let series = SeriesId::from_bytes([number; 8]);
    let key = VisitKey::Own { series, date: at.day() };
    let occurrence = Occurrence {
        series,
        key: key.clone(),
        starts_utc_ms: at.utc_ms(),
        ends_utc_ms: at.utc_ms() + 180 * 60_000,
        times: Clock { start: at.civil(), end: at.civil() + chrono::TimeDelta::minutes(180) },
        zone: chicago(),
        about: About::of(kind),
        phase: None,
        shown: Shown::Planned,
        is_all_day: false,
        moved_from: None,
        has_other_place: false,
        counts: kind.counts(),
        is_imported: false,
    };
    let visit = (!told.is_empty())
        .then(|| told.iter().cloned().fold(Visit::new(key, at), |visit, edit| visit.apply(edit).unwrap()));
    marked(number, Occasion { occurrence, visit })
}

fn was(attendance: Attendance) -> VisitEdit {
    VisitEdit::SetAttendance(Some(attendance))
}

fn check_in(number: u8, day: &str, edits: &[CheckInEdit]) -> Marked<CheckIn> {
    let blank = CheckIn::new(date(day), &sunday_night()).unwrap();
    marked(number, edits.iter().cloned().fold(blank, |told, edit| told.apply(edit)))
}

fn run(number: u8, before: u8, after: Option<u8>) -> Marked<StrategyRun> {
    let run = StrategyRun::new(StrategyKey::new("walk").unwrap(), Label::new("Walk").unwrap(), at("2026-11-25T10:00"));
    let after = after.map(|value| Rating { intensity: intensity(value), at_utc_ms: 0 });
    marked(number, run.apply(RunEdit::RateBefore(Some(intensity(before)))).apply(RunEdit::RateAfter(after)))
}

#[test]
fn what_is_to_be_talked_about_stands_there_and_its_words_only_where_they_were_chosen() {
    let mut facts = eight_cravings();
    let fight = edited(facts.cravings.remove(3), CravingEdit::SetNote(Some(note("The fight\n with my brother"))));
    let fight = edited(fight, CravingEdit::SetPlace(Some(KnownPlace::CarOrBus.into())));
    facts.cravings.push(with_mark(fight, EntryMark::TalkAbout, true));
    let talk = VisitEdit::Prepare(Prompt::TalkAbout, Some(note("Christmas")));
    facts.occasions.push(session(60, "2026-11-27T18:00", SessionKind::Group, &[talk]));

    let talk = page(&facts, only(Block::Talk)).sheet().talk.clone().unwrap();
    assert!(matches!(talk.topics.as_slice(), [one] if one.about == TopicAbout::Craving(intensity(9))));
    assert!(talk.topics[0].note.is_none() && talk.topics[0].place.is_none() && talk.left_out == 0);
    assert_eq!(to_field(talk.topics[0].at), "2026-11-26T23:59");

    let choice = only(Block::Talk).carrying(Carries::Notes, true).carrying(Carries::Places, true);
    let summary = page(&facts, choice);
    let talk = summary.sheet().talk.as_ref().unwrap();
    let words: Vec<&str> = talk.topics.iter().map(|topic| topic.note.as_ref().unwrap().line.as_str()).collect();
    assert_eq!(words, ["Christmas", "The fight with my brother"]);
    assert!(talk.topics[1].place == Some(KnownPlace::CarOrBus.into()));
    assert!(summary.rows(Number::Topic(1)) == [Row::Entry([4; 16])]);
}

#[test]
fn six_things_to_talk_about_fit_and_the_others_are_counted() {
    let cravings = (0..9u8).map(|number| craving(number, &format!("2026-11-2{}T08:00", 3 + number % 7), 5, &[]));
    let cravings = cravings.map(|one| with_mark(one, EntryMark::TalkAbout, true)).collect();
    let summary = page(&Facts { cravings, ..Facts::default() }, only(Block::Talk));
    let talk = summary.sheet().talk.as_ref().unwrap();
    assert_eq!((talk.topics.len(), talk.left_out, summary.rows(Number::TopicsLeftOut).len()), (6, 3, 3));
    assert!(talk.topics.is_sorted_by_key(|topic| std::cmp::Reverse(topic.at)));
}

#[test]
fn this_week_and_the_week_before_stand_side_by_side() {
    let mut facts = eight_cravings();
    facts.check_ins.push(check_in(30, "2026-11-24", &[CheckInEdit::SetMood(Some(Mood::Okay))]));
    // A check-in of which every answer was taken back.
    facts.check_ins.push(check_in(31, "2026-11-25", &[]));
    facts.occasions = vec![
        session(60, "2026-11-16T18:00", SessionKind::Group, &[was(Attendance::Attended)]),
        session(61, "2026-11-23T18:00", SessionKind::Group, &[was(Attendance::Late)]),
        session(62, "2026-11-24T18:00", SessionKind::Individual, &[]),
        session(63, "2026-11-26T18:00", SessionKind::Group, &[was(Attendance::Cancelled)]),
        // It begins an hour after the page is made.
        session(64, "2026-11-29T22:00", SessionKind::Group, &[]),
    ];
    let change = page(&facts, only(Block::Change)).sheet().change.unwrap();
    assert_eq!((change.now.cravings, change.before.cravings), (8, 3));
    assert_eq!(change.now.intensity, Some(Mean { n: 8, tenths: 56 }), "45 over 8 is 5.625");
    assert_eq!(change.before.intensity, Some(Mean { n: 3, tenths: 67 }));
    assert_eq!((change.now.check_ins, change.now.days, change.before.check_ins), (1, 7, 0));
    assert_eq!((change.now.held, change.now.attended, change.before.held, change.before.attended), (2, 1, 1, 1));
    let nothing = page(&Facts::default(), only(Block::Change)).sheet().change.unwrap();
    assert_eq!((nothing.now.intensity, nothing.before.cravings), (None, 0));
}

#[test]
fn evenings_and_nights_are_told_apart_once_there_are_eight() {
    let mut facts = eight_cravings();
    let summary = page(&facts, only(Block::Times));
    let heat = summary.sheet().times.as_ref().and_then(|times| times.pattern.clone()).unwrap();
    assert_eq!(heat.days[0], [0, 0, 0, 1]);
    assert_eq!(heat.days[3], [0, 0, 0, 1], "a minute before midnight is Thursday's evening");
    assert_eq!(heat.days[5], [2, 0, 0, 1], "midnight is Saturday's night");
    assert_eq!((heat.hours[18], heat.hours[0], heat.hours[5], heat.hours[23]), (2, 1, 1, 1));
    assert_eq!(summary.rows(Number::Heat(5, PartOfDay::Night)).len(), 2);

    facts.cravings.remove(0);
    let times = page(&facts, only(Block::Times)).sheet().times.clone().unwrap();
    assert_eq!(times, Times { cravings: 7, pattern: None });
}

#[test]
fn the_most_frequent_triggers_come_first_with_how_strong_it_was() {
    let facts = eight_cravings();
    let summary = page(&facts, only(Block::Triggers));
    let told = summary.sheet().triggers.as_ref().unwrap();
    let lines: Vec<(&Trigger, u32, u16)> = told.top.iter().map(|(word, mean)| (word, mean.n, mean.tenths)).collect();
    // 4, 6, 5 and 3; then twice the store, in the spelling of today; of those named once the strongest first.
    assert!(lines[0] == (&KnownTrigger::Tired.into(), 4, 45));
    assert!(matches!(lines[1], (Trigger::Own(word), 2, 70) if word.as_str() == "Corner Store"));
    assert!(lines[2] == (&KnownTrigger::Family.into(), 1, 90));
    assert!(lines[3] == (&KnownTrigger::OutOfTheBlue.into(), 1, 80));
    assert_eq!((lines.len(), told.left_out, told.told, told.places.is_none()), (5, 0, 8, true));
    assert!(summary.rows(Number::Trigger(1)) == [Row::Entry([2; 16]), Row::Entry([5; 16])]);

    let seven = Facts { cravings: facts.cravings[1..].to_vec(), ..Facts::default() };
    let told = page(&seven, only(Block::Triggers)).sheet().triggers.clone().unwrap();
    assert_eq!((told.told, told.top.len(), told.left_out), (7, 0, 0), "not enough yet");
}

#[test]
fn what_helped_comes_first_and_of_two_times_nothing_is_said() {
    let mut facts = Facts { runs: vec![run(1, 8, Some(4)), run(2, 7, Some(4)), run(3, 6, None)], ..Facts::default() };
    let mut opened = run(4, 0, None);
    opened.what =
        StrategyRun::new(StrategyKey::new("tea").unwrap(), Label::new("Tea").unwrap(), at("2026-11-25T11:00"));
    facts.runs.push(opened);
    for (number, after) in [(10, 5), (11, 6), (12, 6)] {
        let called = edited(craving(number, "2026-11-24T12:00", 7, &[]), {
            CravingEdit::AddAction(ActionTaken::new(ActionKind::CalledSomeone, 1))
        });
        let again = Rating { intensity: intensity(after), at_utc_ms: 2 };
        facts.cravings.push(edited(called, CravingEdit::RateAgain(Some(again))));
    }
    let summary = page(&facts, only(Block::Tried));
    let lines = &summary.sheet().tried.as_ref().unwrap().lines;
    assert!(lines[0].what == TriedWhat::Act(ActionKind::CalledSomeone));
    assert_eq!((lines[0].times, lines[0].rated, lines[0].before_after), (3, 3, Some((70, 57))));
    assert!(matches!(&lines[1].what, TriedWhat::Strategy(_, name) if name.as_str() == "Walk"));
    assert_eq!((lines[1].times, lines[1].rated, lines[1].before_after), (3, 2, None));
    assert_eq!(lines.len(), 2, "what was only opened was not tried");

    facts.runs.push(run(5, 9, Some(2)));
    let lines = page(&facts, only(Block::Tried)).sheet().tried.clone().unwrap().lines;
    assert_eq!((lines[0].times, lines[0].rated, lines[0].before_after), (4, 3, Some((80, 33))));
}
