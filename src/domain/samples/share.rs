//! Consents, packages, recipients and shares: a few by name, and arbitrary ones for the laws, also for the tests of other crates.

use super::summary::{any_choice, any_facts, any_period, everything};
use super::week::date;
use super::{any_kept, any_label, any_moment, now};
use crate::share::{
    Consent, ConsentDraft, Days, Grant, Handed, Purpose, Recipient, RecipientId, Revoke, Share, ShareId, SharingKey,
    Signature, To, Until, Whom,
};
use crate::summary::{Block, Choice, Summary};
use crate::{Language, Line};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// A whole consent to everything for a counselor, for treatment, until the spring.
pub fn draft() -> ConsentDraft {
    let label = |text: &str| crate::Label::new(text).unwrap();
    ConsentDraft {
        who: Some(label("Ana María")),
        whom: Some(Whom { name: label("Sam"), organisation: Some(label("Clínica El Río")) }),
        days: Some(Days::OfEachPage),
        what: Some(everything()),
        purpose: Some(Purpose::Treatment),
        until: Some(Until::Day(date("2027-03-31"))),
        revoke: Some(Revoke::InTheApp),
        signature: Some(Signature::Typed(label("Ana María López"))),
        language: Some(Language::Es),
    }
}

pub(crate) fn consent() -> Consent {
    Consent::new(draft(), now().day()).unwrap()
}

/// In a few words of one's own, for a week, once, and with a tick.
pub(crate) fn under_another_purpose() -> Consent {
    let week = super::summary::days("2026-11-16", "2026-11-22");
    let draft = ConsentDraft {
        who: None,
        days: Some(Days::These(week)),
        what: Some(Choice::default()),
        purpose: Line::new("For the judge’s program, as agreed 🌊").ok().map(Purpose::Own),
        until: Some(Until::Once),
        revoke: Some(Revoke::InWriting),
        signature: Some(Signature::Tick),
        language: Some(Language::En),
        ..draft()
    };
    Consent::new(draft, now().day()).unwrap()
}

pub(crate) fn any_consent() -> impl Strategy<Value = Consent> {
    let purpose = prop_oneof![
        Just(Purpose::Treatment),
        Just(Purpose::MyRequest),
        "\\PC{1,60}".prop_filter_map("blank", |words| Line::new(&words).ok().map(Purpose::Own)),
    ];
    let until = prop_oneof![
        (0..800u64).prop_map(|days| Until::Day(date("2026-11-22") + chrono::Days::new(days))),
        Just(Until::EndOfTreatment),
        Just(Until::Once),
    ];
    let days = option::of(any_period()).prop_map(|these| these.map_or(Days::OfEachPage, Days::These));
    let signature = option::of(any_label()).prop_map(|name| name.map_or(Signature::Tick, Signature::Typed));
    let names = (option::of(any_label()), any_label(), option::of(any_label()));
    let rest = (any_kept::<Revoke>(), any_kept::<Language>(), any::<u8>());
    (names, days, any_choice(), purpose, until, signature, rest).prop_map(
        |((who, name, organisation), days, what, purpose, until, signature, (revoke, language, wording))| {
            let draft = ConsentDraft {
                who,
                whom: Some(Whom { name, organisation }),
                days: Some(days),
                what: Some(what.with(Block::Change, true)),
                purpose: Some(purpose),
                until: Some(until),
                signature: Some(signature),
                ..draft()
            };
            Consent { revoke, language, wording, ..Consent::new(draft, now().day()).unwrap() }
        },
    )
}

/// With a page that keeps to its consent.
pub(crate) fn any_handed() -> impl Strategy<Value = Handed> {
    let rest = (option::of(any_label()), 1..=u32::MAX, select(Language::ALL));
    (any_consent(), any_facts(), any_period(), rest).prop_map(|(consent, facts, period, (from, serial, language))| {
        let period = match consent.days() {
            Days::These(these) => these,
            Days::OfEachPage => period,
        };
        let page = Summary::of(&facts, period, consent.what(), &now());
        Handed::new(consent, page.sheet(), from, serial, language).unwrap()
    })
}

pub(crate) fn any_sharing_key() -> impl Strategy<Value = SharingKey> {
    any::<[u8; 32]>().prop_filter_map("zeros", SharingKey::new)
}

pub(crate) fn any_recipient() -> impl Strategy<Value = Recipient> {
    let day = option::of((0..20_000u64).prop_map(|days| date("1971-01-01") + chrono::Days::new(days)));
    (any_label(), option::of(any_label()), any::<[u8; 32]>(), day, any::<bool>()).prop_map(
        |(name, organisation, key, compared_on, is_removed)| Recipient {
            name,
            organisation,
            key,
            compared_on,
            is_removed,
        },
    )
}

pub(crate) fn any_share() -> impl Strategy<Value = Share> {
    let to = prop_oneof![
        any::<[u8; 8]>().prop_map(|id| To::Recipient(RecipientId::from_bytes(id))),
        Just(To::Passphrase),
        Just(To::Paper),
    ];
    let grant = prop_oneof![
        2 => any_consent().prop_map(Grant::Signed),
        1 => any::<[u8; 8]>().prop_map(|id| Grant::Earlier(ShareId::from_bytes(id))),
    ];
    let rest = (1..=u32::MAX, option::of(any::<[u8; 16]>()), any::<u32>(), option::of(any_moment()));
    (to, grant, any_moment(), rest).prop_map(|(to, grant, at, (serial, package, bytes, stopped_at))| Share {
        to,
        grant,
        at,
        serial,
        package,
        bytes,
        stopped_at,
    })
}
