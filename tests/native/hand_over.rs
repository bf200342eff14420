//! Handing a page over from one end to the other: the journal prepares it, the worker signs and seals it, the counselor's side opens it. And what
//! somebody hostile does on the way.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story that cannot be set up is a failing test")]

use std::cell::Cell;
use std::rc::Rc;

use domain::share::{
    Arrived, Consent, ConsentDraft, Days, Grant, Handed, HandedError, Purpose, RecipientId, Revoke, Signature, To,
    Until, Whom,
};
use domain::summary::{Block, Carries, Choice, Period};
use domain::{CravingEdit, EntryMark, Intensity, Label, Language, Line, Moment, Note, Zone};
use engine::{Clock, Ids, Journal, Prepared, Sending, seal_under_passphrase};
use handover::{HandOver, seal_for_a_key, sender_of, sign_for_a_passphrase};
use pollster::block_on;
use sha2::{Digest, Sha256};
use storage::Memory;
use stories_native::Database;
use vault::{PackageError, ReadingKey, SealedFor, Signed, Stretched, Stretching, open_package, open_under_passphrase};

const HOSTILE: &str = "<script>alert(1)</script><img src=x onerror=alert(1)>";

/// Sunday morning in Chicago, and ids that count.
#[derive(Clone)]
struct World(Rc<Cell<u64>>);

impl Clock for World {
    fn now(&self) -> Moment {
        Moment::of_device(1_795_361_400_000, -360, Zone::named_or_utc("America/Chicago"))
    }
}

impl Ids for World {
    fn random(&self) -> [u8; 16] {
        self.0.set(self.0.get() + 1);
        let mut bytes = [0x5a; 16];
        bytes[8..].copy_from_slice(&self.0.get().wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
        bytes
    }
}

type Phone = Journal<Memory, World>;

fn phone() -> Phone {
    block_on(Journal::open(Memory::default(), World(Rc::new(Cell::new(1))))).unwrap()
}

fn counselor(byte: u8) -> ReadingKey {
    ReadingKey::from_bytes(&[byte; 32]).unwrap()
}

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

fn everything() -> Choice {
    let all = Block::ALL.iter().fold(Choice::NOTHING, |choice, block| choice.with(*block, true));
    Carries::ALL.iter().fold(all, |choice, what| choice.carrying(*what, true))
}

fn agreed(phone: &Phone, name: &str, purpose: Purpose) -> Grant {
    let draft = ConsentDraft {
        who: Some(label(name)),
        whom: Some(Whom { name: label(name), organisation: Some(label(name)) }),
        days: Some(Days::OfEachPage),
        what: Some(everything()),
        purpose: Some(purpose),
        until: Some(Until::EndOfTreatment),
        revoke: Some(Revoke::InTheApp),
        signature: Some(Signature::Typed(label(name))),
        language: Some(Language::En),
    };
    Grant::Signed(Consent::new(draft, phone.now().day()).unwrap())
}

fn sending(phone: &Phone, to: To, grant: Grant) -> Sending {
    let period = Period::days_until(phone.now().day(), 7);
    Sending { to, grant, period, choice: everything(), from: Some(label("Ana")), language: Language::En }
}

fn prepared(phone: &Phone, sending: &Sending) -> Prepared {
    block_on(phone.prepare_share(&Database, phone.now().zone(), sending)).unwrap()
}

fn know(phone: &Phone, name: &str, key: &ReadingKey) -> RecipientId {
    block_on(phone.add_recipient(label(name), None, key.address(), true)).unwrap().0
}

/// What the page of the app asks its worker.
fn sealed_for(phone: &Phone, prepared: &Prepared) -> Vec<u8> {
    let seed = block_on(phone.sharing_key()).unwrap().seed();
    seal_for_a_key(&prepared.key.unwrap().bytes(), &asked(&seed, prepared, &prepared.payload)).unwrap()
}

fn asked<'a>(seed: &'a [u8; 32], prepared: &'a Prepared, payload: &'a [u8]) -> HandOver<'a> {
    HandOver { seed, id: &prepared.package, sent_utc_ms: prepared.at.utc_ms(), payload }
}

/// What the counselor's page makes of what it opened.
fn arrived(signed: Signed) -> Result<Arrived, HandedError> {
    let handed = Handed::decode(&signed.payload)?;
    Ok(Arrived { sender: signed.sender.bytes(), id: signed.id, sent_utc_ms: signed.sent_utc_ms, handed })
}

