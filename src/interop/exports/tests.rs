//! A request arrives as it was sent, whatever happens to its bytes nothing stops, and its layout stays what it is.

use super::*;
use domain::{Zone, day_from_field};
use proptest::prelude::*;
use std::path::PathBuf;

fn day(text: &str) -> NaiveDate {
    day_from_field(text).unwrap()
}

fn asked() -> Asked {
    let sender = Sender {
        name: Line::new("Alex R.").ok(),
        recipient: None,
        program: Line::new("Clínica 🌊").ok(),
        days: (day("2026-11-05"), day("2026-11-18")),
        notes: true,
        consent: Some(Agreed { until: Some(day("2027-02-18")) }),
        as_document: true,
        own: [7; 16],
        base: Link::new("https://handrail.example/fhir").unwrap(),
    };
    Asked {
        form: Form::Fhir(sender),
        now: Moment::new(1_795_361_400_000, -360, Zone::named_or_utc("America/Chicago")).unwrap(),
        language: Language::Es,
        including: Including { private: false, ..Including::EVERYTHING },
        records: vec![([1; 16], vec![1, 2, 3]), ([2; 16], Vec::new()), ([3; 16], vec![9])],
    }
}

#[test]
fn what_was_asked_arrives_as_it_was_asked() {
    for form in [Form::Json, Form::Tables, Form::Page, asked().form] {
        let asked = Asked { form, ..asked() };
        assert!(Asked::decode(&asked.encode()) == Ok(asked));
    }
}

#[test]
fn another_layout_is_told_from_damage() {
    let mut bytes = asked().encode();
    bytes.push(0);
    assert_eq!(Asked::decode(&bytes), Err(AskedError::Damaged));
    bytes[0] = 2;
    assert_eq!(Asked::decode(&bytes), Err(AskedError::NotOurs));
    assert_eq!(Asked::decode(&[]), Err(AskedError::NotOurs));
}

#[test]
fn the_file_has_a_neutral_name() {
    assert_eq!(Form::Tables.file_name(day("2026-11-22")), "notes-2026-11-22.zip");
    assert_eq!(asked().form.file_name(day("2026-11-22")), "notes-2026-11-22.json");
}

#[test]
fn half_of_it_is_damaged() {
    let bytes = asked().encode();
    for cut in 1..bytes.len() {
        assert_eq!(Asked::decode(&bytes[..cut]), Err(AskedError::Damaged), "{cut}");
    }
}

fn golden() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("exports/golden/v1-asked.txt")
}

fn hexadecimal(bytes: &[u8]) -> String {
    let line = |line: &[u8]| line.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    bytes.chunks(32).map(|chunk| line(chunk) + "\n").collect()
}

#[test]
#[ignore = "writes the golden file if it is missing"]
fn write_golden() {
    if !golden().exists() {
        std::fs::write(golden(), hexadecimal(&asked().encode())).unwrap();
    }
}

#[test]
fn a_request_of_layout_1_stays_what_it_is() {
    let kept = std::fs::read_to_string(golden()).unwrap();
    assert_eq!(hexadecimal(&asked().encode()), kept, "a frozen shape was changed, and the change is the mistake");
}

proptest! {
    #[test]
    fn any_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let with_layout = [&[1], bytes.as_slice()].concat();
        for bytes in [bytes, with_layout] {
            if let Ok(asked) = Asked::decode(&bytes) {
                prop_assert!(Asked::decode(&asked.encode()) == Ok(asked));
            }
        }
    }

    #[test]
    fn a_flipped_bit_does_no_harm(place in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let mut bytes = asked().encode();
        let at = place.index(bytes.len());
        bytes[at] ^= 1 << bit;
        let _ = Asked::decode(&bytes);
    }
}
