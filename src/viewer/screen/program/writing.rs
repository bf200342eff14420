//! A program that is being written: from what it goes on, what is said of the whole, its lines, and what clients are asked about when they get the next
//! version.

use domain::When;
use domain::pack::{Offered, Pack, RowState};
use text::Text;
use ui::Icon;

use super::fields::field;
use super::{KINDS, kind_of, name_of};
use crate::browser::{self, Piece, show};
use crate::desk::Desk;
use crate::keys::Stage;
use crate::making::{Act, State};
use crate::program::form::{Field, HEAD, fields};
use crate::program::line::Line;
use crate::program::out::open;
use crate::screen::keys::six_of;
use crate::screen::parts::{acts, folded, once_more, words as said};

pub fn pieces(desk: Desk, state: &State) -> Vec<Piece> {
    let (text, draft) = (desk.text(), &state.draft);
    let words = text.counselor_program();
    let mut pieces = before(desk, state);
    let heads = HEAD.iter().map(|of| field(text, state, None, *of));
    pieces.push(Piece::new("div", "program__fields").each(heads));
    pieces.push(said("h3", "", words.lines).with("id", "program-lines").with("tabindex", "-1"));
    if !draft.lines().is_empty() {
        let lines = draft.lines().iter().zip(0..).map(|(line, place)| one(text, state, line, place));
        pieces.push(Piece::new("div", "program__lines").each(lines));
    }
    let adds = KINDS.iter().zip(0..);
    let adds = adds.map(|(kind, place)| acts("quiet", Some(Icon::Plus), kind_of(text, *kind), Act::Add(place)));
    let group = Piece::new("div", "cluster").with("role", "group").with("aria-label", words.add);
    pieces.push(group.each(adds));
    pieces.push(said("p", "quiet small", &(words.clock)(browser::zone().name())));
    pieces.push(Piece::new("div", "flow flow--tight").with("id", "program-asks").all(asked(desk, state)));
    let key = match desk.keys.stage.get_untracked() {
        Stage::Open => words.own_key,
        Stage::Sealed => words.sealed_key,
        Stage::None => words.visit_key,
    };
    pieces.push(said("p", "quiet small", key));
    pieces.push(acts("main button--wide", Some(Icon::Lock), words.sign, Act::Sign));
    if draft.is_changed() || draft.before().is_some() {
        let (ask, now) = ((Act::Fresh, words.fresh), (Act::FreshNow, words.fresh_now));
        pieces.extend(once_more(state.asked, ask, words.fresh_asks, now, words.keep));
    }
    pieces
}

/// From which version it goes on, or from which it could.
fn before(desk: Desk, state: &State) -> Vec<Piece> {
    let (text, draft) = (desk.text(), &state.draft);
    let words = text.counselor_program();
    if let Some((pack, by)) = draft.before().zip(draft.signer()) {
        let is_own = desk.keys.signing().is_ok_and(|key| key.verifying_key() == by);
        let told = if is_own {
            (words.goes_on)(pack.version())
        } else {
            format!("{} ({})", words.other_key, six_of(&by, text.language))
        };
        return vec![said("p", "letter__known", &told).with("id", "program-goes-on").with("tabindex", "-1")];
    }
    if draft.is_changed() {
        return Vec::new();
    }
    let kept = desk.keys.with_ring(|ring| ring.programs().to_vec()).unwrap_or_default();
    let rows = kept.iter().zip(0..).filter_map(|(kept, place)| {
        let (pack, _) = open(&kept.file).ok()?;
        let made = dates::day(pack.made(), browser::today(), text.language);
        let name = pack.clinic().map_or(pack.from(), |clinic| &clinic.name).as_str();
        let line = format!("{name} · {}", (words.version_of)(pack.version(), &made));
        Some(Piece::new("li", "").put(acts("quiet button--wide", Some(Icon::Note), &line, Act::Again(place))))
    });
    let rows: Vec<Piece> = rows.collect();
    if rows.is_empty() {
        return rows;
    }
    let list = Piece::new("ul", "flow flow--tight").with("role", "list").with("aria-labelledby", "program-again");
    vec![said("h3", "", words.again).with("id", "program-again"), list.all(rows)]
}

