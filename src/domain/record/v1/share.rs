//! Version 1 of the key that a person signs with (kind 80), of a recipient (kind 81), and of what was handed over (kind 82). Frozen like their
//! siblings. A consent is kept as it travels, with a version of its own.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use super::day::DayV1;
use crate::moment::{Moment, Zone};
use crate::record::EncodeError;
use crate::share::{Consent, Grant, Recipient, RecipientId, Share, ShareId, SharingKey, To};
use crate::words::Label;

/// Kind 80.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct SharingKeyV1 {
    /// Not only zeros.
    seed: [u8; 32],
}

/// Kind 81.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct RecipientV1 {
    /// At most 80 characters, as the next one.
    name: String,
    organisation: Option<String>,
    key: [u8; 32],
    compared_on: Option<DayV1>,
    is_removed: bool,
}

/// Kind 82.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct ShareV1 {
    to: ToV1,
    grant: GrantV1,
    at: AtV1,
    /// From 1.
    serial: u32,
    package: Option<[u8; 16]>,
    bytes: u32,
    stopped_at: Option<AtV1>,
}

#[derive(Serialize, Deserialize)]
enum ToV1 {
    Recipient([u8; 8]),
    Passphrase,
    Paper,
}

#[derive(Serialize, Deserialize)]
enum GrantV1 {
    /// A consent as it travels, at most 4,096 bytes.
    Signed(Vec<u8>),
    Earlier([u8; 8]),
}

#[derive(Serialize, Deserialize)]
struct AtV1 {
    /// 1970 to 9999.
    utc_ms: i64,
    /// Local minus UTC, −1080 to 1080.
    offset_minutes: i16,
    /// 1 to 64 visible ASCII characters.
    zone: String,
}

impl From<&Moment> for AtV1 {
    fn from(at: &Moment) -> AtV1 {
        AtV1 { utc_ms: at.utc_ms(), offset_minutes: at.offset_minutes(), zone: at.zone().name().to_owned() }
    }
}

impl AtV1 {
    fn into_moment(self) -> Option<Moment> {
        Moment::new(self.utc_ms, self.offset_minutes, Zone::named(&self.zone)?).ok()
    }
}

impl From<&SharingKey> for SharingKeyV1 {
    fn from(key: &SharingKey) -> SharingKeyV1 {
        SharingKeyV1 { seed: key.seed() }
    }
}

impl SharingKeyV1 {
    pub(in crate::record) fn into_key(self) -> Option<SharingKey> {
        SharingKey::new(self.seed)
    }
}

impl From<&Recipient> for RecipientV1 {
    fn from(recipient: &Recipient) -> RecipientV1 {
        RecipientV1 {
            name: recipient.name.as_str().to_owned(),
            organisation: recipient.organisation.as_ref().map(|organisation| organisation.as_str().to_owned()),
            key: recipient.key,
            compared_on: recipient.compared_on.map(DayV1::from),
            is_removed: recipient.is_removed,
        }
    }
}

impl RecipientV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_recipient(self) -> Option<Recipient> {
        Some(Recipient {
            name: Label::new(&self.name).ok()?,
            organisation: maybe(self.organisation, |text| Label::new(&text).ok())?,
            key: self.key,
            compared_on: maybe(self.compared_on, DayV1::into_date)?,
            is_removed: self.is_removed,
        })
    }
}

impl TryFrom<&Share> for ShareV1 {
    type Error = EncodeError;

    fn try_from(share: &Share) -> Result<ShareV1, EncodeError> {
        Ok(ShareV1 {
            to: match share.to {
                To::Recipient(id) => ToV1::Recipient(id.bytes()),
                To::Passphrase => ToV1::Passphrase,
                To::Paper => ToV1::Paper,
            },
            grant: match &share.grant {
                Grant::Signed(consent) => GrantV1::Signed(consent.encode()?),
                Grant::Earlier(id) => GrantV1::Earlier(id.bytes()),
            },
            at: AtV1::from(&share.at),
            serial: share.serial,
            package: share.package,
            bytes: share.bytes,
            stopped_at: share.stopped_at.as_ref().map(AtV1::from),
        })
    }
}

impl ShareV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_share(self) -> Option<Share> {
        let share = Share {
            to: match self.to {
                ToV1::Recipient(id) => To::Recipient(RecipientId::from_bytes(id)),
                ToV1::Passphrase => To::Passphrase,
                ToV1::Paper => To::Paper,
            },
            grant: match self.grant {
                GrantV1::Signed(consent) => Grant::Signed(Consent::decode(&consent).ok()?),
                GrantV1::Earlier(id) => Grant::Earlier(ShareId::from_bytes(id)),
            },
            at: self.at.into_moment()?,
            serial: self.serial,
            package: self.package,
            bytes: self.bytes,
            stopped_at: maybe(self.stopped_at, AtV1::into_moment)?,
        };
        (share.serial > 0).then_some(share)
    }
}
