//! Version 2 of what is stored, of the kinds that needed one. Frozen like [version 1](super::v1).

use super::v1::{ReasonV1, SettingsV1};
use crate::alarm::{Alarm, MAX_ALARMS};
use crate::reason::Reason;
use crate::recording::RecordingId;
use crate::settings::Settings;
use serde::{Deserialize, Serialize};

/// Kind 2. What version 1 has, then what came after it.
#[derive(Serialize, Deserialize)]
pub(super) struct SettingsV2 {
    pub(super) first: SettingsV1,
    /// How many things are due, as a number on the icon.
    pub(super) badge: bool,
    /// Minutes before a session, each 0 to 40,320, in rising order, at most 8.
    pub(super) alarms: Vec<u16>,
    /// Another calendar is told what a session is called and where it is.
    pub(super) says_all: bool,
}

impl From<&Settings> for SettingsV2 {
    fn from(settings: &Settings) -> SettingsV2 {
        SettingsV2 {
            first: SettingsV1 {
                appearance: settings.appearance.code().to_owned(),
                language: settings.language.as_ref().map(|language| language.code().to_owned()),
                act_from: settings.act_from.value(),
                welcomed: settings.welcomed,
            },
            badge: settings.badge,
            alarms: settings.alarms.iter().map(|alarm| alarm.minutes()).collect(),
            says_all: settings.says_all,
        }
    }
}

impl SettingsV2 {
    /// None when any part is out of its bounds.
    pub(super) fn into_settings(self) -> Option<Settings> {
        let alarms: Vec<Alarm> = self.alarms.into_iter().map(Alarm::minutes_before).collect::<Option<_>>()?;
        let is_rising = alarms.windows(2).all(|pair| matches!(pair, [one, next] if one < next));
        let first = self.first.into_settings()?;
        (is_rising && alarms.len() <= MAX_ALARMS).then_some(Settings {
            badge: self.badge,
            alarms,
            says_all: self.says_all,
            ..first
        })
    }
}

/// Kind 56. What version 1 has, and a recording.
#[derive(Serialize, Deserialize)]
pub(super) struct ReasonV2 {
    pub(super) first: ReasonV1,
    /// The id of a recording's record.
    pub(super) recording: Option<[u8; 16]>,
}

impl From<&Reason> for ReasonV2 {
    fn from(reason: &Reason) -> ReasonV2 {
        ReasonV2 { first: ReasonV1::from(reason), recording: reason.recording.map(RecordingId::bytes) }
    }
}

impl ReasonV2 {
    /// None when any part is out of its bounds, and for a reason that says nothing.
    pub(super) fn into_reason(self) -> Option<Reason> {
        let (words, photo) = self.first.into_parts()?;
        Reason::new(words, photo, self.recording.map(RecordingId::from_bytes))
    }
}
