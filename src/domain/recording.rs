//! A recording in the person's own voice: what a reason can be, besides words and a picture.

use crate::words::unspoken;

/// By which a reason names its recording, which is a record of its own, so that opening the journal does not read it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordingId([u8; 16]);

/// A minute of somebody's voice at most, as the browser wrote it down.
#[derive(Clone, PartialEq, Eq)]
pub struct Recording(Vec<u8>);

unspoken!(RecordingId, Recording);

impl RecordingId {
    pub const fn from_bytes(bytes: [u8; 16]) -> RecordingId {
        RecordingId(bytes)
    }

    pub const fn bytes(self) -> [u8; 16] {
        self.0
    }
}

impl Recording {
    /// In bytes. A minute at [`Recording::BITS_PER_SECOND`] takes a third of it.
    pub const LIMIT: usize = 512 * 1024;
    /// The longest recording, in seconds.
    pub const LIMIT_S: u32 = 60;
    /// What is asked of the browser: enough for a voice.
    pub const BITS_PER_SECOND: u32 = 24_000;

    /// None for nothing, for more than [`Recording::LIMIT`], and for what no browser records.
    pub fn new(bytes: Vec<u8>) -> Option<Recording> {
        let recording = Recording(bytes);
        (recording.0.len() <= Recording::LIMIT && recording.media_type().is_some()).then_some(recording)
    }

    /// The type by which a browser plays it, told by how it begins: WebM (RFC 8794, section 11.2.1), MP4 (ISO/IEC 14496-12, 4.3) or Ogg
    /// (RFC 3533, section 6).
    pub fn media_type(&self) -> Option<&'static str> {
        match self.0.as_slice() {
            [0x1A, 0x45, 0xDF, 0xA3, ..] => Some("audio/webm"),
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some("audio/mp4"),
            [b'O', b'g', b'g', b'S', ..] => Some("audio/ogg"),
            _ => None,
        }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_record_is_known_by_how_it_begins_and_nothing_else_is_taken() {
        let type_of = |bytes: &[u8]| Recording::new(bytes.to_vec()).and_then(|recording| recording.media_type());
        assert_eq!(type_of(&[0x1A, 0x45, 0xDF, 0xA3, 1]), Some("audio/webm"));
        assert_eq!(type_of(b"\0\0\0\x1cftypiso5"), Some("audio/mp4"));
        assert_eq!(type_of(b"OggS\0"), Some("audio/ogg"));
        assert_eq!(type_of(b"<html>"), None);
        assert_eq!(type_of(b""), None);
        let mut large = b"OggS".to_vec();
        large.resize(Recording::LIMIT, 0);
        assert!(type_of(&large).is_some());
        large.push(0);
        assert!(type_of(&large).is_none());
    }
}
