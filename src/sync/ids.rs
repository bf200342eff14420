//! Names for records, operations and devices. Random bytes that the caller brings; they say nothing about the person.

use core::fmt;

macro_rules! id {
    ($(#[$meaning:meta])* $name:ident, $length:literal) => {
        $(#[$meaning])*
        #[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct $name([u8; $length]);

        impl $name {
            /// Takes bytes that were drawn at random or stored before.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }

            /// The bytes, as they are stored.
            #[must_use]
            pub const fn bytes(self) -> [u8; $length] {
                self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}({})", stringify!($name), hex(&self.0))
            }
        }
    };
}

id!(
    /// One record: a craving, a contact, a setting. Never used a second time, not even after the record is erased.
    RecordId,
    16
);
id!(
    /// One operation. Two devices that hold the same id hold the same operation.
    OperationId,
    16
);
id!(
    /// One installation of the app.
    DeviceId,
    8
);

impl RecordId {
    /// 32 lowercase hexadecimal digits, as they stand in the address of a page.
    #[must_use]
    pub fn to_hex(self) -> String {
        hex(&self.0)
    }

    /// Reads what [`Self::to_hex`] writes, and nothing else: one record has one address.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
        if pairs.len() != bytes.len() {
            return None;
        }
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = (digit(*high)? << 4) | digit(*low)?;
        }
        Some(Self(bytes))
    }
}

fn digit(character: u8) -> Option<u8> {
    match character {
        b'0'..=b'9' => Some(character - b'0'),
        b'a'..=b'f' => Some(character - b'a' + 10),
        _ => None,
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(if value < 10 { b'0' + value } else { b'a' + value - 10 });
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0x0f)]).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn an_address_is_32_lowercase_digits() {
        let id = RecordId::from_bytes([0x0a; 16]);
        assert_eq!(id.to_hex(), "0a".repeat(16));
        assert_eq!(RecordId::from_hex(&"0A".repeat(16)), None);
        assert_eq!(RecordId::from_hex(&"0a".repeat(15)), None);
        assert_eq!(RecordId::from_hex(&"0a".repeat(17)), None);
        assert_eq!(RecordId::from_hex(&"ä".repeat(16)), None);
        assert_eq!(RecordId::from_hex(&format!("{}a", "0a".repeat(15))), None);
        assert_eq!(RecordId::from_hex("0x0a"), None);
    }

    #[test]
    fn an_id_is_named_when_printed() {
        assert_eq!(format!("{:?}", DeviceId::from_bytes([0xd1; 8])), "DeviceId(d1d1d1d1d1d1d1d1)");
    }

    proptest! {
        #[test]
        fn an_address_leads_back_to_its_record(bytes in any::<[u8; 16]>()) {
            let id = RecordId::from_bytes(bytes);
            prop_assert_eq!(RecordId::from_hex(&id.to_hex()), Some(id));
        }

        #[test]
        fn any_text_is_an_address_or_is_not(text in any::<String>()) {
            let id = RecordId::from_hex(&text);
            prop_assert_eq!(id.map(RecordId::to_hex), id.map(|_| text));
        }
    }
}
