//! What was agreed to: folded away under one line, in full below it, and in two lines on paper.

use domain::Language;
use domain::share::{Days, Purpose, Revoke, Signature, Until};
use domain::summary::{Block, Carries};
use text::Text;

use super::parts::{folded, words as said};
use crate::browser::{self, Piece};
use crate::opened::Opened;

pub fn piece(text: Text, one: &Opened) -> Piece {
    let words = text.consent_told();
    let consent = one.arrived.handed.consent();
    let days = match consent.days() {
        Days::These(period) => dates::day_range(period.first(), period.last(), browser::today(), text.language),
        Days::OfEachPage => words.days_of_each_page.to_owned(),
    };
    let choice = consent.what();
    let blocks = Block::ALL.iter().filter(|block| choice.has(**block)).map(|block| (text.paper().block)(*block));
    let carried = Carries::ALL.iter().filter(|what| choice.carries(**what)).map(|what| (text.summary().carries)(*what));
    let what: Vec<&str> = blocks.chain(carried).collect();
    let purpose = match consent.purpose() {
        Purpose::Treatment => words.treatment,
        Purpose::MyRequest => words.my_request,
        Purpose::Own(own) => own.as_str(),
    };
    let signed_on = day(consent.signed_on(), text.language);
    let signed = match consent.signature() {
        Signature::Typed(name) => (words.typed)(name.as_str(), &signed_on),
        Signature::Tick => (words.ticked)(&signed_on),
    };
    let revoke = match consent.revoke() {
        Some(Revoke::InTheApp) => words.in_the_app,
        Some(Revoke::InWriting) => words.in_writing,
        None => words.unknown_way,
    };
    let facts = [
        (words.whom, whom(one)),
        (words.days, days),
        (words.what, what.join(" · ")),
        (words.purpose, purpose.to_owned()),
        (words.until, until(text, one)),
        (words.signed, signed),
        (words.revoke, revoke.to_owned()),
    ];
    let facts =
        facts.into_iter().flat_map(|(name, fact)| [said("dt", "", name), said("dd", "", &fact).with("dir", "auto")]);
    let facts = Piece::new("dl", "facts").each(facts);
    let statements = consent.statements().iter().map(|statement| said("li", "", (words.statement)(*statement)));
    let notice = said("p", "strong", one.arrived.handed.notice().words()).with("lang", "en");
    let chosen = format!("{}: {}", words.until, until(text, one));
    let summary = Piece::new("span", "disclosure__words").says(words.heading);
    let summary = summary.put(said("span", "disclosure__chosen", &chosen).with("dir", "auto"));
    let mut inside = vec![facts, Piece::new("ul", "").each(statements), notice];
    inside.extend(words.notice.map(|notice| said("p", "strong", notice)));
    folded("consent", summary, inside)
}

/// What goes onto paper with the page: for whom, until when, and the notice.
pub fn short(text: Text, one: &Opened) -> Vec<Piece> {
    let words = text.consent_told();
    vec![
        said("p", "", words.until).says(": ").says(&until(text, one)),
        said("p", "", one.arrived.handed.notice().words()).with("lang", "en"),
        said("p", "", words.whom).with("dir", "auto").says(": ").says(&whom(one)),
    ]
}

fn whom(one: &Opened) -> String {
    let whom = one.arrived.handed.consent().whom();
    let organisation = whom.organisation.as_ref().map(|organisation| organisation.as_str());
    let both: Vec<&str> = std::iter::once(whom.name.as_str()).chain(organisation).collect();
    both.join(", ")
}

fn until(text: Text, one: &Opened) -> String {
    let words = text.consent_told();
    match one.arrived.handed.consent().until() {
        Until::Day(last) => day(last, text.language),
        Until::EndOfTreatment => words.end_of_treatment.to_owned(),
        Until::Once => words.once.to_owned(),
    }
}

/// With its year, whatever year it is: a consent is read for long.
fn day(day: chrono::NaiveDate, language: Language) -> String {
    dates::day(day, chrono::NaiveDate::default(), language)
}
