//! Everything the app says, in every language it speaks.
//!
//! A file per part of the app holds the shape of its sentences and both languages beside each other: a sentence that is missing in one
//! of them does not compile, and whoever changes one sees the other. English and Spanish are both written, not translated.

pub mod about;
pub mod common;
pub mod craving;
pub mod help;
pub mod log;
pub mod me;
pub mod problems;
pub mod today;
pub mod welcome;
pub mod words;

use domain::{KnownWord, Language};

/// All sentences of one language.
pub struct Text {
    pub language: Language,
    pub common: common::Common,
    pub problems: problems::Problems,
    pub today: today::Today,
    pub craving: craving::Craving,
    pub log: log::Log,
    pub help: help::Help,
    pub me: me::Me,
    pub about: about::About,
    pub welcome: welcome::Welcome,
}

static EN: Text = Text {
    language: Language::En,
    common: common::EN,
    problems: problems::EN,
    today: today::EN,
    craving: craving::EN,
    log: log::EN,
    help: help::EN,
    me: me::EN,
    about: about::EN,
    welcome: welcome::EN,
};

static ES: Text = Text {
    language: Language::Es,
    common: common::ES,
    problems: problems::ES,
    today: today::ES,
    craving: craving::ES,
    log: log::ES,
    help: help::ES,
    me: me::ES,
    about: about::ES,
    welcome: welcome::ES,
};

/// The sentences of a language.
#[must_use]
pub fn of(language: Language) -> &'static Text {
    match language {
        Language::En => &EN,
        Language::Es => &ES,
    }
}

impl Text {
    /// The label of a chip that the app offers.
    #[must_use]
    pub fn word(&self, word: KnownWord) -> &'static str {
        match self.language {
            Language::En => words::en(word),
            Language::Es => words::es(word),
        }
    }
}
