//! One way to reach somebody: a telephone number and what it is good for, or a link that the person typed.

use crate::code::{Kept, coded};
use crate::contact::{ContactError, Link, PhoneNumber};
use crate::words::unspoken;

coded! {
    /// What a number is good for.
    pub enum Uses {
        CallAndText = "call-and-text",
        /// A landline, a switchboard.
        Call = "call",
        Text = "text",
    }
}

/// One way to reach somebody.
#[derive(Clone, PartialEq, Eq)]
pub enum Reach {
    Number {
        number: PhoneNumber,
        uses: ReachUses,
    },
    /// A page that the person typed the address of: `https` only, because nothing about them may be read on the way.
    Link(Link),
}

/// What a number is good for, as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct ReachUses(pub(crate) Kept<Uses>);

unspoken!(Reach, ReachUses);

impl From<Uses> for ReachUses {
    fn from(uses: Uses) -> ReachUses {
        ReachUses(Kept::Known(uses))
    }
}

impl ReachUses {
    /// What a newer build knew more about can at least be called.
    pub fn known(&self) -> Uses {
        self.0.known().unwrap_or(Uses::Call)
    }
}

impl Reach {
    pub fn number(number: PhoneNumber, uses: Uses) -> Reach {
        Reach::Number { number, uses: uses.into() }
    }

    /// # Errors
    /// [`ContactError::NoLink`] for anything but an address that begins with `https://`.
    pub fn link(text: &str) -> Result<Reach, ContactError> {
        let link = Link::new(text)?;
        let is_safe = link.as_str().get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"));
        if is_safe { Ok(Reach::Link(link)) } else { Err(ContactError::NoLink) }
    }

    /// The number, if it can be called.
    pub fn to_call(&self) -> Option<&PhoneNumber> {
        match self {
            Reach::Number { number, uses } if uses.known() != Uses::Text => Some(number),
            Reach::Number { .. } | Reach::Link(_) => None,
        }
    }

    /// The number, if it can be texted.
    pub fn to_text(&self) -> Option<&PhoneNumber> {
        match self {
            Reach::Number { number, uses } if uses.known() != Uses::Call => Some(number),
            Reach::Number { .. } | Reach::Link(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_a_safe_one_or_none() {
        assert!(Reach::link("HTTPS://chat.example/room").is_ok());
        for bad in ["http://chat.example", "javascript:alert(1)", "data:text/html,x", "https://", "whatsapp://send", ""]
        {
            assert_eq!(Reach::link(bad), Err(ContactError::NoLink), "{bad}");
        }
    }

    #[test]
    fn a_landline_is_not_texted() {
        let number = |uses| Reach::number(PhoneNumber::new("312-555-0100").unwrap(), uses);
        let ways = |reach: &Reach| (reach.to_call().is_some(), reach.to_text().is_some());
        assert_eq!(ways(&number(Uses::CallAndText)), (true, true));
        assert_eq!(ways(&number(Uses::Call)), (true, false));
        assert_eq!(ways(&number(Uses::Text)), (false, true));
        assert_eq!(ways(&Reach::link("https://chat.example").unwrap()), (false, false));
    }
}
