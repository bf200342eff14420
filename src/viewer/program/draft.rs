//! A program that is being written, and how its versions follow each other: the same name, higher versions, and numbers of lines that are never used
//! for another line.

use chrono::NaiveDate;
use domain::pack::{Clinic, LineKind, MOST_LINES, Offered, Pack, PackDraft, PackId, PackLine, RowState};
use domain::{Language, Zone};
use vault::VerifyingKey;

use super::fault::{Fault, NotMade};
use super::form::{Field, Form};
use super::line::Line;
use super::reading::{Reading, label, phone};

/// What is typed, and what was signed before.
#[derive(Clone)]
pub struct Draft {
    pub head: Form,
    lines: Vec<Line>,
    /// The version that it goes on from, and whose key signed it.
    before: Option<(Pack, VerifyingKey)>,
    /// No line of any version so far had a higher number.
    highest: u16,
    /// How many lines were ever on this page.
    count: u32,
    /// Something was typed since it was opened or signed.
    is_changed: bool,
}

impl Draft {
    /// An empty one.
    #[must_use]
    pub fn new(language: Language) -> Draft {
        let head = Form::of([(Field::Language, language.code().to_owned())]);
        Draft { head, lines: Vec::new(), before: None, highest: 0, count: 0, is_changed: false }
    }

    /// To go on from a version that was signed. `highest` is the highest number of a line that any version had, where that is remembered.
    #[must_use]
    pub fn of(pack: &Pack, signer: VerifyingKey, highest: Option<u16>) -> Draft {
        let clinic = pack.clinic();
        let head = Form::of([
            (Field::From, pack.from().as_str().to_owned()),
            (Field::Clinic, clinic.map_or("", |clinic| clinic.name.as_str()).to_owned()),
            (
                Field::ClinicPhone,
                clinic.and_then(|clinic| clinic.phone.as_ref()).map_or("", |phone| phone.as_str()).to_owned(),
            ),
            (Field::Language, pack.language().map_or("", Language::code).to_owned()),
        ]);
        let lines: Vec<Line> =
            pack.lines().iter().zip(0..).map(|(line, key)| Line::of(key, line.number(), line.offered())).collect();
        // No version gives away more new numbers than it has lines. So without any memory of earlier ones, this is beyond all that were given.
        let by_version = u64::from(pack.version()).saturating_mul(MOST_LINES as u64);
        let given = u16::try_from(by_version).unwrap_or_default();
        let present = pack.lines().iter().map(PackLine::number).max().unwrap_or_default();
        let highest = highest.unwrap_or(given).max(present);
        let count = u32::try_from(lines.len()).unwrap_or_default();
        Draft { head, lines, before: Some((pack.clone(), signer)), highest, count, is_changed: false }
    }

    /// In the order in which clients see them.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    #[must_use]
    pub fn line(&self, key: u32) -> Option<&Line> {
        self.lines.iter().find(|line| line.key == key)
    }

    /// The version it goes on from.
    #[must_use]
    pub fn before(&self) -> Option<&Pack> {
        self.before.as_ref().map(|(pack, _)| pack)
    }

    /// Who signed that.
    #[must_use]
    pub fn signer(&self) -> Option<VerifyingKey> {
        self.before.as_ref().map(|(_, signer)| *signer)
    }

    /// Something was typed that was not signed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }

    /// Adds an empty line, and says which; None when no more fit.
    pub fn add(&mut self, kind: LineKind, today: NaiveDate) -> Option<u32> {
        if self.lines.len() >= MOST_LINES {
            return None;
        }
        let key = self.count;
        self.count = self.count.wrapping_add(1);
        self.lines.push(Line::new(key, kind, today));
        self.is_changed = true;
        Some(key)
    }

    pub fn remove(&mut self, key: u32) {
        self.lines.retain(|line| line.key != key);
        self.is_changed = true;
    }

    /// Before the line that stands above it.
    pub fn move_up(&mut self, key: u32) {
        let place = self.lines.iter().position(|line| line.key == key);
        if let Some(above) = place.and_then(|place| place.checked_sub(1)) {
            self.lines.swap(above, above + 1);
            self.is_changed = true;
        }
    }

