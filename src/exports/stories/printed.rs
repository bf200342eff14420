//! The page to print: whatever anybody wrote is text in it, it asks for nothing, and it says everything in the person's language.

use super::world::{HOSTILE, any_facts, any_items, facts, golden, items};
use crate::{Facts, page};
use domain::record::Record;
use domain::{
    Craving, CravingEdit, Intensity, Label, Language, Note, Person, PersonEdit, PersonId, PhotoId, Reason, Recording,
    RecordingId, Role, Trigger,
};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use proptest::prelude::*;
use std::cell::RefCell;

/// A name and what it is set to.
type Attribute = (String, String);

/// What a browser's reader of HTML sees.
#[derive(Default)]
struct Seen {
    tags: RefCell<Vec<(String, Vec<Attribute>)>>,
    text: RefCell<String>,
    faults: RefCell<Vec<String>>,
    comments: RefCell<usize>,
}

impl TokenSink for Seen {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => return self.tag(&tag),
            Token::CharacterTokens(text) => self.text.borrow_mut().push_str(&text),
            Token::NullCharacterToken => self.faults.borrow_mut().push("a null character".to_owned()),
            Token::CommentToken(_) => *self.comments.borrow_mut() += 1,
            Token::ParseError(fault) => self.faults.borrow_mut().push(fault.into_owned()),
            Token::DoctypeToken(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

impl Seen {
    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        let attributes = tag.attrs.iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
        self.tags.borrow_mut().push((tag.name.to_string(), attributes));
        match &*tag.name {
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn of(html: &str) -> Seen {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        let reader = Tokenizer::new(Seen::default(), Default::default());
        let _ = reader.feed(&input);
        reader.end();
        reader.sink
    }
}

const ELEMENTS: [&str; 22] = [
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "p", "article", "table", "tr",
    "th", "td", "ul", "li", "bdi", "img", "audio",
];

/// Markup of ours and of nobody else's.
fn check(html: &str) -> Seen {
    let seen = Seen::of(html);
    for (name, attributes) in seen.tags.borrow().iter() {
        assert!(ELEMENTS.contains(&name.as_str()), "<{name}>");
        for (attribute, value) in attributes {
            let is_ours = match (name.as_str(), attribute.as_str()) {
                ("html", "lang") => ["en", "es"].contains(&value.as_str()),
                ("meta", "charset" | "http-equiv" | "content" | "name") => true,
                ("th", "scope") => value == "row",
                ("img", "src") => {
                    value.starts_with("data:image/jpeg;base64,") && !value.contains(['"', '<', '\'', ' '])
                }
                ("audio", "controls") => value.is_empty(),
                ("audio", "src") => {
                    value.starts_with("data:audio/")
                        && value.contains(";base64,")
                        && !value.contains(['"', '<', '\'', ' '])
                }
                ("img", "alt") => ["Picture", "Imagen"].contains(&value.as_str()),
                _ => false,
            };
            assert!(is_ours, "<{name} {attribute}>");
        }
    }
    assert_eq!(*seen.comments.borrow(), 0);
    seen
}

fn craving_saying(words: &str) -> Record {
    let now = facts().now;
    let edits = [
        CravingEdit::SetNote(Some(Note::new(words).unwrap())),
        CravingEdit::AddTrigger(Trigger::Own(Label::new(words).unwrap())),
    ];
    let craving = Craving::new(Intensity::new(7).unwrap(), now.clone());
    Record::Craving(edits.into_iter().fold(craving, |craving, edit| craving.apply(edit, &now).unwrap()))
}

#[test]
fn hostile_words_are_words_on_the_page() {
    for words in HOSTILE {
        let html = page(&facts(), &items([craving_saying(words)]));
        let seen = check(&html);
        assert_eq!(*seen.faults.borrow(), Vec::<String>::new(), "{words}");
        assert!(seen.text.borrow().contains(words), "{words}");
        assert_eq!(seen.tags.borrow().iter().filter(|(name, _)| name == "bdi").count(), 2);
    }
}

#[test]
fn the_page_may_do_nothing_and_asks_for_nothing() {
    let html = page(&facts(), &golden());
    let seen = check(&html);
    assert_eq!(*seen.faults.borrow(), Vec::<String>::new());
    let policy = (
        "content".to_owned(),
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:".to_owned(),
    );
    assert!(seen.tags.borrow().iter().any(|(name, attributes)| name == "meta" && attributes.contains(&policy)));
    let style = &html[html.find("<style>").unwrap()..html.find("</style>").unwrap()];
    assert!(!style.contains("url(") && !style.contains("@import"));
}

#[test]
fn everything_is_said_in_the_persons_language() {
    let all = golden();
    let english = page(&facts(), &all);
    let spanish = page(&Facts { language: Language::Es, ..facts() }, &all);
    for said in
        ["Sunday, November 22, 2026", "Day by day", "Intensity, 0 to 10", "Stressed or worried", "9:30 am · Craving"]
    {
        assert!(english.contains(said), "{said}");
    }
    for said in ["domingo, 22 de noviembre de 2026", "Día por día", "Intensidad, de 0 a 10", "Estrés o preocupación"]
    {
        assert!(spanish.contains(said), "{said}");
    }
    // Nothing is left in the names of the published format.
    for html in [english, spanish] {
        let seen = check(&html);
        let text = seen.text.borrow();
        let raw = text
            .split_whitespace()
            .find(|word| word.contains('_') && word.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
        assert_eq!(raw, None);
    }
}

#[test]
fn what_was_sorted_and_planned_reads_like_a_list() {
    let english = page(&facts(), &golden());
    for said in [
        "<li>Bored: With care</li><li><bdi>La esquina 🏪</bdi>: Never</li>",
        "<li>What I can do by myself: <bdi>Walk to the river</bdi></li>",
        "<ul><li>At times of day: Monday, Wednesday</li><li>Times: 8:00 am, 8:30 pm</li></ul>",
        "<li>Number: <bdi>5550102</bdi>; Good for: Texts only</li>",
    ] {
        assert!(english.contains(said), "{said}");
    }
}

#[test]
fn a_picture_stands_with_whom_it_shows() {
    let photo = golden().into_iter().map(|item| item.record).find(|record| matches!(record, Record::Photo(_))).unwrap();
    let id = [0x11; 16];
    let person = Person::new(Label::new("Nan").unwrap(), Role::Family);
    let person = person.apply(PersonEdit::SetPhoto(Some(PhotoId::from_bytes(id)))).unwrap();
    let mut both = items([photo, Record::Person(person)]);
    both[0].id = id;
    assert_eq!(PersonId::from_bytes([0x11; 8]).to_hex(), "1111111111111111");
    let html = page(&facts(), &both);
    assert!(html.contains("<img src=\"data:image/jpeg;base64,/9j/2Q==\" alt=\"Picture\">"));
}

#[test]
fn a_reason_in_ones_own_voice_can_be_heard() {
    let recording = Record::Recording(Recording::new(b"OggS and a voice".to_vec()).unwrap());
    let id = [0x33; 16];
    let reason = Reason::new(None, None, Some(RecordingId::from_bytes(id))).unwrap();
    let mut both = items([recording, Record::Reason(reason)]);
    both[0].id = id;
    let html = page(&facts(), &both);
    assert!(html.contains("<p>There is a recording in my own voice.</p>"));
    assert!(html.contains("<audio controls src=\"data:audio/ogg;base64,T2dnUyBhbmQgYSB2b2ljZQ==\"></audio>"));
    check(&html);
}

#[test]
fn an_empty_journal_is_a_page_that_says_so() {
    assert!(page(&facts(), &[]).contains("Nothing was written down yet."));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_record_makes_a_tag_or_an_attribute(facts in any_facts(), items in any_items()) {
        check(&page(&facts, &items));
    }

    #[test]
    fn no_text_makes_a_tag_or_an_attribute(words in ".{0,60}[^ ]") {
        if let (Ok(note), Ok(_)) = (Note::new(&words), Label::new(&words)) {
            let seen = check(&page(&facts(), &items([craving_saying(&words)])));
            prop_assert!(seen.text.borrow().contains(note.as_str()));
        }
    }
}
