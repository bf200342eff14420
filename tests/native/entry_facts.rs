//! What an entry says on the screen, and what an earlier version of it said differently.

#![allow(clippy::unwrap_used, reason = "a story that cannot be set up is a failing test")]

use app::facts::{self, Dates, Fact, Kind};
use domain::{
    ActionKind, ActionTaken, Craving, CravingEdit, Intensity, KnownPlace, KnownTrigger, Label, Language, Moment, Note,
    Place, Rating, Trigger, Zone,
};
use text::Text;

fn now() -> Moment {
    Moment::new(1_795_361_400_000, -360, Zone::named_or_utc("America/Chicago")).unwrap()
}

fn intensity(value: u8) -> Intensity {
    Intensity::new(value).unwrap()
}

fn craving(edits: impl IntoIterator<Item = CravingEdit>) -> Craving {
    let first = Craving::new(intensity(7), now());
    edits.into_iter().fold(first, |craving, edit| craving.apply(edit, &now()).unwrap())
}

fn note(words: &str) -> CravingEdit {
    CravingEdit::SetNote(Some(Note::new(words).unwrap()))
}

fn english() -> Text {
    text::of(Language::En)
}

fn facts_of(craving: &Craving) -> Vec<Fact> {
    facts::of(craving, english(), &Dates { moment: &|_| "that day".to_owned(), instant: &|_| "later".to_owned() })
}

fn told(facts: &[Fact], kind: Kind) -> Option<&str> {
    facts.iter().find(|fact| fact.kind == kind)?.told.as_deref()
}

#[test]
fn two_taps_say_a_number_and_a_time() {
    let two_taps = craving([]);
    let line = facts::line(&two_taps, english());
    assert_eq!((line.intensity.unwrap(), line.label.as_str(), line.words.as_str()), (7, "Craving 7 of 10", ""));
    assert_eq!(line.change, None);
    let facts = facts_of(&two_taps);
    let kinds: Vec<Kind> = facts.iter().filter(|fact| fact.told.is_some()).map(|fact| fact.kind).collect();
    assert_eq!(kinds, [Kind::Number, Kind::When]);
}

#[test]
fn everything_that_was_told_is_there() {
    let all = craving([
        CravingEdit::AddTrigger(KnownTrigger::Lonely.into()),
        CravingEdit::AddTrigger(Trigger::Own(Label::new("rain").unwrap())),
        CravingEdit::SetPlace(Some(KnownPlace::Home.into())),
        note("first line\n  second line"),
        CravingEdit::AddAction(ActionTaken::new(ActionKind::CalledSomeone, 0)),
        CravingEdit::RateAgain(Some(Rating { intensity: intensity(4), at_utc_ms: 0 })),
    ]);
    let line = facts::line(&all, english());
    let lonely = english().word(domain::KnownWord::Trigger(KnownTrigger::Lonely));
    assert_eq!(line.words, format!("{lonely}, rain · Home · Called someone · first line second line"));
    assert_eq!((line.label.as_str(), line.change.as_deref()), ("Craving 7 of 10, later 4", Some("7 → 4")));

    let facts = facts_of(&all);
    assert_eq!(told(&facts, Kind::Note), Some("first line\n  second line"), "a note is kept as it was written");
    assert_eq!(told(&facts, Kind::After), Some("4 of 10, later"));
    assert_eq!(told(&facts, Kind::Actions), Some("Called someone (7 → 4)"));
}

#[test]
fn a_word_from_a_newer_app_is_not_passed_over() {
    let from_newer = craving([CravingEdit::SetPlace(Place::from_code("spaceport"))]);
    assert_eq!(told(&facts_of(&from_newer), Kind::Place), Some("something from a newer Handrail"));
}

#[test]
fn an_earlier_version_tells_only_what_was_different() {
    let before = craving([note("one")]);
    let after = craving([note("two"), CravingEdit::SetPlace(Some(KnownPlace::Home.into()))]);
    let differences = facts::said_differently(&facts_of(&before), &facts_of(&after));
    let seen: Vec<(Kind, Option<&str>)> = differences.iter().map(|fact| (fact.kind, fact.told.as_deref())).collect();
    assert_eq!(seen, [(Kind::Place, None), (Kind::Note, Some("one"))]);
    assert!(facts::said_differently(&facts_of(&before), &facts_of(&before)).is_empty());
}

#[test]
fn words_that_run_the_other_way_do_not_turn_their_neighbours_around() {
    let mixed = craving([CravingEdit::SetPlace(Some(KnownPlace::Home.into())), note("שלום \u{202E}")]);
    assert_eq!(facts::line(&mixed, english()).words, "Home · \u{2068}שלום \u{202E}\u{2069}");
}

#[test]
fn a_list_shows_the_first_words_of_a_long_note() {
    let long = craving([note(&"word ".repeat(4_000))]);
    let words = facts::line(&long, english()).words;
    assert!(words.chars().count() <= 121 && words.ends_with("word…"), "{words}");
    let without_spaces = craving([note(&"字".repeat(20_000))]);
    assert_eq!(facts::line(&without_spaces, english()).words.chars().count(), 121);
    let emoji = craving([note("🫠 👩‍👩‍👧‍👦")]);
    assert_eq!(facts::line(&emoji, english()).words, "🫠 👩‍👩‍👧‍👦");
}
