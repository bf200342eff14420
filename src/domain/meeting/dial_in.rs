//! A telephone number with the codes to press after it, as the conference companies give them.

use crate::words::unspoken;

/// A number to dial and what is dialled after it: digits, `+`, pauses (`,`), `*` and `#`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DialIn(String);

unspoken!(DialIn);

impl DialIn {
    /// In characters that are dialled.
    pub const LIMIT: usize = 80;
    /// Fewer are no number that somebody far away can call.
    const FEWEST: usize = 10;

    /// What can be dialled of a text: all else is left out. None for fewer than ten characters of number, not counting `*`, as other
    /// readers of these lists have it, and for more than [`DialIn::LIMIT`].
    pub fn new(text: &str) -> Option<DialIn> {
        let dialled: String = text.chars().filter(|c| c.is_ascii_digit() || "+,*#".contains(*c)).collect();
        let counted = dialled.chars().filter(|c| *c != '*').count();
        ((DialIn::FEWEST..=DialIn::LIMIT).contains(&counted) && dialled.len() <= DialIn::LIMIT)
            .then_some(DialIn(dialled))
    }

    /// Any number somebody may be asked at: the short ones too.
    pub fn of_contact(text: &str) -> Option<DialIn> {
        let dialled: String = text.chars().filter(|c| c.is_ascii_digit() || "+,*#".contains(*c)).collect();
        let digits = dialled.bytes().filter(u8::is_ascii_digit).count();
        (digits >= 3 && dialled.len() <= DialIn::LIMIT).then_some(DialIn(dialled))
    }

    /// All that is dialled.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number alone.
    pub fn number(&self) -> &str {
        self.0.split(',').next().unwrap_or_default()
    }

    /// What is pressed once the call is taken, without the pauses; None when nothing is.
    pub fn code(&self) -> Option<String> {
        let (_, after) = self.0.split_once(',')?;
        let parts: Vec<&str> = after.split(',').filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// `tel:` with number, pauses and codes in one, so that one tap gets a person in. A phone would take `#` for the end of the address.
    pub fn tel_link(&self) -> String {
        format!("tel:{}", self.0.replace('#', "%23"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_code_are_one_link() {
        let dial = DialIn::new("+16465550100,,00000000001#,,,,*123456#").unwrap();
        assert_eq!(dial.tel_link(), "tel:+16465550100,,00000000001%23,,,,*123456%23");
        assert_eq!((dial.number(), dial.code().as_deref()), ("+16465550100", Some("00000000001# *123456#")));
    }

    #[test]
    fn what_people_put_between_the_digits_is_left_out() {
        assert_eq!(DialIn::new("720-555-0123").unwrap().tel_link(), "tel:7205550123");
        assert_eq!(DialIn::new("(720) 555 0123").unwrap().code(), None);
    }

    #[test]
    fn what_nobody_can_call_is_no_number() {
        for bad in ["", "+11", "555-0123", "***********", "call Pat", &"1".repeat(81)] {
            assert!(DialIn::new(bad).is_none(), "{bad}");
        }
        assert_eq!(DialIn::of_contact("555-0123").unwrap().as_str(), "5550123");
    }
}
