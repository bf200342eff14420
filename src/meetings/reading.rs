//! What is known while a list is read: its types so far, its slugs so far, and what went wrong.

use crate::entry::Entry;
use crate::json::{Broken, Stop, Value};
use crate::kinds::{Codes, Meaning, own_kind};
use crate::sheet::Sheet;
use crate::text::cut;
use crate::{bmlt, tsml};
use domain::meeting::{Fellowship, KindGroup, Meeting, MeetingKey, MeetingKind};
use domain::{Label, Zone};
use interop::meetings::{Format, MAX_MEETINGS, Problem, ReadList, Reason};
use std::collections::{HashMap, HashSet};

/// A list that is being read.
pub struct Reading {
    list: ReadList,
    codes: Codes,
    /// By line of the table: its place in the list's kinds.
    known: HashMap<u16, u16>,
    /// By a server's own key.
    formats: HashMap<String, Told>,
    keys: HashSet<MeetingKey>,
    /// How often each name of whoever looks after a meeting comes.
    hosts: HashMap<String, u32>,
    entries: u32,
    is_full: bool,
}

/// A type as a server of Narcotics Anonymous tells it.
#[derive(Clone)]
pub enum Told {
    Means(Meaning),
    /// One that only this server has, by its place in the list's kinds.
    Own(u16),
}

/// What the types of a meeting came to.
#[derive(Default)]
pub struct Typed {
    pub kinds: Vec<u16>,
    pub is_closed: bool,
}

/// What an entry came to: some meetings, or why it is none.
pub type Came = Result<Vec<Meeting>, Reason>;

impl Reading {
    pub fn new(fellowship: Fellowship, zone: &Zone) -> Reading {
        Reading {
            list: ReadList::empty(fellowship, zone.clone()),
            codes: Codes::of(fellowship),
            known: HashMap::new(),
            formats: HashMap::new(),
            keys: HashSet::new(),
            hosts: HashMap::new(),
            entries: 0,
            is_full: false,
        }
    }

    pub fn begin(&mut self, format: Format) {
        self.list.format = Some(format);
    }

    /// One entry, as it was found. False when no more are wanted.
    pub fn entry(
        &mut self,
        value: Result<Value, Broken>,
        meetings: &mut dyn FnMut(&mut Reading, &Entry) -> Came,
    ) -> bool {
        self.entries = self.entries.saturating_add(1);
        // What is cut off is told once, for the whole list.
        if value.as_ref().is_err_and(|broken| *broken == Broken::CutOff) {
            self.list.left_out = self.list.left_out.saturating_add(1);
            return true;
        }
        let Some(entry) = value.ok().and_then(Entry::of) else {
            self.list.tell(Problem::of_entry(self.entries, None, Reason::EntryNotRead));
            return true;
        };
        let came = meetings(self, &entry);
        self.take(&entry, came)
    }

    /// One row of a sheet; the first one has the names of its columns.
    pub fn row(&mut self, value: Result<Value, Broken>, sheet: &mut Sheet) -> bool {
        let is_cut_off = value.as_ref().is_err_and(|broken| *broken == Broken::CutOff);
        match value {
            Ok(Value::List(cells)) => match sheet.row(cells) {
                None => true,
                Some(entry) => {
                    self.entries = self.entries.saturating_add(1);
                    let came = tsml::meetings_of_row(self, &entry);
                    self.take(&entry, came)
                }
            },
            _ if is_cut_off => {
                self.list.left_out = self.list.left_out.saturating_add(1);
                true
            }
            _ => {
                self.entries = self.entries.saturating_add(1);
                self.list.tell(Problem::of_entry(self.entries, None, Reason::EntryNotRead));
                true
            }
        }
    }

    fn take(&mut self, entry: &Entry, came: Came) -> bool {
        let name = || entry.raw("name").or(entry.raw("meeting_name")).and_then(|name| Label::new(cut(name, 60)).ok());
        let mut left_out = came.as_ref().err().copied();
        for meeting in came.unwrap_or_default() {
            if self.list.meetings.len() >= MAX_MEETINGS {
                self.is_full = true;
                left_out = Some(Reason::TooManyMeetings);
                break;
            }
            if self.keys.insert(meeting.key) {
                if let Some(host) = meeting.more.host.as_ref().and_then(|host| host.name.as_ref()) {
                    let count = self.hosts.entry(host.as_str().to_owned()).or_default();
                    *count = count.saturating_add(1);
                }
                self.list.meetings.push(meeting);
            } else {
                left_out = Some(Reason::SameSlug);
            }
        }
        for reason in left_out.into_iter().chain(if left_out.is_none() { entry.problems() } else { Vec::new() }) {
            self.list.tell(Problem::of_entry(self.entries, name(), reason));
        }
        !self.is_full
    }

    /// What a server told about its own types, before its meetings are read.
    pub fn know_formats(&mut self, formats: &[Value]) {
        for format in formats.iter().cloned().filter_map(Entry::of) {
            bmlt::know_format(self, &format);
        }
    }

