//! What it was, how much, when, and what happened: all of it optional, each saved by itself.

use std::rc::Rc;

use domain::{KnownSubstance, Label, Lapse, LapseEdit, Line, Note, StoryPart, Substance};
use engine::{EntryKey, RecordId, SaveError, What};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{ButtonLink, Card, ChipGroup, Memo, RwSignal, Signal, TextField, derived, live};

use super::when;
use crate::pages::details::chips::{ids, recent_then_all, tapped, to_tap, typed};
use crate::pages::details::own::limit;
use crate::pages::details::when::{SaveMoment, WhenField};
use crate::pages::found::with_entry;
use crate::pages::saving::Problem;
use crate::pages::writing::{Field, SaveWords, Writing};
use crate::routes::Page;
use crate::state::App;

/// A lapse on the screen.
#[derive(Clone, Copy)]
struct Here {
    app: App,
    key: EntryKey,
    id: RecordId,
    lapse: Signal<Lapse>,
    failed: RwSignal<Option<(LapseEdit, SaveError)>>,
}

impl Here {
    /// Saves one change and goes on; a failure is told above the way out, with a way to try again.
    fn save(self, edit: LapseEdit) {
        spawn_local(async move {
            let answer = self.app.edit_lapse(self.id, edit.clone()).await;
            let _ = self.failed.try_set(answer.err().map(|why| (edit, why)));
        });
    }
}

#[component]
pub fn LapseDetails(app: App, key: EntryKey) -> impl IntoView {
    let pick = |what| match what {
        What::Lapse(lapse) => Some(lapse),
        What::Craving(_) | What::CheckIn(_) | What::Done(_) | What::Newer | What::Unreadable { .. } => None,
    };
    with_entry(app, key, pick, move |id, lapse| {
        let here = Here { app, key, id, lapse, failed: RwSignal::new(None) };
        view! { <Everything here=here /> }
    })
}

#[component]
fn Everything(here: Here) -> impl IntoView {
    let Here { app, key, id, lapse, failed } = here;
    let save_at: SaveMoment =
        Rc::new(move |at| Box::pin(async move { app.edit_lapse(id, LapseEdit::SetAt(at)).await }));
    let at = move || lapse.with(|lapse| lapse.knows_hour().then(|| lapse.at().clone()));
    let again = move |()| {
        if let Some((edit, _)) = failed.get_untracked() {
            here.save(edit);
        }
    };
    view! {
        <p class="quiet">{live(move || lapse.with(|lapse| when(lapse, app.text())))}</p>
        <Card id="what">
            <Substances here=here />
            <Amount here=here />
            <Problem app=app why=derived(move || failed.with(|failed| failed.as_ref().map(|(_, why)| *why))) on_again=again />
        </Card>
        <WhenField app=app at=derived(at) save=save_at />
        <Story here=here />
        <ButtonLink href=Page::Entry(key).path() wide=true>
            {app.text().common().done}
        </ButtonLink>
    }
}

#[component]
fn Substances(here: Here) -> impl IntoView {
    let Here { app, lapse, .. } = here;
    let text = app.text();
    let words = text.lapse();
    let chosen = move || lapse.with(|lapse| lapse.substance().cloned());
    // What was offered once stays where it is.
    let offered = Memo::new(move |before: Option<&Vec<Substance>>| {
        let mut chips = before.cloned().unwrap_or_else(|| recent_then_all::<KnownSubstance>(&[]));
        chips.extend(chosen().filter(|chip| !chips.iter().any(|there| there.same_as(chip))));
        chips
    });
    let toggle = move |id: String| {
        let Some(chip) = offered.with_untracked(|chips| tapped(chips, &id)) else { return };
        let is_chosen = untrack(chosen).is_some_and(|there| there.same_as(&chip));
        here.save(LapseEdit::SetSubstance((!is_chosen).then_some(chip)));
    };
    let own = RwSignal::new(String::new());
    let add = move |words: String| {
        if let Ok(chip) = typed::<KnownSubstance>(&words, text) {
            own.set(String::new());
            here.save(LapseEdit::SetSubstance(Some(chip)));
        }
    };
    view! {
        <ChipGroup
            id="substance"
            heading=words.what.to_owned()
            chips=derived(move || offered.with(|chips| to_tap(chips, text)))
            selected=derived(move || ids(chosen().as_ref()))
            on_toggle=toggle
        />
        <p class="quiet small">{words.what_hint}</p>
        <TextField
            id="substance-own"
            label=words.something_else.to_owned()
            value=own
            limit=limit(app, Label::LIMIT)
            on_input=move |text| own.set(text)
            on_commit=add
        />
    }
}

#[component]
fn Amount(here: Here) -> impl IntoView {
    let Here { app, lapse, .. } = here;
    let words = app.text().lapse();
    let saved =
        lapse.with_untracked(|lapse| lapse.amount().map_or_else(String::new, |amount| amount.as_str().to_owned()));
    let typed = RwSignal::new(saved.clone());
    // What was last drawn or saved here: a field that is left as it was says nothing, whatever another tab wrote meanwhile.
    let known = StoredValue::new(saved);
    let commit = move |text: String| {
        let line = Line::new(&text);
        let is_too_long = matches!(line, Err(domain::WordsError::TooLong { .. }));
        if known.with_value(|known| *known != text) && !is_too_long {
            here.save(LapseEdit::SetAmount(line.ok()));
            known.set_value(text);
        }
    };
    view! {
        <TextField
            id="amount"
            label=words.amount.to_owned()
            hint=Signal::stored(Some(words.amount_hint.to_owned()))
            value=typed
            limit=limit(app, Line::LIMIT)
            on_input=move |text| typed.set(text)
            on_commit=commit
        />
    }
}

const FIELDS: [(StoryPart, &str); 5] = [
    (StoryPart::Before, "story-before"),
    (StoryPart::Feelings, "story-feelings"),
    (StoryPart::Thoughts, "story-thoughts"),
    (StoryPart::Tried, "story-tried"),
    (StoryPart::NextTime, "story-next-time"),
];

/// The worksheet.
#[component]
fn Story(here: Here) -> impl IntoView {
    let Here { app, key, id, lapse, .. } = here;
    let (words, problems) = (app.text().lapse(), app.text().problems());
    let field = |(part, name): (StoryPart, &'static str)| {
        let save: SaveWords = Rc::new(move |note: Option<Note>| {
            Box::pin(async move {
                let answer = app.edit_lapse(id, LapseEdit::Write(part, note)).await;
                answer.map_err(|why| problems.saving(why))
            })
        });
        let written =
            lapse.with_untracked(|lapse| lapse.told(part).map_or_else(String::new, |note| note.as_str().to_owned()));
        Field { id: name, label: (words.part)(part), hint: None, rows: 2, written, save }
    };
    let writing = Writing::open(app, &key.to_hex(), words.words_kept, FIELDS.into_iter().map(field).collect());
    let drawn = FIELDS.into_iter().map(|(_, name)| writing.field(name)).collect_view();
    view! {
        <Card id="story" heading=Some(words.story.to_owned())>
            <p class="quiet">{words.story_line}</p>
            {drawn}
        </Card>
    }
}
