//! What the worker answers: one file, made of the records as they are stored.

use crate::facts::{Facts, Item};
use domain::record::{Read, read_any};
use domain::zones::Zones;
use interop::exports::{Asked, Form};

/// The file that was asked for ([`Asked::encode`]). None when the request cannot be read, or when the file would be larger than its form allows.
pub fn answer(asked: &[u8], zones: &dyn Zones) -> Option<Vec<u8>> {
    let Asked { form, now, language, including, records } = Asked::decode(asked).ok()?;
    let mut items = Vec::new();
    let mut left_out = 0_u32;
    for (id, bytes) in records {
        match read_any(&bytes) {
            Read::Known(record) => items.push(Item { id, record }),
            Read::Other(_) | Read::Newer(_) | Read::Unreadable => left_out = left_out.saturating_add(1),
        }
    }
    let facts = Facts { now, language, zones, including, left_out };
    match form {
        Form::Json => Some(crate::json(&facts, &items).into_bytes()),
        Form::Tables => crate::zipped(&facts, &crate::tables(&facts, &items)),
        Form::Page => Some(crate::page(&facts, &items).into_bytes()),
        Form::Fhir(sender) => Some(crate::fhir::bundle(&facts, &sender, &items).into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::answer;
    use crate::stories::world::{World, facts, golden};
    use domain::Language;
    use interop::exports::{Asked, Form, Including};

    fn asked(form: Form) -> Asked {
        let mut records: Vec<([u8; 16], Vec<u8>)> =
            golden().into_iter().map(|item| (item.id, item.record.encode().unwrap())).collect();
        // One that a newer build wrote, and one that is none.
        let newer = [vec![9], records[0].1[1..].to_vec()].concat();
        records.extend([([0xEE; 16], newer), ([0xEF; 16], vec![0; 20])]);
        Asked { form, now: facts().now, language: Language::En, including: Including::EVERYTHING, records }
    }

    #[test]
    fn the_worker_answers_with_a_file_and_says_what_it_could_not_read() {
        let json = answer(&asked(Form::Json).encode(), &World).unwrap();
        let export: serde_json::Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(export["left_out"], 2);
        let page = String::from_utf8(answer(&asked(Form::Page).encode(), &World).unwrap()).unwrap();
        assert!(page.contains("cannot read, and which are not in here: 2"));
        assert!(answer(&asked(Form::Tables).encode(), &World).unwrap().starts_with(b"PK"));
    }

    #[test]
    fn what_is_no_request_has_no_answer() {
        assert_eq!(answer(b"anything", &World), None);
    }
}
