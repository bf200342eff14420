//! Taking everything along: which form, what goes along, and a file that anybody can open, which is said before anything is made. Two taps,
//! because no browser asks where to send a file a second after the tap.

use exports::Including;
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::take_along::TakeAlong as Words;
use ui::{
    Button, ButtonKind, ButtonLink, Card, Choice, Icon, RadioGroup, RwSignal, Signal, Tick, derived, live, show_let,
};

use crate::browser::hand_over::{Handed, hand_over_parts};
use crate::commands::take_along::{Chosen, Form, Made, NotMade};
use crate::routes::Page;
use crate::state::App;

/// Bytes in a megabyte, as phones count them.
const MEGABYTE: f64 = 1_000_000.0;

/// Where it stands.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    No(NotMade),
    /// Its size in bytes, and how many records could not be read.
    Ready(f64, u32),
    Handed(Handed),
}

#[component]
pub fn TakeAlong(app: App) -> impl IntoView {
    let words = app.text().take_along();
    let chosen = RwSignal::new(Chosen { form: Form::Page, including: Including::EVERYTHING, notes: false });
    let busy = RwSignal::new(false);
    let told = RwSignal::new(None::<Told>);
    let made = StoredValue::new_local(None::<Made>);
    // Another choice is another file: the one that waits goes.
    let choose = move |choose: &dyn Fn(&mut Chosen)| {
        chosen.update(|chosen| choose(chosen));
        made.set_value(None);
        told.set(None);
    };
    let make = move |()| {
        told.set(None);
        busy.set(true);
        spawn_local(async move {
            let asked = chosen.get_untracked();
            let answer = app.take_along(asked).await;
            let _ = busy.try_set(false);
            // Whoever chose otherwise meanwhile does not want this one.
            if chosen.try_get_untracked() != Some(asked) {
                return;
            }
            let _ = told.try_set(Some(match answer {
                Ok(file) => {
                    let ready = Told::Ready(file.size, file.left_out);
                    made.try_set_value(Some(file));
                    ready
                }
                Err(why) => Told::No(why),
            }));
        });
    };
    let hand = move |()| {
        let Some(Made { name, kind, pieces, .. }) = made.get_value() else { return };
        spawn_local(async move {
            let handed = hand_over_parts(name, kind, &pieces).await;
            let _ = told.try_set(Some(Told::Handed(handed)));
        });
    };
    let is_ready = move || matches!(told.get(), Some(Told::Ready(..) | Told::Handed(_)));
    view! {
        <p class="lead">{words.lead}</p>
        <p>{words.not_sealed}</p>
        <ButtonLink kind=ButtonKind::Quiet icon=Icon::Download href=Page::Backup.path()>
            {app.text().titles().backup}
        </ButtonLink>
        <Card id="take-along">
            <RadioGroup
                name="form"
                legend=words.what_for.to_owned()
                choices=Signal::stored(Form::ALL.map(|form| choice(words, form)).to_vec())
                value=derived(move || code(chosen.get().form).to_owned())
                on_choose=move |value: String| {
                    if let Some(form) = Form::ALL.into_iter().find(|form| code(*form) == value) {
                        choose(&|chosen| chosen.form = form);
                    }
                }
            />
            <p class="quiet" role="status">{live(move || said_of(words, chosen.get().form).1)}</p>
            <p class="strong" id="goes-along">{words.goes_along}</p>
            {live(move || {
                let is_for_care = chosen.get().form == Form::Care;
                if is_for_care {
                    tick("with-notes", words.notes, chosen, |chosen| chosen.notes, move |is| choose(&|chosen| chosen.notes = is))
                } else {
                    tick("with-private", words.private, chosen, |chosen| chosen.including.private, move |is| choose(&|chosen| chosen.including.private = is))
                }
            })}
            {tick("with-use", words.use_of_substances, chosen, |chosen| chosen.including.use_of_substances, move |is| {
                choose(&|chosen| chosen.including.use_of_substances = is);
            })}
            {tick("with-medicine", words.medication, chosen, |chosen| chosen.including.medication, move |is| {
                choose(&|chosen| chosen.including.medication = is);
            })}
            <Button icon=Icon::Note wide=true busy=busy on_press=make>
                {words.make}
            </Button>
            <div class="announce" role="status">
                {show_let(told.into(), move |told| view! { <p class="strong">{sentence(app, told)}</p> })}
            </div>
            {live(move || is_ready().then(|| view! {
                <Button icon=Icon::Download wide=true on_press=hand>
                    {app.text().backup().hand_over}
                </Button>
            }))}
        </Card>
    }
}

fn tick(
    id: &'static str,
    label: &'static str,
    chosen: RwSignal<Chosen>,
    is_on: fn(&Chosen) -> bool,
    change: impl Fn(bool) + Send + Sync + 'static,
) -> AnyView {
    let on = derived(move || chosen.with(is_on));
    view! { <Tick id=id chooses=true label=label.to_owned() on=on on_change=change /> }.into_any()
}

fn choice(words: &Words, form: Form) -> Choice {
    Choice { value: code(form).to_owned(), label: said_of(words, form).0.to_owned() }
}

fn code(form: Form) -> &'static str {
    match form {
        Form::Page => "page",
        Form::Tables => "tables",
        Form::Everything => "everything",
        Form::Care => "care",
    }
}

/// What a form is called, and a sentence about it.
fn said_of(words: &Words, form: Form) -> (&'static str, &'static str) {
    match form {
        Form::Page => (words.page, words.page_line),
        Form::Tables => (words.tables, words.tables_line),
        Form::Everything => (words.everything, words.everything_line),
        Form::Care => (words.care, words.care_line),
    }
}

fn sentence(app: App, told: Told) -> String {
    let (words, of_backup) = (app.text().take_along(), app.text().backup());
    match told {
        Told::No(NotMade::Changed) => words.changed.to_owned(),
        Told::No(NotMade::NotRead) => words.not_made.to_owned(),
        Told::No(NotMade::TooLong) => words.too_long.to_owned(),
        Told::Ready(size, left_out) => {
            let mut ready = (words.ready)(&format!("{:.1}", (size / MEGABYTE).max(0.1)));
            if left_out > 0 {
                ready.push(' ');
                ready.push_str(&(words.left_out)(left_out));
            }
            ready
        }
        Told::Handed(Handed::Over) => words.handed_over.to_owned(),
        Told::Handed(Handed::Saved) => words.saved.to_owned(),
        Told::Handed(Handed::Stopped) => of_backup.stopped.to_owned(),
        Told::Handed(Handed::Nowhere) => of_backup.not_handed.to_owned(),
    }
}
