//! The components of a calendar as a tree of lines, each with the place where it begins. A component that is broken breaks no other.

use crate::lines::{Line, Lines};
use interop::calendar::{MAX_EVENTS, Problem, ReadCalendar, Reason};

/// Alarms in events and rules in zones are two deep; more is noise.
const DEEPEST: usize = 6;
/// As many lines of one component as are kept: one for every date that a series of years leaves out, and some.
const MOST_LINES: usize = 10_000;
/// What we read of components. Nothing else is kept: who else is invited is not ours to know, and pictures can be large.
const READ: [&str; 30] = [
    "ACKNOWLEDGED",
    "ACTION",
    "CONFERENCE",
    "DESCRIPTION",
    "DTEND",
    "DTSTAMP",
    "DTSTART",
    "DURATION",
    "EXDATE",
    "EXRULE",
    "LAST-MODIFIED",
    "LOCATION",
    "METHOD",
    "NAME",
    "RDATE",
    "RECURRENCE-ID",
    "RRULE",
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
    "TRIGGER",
    "TZID",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "UID",
    "URL",
    "X-GOOGLE-CONFERENCE",
    "X-LIC-LOCATION",
    "X-MICROSOFT-CDO-TZID",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
];

/// One component: VEVENT, VTIMEZONE, or what stands in one of them.
pub(crate) struct Block {
    /// In capitals.
    pub name: String,
    /// The line of its BEGIN.
    pub line: u32,
    /// Its own lines, without those of its children.
    pub lines: Vec<String>,
    pub children: Vec<Block>,
}

/// What one VCALENDAR says about all that is in it.
pub(crate) struct Frame {
    /// Its own lines.
    pub head: Block,
    pub zones: Vec<Block>,
}

/// The events of a file, each with the number of its frame.
pub(crate) struct Parts {
    pub frames: Vec<Frame>,
    pub events: Vec<(usize, Block)>,
    /// Whether anything in the file is a calendar.
    pub is_calendar: bool,
}

/// Takes a file apart. Lines that are none and events that break off are told to `read`.
pub(crate) fn parts(bytes: &[u8], read: &mut ReadCalendar) -> Parts {
    let mut taking = Taking {
        parts: Parts { frames: vec![Frame::new(1)], events: Vec::new(), is_calendar: false },
        open: Vec::new(),
        read,
        is_full: false,
    };
    for line in Lines::of(bytes) {
        taking.line(&line);
    }
    taking.cut_off(0);
    taking.parts
}

struct Taking<'a> {
    parts: Parts,
    /// What has begun and not ended, the outermost first, without the calendar itself.
    open: Vec<Block>,
    read: &'a mut ReadCalendar,
    is_full: bool,
}

impl Taking<'_> {
    fn line(&mut self, line: &Line<'_>) {
        let text = line.text.trim_end();
        if let Some(name) = after(text, "BEGIN:") {
            self.begin(name, line.number);
        } else if let Some(name) = after(text, "END:") {
            self.end(&name, line.number);
        } else if !is_property(text) {
            if self.parts.is_calendar {
                self.read.tell(Problem::of_line(line.number, Reason::LineNotRead));
            }
        } else if is_read(text) {
            let head = self.parts.frames.last_mut().map(|frame| &mut frame.head);
            match self.open.last_mut().or(head) {
                Some(block) if block.lines.len() < MOST_LINES => block.lines.push(text.to_owned()),
                _ => self.read.tell(Problem::of_line(line.number, Reason::LineNotRead)),
            }
        }
    }

    fn begin(&mut self, name: String, line: u32) {
        if name == "VCALENDAR" {
            self.cut_off(0);
            self.parts.frames.push(Frame::new(line));
            self.parts.is_calendar = true;
            return;
        }
        // An event is never in an event: the one before has lost its end.
        if name == "VEVENT" {
            self.cut_off(0);
            self.parts.is_calendar = true;
        }
        if self.open.len() < DEEPEST {
            self.open.push(Block::new(name, line));
        } else {
            self.read.tell(Problem::of_line(line, Reason::LineNotRead));
        }
    }

    fn end(&mut self, name: &str, line: u32) {
        if name == "VCALENDAR" {
            self.cut_off(0);
            return;
        }
        let Some(place) = self.open.iter().rposition(|block| block.name == name) else {
            if self.parts.is_calendar {
                self.read.tell(Problem::of_line(line, Reason::LineNotRead));
            }
            return;
        };
        // What is still open in it has lost its end and ends here as well; an event that is open around it goes on.
        while self.open.len() > place {
            self.close();
        }
    }

    /// The innermost open component has ended.
    fn close(&mut self) {
        let Some(block) = self.open.pop() else { return };
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(block);
            return;
        }
        let frame = self.parts.frames.len().saturating_sub(1);
        match block.name.as_str() {
            "VEVENT" if self.parts.events.len() < MAX_EVENTS => self.parts.events.push((frame, block)),
            "VEVENT" if !self.is_full => {
                self.is_full = true;
                self.read.tell(Problem::of_line(block.line, Reason::TooManyEvents));
            }
            "VEVENT" => {}
            "VTIMEZONE" => {
                if let Some(frame) = self.parts.frames.last_mut() {
                    frame.zones.push(block);
                }
            }
            _ => self.read.other_kinds = self.read.other_kinds.saturating_add(1),
        }
    }

    /// What is still open from some depth on breaks off here.
    fn cut_off(&mut self, depth: usize) {
        let Some(block) = self.open.get(depth) else { return };
        if block.name == "VEVENT" {
            let title = crate::text::short_title(block);
            self.read.tell(Problem::of_event(block.line, title, Reason::CutOff));
        }
        self.open.truncate(depth);
    }
}

/// What stands after a word at the beginning of a line, in capitals.
fn after(text: &str, word: &str) -> Option<String> {
    let (start, rest) = text.trim_start().split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then(|| rest.trim().to_ascii_uppercase())
}

/// Whether it is one of the properties that we read.
fn is_read(text: &str) -> bool {
    let name = text.split([':', ';']).next().unwrap_or_default();
    name.len() > 4 && name.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("X-WR-"))
        || READ.iter().any(|read| read.eq_ignore_ascii_case(name))
}

/// A name, then a colon, or a semicolon with a colon somewhere after it.
fn is_property(text: &str) -> bool {
    let name = text
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/'))
        .count();
    let rest = text.get(name..).unwrap_or_default();
    name > 0 && (rest.starts_with(':') || (rest.starts_with(';') && rest.contains(':')))
}

impl Frame {
    fn new(line: u32) -> Frame {
        Frame { head: Block::new("VCALENDAR".to_owned(), line), zones: Vec::new() }
    }
}

impl Block {
    fn new(name: String, line: u32) -> Block {
        Block { name, line, lines: Vec::new(), children: Vec::new() }
    }

    /// The raw values of a property: what stands after its colon.
    pub fn raw(&self, name: &str) -> impl Iterator<Item = &str> {
        self.lines.iter().filter_map(move |line| {
            let (start, rest) = line.split_at_checked(name.len())?;
            if !start.eq_ignore_ascii_case(name) {
                return None;
            }
            match rest.as_bytes().first() {
                Some(b':') => rest.get(1..),
                Some(b';') => value_after_parameters(rest),
                _ => None,
            }
        })
    }
}

/// What follows the first colon outside of quotes.
fn value_after_parameters(rest: &str) -> Option<&str> {
    let mut is_quoted = false;
    let colon = rest.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b':' && !is_quoted
    })?;
    rest.get(colon + 1..)
}
