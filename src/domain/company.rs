//! Who was there. Kinds of company, and the names a person chooses to write.

use crate::chip::Chip;
use crate::code::coded;

/// Who was there when the craving came. Several at once are usual.
pub type Company = Chip<KnownCompany>;

coded! {
    /// The kinds of company that we offer.
    pub enum KnownCompany {
        Alone = "alone",
        Partner = "partner",
        Family = "family",
        Friends = "friends",
        PeopleWhoUse = "people-who-use",
        Coworkers = "co-workers",
        Strangers = "strangers",
    }
}

impl From<KnownCompany> for Company {
    fn from(known: KnownCompany) -> Company {
        Chip::Known(known)
    }
}
