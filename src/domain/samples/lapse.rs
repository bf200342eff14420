//! Arbitrary lapses, and arbitrary ways of counting sober time.

use super::{any_kept, any_moment, any_note, any_substance};
use crate::sober::{SoberChoices, SoberStart, Told, Truth};
use crate::*;
use chrono::{Days, NaiveDate};
use proptest::array::uniform5;
use proptest::collection::btree_map;
use proptest::option;
use proptest::prelude::*;

pub(crate) fn any_lapse() -> impl Strategy<Value = Lapse> {
    let amount = "\\PC{1,40}".prop_filter_map("blank", |text| Line::new(&text).ok());
    let story = uniform5(option::of(any_note()));
    (any_moment(), any::<bool>(), option::of(any_substance()), option::of(amount), story)
        .prop_map(|(at, knows_hour, substance, amount, story)| Lapse { at, knows_hour, substance, amount, story })
}

pub(crate) fn any_start() -> impl Strategy<Value = SoberStart> {
    (0..40_000u64, option::of(any_substance())).prop_map(|(days, counts)| {
        let first = NaiveDate::from_ymd_opt(1971, 1, 1).unwrap();
        SoberStart { day: first + Days::new(days), counts }
    })
}

pub(crate) fn any_choices_about_sober_time() -> impl Strategy<Value = SoberChoices> {
    btree_map("[a-z0-9-]{1,12}", any_kept::<Told>(), 0..4).prop_flat_map(|newer| {
        proptest::sample::subsequence(Truth::ALL.to_vec(), 0..=Truth::ALL.len()).prop_map(move |known| {
            let newer = newer.iter().filter(|(code, _)| Truth::from_code(code).is_none());
            let newer = newer.filter_map(|(code, told)| Some((code::Kept::from_code(code)?, told.clone())));
            let known = known.into_iter().map(|truth| (code::Kept::Known(truth), code::Kept::Known(Told::OnToday)));
            SoberChoices { told: newer.chain(known).collect() }
        })
    })
}
