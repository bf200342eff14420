//! Handing a page to a counselor: what goes along and what never does, to whom, how long, and how it is stopped.

use domain::share::{
    Beyond, Consent, ConsentDraft, Days, Grant, Handed, Purpose, RecipientEdit, RecipientId, Revoke, ShareState,
    Signature, To, Until, Whom,
};
use domain::summary::{Block, Carries, Choice, Period};
use domain::{EntryMark, Label, Language, day_from_field};
use storage::StoreError;
use vault::AddressKey;

use super::week::{Chicago, chicago};
use super::world::{DAY_MS, Phone, intensity, log_many, new_phone, note, now, open};
use crate::{Prepared, SaveError, Sending, ShareError};

pub(super) fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

pub(super) fn key(byte: u8) -> AddressKey {
    let mut bytes = [byte; 32];
    bytes[31] = 0x40;
    AddressKey::from_bytes(bytes).unwrap()
}

pub(super) fn everything() -> Choice {
    let all = Block::ALL.iter().fold(Choice::NOTHING, |choice, block| choice.with(*block, true));
    Carries::ALL.iter().fold(all, |choice, what| choice.carrying(*what, true))
}

/// Sunday, 22 November, and the six days before.
pub(super) fn week_until(day: &str) -> Period {
    Period::days_until(day_from_field(day).unwrap(), 7)
}

pub(super) fn agreed(phone: &Phone, name: &str, until: Until) -> Grant {
    let draft = ConsentDraft {
        who: Some(label("Ana")),
        whom: Some(Whom { name: label(name), organisation: None }),
        days: Some(Days::OfEachPage),
        what: Some(everything()),
        purpose: Some(Purpose::Treatment),
        until: Some(until),
        revoke: Some(Revoke::InTheApp),
        signature: Some(Signature::Typed(label("Ana"))),
        language: Some(Language::En),
    };
    Grant::Signed(Consent::new(draft, phone.now().day()).unwrap())
}

pub(super) fn sending(to: To, grant: Grant) -> Sending {
    Sending {
        to,
        grant,
        period: week_until("2026-11-22"),
        choice: everything(),
        from: Some(label("Ana")),
        language: Language::En,
    }
}

pub(super) fn prepare(phone: &Phone, sending: &Sending) -> Result<Prepared, ShareError> {
    now(phone.prepare_share(&Chicago, &chicago(), sending))
}

/// Sam, whose key was compared just now.
pub(super) fn sam(phone: &Phone) -> RecipientId {
    now(phone.add_recipient(label("Sam"), Some(label("The clinic")), key(1), true)).unwrap().0
}

fn to_day(field: &str) -> Until {
    Until::Day(day_from_field(field).unwrap())
}

#[test]
fn what_sam_reads_is_what_the_preview_showed_and_nothing_private_is_in_it() {
    let (_, _, phone) = new_phone();
    let told = now(phone.log_craving(intensity(7), None)).unwrap().id;
    let private = now(phone.log_craving(intensity(10), None)).unwrap().id;
    now(phone.edit_craving(private, note("the green door"))).unwrap();
    for id in [told, private] {
        now(phone.mark_entry(id, &phone.now(), EntryMark::TalkAbout, true)).unwrap();
    }
    now(phone.mark_entry(private, &phone.now(), EntryMark::Private, true)).unwrap();
    let sam = sam(&phone);
    let wish = sending(To::Recipient(sam), agreed(&phone, "Sam", Until::EndOfTreatment));
    let prepared = prepare(&phone, &wish).unwrap();
    assert_eq!((prepared.key, prepared.serial), (Some(key(1)), 1));

    let handed = Handed::decode(&prepared.payload).unwrap();
    let shown = now(phone.summary(&Chicago, &chicago(), wish.period, wish.choice)).unwrap();
    assert!(handed.page() == shown.sheet().encode().unwrap());
    assert_eq!(handed.sheet().change.unwrap().now.cravings, 1);
    assert_eq!(handed.sheet().talk.as_ref().unwrap().topics.len(), 1);
    assert!(!prepared.payload.windows(5).any(|letters| letters == b"green"));
    assert!(handed.consent().whom().name == label("Sam") && handed.consent().signed_on() == phone.now().day());
    assert_eq!(handed.from().map(Label::as_str), Some("Ana"));
    assert!(phone.shares().is_empty(), "nothing was handed over yet");
}

