//! Pictures and recordings as files of their own, named by the id under which everything else names them.

use crate::File;
use crate::facts::{Facts, Item, Journal, id_hex};
use domain::record::Record;

/// `picture-0102030405060708.jpg`, `recording-1112131415161718.webm`. What no browser records, and is therefore never kept, has no ending.
pub fn attached(facts: &Facts<'_>, items: &[Item]) -> Vec<File> {
    let journal = Journal::of(items);
    let kept = journal.kept(facts.including);
    let file = |item: &&Item| {
        let (what, ending, bytes) = match &item.record {
            Record::Photo(photo) => ("picture-", ".jpg", photo.bytes()),
            Record::Recording(recording) => ("recording-", ending(recording.media_type()), recording.bytes()),
            _ => return None,
        };
        Some(File { name: [what, &id_hex(item.id), ending].concat(), bytes: bytes.to_vec() })
    };
    kept.iter().filter_map(file).collect()
}

/// Of a file with sound, by which other programs know it.
fn ending(media_type: Option<&str>) -> &'static str {
    match media_type {
        Some("audio/webm") => ".webm",
        Some("audio/mp4") => ".m4a",
        Some("audio/ogg") => ".ogg",
        _ => "",
    }
}
