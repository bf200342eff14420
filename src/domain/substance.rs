//! What the craving was for, in plain and neutral names. Medication as prescribed is not a substance here.

use crate::chip::Chip;
use crate::code::coded;

/// What the craving was for.
pub type Substance = Chip<KnownSubstance>;

coded! {
    /// The kinds that we offer.
    pub enum KnownSubstance {
        Alcohol = "alcohol",
        /// Heroin, fentanyl, pain pills that were not prescribed or not taken as prescribed.
        Opioids = "opioids",
        /// Powder or crack.
        Cocaine = "cocaine",
        Methamphetamine = "methamphetamine",
        Cannabis = "cannabis",
        Benzodiazepines = "benzodiazepines",
        /// Smoked, vaped or chewed.
        Nicotine = "nicotine",
        SomethingElse = "something-else",
    }
}

impl From<KnownSubstance> for Substance {
    fn from(known: KnownSubstance) -> Substance {
        Chip::Known(known)
    }
}