/// As the worker answers for the passphrase of this file; the stretching itself has its own tests.
fn stretched(salt: [u8; 16]) -> Stretched {
    let key = stretch::stretch("lamp river tulip canoe maple robin", &salt, &Stretching::FLOOR).unwrap();
    Stretched::new(key.as_slice(), salt, Stretching::FLOOR).unwrap()
}

#[test]
fn a_counselor_opens_page_after_page_and_knows_from_whom_each_is() {
    let (phone, sam) = (phone(), counselor(5));
    let to = To::Recipient(know(&phone, "Sam", &sam));
    let first = prepared(&phone, &sending(&phone, to, agreed(&phone, "Sam", Purpose::Treatment)));
    let package = sealed_for(&phone, &first);
    let (id, _) = block_on(phone.note_share(&first, u32::try_from(package.len()).unwrap())).unwrap();
    block_on(phone.log_craving(Intensity::new(7).unwrap(), None)).unwrap();
    let second = prepared(&phone, &sending(&phone, to, Grant::Earlier(id)));
    let again = sealed_for(&phone, &second);

    let sender = sender_of(&block_on(phone.sharing_key()).unwrap().seed()).unwrap();
    // They come in any order; the numbers tell which is which.
    let opened = [&again, &package].map(|file| {
        assert!(matches!(SealedFor::of(file), Ok(SealedFor::Key)));
        arrived(open_package(&sam, file).unwrap()).unwrap()
    });
    assert!(opened.iter().all(|one| one.sender == sender));
    let told = opened.map(|one| (one.handed.serial(), one.handed.sheet().change.unwrap().now.cravings));
    assert_eq!(told, [(2, 1), (1, 0)]);
    // The same file a second time, or one that somebody plays back, has the number of the first.
    let once_more = arrived(open_package(&sam, &package).unwrap()).unwrap();
    assert_eq!(once_more.id, first.package);
}

#[test]
fn a_passphrase_opens_the_same_page_and_the_sender_is_known_there_too() {
    let phone = phone();
    let prepared = prepared(&phone, &sending(&phone, To::Passphrase, agreed(&phone, "Sam", Purpose::MyRequest)));
    let seed = block_on(phone.sharing_key()).unwrap().seed();
    let signed = sign_for_a_passphrase(&asked(&seed, &prepared, &prepared.payload)).unwrap();
    let file = seal_under_passphrase(&signed, &stretched([9; 16])).unwrap();

    let Ok(SealedFor::Passphrase(header)) = SealedFor::of(&file) else { panic!("not under a passphrase") };
    let opened = open_under_passphrase(&file, &stretched(header.salt())).unwrap();
    assert_eq!(opened.sender.bytes(), sender_of(&seed).unwrap());
    let told = arrived(opened).unwrap();
    assert_eq!((told.id, told.handed.serial()), (prepared.package, 1));
}

#[test]
fn a_counselor_who_seals_it_again_for_a_colleague_is_found_out() {
    let (phone, sam, robin) = (phone(), counselor(5), counselor(6));
    let to = To::Recipient(know(&phone, "Sam", &sam));
    let prepared = prepared(&phone, &sending(&phone, to, agreed(&phone, "Sam", Purpose::Treatment)));
    let package = sealed_for(&phone, &prepared);
    assert_eq!(open_package(&robin, &package).err(), Some(PackageError::OtherKey));
    // What Sam has in hand after opening it is the signed block, and it names Sam: under another seal it opens for nobody.
    let seed = block_on(phone.sharing_key()).unwrap().seed();
    let block_for_sam = {
        let mut block = vec![1, 1];
        block.extend(sender_of(&seed).unwrap());
        block.extend(sam.address().bytes());
        block
    };
    let signed = sign_for_a_passphrase(&asked(&seed, &prepared, &prepared.payload)).unwrap();
    let mut swapped = signed.to_vec();
    swapped[..block_for_sam.len()].copy_from_slice(&block_for_sam);
    assert_eq!(Signed::read(&swapped, Some(&robin.address())).err(), Some(PackageError::Forged));
    assert_eq!(Signed::read(&signed, Some(&robin.address())).err(), Some(PackageError::OtherRecipient));
}

#[test]
fn somebody_who_signs_in_her_name_has_another_key() {
    let (phone, sam) = (phone(), counselor(5));
    let to = To::Recipient(know(&phone, "Sam", &sam));
    let prepared = prepared(&phone, &sending(&phone, to, agreed(&phone, "Sam", Purpose::Treatment)));
    let genuine = open_package(&sam, &sealed_for(&phone, &prepared)).unwrap();
    // Sam's key is public, and the words are easy to guess: anybody can seal for Sam. But not sign as Ana.
    let forged = seal_for_a_key(&sam.address().bytes(), &asked(&[66; 32], &prepared, &prepared.payload)).unwrap();
    let forged = open_package(&sam, &forged).unwrap();
    assert_ne!(forged.sender, genuine.sender);
    // The same number from another sender is another page: whoever reads both sees two senders.
    let [genuine, forged] = [genuine, forged].map(|signed| arrived(signed).unwrap());
    assert!(genuine.id == forged.id && genuine.sender != forged.sender);
}

