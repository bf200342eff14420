//! Names of eight bytes, by which the journal knows what it keeps and which a route may carry. They are all made and written alike.

/// Sixteen lowercase hex digits.
pub(crate) fn to_hex(bytes: [u8; 8]) -> String {
    format!("{:016x}", u64::from_be_bytes(bytes))
}

/// The way back; None for anything but sixteen lowercase hex digits.
pub(crate) fn from_hex(text: &str) -> Option<[u8; 8]> {
    let is_plain = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let number = u64::from_str_radix(text, 16).ok().filter(|_| is_plain)?;
    Some(number.to_be_bytes())
}

/// A type for such names, so that none is taken for another's.
macro_rules! name {
    ($(#[$about:meta])* pub struct $name:ident;) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 8]);

        impl $name {
            /// Takes bytes that were drawn at random or stored before.
            pub const fn from_bytes(bytes: [u8; 8]) -> $name {
                $name(bytes)
            }

            pub const fn bytes(self) -> [u8; 8] {
                self.0
            }

            /// Sixteen lowercase hex digits, for an address.
            pub fn to_hex(self) -> String {
                $crate::name::to_hex(self.0)
            }

            /// The way back; None for anything but sixteen lowercase hex digits.
            pub fn from_hex(text: &str) -> Option<$name> {
                $crate::name::from_hex(text).map($name)
            }
        }
    };
}
pub(crate) use name;
