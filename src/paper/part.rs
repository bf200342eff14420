//! A sheet in words: its blocks as sentences and tables, and the name of each number that has entries behind it. Drawn from the sheet alone,
//! so that nothing is shown that would not be sent.

use domain::summary::{Block, Heat, Number, Sheet};
use text::Text;

use crate::{cravings, days};

/// One block of the page.
pub struct Part {
    pub block: Block,
    pub pieces: Vec<Piece>,
    /// Numbers and what they are called.
    pub numbers: Vec<(String, Number)>,
}

/// What a block is made of.
pub enum Piece {
    Words(String),
    Table {
        /// Above the numbers; none where each line says all.
        columns: Vec<String>,
        lines: Vec<Line>,
    },
    /// The picture of so many cravings.
    Heat(Box<Heat>, u32),
}

/// A line of a table.
pub struct Line {
    pub name: String,
    pub cells: Vec<String>,
    /// The person's own words, below it.
    pub words: Option<String>,
}

impl Part {
    pub fn new(block: Block) -> Part {
        Part { block, pieces: Vec::new(), numbers: Vec::new() }
    }

    pub fn say(&mut self, words: impl Into<String>) {
        self.pieces.push(Piece::Words(words.into()));
    }

    pub fn number(&mut self, name: impl Into<String>, number: Number) {
        self.numbers.push((name.into(), number));
    }

    pub fn table(&mut self, columns: &[&str], lines: Vec<Line>) {
        if !lines.is_empty() {
            let columns = columns.iter().map(|column| (*column).to_owned()).collect();
            self.pieces.push(Piece::Table { columns, lines });
        }
    }

    /// "and 3 more", where there are any.
    pub fn more(&mut self, count: u32, number: Number, text: Text) {
        if count > 0 {
            let words = (text.paper().more)(count);
            self.number(words.clone(), number);
            self.say(words);
        }
    }
}

impl Line {
    pub fn new(name: String, cells: impl IntoIterator<Item = String>) -> Line {
        Line { name, cells: cells.into_iter().collect(), words: None }
    }
}

/// The blocks that are on, in their order.
pub fn parts(sheet: &Sheet, text: Text) -> Vec<Part> {
    let all = [
        sheet.talk.as_ref().map(|talk| cravings::talk(talk, text)),
        sheet.change.as_ref().map(|change| cravings::change(change, text)),
        sheet.times.as_ref().map(|times| cravings::times(times, text)),
        sheet.triggers.as_ref().map(|triggers| cravings::triggers(triggers, text)),
        sheet.tried.as_ref().map(|tried| cravings::tried(tried, text)),
        sheet.used.as_ref().map(|used| days::used(used, text)),
        sheet.check_ins.as_ref().map(|check_ins| days::check_ins(check_ins, text)),
        sheet.attendance.as_ref().map(|attended| days::attendance(attended, text)),
        sheet.medication.as_ref().map(|doses| days::medication(doses, text)),
        sheet.people.as_ref().map(|people| days::people(people, text)),
    ];
    all.into_iter().flatten().collect()
}

/// "5.3" of 53.
pub fn tenths(tenths: u16) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The same, and a dash of nothing.
pub fn tenths_or_none(of: Option<u16>) -> String {
    of.map_or_else(|| "–".to_owned(), tenths)
}

/// "Sponsor 1 · Family 2".
pub fn counted(counts: impl IntoIterator<Item = (String, u32)>) -> String {
    let each: Vec<String> = counts.into_iter().map(|(what, count)| format!("{what} {count}")).collect();
    each.join(" · ")
}
