//! Bytes as letters of the URL-safe alphabet, without padding (RFC 4648, section 5).

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes them.
pub(crate) fn written(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let held = three.iter().fold(0_usize, |held, byte| (held << 8) | usize::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            let letter = LETTERS.get(held >> (18 - 6 * place) & 63).copied().unwrap_or_default();
            text.push(char::from(letter));
        }
    }
    text
}

/// Reads them; None for a letter of another alphabet, a length that no bytes have, or bits behind the last byte.
pub(crate) fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for four in text.as_bytes().chunks(4) {
        let mut held = 0_u32;
        for letter in four {
            let value = LETTERS.iter().position(|one| one == letter)?;
            held = (held << 6) | u32::try_from(value).ok()?;
        }
        let behind = match four.len() {
            4 => 0,
            3 => 2,
            2 => 4,
            _ => return None,
        };
        if held & ((1 << behind) - 1) != 0 {
            return None;
        }
        let [_, rest @ ..] = (held >> behind).to_be_bytes();
        bytes.extend(rest.iter().skip(4 - four.len()));
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{read, written};
    use proptest::prelude::*;

    #[test]
    fn it_writes_as_the_standard_says() {
        // RFC 4648, section 10, without the padding.
        for (bytes, text) in
            [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")]
        {
            assert_eq!(written(bytes.as_bytes()), text);
            assert_eq!(read(text).unwrap(), bytes.as_bytes());
        }
        assert_eq!(written(&[0xfb, 0xff]), "-_8");
        for wrong in ["Zg=", "Z", "Zh", "Zm9", "Zm 9v", "Zm9vé"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(bytes: Vec<u8>) {
            prop_assert_eq!(read(&written(&bytes)), Some(bytes));
        }

        #[test]
        fn whatever_is_read_is_written_the_same(text in "[A-Za-z0-9_-]{0,40}") {
            if let Some(bytes) = read(&text) {
                prop_assert_eq!(written(&bytes), text);
            }
        }
    }
}
