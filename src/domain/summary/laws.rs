//! What holds for every page: private entries change nothing, the order of what is known changes nothing, each number opens to its rows, and
//! what is sent is what was shown.

use super::number::{Number, Row};
use super::*;
use crate::medication::DoseTold;
use crate::samples::now;
use crate::samples::summary::{any_choice, any_facts, any_period, everything, long_ago};
use crate::{Attendance, DayUse, EntryMark, Marks, Role};
use proptest::collection::vec;
use proptest::prelude::*;

fn private<T>(rows: Vec<Marked<T>>) -> impl Iterator<Item = Marked<T>> {
    rows.into_iter().map(|row| {
        let marks = row.marks.unwrap_or_else(|| Marks::new(row.id, now()));
        Marked { marks: Some(marks.set(EntryMark::Private, true)), ..row }
    })
}

/// Both together; of the second, only what is private. Its people and what was planned are left out: neither is an entry.
fn with_private(facts: &Facts, more: Facts) -> Facts {
    let mut all = facts.clone();
    all.cravings.extend(private(more.cravings));
    all.lapses.extend(private(more.lapses));
    all.check_ins.extend(private(more.check_ins));
    all.runs.extend(private(more.runs));
    all.doses.extend(private(more.doses));
    all
}

fn reversed(mut facts: Facts, turn: usize) -> Facts {
    fn turned<T>(rows: &mut [T], turn: usize) {
        if !rows.is_empty() {
            rows.rotate_left(turn % rows.len());
        }
        if turn.is_multiple_of(2) {
            rows.reverse();
        }
    }
    turned(&mut facts.cravings, turn);
    turned(&mut facts.lapses, turn);
    turned(&mut facts.check_ins, turn);
    turned(&mut facts.runs, turn);
    turned(&mut facts.doses, turn);
    turned(&mut facts.occasions, turn);
    turned(&mut facts.people, turn);
    facts
}

/// Every number of a page with its name.
fn numbers(sheet: &Sheet) -> Vec<(Number, u32)> {
    let mut all = Vec::new();
    if let Some(talk) = &sheet.talk {
        all.extend((0..).zip(&talk.topics).map(|(place, _)| (Number::Topic(place), 1)));
        all.push((Number::TopicsLeftOut, talk.left_out));
    }
    if let Some(change) = &sheet.change {
        for (side, of) in [(Side::Now, change.now), (Side::Before, change.before)] {
            all.extend([(Number::CravingsIn(side), of.cravings), (Number::CheckInsIn(side), of.check_ins)]);
            all.extend([(Number::HeldIn(side), of.held), (Number::AttendedIn(side), of.attended)]);
            assert_eq!(of.intensity.map_or(0, |mean| mean.n), of.cravings);
        }
    }
    if let Some(times) = &sheet.times {
        all.push((Number::Times, times.cravings));
        if let Some(heat) = &times.pattern {
            for (day, parts) in (0..).zip(&heat.days) {
                all.extend(PartOfDay::ALL.iter().zip(parts).map(|(part, n)| (Number::Heat(day, *part), *n)));
            }
            all.extend((0..).zip(&heat.hours).map(|(hour, n)| (Number::Hour(hour), *n)));
        }
    }
    if let Some(triggers) = &sheet.triggers {
        all.push((Number::Triggered, triggers.told));
        all.extend((0..).zip(&triggers.top).map(|(place, (_, mean))| (Number::Trigger(place), mean.n)));
        if let Some(places) = &triggers.places {
            all.push((Number::Placed, places.told));
            all.extend((0..).zip(&places.top).map(|(place, (_, mean))| (Number::Place(place), mean.n)));
        }
    }
    for (place, line) in (0..).zip(sheet.tried.iter().flat_map(|tried| &tried.lines)) {
        all.extend([(Number::TimesTried(place), line.times), (Number::TimesRated(place), line.rated)]);
    }
    if let Some(used) = &sheet.used {
        all.extend(DayUse::ALL.iter().zip(used.answers).map(|(word, n)| (Number::UseTold(*word), n)));
        if let Some(lapses) = &used.lapses {
            all.push((Number::Lapses, lapses.n));
            all.extend((0..).zip(&lapses.with).map(|(place, (_, n))| (Number::LapsesWith(place), *n)));
        }
    }
    if let Some(told) = &sheet.check_ins {
        all.push((Number::CheckIns, told.n));
        let middles = [(Number::Confidence, told.confidence), (Number::Mood, told.mood), (Number::Sleep, told.sleep)];
        all.extend(middles.map(|(name, of)| (name, of.map_or(0, |of| of.n))));
    }
    if let Some(told) = &sheet.attendance {
        all.extend(Attendance::ALL.iter().zip(told.told).map(|(word, n)| (Number::Told(*word), n)));
        all.extend([(Number::NotTold, told.not_told), (Number::MeetingsAttended, told.meetings)]);
        all.extend((0..).zip(&told.obstacles).map(|(place, (_, n))| (Number::Obstacle(place), *n)));
    }
    for (place, line) in (0..).zip(sheet.medication.iter().flat_map(|doses| &doses.lines)) {
        all.extend(DoseTold::ALL.iter().zip(line.told).map(|(word, n)| (Number::Doses(place, *word), n)));
    }
    if let Some(people) = &sheet.people {
        all.push((Number::Called, people.called));
        all.extend(Role::ALL.iter().map(|role| {
            let line = people.roles.iter().find(|line| line.role == *role);
            (Number::PeopleIn(*role), line.map_or(0, |line| line.n))
        }));
    }
    all
}