/// The payload with nothing in the place of its first part, which is the consent.
fn without_consent(payload: &[u8]) -> Vec<u8> {
    let (mut length, mut at) = (0_usize, 1);
    for shift in (0..).step_by(7) {
        length |= usize::from(payload[at] & 0x7f) << shift;
        at += 1;
        if payload[at - 1] < 0x80 {
            break;
        }
    }
    assert!(Consent::decode(&payload[at..at + length]).is_ok());
    [&payload[..1], &[0], &payload[at + length..]].concat()
}

#[test]
fn a_package_whose_consent_was_taken_out_is_not_shown() {
    let (phone, sam) = (phone(), counselor(5));
    let to = To::Recipient(know(&phone, "Sam", &sam));
    let prepared = prepared(&phone, &sending(&phone, to, agreed(&phone, "Sam", Purpose::Treatment)));
    // Even by the person's own key.
    let seed = block_on(phone.sharing_key()).unwrap().seed();
    let stripped = without_consent(&prepared.payload);
    let package = seal_for_a_key(&sam.address().bytes(), &asked(&seed, &prepared, &stripped)).unwrap();
    let why = arrived(open_package(&sam, &package).unwrap()).err();
    assert_eq!(why, Some(HandedError::NoConsent));
}

#[test]
fn a_file_that_wants_sixty_four_gigabytes_for_its_passphrase_is_refused_before_it_is_asked_for() {
    let phone = phone();
    let prepared = prepared(&phone, &sending(&phone, To::Passphrase, agreed(&phone, "Sam", Purpose::MyRequest)));
    let seed = block_on(phone.sharing_key()).unwrap().seed();
    let signed = sign_for_a_passphrase(&asked(&seed, &prepared, &prepared.payload)).unwrap();
    let mut file = seal_under_passphrase(&signed, &stretched([9; 16])).unwrap();
    // The format is published, and so is its checksum: whoever wants to be believed mends it.
    file[11..15].copy_from_slice(&(64 * 1024 * 1024_u32).to_le_bytes());
    let sum: [u8; 32] = Sha256::new().chain_update(b"handrail/v1/file").chain_update(&file[..84]).finalize().into();
    file[84..88].copy_from_slice(&sum[..4]);
    assert_eq!(SealedFor::of(&file).err(), Some(PackageError::OutOfBounds));
    assert_eq!(open_under_passphrase(&file, &stretched([9; 16])).err(), Some(PackageError::OutOfBounds));
}

#[test]
fn markup_in_every_name_and_note_is_text_when_it_arrives() {
    let (phone, sam) = (phone(), counselor(5));
    let id = block_on(phone.log_craving(Intensity::new(7).unwrap(), None)).unwrap().id;
    block_on(phone.edit_craving(id, CravingEdit::SetNote(Some(Note::new(HOSTILE).unwrap())))).unwrap();
    block_on(phone.mark_entry(id, &phone.now(), EntryMark::TalkAbout, true)).unwrap();
    let to = To::Recipient(know(&phone, HOSTILE, &sam));
    let purpose = Purpose::Own(Line::new(HOSTILE).unwrap());
    let wish = Sending { from: Some(label(HOSTILE)), ..sending(&phone, to, agreed(&phone, HOSTILE, purpose)) };
    let package = sealed_for(&phone, &prepared(&phone, &wish));
    let handed = arrived(open_package(&sam, &package).unwrap()).unwrap().handed;
    let consent = handed.consent();
    let (Purpose::Own(purpose), Signature::Typed(signed)) = (consent.purpose(), consent.signature()) else {
        panic!("other words than were written")
    };
    let whom = consent.whom();
    for words in [handed.from(), consent.who(), Some(&whom.name), whom.organisation.as_ref(), Some(signed)] {
        assert_eq!(words.map(Label::as_str), Some(HOSTILE));
    }
    assert_eq!(purpose.as_str(), HOSTILE);
    let topic = &handed.sheet().talk.as_ref().unwrap().topics[0];
    assert_eq!(topic.note.as_ref().unwrap().line.as_str(), HOSTILE);
}