#[test]
fn the_list_says_what_was_handed_to_whom_and_until_when() {
    let (home, world, phone) = new_phone();
    let sam = sam(&phone);
    let grant = agreed(&phone, "Sam", to_day("2026-12-31"));
    let first = prepare(&phone, &sending(To::Recipient(sam), grant)).unwrap();
    let (first_id, _) = now(phone.note_share(&first, 2_398)).unwrap();
    world.wait(DAY_MS);
    let again = sending(To::Recipient(sam), Grant::Earlier(first_id));
    let second = prepare(&phone, &again).unwrap();
    let (second_id, _) = now(phone.note_share(&second, 2_399)).unwrap();
    // The third goes under what was agreed for the first, whichever of the two is named.
    let third = prepare(&phone, &sending(To::Recipient(sam), Grant::Earlier(second_id))).unwrap();
    now(phone.note_share(&third, 2_400)).unwrap();
    let on_paper = prepare(&phone, &sending(To::Paper, agreed(&phone, "The judge", Until::Once))).unwrap();
    now(phone.note_share(&on_paper, 0)).unwrap();

    let phone = open(&home, &world);
    let shares = phone.shares();
    let numbers: Vec<u32> = shares.iter().rev().map(|shared| shared.share.serial()).collect();
    assert_eq!(numbers, [1, 1, 2, 3], "the latest first, and of one moment the greatest number");
    for shared in &shares {
        let consent = shared.consent.as_ref().unwrap();
        let expected = match shared.share.to() {
            To::Paper => ("The judge", ShareState::Used, None),
            To::Recipient(_) | To::Passphrase => {
                assert_eq!(shared.under, first_id);
                ("Sam", ShareState::Current(to_day("2026-12-31")), shared.share.package())
            }
        };
        assert_eq!((consent.whom().name.as_str(), shared.state.unwrap(), shared.share.package()), expected);
    }
    assert_eq!(phone.shared(first_id).unwrap().share.bytes(), 2_398);
    assert_ne!(first.package, second.package);
}

#[test]
fn after_it_ended_nothing_is_prepared() {
    let (_, world, phone) = new_phone();
    let to = To::Recipient(sam(&phone));
    let grant = agreed(&phone, "Sam", to_day("2026-11-24"));
    let prepared = prepare(&phone, &sending(to, grant.clone())).unwrap();
    let (id, _) = now(phone.note_share(&prepared, 1)).unwrap();
    world.wait(2 * DAY_MS);
    assert_eq!(phone.may_share_again(id), Ok(()), "the last day is one of them");
    assert!(prepare(&phone, &sending(to, Grant::Earlier(id))).is_ok());
    world.wait(DAY_MS);
    assert_eq!(phone.shared(id).unwrap().state, Some(ShareState::Ended(day_from_field("2026-11-24").unwrap())));
    assert_eq!(phone.may_share_again(id), Err(ShareError::Ended));
    assert_eq!(prepare(&phone, &sending(to, Grant::Earlier(id))).err(), Some(ShareError::Ended));
    assert_eq!(prepare(&phone, &sending(to, grant)).err(), Some(ShareError::Ended), "nor by signing it long ago");
}

