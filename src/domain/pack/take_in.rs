//! What is written when a person takes lines of a pack in: decided here, in one piece, and written by the engine in one batch.

use super::compare::{Difference, Row, RowState};
use super::{FromProgram, Known, LineKind, MOST_KNOWN, Offered, Pack, ProgramGoal, ProgramHomework};
use crate::session::{Ends, Session, SessionEdit, Weekly, When};
use crate::slot::day_before;
use crate::words::unspoken;
use chrono::NaiveDate;

/// What becomes of the record of one line.
#[allow(clippy::large_enum_variant, reason = "there are sixty at most, and for a moment")]
#[derive(Clone, PartialEq, Eq)]
pub enum Write {
    /// It is as it is offered.
    Put(Offered),
    /// It is taken away.
    TakeAway(LineKind),
}

/// All that is written.
#[derive(Clone, PartialEq, Eq)]
pub struct Taking {
    pub record: FromProgram,
    /// By line; each once.
    pub writes: Vec<(u16, Write)>,
    /// How many lines were taken in: new, changed, and taken away.
    pub new: usize,
    pub changed: usize,
    pub removed: usize,
}

unspoken!(Write, Taking);

impl Pack {
    /// What is written when the lines with these numbers are taken in, on the day `today`, and the others are not. `difference` is what
    /// [`Pack::compare`] told of it.
    pub fn take(
        &self,
        sender: [u8; 32],
        before: Option<&FromProgram>,
        difference: &Difference,
        accepted: &[u16],
        today: NaiveDate,
    ) -> Taking {
        let mut record = FromProgram {
            sender,
            pack: self.id,
            version: self.version,
            made: self.made,
            taken: today,
            from: self.from.clone(),
            clinic: self.clinic.clone(),
            goals: before.map(|before| before.goals.clone()).unwrap_or_default(),
            homework: before.map(|before| before.homework.clone()).unwrap_or_default(),
            known: before.map(|before| before.known.clone()).unwrap_or_default(),
        };
        let mut taking = Taking { record: record.clone(), writes: Vec::new(), new: 0, changed: 0, removed: 0 };
        for row in &difference.rows {
            let is_taken = row.can_be_taken() && accepted.contains(&row.number);
            record.note(row, is_taken);
            if !is_taken {
                continue;
            }
            match row.state {
                RowState::New => taking.new += 1,
                RowState::Changed => taking.changed += 1,
                RowState::Removed => taking.removed += 1,
                RowState::Same => {}
            }
            record.put(row.number, row.offered.as_ref());
            match (&row.offered, row.kind) {
                (_, LineKind::Goal | LineKind::Homework) => {}
                (Some(offered), _) => taking.writes.push((row.number, Write::Put(offered.clone()))),
                (None, kind) => taking.writes.push((row.number, Write::TakeAway(kind))),
            }
        }
        // What was left out and is not offered any more needs no memory.
        record.known.retain(|known| known.accepted.is_some() || self.line(known.number).is_some());
        while record.known.len() > MOST_KNOWN {
            let oldest = record.known.iter().position(|known| known.is_removed).unwrap_or_default();
            record.known.remove(oldest);
        }
        record.sort();
        Taking { record, ..taking }
    }
}

impl FromProgram {
    /// Notes what was said to a line.
    fn note(&mut self, row: &Row, is_taken: bool) {
        let digest = row.offered.as_ref().and_then(Offered::digest);
        let before = self.known(row.number).filter(|known| known.kind == row.kind).copied();
        let fresh = Known { number: row.number, kind: row.kind, accepted: None, declined: None, is_removed: false };
        let known = before.unwrap_or(fresh);
        let known = match (row.state, is_taken) {
            (RowState::Same, _) => Known { is_removed: false, accepted: digest, ..known },
            (RowState::Removed, true) => Known { is_removed: true, accepted: None, ..known },
            (RowState::Removed, false) => Known { is_removed: true, ..known },
            (RowState::New | RowState::Changed, true) => {
                Known { accepted: digest, declined: None, is_removed: false, ..known }
            }
            (RowState::Changed, false) => Known { declined: digest, ..known },
            (RowState::New, false) => Known { accepted: None, declined: digest, is_removed: false, ..known },
        };
        self.known.retain(|there| there.number != row.number);
        self.known.push(known);
    }

    /// Puts a goal or homework in its place, or takes it out. Done stays done where the words are the same.
    fn put(&mut self, number: u16, offered: Option<&Offered>) {
        let goal = self.goals.iter().find(|goal| goal.number == number).cloned();
        let homework = self.homework.iter().find(|homework| homework.number == number).cloned();
        self.goals.retain(|goal| goal.number != number);
        self.homework.retain(|homework| homework.number != number);
        match offered {
            Some(Offered::Goal(words)) => {
                let done_utc_ms = goal.filter(|goal| goal.words == *words).and_then(|goal| goal.done_utc_ms);
                self.goals.push(ProgramGoal { number, words: words.clone(), done_utc_ms });
            }
            Some(Offered::Homework { words, due }) => {
                let same = homework.filter(|homework| homework.words == *words);
                let done_utc_ms = same.and_then(|homework| homework.done_utc_ms);
                self.homework.push(ProgramHomework { number, words: words.clone(), due: *due, done_utc_ms });
            }
            _ => {}
        }
    }

    fn sort(&mut self) {
        self.goals.sort_by_key(|goal| goal.number);
        self.homework.sort_by_key(|homework| homework.number);
        self.known.sort_by_key(|known| known.number);
    }
}

impl Session {
    /// This session of a pack in the place of the one that is there: what is different about single dates stays.
    #[must_use]
    pub fn in_place_of(&self, there: &Session) -> Session {
        Session { exceptions: there.exceptions.clone(), ..self.clone() }
    }

    /// The session as it is when the program does not have it any more, from `today` on: its past stays. None when it has none.
    pub fn without_future(&self, today: NaiveDate) -> Option<Session> {
        let yesterday = day_before(today);
        let weekly = match self.when {
            When::Once(date) => return (date < today).then(|| self.clone()),
            When::Weekly(weekly) => weekly,
        };
        if weekly.first.is_none_or(|first| first > yesterday) {
            return None;
        }
        if matches!(weekly.ends, Ends::On(last) if last <= yesterday) {
            return Some(self.clone());
        }
        let ended = When::Weekly(Weekly { ends: Ends::On(yesterday), ..weekly });
        self.apply(SessionEdit::SetWhen(ended)).ok()
    }
}
