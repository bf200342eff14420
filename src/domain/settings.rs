//! What the person chose about the app itself. It travels with the journal, so a new phone looks like the old one.

use crate::alarm::{Alarm, MAX_ALARMS};
use crate::code::{Kept, coded};
use crate::craving::DEFAULT_ACT_FROM;
use crate::intensity::Intensity;

coded! {
    /// Light or dark.
    pub enum Appearance {
        /// As the device has it.
        System = "system",
        Light = "light",
        Dark = "dark",
    }
}

coded! {
    /// The languages the app is written in, by their BCP 47 codes.
    pub enum Language {
        En = "en",
        Es = "es",
    }
}

/// The choices, all of which have a default. A choice that a newer build offered reads as the default and is given back
/// unharmed when another one changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub(crate) appearance: Kept<Appearance>,
    pub(crate) language: Option<Kept<Language>>,
    pub(crate) act_from: Intensity,
    pub(crate) welcomed: bool,
    pub(crate) badge: bool,
    /// In the order of their minutes, each once.
    pub(crate) alarms: Vec<Alarm>,
    pub(crate) says_all: bool,
}

/// One choice changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsEdit {
    SetAppearance(Appearance),
    /// None follows the device.
    SetLanguage(Option<Language>),
    SetActFrom(Intensity),
    /// The first-run screens were seen or skipped.
    SetWelcomed(bool),
    /// How many things are due, as a number on the icon.
    SetBadge(bool),
    /// Whether another calendar is to remind so long before a session. One too many is left out.
    SetAlarm(Alarm, bool),
    /// Whether another calendar is told what a session is called and where it is.
    SetSaysAll(bool),
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            appearance: Kept::Known(Appearance::System),
            language: None,
            act_from: DEFAULT_ACT_FROM,
            welcomed: false,
            badge: false,
            alarms: vec![Alarm::HOUR],
            says_all: false,
        }
    }
}

impl Settings {
    pub fn appearance(&self) -> Appearance {
        self.appearance.known().unwrap_or(Appearance::System)
    }

    /// None: as the device has it.
    pub fn language(&self) -> Option<Language> {
        self.language.as_ref().and_then(Kept::known)
    }

    /// From which intensity on an act is offered.
    pub fn act_from(&self) -> Intensity {
        self.act_from
    }

    /// Whether the first-run screens were seen or skipped.
    pub fn welcomed(&self) -> bool {
        self.welcomed
    }

    /// Whether the icon shows how many things are due, where the device can do that.
    pub fn badge(&self) -> bool {
        self.badge
    }

    /// How long before a session another calendar reminds of it; the shortest first, none for never.
    pub fn alarms(&self) -> &[Alarm] {
        &self.alarms
    }

    /// Whether another calendar is told what a session is called and where it is. It is not told until the person says so.
    pub fn says_all(&self) -> bool {
        self.says_all
    }

    /// The settings with one choice changed.
    #[must_use]
    pub fn apply(&self, edit: SettingsEdit) -> Settings {
        let mut settings = self.clone();
        match edit {
            SettingsEdit::SetAppearance(appearance) => settings.appearance = Kept::Known(appearance),
            SettingsEdit::SetLanguage(language) => settings.language = language.map(Kept::Known),
            SettingsEdit::SetActFrom(act_from) => settings.act_from = act_from,
            SettingsEdit::SetWelcomed(welcomed) => settings.welcomed = welcomed,
            SettingsEdit::SetBadge(badge) => settings.badge = badge,
            SettingsEdit::SetAlarm(alarm, is_on) => settings.set_alarm(alarm, is_on),
            SettingsEdit::SetSaysAll(says_all) => settings.says_all = says_all,
        }
        settings
    }

    fn set_alarm(&mut self, alarm: Alarm, is_on: bool) {
        match self.alarms.binary_search(&alarm) {
            Ok(place) if !is_on => {
                self.alarms.remove(place);
            }
            Err(place) if is_on && self.alarms.len() < MAX_ALARMS => self.alarms.insert(place, alarm),
            Ok(_) | Err(_) => {}
        }
    }
}

impl Language {
    /// From a language tag of the device ("es-MX", "EN_us"); None when the app is not written in it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next()?;
        Language::ALL.iter().copied().find(|language| language.code().eq_ignore_ascii_case(primary))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_choice_changes_and_the_others_stay() {
        let settings = Settings::default().apply(SettingsEdit::SetLanguage(Some(Language::Es)));
        let settings = settings.apply(SettingsEdit::SetAppearance(Appearance::Dark));
        let settings = settings.apply(SettingsEdit::SetActFrom(Intensity::HIGHEST));
        let settings = settings.apply(SettingsEdit::SetWelcomed(true));
        assert_eq!((settings.language(), settings.appearance()), (Some(Language::Es), Appearance::Dark));
        assert_eq!((settings.act_from(), settings.welcomed()), (Intensity::HIGHEST, true));
        assert_eq!(settings.apply(SettingsEdit::SetLanguage(None)).language(), None);
    }

    #[test]
    fn nobody_starts_with_a_choice_made_for_them() {
        let settings = Settings::default();
        assert_eq!((settings.language(), settings.appearance()), (None, Appearance::System));
        assert_eq!((settings.act_from().value(), settings.welcomed()), (5, false));
    }

    #[test]
    fn a_calendar_says_nothing_and_reminds_once_until_it_is_told_otherwise() {
        let settings = Settings::default();
        assert_eq!((settings.badge(), settings.says_all(), settings.alarms()), (false, false, &[Alarm::HOUR][..]));
        let told = [SettingsEdit::SetBadge(true), SettingsEdit::SetSaysAll(true)];
        let settings = told.into_iter().fold(settings, |settings, edit| settings.apply(edit));
        assert!(settings.badge() && settings.says_all());
    }

    #[test]
    fn reminders_are_chosen_one_by_one() {
        let [ten, .., day] = Alarm::OFFERED;
        let edits = [(day, true), (ten, true), (day, true), (Alarm::HOUR, false), (Alarm::HOUR, false)];
        let choose = |settings: Settings, (alarm, is_on)| settings.apply(SettingsEdit::SetAlarm(alarm, is_on));
        let settings = edits.into_iter().fold(Settings::default(), choose);
        assert_eq!(settings.alarms(), [ten, day]);
        let none = [(ten, false), (day, false)].into_iter().fold(settings.clone(), choose);
        assert!(none.alarms().is_empty());
        let many = (1..60).filter_map(Alarm::minutes_before).map(|alarm| (alarm, true)).fold(settings, choose);
        assert_eq!(many.alarms().len(), MAX_ALARMS);
    }

    #[test]
    fn a_device_in_mexico_speaks_spanish() {
        assert_eq!(Language::from_tag("es-MX"), Some(Language::Es));
        assert_eq!(Language::from_tag("EN_us"), Some(Language::En));
        assert_eq!(Language::from_tag("fr-CA"), None);
        assert_eq!(Language::from_tag(""), None);
    }
}
