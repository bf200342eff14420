//! Two phones of one person that both shared something, and hear of each other.

use domain::record::{self, Kind};
use domain::share::{Grant, ShareState, SharingKey, To, Until};
use vault::{SALT, SealedFile, Stretched, Stretching};

use super::full::{backup, records, take_in};
use super::shares::{agreed, prepare, sam, sending};
use super::world::{DAY_MS, another_phone, new_phone, now};
use crate::journal::id::shelf_id;
use crate::journal::write::Draft;
use crate::{SaveError, ShareError, seal_under_passphrase};

#[test]
fn both_lists_become_one_and_what_was_stopped_on_one_is_stopped_on_both() {
    let (_, world, one) = new_phone();
    let (_, other_world, other) = another_phone(2);
    let to = To::Recipient(sam(&one));
    let first = prepare(&one, &sending(to, agreed(&one, "Sam", Until::EndOfTreatment))).unwrap();
    let (first, _) = now(one.note_share(&first, 1)).unwrap();
    take_in(&other, &backup(&one)).unwrap();

    // Each hands over another one without knowing of the other's, and one of them stops it then.
    let again = sending(to, Grant::Earlier(first));
    for phone in [&one, &other] {
        let prepared = prepare(phone, &again).unwrap();
        assert_eq!(prepared.serial, 2);
        now(phone.note_share(&prepared, 1)).unwrap();
    }
    other_world.wait(DAY_MS);
    now(other.stop_share(first)).unwrap();
    world.wait(2 * DAY_MS);
    take_in(&one, &backup(&other)).unwrap();
    take_in(&other, &backup(&one)).unwrap();
    assert_eq!(records(&one), records(&other));
    for phone in [&one, &other] {
        let mut serials: Vec<u32> = phone.shares().iter().map(|shared| shared.share.serial()).collect();
        serials.sort_unstable();
        assert_eq!(serials, [1, 2, 2]);
        assert!(phone.shares().iter().all(|shared| matches!(shared.state, Some(ShareState::Stopped(_)))));
        assert_eq!(prepare(phone, &again).err(), Some(ShareError::Stopped));
    }
    // Whatever is agreed to next has a number of its own.
    let next = prepare(&one, &sending(to, agreed(&one, "Sam", Until::EndOfTreatment))).unwrap();
    assert_eq!(next.serial, 3);
}

#[test]
fn two_phones_that_made_a_key_each_sign_with_one_of_them_afterwards() {
    let (_, _, one) = new_phone();
    let (_, other_world, other) = another_phone(2);
    let of_one = now(one.sharing_key()).unwrap();
    other_world.wait(DAY_MS);
    let of_other = now(other.sharing_key()).unwrap();
    assert!(of_one != of_other);
    take_in(&one, &backup(&other)).unwrap();
    take_in(&other, &backup(&one)).unwrap();
    assert!(now(one.sharing_key()).unwrap() == of_other && now(other.sharing_key()).unwrap() == of_other);
}

#[test]
fn a_key_that_only_a_newer_app_can_read_is_not_replaced() {
    let (_, _, phone) = new_phone();
    let mut newer = record::encode(&SharingKey::new([7; 32]).unwrap()).unwrap();
    newer[0] = 9;
    now(phone.write_new(|_| {
        (Draft::new(shelf_id(Kind::SharingKey.number()), Kind::SharingKey.number(), newer.clone()), ())
    }))
    .unwrap();
    assert_eq!(now(phone.sharing_key()).err(), Some(SaveError::Gone));
}

#[test]
fn what_the_worker_signed_is_sealed_under_a_passphrase_as_a_share() {
    let stretched = Stretched::new(&[7; 32], [9; SALT], Stretching::DEFAULT).unwrap();
    let file = seal_under_passphrase(b"signed", &stretched).unwrap();
    let header = SealedFile::read_header(&file).unwrap();
    let mut opener = header.open(&stretched).unwrap();
    let mut text = opener.push(&file[SealedFile::HEADER..]).unwrap().to_vec();
    text.extend_from_slice(&opener.finish().unwrap());
    assert_eq!((header.purpose(), text.as_slice()), (vault::FilePurpose::Share, &b"signed"[..]));
}
