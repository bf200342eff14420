//! What was taken in of packs, in the golden files.

use crate::pack::{FromProgram, Known, LineKind, ProgramGoal, ProgramHomework};
use crate::samples::pack::pack_of;
use crate::samples::week::date;
use crate::words::{Label, Line, Note};

pub(super) fn nothing() -> FromProgram {
    FromProgram {
        sender: [0x11; 32],
        pack: [0x22; 16],
        version: 1,
        made: date("2026-11-20"),
        taken: date("2026-11-22"),
        from: Label::new("Sam").unwrap(),
        clinic: None,
        goals: Vec::new(),
        homework: Vec::new(),
        known: Vec::new(),
    }
}

pub(super) fn everything() -> FromProgram {
    let known = |number, kind, accepted, declined, is_removed| Known { number, kind, accepted, declined, is_removed };
    let (yes, no) = (Some([1, 2, 3, 4, 5, 6, 7, 8]), Some([8, 7, 6, 5, 4, 3, 2, 1]));
    let goal = |number, words, done_utc_ms| ProgramGoal { number, words: Line::new(words).unwrap(), done_utc_ms };
    FromProgram {
        version: 300,
        clinic: pack_of(1, Vec::new()).clinic().cloned(),
        goals: vec![goal(4, "Thirty days 🌊", Some(1_795_361_400_000)), goal(300, "Llamar a Nan", None)],
        homework: vec![ProgramHomework {
            number: 2,
            words: Note::new("Three moments\nthat were hard.").unwrap(),
            due: Some(date("2026-12-02")),
            done_utc_ms: Some(1_795_361_400_001),
        }],
        known: vec![
            known(1, LineKind::Session, yes, None, false),
            known(2, LineKind::Homework, yes, no, false),
            known(3, LineKind::Checklist, None, no, false),
            known(4, LineKind::Goal, yes, None, true),
            known(301, LineKind::Feed, yes, no, true),
        ],
        ..nothing()
    }
}
