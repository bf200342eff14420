//! Tables for a spreadsheet (RFC 4180): UTF-8 with a mark at its start, which Excel needs to see that it is, and lines that end in CR LF.
//!
//! A spreadsheet takes a cell that begins with `=` for a formula and may run it, whoever wrote it; such a cell gets an apostrophe in front,
//! as OWASP recommends (CSV Injection). Numbers, times and codes are ours and stay what they are.

mod tables;

use crate::File;
use crate::facts::{Facts, Item};
use crate::time::{clock_iso, day_iso};
use crate::value::{ChipWord, Value};
use crate::whole::whole;
pub(crate) use tables::TABLES;
use tables::{Column, Table};

/// The byte order mark, in UTF-8.
const MARK: &str = "\u{feff}";

/// The tables that have rows, after one that says which is which. Their names tell nothing to who sees them lying in a folder.
pub fn tables(facts: &Facts<'_>, items: &[Item]) -> Vec<File> {
    let whole = whole(facts, items);
    let mut index = table_of(["file", "table", "rows"]);
    let mut files = Vec::new();
    for (place, table) in TABLES.iter().enumerate() {
        let rows = rows(table, &whole);
        if rows.is_empty() {
            continue;
        }
        let name = numbered(place + 1);
        let count = Value::Whole(i64::try_from(rows.len()).unwrap_or(i64::MAX));
        row(&mut index, [Value::text(&name), Value::text(table.name), count].iter());
        let mut text = table_of(table.columns().map(|column| column.name));
        for cells in &rows {
            row(&mut text, cells.iter());
        }
        files.push(File { name, bytes: text.into_bytes() });
    }
    files.insert(0, File { name: "tables.csv".to_owned(), bytes: index.into_bytes() });
    files
}

/// `table-07.csv`. A table keeps its number, whatever else there is.
fn numbered(place: usize) -> String {
    let tens = if place < 10 { "0" } else { "" };
    format!("table-{tens}{place}.csv")
}

fn rows(table: &Table, whole: &Value) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for record in list(whole.at_path(&[table.records])) {
        match table.part {
            None => rows.push(cells(table, record, record, whole)),
            Some(part) => {
                rows.extend(list(record.at_path(&[part])).iter().map(|one| cells(table, one, record, whole)));
            }
        }
    }
    rows
}

fn cells(table: &Table, row: &Value, record: &Value, whole: &Value) -> Vec<Value> {
    table.columns().map(|column| cell(&column, row, record, whole)).collect()
}

fn cell(column: &Column<'_>, row: &Value, record: &Value, whole: &Value) -> Value {
    let steps: Vec<&str> = column.path.split('/').collect();
    let found = match steps.split_first() {
        Some((&"..", rest)) => record.at_path(rest),
        // What the session says that a visit is about.
        Some((&"session", rest)) => session_of(record, whole).map_or(&Value::Null, |session| session.at_path(rest)),
        _ => row.at_path(&steps),
    };
    match (column.of_time, found) {
        (Some("date"), Value::At(time)) => Value::Day(time.day()),
        (Some("time"), Value::At(time)) => Value::Text(time.clock()),
        (Some(_), _) => Value::Null,
        (None, found) => found.clone(),
    }
}

fn session_of<'a>(visit: &Value, whole: &'a Value) -> Option<&'a Value> {
    let same = |records: &'static str, name: &'static str, wanted: &'static str| {
        let wanted = visit.at_path(&[wanted]);
        list(whole.at_path(&[records])).iter().find(|one| *wanted != Value::Null && one.at_path(&[name]) == wanted)
    };
    same("sessions", "id", "session_id").or_else(|| same("calendar_sessions", "uid", "calendar_uid"))
}

fn list(value: &Value) -> &[Value] {
    match value {
        Value::List(all) => all,
        _ => &[],
    }
}

/// The head of a table.
fn table_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = MARK.to_owned();
    let names: Vec<Value> = names.into_iter().map(Value::text).collect();
    row(&mut out, names.iter());
    out
}

fn row<'a>(out: &mut String, cells: impl Iterator<Item = &'a Value>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(',');
        }
        written(out, cell);
    }
    out.push_str("\r\n");
}

fn written(out: &mut String, cell: &Value) {
    match cell {
        Value::Null | Value::Bytes(_) => {}
        Value::Whole(number) => out.push_str(&number.to_string()),
        Value::Bool(_) | Value::Word(..) | Value::At(_) | Value::Day(_) | Value::Clock(_) => out.push_str(&plain(cell)),
        Value::Text(_) | Value::Chip(..) | Value::List(_) | Value::Object(_) => quoted(out, &plain(cell)),
    }
}

/// What a cell says. Several are told one after the other, with a semicolon between them.
fn plain(value: &Value) -> String {
    match value {
        Value::Null | Value::Bytes(_) => String::new(),
        Value::Bool(is_so) => if *is_so { "true" } else { "false" }.to_owned(),
        Value::Whole(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Word(_, word) | Value::Chip(_, ChipWord::Code(word) | ChipWord::Own(word)) => word.clone(),
        Value::At(time) => time.to_iso(),
        Value::Day(day) => day_iso(*day),
        Value::Clock(time) => clock_iso(*time),
        Value::List(all) => all.iter().map(plain).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => fields.iter().map(|(_, one)| plain(one)).collect::<Vec<_>>().join(" "),
    }
}

/// Always in quotes, so that nothing in it can end the cell.
fn quoted(out: &mut String, text: &str) {
    out.push('"');
    if is_taken_for_a_formula(text) {
        out.push('\'');
    }
    for c in text.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}

/// Also in the wide letters of East Asia, which some spreadsheets read alike.
fn is_taken_for_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}
