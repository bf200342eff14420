//! What holds for every craving, edit, wave and moment, and not just for the ones somebody thought of.

use crate::samples::{any_craving, any_edit, any_moment, any_note, any_trigger, craving_of, now};
use crate::{
    CravingEdit, Folded, Label, MAX_ACTIONS, MAX_COMPANY, MAX_TRIGGERS, Moment, Note, RideOut, Trigger, Zone, by_day,
    height_at,
};
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_number_of_edits_breaks_a_limit(start in any_craving(), edits in vec(any_edit(), 0..60)) {
        let mut craving = start;
        for edit in edits {
            craving = craving.apply(edit, &now()).unwrap_or(craving);
            prop_assert!(craving.triggers().len() <= MAX_TRIGGERS);
            prop_assert!(craving.company().len() <= MAX_COMPANY);
            prop_assert!(craving.actions().len() <= MAX_ACTIONS);
        }
    }

    #[test]
    fn the_same_edit_twice_is_the_same_as_once(craving in any_craving(), edit in any_edit()) {
        if let Ok(once) = craving.apply(edit.clone(), &now()) {
            prop_assert!(once.apply(edit, &now()) == Ok(once));
        }
    }

    #[test]
    fn edits_of_different_things_come_out_the_same_in_either_order(first in any_edit(), second in any_edit()) {
        let both = |a: &CravingEdit, b: &CravingEdit| {
            craving_of(6).apply(a.clone(), &now()).and_then(|craving| craving.apply(b.clone(), &now()))
        };
        let same_thing = std::mem::discriminant(&first) == std::mem::discriminant(&second);
        let one_way = both(&first, &second);
        let other_way = both(&second, &first);
        if !same_thing && !takes_back(&first, &second) && !takes_back(&second, &first) {
            prop_assert!(one_way == other_way);
        }
    }

    #[test]
    fn triggers_come_out_the_same_in_either_order_of_adding(a in any_trigger(), b in any_trigger()) {
        let both = |first: &Trigger, second: &Trigger| {
            let once = craving_of(6).apply(CravingEdit::AddTrigger(first.clone()), &now()).unwrap();
            once.apply(CravingEdit::AddTrigger(second.clone()), &now()).unwrap()
        };
        let (one_way, other_way) = (both(&a, &b), both(&b, &a));
        prop_assert_eq!(one_way.triggers().len(), other_way.triggers().len());
        prop_assert!(one_way.triggers().iter().all(|there| other_way.triggers().iter().any(|too| too.same_as(there))));
    }

    #[test]
    fn a_wave_never_goes_back_and_never_past_its_end(
        start in any::<i64>(), jumps in vec((any::<i64>(), any::<bool>()), 0..20), looks in vec(any::<i64>(), 2)
    ) {
        let mut wave = RideOut::start(start);
        let mut counted = 0;
        for (now_ms, leaves) in jumps {
            wave = if leaves { wave.leave(now_ms) } else { wave.resume(now_ms) };
            prop_assert!(counted <= wave.elapsed_s() && wave.elapsed_s() <= RideOut::LENGTH_S);
            counted = wave.elapsed_s();
            prop_assert!(RideOut::restore(wave.elapsed_s(), wave.state()).is_ok());
        }
        let (sooner, later) = (looks[0].min(looks[1]), looks[0].max(looks[1]));
        prop_assert!(counted <= wave.elapsed_at(sooner));
        prop_assert!(wave.elapsed_at(sooner) <= wave.elapsed_at(later));
        prop_assert!(wave.elapsed_at(later) <= RideOut::LENGTH_S);
    }

    #[test]
    fn a_wave_is_always_between_flat_and_its_crest(elapsed in any::<f32>()) {
        prop_assert!((0.0..=1.0).contains(&height_at(elapsed)));
    }

    #[test]
    fn every_clock_gives_a_day_and_tells_it_back(utc_ms in any::<i64>(), offset in any::<i16>(), zone in ".*") {
        let said = Moment::of_device(utc_ms, offset, Zone::named_or_utc(&zone));
        let again = Moment::said_at(said.civil(), said.offset_minutes(), said.zone().clone());
        prop_assert_eq!(again.map(|moment| (moment.day(), moment)), Ok((said.day(), said.clone())));
        if let Ok(exact) = Moment::new(utc_ms, offset, said.zone().clone()) {
            prop_assert_eq!(exact, said);
        }
    }

    #[test]
    fn every_entry_is_on_exactly_one_day_and_the_days_run_backwards(moments in vec(any_moment(), 0..40)) {
        let days = by_day(moments.iter().enumerate(), |(_, at)| at);
        let mut seen: Vec<usize> = days.iter().flat_map(|day| day.entries.iter().map(|(n, _)| *n)).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..moments.len()).collect::<Vec<_>>());
        prop_assert!(days.windows(2).all(|pair| pair[0].date > pair[1].date));
        for day in &days {
            prop_assert!(!day.entries.is_empty() && day.entries.iter().all(|(_, at)| at.day() == day.date));
            let order = |pair: &[(usize, &Moment)]| (pair[0].1.utc_ms(), pair[1].0) >= (pair[1].1.utc_ms(), pair[0].0);
            prop_assert!(day.entries.windows(2).all(order));
        }
    }

    #[test]
    fn a_label_that_was_tidied_is_tidy(text in any::<String>()) {
        if let Ok(label) = Label::new(&text) {
            prop_assert_eq!(Label::new(label.as_str()), Ok(label.clone()));
            prop_assert!(!label.as_str().chars().any(char::is_control));
        }
        if let Ok(note) = Note::new(&text) {
            prop_assert_eq!(note.as_str(), text.replace('\0', ""));
        }
    }

    #[test]
    fn every_text_is_found_in_itself_whatever_its_capitals(note in any_note()) {
        let folded = Folded::new(note.as_str());
        prop_assert!(folded.contains(&folded));
        prop_assert!(Folded::new(&note.as_str().to_lowercase()).contains(&folded) || !note.as_str().is_ascii());
    }
}

/// Whether one edit removes what the other adds: then the order is what the person meant.
fn takes_back(add: &CravingEdit, remove: &CravingEdit) -> bool {
    use CravingEdit::{AddAction, AddCompany, AddTrigger, RemoveAction, RemoveCompany, RemoveTrigger};
    if let (AddTrigger(added), RemoveTrigger(removed)) = (add, remove) {
        added.same_as(removed)
    } else if let (AddCompany(added), RemoveCompany(removed)) = (add, remove) {
        added.same_as(removed)
    } else if let (AddAction(added), RemoveAction(removed)) = (add, remove) {
        added.kind() == Some(*removed)
    } else {
        false
    }
}
