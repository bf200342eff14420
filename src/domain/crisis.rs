//! The crisis lines of the United States, in the code and not in a file: they must be there when nothing else loads.
//!
//! 988, the Veterans Crisis Line and SAMHSA's helpline were confirmed from their published pages in November 2026; Crisis
//! Text Line answers whatever the first word is. A line that could not be confirmed is not listed. To be checked again at
//! every release. The 988 option "press 3" for LGBTQ+ youth ended on 17 July 2025 and must not be listed. Names and purposes are
//! words, so they live in the app's catalogue.
//!
//! 988 comes first, then 911, here and on every screen, with the app or without it. The list that the numbers come from ranks
//! emergency first; but whoever opens Help now is mostly having a very hard moment themselves, and the emergency of somebody who does
//! not wake up has a row of its own that begins with 911.

use crate::code::coded;
use crate::settings::Language;

/// The day the list was last checked, ISO 8601.
pub const CRISIS_LINES_CHECKED_ON: &str = "2026-11-22";

coded! {
    /// Which line it is, for the catalogue to name, and by which a choice about it is stored.
    pub enum CrisisLineId {
        /// 988 Suicide & Crisis Lifeline, for substance use too.
        Lifeline988 = "988",
        /// 911. A text reaches it only in some counties, so none is offered.
        Emergency = "911",
        /// For veterans, service members and their families.
        Veterans = "veterans",
        /// SAMHSA National Helpline: refers to treatment, does not counsel.
        Samhsa = "samhsa",
        /// Text only.
        CrisisTextLine = "crisis-text-line",
    }
}

impl CrisisLineId {
    /// Whether nobody can hide it.
    pub const fn always_stays(self) -> bool {
        matches!(self, CrisisLineId::Lifeline988 | CrisisLineId::Emergency)
    }
}

/// One line and the ways to reach it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrisisLine {
    pub id: CrisisLineId,
    pub call: Option<CallTo>,
    pub text: Option<TextTo>,
    /// 1 is the first. 988, then emergency; never ranked by guess.
    pub order: u8,
}

/// A number to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallTo {
    /// What is dialled: digits, with a leading + where the country code belongs to it.
    pub number: &'static str,
    /// As people write it.
    pub shown: &'static str,
    /// The key to press once it answers. It is said, never dialled: a pause in a `tel:` link ("988,1") is in no
    /// standard, and a dialler that drops the comma would call 9881, where nobody answers.
    pub then_press: Option<char>,
    /// The key for Spanish, where it is another one.
    pub then_press_es: Option<char>,
}

/// A number to text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextTo {
    pub number: &'static str,
    /// The first word to send, where one is asked for. Plain letters.
    pub body: Option<&'static str>,
    pub body_es: Option<&'static str>,
    /// Whether somebody answers a text in Spanish.
    pub in_spanish: bool,
}

/// Every line that was verified, in the order in which they are shown.
pub const CRISIS_LINES: [CrisisLine; 5] = [
    CrisisLine {
        id: CrisisLineId::Lifeline988,
        call: Some(CallTo { number: "988", shown: "988", then_press: None, then_press_es: Some('2') }),
        text: Some(TextTo { number: "988", body: None, body_es: Some("AYUDA"), in_spanish: true }),
        order: 1,
    },
    CrisisLine {
        id: CrisisLineId::Emergency,
        call: Some(CallTo { number: "911", shown: "911", then_press: None, then_press_es: None }),
        text: None,
        order: 2,
    },
    CrisisLine {
        id: CrisisLineId::Veterans,
        call: Some(CallTo { number: "988", shown: "988", then_press: Some('1'), then_press_es: None }),
        text: Some(TextTo { number: "838255", body: None, body_es: None, in_spanish: false }),
        order: 3,
    },
    CrisisLine {
        id: CrisisLineId::Samhsa,
        call: Some(CallTo { number: "+18006624357", shown: "1-800-662-4357", then_press: None, then_press_es: None }),
        // It asks for a ZIP code, which is the person's to type.
        text: Some(TextTo { number: "435748", body: None, body_es: None, in_spanish: false }),
        order: 4,
    },
    CrisisLine {
        id: CrisisLineId::CrisisTextLine,
        call: None,
        text: Some(TextTo { number: "741741", body: Some("HELLO"), body_es: Some("HOLA"), in_spanish: true }),
        order: 5,
    },
];

impl CrisisLine {
    /// `tel:…`, which needs no network.
    pub fn tel_link(&self) -> Option<String> {
        self.call.map(|call| format!("tel:{}", call.number))
    }

    /// `sms:…`, with the first word filled in where the line asks for one.
    pub fn sms_link(&self, language: Language) -> Option<String> {
        let text = self.text?;
        Some(match text.body_in(language) {
            // iOS wants `&`, Android wants `?`; each reads past the other's.
            Some(body) => format!("sms:{}?&body={body}", text.number),
            None => format!("sms:{}", text.number),
        })
    }
}

impl CallTo {
    /// The key to press once it answers.
    pub fn press_in(&self, language: Language) -> Option<char> {
        match language {
            Language::En => self.then_press,
            Language::Es => self.then_press_es.or(self.then_press),
        }
    }
}

impl TextTo {
    /// The first word to send.
    pub fn body_in(&self, language: Language) -> Option<&'static str> {
        match language {
            Language::En => self.body,
            Language::Es => self.body_es.or(self.body),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_is_what_a_phone_understands() {
        let links: Vec<_> = CRISIS_LINES
            .iter()
            .map(|line| (line.tel_link(), line.sms_link(Language::En), line.sms_link(Language::Es)))
            .collect();
        let row = |tel: &str, en: &str, es: &str| {
            let link = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            (link(tel), link(en), link(es))
        };
        let expected = [
            row("tel:988", "sms:988", "sms:988?&body=AYUDA"),
            row("tel:911", "", ""),
            row("tel:988", "sms:838255", "sms:838255"),
            row("tel:+18006624357", "sms:435748", "sms:435748"),
            row("", "sms:741741?&body=HELLO", "sms:741741?&body=HOLA"),
        ];
        assert_eq!(links, expected);
    }

    #[test]
    fn the_lifeline_comes_first_then_911_and_nothing_is_out_of_order() {
        let orders: Vec<u8> = CRISIS_LINES.iter().map(|line| line.order).collect();
        assert_eq!(orders, [1, 2, 3, 4, 5]);
        assert_eq!(CRISIS_LINES[0].id, CrisisLineId::Lifeline988);
        assert_eq!(CRISIS_LINES[1].id, CrisisLineId::Emergency);
        assert!(CRISIS_LINES.iter().map(|line| line.id).eq(CrisisLineId::ALL.iter().copied()));
    }

    #[test]
    fn the_line_that_ended_is_not_listed() {
        let keys = CRISIS_LINES.iter().filter_map(|line| line.call);
        assert!(keys.flat_map(|call| [call.then_press, call.then_press_es]).all(|key| key != Some('3')));
    }

    #[test]
    fn every_line_can_be_reached_and_its_link_needs_no_escaping() {
        for line in CRISIS_LINES {
            assert!(line.call.is_some() || line.text.is_some(), "{:?}", line.id);
            if let Some(call) = line.call {
                let digits: String = call.shown.chars().filter(char::is_ascii_digit).collect();
                assert_eq!(call.number.trim_start_matches('+'), digits, "{:?} shows another number", line.id);
            }
            let bodies = line.text.map(|text| [text.body, text.body_es]).into_iter().flatten().flatten();
            assert!(bodies.flat_map(str::chars).all(|letter| letter.is_ascii_uppercase()), "{:?}", line.id);
        }
    }
}
