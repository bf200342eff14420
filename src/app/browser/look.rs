//! What is kept in `localStorage`, as plain words that say nothing about the person: appearance and language, which have to be known before
//! the journal is open (which has them too, sealed), and whether questions are asked all at once.

use domain::{Appearance, Language};

use super::handrail;

const APPEARANCE: &str = "handrail.appearance";
const LANGUAGE: &str = "handrail.language";
/// There while questions are asked a screen at a time.
const ONE_BY_ONE: &str = "handrail.one-by-one";

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

/// Whether questions are asked a screen at a time.
pub fn asks_one_by_one() -> bool {
    storage().and_then(|storage| storage.get_item(ONE_BY_ONE).ok().flatten()).is_some()
}

/// From now on questions are asked a screen at a time, or all at once.
pub fn ask_one_by_one(is_one_by_one: bool) {
    if let Some(storage) = storage() {
        let _ = if is_one_by_one { storage.set_item(ONE_BY_ONE, "1") } else { storage.remove_item(ONE_BY_ONE) };
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