/// What counts lines or days, and has as many rows or more.
fn counts_other_things(number: Number) -> bool {
    use Number::{
        DaysUsed, DosesLeftOut, ObstaclesLeftOut, PlacesLeftOut, SubstancesLeftOut, TriedLeftOut, TriggersLeftOut,
    };
    matches!(
        number,
        DaysUsed | DosesLeftOut | ObstaclesLeftOut | PlacesLeftOut | SubstancesLeftOut | TriedLeftOut | TriggersLeftOut
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_private_entry_changes_nothing_whatever_is_chosen(facts in any_facts(), more in any_facts(), period in any_period()) {
        let told = Summary::of(&facts, period, everything(), &now());
        prop_assert!(Summary::of(&with_private(&facts, more), period, everything(), &now()) == told);
    }

    #[test]
    fn a_private_visit_is_one_that_nothing_was_told_about(facts in any_facts(), period in any_period()) {
        let hidden = Facts { occasions: private(facts.occasions.clone()).collect(), ..facts.clone() };
        let untold = facts.occasions.into_iter().map(|one| {
            Marked { marks: None, what: crate::week::Occasion { visit: None, ..one.what }, id: one.id }
        });
        let untold = Facts { occasions: untold.collect(), ..hidden.clone() };
        let page = |facts: &Facts| Summary::of(facts, period, everything(), &now());
        prop_assert!(page(&hidden) == page(&untold));
    }

    #[test]
    fn a_lapse_that_nothing_was_said_about_is_private(facts in any_facts(), period in any_period()) {
        let unsaid = facts.lapses.iter().map(|one| Marked { marks: None, ..one.clone() }).collect();
        let unsaid = Facts { lapses: unsaid, ..facts.clone() };
        let none = Facts { lapses: Vec::new(), ..facts };
        prop_assert!(Summary::of(&unsaid, period, everything(), &now()) == Summary::of(&none, period, everything(), &now()));
    }

    #[test]
    fn the_order_of_what_is_known_changes_nothing(facts in any_facts(), choice in any_choice(), period in any_period(), turn in 0..50usize) {
        let told = Summary::of(&facts, period, choice, &now());
        prop_assert!(Summary::of(&reversed(facts, turn), period, choice, &now()) == told);
    }

    #[test]
    fn other_days_change_nothing(facts in any_facts(), more in any_facts(), choice in any_choice()) {
        let period = Period::days_until(long_ago().day(), 30);
        let told = Summary::of(&facts, period, choice.with(Block::People, false), &now());
        let nothing = Summary::of(&Facts::default(), period, choice.with(Block::People, false), &now());
        prop_assert!(told == nothing);
        prop_assert!(Summary::of(&more, period, choice.with(Block::People, false), &now()) == nothing);
    }

    #[test]
    fn every_number_opens_to_as_many_rows(facts in any_facts(), choice in any_choice(), period in any_period()) {
        let summary = Summary::of(&facts, period, choice, &now());
        let numbers = numbers(summary.sheet());
        for (number, n) in &numbers {
            prop_assert_eq!(summary.rows(*number).len(), usize::try_from(*n).unwrap(), "{:?}", number);
        }
        for (number, rows) in summary.rows.all() {
            prop_assert!(counts_other_things(*number) || numbers.iter().any(|(there, _)| there == number), "{:?}", number);
            prop_assert!(!rows.is_empty());
            let mut each: Vec<&Row> = rows.iter().collect();
            each.sort_unstable();
            each.dedup();
            prop_assert_eq!(each.len(), rows.len(), "no row twice behind {:?}", number);
        }
        if let Some(used) = &summary.sheet().used {
            prop_assert!(usize::try_from(used.days).unwrap() <= summary.rows(Number::DaysUsed).len());
        }
    }

    #[test]
    fn a_block_that_is_off_is_not_there_and_changes_no_other(facts in any_facts(), choice in any_choice(), period in any_period()) {
        let all = Summary::of(&facts, period, choice, &now());
        for block in Block::ALL {
            let without = Summary::of(&facts, period, choice.with(*block, false), &now()).sheet().clone();
            let mut expected = all.sheet().clone();
            match block {
                Block::Talk => expected.talk = None,
                Block::Change => expected.change = None,
                Block::Times => expected.times = None,
                Block::Triggers => expected.triggers = None,
                Block::Tried => expected.tried = None,
                Block::Use => expected.used = None,
                Block::CheckIns => expected.check_ins = None,
                Block::Attendance => expected.attendance = None,
                Block::Medication => expected.medication = None,
                Block::People => expected.people = None,
            }
            prop_assert!(without == expected);
        }
    }

    #[test]
    fn what_is_sent_is_what_was_shown(
        facts in any_facts(), choice in any_choice(), period in any_period(), piece in any::<prop::sample::Index>()
    ) {
        let sheet = Summary::of(&facts, period, choice, &now()).sheet().clone();
        let bytes = sheet.encode().unwrap();
        prop_assert!(bytes.len() <= MOST_BYTES / 2);
        prop_assert!(Sheet::decode(&bytes) == Ok(sheet));
        // A piece of it is no page.
        let end = piece.index(bytes.len());
        prop_assert_eq!(Sheet::decode(&bytes[..end]).err(), Some(SheetError::Unreadable));
        prop_assert_eq!(Sheet::decode(&[bytes.as_slice(), &[0]].concat()).err(), Some(SheetError::Unreadable));
    }

    #[test]
    fn no_id_is_sent(facts in any_facts(), period in any_period()) {
        let bytes = Summary::of(&facts, period, everything(), &now()).sheet().encode().unwrap();
        for one in &facts.cravings {
            prop_assert!(!bytes.windows(16).any(|window| window == one.id));
        }
        for (id, _) in &facts.people {
            prop_assert!(!bytes.windows(8).any(|window| window == id.bytes()));
        }
    }

    #[test]
    fn a_flipped_bit_is_an_error_or_another_page(facts in any_facts(), period in any_period(), place in any::<prop::sample::Index>(), bit in 0..8u8) {
        let sheet = Summary::of(&facts, period, everything(), &now()).sheet().clone();
        let mut bytes = sheet.encode().unwrap();
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        match Sheet::decode(&bytes) {
            Ok(other) => prop_assert!(Sheet::decode(&other.encode().unwrap()) == Ok(other)),
            Err(error) => prop_assert!(error == SheetError::Unreadable || (place == 0 && error == SheetError::Newer)),
        }
    }

    #[test]
    fn any_bytes_are_a_page_or_refused(bytes in vec(any::<u8>(), 0..300)) {
        let behind = [&[1], bytes.as_slice()].concat();
        for bytes in [bytes, behind] {
            if let Ok(sheet) = Sheet::decode(&bytes) {
                prop_assert!(Sheet::decode(&sheet.encode().unwrap()) == Ok(sheet));
            }
        }
    }

    #[test]
    fn a_mean_is_the_nearest_tenth_and_a_half_goes_up(values in vec(0..=10u8, 1..40)) {
        let mean = Mean::of(&values).unwrap();
        let exact = values.iter().map(|value| f64::from(*value)).sum::<f64>() / values.len() as f64;
        prop_assert_eq!(f64::from(mean.tenths), (exact * 10.0 + 0.5 + 1e-9).floor());
        let middle = Middle::of(&values).unwrap();
        let (under, over) = (u16::from(*values.iter().min().unwrap()) * 10, u16::from(*values.iter().max().unwrap()) * 10);
        prop_assert!((under..=over).contains(&middle.median_tenths) && (under..=over).contains(&middle.mean_tenths));
        let below = values.iter().filter(|value| u16::from(**value) * 10 < middle.median_tenths).count();
        prop_assert!(below * 2 <= values.len());
    }
}
