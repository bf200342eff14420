//! What an entry says, in the person's language: its line in a list, the facts on its own page, and what an earlier version said
//! differently. Knows no browser: whoever asks brings the way dates are written.

use domain::{
    ActionTaken, CheckIn, Chip, Company, Confidence, Craving, Intensity, KnownWord, Lapse, Moment, Note, Place,
    StoryPart, Substance, Trigger,
};
use text::Text;

/// How much of a note a list shows, in characters; the row itself cuts it to two lines.
const FIRST_WORDS: usize = 120;

/// An entry in a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line {
    /// The number, 0 to 10, as first rated; none of what has no number.
    pub intensity: Option<u8>,
    /// What the number means, read aloud: "Craving 7 of 10".
    pub label: String,
    /// "7 → 4" once it was rated again.
    pub change: Option<String>,
    /// Triggers, place, what was done and the first words of the note; empty when none was told.
    pub words: String,
}

/// One thing an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Number,
    When,
    Triggers,
    Place,
    Company,
    Substance,
    Note,
    Actions,
    After,
    Amount,
    Story(StoryPart),
}

/// A name and what was told; `None` when nothing was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub kind: Kind,
    pub name: &'static str,
    pub told: Option<String>,
}

/// How moments are written: the one the entry is about, and instants in UTC milliseconds by the device's clock.
pub struct Dates<'a> {
    pub moment: &'a dyn Fn(&Moment) -> String,
    pub instant: &'a dyn Fn(i64) -> String,
}

