//! How a list travels from the worker to the app: a summary, then the pages as they are to be sealed, so that ten thousand meetings pass the
//! page's own thread without being taken apart there. Both are always of the same build; nothing of the summary is ever stored.

use super::{Format, MAX_PROBLEMS, Packed, Problem, ReadList, Reason};
use crate::unspoken;
use domain::Label;
use serde::{Deserialize, Serialize};
use thiserror::Error;

const LAYOUT: u8 = 1;
const FORMATS: [Format; 3] = [Format::Tsml, Format::Sheet, Format::Bmlt];

/// What came of reading a list.
#[derive(Clone, PartialEq, Eq)]
pub struct Summary {
    /// None when nothing of it could be read.
    pub format: Option<Format>,
    /// What it calls itself.
    pub name: Option<Label>,
    pub meetings: u32,
    pub left_out: u32,
    /// At most [`MAX_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// How many there are besides.
    pub more_problems: u32,
    /// The latest change that an entry tells of, in milliseconds since 1970 in UTC.
    pub updated_utc_ms: Option<i64>,
}

/// A summary and its pages, which still lie in what the worker sent.
pub struct Handed<'a> {
    pub summary: Summary,
    /// What the finder reads.
    pub index: Vec<&'a [u8]>,
    /// The rest.
    pub details: Vec<&'a [u8]>,
}

unspoken!(Summary);

/// Why bytes are no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum HandedError {
    /// Written by another build, or by something else.
    #[error("this is not what this build writes")]
    NotOurs,
    /// Damaged, or beyond the limits that the worker keeps.
    #[error("what the worker handed over cannot be read")]
    Damaged,
}

#[derive(Serialize, Deserialize)]
struct WireSummary {
    format: Option<u8>,
    name: Option<String>,
    meetings: u32,
    left_out: u32,
    problems: Vec<WireProblem>,
    more_problems: u32,
    updated_utc_ms: Option<i64>,
    index: Vec<u32>,
    details: Vec<u32>,
}

#[derive(Serialize, Deserialize)]
struct WireProblem {
    entry: Option<u32>,
    name: Option<String>,
    reason: u8,
}

impl Summary {
    /// Why nothing at all came in, if it is so because of what the file is.
    pub fn refused(&self) -> Option<Reason> {
        let reasons = self.problems.iter().map(|problem| problem.reason);
        reasons.into_iter().find(|reason| reason.effect() == super::Effect::FileLeftOut)
    }
}

impl Handed<'_> {
    /// What was read and its pages, as bytes.
    pub fn encode(read: &ReadList, packed: &Packed) -> Vec<u8> {
        let lengths = |pages: &[Vec<u8>]| pages.iter().map(|page| u32::try_from(page.len()).unwrap_or(0)).collect();
        let wire = WireSummary {
            format: read.format.map(|format| place_of(&FORMATS, &format)),
            name: read.name.as_ref().map(|name| name.as_str().to_owned()),
            meetings: u32::try_from(read.meetings.len()).unwrap_or(u32::MAX),
            left_out: read.left_out,
            problems: read.problems.iter().map(problem_out).collect(),
            more_problems: read.more_problems,
            updated_utc_ms: read.meetings.iter().filter_map(|meeting| meeting.more.updated_utc_ms).max(),
            index: lengths(&packed.index),
            details: lengths(&packed.details),
        };
        // Writing to memory cannot fail; if it did, nothing is what the app refuses.
        let mut bytes = postcard::to_extend(&wire, vec![LAYOUT]).unwrap_or_default();
        for page in packed.index.iter().chain(&packed.details) {
            bytes.extend_from_slice(page);
        }
        bytes
    }

    /// What [`Handed::encode`] wrote.
    ///
    /// # Errors
    /// [`HandedError`], for anything else.
    pub fn decode(bytes: &[u8]) -> Result<Handed<'_>, HandedError> {
        let Some((&LAYOUT, rest)) = bytes.split_first() else { return Err(HandedError::NotOurs) };
        let (wire, mut rest) = postcard::take_from_bytes::<WireSummary>(rest).map_err(|_| HandedError::Damaged)?;
        let (index, details) = (wire.index.clone(), wire.details.clone());
        let summary = summary_in(wire).ok_or(HandedError::Damaged)?;
        let mut take = |lengths: Vec<u32>| {
            let take_one = |length: u32| {
                let (page, after) = rest.split_at_checked(length as usize)?;
                rest = after;
                Some(page)
            };
            lengths.into_iter().map(take_one).collect::<Option<Vec<_>>>().ok_or(HandedError::Damaged)
        };
        let (index, details) = (take(index)?, take(details)?);
        if rest.is_empty() { Ok(Handed { summary, index, details }) } else { Err(HandedError::Damaged) }
    }
}

fn problem_out(problem: &Problem) -> WireProblem {
    WireProblem {
        entry: problem.entry,
        name: problem.name.as_ref().map(|name| name.as_str().to_owned()),
        reason: place_of(&Reason::ALL, &problem.reason),
    }
}

fn summary_in(wire: WireSummary) -> Option<Summary> {
    if wire.problems.len() > MAX_PROBLEMS {
        return None;
    }
    let problem = |problem: WireProblem| {
        let reason = *Reason::ALL.get(usize::from(problem.reason))?;
        Some(Problem { entry: problem.entry, name: label(problem.name)?, reason })
    };
    Some(Summary {
        format: match wire.format {
            Some(format) => Some(*FORMATS.get(usize::from(format))?),
            None => None,
        },
        name: label(wire.name)?,
        meetings: wire.meetings,
        left_out: wire.left_out,
        problems: wire.problems.into_iter().map(problem).collect::<Option<_>>()?,
        more_problems: wire.more_problems,
        updated_utc_ms: wire.updated_utc_ms,
    })
}

/// Some(None) for nothing, None for what is no label.
fn label(text: Option<String>) -> Option<Option<Label>> {
    match text {
        None => Some(None),
        Some(text) => Label::new(&text).ok().map(Some),
    }
}

fn place_of<T: PartialEq>(all: &[T], one: &T) -> u8 {
    let place = all.iter().position(|other| other == one).unwrap_or(all.len());
    u8::try_from(place).unwrap_or(u8::MAX)
}
