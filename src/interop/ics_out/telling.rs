//! What another calendar is told about a session: nothing but that there is an appointment, unless the person wants it otherwise.

use super::MAX_ALARMS;
use domain::{About, Alarm, Link, Note, SeriesId, Uid};

/// How sessions are told to another calendar.
pub struct Telling<'a> {
    /// "Appointment": what everything is called that nobody is to read.
    pub appointment: &'a str,
    /// What stands before the title of a date that is called off, for calendars that have no other way to show that.
    pub called_off: &'a dyn Fn(&str) -> String,
    /// What is told besides. None: nothing.
    pub saying: Option<Saying<'a>>,
    pub alarms: &'a [Alarm],
}

/// What is told about a session to a calendar that may know it.
#[derive(Clone, Copy)]
pub struct Saying<'a> {
    /// Its own name, or what its kind is called.
    pub title: &'a dyn Fn(&About) -> String,
    /// Who leads it, the number to call, what to bring.
    pub notes: &'a dyn Fn(&About) -> Option<String>,
}

/// What is told about one session.
pub(super) struct Told {
    pub summary: String,
    pub location: Option<String>,
    pub link: Option<Link>,
    pub description: Option<String>,
}

impl Telling<'_> {
    pub(super) fn about(&self, about: &About, more: Option<&Note>) -> Told {
        let Some(saying) = self.saying else {
            let summary = self.appointment.to_owned();
            return Told { summary, location: None, link: None, description: None };
        };
        let notes = [(saying.notes)(about), more.map(|note| note.as_str().to_owned())];
        let notes: Vec<String> = notes.into_iter().flatten().collect();
        Told {
            summary: (saying.title)(about),
            location: about.place().map(|place| place.as_str().to_owned()),
            link: about.link().cloned(),
            description: (!notes.is_empty()).then(|| notes.join("\n")),
        }
    }

    pub(super) fn minutes(&self) -> Vec<u32> {
        self.alarms.iter().take(MAX_ALARMS).map(|alarm| u32::from(alarm.minutes())).collect()
    }
}

/// By which another calendar knows a session: the same in every file, and it says nothing.
pub(super) fn uid_of(id: SeriesId) -> Option<Uid> {
    Uid::new(&format!("{}@handrail", id.to_hex()))
}

/// Seconds between 1970 and 2020.
const FIRST_S: i64 = 1_577_836_800;
/// What every calendar can count up to.
const GREATEST: u32 = i32::MAX.unsigned_abs();

/// The SEQUENCE of what was changed last at an instant (UTC ms): it rises with every change, on whichever of the person's devices that
/// was made, and needs no count that could get lost. In seconds since 2020, so it is enough until 2088.
pub fn sequence_at(utc_ms: i64) -> u32 {
    let seconds = utc_ms.div_euclid(1_000).saturating_sub(FIRST_S).max(0);
    u32::try_from(seconds).unwrap_or(GREATEST).min(GREATEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_change_has_a_greater_number_and_no_clock_breaks_it() {
        assert!(sequence_at(1_795_361_401_000) > sequence_at(1_795_361_400_000));
        assert_eq!(sequence_at(0), 0);
        assert_eq!((sequence_at(i64::MIN), sequence_at(i64::MAX)), (0, GREATEST));
    }
}
