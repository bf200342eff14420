//! What the person chose about the app itself. It travels with the journal, so a new phone looks like the old one.

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
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            appearance: Kept::Known(Appearance::System),
            language: None,
            act_from: DEFAULT_ACT_FROM,
            welcomed: false,
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

    /// The settings with one choice changed.
    #[must_use]
    pub fn apply(&self, edit: SettingsEdit) -> Settings {
        let mut settings = self.clone();
        match edit {
            SettingsEdit::SetAppearance(appearance) => settings.appearance = Kept::Known(appearance),
            SettingsEdit::SetLanguage(language) => settings.language = language.map(Kept::Known),
            SettingsEdit::SetActFrom(act_from) => settings.act_from = act_from,
            SettingsEdit::SetWelcomed(welcomed) => settings.welcomed = welcomed,
        }
        settings
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
    fn a_device_in_mexico_speaks_spanish() {
        assert_eq!(Language::from_tag("es-MX"), Some(Language::Es));
        assert_eq!(Language::from_tag("EN_us"), Some(Language::En));
        assert_eq!(Language::from_tag("fr-CA"), None);
        assert_eq!(Language::from_tag(""), None);
    }
}