#[test]
fn stopping_holds_from_now_on_and_says_since_when() {
    let (home, world, phone) = new_phone();
    let to = To::Recipient(sam(&phone));
    let prepared = prepare(&phone, &sending(to, agreed(&phone, "Sam", Until::EndOfTreatment))).unwrap();
    let (first, _) = now(phone.note_share(&prepared, 1)).unwrap();
    let prepared = prepare(&phone, &sending(to, Grant::Earlier(first))).unwrap();
    let (second, _) = now(phone.note_share(&prepared, 1)).unwrap();
    world.wait(DAY_MS);
    let undo = now(phone.stop_share(second)).unwrap();
    let since = ShareState::Stopped(day_from_field("2026-11-23").unwrap());
    world.wait(DAY_MS);
    now(phone.stop_share(first)).unwrap();
    let phone = open(&home, &world);
    for id in [first, second] {
        assert_eq!(phone.shared(id).unwrap().state, Some(since), "both went under one consent");
        assert_eq!(phone.may_share_again(id), Err(ShareError::Stopped));
        assert_eq!(prepare(&phone, &sending(to, Grant::Earlier(id))).err(), Some(ShareError::Stopped));
    }
    // A tap by accident is taken back.
    now(phone.undo(undo)).unwrap();
    assert_eq!(phone.may_share_again(second), Ok(()));
}

#[test]
fn once_is_once() {
    let (_, _, phone) = new_phone();
    let prepared = prepare(&phone, &sending(To::Passphrase, agreed(&phone, "Dr. Rivera", Until::Once))).unwrap();
    assert_eq!(prepared.key, None);
    let (id, _) = now(phone.note_share(&prepared, 1)).unwrap();
    assert_eq!(phone.may_share_again(id), Err(ShareError::Used));
    assert_eq!(prepare(&phone, &sending(To::Passphrase, Grant::Earlier(id))).err(), Some(ShareError::Used));
    // Another page for the same person counts on; for somebody else it begins.
    let next =
        |name: &str| prepare(&phone, &sending(To::Passphrase, agreed(&phone, name, Until::Once))).unwrap().serial;
    assert_eq!((next("dr. rivera"), next("Dr. Reed")), (2, 1));
}

#[test]
fn more_than_was_agreed_to_is_not_prepared() {
    let (_, _, phone) = new_phone();
    let to = To::Recipient(sam(&phone));
    let Grant::Signed(agreed) = agreed(&phone, "Sam", Until::EndOfTreatment) else { panic!() };
    let narrow = ConsentDraft {
        whom: Some(agreed.whom().clone()),
        days: Some(Days::These(week_until("2026-11-22"))),
        what: Some(Choice::default()),
        purpose: Some(Purpose::MyRequest),
        until: Some(Until::EndOfTreatment),
        revoke: Some(Revoke::InTheApp),
        signature: Some(Signature::Tick),
        language: Some(Language::Es),
        who: None,
    };
    let narrow = Grant::Signed(Consent::new(narrow, phone.now().day()).unwrap());
    let wish = Sending { choice: Choice::default(), ..sending(to, narrow.clone()) };
    assert!(prepare(&phone, &wish).is_ok());
    let more = Sending { choice: everything(), ..wish.clone() };
    assert_eq!(prepare(&phone, &more).err(), Some(ShareError::Beyond(Beyond::Parts)));
    let other_days = Sending { period: week_until("2026-11-21"), ..wish };
    assert_eq!(prepare(&phone, &other_days).err(), Some(ShareError::Beyond(Beyond::Days)));
    let for_another = sending(to, self::agreed(&phone, "Robin", Until::EndOfTreatment));
    assert_eq!(prepare(&phone, &for_another).err(), Some(ShareError::OtherRecipient));
}

