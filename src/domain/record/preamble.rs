//! The first eleven bytes of every record, frozen for ever: what a build needs to know about a record it cannot read.

/// In bytes.
pub const PREAMBLE_LENGTH: usize = 11;
/// Stands for "at no time".
const NO_TIME: i64 = i64::MIN;

/// `[version u8][kind u16][at i64]`, little-endian. Version 0 was never given out, so a run of zeros is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Preamble {
    /// 1 or more.
    pub version: u8,
    /// A [`Kind`](super::Kind)'s number, or one that this build does not know.
    pub kind: u16,
    /// When it happened, in milliseconds since 1970 in UTC; none for what happens at no time, as settings.
    pub at_utc_ms: Option<i64>,
}

impl Preamble {
    pub(super) fn to_bytes(self) -> [u8; PREAMBLE_LENGTH] {
        let [kind_low, kind_high] = self.kind.to_le_bytes();
        let [a, b, c, d, e, f, g, h] = self.at_utc_ms.unwrap_or(NO_TIME).to_le_bytes();
        [self.version, kind_low, kind_high, a, b, c, d, e, f, g, h]
    }
}

/// What stands at the start of a record, whatever its version. None when the bytes are not a record.
pub fn preamble(bytes: &[u8]) -> Option<Preamble> {
    split(bytes).map(|(preamble, _)| preamble)
}

pub(super) fn split(bytes: &[u8]) -> Option<(Preamble, &[u8])> {
    let (start, body) = bytes.split_first_chunk::<PREAMBLE_LENGTH>()?;
    let [version, kind_low, kind_high, at @ ..] = *start;
    if version == 0 {
        return None;
    }
    let at = i64::from_le_bytes(at);
    let at_utc_ms = (at != NO_TIME).then_some(at);
    Some((Preamble { version, kind: u16::from_le_bytes([kind_low, kind_high]), at_utc_ms }, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleven_bytes_are_these_and_stay_these() {
        let craving = Preamble { version: 1, kind: 0x0201, at_utc_ms: Some(0x0807_0605_0403_0201) };
        assert_eq!(craving.to_bytes(), [1, 1, 2, 1, 2, 3, 4, 5, 6, 7, 8]);
        let settings = Preamble { version: 1, kind: 2, at_utc_ms: None };
        assert_eq!(settings.to_bytes(), [1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0x80]);
        for there_and_back in [craving, settings] {
            assert_eq!(preamble(&there_and_back.to_bytes()), Some(there_and_back));
        }
    }

    #[test]
    fn ten_bytes_or_eleven_zeros_are_no_record() {
        assert_eq!(preamble(&[1; 10]), None);
        assert_eq!(preamble(&[0; 11]), None);
        assert_eq!(preamble(&[]), None);
    }
}
