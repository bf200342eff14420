//! The ring as it lies sealed: a first byte that is the version, then the frozen shape of that version in postcard. It is read for years, so a released
//! shape is never edited; a change is a new version beside it, with its golden file.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use vault::{PACKAGE_ID, ReadingKey, VerifyingKey};
use zeroize::{Zeroize, Zeroizing};

use super::{Key, LONGEST_NAME, MOST_KEYS, MOST_PAGES, MOST_SENDERS, Page, Ring, Sender};

const VERSION: u8 = 1;
/// No ring has more bytes.
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Why some bytes are no ring. Nothing of them was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RingError {
    /// A newer version of the page wrote it. Keep the bytes as they are.
    #[error("a newer version wrote these keys")]
    Newer,
    /// Damaged, or never a ring.
    #[error("these are no keys")]
    Unreadable,
}

#[derive(Serialize, Deserialize)]
struct RingV1 {
    keys: Vec<KeyV1>,
    senders: Vec<SenderV1>,
    pages: Vec<PageV1>,
}

#[derive(Serialize, Deserialize)]
struct KeyV1 {
    secret: [u8; ReadingKey::LENGTH],
    /// Days since 1970-01-01.
    made: u32,
}

impl Drop for KeyV1 {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

#[derive(Serialize, Deserialize)]
struct SenderV1 {
    key: [u8; VerifyingKey::LENGTH],
    name: String,
    latest_utc_ms: i64,
}

#[derive(Serialize, Deserialize)]
struct PageV1 {
    id: [u8; PACKAGE_ID],
    on: u32,
}

impl Ring {
    /// The ring in bytes, in the current version. They are secret: to be sealed, and kept nowhere else.
    ///
    /// # Errors
    /// [`RingError::Unreadable`], for completeness.
    pub fn encode(&self) -> Result<Zeroizing<Vec<u8>>, RingError> {
        let key = |key: &Key| {
            let secret = key.reading.dangerously_bytes().try_into().map_err(|_| RingError::Unreadable)?;
            Ok(KeyV1 { secret, made: days_of(key.made) })
        };
        let shape = RingV1 {
            keys: self.keys.iter().map(key).collect::<Result<_, _>>()?,
            senders: self.senders.iter().map(SenderV1::from).collect(),
            pages: self.pages.iter().map(|page| PageV1 { id: page.id, on: days_of(page.on) }).collect(),
        };
        // All room is there from the start, so no copy is left behind in memory.
        let room = 64 + shape.keys.len() * 64 + shape.senders.len() * (64 + LONGEST_NAME) + shape.pages.len() * 32;
        let mut bytes = Vec::with_capacity(room);
        bytes.push(VERSION);
        postcard::to_extend(&shape, bytes).map(Zeroizing::new).map_err(|_| RingError::Unreadable)
    }

    /// The way back. Every bound is checked: a list beyond its end, a key that is none or a byte too many is [`RingError::Unreadable`].
    ///
    /// # Errors
    /// [`RingError`].
    pub fn decode(bytes: &[u8]) -> Result<Ring, RingError> {
        let (version, body) = bytes.split_first().ok_or(RingError::Unreadable)?;
        match *version {
            0 => return Err(RingError::Unreadable),
            VERSION => {}
            _ => return Err(RingError::Newer),
        }
        if bytes.len() > MOST_BYTES {
            return Err(RingError::Unreadable);
        }
        match postcard::take_from_bytes::<RingV1>(body) {
            Ok((shape, [])) => shape.into_ring().ok_or(RingError::Unreadable),
            Ok((_, _)) | Err(_) => Err(RingError::Unreadable),
        }
    }
}

impl RingV1 {
    fn into_ring(self) -> Option<Ring> {
        let RingV1 { keys, senders, pages } = self;
        let fits = (1..=MOST_KEYS).contains(&keys.len()) && senders.len() <= MOST_SENDERS && pages.len() <= MOST_PAGES;
        let key =
            |key: &KeyV1| Some(Key { reading: ReadingKey::from_bytes(&key.secret).ok()?, made: date_of(key.made)? });
        let page = |page: &PageV1| Some(Page { id: page.id, on: date_of(page.on)? });
        let ring = Ring {
            keys: keys.iter().map(key).collect::<Option<_>>()?,
            senders: senders.into_iter().map(Sender::try_from).collect::<Result<_, _>>().ok()?,
            pages: pages.iter().map(page).collect::<Option<_>>()?,
        };
        fits.then_some(ring)
    }
}

impl From<&Sender> for SenderV1 {
    fn from(sender: &Sender) -> SenderV1 {
        SenderV1 { key: sender.key.bytes(), name: sender.name.clone(), latest_utc_ms: sender.latest_utc_ms }
    }
}

impl TryFrom<SenderV1> for Sender {
    type Error = RingError;

