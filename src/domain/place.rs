//! Where it was. Kinds of place, not addresses: enough to see a pattern, nothing to find anyone by.

use crate::chip::Chip;
use crate::code::coded;

/// Where the craving came.
pub type Place = Chip<KnownPlace>;

coded! {
    /// The kinds of place that we offer; the person's own words stand beside them.
    pub enum KnownPlace {
        Home = "home",
        WorkOrSchool = "work-or-school",
        /// On the way: a car, a bus, a train.
        CarOrBus = "car-or-bus",
        Street = "street",
        Store = "store",
        BarOrParty = "bar-or-party",
        FriendsPlace = "friends-place",
        /// On a screen: a chat, a feed, a call.
        Online = "online",
        Elsewhere = "elsewhere",
    }
}

impl From<KnownPlace> for Place {
    fn from(known: KnownPlace) -> Place {
        Chip::Known(known)
    }
}
