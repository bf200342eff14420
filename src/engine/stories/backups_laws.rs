//! The laws of taking in, whatever two people did on two phones and whatever fails in between.

use domain::CravingEdit;
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};
use proptest::prop_oneof;
use storage::StoreError;

use super::full::{assert_in_order, backup, day, records, take_in};
use super::world::{MINUTE_MS, Phone, World, all, another_phone, intensity, log_many, now, open};
use crate::RecordId;

#[derive(Debug, Clone)]
enum Deed {
    Log(u8),
    LogMany(u8),
    Change(prop::sample::Index, u8),
    Delete(prop::sample::Index),
    Restore(prop::sample::Index),
    Erase(prop::sample::Index),
    Lapse,
    Person,
    Pack,
    Wait(i16),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let which = any::<prop::sample::Index>;
    let deed = prop_oneof![
        5 => (0..=10_u8).prop_map(Deed::Log),
        1 => (100..255_u8).prop_map(Deed::LogMany),
        4 => (which(), 0..=10_u8).prop_map(|(which, to)| Deed::Change(which, to)),
        3 => which().prop_map(Deed::Delete),
        1 => which().prop_map(Deed::Restore),
        1 => which().prop_map(Deed::Erase),
        1 => proptest::prelude::Just(Deed::Lapse),
        1 => proptest::prelude::Just(Deed::Person),
        2 => proptest::prelude::Just(Deed::Pack),
        2 => any::<i16>().prop_map(Deed::Wait),
    ];
    proptest::collection::vec(deed, 1..20)
}

fn act(phone: &Phone, world: &World, deeds: &[Deed]) {
    for deed in deeds {
        let pick = |which: &prop::sample::Index| {
            let ids: Vec<RecordId> = records(phone).into_keys().collect();
            (!ids.is_empty()).then(|| ids[which.index(ids.len())])
        };
        match deed {
            Deed::Log(number) => drop(now(phone.log_craving(intensity(*number), None))),
            Deed::LogMany(count) => log_many(phone, world, usize::from(*count)),
            Deed::Change(which, to) => {
                if let Some(id) = pick(which) {
                    let _ = now(phone.edit_craving(id, CravingEdit::SetIntensity(intensity(*to))));
                }
            }
            Deed::Delete(which) => {
                if let Some(id) = pick(which) {
                    let _ = now(phone.delete(id));
                }
            }
            Deed::Restore(which) => {
                if let Some(id) = pick(which) {
                    let _ = now(phone.restore(id));
                }
            }
            Deed::Erase(which) => {
                if let Some(id) = pick(which) {
                    let _ = now(phone.erase(id));
                }
            }
            Deed::Lapse => drop(now(phone.tell_lapse(Some(day("2026-11-19"))))),
            Deed::Person => {
                let person = super::people::add(phone, "Nadine");
                super::people::choose(phone, person, true);
            }
            Deed::Pack => {
                let _ = now(phone.pack());
            }
            Deed::Wait(minutes) => world.wait(i64::from(*minutes) * MINUTE_MS),
        }
    }
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(8))]

    #[test]
    fn whoever_takes_in_whom_they_hold_the_same(common in deeds(), here in deeds(), there in deeds()) {
        let ((home, world, one), (other_home, other_world, two)) = (another_phone(1), another_phone(2));
        act(&one, &world, &common);
        take_in(&two, &backup(&one)).unwrap();
        act(&one, &world, &here);
        act(&two, &other_world, &there);
        let (from_one, from_two) = (backup(&one), backup(&two));
        let (before_one, before_two) = (records(&one), records(&two));
        take_in(&one, &from_two).unwrap();
        take_in(&two, &from_one).unwrap();
        let both = records(&one);
        prop_assert_eq!(&both, &records(&two));
        prop_assert_eq!(all(&one), all(&two));
        for before in [before_one, before_two] {
            for (id, versions) in before {
                // Nothing that was written is gone, but for what was erased.
                let now = &both[&id];
                for version in versions.history() {
                    prop_assert!(now.history().any(|known| known.id == version.id && known.stamp == version.stamp));
                }
            }
        }
        let rows = home.rows();
        take_in(&one, &from_two).unwrap();
        take_in(&one, &from_one).unwrap();
        prop_assert!(home.rows() == rows, "taking in again writes nothing");
        assert_in_order(&home, &world);
        assert_in_order(&other_home, &other_world);
    }

    #[test]
    fn whatever_fails_on_the_way_the_next_time_completes_it(
        here in deeds(), there in deeds(), faults in proptest::collection::vec(1..4_usize, 0..4),
    ) {
        let ((home, world, one), (_, other_world, two)) = (another_phone(1), another_phone(2));
        act(&one, &world, &here);
        act(&two, &other_world, &there);
        let chunks = backup(&two);
        take_in(&two, &backup(&one)).unwrap();
        for fault in faults {
            let _ = home.clone().failing_at(fault, StoreError::Lost);
            let _ = take_in(&one, &chunks);
        }
        // A fault that nothing met yet.
        let _ = now(storage::Store::commit(&home, storage::Batch::relaxed()));
        let _ = now(storage::Store::commit(&home, storage::Batch::relaxed()));
        let _ = now(storage::Store::commit(&home, storage::Batch::relaxed()));
        let one = open(&home, &world);
        take_in(&one, &chunks).unwrap();
        prop_assert_eq!(records(&one), records(&two));
        assert_in_order(&home, &world);
    }
}
