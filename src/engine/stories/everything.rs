//! Everything as records, for files that other programs read.

use domain::record::Record;
use storage::Area;

use super::full::{full_phone, rows};
use super::world::{Phone, intensity, log_many, new_phone, now, open};
use crate::{BackupError, Gathered};

fn everything(phone: &Phone) -> Result<Gathered, BackupError> {
    let mut reading = now(phone.everything())?;
    while now(reading.read_on())? {}
    Ok(reading.finish())
}

#[test]
fn everything_that_is_there_comes_along_as_it_stands_and_what_is_gone_is_only_counted() {
    let (_, _, phone) = full_phone(1);
    let Gathered { records, deleted, erased, unknown, .. } = everything(&phone).unwrap();
    assert_eq!((deleted, erased), (1, 1));
    assert_eq!(unknown, 1, "what a newer app wrote");
    let craving = |record: &Record| match record {
        Record::Craving(craving) => Some(craving.clone()),
        _ => None,
    };
    let cravings: Vec<_> = records.iter().filter_map(|(_, record)| craving(record)).collect();
    assert_eq!(cravings.len(), 321);
    let noted: Vec<_> = cravings.iter().filter_map(|craving| craving.note()).collect();
    assert_eq!(noted.len(), 1, "once, as it stands now");
    for is_there in [
        |record: &Record| matches!(record, Record::Lapse(_)),
        |record: &Record| matches!(record, Record::CheckIn(_)),
        |record: &Record| matches!(record, Record::Person(_)),
        |record: &Record| matches!(record, Record::Photo(_)),
        |record: &Record| matches!(record, Record::Marks(_)),
        |record: &Record| matches!(record, Record::Settings(_)),
    ] {
        assert!(records.iter().any(|(_, record)| is_there(record)));
    }
}

#[test]
fn a_row_that_cannot_be_read_is_counted_and_the_others_come_along() {
    let (home, world, phone) = new_phone();
    log_many(&phone, &world, 5);
    let third = rows(&home, Area::Tail).swap_remove(2);
    assert!(home.damage(Area::Tail, &third.key, |bytes| bytes[60] ^= 1));
    let Gathered { records, unknown, .. } = everything(&open(&home, &world)).unwrap();
    assert_eq!((records.len(), unknown), (4, 1));
}

#[test]
fn what_is_packed_meanwhile_ends_the_reading_and_nothing_is_told_twice() {
    let (_, world, phone) = new_phone();
    log_many(&phone, &world, 1_200);
    while now(phone.pack()).unwrap() {}
    log_many(&phone, &world, 300);
    let mut reading = now(phone.everything()).unwrap();
    assert!(now(reading.read_on()).unwrap());
    // A tap meanwhile is no matter: it is of a later moment.
    now(phone.log_craving(intensity(9), None)).unwrap();
    assert!(now(reading.read_on()).unwrap());
    while now(phone.pack()).unwrap() {}
    let rest = std::iter::from_fn(|| match now(reading.read_on()) {
        Ok(true) => Some(Ok(())),
        Ok(false) => None,
        Err(why) => Some(Err(why)),
    });
    assert_eq!(rest.take(100).find_map(Result::err), Some(BackupError::Changed));
}

#[test]
fn a_journal_is_called_the_same_after_it_was_opened_again_and_another_one_otherwise() {
    let (home, world, phone) = new_phone();
    assert_eq!(open(&home, &world).name(), phone.name());
    let (_, _, other) = super::world::another_phone(2);
    assert_ne!(other.name(), phone.name());
}
