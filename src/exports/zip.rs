//! Several files as one, so that it can be shared: a ZIP in which nothing is compressed (APPNOTE.TXT 6.3, "stored").

use crate::File;
use chrono::{Datelike, NaiveDateTime, Timelike};

/// The names are UTF-8 (general purpose bit 11).
const FLAGS: u16 = 1 << 11;
/// What a reader has to be able to do: version 1.0, which knows stored files.
const VERSION: u16 = 10;

/// None beyond 4 GiB or 65,535 files, which this form cannot say. `at` is what the files say of when they were made.
pub fn zip(files: &[File], at: NaiveDateTime) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let offset = u32::try_from(out.len()).ok()?;
        let about = about(file, at)?;
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&about);
        out.extend_from_slice(file.name.as_bytes());
        out.extend_from_slice(&file.bytes);

        directory.extend_from_slice(b"PK\x01\x02");
        put(&mut directory, &[VERSION]);
        directory.extend_from_slice(&about);
        // No comment, the first disk, no attributes.
        put(&mut directory, &[0, 0, 0, 0, 0]);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(file.name.as_bytes());
    }
    let count = u16::try_from(files.len()).ok()?;
    let (start, length) = (u32::try_from(out.len()).ok()?, u32::try_from(directory.len()).ok()?);
    out.extend_from_slice(&directory);
    out.extend_from_slice(b"PK\x05\x06");
    put(&mut out, &[0, 0, count, count]);
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(&start.to_le_bytes());
    put(&mut out, &[0]);
    Some(out)
}

/// What stands before a file and in the directory alike.
fn about(file: &File, at: NaiveDateTime) -> Option<Vec<u8>> {
    let length = u32::try_from(file.bytes.len()).ok()?.to_le_bytes();
    let (date, time) = dos(at);
    let mut out = Vec::new();
    put(&mut out, &[VERSION, FLAGS, 0, time, date]);
    out.extend_from_slice(&crc_32(&file.bytes).to_le_bytes());
    out.extend_from_slice(&length);
    out.extend_from_slice(&length);
    put(&mut out, &[u16::try_from(file.name.len()).ok()?, 0]);
    Some(out)
}

fn put(out: &mut Vec<u8>, numbers: &[u16]) {
    for number in numbers {
        out.extend_from_slice(&number.to_le_bytes());
    }
}

/// Date and time as MS-DOS had them: from 1980 to 2107, every other second.
fn dos(at: NaiveDateTime) -> (u16, u16) {
    let (date, time) = (at.date(), at.time());
    let year = u32::try_from(date.year().clamp(1980, 2107) - 1980).unwrap_or(0);
    let date = year << 9 | date.month() << 5 | date.day();
    let time = time.hour() << 11 | time.minute() << 5 | (time.second() / 2);
    (u16::try_from(date).unwrap_or(0), u16::try_from(time).unwrap_or(0))
}

/// CRC-32 as ZIP, PNG and Ethernet have it (ISO 3309).
fn crc_32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use proptest::prelude::*;
    use std::io::{Cursor, Read};

    #[test]
    fn the_usual_example_has_its_usual_number() {
        assert_eq!(crc_32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc_32(b""), 0);
    }

    fn at() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(9, 30, 8).unwrap()
    }

    proptest! {
        #[test]
        fn every_file_comes_out_as_it_went_in(bodies in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 0..6)) {
            let named = |(place, bytes): (usize, Vec<u8>)| File { name: format!("{place}-ñ.csv"), bytes };
            let files: Vec<File> = bodies.into_iter().enumerate().map(named).collect();
            let mut archive = ::zip::ZipArchive::new(Cursor::new(zip(&files, at()).unwrap())).unwrap();
            prop_assert_eq!(archive.len(), files.len());
            for (place, file) in files.iter().enumerate() {
                let mut there = archive.by_index(place).unwrap();
                prop_assert_eq!(there.name().unwrap(), file.name.as_str());
                let made = there.last_modified().unwrap();
                prop_assert_eq!((made.year(), made.month(), made.day(), made.hour(), made.minute()), (2026, 11, 22, 9, 30));
                let mut bytes = Vec::new();
                // Reads to the end, and checks the sum on the way.
                there.read_to_end(&mut bytes).unwrap();
                prop_assert_eq!(&bytes, &file.bytes);
            }
        }
    }
}