    /// One type of a server.
    pub fn know(&mut self, key: &str, world: Option<&str>, name: Option<String>, group: KindGroup) {
        let shared = world.and_then(|world| self.codes.of_world(world));
        let shared = shared.or_else(|| name.as_ref().and_then(|name| self.codes.of_words(name)));
        let format = match (shared, name.and_then(|name| own_kind(&name, group))) {
            (Some(meaning), _) => Some(Told::Means(meaning)),
            (None, Some(kind)) => self.kind_place(kind).map(Told::Own),
            (None, None) => None,
        };
        if let Some(format) = format {
            self.formats.insert(key.to_owned(), format);
        }
    }

    /// The codes of a server's meeting. Without its own list of types they are those of a fresh server.
    pub fn typed_keys<'a>(&mut self, entry: &Entry, keys: impl Iterator<Item = &'a str>) -> Typed {
        let mut typed = Typed::default();
        for key in keys.map(str::trim).filter(|key| !key.is_empty()) {
            let format = match self.formats.get(key).cloned() {
                Some(format) => Some(format),
                None => self.codes.of_key(key).map(Told::Means),
            };
            match format {
                Some(Told::Means(meaning)) => self.mean(meaning, &mut typed),
                Some(Told::Own(place)) => push_once(&mut typed.kinds, place),
                None => entry.tell(Reason::KindNotKnown),
            }
        }
        self.tidied(typed)
    }

    /// The types of an entry, codes or words.
    pub fn typed<'a>(&mut self, entry: &Entry, written: impl Iterator<Item = &'a str>) -> Typed {
        let mut typed = Typed::default();
        for one in written.map(str::trim).filter(|one| !one.is_empty()) {
            match self.codes.meaning(one) {
                Some(meaning) => self.mean(meaning, &mut typed),
                None => entry.tell(Reason::KindNotKnown),
            }
        }
        self.tidied(typed)
    }

    /// Without what is only said of a room, where there is none that one could go to.
    pub fn without_room(&self, kinds: &mut Vec<u16>) {
        let is_of_room =
            |place: &u16| self.known.iter().any(|(line, known)| known == place && self.codes.is_of_room(*line));
        kinds.retain(|place| !is_of_room(place));
    }

    /// The end of it: how far reading came decides what is said about the list as a whole.
    pub fn finish(mut self, stop: Stop) -> ReadList {
        match stop {
            Stop::CutOff => self.list.tell(Problem::of_list(Reason::CutOff)),
            Stop::Garbled if self.list.meetings.is_empty() => self.list.tell(Problem::of_list(Reason::NotJson)),
            Stop::Garbled => self.list.tell(Problem::of_list(Reason::CutOff)),
            Stop::End | Stop::Enough => {}
        }
        if self.list.meetings.is_empty() && self.list.refused().is_none() {
            self.list.tell(Problem::of_list(Reason::NoList));
        }
        if self.list.refused().is_some() {
            self.list.format = None;
        }
        // Said of most of them, it is the list's own name.
        let most = self.hosts.iter().max_by_key(|(name, count)| (**count, (*name).clone()));
        let is_most = |count: u32| u64::from(count) * 2 > self.list.meetings.len() as u64;
        self.list.name = most.filter(|(_, count)| is_most(**count)).and_then(|(name, _)| Label::new(name).ok());
        self.list
    }

    fn mean(&mut self, meaning: Meaning, typed: &mut Typed) {
        match meaning {
            Meaning::Closed => typed.is_closed = true,
            Meaning::Online => {}
            Meaning::Known(line) => {
                if let Some(place) = self.place_of(line) {
                    push_once(&mut typed.kinds, place);
                }
            }
        }
    }

    /// Open and closed at once is closed; a speaker and a discussion are one thing.
    fn tidied(&mut self, mut typed: Typed) -> Typed {
        let has = |reading: &Reading, kinds: &[u16], words: &str| {
            let place = reading.codes.named(words).and_then(|line| reading.known.get(&line).copied());
            place.filter(|place| kinds.contains(place))
        };
        if let (Some(open), Some(_)) = (has(self, &typed.kinds, "Open"), has(self, &typed.kinds, "Closed")) {
            typed.kinds.retain(|kind| *kind != open);
        }
        let speaker = has(self, &typed.kinds, "Speaker");
        let discussion = has(self, &typed.kinds, "Discussion");
        if let (Some(speaker), Some(discussion)) = (speaker, discussion) {
            let both = self.codes.named("Speaker and discussion").and_then(|line| self.place_of(line));
            typed.kinds.retain(|kind| *kind != speaker && *kind != discussion);
            if let Some(both) = both {
                push_once(&mut typed.kinds, both);
            }
        }
        typed
    }

    /// The place of a line of the table in the list's kinds.
    fn place_of(&mut self, line: u16) -> Option<u16> {
        if let Some(place) = self.known.get(&line) {
            return Some(*place);
        }
        let place = self.kind_place(self.codes.kind(line)?)?;
        self.known.insert(line, place);
        Some(place)
    }

    /// The place of a kind in the list's kinds, which it is added to.
    fn kind_place(&mut self, kind: MeetingKind) -> Option<u16> {
        let place = match self.list.kinds.iter().position(|known| known.english == kind.english) {
            Some(place) => place,
            None => {
                self.list.kinds.push(kind);
                self.list.kinds.len().checked_sub(1)?
            }
        };
        u16::try_from(place).ok()
    }
}

fn push_once(kinds: &mut Vec<u16>, kind: u16) {
    if !kinds.contains(&kind) {
        kinds.push(kind);
    }
}