fn one(text: Text, state: &State, line: &Line, place: usize) -> Piece {
    let words = text.counselor_program();
    let key = line.key;
    let form = fields(line.kind).iter().map(|of| field(text, state, Some(key), *of));
    let mut ways = Vec::new();
    if place > 0 {
        ways.push(acts("quiet", None, words.move_up, Act::Up(key)));
    }
    let (ask, now) = ((Act::Remove(key), words.remove), (Act::RemoveNow(key), words.remove_now));
    ways.extend(once_more(state.asked, ask, words.remove_asks, now, words.keep));
    let inside = vec![Piece::new("div", "program__fields").each(form), Piece::new("div", "cluster").all(ways)];
    let summary = Piece::new("span", "disclosure__words").with("id", &summary_id(key)).all(told(text, line));
    folded(&format!("program-line-{key}"), summary, inside)
}

fn summary_id(key: u32) -> String {
    format!("program-line-{key}-words")
}

/// What depends on what is typed is drawn again, and no field of it.
pub fn line_drawn(desk: Desk) {
    desk.making.with(|state| {
        state.draft.lines().iter().for_each(|line| show(&summary_id(line.key), told(desk.text(), line)));
        show("program-asks", asked(desk, state));
    });
}

/// What a line is called, and when it is.
fn told(text: Text, line: &Line) -> Vec<Piece> {
    let (name, when) = match line.read(&browser::zone()) {
        Ok(offered) => (name_of(text, &offered), when(text, &offered)),
        Err(_) => {
            let name = [Field::Title, Field::Homework, Field::Name, Field::Goal];
            let name = name.into_iter().map(|field| line.form.get(field)).find(|name| !name.is_empty());
            let name = name.and_then(|name| name.lines().next()).unwrap_or(text.counselor_program().unwritten);
            (format!("{}: {name}", kind_of(text, line.kind)), None)
        }
    };
    let when = when.map(|when| said("span", "disclosure__chosen", &when));
    std::iter::once(said("span", "own-text", &name)).chain(when).collect()
}

fn when(text: Text, offered: &Offered) -> Option<String> {
    let short = |day| dates::short_day(day, browser::today(), text.language);
    match offered {
        Offered::Session(session) => {
            let days = match session.when() {
                When::Once(day) => short(day),
                When::Weekly(weekly) => {
                    let days = weekly.on.days().map(|day| dates::weekday(day, false, text.language));
                    days.collect::<Vec<_>>().join(", ")
                }
            };
            let (end, _) = session.start().after(session.length());
            let any = browser::today();
            Some(format!("{days} · {}", dates::time_range(session.start().on(any), end.on(any), text.language)))
        }
        Offered::Homework { due, .. } => due.map(|due| (text.counselor_program().until)(&short(due))),
        Offered::Checklist(_) | Offered::Goal(_) | Offered::Feed(_) => None,
    }
}

/// What those are asked about who have the version before. Nothing while something cannot be read yet.
fn asked(desk: Desk, state: &State) -> Vec<Piece> {
    let (text, draft) = (desk.text(), &state.draft);
    let words = text.counselor_program();
    let Some((version, signer)) = draft.before().map(Pack::version).zip(draft.signer()) else { return Vec::new() };
    if !desk.keys.signing().is_ok_and(|key| key.verifying_key() == signer) {
        return Vec::new();
    }
    let Ok(pack) = draft.pack(signer, [0; 16], browser::today(), &browser::zone()) else { return Vec::new() };
    let asks = draft.asks(&pack);
    if asks.is_empty() {
        return vec![said("p", "", &(words.asks_nothing)(version))];
    }
    let rows = asks.iter().map(|(state, offered)| {
        let state = match state {
            RowState::Changed => words.changed,
            RowState::Removed => words.out,
            RowState::New | RowState::Same => words.new,
        };
        Piece::new("li", "").put(said("strong", "", state)).says(" · ").says(&name_of(text, offered))
    });
    vec![said("h3", "", &(words.asks)(version)), Piece::new("ul", "").each(rows)]
}
