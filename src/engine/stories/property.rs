//! Whatever a person does in whatever order, the log says what they did.

use std::collections::BTreeMap;

use domain::CravingEdit;
use proptest::prelude::{Strategy, any, prop, proptest};
use proptest::prop_oneof;
use storage::StoreError;

use super::world::{MINUTE_MS, all, craving, intensity, new_phone, now, open};
use crate::RecordId;

#[derive(Debug, Clone)]
enum Deed {
    Log(u8),
    Change(prop::sample::Index, u8),
    Delete(prop::sample::Index),
    Restore(prop::sample::Index),
    Pack,
    Reopen,
    Wait(i16),
    /// The phone is full for the next write.
    Fill,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        6 => (0..=10_u8).prop_map(Deed::Log),
        4 => (any::<prop::sample::Index>(), 0..=10_u8).prop_map(|(which, to)| Deed::Change(which, to)),
        2 => any::<prop::sample::Index>().prop_map(Deed::Delete),
        1 => any::<prop::sample::Index>().prop_map(Deed::Restore),
        1 => proptest::prelude::Just(Deed::Pack),
        1 => proptest::prelude::Just(Deed::Reopen),
        2 => any::<i16>().prop_map(Deed::Wait),
        1 => proptest::prelude::Just(Deed::Fill),
    ];
    proptest::collection::vec(deed, 1..260)
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(24))]

    #[test]
    fn the_log_is_what_was_done(deeds in deeds()) {
        let (home, world, mut phone) = new_phone();
        let mut expected: BTreeMap<RecordId, (u8, bool)> = BTreeMap::new();
        let pick = |expected: &BTreeMap<RecordId, (u8, bool)>, which: prop::sample::Index| {
            (!expected.is_empty()).then(|| *expected.keys().nth(which.index(expected.len())).unwrap())
        };
        for deed in deeds {
            match deed {
                Deed::Log(number) => if let Ok(logged) = now(phone.log_craving(intensity(number), None)) {
                    expected.insert(logged.id, (number, true));
                },
                Deed::Change(which, to) => if let Some(id) = pick(&expected, which) {
                    let changed = now(phone.edit_craving(id, CravingEdit::SetIntensity(intensity(to))));
                    let entry = expected.get_mut(&id).unwrap();
                    if changed.is_ok() { assert!(entry.1); entry.0 = to; }
                },
                Deed::Delete(which) => if let Some(id) = pick(&expected, which)
                    && now(phone.delete(id)).is_ok() { expected.get_mut(&id).unwrap().1 = false; },
                Deed::Restore(which) => if let Some(id) = pick(&expected, which)
                    && now(phone.restore(id)).is_ok() { expected.get_mut(&id).unwrap().1 = true; },
                Deed::Pack => { let _ = now(phone.pack()); },
                Deed::Reopen => phone = open(&home, &world),
                Deed::Wait(minutes) => world.wait(i64::from(minutes) * MINUTE_MS),
                Deed::Fill => { let _ = home.clone().failing_at(1, StoreError::Full); },
            }
        }
        let _ = now(phone.pack());
        for phone in [phone, { let _ = now(open(&home, &world).pack()); open(&home, &world) }] {
            let shown: BTreeMap<_, _> = all(&phone).iter().map(|entry| (entry.id, craving(entry).intensity().value())).collect();
            let live: BTreeMap<_, _> = expected.iter().filter(|(_, (_, live))| *live).map(|(id, (number, _))| (*id, *number)).collect();
            assert_eq!(shown, live);
        }
    }
}
