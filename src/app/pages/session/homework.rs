//! Homework of a session: what there is to do and until when, ticked when it is done.

use domain::{Homework, Note, Visit, VisitEdit, WordsError, day_from_field};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Card, FieldKind, For, Icon, Memo, RwSignal, TextField, Tick, derived};

use super::Here;
use super::telling::{NotTold, Telling};
use crate::browser::{clock, dates};
use crate::pages::details::own::limit;
use crate::state::App;

/// How much of one piece of homework is asked for; a line, not a page.
const LONGEST: usize = 300;

/// The list, and the way to add to it.
#[component]
pub fn HomeworkCard(here: Here) -> impl IntoView {
    let Here { app, occasion, .. } = here;
    let telling = Telling::new(here);
    let pieces =
        Memo::new(move |_| occasion.with(|one| one.visit.as_ref().map(Visit::homework).unwrap_or_default().to_vec()));
    view! {
        <Card id="homework" heading=Some(app.text().week().homework.to_owned())>
            <ul class="flow flow--tight" role="list">
                <For each=move || pieces.get() key=Homework::number let:piece>
                    <OnePiece app=app telling=telling number=piece.number() pieces=pieces />
                </For>
            </ul>
            <AddOne here=here telling=telling />
            <NotTold telling=telling />
        </Card>
    }
}

#[component]
fn OnePiece(app: App, telling: Telling, number: u8, pieces: Memo<Vec<Homework>>) -> impl IntoView {
    let piece = Memo::new(move |_| pieces.with(|pieces| pieces.iter().find(|one| one.number() == number).cloned()));
    let words =
        move || piece.with(|piece| piece.as_ref().map(|one| one.text().as_str().to_owned())).unwrap_or_default();
    let due = move || piece.with(|piece| piece.as_ref().and_then(|one| due_words(app, one)));
    let is_done = move || piece.with(|piece| piece.as_ref().is_some_and(|one| one.done_utc_ms().is_some()));
    let tick = move |is_done: bool| {
        let at_utc_ms = is_done.then(|| clock::now().utc_ms());
        telling.tell(VisitEdit::SetDone { number, at_utc_ms });
    };
    let remove_label = move || (app.text().week().remove)(&words());
    view! {
        <li class="cluster cluster--apart">
            <Tick id=format!("homework-{number}") label=derived(words) line=derived(due) on=derived(is_done) on_change=tick />
            <Button kind=ButtonKind::Plain icon=Icon::Trash on_press=move |()| telling.tell(VisitEdit::RemoveHomework(number))>
                <span class="visually-hidden">{remove_label}</span>
            </Button>
        </li>
    }
}

/// "until Friday, November 27"; none without a date.
pub fn due_words(app: App, piece: &Homework) -> Option<String> {
    let (text, today) = (app.text(), clock::now().day());
    let due = piece.due()?;
    let day = dates::day(due, today, text.language);
    let is_late = due < today && piece.done_utc_ms().is_none();
    Some(if is_late { (text.week().late)(&day) } else { (text.week().until)(&day) })
}

#[component]
fn AddOne(here: Here, telling: Telling) -> impl IntoView {
    let app = here.app;
    let (words, until) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_too_long = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let add = move |()| {
        let typed = words.get_untracked();
        let is_long = typed.chars().count() > LONGEST;
        match Note::new(typed.trim()) {
            Ok(text) if !is_long => {
                is_too_long.set(false);
                busy.set(true);
                let due = day_from_field(&until.get_untracked());
                spawn_local(async move {
                    if telling.told(VisitEdit::AddHomework { text, due }).await {
                        let _ = words.try_set(String::new());
                        let _ = until.try_set(String::new());
                    }
                    let _ = busy.try_set(false);
                });
            }
            Ok(_) | Err(WordsError::TooLong { .. }) => is_too_long.set(true),
            Err(WordsError::Empty) => {}
        }
    };
    let too_long = move || is_too_long.get().then(|| app.text().craving().words_too_long.to_owned());
    view! {
        <TextField
            id="homework-what"
            label=app.text().week().homework_what.to_owned()
            value=words
            error=derived(too_long)
            limit=limit(app, LONGEST)
            on_input=move |typed| words.set(typed)
        />
        <TextField
            id="homework-until"
            kind=FieldKind::Date
            label=app.text().week().homework_until.to_owned()
            value=until
            on_input=move |typed| until.set(typed)
        />
        <div>
            <Button kind=ButtonKind::Quiet icon=Icon::Plus busy=busy on_press=add>
                {app.text().common().add}
            </Button>
        </div>
    }
}
