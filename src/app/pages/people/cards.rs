//! Adding people from a file of cards: what is in it is listed first, and only who is chosen comes in.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::Reach;
use engine::PeopleError;
use interop::vcard::{self, Card, MAX_BYTES, MAX_CARDS, ReadCards};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Button, ButtonKind, Callback, FieldKind, FilePick, For, Glyph, Icon, RwSignal, TextField, Tick, derived, live,
};

use super::field::NotSaved;
use crate::browser::{files, focus};
use crate::routes::Page;
use crate::state::App;

/// What may be chosen first; other files can be chosen all the same.
const ACCEPT: &str = ".vcf,.vcard,text/vcard,text/x-vcard";
/// With more than this, they can be looked for by name.
const MANY: usize = 12;

/// Where in the two steps it is.
#[derive(Clone)]
enum Step {
    /// Nothing is chosen, or what was chosen holds no card: then why.
    Choosing(Option<&'static str>),
    Seeing(Arc<ReadCards>),
}

/// The page.
#[component]
pub fn Cards(app: App) -> impl IntoView {
    let step = RwSignal::new(Step::Choosing(None));
    let go = move |next: Step| {
        if step.try_set(next).is_none() {
            request_animation_frame(|| {
                focus::focus("page-title");
            });
        }
    };
    let open = move |file: web_sys::File| {
        let text = app.text().people();
        spawn_local(async move {
            go(match files::bytes_of(&file, MAX_BYTES).await {
                None => Step::Choosing(Some(text.file_not_read)),
                Some(bytes) if bytes.len() > MAX_BYTES => Step::Choosing(Some(text.file_too_large)),
                Some(bytes) => match vcard::read(&bytes) {
                    read if read.cards.is_empty() => Step::Choosing(Some(text.no_cards)),
                    read => Step::Seeing(Arc::new(read)),
                },
            });
        });
    };
    move || match step.get() {
        Step::Choosing(why) => choosing(app, why, Callback::new(open)),
        Step::Seeing(read) => {
            view! { <Choose app=app read=read on_other=move |()| go(Step::Choosing(None)) /> }.into_any()
        }
    }
}

fn choosing(app: App, why: Option<&'static str>, on_pick: Callback<web_sys::File>) -> AnyView {
    let text = app.text().people();
    view! {
        <p class="lead">{text.card_lead}</p>
        <div class="announce" role="alert">
            {why.map(|why| view! {
                <p class="field__error">
                    <Glyph icon=Icon::Info />
                    <span>{why}</span>
                </p>
            })}
        </div>
        <FilePick
            id="card-file"
            label=text.choose_file.to_owned()
            hint=text.choose_file_hint.to_owned()
            icon=Icon::Person
            accept=ACCEPT
            on_pick=on_pick
        />
    }
    .into_any()
}

#[component]
fn Choose(app: App, read: Arc<ReadCards>, #[prop(into)] on_other: Callback<()>) -> impl IntoView {
    let text = app.text().people();
    // The only one is meant; of many, each is chosen.
    let chosen = RwSignal::new((0..read.cards.len()).filter(|_| read.cards.len() == 1).collect::<BTreeSet<usize>>());
    let looked_for = RwSignal::new(String::new());
    let is_none_chosen = RwSignal::new(false);
    let is_busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<PeopleError>);
    let cards = StoredValue::new(read.cards.clone());
    let save = move || {
        let picked = chosen.get_untracked();
        let people: Vec<_> = cards.with_value(|cards| {
            let each = cards.iter().enumerate().filter(|(place, _)| picked.contains(place));
            each.map(|(_, card)| card.clone().into_person()).collect()
        });
        is_none_chosen.set(people.is_empty());
        if people.is_empty() {
            return;
        }
        is_busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = app.add_people(people).await;
            let _ = is_busy.try_set(false);
            match answer {
                Ok(_) => app.go_to.set(Some(Page::People)),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                }
            }
        });
    };
    let rows = move || {
        let wanted = looked_for.get().to_lowercase();
        let is_meant = |card: &Card| card.name.as_str().to_lowercase().contains(wanted.trim());
        cards.with_value(|cards| {
            let each = cards.iter().enumerate().filter(|(_, card)| is_meant(card));
            each.map(|(place, card)| (place, card.name.as_str().to_owned(), numbers(card))).collect::<Vec<_>>()
        })
    };
    let has_many = read.cards.len() > MANY;
    view! {
        <h2>{text.whom}</h2>
        {(read.empty > 0).then(|| view! { <p class="quiet">{(text.empty_cards)(read.empty)}</p> })}
        {read.is_cut.then(|| view! { <p class="quiet">{(text.cards_cut)(MAX_CARDS)}</p> })}
        {has_many.then(|| view! {
            <TextField
                id="find-card"
                kind=FieldKind::Search
                label=text.find.to_owned()
                value=looked_for
                on_input=move |words| looked_for.set(words)
            />
        })}
        <ul class="rows" role="list">
            <For each=rows key=Clone::clone let:row>
                <li>{one(row, chosen)}</li>
            </For>
        </ul>
        <p role="alert">{live(move || (is_none_chosen.get() && chosen.with(BTreeSet::is_empty)).then_some(text.choose_one))}</p>
        <NotSaved app=app why=failed on_again=move |()| save() />
        <Button wide=true busy=is_busy on_press=move |()| save()>
            {live(move || (text.add_chosen)(chosen.with(BTreeSet::len)))}
        </Button>
        <Button kind=ButtonKind::Plain wide=true on_press=on_other>
            {text.other_file}
        </Button>
    }
}

fn one((place, name, numbers): (usize, String, String), chosen: RwSignal<BTreeSet<usize>>) -> AnyView {
    let change = move |on: bool| {
        chosen.update(|chosen| {
            if on {
                chosen.insert(place);
            } else {
                chosen.remove(&place);
            }
        });
    };
    view! {
        <Tick
            id=format!("card-{place}")
            label=name
            line=Some(numbers)
            chooses=true
            on=derived(move || chosen.with(|chosen| chosen.contains(&place)))
            on_change=change
        />
    }
    .into_any()
}

fn numbers(card: &Card) -> String {
    let written = card.reaches.iter().filter_map(|reach| match reach {
        Reach::Number { number, .. } => Some(number.as_str()),
        Reach::Link(_) => None,
    });
    written.collect::<Vec<_>>().join(" · ")
}
