//! Why a file was not opened, and the sentence for it.

use chrono::NaiveDate;
use text::counselor::Counselor;
use thiserror::Error;
use vault::PackageError;

/// Why nothing of a file is shown. No variant carries content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Why {
    #[error("not a file of ours")]
    NotOurs,
    #[error("a backup")]
    Backup,
    #[error("made by a newer version")]
    Newer,
    #[error("larger than any page")]
    TooLong,
    #[error("cut off")]
    CutOff,
    #[error("damaged")]
    Damaged,
    #[error("sealed under another passphrase")]
    WrongPassphrase,
    #[error("no passphrase was typed")]
    NoPassphrase,
    /// It opens with a key, and no keys are open.
    #[error("sealed for a key, and none is open")]
    NoKeys,
    #[error("sealed for another key")]
    OtherKey,
    #[error("signed for somebody else")]
    OtherRecipient,
    #[error("the signature is wrong")]
    Forged,
    #[error("no consent is in it")]
    NoConsent,
    #[error("it says more than its consent allows")]
    Beyond,
    /// That was the last day of its consent.
    #[error("its consent is over")]
    ConsentOver(NaiveDate),
    /// The browser did not hand the file over.
    #[error("it could not be read")]
    NotRead,
    #[error("not enough memory")]
    NoMemory,
    #[error("no random numbers")]
    NoRandomness,
}

impl From<PackageError> for Why {
    fn from(why: PackageError) -> Why {
        match why {
            PackageError::NotAPackage => Why::NotOurs,
            PackageError::Backup => Why::Backup,
            PackageError::Newer => Why::Newer,
            PackageError::TooLong => Why::TooLong,
            PackageError::CutOff => Why::CutOff,
            // What asks for more than any device has was not written by the app.
            PackageError::Damaged | PackageError::OutOfBounds | PackageError::WeakKey => Why::Damaged,
            PackageError::OtherKey => Why::OtherKey,
            PackageError::WrongPassphrase => Why::WrongPassphrase,
            PackageError::OtherRecipient => Why::OtherRecipient,
            PackageError::Forged => Why::Forged,
            PackageError::NoRandomness => Why::NoRandomness,
        }
    }
}

impl Why {
    /// Whether another passphrase, or another moment, may open it: then the file goes on waiting.
    #[must_use]
    pub fn can_try_again(self) -> bool {
        matches!(self, Why::WrongPassphrase | Why::NoPassphrase | Why::NoMemory)
    }

    /// What to say. `day` writes a day in the language of the words.
    #[must_use]
    pub fn sentence(self, words: &Counselor, day: impl FnOnce(NaiveDate) -> String) -> String {
        let why = &words.why;
        let said = match self {
            Why::NotOurs => why.not_ours,
            Why::Backup => why.backup,
            Why::Newer => why.newer,
            Why::TooLong => why.too_long,
            Why::CutOff => why.cut_off,
            Why::Damaged => why.damaged,
            Why::WrongPassphrase => why.wrong_passphrase,
            Why::NoPassphrase => why.no_passphrase,
            Why::NoKeys => why.no_keys,
            Why::OtherKey => why.other_key,
            Why::OtherRecipient => why.other_recipient,
            Why::Forged => why.forged,
            Why::NoConsent => why.no_consent,
            Why::Beyond => why.beyond,
            Why::ConsentOver(last) => return (why.consent_over)(&day(last)),
            Why::NotRead => why.not_read,
            Why::NoMemory => why.no_memory,
            Why::NoRandomness => why.no_randomness,
        };
        said.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::Why;
    use chrono::NaiveDate;
    use domain::Language;
    use std::collections::BTreeSet;

    #[test]
    fn whatever_a_file_is_there_is_one_sentence_for_it_that_says_what_to_do() {
        let all = [
            Why::NotOurs,
            Why::Backup,
            Why::Newer,
            Why::TooLong,
            Why::CutOff,
            Why::Damaged,
            Why::WrongPassphrase,
            Why::NoPassphrase,
            Why::NoKeys,
            Why::OtherKey,
            Why::OtherRecipient,
            Why::Forged,
            Why::NoConsent,
            Why::Beyond,
            Why::ConsentOver(NaiveDate::default()),
            Why::NotRead,
            Why::NoMemory,
            Why::NoRandomness,
        ];
        for language in Language::ALL {
            let words = text::of(*language).counselor();
            let said: BTreeSet<String> = all.iter().map(|why| why.sentence(words, |day| day.to_string())).collect();
            assert_eq!(said.len(), all.len(), "two of them say the same");
            assert!(said.iter().all(|sentence| sentence.matches('.').count() >= 2), "{said:?}");
            assert!(said.iter().any(|sentence| sentence.contains("1970-01-01")));
        }
    }
}
