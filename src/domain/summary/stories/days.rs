//! The days on the page: use, check-ins, sessions, doses and people, and what is not on it unless it was chosen.

use super::*;
use crate::medication::{Dose, DoseSlot, DoseTold, MedicationId};
use crate::samples::summary::everything;
use crate::samples::week::time;

#[test]
fn use_is_told_only_where_it_was_chosen_and_a_lapse_only_where_it_is_not_private() {
    let mut facts = Facts::default();
    let (nothing, something) =
        (CheckInEdit::SetUsed(Some(DayUse::Nothing)), CheckInEdit::SetUsed(Some(DayUse::Something)));
    facts.check_ins.push(check_in(1, "2026-11-23", &[nothing]));
    facts.check_ins.push(check_in(2, "2026-11-26", &[something]));
    facts.check_ins.push(check_in(3, "2026-11-27", &[CheckInEdit::SetUsed(Some(DayUse::NotSaid))]));
    let lapse = |number, day: &str| {
        let lapse = Lapse::on_day(date(day), &sunday_night()).unwrap();
        let told = LapseEdit::SetSubstance(Some(KnownSubstance::Alcohol.into()));
        marked(number, lapse.apply(told, &sunday_night()).unwrap())
    };
    facts.lapses.push(lapse(4, "2026-11-26"));
    facts.lapses.push(with_mark(lapse(5, "2026-11-26"), EntryMark::Private, false));
    facts.lapses.push(with_mark(lapse(6, "2026-11-28"), EntryMark::Private, false));

    assert!(page(&facts, Choice::default()).sheet().used.is_none());
    let used = page(&facts, only(Block::Use)).sheet().used.clone().unwrap();
    assert_eq!((used.answers, used.days, used.lapses.is_none()), ([1, 1, 1], 1, true));
    let summary = page(&facts, only(Block::Use).carrying(Carries::Lapses, true));
    let used = summary.sheet().used.clone().unwrap();
    let lapses = used.lapses.unwrap();
    assert!(lapses.n == 2 && lapses.with == [(KnownSubstance::Alcohol.into(), 2)]);
    assert_eq!((used.days, summary.rows(Number::DaysUsed).len()), (2, 3), "one day told twice is one day");
    // The switch without the block brings nothing along.
    assert!(page(&facts, Choice::default().carrying(Carries::Lapses, true)).sheet().used.is_none());
}

#[test]
fn the_days_are_told_by_their_middle_and_of_how_many() {
    let told = |number, day, confidence: u8, mood| {
        check_in(
            number,
            day,
            &[CheckInEdit::SetConfidence(Confidence::new(confidence).ok()), CheckInEdit::SetMood(mood)],
        )
    };
    let check_ins = vec![
        told(1, "2026-11-23", 3, Some(Mood::VeryLow)),
        told(2, "2026-11-24", 8, None),
        told(3, "2026-11-25", 9, Some(Mood::VeryGood)),
        told(4, "2026-11-29", 4, Some(Mood::Okay)),
    ];
    let told = page(&Facts { check_ins, ..Facts::default() }, only(Block::CheckIns)).sheet().check_ins.unwrap();
    assert_eq!((told.n, told.days), (4, 7));
    assert_eq!(told.confidence, Some(Middle { n: 4, mean_tenths: 60, median_tenths: 60 }));
    assert_eq!(told.mood, Some(Middle { n: 3, mean_tenths: 30, median_tenths: 30 }));
    assert_eq!(told.sleep, None);
}

#[test]
fn what_got_in_the_way_is_told_and_in_own_words_only_where_notes_were_chosen() {
    let missed = |number, when, obstacle: Obstacle| {
        session(number, when, SessionKind::Group, &[was(Attendance::Missed), VisitEdit::SetObstacle(Some(obstacle))])
    };
    let mut called_off = session(5, "2026-11-27T18:00", SessionKind::Group, &[]);
    called_off.what.occurrence.shown = Shown::Cancelled;
    let occasions = vec![
        missed(1, "2026-11-23T18:00", KnownObstacle::Ride.into()),
        missed(2, "2026-11-24T18:00", KnownObstacle::Ride.into()),
        missed(3, "2026-11-25T18:00", Label::new("my ex").unwrap().into()),
        session(4, "2026-11-26T18:00", SessionKind::Individual, &[was(Attendance::Late)]),
        called_off,
        session(6, "2026-11-28T18:00", SessionKind::Group, &[]),
        session(7, "2026-11-28T20:00", SessionKind::MutualHelp, &[was(Attendance::Attended)]),
    ];
    let facts = Facts { occasions, ..Facts::default() };
    let told = page(&facts, only(Block::Attendance)).sheet().attendance.clone().unwrap();
    assert_eq!((told.told, told.not_told, told.meetings), ([0, 1, 3, 0, 1], 1, 1));
    assert!(told.obstacles == [(KnownObstacle::Ride.into(), 2), (KnownObstacle::Other.into(), 1)]);
    let told = page(&facts, only(Block::Attendance).carrying(Carries::Notes, true)).sheet().attendance.clone().unwrap();
    assert!(matches!(&told.obstacles[1], (Obstacle::Own(word), 1) if word.as_str() == "my ex"));
}

