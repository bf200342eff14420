//! A file in several codes: `HRQ1.CHECK.NUMBER.COUNT.BYTES`.
//!
//! | part | what it is |
//! |---|---|
//! | `HRQ1` | that this is such a part, and the version of this format |
//! | `CHECK` | the CRC-32 of the whole file (ISO 3309, as in ZIP), eight hexadecimal digits; also the name by which parts belong together |
//! | `NUMBER` | which part it is, from 1 on |
//! | `COUNT` | how many there are, at most [`MOST_PARTS`] |
//! | `BYTES` | up to [`IN_ONE`] bytes of the file, in the URL-safe letters of RFC 4648 without padding; only the last part may have fewer |
//!
//! The check tells a code that was read wrong from one that was read right. Against somebody who wants to deceive the seal of the file protects, and nothing
//! here has to.

use crate::base64;

/// So many codes are shown at most: more than a minute of holding still is too much.
pub const MOST_PARTS: usize = 40;
/// Bytes of the file in one code: large enough squares for the camera of a cheap phone.
pub const IN_ONE: usize = 450;

const MARK: &str = "HRQ1";
/// What all versions of the mark begin with.
const ANY_MARK: &str = "HRQ";
/// A part is never longer than this, in bytes; what is longer is not looked at.
const LONGEST: usize = 700;

/// The texts of the codes of a file, in order. None for an empty file, and for one that is too long.
#[must_use]
pub fn parts(file: &[u8]) -> Option<Vec<String>> {
    let count = file.len().div_ceil(IN_ONE);
    if count == 0 || count > MOST_PARTS {
        return None;
    }
    let check = crc32(file);
    let part =
        |(bytes, number): (&[u8], usize)| format!("{MARK}.{check:08x}.{number}.{count}.{}", base64::written(bytes));
    Some(file.chunks(IN_ONE).zip(1..).map(part).collect())
}

/// Parts of one file, as they were read, in any order.
#[derive(Default)]
pub struct Gathering {
    check: u32,
    parts: Vec<Option<Vec<u8>>>,
}

/// What came of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// How many parts are here, and how many there are.
    Part(usize, usize),
    /// The file, whole.
    Whole(Vec<u8>),
}

/// Why a code is no part that helps. What was gathered before is still there, but for [`NoPart::Damaged`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPart {
    /// Another code, of something else.
    Other,
    /// A newer app shows it.
    Newer,
    /// It is no part that there can be, or the parts are no whole: begin again.
    Damaged,
}

impl Gathering {
    /// Takes what the camera read. A part of another file begins anew with that one: whoever shows it has begun anew.
    ///
    /// # Errors
    /// [`NoPart`].
    pub fn take(&mut self, text: &str) -> Result<Taken, NoPart> {
        let part = Part::read(text)?;
        if part.check != self.check || part.count != self.parts.len() {
            *self = Gathering { check: part.check, parts: vec![None; part.count] };
        }
        if let Some(place) = self.parts.get_mut(part.number - 1) {
            *place = Some(part.bytes);
        }
        let here = self.parts.iter().flatten().count();
        if here < part.count {
            return Ok(Taken::Part(here, part.count));
        }
        let Gathering { check, parts } = std::mem::take(self);
        let file: Vec<u8> = parts.into_iter().flatten().flatten().collect();
        if crc32(&file) == check { Ok(Taken::Whole(file)) } else { Err(NoPart::Damaged) }
    }
}

struct Part {
    check: u32,
    /// 1 or more.
    number: usize,
    count: usize,
    bytes: Vec<u8>,
}

impl Part {
    fn read(text: &str) -> Result<Part, NoPart> {
        let Some((mark, rest)) = text.split_once('.') else { return Err(NoPart::Other) };
        if mark != MARK {
            return Err(if mark.starts_with(ANY_MARK) { NoPart::Newer } else { NoPart::Other });
        }
        if text.len() > LONGEST {
            return Err(NoPart::Damaged);
        }
        Part::of(rest).ok_or(NoPart::Damaged)
    }

    fn of(rest: &str) -> Option<Part> {
        let mut fields = rest.split('.');
        let check = fields.next().filter(|check| check.len() == 8)?;
        let check = u32::from_str_radix(check, 16).ok()?;
        let (number, count): (usize, usize) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        let bytes = base64::read(fields.next()?)?;
        let is_last = number == count;
        let fits = bytes.len() == IN_ONE || (is_last && (1..IN_ONE).contains(&bytes.len()));
        // One way to write each, so that a file has one set of parts.
        let is_plain = rest.starts_with(&format!("{check:08x}.{number}.{count}.")) && fields.next().is_none();
        let is_one = fits && is_plain && number >= 1 && number <= count && count <= MOST_PARTS;
        is_one.then_some(Part { check, number, count, bytes })
    }
}

/// The checksum of ISO 3309, over whole files.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ if crc & 1 == 0 { 0 } else { 0xedb8_8320 })
    };
    !bytes.iter().fold(!0, step)
}

#[cfg(test)]
mod tests {
    use super::{Gathering, IN_ONE, MOST_PARTS, NoPart, Taken, crc32, parts};
    use crate::Code;
    use proptest::prelude::*;

