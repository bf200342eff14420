//! The head: what this device has written so far. Every write replaces it, and is refused when another tab replaced it first.

use serde::{Deserialize, Serialize};
use sync::{Clock, DeviceId};

/// This device's name, how many operations it has written, and the last value of its hybrid logical clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub device: DeviceId,
    pub counter: u64,
    pub clock: Clock,
}

/// Version 1 as stored. Frozen.
#[derive(Serialize, Deserialize)]
struct HeadV1 {
    device: [u8; 8],
    counter: u64,
    clock: u64,
}

/// Goes up only together with `rows::LAYOUT`, so that an older app stops before it takes a newer row for a damaged one.
const VERSION: u8 = 1;

impl Head {
    /// Version byte, then the frozen shape.
    pub fn encode(&self) -> Vec<u8> {
        let stored = HeadV1 { device: self.device.bytes(), counter: self.counter, clock: self.clock.bits() };
        let mut bytes = vec![VERSION];
        // Three fixed numbers always encode; an empty body would be refused by `decode` and repaired at the next opening.
        bytes.extend(postcard::to_allocvec(&stored).unwrap_or_default());
        bytes
    }

    /// `None` when the bytes are not a head of version 1.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (VERSION, body) = bytes.split_first().map(|(version, body)| (*version, body))? else { return None };
        let stored: HeadV1 = postcard::from_bytes(body).ok()?;
        Some(Self {
            device: DeviceId::from_bytes(stored.device),
            counter: stored.counter,
            clock: Clock::from_bits(stored.clock),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, DeviceId, Head};

    /// Written on the first day of version 1. If this fails, a phone that was updated would lose count: make a version 2 instead.
    #[test]
    fn a_head_of_version_1_is_read_for_ever() {
        let golden = [1, 1, 2, 3, 4, 5, 6, 7, 8, 172, 2, 129, 128, 136, 200, 248, 172, 209, 145, 1];
        let head = Head {
            device: DeviceId::from_bytes([1, 2, 3, 4, 5, 6, 7, 8]),
            counter: 300,
            clock: Clock::from_bits(0x0123_4567_8902_0001),
        };
        assert_eq!(head.encode(), golden);
        assert_eq!(Head::decode(&golden), Some(head));
    }

    #[test]
    fn other_bytes_are_no_head() {
        for bytes in [&[][..], &[1], &[2, 1, 2, 3], &[1; 8]] {
            assert_eq!(Head::decode(bytes), None);
        }
    }
}
