//! Padding inside the envelope, so that the size of a stored row tells next to nothing about how much was written.
//!
//! Padded text is `[length u32, little endian][text][zeros]`. The total is at least 256 bytes, and above that one of the
//! sizes of Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", 2019): few sizes, at most 12 % more.

use crate::VaultError;

/// The length prefix, in bytes.
pub(crate) const PREFIX: usize = 4;
/// Nothing is stored in less than this, in bytes: nearly every form a person saves fits.
const SMALLEST: usize = 256;

/// The padded size for a text of `length` bytes.
pub(crate) fn padded_length(length: usize) -> Result<usize, VaultError> {
    u32::try_from(length).map_err(|_| VaultError::TooLong)?;
    let whole = length.checked_add(PREFIX).ok_or(VaultError::TooLong)?;
    Ok(padme(whole).ok_or(VaultError::TooLong)?.max(SMALLEST))
}

/// The size of a text of `length` bytes with a byte behind it that ends it, and zeros: for a text whose length is known only at its end.
pub(crate) fn whole_length(length: usize) -> Result<usize, VaultError> {
    let ended = length.checked_add(1).ok_or(VaultError::TooLong)?;
    Ok(padme(ended).ok_or(VaultError::TooLong)?.max(SMALLEST))
}

/// Padmé: keeps only as many leading bits of the length as its exponent has bits, and rounds up to that.
fn padme(length: usize) -> Option<usize> {
    let exponent = length.checked_ilog2()?;
    let kept = exponent.checked_ilog2().unwrap_or(0).saturating_add(1);
    let coarseness = 1_usize.checked_shl(exponent.saturating_sub(kept))?;
    length.checked_next_multiple_of(coarseness)
}

/// Puts `text`, its length and the zeros behind what `buffer` already holds.
pub(crate) fn pad_onto(buffer: &mut Vec<u8>, text: &[u8]) -> Result<(), VaultError> {
    let padded = padded_length(text.len())?;
    let length = u32::try_from(text.len()).map_err(|_| VaultError::TooLong)?;
    let end = buffer.len().checked_add(padded).ok_or(VaultError::TooLong)?;
    buffer.extend_from_slice(&length.to_le_bytes());
    buffer.extend_from_slice(text);
    buffer.resize(end, 0);
    Ok(())
}

/// Takes the padding off again. Any number of zeros is right, so that a later app may choose other sizes.
pub(crate) fn unpad(mut padded: Vec<u8>) -> Result<Vec<u8>, VaultError> {
    let (prefix, rest) = padded.split_first_chunk::<PREFIX>().ok_or(VaultError::Padding)?;
    let length = usize::try_from(u32::from_le_bytes(*prefix)).map_err(|_| VaultError::Padding)?;
    let zeros = rest.get(length..).ok_or(VaultError::Padding)?;
    if zeros.iter().any(|byte| *byte != 0) {
        return Err(VaultError::Padding);
    }
    padded.drain(..PREFIX);
    padded.truncate(length);
    Ok(padded)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::*;

    fn padded(text: &[u8]) -> Vec<u8> {
        let mut buffer = Vec::new();
        pad_onto(&mut buffer, text).unwrap();
        buffer
    }

    #[test]
    fn a_number_and_a_short_note_look_the_same() {
        assert_eq!(padded(b"").len(), 256);
        assert_eq!(padded(b"7").len(), 256);
        assert_eq!(padded(&[b'a'; 252]).len(), 256);
        assert_eq!(padded(&[b'a'; 253]).len(), 272);
    }

    #[test]
    fn a_megabyte_of_lengths_has_few_sizes() {
        let sizes: BTreeSet<usize> = (0..=1 << 20).map(|length| padded_length(length).unwrap()).collect();
        assert!(sizes.len() < 300, "{} sizes", sizes.len());
    }

    #[test]
    fn a_length_that_is_not_there_is_refused() {
        let mut wrong = padded(b"note");
        wrong[3] = 0xff;
        assert_eq!(unpad(wrong), Err(VaultError::Padding));
        assert_eq!(unpad(vec![1, 0, 0]), Err(VaultError::Padding));
    }

    #[test]
    fn padding_that_is_not_zero_is_refused() {
        let mut wrong = padded(b"note");
        *wrong.last_mut().unwrap() = 1;
        assert_eq!(unpad(wrong), Err(VaultError::Padding));
    }

    #[test]
    fn what_does_not_fit_a_32_bit_length_is_refused() {
        assert_eq!(padded_length(usize::MAX), Err(VaultError::TooLong));
    }

    proptest! {
        #[test]
        fn padding_comes_off_again(text in proptest::collection::vec(any::<u8>(), 0..2000)) {
            prop_assert_eq!(unpad(padded(&text)).unwrap(), text);
        }

        #[test]
        fn padding_is_never_much(length in 253_usize..50_000_000) {
            let padded = padded_length(length).unwrap();
            prop_assert!(padded >= length + PREFIX);
            prop_assert!((padded - length - PREFIX) * 100 <= (length + PREFIX) * 12);
        }

        #[test]
        fn any_bytes_unpad_or_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            let _ = unpad(bytes);
        }
    }
}
