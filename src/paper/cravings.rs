//! What the page says about cravings: to talk about, before and now, when, why, and what was tried.

use chrono::NaiveTime;
use domain::KnownWord;
use domain::summary::{
    Block, Change, Mean, Number, PartOfDay, Side, Talk, Times, Topic, TopicAbout, Tried, TriedWhat, Triggers,
};
use text::Text;

use crate::heat;
use crate::part::{Line, Part, Piece, tenths, tenths_or_none};

pub fn talk(talk: &Talk, text: Text) -> Part {
    let mut part = Part::new(Block::Talk);
    let mut lines = Vec::new();
    for (topic, place) in talk.topics.iter().zip(0_u8..) {
        let line = topic_line(topic, text);
        let about = line.cells.first().map(String::as_str).unwrap_or_default();
        part.number(format!("{} · {about}", line.name), Number::Topic(place));
        lines.push(line);
    }
    if lines.is_empty() {
        part.say(text.paper().nothing_to_talk);
    }
    part.table(&[], lines);
    part.more(talk.left_out, Number::TopicsLeftOut, text);
    part
}

fn topic_line(topic: &Topic, text: Text) -> Line {
    let (about, has_hour) = match topic.about {
        TopicAbout::Craving(intensity) => ((text.common().craving_of_ten)(intensity.value()), true),
        // Noon stands for a day of which the hour is not known.
        TopicAbout::Lapse => {
            (text.titles().lapse.to_owned(), Some(topic.at.time()) != NaiveTime::from_hms_opt(12, 0, 0))
        }
        TopicAbout::CheckIn => (text.titles().check_in.to_owned(), false),
        TopicAbout::Session => (text.titles().session.to_owned(), true),
    };
    let day = topic.at.date();
    let when = if has_hour {
        dates::civil_day_and_time(topic.at, text.language)
    } else {
        dates::short_day(day, day, text.language)
    };
    let place = topic.place.as_ref().map(|place| text.chip(place));
    let about: Vec<String> = std::iter::once(about).chain(place).collect();
    let words = topic.note.as_ref().map(|note| {
        let more = if note.is_cut { "…" } else { "" };
        format!("{}{more}", note.line.as_str())
    });
    Line { words, ..Line::new(when, [about.join(" · ")]) }
}

pub fn change(change: &Change, text: Text) -> Part {
    let words = text.paper();
    let mut part = Part::new(Block::Change);
    let before = (words.days_before)(change.before.days);
    let both = [&change.now, &change.before];
    let lines = vec![
        Line::new(words.cravings.to_owned(), both.map(|one| one.cravings.to_string())),
        Line::new(words.mean_of_ten.to_owned(), both.map(|one| tenths_or_none(one.intensity.map(|mean| mean.tenths)))),
        Line::new(words.days_told.to_owned(), both.map(|one| (words.of)(one.check_ins, one.days.into()))),
        Line::new(words.sessions.to_owned(), both.map(|one| (words.of)(one.attended, one.held))),
    ];
    part.table(&[words.these_days, &before], lines);
    for (side, when) in [(Side::Now, words.these_days), (Side::Before, before.as_str())] {
        part.number(format!("{} · {when}", words.cravings), Number::CravingsIn(side));
        part.number(format!("{} · {when}", words.days_told), Number::CheckInsIn(side));
        part.number(format!("{} · {when}", words.sessions), Number::AttendedIn(side));
        part.number(format!("{} · {when}", words.all_sessions), Number::HeldIn(side));
    }
    part
}

pub fn times(times: &Times, text: Text) -> Part {
    let words = text.paper();
    let mut part = Part::new(Block::Times);
    part.number(words.cravings, Number::Times);
    let Some(heat) = &times.pattern else {
        part.say((words.too_few)(times.cravings));
        return part;
    };
    part.pieces.push(Piece::Heat(Box::new(heat.clone()), times.cravings));
    for weekday in 0_u8..7 {
        let day = heat::weekday(weekday, true, text);
        for when in PartOfDay::ALL {
            part.number(format!("{day} · {}", (words.part)(*when)), Number::Heat(weekday, *when));
        }
    }
    for hour in 0_u8..24 {
        part.number(heat::hour(hour, text), Number::Hour(hour));
    }
    part
}

pub fn triggers(triggers: &Triggers, text: Text) -> Part {
    let words = text.paper();
    let mut part = Part::new(Block::Triggers);
    let told = (words.triggers_told)(triggers.told);
    part.number(told.clone(), Number::Triggered);
    part.say(told);
    let lines = triggers.top.iter().map(|(trigger, mean)| (text.chip(trigger), *mean)).collect();
    top(&mut part, lines, Number::Trigger, text);
    part.more(triggers.left_out, Number::TriggersLeftOut, text);
    if let Some(places) = &triggers.places {
        let told = (words.places_told)(places.told);
        part.number(told.clone(), Number::Placed);
        part.say(told);
        let lines = places.top.iter().map(|(place, mean)| (text.chip(place), *mean)).collect();
        top(&mut part, lines, Number::Place, text);
        part.more(places.left_out, Number::PlacesLeftOut, text);
    }
    part
}

fn top(part: &mut Part, top: Vec<(String, Mean)>, number: fn(u8) -> Number, text: Text) {
    let words = text.paper();
    let mut lines = Vec::new();
    for ((name, mean), place) in top.into_iter().zip(0_u8..) {
        part.number(name.clone(), number(place));
        lines.push(Line::new(name, [mean.n.to_string(), tenths(mean.tenths)]));
    }
    part.table(&[words.times, words.mean_of_ten], lines);
}

pub fn tried(tried: &Tried, text: Text) -> Part {
    let words = text.paper();
    let mut part = Part::new(Block::Tried);
    let mut lines = Vec::new();
    for (line, place) in tried.lines.iter().zip(0_u8..) {
        let name = match &line.what {
            TriedWhat::Act(kind) => text.word(KnownWord::Action(*kind)).to_owned(),
            TriedWhat::NewerAct(_) => text.log().word_from_newer.to_owned(),
            TriedWhat::Strategy(_, name) => name.as_str().to_owned(),
        };
        part.number(format!("{name} · {}", words.times), Number::TimesTried(place));
        part.number(format!("{name} · {}", words.rated), Number::TimesRated(place));
        let (before, after) = line.before_after.unzip();
        let numbers = [tenths_or_none(before), tenths_or_none(after)];
        let cells = [line.times.to_string(), line.rated.to_string()].into_iter().chain(numbers);
        lines.push(Line::new(name, cells));
    }
    if lines.is_empty() {
        part.say(words.nothing_tried);
        return part;
    }
    part.table(&[words.times, words.rated, words.before, words.after], lines);
    part.more(tried.left_out, Number::TriedLeftOut, text);
    part.say(words.tried_line);
    part
}
