//! How a session is reached when it is not in a room: a link or a telephone number, as somebody was given it.

use crate::words::unspoken;
use thiserror::Error;

/// An address of a video room: `http` or `https`, at most 2,000 visible ASCII characters. Nothing else is ever opened.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Link(String);

/// A telephone number as it was written: 3 to 40 characters, of them 2 to 20 digits, with what people put between them.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber(String);

/// Why a link or a number could not be taken. Never says what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ContactError {
    /// Not `http://` or `https://` followed by a host, or with spaces in it, or too long.
    #[error("that is no address of a web page")]
    NoLink,
    /// Too few digits, too many, or signs that no number has.
    #[error("that is no telephone number")]
    NoNumber,
}

impl Link {
    /// In bytes.
    pub const LIMIT: usize = 2_000;

    /// An address as pasted; spaces around it are left out.
    ///
    /// # Errors
    /// [`ContactError::NoLink`].
    pub fn new(text: &str) -> Result<Link, ContactError> {
        let text = text.trim();
        let fits = text.len() <= Link::LIMIT && text.bytes().all(|byte| byte.is_ascii_graphic());
        let after = ["https://", "http://"].iter().find_map(|scheme| {
            let (start, after) = text.split_at_checked(scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then_some(after)
        });
        let has_host = after.is_some_and(|after| after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '['));
        if fits && has_host { Ok(Link(text.to_owned())) } else { Err(ContactError::NoLink) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PhoneNumber {
    /// A number as written: digits, `+ ( ) - . / * # ,` and spaces.
    ///
    /// # Errors
    /// [`ContactError::NoNumber`].
    pub fn new(text: &str) -> Result<PhoneNumber, ContactError> {
        let text = text.trim();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let usual = |byte: u8| byte.is_ascii_digit() || b"+()-./*#, ".contains(&byte);
        let fits = (3..=40).contains(&text.len()) && (2..=20).contains(&digits) && text.bytes().all(usual);
        if fits { Ok(PhoneNumber(text.to_owned())) } else { Err(ContactError::NoNumber) }
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `tel:…`, which needs no network. What follows the first comma (a code to press later) is not dialled: a pause is in no standard.
    pub fn tel_link(&self) -> String {
        let dialled = self.0.split(',').next().unwrap_or_default();
        let kept: String = dialled.chars().filter(|c| c.is_ascii_digit() || "+*".contains(*c)).collect();
        format!("tel:{kept}")
    }
}

unspoken!(Link, PhoneNumber);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_the_web_and_nowhere_else() {
        for good in [" https://clinic.example/room?pwd=1 ", "HTTP://clinic.example", "https://[::1]/"] {
            assert_eq!(Link::new(good).unwrap().as_str(), good.trim());
        }
        for bad in
            ["", "clinic.example", "javascript:alert(1)", "https://", "https:///x", "https://a b", "https://é.example"]
        {
            assert_eq!(Link::new(bad), Err(ContactError::NoLink), "{bad}");
        }
        assert_eq!(Link::new(&format!("https://{}", "a".repeat(2_000))), Err(ContactError::NoLink));
    }

    #[test]
    fn a_number_is_kept_as_written_and_dialled_as_digits() {
        let number = PhoneNumber::new(" +1 (312) 555-0100 ").unwrap();
        assert_eq!((number.as_str(), number.tel_link().as_str()), ("+1 (312) 555-0100", "tel:+13125550100"));
        assert_eq!(PhoneNumber::new("312.555.0100,,44#").unwrap().tel_link(), "tel:3125550100");
        for bad in ["", "1", "call me", "555-0100 ask for Jo", "123456789012345678901"] {
            assert_eq!(PhoneNumber::new(bad), Err(ContactError::NoNumber), "{bad}");
        }
    }

    #[test]
    fn neither_is_ever_printed() {
        let printed = format!("{:?} {:?}", Link::new("https://a.example").unwrap(), PhoneNumber::new("911").unwrap());
        assert_eq!(printed, "Link(…) PhoneNumber(…)");
    }
}