    fn try_from(sender: SenderV1) -> Result<Sender, RingError> {
        if sender.name.len() > LONGEST_NAME {
            return Err(RingError::Unreadable);
        }
        let key = VerifyingKey::from_bytes(sender.key);
        Ok(Sender { key, name: sender.name, latest_utc_ms: sender.latest_utc_ms })
    }
}

/// Nothing was opened before 1970.
fn days_of(day: NaiveDate) -> u32 {
    u32::try_from(day.signed_duration_since(NaiveDate::default()).num_days()).unwrap_or_default()
}

fn date_of(days: u32) -> Option<NaiveDate> {
    NaiveDate::default().checked_add_days(Days::new(days.into()))
}

#[cfg(test)]
mod tests {
    use super::super::{Came, Key, Mark, Ring, Seen, Sent};
    use super::RingError;
    use chrono::NaiveDate;
    use proptest::prelude::{any, prop_assert, proptest};
    use vault::{ReadingKey, VerifyingKey};

    const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ring/golden/v1.bin");

    fn golden() -> Vec<u8> {
        std::fs::read(GOLDEN).unwrap()
    }

    #[test]
    #[ignore = "writes what is missing; cargo xtask golden"]
    fn write_golden() {
        if !std::path::Path::new(GOLDEN).exists() {
            std::fs::create_dir_all(std::path::Path::new(GOLDEN).parent().unwrap()).unwrap();
            std::fs::write(GOLDEN, ring().encode().unwrap()).unwrap();
        }
    }

    fn page(number: u8) -> Mark<'static> {
        let sender = VerifyingKey::from_bytes([number; 32]);
        Mark { id: [number; 16], sender, name: "Ana  López", sent_utc_ms: 1_795_000_000_000 + i64::from(number) }
    }

    fn ring() -> Ring {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let key = |number: u8, made| Key { reading: ReadingKey::from_bytes(&[number; 32]).unwrap(), made };
        let mut ring = Ring { keys: vec![key(8, day(20)), key(7, day(1))], ..Ring::default() };
        ring.remember(page(3), day(21));
        ring
    }

    #[test]
    fn keys_that_were_kept_are_read_by_every_later_page() {
        let golden = golden();
        let found = Ring::decode(&golden).unwrap();
        assert_eq!(found.encode().unwrap().as_slice(), golden);
        assert_eq!(ring().encode().unwrap().as_slice(), golden, "the shape that is written has changed");
        let addresses = |ring: &Ring| ring.keys().iter().map(|key| key.reading.address()).collect::<Vec<_>>();
        assert_eq!(addresses(&found), addresses(&ring()));
        let on = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        assert_eq!(found.look(page(3)), Seen { sender: Sent::Same, page: Came::Before(on) });
    }

    #[test]
    fn keys_of_a_newer_page_are_told_from_damage() {
        let golden = golden();
        let mut newer = golden.clone();
        newer[0] = 2;
        assert_eq!(Ring::decode(&newer).err(), Some(RingError::Newer));
        for bytes in [&[][..], &[0], &[1], &[1, 0, 0, 0], &[golden.as_slice(), &[0]].concat()] {
            assert_eq!(Ring::decode(bytes).err(), Some(RingError::Unreadable));
        }
    }

    #[test]
    fn a_very_long_name_is_compared_as_far_as_it_is_kept() {
        let mut ring = ring();
        let name = "ñ".repeat(5_000);
        ring.accept(Mark { name: &name, ..page(9) });
        let found = Ring::decode(&ring.encode().unwrap()).unwrap();
        assert_eq!((found.senders(), found.look(Mark { name: &name, ..page(10) }).sender), (2, Sent::Other));
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_ring_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = Ring::decode(&bytes);
            let _ = Ring::decode(&[&[1], bytes.as_slice()].concat());
        }

        #[test]
        fn a_ring_that_was_cut_off_is_refused(at in any::<proptest::sample::Index>()) {
            let golden = golden();
            prop_assert!(Ring::decode(&golden[..at.index(golden.len())]).is_err());
        }
    }
}
