//! What the page says about days: use, check-ins, sessions, medication, and whom there was to call.

use domain::medication::DoseTold;
use domain::summary::{Attended, Block, CheckIns, Doses, Number, People, RoleLine, Used};
use domain::{Attendance, Chip, DayUse, Obstacle};
use text::Text;

use crate::part::{Line, Part, counted, tenths};

pub fn used(used: &Used, text: Text) -> Part {
    let words = text.paper();
    let mut part = Part::new(Block::Use);
    let answer = |(answer, count): (&DayUse, &u32)| ((text.check_in().use_of)(*answer).to_owned(), *count);
    let answers = counted(DayUse::ALL.iter().zip(&used.answers).map(answer));
    part.say(format!("{}: {answers}", words.use_asked));
    for one in DayUse::ALL {
        let name = (text.check_in().use_of)(*one);
        part.number(format!("{}: {name}", words.use_asked), Number::UseTold(*one));
    }
    part.say(format!("{}: {}", words.days_used, used.days));
    part.number(words.days_used, Number::DaysUsed);
    if let Some(lapses) = &used.lapses {
        let mut with = Vec::new();
        part.number(words.lapses, Number::Lapses);
        for ((substance, count), place) in lapses.with.iter().zip(0_u8..) {
            let name = text.chip(substance);
            part.number(name.clone(), Number::LapsesWith(place));
            with.push((name, *count));
        }
        part.say(format!("{}: {}", words.lapses, lapses.n));
        if !with.is_empty() {
            part.say(counted(with));
        }
        part.more(lapses.left_out, Number::SubstancesLeftOut, text);
    }
    part
}

pub fn check_ins(check_ins: &CheckIns, text: Text) -> Part {
    let words = text.paper();
    let mut part = Part::new(Block::CheckIns);
    part.say(format!("{}: {}", words.days_told, (words.of)(check_ins.n, check_ins.days.into())));
    part.number(words.days_told, Number::CheckIns);
    let all = [
        (words.confidence, check_ins.confidence, Number::Confidence),
        (words.mood, check_ins.mood, Number::Mood),
        (words.sleep, check_ins.sleep, Number::Sleep),
    ];
    let mut lines = Vec::new();
    for (name, middle, number) in all {
        let Some(middle) = middle else { continue };
        part.number(name, number);
        let cells = [tenths(middle.mean_tenths), tenths(middle.median_tenths), middle.n.to_string()];
        lines.push(Line::new(name.to_owned(), cells));
    }
    part.table(&[words.mean, words.median, words.days_answered], lines);
    part
}

pub fn attendance(attended: &Attended, text: Text) -> Part {
    let words = text.paper();
    let mut part = Part::new(Block::Attendance);
    let mut counts = Vec::new();
    for (word, count) in Attendance::ALL.iter().zip(attended.told) {
        if count > 0 {
            let name = (words.attendance)(*word);
            part.number(name, Number::Told(*word));
            counts.push((name.to_owned(), count));
        }
    }
    if attended.not_told > 0 {
        part.number(words.not_told, Number::NotTold);
        counts.push((words.not_told.to_owned(), attended.not_told));
    }
    part.say(if counts.is_empty() { words.no_session.to_owned() } else { counted(counts) });
    part.say(format!("{}: {}", words.meetings, attended.meetings));
    part.number(words.meetings, Number::MeetingsAttended);
    let mut in_the_way = Vec::new();
    for ((obstacle, count), place) in attended.obstacles.iter().zip(0_u8..) {
        let name = obstacle_word(obstacle, text);
        part.number(name.clone(), Number::Obstacle(place));
        in_the_way.push((name, *count));
    }
    if !in_the_way.is_empty() {
        part.say(format!("{}: {}", words.in_the_way, counted(in_the_way)));
    }
    part.more(attended.left_out, Number::ObstaclesLeftOut, text);
    part
}

fn obstacle_word(obstacle: &Obstacle, text: Text) -> String {
    match obstacle {
        Chip::Known(known) => (text.week().obstacle)(*known).to_owned(),
        Chip::Own(own) => own.as_str().to_owned(),
        Chip::Unknown(_) => text.log().word_from_newer.to_owned(),
    }
}

pub fn medication(doses: &Doses, text: Text) -> Part {
    let words = text.medication();
    let mut part = Part::new(Block::Medication);
    let mut lines = Vec::new();
    for (one, place) in doses.lines.iter().zip(0_u8..) {
        for told in DoseTold::ALL {
            let name = format!("{} · {}", one.name.as_str(), (words.told)(*told));
            part.number(name, Number::Doses(place, *told));
        }
        lines.push(Line::new(one.name.as_str().to_owned(), one.told.map(|count| count.to_string())));
    }
    if lines.is_empty() {
        part.say(text.paper().no_medicine);
    }
    let columns: Vec<&str> = DoseTold::ALL.iter().map(|told| (words.told)(*told)).collect();
    part.table(&columns, lines);
    part.more(doses.left_out, Number::DosesLeftOut, text);
    part
}

pub fn people(people: &People, text: Text) -> Part {
    let words = text.paper();
    let mut part = Part::new(Block::People);
    part.say(format!("{}: {}", words.called, people.called));
    part.number(words.called, Number::Called);
    let mut roles = Vec::new();
    for line in &people.roles {
        part.number((text.people().role)(line.role), Number::PeopleIn(line.role));
        roles.push(role_words(line, text));
    }
    if !roles.is_empty() {
        part.say(format!("{}: {}", words.could_call, roles.join(" · ")));
    }
    part
}

/// "Family 3 (Ana, Nan, …)".
fn role_words(line: &RoleLine, text: Text) -> String {
    let role = (text.people().role)(line.role);
    let mut names: Vec<&str> = line.names.iter().map(|name| name.as_str()).collect();
    if names.is_empty() {
        return format!("{role} {}", line.n);
    }
    if u32::try_from(names.len()).is_ok_and(|told| told < line.n) {
        names.push("…");
    }
    format!("{role} {} ({})", line.n, names.join(", "))
}