#[test]
fn doses_are_told_as_they_were_and_what_was_not_told_is_not_counted() {
    let dose = |number, id, name, day, told| {
        let slot = DoseSlot { day: date(day), at: Some(time(8, 0)) };
        let dose = Dose::new(MedicationId::from_bytes([id; 8]), Label::new(name).unwrap(), slot, &sunday_night());
        marked(number, dose.unwrap().tell(told, Line::new("ran out").ok()))
    };
    let doses = vec![
        dose(1, 1, "The strip", "2026-11-23", Some(DoseTold::Taken)),
        dose(2, 1, "The strip", "2026-11-24", Some(DoseTold::Late)),
        dose(3, 1, "Film", "2026-11-25", Some(DoseTold::Taken)),
        dose(4, 1, "Film", "2026-11-26", None),
        dose(5, 2, "Blue pill", "2026-11-26", Some(DoseTold::Skipped)),
        dose(6, 1, "Film", "2026-11-22", Some(DoseTold::Taken)),
    ];
    let told = page(&Facts { doses, ..Facts::default() }, only(Block::Medication)).sheet().medication.clone().unwrap();
    let lines: Vec<(&str, [u32; 3])> = told.lines.iter().map(|line| (line.name.as_str(), line.told)).collect();
    assert_eq!(lines, [("Blue pill", [0, 0, 1]), ("Film", [2, 1, 0])]);
}

#[test]
fn people_have_roles_and_only_where_it_was_chosen_names() {
    let person = |number: u8, name: &str, role| {
        (PersonId::from_bytes([number; 8]), Person::new(Label::new(name).unwrap(), role).ranked(number.into()))
    };
    let mut facts = eight_cravings();
    facts.people = vec![person(3, "Nan", Role::Family), person(1, "Sam", Role::Sponsor), person(2, "Jo", Role::Family)];
    let call = CravingEdit::AddAction(ActionTaken::new(ActionKind::CalledSomeone, 0));
    facts.cravings[0] = edited(facts.cravings[0].clone(), call);
    let people = |choice| page(&facts, choice).sheet().people.clone().unwrap();
    let told = people(Choice::default());
    let lines: Vec<(Role, u32, usize)> = told.roles.iter().map(|line| (line.role, line.n, line.names.len())).collect();
    assert_eq!((told.called, lines), (1, vec![(Role::Sponsor, 1, 0), (Role::Family, 2, 0)]));
    let told = people(Choice::default().carrying(Carries::Names, true));
    let names: Vec<&str> = told.roles.iter().flat_map(|line| &line.names).map(Label::as_str).collect();
    assert_eq!(names, ["Sam", "Jo", "Nan"]);
}

#[test]
fn unless_chosen_no_note_place_lapse_or_name_is_on_the_page() {
    let choice = Choice::default();
    assert!(Block::ALL.iter().all(|block| choice.has(*block) != (*block == Block::Use)));
    assert!(Carries::ALL.iter().all(|what| !choice.carries(*what) && everything().carries(*what)));
    let mut facts = eight_cravings();
    let secret =
        [CravingEdit::SetNote(Some(note("secret"))), CravingEdit::SetPlace(Some(Label::new("secret").unwrap().into()))];
    for one in &mut facts.cravings {
        let said = secret.iter().cloned().fold(one.clone(), edited);
        *one = with_mark(said, EntryMark::TalkAbout, true);
    }
    facts.people.push((PersonId::from_bytes([9; 8]), Person::new(Label::new("secret").unwrap(), Role::Peer)));
    let says = |choice| page(&facts, choice).sheet().encode().unwrap().windows(6).any(|window| window == b"secret");
    assert!(!says(choice));
    for what in [Carries::Notes, Carries::Places, Carries::Names] {
        assert!(says(choice.carrying(what, true)), "{what:?}");
    }
}
