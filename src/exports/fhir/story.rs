//! What a bundle tells, before it is FHIR: the person, who it is for, and what is told, in a shape that cannot be written wrongly.

use crate::time::Time;
use chrono::NaiveDate;

/// A name of 128 bits, as FHIR wants it for everything that is referred to (RFC 9562).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Uuid(pub [u8; 16]);

/// A whole bundle.
pub struct Story {
    pub id: Uuid,
    /// When it was put together.
    pub made: Time,
    /// What it is called.
    pub title: String,
    pub patient: Patient,
    /// Who is to read it.
    pub recipient: Option<Named>,
    /// The program that keeps it.
    pub program: Option<Named>,
    /// The address under which our own codes are explained, without a slash at its end.
    pub base: String,
    /// None makes a collection, which has no page in front.
    pub front: Option<Front>,
    pub told: Vec<Told>,
}

/// The page in front of a document.
pub struct Front {
    pub id: Uuid,
    pub written: Time,
    pub sections: Vec<Section>,
}

/// A part of the page in front. It has a text, and may point at what the bundle holds.
pub struct Section {
    pub title: &'static str,
    /// A LOINC code, where there is one.
    pub code: Option<Coding>,
    /// Paragraphs; at least one.
    pub text: Vec<String>,
    pub entries: Vec<Uuid>,
}

/// Whose story it is.
pub struct Patient {
    pub id: Uuid,
    /// As they want to be called. None: not said.
    pub name: Option<String>,
    pub given: Option<String>,
}

/// Somebody, or a place.
pub struct Named {
    pub id: Uuid,
    pub name: String,
}

/// One thing that is told.
pub enum Told {
    Answers(Answers),
    Observed(Box<Observed>),
    Takes(Takes),
    Agrees(Agrees),
}

/// Answers to a questionnaire.
pub struct Answers {
    pub id: Uuid,
    /// Under our base, with the version behind a bar.
    pub questionnaire: String,
    pub at: Time,
    pub items: Vec<(String, String, Said)>,
}

/// A number, an event or a day.
pub struct Observed {
    pub id: Uuid,
    pub code: Coding,
    pub text: Option<&'static str>,
    pub when: When,
    pub value: Option<Said>,
    pub parts: Vec<(Coding, Said)>,
    pub note: Option<String>,
    pub from: Vec<Uuid>,
    /// Whether it also carries the labels against handing it on.
    pub is_event: bool,
}

/// When something was.
pub enum When {
    At(Time),
    On(NaiveDate),
    Between(Time, Time),
    Days(NaiveDate, NaiveDate),
}

/// A medication that somebody says they take.
pub struct Takes {
    pub id: Uuid,
    pub name: String,
    pub since: NaiveDate,
    pub asserted: NaiveDate,
    pub dosage: Option<String>,
    pub as_needed: bool,
    pub timing: Option<Timing>,
    pub note: Option<String>,
}

/// So many times in so many days.
pub struct Timing {
    pub frequency: u32,
    pub period: u32,
    /// A code of `EventTiming`, such as MORN.
    pub when: Option<&'static str>,
    /// `mon`, where not every day.
    pub days: Vec<&'static str>,
    /// `08:00:00`.
    pub times: Vec<String>,
}

/// That the person agrees to hand this over.
pub struct Agrees {
    pub id: Uuid,
    pub at: Time,
    pub from: NaiveDate,
    /// The last day on which it holds. None: until it is taken back.
    pub until: Option<NaiveDate>,
    /// Of which days something is told.
    pub data: (NaiveDate, NaiveDate),
    /// Which resources.
    pub classes: Vec<&'static str>,
}

/// A code and what it means.
#[derive(Clone, PartialEq, Eq)]
pub struct Coding {
    pub system: System,
    pub code: String,
    pub display: String,
}

/// Whose code it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    Loinc,
    /// Our own, under the story's base.
    Ours,
}

/// What is said.
pub enum Said {
    Whole(i64),
    Coded(Coding),
    /// A word of ours with the person's own, or either.
    Concept(Option<Coding>, Option<String>),
}

impl Coding {
    pub fn ours(code: &str, display: &str) -> Coding {
        Coding { system: System::Ours, code: code.to_owned(), display: display.to_owned() }
    }

    pub fn loinc(code: &str, display: &str) -> Coding {
        Coding { system: System::Loinc, code: code.to_owned(), display: display.to_owned() }
    }
}

impl Uuid {
    /// A name that depends on these parts alone (version 8 of RFC 9562): the same record gets the same name in every bundle of one person. The
    /// first part should be the person's own, or two people's records of one day would be called alike.
    pub fn of(parts: &[&[u8]]) -> Uuid {
        let mut bytes = [0_u8; 16];
        for (half, seed) in bytes.chunks_exact_mut(8).zip([0xcbf2_9ce4_8422_2325_u64, 0x9e37_79b9_7f4a_7c15]) {
            // FNV-1a, and a last stir, so that neighbours look nothing alike.
            let mut hash = seed;
            for part in parts {
                for byte in part.iter().chain(&[0xff]) {
                    hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
                }
            }
            hash = (hash ^ hash >> 31).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            half.copy_from_slice(&(hash ^ hash >> 29).to_be_bytes());
        }
        let [a, b, c, d, e, f, g, h, i, rest @ ..] = bytes;
        let [j, k, l, m, n, o, p] = rest;
        Uuid([a, b, c, d, e, f, g & 0x0f | 0x80, h, i & 0x3f | 0x80, j, k, l, m, n, o, p])
    }

    /// Lowercase, in five groups.
    pub fn written(self) -> String {
        let mut out = String::with_capacity(36);
        for (place, byte) in self.0.iter().enumerate() {
            if matches!(place, 4 | 6 | 8 | 10) {
                out.push('-');
            }
            for digit in [byte >> 4, byte & 0xf] {
                out.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
            }
        }
        out
    }

    /// `urn:uuid:…`, by which a bundle's own entries refer to each other.
    pub fn urn(self) -> String {
        ["urn:uuid:", &self.written()].concat()
    }
}
