//! What a pack would change on the phone, line by line, before anything is changed.

use super::{FromProgram, LineKind, Offered, Pack, Part};
use crate::words::unspoken;
use thiserror::Error;

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowState {
    /// It is not on the phone.
    New,
    /// It is there, and other than it is offered now.
    Changed,
    /// There is nothing to take in.
    Same,
    /// It was taken in, and the counselor took it out since.
    Removed,
}

/// One line.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    pub number: u16,
    pub kind: LineKind,
    pub state: RowState,
    /// As it would be; None when it was taken out.
    pub offered: Option<Offered>,
    /// As it is on the phone; None when it is not there.
    pub present: Option<Offered>,
    /// In what the two differ.
    pub changed: Vec<Part>,
    /// The person changed it themselves since it was taken in.
    pub by_person: bool,
    /// The same was offered before and left out, or it was taken in and taken away again.
    pub asked_before: bool,
}

/// All lines, in the order of the pack; behind them what was taken out, by number.
#[derive(Clone, PartialEq, Eq)]
pub struct Difference {
    pub rows: Vec<Row>,
    /// Nothing of this sender was ever taken in: their six words have to be compared.
    pub is_new_sender: bool,
    /// Something was taken in from somebody who calls themselves the same and has another key.
    pub other_key_same_name: bool,
}

/// Why a pack is not taken in. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PackRefused {
    /// A later version was taken in already.
    #[error("version {taken} was taken in already")]
    Older { taken: u32 },
    /// A pack by this name was taken in, and somebody else signed it.
    #[error("another sender made the pack that is there")]
    OtherSender,
}

unspoken!(Row, Difference);

impl Row {
    /// Whether it can be taken in.
    pub fn can_be_taken(&self) -> bool {
        self.state != RowState::Same
    }

    /// Whether it is ticked until the person says otherwise: what is new or changed unless the same was left out before; what was taken out
    /// unless the person made it theirs.
    pub fn is_ticked(&self) -> bool {
        match self.state {
            RowState::New | RowState::Changed => !self.asked_before,
            RowState::Same => false,
            RowState::Removed => !self.by_person,
        }
    }
}

impl Pack {
    /// What it would change. `present` says how the record of a line is now, for the lines that have one; goals and homework are asked of `taken`.
    ///
    /// # Errors
    /// [`PackRefused`].
    pub fn compare(
        &self,
        sender: [u8; 32],
        all: &[FromProgram],
        present: &dyn Fn(u16, LineKind) -> Option<Offered>,
    ) -> Result<Difference, PackRefused> {
        let taken = all.iter().find(|there| there.pack == self.id);
        if let Some(there) = taken {
            if there.sender != sender {
                return Err(PackRefused::OtherSender);
            }
            if there.version > self.version {
                return Err(PackRefused::Older { taken: there.version });
            }
        }
        let now = |number, kind| match kind {
            LineKind::Goal | LineKind::Homework => taken.and_then(|there| there.present(number)),
            LineKind::Session | LineKind::Checklist | LineKind::Feed => present(number, kind),
        };
        let mut rows: Vec<Row> = self.lines.iter().map(|line| row(line.number, line.offered(), taken, &now)).collect();
        rows.extend(taken.into_iter().flat_map(|there| self.taken_out(there, &now)));
        let is_of = |there: &FromProgram| there.sender == sender;
        let is_named = |there: &FromProgram| there.from.same_word(&self.from);
        Ok(Difference {
            rows,
            is_new_sender: !all.iter().any(is_of),
            other_key_same_name: all.iter().any(|there| !is_of(there) && is_named(there)),
        })
    }

    fn taken_out<'a>(
        &'a self,
        there: &'a FromProgram,
        now: &'a dyn Fn(u16, LineKind) -> Option<Offered>,
    ) -> impl Iterator<Item = Row> + 'a {
        let is_out = |number| self.line(number).is_none();
        there.known.iter().filter(move |known| !known.is_removed && is_out(known.number)).filter_map(move |known| {
            let accepted = known.accepted?;
            let present = now(known.number, known.kind)?;
            Some(Row {
                number: known.number,
                kind: known.kind,
                state: RowState::Removed,
                by_person: present.digest() != Some(accepted),
                offered: None,
                present: Some(present),
                changed: Vec::new(),
                asked_before: false,
            })
        })
    }
}

impl FromProgram {
    /// A goal or homework as it is now.
    pub(super) fn present(&self, number: u16) -> Option<Offered> {
        let goal = self.goals.iter().find(|goal| goal.number == number);
        let homework = self.homework.iter().find(|homework| homework.number == number);
        goal.map(|goal| Offered::Goal(goal.words.clone()))
            .or_else(|| homework.map(|homework| Offered::Homework { words: homework.words.clone(), due: homework.due }))
    }
}

fn row(
    number: u16,
    offered: &Offered,
    taken: Option<&FromProgram>,
    now: &dyn Fn(u16, LineKind) -> Option<Offered>,
) -> Row {
    let known = taken.and_then(|there| there.known(number)).filter(|known| known.kind == offered.kind());
    let digest = offered.digest();
    let was_declined = known.is_some_and(|known| known.declined.is_some() && known.declined == digest);
    // What was taken in, was taken out by the counselor, and comes again is new.
    let accepted = known.filter(|known| !known.is_removed).and_then(|known| known.accepted);
    let present = accepted.and_then(|_| now(number, offered.kind()));
    let (state, by_person, asked_before, changed) = match (accepted, &present) {
        (None, _) => (RowState::New, false, was_declined, Vec::new()),
        // Taken in, and taken away again by the person.
        (Some(_), None) => (RowState::New, false, true, Vec::new()),
        (Some(accepted), Some(_)) if digest == Some(accepted) => (RowState::Same, false, false, Vec::new()),
        (Some(accepted), Some(there)) => {
            let by_person = there.digest() != Some(accepted);
            let changed = offered.changed_since(there);
            // The person made the same change before.
            let state = if changed.is_empty() { RowState::Same } else { RowState::Changed };
            (state, by_person, was_declined, changed)
        }
    };
    Row {
        number,
        kind: offered.kind(),
        state,
        offered: Some(offered.clone()),
        present,
        changed,
        by_person,
        asked_before,
    }
}
