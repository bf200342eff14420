//! A text that is already written when the phone's own program for messages opens. Nothing is sent: the person sees it, changes it and
//! sends it there.

use crate::contact::PhoneNumber;

/// Whose program for messages the link is for. They disagree on how the words follow the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texting {
    /// iOS and macOS read `sms:number&body=…`; with a question mark older ones open with no number.
    Apple,
    /// Android and everybody else read `sms:number?body=…` (RFC 5724).
    Others,
}

/// `sms:…` with the words filled in, or none.
pub fn sms_link(number: &PhoneNumber, words: &str, texting: Texting) -> String {
    // Text goes to the same digits that are dialled.
    let tel = number.tel_link();
    let digits = tel.strip_prefix("tel:").unwrap_or_default();
    if words.is_empty() {
        return format!("sms:{digits}");
    }
    let mark = match texting {
        Texting::Apple => '&',
        Texting::Others => '?',
    };
    format!("sms:{digits}{mark}body={}", escaped(words))
}

/// Everything but letters, digits and `-._~` as its bytes in UTF-8 (RFC 3986, 2.1), so that no sign of a message means something to a link.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase();
            out.extend(['%', digit(byte >> 4), digit(byte & 0x0F)]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number() -> PhoneNumber {
        PhoneNumber::new("+1 (312) 555-0100").unwrap()
    }

    #[test]
    fn the_words_follow_the_number_as_each_phone_reads_it() {
        let words = "Can you talk? ¿Hablas? & #1";
        let escaped = "Can%20you%20talk%3F%20%C2%BFHablas%3F%20%26%20%231";
        assert_eq!(sms_link(&number(), words, Texting::Apple), format!("sms:+13125550100&body={escaped}"));
        assert_eq!(sms_link(&number(), words, Texting::Others), format!("sms:+13125550100?body={escaped}"));
        assert_eq!(sms_link(&number(), "", Texting::Apple), "sms:+13125550100");
    }

    proptest! {
        #[test]
        fn no_message_can_break_out_of_its_link(words in ".{0,80}") {
            let link = sms_link(&number(), &words, Texting::Others);
            let body = link.strip_prefix("sms:+13125550100").unwrap().trim_start_matches("?body=");
            prop_assert!(body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
            let mut bytes = Vec::new();
            let mut rest = body;
            while let Some(first) = rest.chars().next() {
                if first == '%' {
                    bytes.push(u8::from_str_radix(&rest[1..3], 16).unwrap());
                    rest = &rest[3..];
                } else {
                    bytes.push(first as u8);
                    rest = &rest[1..];
                }
            }
            prop_assert_eq!(String::from_utf8(bytes).unwrap(), words);
        }
    }
}