    /// What was typed into a field of a line, or of what is said of the whole.
    pub fn set(&mut self, key: Option<u32>, field: Field, text: String) {
        let form = match key {
            None => Some(&mut self.head),
            Some(key) => self.lines.iter_mut().find(|line| line.key == key).map(|line| &mut line.form),
        };
        if let Some(form) = form {
            form.set(field, text);
            self.is_changed = true;
        }
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, key: Option<u32>, field: Field) -> String {
        let form = match key {
            None => Some(&self.head),
            Some(key) => self.line(key).map(|line| &line.form),
        };
        form.map(|form| form.get(field).to_owned()).unwrap_or_default()
    }

    /// Whether what this key signs is the next version of what was signed before: otherwise phones would refuse it, and it is a program of its own.
    #[must_use]
    pub fn goes_on(&self, signer: VerifyingKey) -> bool {
        self.before.as_ref().is_some_and(|(_, there)| *there == signer)
    }

    /// The version that this key would sign. `fresh` is random, for a program that has no name yet; `zone` the clock of this computer.
    ///
    /// # Errors
    /// [`NotMade`], with every fault there is. Nothing changes.
    pub fn pack(&self, signer: VerifyingKey, fresh: PackId, made: NaiveDate, zone: &Zone) -> Result<Pack, NotMade> {
        let mut reading = Reading::of(&self.head);
        let from = reading.needed(Field::From, label);
        let name = reading.optional(Field::Clinic, label);
        let phone = reading.optional(Field::ClinicPhone, phone);
        if name.is_none() && phone.is_some() {
            reading.fault(Field::Clinic, Fault::Missing);
        }
        let language = Language::ALL.iter().copied().find(|one| one.code() == reading.text(Field::Language));
        let mut faults: Vec<_> = reading.faults.into_iter().map(|(field, fault)| (None, field, fault)).collect();

        let before = self.before().filter(|_| self.goes_on(signer));
        let mut highest = if before.is_some() { self.highest } else { 0 };
        let mut lines: Vec<PackLine> = Vec::new();
        for line in &self.lines {
            let offered = match line.read(zone) {
                Ok(offered) => offered,
                Err(wrong) => {
                    faults.extend(wrong.into_iter().map(|(field, fault)| (Some(line.key), field, fault)));
                    continue;
                }
            };
            let number = line.number.filter(|_| before.is_some()).unwrap_or_else(|| {
                highest = highest.saturating_add(1);
                highest
            });
            lines.push(PackLine::new(number, offered).map_err(|_| NotMade::TooLong)?);
        }
        let Some(from) = from.filter(|_| faults.is_empty()) else { return Err(NotMade::Faults(faults)) };
        if lines.is_empty() {
            return Err(NotMade::Empty);
        }
        let draft = PackDraft {
            id: before.map_or(fresh, Pack::id),
            version: before.map_or(0, Pack::version).saturating_add(1),
            made,
            language,
            from,
            clinic: name.map(|name| Clinic { name, phone }),
            lines,
        };
        Pack::new(draft).map_err(|_| NotMade::TooLong)
    }

    /// What clients who have the version before are asked about: what is new, other, or taken out. Nothing for the first version.
    #[must_use]
    pub fn asks<'a>(&'a self, pack: &'a Pack) -> Vec<(RowState, &'a Offered)> {
        let Some(before) = self.before().filter(|before| before.id() == pack.id()) else { return Vec::new() };
        let mut asks = Vec::new();
        // A version has its lines as they are written.
        for (line, signed) in self.lines.iter().zip(pack.lines()) {
            match line.number {
                None => asks.push((RowState::New, signed.offered())),
                Some(_) if line.is_changed() => asks.push((RowState::Changed, signed.offered())),
                Some(_) => {}
            }
        }
        for line in before.lines() {
            if !pack.lines().iter().any(|there| there.number() == line.number()) {
                asks.push((RowState::Removed, line.offered()));
            }
        }
        asks
    }

    /// It was signed, and kept where it is kept: what comes next goes on from here. Gives the highest number of a line so far.
    pub fn signed(&mut self, pack: &Pack, signer: VerifyingKey) -> u16 {
        let highest = if self.goes_on(signer) { self.highest } else { 0 };
        *self = Draft { count: self.count, ..Draft::of(pack, signer, Some(highest)) };
        self.highest
    }
}
