//! How long before a session another calendar reminds of it.

/// So many minutes before the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alarm(u16);

/// As many reminders of one session as can be chosen.
pub const MAX_ALARMS: usize = 8;

/// Four weeks, in minutes.
const LONGEST: u16 = 28 * 24 * 60;

impl Alarm {
    pub const HOUR: Alarm = Alarm(60);

    /// What a screen offers, the shortest first: ten minutes, half an hour, an hour, two hours, a day.
    pub const OFFERED: [Alarm; 5] = [Alarm(10), Alarm(30), Alarm::HOUR, Alarm(120), Alarm(24 * 60)];

    /// None for more than four weeks.
    pub fn minutes_before(minutes: u16) -> Option<Alarm> {
        (minutes <= LONGEST).then_some(Alarm(minutes))
    }

    pub fn minutes(self) -> u16 {
        self.0
    }
}
