//! Arbitrary people, pictures and choices.

use super::{any_kept, any_label};
use crate::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn any_line() -> impl Strategy<Value = Line> {
    "\\PC{1,40}".prop_filter_map("blank", |text| Line::new(&text).ok())
}

fn any_number() -> impl Strategy<Value = PhoneNumber> {
    "[+]?[0-9]{3}[ .-][0-9]{4}".prop_map(|number| PhoneNumber::new(&number).unwrap())
}

fn any_reach() -> impl Strategy<Value = Reach> {
    prop_oneof![
        3 => (any_number(), any_kept::<Uses>())
            .prop_map(|(number, uses)| Reach::Number { number, uses: ReachUses(uses) }),
        1 => "https://[a-z]{1,20}/[!-~]{0,20}".prop_map(|link| Reach::link(&link).unwrap()),
    ]
}

pub(crate) fn any_person() -> impl Strategy<Value = Person> {
    let words = (any_label(), any_kept::<Role>(), option::of(any_line()), option::of(any_line()));
    let rest = (vec(any_reach(), 0..=MOST_REACHES), any::<bool>(), any::<u32>(), option::of(any::<[u8; 16]>()));
    (words, rest).prop_map(|((name, role, message, quiet), (reaches, when_locked, rank, photo))| Person {
        name,
        role,
        reaches,
        message,
        quiet,
        when_locked,
        rank,
        photo: photo.map(PhotoId::from_bytes),
    })
}

pub(crate) fn any_photo() -> impl Strategy<Value = Photo> {
    vec(any::<u8>(), 0..200).prop_map(|rest| Photo::new([&[0xFF, 0xD8, 0xFF][..], &rest].concat()).unwrap())
}

pub(crate) fn any_choices() -> impl Strategy<Value = HelpChoices> {
    let own = (any_label(), any_number(), any::<bool>(), option::of(any_line()))
        .prop_map(|(name, number, texts, note)| OwnLine { name, number, texts, note });
    (vec(any_kept::<CrisisLineId>(), 0..8), vec(own, 0..=MOST_OWN_LINES), any::<bool>())
        .prop_map(|(hidden, own, never_ask)| HelpChoices { hidden, own, never_ask })
}
