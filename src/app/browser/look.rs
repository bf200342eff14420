//! What is kept in `localStorage`, as plain words that say nothing about the person: appearance and language, which have to be known before
//! the journal is open (which has them too, sealed), and what somebody asked for that others do not want.

use chrono::NaiveDate;
use domain::{Appearance, Language};

use super::handrail;

const APPEARANCE: &str = "handrail.appearance";
const LANGUAGE: &str = "handrail.language";
const BACKUP: &str = "handrail.backup";
const ENTRIES: &str = "handrail.entries";
/// What stands there once entries were saved here.
const HERE: &str = "here";
/// What stands there once they were gone without anybody having deleted them.
const GONE: &str = "gone";

/// The language to speak: the one chosen, else the device's, else English.
pub fn language(chosen: Option<Language>) -> Language {
    let device = || {
        let tags = web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
        tags.iter().filter_map(|tag| tag.as_string()).find_map(|tag| Language::from_tag(&tag))
    };
    chosen.or_else(remembered_language).or_else(device).unwrap_or(Language::En)
}

fn remembered_language() -> Option<Language> {
    storage()?.get_item(LANGUAGE).ok().flatten().and_then(|code| Language::from_code(&code))
}

/// Remembers both for the next start and makes the page look so now. A browser that keeps nothing only forgets them.
pub fn remember(appearance: Appearance, language: Option<Language>) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(APPEARANCE, appearance.code());
        let _ = match language {
            Some(language) => storage.set_item(LANGUAGE, language.code()),
            None => storage.remove_item(LANGUAGE),
        };
    }
    handrail::apply_look();
}

/// What somebody may want, and nobody gets who did not ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Questions a screen at a time.
    OneByOne,
    /// The phone shakes when a time is over.
    Shake,
    /// There is a tone when a time is over.
    Tone,
}

impl Wanted {
    /// There while it is wanted.
    fn key(self) -> &'static str {
        match self {
            Self::OneByOne => "handrail.one-by-one",
            Self::Shake => "handrail.shake",
            Self::Tone => "handrail.tone",
        }
    }
}

/// Whether it is wanted.
pub fn is_wanted(what: Wanted) -> bool {
    storage().and_then(|storage| storage.get_item(what.key()).ok().flatten()).is_some()
}

/// From now on it is, or is not.
pub fn want(what: Wanted, is_wanted: bool) {
    if let Some(storage) = storage() {
        let _ = if is_wanted { storage.set_item(what.key(), "1") } else { storage.remove_item(what.key()) };
    }
}

/// The day on which a backup was last handed over from this phone.
pub fn last_backup() -> Option<NaiveDate> {
    storage()?.get_item(BACKUP).ok().flatten().and_then(|day| domain::day_from_field(&day))
}

/// Remembers that one was.
pub fn remember_backup(day: NaiveDate) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(BACKUP, &day.to_string());
    }
}

/// Whether the browser has emptied what was kept here: there were entries once, and now nothing was ever written. `is_untouched` says the latter.
/// Stays so until somebody says that they know.
pub fn is_emptied(is_untouched: bool) -> bool {
    match storage().and_then(|storage| storage.get_item(ENTRIES).ok().flatten()).as_deref() {
        Some(GONE) => true,
        Some(_) => is_untouched,
        None => false,
    }
}

/// Remembers for the next start that there are entries, or that they are gone.
pub fn note_entries(is_untouched: bool) {
    let emptied = is_emptied(is_untouched);
    if let Some(storage) = storage()
        && (emptied || !is_untouched)
    {
        let _ = storage.set_item(ENTRIES, if emptied { GONE } else { HERE });
    }
}

/// They were brought in again, or somebody begins anew: nothing is missed any more.
pub fn begin_anew() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(ENTRIES);
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
