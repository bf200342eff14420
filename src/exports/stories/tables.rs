//! The tables: read back by another program they say what the JSON says, and nothing in them runs.

use super::world::{HOSTILE, any_facts, any_items, facts, golden, items};
use crate::{Facts, File, tables, zipped};
use domain::record::Record;
use domain::{Craving, CravingEdit, Intensity, Note, Recording};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

/// The head of a table and its rows, as another reader of CSV sees them.
fn read(file: &File) -> (Vec<String>, Vec<Vec<String>>) {
    let text = std::str::from_utf8(&file.bytes).unwrap().strip_prefix('\u{feff}').expect("Excel needs the mark");
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let head = reader.headers().unwrap().iter().map(str::to_owned).collect();
    (head, reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect())
}

fn named(facts: &Facts<'_>, items: &[crate::Item], table: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let files = tables(facts, items);
    let (_, index) = read(&files[0]);
    let file = &index.iter().find(|row| row[1] == table).unwrap()[0];
    read(files.iter().find(|one| one.name == *file).unwrap())
}

fn column(table: &(Vec<String>, Vec<Vec<String>>), name: &str) -> Vec<String> {
    let place = table.0.iter().position(|head| head == name).unwrap();
    table.1.iter().map(|row| row[place].clone()).collect()
}

#[test]
fn a_craving_is_a_row_with_its_numbers_and_its_hour() {
    let cravings = named(&facts(), &golden(), "cravings");
    let row = column(&cravings, "intensity").iter().position(|number| number == "10").unwrap();
    let said = ["date", "time", "at", "after_intensity", "place"].map(|name| column(&cravings, name)[row].clone());
    assert_eq!(said, ["2026-11-22", "21:15", "2026-11-22T21:15:00+05:45", "4", "Nan's porch"]);
    assert!(column(&cravings, "triggers")[row].starts_with("angry; lonely; stressed"));
}

#[test]
fn nothing_that_the_export_knows_is_missing_from_the_tables() {
    fn leaves(at: String, value: &serde_json::Value, found: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::Object(parts) if !parts.contains_key("own_words") => {
                parts.iter().for_each(|(name, part)| leaves(format!("{at}/{name}"), part, found));
            }
            serde_json::Value::Array(all) if all.iter().any(serde_json::Value::is_object) => {
                all.iter().for_each(|part| leaves(at.clone(), part, found));
            }
            _ => {
                found.insert(at);
            }
        }
    }
    let whole: serde_json::Value = serde_json::from_str(&crate::json(&facts(), &golden())).unwrap();
    let mut found = BTreeSet::new();
    for (kind, records) in whole.as_object().unwrap().iter().filter(|(_, records)| records.is_array()) {
        leaves(kind.clone(), records, &mut found);
    }
    let mut shown = BTreeSet::new();
    for table in &crate::csv::TABLES {
        for column in table.columns() {
            let place = table.part.map_or(table.records.to_owned(), |part| format!("{}/{part}", table.records));
            shown.insert(match column.path.strip_prefix("../") {
                Some(of_record) => format!("{}/{of_record}", table.records),
                None => format!("{place}/{}", column.path),
            });
        }
    }
    // Pictures are no table, and sound is in none; a part that is null among the samples may stand deeper in a table.
    let missing: Vec<&String> = found
        .difference(&shown)
        .filter(|leaf| {
            !leaf.starts_with("pictures/")
                && **leaf != "recordings/base64"
                && !shown.iter().any(|deeper| deeper.starts_with(&format!("{leaf}/")))
        })
        .collect();
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn a_recording_is_a_row_that_says_how_large_it_is() {
    let recording = Record::Recording(Recording::new(b"OggS and a voice".to_vec()).unwrap());
    let recordings = named(&facts(), &items([recording]), "recordings");
    assert_eq!(column(&recordings, "media_type"), ["audio/ogg"]);
    assert_eq!(column(&recordings, "size"), ["16"]);
}

#[test]
fn a_visit_says_what_the_session_says() {
    let visits = named(&facts(), &golden(), "sessions_and_visits");
    assert_eq!(column(&visits, "attendance").len(), 2);
    let sessions: Vec<Record> = golden().into_iter().map(|item| item.record).collect();
    let session = sessions.iter().find(|record| matches!(record, Record::Session(_))).unwrap().clone();
    let visit = sessions.iter().find(|record| matches!(record, Record::Visit(_))).unwrap().clone();
    let mut pair = items([session, visit]);
    pair[0].id = [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8];
    let visits = named(&facts(), &pair, "sessions_and_visits");
    assert_eq!(column(&visits, "session_id"), ["0102030405060708"]);
    assert_ne!(column(&visits, "session_kind"), [""]);
}

#[test]
fn no_cell_is_a_formula() {
    for words in HOSTILE {
        let craving = Craving::new(Intensity::new(0).unwrap(), facts().now);
        let note = CravingEdit::SetNote(Some(Note::new(words).unwrap()));
        let craving = craving.apply(note, &facts().now).unwrap();
        let cravings = named(&facts(), &items([Record::Craving(craving)]), "cravings");
        let cell = &column(&cravings, "note")[0];
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), words);
        assert_eq!(column(&cravings, "intensity"), ["0"]);
    }
}

#[test]
fn all_tables_travel_as_one_file() {
    let items = golden();
    let files = tables(&facts(), &items);
    let mut archive = zip::ZipArchive::new(Cursor::new(zipped(&facts(), &files).unwrap())).unwrap();
    assert_eq!(archive.len(), files.len());
    for file in &files {
        let mut bytes = Vec::new();
        archive.by_name(&file.name).unwrap().read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, file.bytes);
        assert!(["table", ".csv"].iter().all(|part| file.name.contains(part)), "{}", file.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn another_reader_sees_the_same_cells(facts in any_facts(), items in any_items()) {
        let whole: serde_json::Value = serde_json::from_str(&crate::json(&facts, &items)).unwrap();
        for file in tables(&facts, &items) {
            let text = std::str::from_utf8(&file.bytes).unwrap();
            prop_assert!(text.ends_with("\r\n"));
            let (head, rows) = read(&file);
            prop_assert!(rows.iter().all(|row| row.len() == head.len()));
        }
        let notes: Vec<&str> = whole["cravings"].as_array().unwrap().iter().map(|one| one["note"].as_str().unwrap_or("")).collect();
        if !notes.is_empty() {
            let cells = column(&named(&facts, &items, "cravings"), "note");
            let plain = |cell: &String| cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])).unwrap_or(cell).to_owned();
            prop_assert_eq!(cells.iter().map(plain).collect::<Vec<_>>(), notes);
        }
    }
}