    fn file(length: usize) -> Vec<u8> {
        (0..length).map(|place| (place * 31 % 251) as u8).collect()
    }

    #[test]
    fn a_page_goes_over_in_some_codes_in_whatever_order_they_are_read() {
        let page = file(2_000);
        let shown = parts(&page).unwrap();
        assert_eq!(shown.len(), 5);
        assert!(shown[0].starts_with("HRQ1.") && shown[4].contains(".5.5."));
        let mut gathering = Gathering::default();
        assert_eq!(gathering.take(&shown[3]), Ok(Taken::Part(1, 5)));
        assert_eq!(gathering.take(&shown[3]), Ok(Taken::Part(1, 5)), "the camera looks several times at each");
        for (part, here) in [&shown[0], &shown[4], &shown[1]].into_iter().zip(2..) {
            assert_eq!(gathering.take(part), Ok(Taken::Part(here, 5)));
        }
        assert_eq!(gathering.take(&shown[2]), Ok(Taken::Whole(page)));
        assert_eq!(gathering.take(&shown[2]), Ok(Taken::Part(1, 5)), "the next one begins with nothing");
    }

    #[test]
    fn every_part_is_a_code_that_a_phone_shows_with_squares_of_three_pixels() {
        for part in parts(&file(MOST_PARTS * IN_ONE)).unwrap() {
            assert!(Code::of(&part).unwrap().size <= 101);
        }
    }

    #[test]
    fn what_is_no_part_leaves_what_was_read_before() {
        let shown = parts(&file(1_000)).unwrap();
        let mut gathering = Gathering::default();
        gathering.take(&shown[0]).unwrap();
        assert_eq!(gathering.take("https://clinic.example/menu"), Err(NoPart::Other));
        assert_eq!(gathering.take(""), Err(NoPart::Other));
        assert_eq!(gathering.take(&shown[1].replace("HRQ1", "HRQ2")), Err(NoPart::Newer));
        for wrong in [
            shown[1].replace(".2.3.", ".4.3."),
            shown[1].replace(".2.3.", ".0.3."),
            shown[1].replace(".2.3.", ".2.41."),
            shown[1].replace(".2.3.", ".2.99999999999999999999."),
            shown[1].replace(".2.3.", ".2.3.3."),
            shown[1].replace(".2.3.", ".02.3."),
            shown[1].replace(".2.3.", ".+2.3."),
            shown[1].replacen('.', ".+", 1),
            format!("{}A", shown[1]),
            shown[1].get(..300).unwrap().to_owned(),
            format!("HRQ1.00000000.1.1.{}", "A".repeat(100_000)),
        ] {
            assert_eq!(gathering.take(&wrong), Err(NoPart::Damaged), "{}", wrong.get(..40).unwrap_or(&wrong));
        }
        assert_eq!(gathering.take(&shown[2]), Ok(Taken::Part(2, 3)));
    }

    #[test]
    fn a_code_that_was_read_wrong_makes_no_file() {
        let shown = parts(&file(700)).unwrap();
        let mut gathering = Gathering::default();
        gathering.take(&shown[0]).unwrap();
        let (start, bytes) = shown[1].rsplit_once('.').unwrap();
        let swapped = format!("{start}.{}", bytes.replacen('A', "B", 1));
        assert_ne!(swapped, shown[1]);
        assert_eq!(gathering.take(&swapped), Err(NoPart::Damaged));
        assert_eq!(gathering.take(&shown[1]), Ok(Taken::Part(1, 2)));
    }

    #[test]
    fn a_part_of_another_file_begins_with_that_one() {
        let (first, second) = (parts(&file(1_000)).unwrap(), parts(&file(900)).unwrap());
        let mut gathering = Gathering::default();
        gathering.take(&first[0]).unwrap();
        gathering.take(&first[1]).unwrap();
        assert_eq!(gathering.take(&second[0]), Ok(Taken::Part(1, 2)));
        assert_eq!(gathering.take(&second[1]), Ok(Taken::Whole(file(900))));
    }

    #[test]
    fn nothing_and_too_much_are_shown_as_no_codes() {
        assert_eq!(parts(&[]), None);
        assert!(parts(&file(MOST_PARTS * IN_ONE)).is_some());
        assert_eq!(parts(&file(MOST_PARTS * IN_ONE + 1)), None);
    }

    #[test]
    fn the_check_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    proptest! {
        #[test]
        fn any_file_arrives_as_it_left(bytes in prop::collection::vec(any::<u8>(), 1..3_000)) {
            let mut gathering = Gathering::default();
            let last = parts(&bytes).unwrap().iter().rev().map(|part| gathering.take(part)).last().unwrap();
            prop_assert_eq!(last, Ok(Taken::Whole(bytes)));
        }

        #[test]
        fn no_text_breaks_anything(texts in prop::collection::vec("(HRQ1\\.)?[0-9a-f.A-Z_-]{0,60}|.*", 0..20)) {
            let mut gathering = Gathering::default();
            for text in &texts {
                let _ = gathering.take(text);
            }
        }
    }
}