#[test]
fn a_key_is_compared_before_anything_is_sealed_for_it_and_a_new_one_again() {
    let (home, world, phone) = new_phone();
    let (sam, _) = now(phone.add_recipient(label("Sam"), None, key(1), false)).unwrap();
    let wish = sending(To::Recipient(sam), agreed(&phone, "Sam", Until::EndOfTreatment));
    assert_eq!(prepare(&phone, &wish).err(), Some(ShareError::NotCompared));
    now(phone.edit_recipient(sam, RecipientEdit::Compare(phone.now().day()))).unwrap();
    let prepared = prepare(&phone, &wish).unwrap();
    let (id, _) = now(phone.note_share(&prepared, 1)).unwrap();
    now(phone.edit_recipient(sam, RecipientEdit::SetKey(key(2).bytes()))).unwrap();
    let phone = open(&home, &world);
    assert_eq!(prepare(&phone, &wish).err(), Some(ShareError::NotCompared));
    assert_eq!(phone.may_share_again(id), Err(ShareError::NotCompared));
    assert!(phone.recipient(sam).unwrap().compared_on().is_none());
    now(phone.edit_recipient(sam, RecipientEdit::Compare(phone.now().day()))).unwrap();
    assert_eq!(prepare(&phone, &wish).unwrap().key, Some(key(2)));
    assert_eq!(now(phone.edit_recipient(sam, RecipientEdit::SetKey([0; 32]))).err(), Some(ShareError::WeakKey));
}

#[test]
fn somebody_who_is_removed_is_handed_nothing_more_and_stays_in_the_list() {
    let (_, world, phone) = new_phone();
    let sam = sam(&phone);
    let wish = sending(To::Recipient(sam), agreed(&phone, "Sam", Until::EndOfTreatment));
    let (id, _) = now(phone.note_share(&prepare(&phone, &wish).unwrap(), 1)).unwrap();
    world.wait(DAY_MS);
    let undo = now(phone.remove_recipient(sam)).unwrap();
    assert_eq!(prepare(&phone, &wish).err(), Some(ShareError::Removed));
    assert!(matches!(phone.shared(id).unwrap().state, Some(ShareState::Stopped(_))));
    assert_eq!(phone.shares()[0].consent.as_ref().unwrap().whom().name.as_str(), "Sam");
    let same = now(phone.add_recipient(label("Sam again"), None, key(1), true));
    assert_eq!(same.err(), Some(ShareError::AlreadyThere(sam)));
    now(phone.undo(undo)).unwrap();
    assert_eq!(phone.may_share_again(id), Ok(()));
    let nobody = RecipientId::from_bytes([0x80; 8]);
    assert_eq!(now(phone.remove_recipient(nobody)).err(), Some(ShareError::Gone));
}

#[test]
fn only_so_many_recipients_are_kept() {
    let (_, _, phone) = new_phone();
    for number in 0..30 {
        now(phone.add_recipient(label("Somebody"), None, key(number), false)).unwrap();
    }
    let one_more = now(phone.add_recipient(label("Somebody"), None, key(100), false));
    assert!(matches!(one_more, Err(ShareError::Save(SaveError::Edit(_)))));
    let first = phone.recipients()[0].0;
    now(phone.remove_recipient(first)).unwrap();
    now(phone.add_recipient(label("Somebody"), None, key(100), false)).unwrap();
    assert_eq!(phone.recipients().len(), 31);
}

#[test]
fn a_phone_that_is_full_notes_nothing_and_can_do_it_again() {
    let (home, _, phone) = new_phone();
    let prepared = prepare(&phone, &sending(To::Paper, agreed(&phone, "Sam", Until::Once))).unwrap();
    let _ = home.clone().failing_at(1, StoreError::Full);
    assert_eq!(now(phone.note_share(&prepared, 0)).err(), Some(SaveError::Store(StoreError::Full)));
    assert!(phone.shares().is_empty());
    let (id, undo) = now(phone.note_share(&prepared, 0)).unwrap();
    assert_eq!(phone.shared(id).unwrap().share.package(), None);
    now(phone.undo(undo)).unwrap();
    assert!(phone.shares().is_empty() && phone.shared(id).is_none());
}

#[test]
fn the_key_that_signs_is_made_once_and_stays() {
    let (home, world, phone) = new_phone();
    let key = now(phone.sharing_key()).unwrap();
    assert!(now(phone.sharing_key()).unwrap() == key);
    log_many(&phone, &world, 700);
    while now(phone.pack()).unwrap() {}
    assert!(now(open(&home, &world).sharing_key()).unwrap() == key);
    let (_, _, other) = super::world::another_phone(2);
    assert!(now(other.sharing_key()).unwrap() != key);
}