/// The entry as a line in a list.
pub fn line(craving: &Craving, text: Text) -> Line {
    let before = craving.intensity().value();
    let after = craving.after().map(|rating| rating.intensity.value());
    let acts: Vec<&str> = craving.actions().iter().map(|action| action_word(action, text)).collect();
    let parts = [
        listed(craving.triggers().iter().map(|trigger| trigger_word(trigger, text))),
        craving.place().map(|place| apart(place_word(place, text))),
        listed(acts.into_iter()),
        craving.note().map(|note| apart(first_words(note.as_str()))),
    ];
    Line {
        intensity: Some(before),
        label: match after {
            Some(after) => (text.log().craving_then)(before, after),
            None => (text.common().craving_of_ten)(before),
        },
        change: after.map(|after| format!("{before} → {after}")),
        words: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

/// A lapse as a line in a list.
pub fn lapse_line(lapse: &Lapse, text: Text) -> Line {
    let parts = [
        Some(text.lapse().used.to_owned()),
        lapse.substance().map(|substance| apart(substance_word(substance, text))),
        lapse.amount().map(|amount| apart(amount.as_str())),
    ];
    Line {
        intensity: None,
        label: text.titles().lapse.to_owned(),
        change: None,
        words: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

/// A check-in as a line in a list.
pub fn check_in_line(told: &CheckIn, text: Text) -> Line {
    let words = text.check_in();
    let parts = [
        told.strongest().map(Intensity::value).map(words.craving_was),
        told.confidence().map(Confidence::value).map(words.confidence_is),
        told.mood().map(|mood| (words.mood_of)(mood).to_owned()),
        told.line().map(|line| apart(line.as_str())),
    ];
    Line {
        intensity: None,
        label: text.titles().check_in.to_owned(),
        change: None,
        words: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

/// Everything a lapse can say, in the order of its page, told or not.
pub fn of_lapse(lapse: &Lapse, text: Text, when: String) -> Vec<Fact> {
    let (log, words) = (text.log(), text.lapse());
    let fact = |kind, name, told| Fact { kind, name, told };
    let story = StoryPart::ALL.iter().map(|part| {
        let told = lapse.told(*part).map(|note: &Note| note.as_str().to_owned());
        fact(Kind::Story(*part), (words.part_name)(*part), told)
    });
    let substance = lapse.substance().map(|one| substance_word(one, text).to_owned());
    [
        fact(Kind::When, log.when, Some(when)),
        fact(Kind::Substance, words.what_name, substance),
        fact(Kind::Amount, words.amount, lapse.amount().map(|amount| amount.as_str().to_owned())),
    ]
    .into_iter()
    .chain(story)
    .collect()
}

/// Everything the entry can say, in the order of its page, told or not.
pub fn of(craving: &Craving, text: Text, dates: &Dates<'_>) -> Vec<Fact> {
    let log = text.log();
    let fact = |kind, name, told| Fact { kind, name, told };
    let company = craving.company().iter().map(|company| company_word(company, text));
    let triggers = craving.triggers().iter().map(|trigger| trigger_word(trigger, text));
    let actions = acts(craving, text);
    let after =
        craving.after().map(|again| (log.of_ten_at)(again.intensity.value(), &(dates.instant)(again.at_utc_ms)));
    vec![
        fact(Kind::Number, log.number, Some((log.of_ten)(craving.intensity().value()))),
        fact(Kind::When, log.when, Some((dates.moment)(craving.occurred_at()))),
        fact(Kind::Triggers, log.triggers, listed(triggers)),
        fact(Kind::Place, log.place, craving.place().map(|place| place_word(place, text).to_owned())),
        fact(Kind::Company, log.company, listed(company)),
        fact(Kind::Substance, log.substance, craving.substance().map(|one| substance_word(one, text).to_owned())),
        fact(Kind::Note, log.note, craving.note().map(|note| note.as_str().to_owned())),
        fact(Kind::Actions, log.actions, listed(actions.iter().map(String::as_str))),
        fact(Kind::After, log.after, after),
    ]
}

/// What `earlier` said that `later` does not say; empty when the difference is nothing a person can see.
pub fn said_differently(earlier: &[Fact], later: &[Fact]) -> Vec<Fact> {
    let is_kept = |fact: &&Fact| later.iter().any(|other| other.kind == fact.kind && other.told == fact.told);
    earlier.iter().filter(|fact| !is_kept(fact)).cloned().collect()
}

fn trigger_word(trigger: &Trigger, text: Text) -> &str {
    word(trigger, text, KnownWord::Trigger)
}

fn place_word(place: &Place, text: Text) -> &str {
    word(place, text, KnownWord::Place)
}

fn company_word(company: &Company, text: Text) -> &str {
    word(company, text, KnownWord::Company)
}

fn substance_word(substance: &Substance, text: Text) -> &str {
    word(substance, text, KnownWord::Substance)
}

/// What was done, and beside the last act before the second number both numbers: what changed, not what changed it.
fn acts(craving: &Craving, text: Text) -> Vec<String> {
    let act = |action: &ActionTaken| {
        let word = action_word(action, text);
        match action.kind().and_then(|kind| craving.change_with(kind)) {
            Some((before, after)) => format!("{word} ({} → {})", before.value(), after.value()),
            None => word.to_owned(),
        }
    };
    let mut told: Vec<String> = craving.actions().iter().map(act).collect();
    told.dedup();
    told
}

fn action_word(action: &ActionTaken, text: Text) -> &'static str {
    action.kind().map_or(text.log().word_from_newer, |kind| text.word(KnownWord::Action(kind)))
}

fn word<K: Copy>(chip: &Chip<K>, text: Text, known_word: fn(K) -> KnownWord) -> &str {
    match chip {
        Chip::Known(known) => text.word(known_word(*known)),
        Chip::Own(own) => own.as_str(),
        Chip::Unknown(_) => text.log().word_from_newer,
    }
}

/// Words one after the other; `None` for none.
fn listed<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let words: Vec<String> = words.map(apart).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// The beginning of a note on one line, cut between two words where it has any.
fn first_words(note: &str) -> String {
    let mut short = String::new();
    let mut length = 0_usize;
    for word in note.split_whitespace() {
        let longer = length.saturating_add(word.chars().count()).saturating_add(1);
        if longer > FIRST_WORDS {
            // One word longer than the line, as in scripts without spaces, is cut within.
            if short.is_empty() {
                short.extend(word.chars().take(FIRST_WORDS));
            }
            short.push('…');
            return short;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
        length = longer;
    }
    short
}

/// Words that run from right to left, or that hold marks of direction, are set apart: they must not turn their neighbours around.
fn apart(words: impl AsRef<str>) -> String {
    let words = words.as_ref();
    if words.chars().any(turns_around) { format!("\u{2068}{words}\u{2069}") } else { words.to_owned() }
}

/// Hebrew, Arabic and their neighbours, and the marks that turn any text around.
fn turns_around(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
