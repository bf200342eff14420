//! Who is handed something, what was handed over, and what was agreed to. Of the key that it is signed with, only that there is one.

use super::parts::{day, moment, time};
use crate::time::Time;
use crate::value::{Fields, Value};
use domain::Label;
use domain::share::{Consent, Days, Grant, Purpose, Recipient, Share, SharingKey, Signature, To, Until};
use domain::summary::{Block, Carries};

/// Whoever had the key could sign in the person's name, so no export has it; a sealed backup does.
pub fn key(_: &SharingKey) -> Fields {
    vec![("secret_left_out", Value::Bool(true))]
}

pub fn recipient(recipient: &Recipient) -> Fields {
    vec![
        ("name", label(Some(recipient.name()))),
        ("organisation", label(recipient.organisation())),
        ("public_key", hexadecimal(&recipient.key())),
        ("compared_on", day(recipient.compared_on())),
        ("removed", Value::Bool(recipient.is_removed())),
    ]
}

pub fn share(share: &Share) -> Fields {
    let (way, recipient) = match share.to() {
        To::Recipient(id) => ("key", Some(id)),
        To::Passphrase => ("passphrase", None),
        To::Paper => ("paper", None),
    };
    let earlier = match share.grant() {
        Grant::Earlier(id) => Some(*id),
        Grant::Signed(_) => None,
    };
    let mut fields = moment(share.at());
    fields.extend([
        ("way", Value::word("share-way", way)),
        ("recipient_id", Value::told(recipient, |id| Value::Text(id.to_hex()))),
        ("serial", Value::Whole(share.serial().into())),
        ("package_id", Value::told(share.package(), |id| hexadecimal(&id))),
        ("size", Value::Whole(share.bytes().into())),
        ("earlier_share_id", Value::told(earlier, |id| Value::Text(id.to_hex()))),
        ("stopped_at", time(share.stopped_at().and_then(Time::of_moment))),
        ("consent", Value::told(share.consent(), consent)),
    ]);
    fields
}

fn consent(consent: &Consent) -> Value {
    let these = match consent.days() {
        Days::These(period) => Some(period),
        Days::OfEachPage => None,
    };
    let (purpose, words) = match consent.purpose() {
        Purpose::Treatment => ("treatment", None),
        Purpose::MyRequest => ("my-request", None),
        Purpose::Own(words) => ("own", Some(words)),
    };
    let (until, last) = match consent.until() {
        Until::Day(last) => ("day", Some(last)),
        Until::EndOfTreatment => ("end-of-treatment", None),
        Until::Once => ("once", None),
    };
    let (signed, name) = match consent.signature() {
        Signature::Typed(name) => ("typed", Some(name)),
        Signature::Tick => ("tick", None),
    };
    let what = consent.what();
    let blocks = Block::ALL.iter().filter(|block| what.has(**block));
    let carries = Carries::ALL.iter().filter(|one| what.carries(**one));
    Value::Object(vec![
        ("from_name", label(consent.who())),
        ("recipient_name", label(Some(&consent.whom().name))),
        ("organisation", label(consent.whom().organisation.as_ref())),
        ("first_day", day(these.map(|period| period.first()))),
        ("last_day", day(these.map(|period| period.last()))),
        ("parts", Value::each(blocks, |block| Value::word("page-part", block.code()))),
        ("carries", Value::each(carries, |one| Value::word("page-carries", one.code()))),
        ("purpose", Value::word("purpose", purpose)),
        ("purpose_words", Value::told(words, |words| Value::text(words.as_str()))),
        ("until", Value::word("until", until)),
        ("until_day", day(last)),
        ("taken_back", Value::word("revoke", consent.revoke_code())),
        ("signed", Value::word("signature", signed)),
        ("signed_name", label(name)),
        ("signed_on", Value::Day(consent.signed_on())),
        ("language", Value::word("language", consent.language_code())),
        ("wording", Value::Whole(consent.wording().into())),
    ])
}

fn label(label: Option<&Label>) -> Value {
    Value::told(label, |label| Value::text(label.as_str()))
}

pub(super) fn hexadecimal(bytes: &[u8]) -> Value {
    Value::Text(
        bytes
            .iter()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .filter_map(|half| char::from_digit(half.into(), 16))
            .collect(),
    )
}
