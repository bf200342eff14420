//! One list: how old it is, reading it again, what it is called, and deleting it.

use std::sync::Arc;

use domain::Label;
use domain::meeting::{ListEdit, ListId, MeetingList as Kept, Origin, Refresh};
use engine::{ListsError, SaveError};
use interop::meetings::{Handed, MAX_LIST_BYTES, Summary};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Button, ButtonKind, ButtonLink, Choice, FilePick, Glyph, Icon, Memo, RwSignal, Select, TextField, derived, live,
};

use super::problems;
use crate::browser::files;
use crate::browser::meetings::{self, Answer};
use crate::pages::deleting::{DeleteAsking, DeleteWords, Deletes};
use crate::pages::meetings::opened::age;
use crate::pages::meetings::renewing;
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::App;

/// What came of reading it again.
#[derive(Clone)]
enum Again {
    Not,
    Reading,
    /// It is new now.
    New(Arc<Summary>),
    /// It could not be read, or not kept.
    Why(String),
    /// It has lost so many meetings that the person decides.
    Fewer(Arc<[u8]>, u32),
}

#[component]
pub fn MeetingList(app: App, id: ListId) -> impl IntoView {
    let list = Memo::new(move |_| {
        app.revision.track();
        app.journal().lists().into_iter().find(|(known, _)| *known == id).map(|(_, list)| list)
    });
    // Drawn once: what is typed must not be lost when the list is read again meanwhile.
    let is_there = Memo::new(move |_| list.with(Option::is_some));
    live(move || match list.get_untracked().filter(|_| is_there.get()) {
        Some(first) => view! { <Shown app=app id=id list=list first=first /> }.into_any(),
        None => view! {
            <p class="lead">{app.text().meeting_lists().list_gone}</p>
            <ButtonLink href=Page::MeetingLists.path() wide=true>
                {app.text().titles().meeting_lists}
            </ButtonLink>
        }
        .into_any(),
    })
}

#[component]
fn Shown(app: App, id: ListId, list: Memo<Option<Kept>>, first: Kept) -> impl IntoView {
    let words = app.text().meeting_lists();
    let told = derived(move || {
        list.with(|list| {
            list.as_ref().map(|list| format!("{} · {}", (words.size)(list.held().meetings), age(app, list)))
        })
    });
    view! {
        <p class="lead strong" dir="auto">
            {derived(move || list.with(|list| list.as_ref().map(|list| list.name().as_str().to_owned())))}
        </p>
        <p class="quiet">{told}</p>
        <ReadAgain app=app id=id list=list is_file=*first.origin() == Origin::File />
        <Change app=app id=id list=list first=first />
        <Delete app=app id=id />
    }
}

#[component]
fn ReadAgain(app: App, id: ListId, list: Memo<Option<Kept>>, is_file: bool) -> impl IntoView {
    let words = app.text().meeting_lists();
    let again = RwSignal::new(Again::Not);
    let keep = move |bytes: Arc<[u8]>, summary: Arc<Summary>| async move {
        let answer = app.renew_list(id, &bytes).await;
        let _ = again.try_set(match answer {
            Ok(()) => Again::New(summary),
            Err(ListsError::Save(why)) => Again::Why(app.text().problems().saving(why).to_owned()),
            Err(ListsError::List(error)) => Again::Why((words.refused_address)(error)),
        });
    };
    let take = move |answer: Answer| async move {
        let summary = match &answer {
            Answer::Read(bytes) => Handed::decode(bytes).ok().map(|handed| handed.summary),
            _ => None,
        };
        if let Some(why) = problems::refusal(app, &answer, summary.as_ref()) {
            let _ = again.try_set(Again::Why(why));
            return;
        }
        let (Answer::Read(bytes), Some(summary)) = (answer, summary) else { return };
        let now = app.journal().lists().into_iter().find(|(known, _)| *known == id);
        if now.is_some_and(|(_, list)| list.would_shrink(summary.meetings)) {
            let _ = again.try_set(Again::Fewer(Arc::from(bytes), summary.meetings));
        } else {
            keep(Arc::from(bytes), Arc::new(summary)).await;
        }
    };
    let from_address = move |()| {
        let Some(kept) = list.get_untracked() else { return };
        again.set(Again::Reading);
        spawn_local(async move {
            let Origin::Address(link) = kept.origin() else { return };
            take(meetings::from_address(link.as_str(), kept.fellowship(), kept.zone()).await).await;
        });
    };
    let from_file = move |file: web_sys::File| {
        let Some(kept) = list.get_untracked() else { return };
        again.set(Again::Reading);
        spawn_local(async move {
            let answer = match files::bytes_of(&file, MAX_LIST_BYTES).await {
                Some(bytes) => meetings::from_bytes(&bytes, kept.fellowship(), kept.zone()).await,
                None => Answer::NoReader,
            };
            take(answer).await;
        });
    };
    let old = move || list.with_untracked(|list| list.as_ref().map_or(0, |list| list.held().meetings));
    let take_new = move || {
        let Again::Fewer(bytes, _) = again.get_untracked() else { return };
        let Ok(summary) = Handed::decode(&bytes).map(|handed| Arc::new(handed.summary)) else { return };
        spawn_local(keep(bytes, summary));
    };
    let came = move || match again.get() {
        Again::Not => ().into_any(),
        Again::Reading => view! { <p>{app.text().meetings().reading}</p> }.into_any(),
        Again::New(summary) => view! {
            <p class="strong">{(words.is_new)(summary.meetings)}</p>
            {problems::told(app, &summary)}
        }
        .into_any(),
        Again::Why(why) => view! {
            <p class="field__error">
                <Glyph icon=Icon::Info />
                <span>{why}</span>
            </p>
        }
        .into_any(),
        Again::Fewer(_, new) => view! {
            <p>{(words.lost_many)(new, old())}</p>
            <Button
                wide=true
                on_press=move |()| {
                    renewing::decided(id);
                    again.set(Again::Not);
                }
            >
                {words.keep_old}
            </Button>
            <Button kind=ButtonKind::Quiet wide=true on_press=move |()| take_new()>
                {words.take_new}
            </Button>
        }
        .into_any(),
    };
    let ask = if is_file {
        view! {
            <FilePick
                id="list-file"
                label=words.read_again_file.to_owned()
                hint=words.file_hint.to_owned()
                icon=Icon::Note
                accept=".json,application/json"
                on_pick=from_file
            />
        }
        .into_any()
    } else {
        view! {
            <Button kind=ButtonKind::Quiet wide=true on_press=from_address>
                {words.read_again}
            </Button>
        }
        .into_any()
    };
    view! {
        {ask}
        <div class="announce flow flow--tight" aria-live="polite">
            {came}
        </div>
    }
}

#[component]
fn Change(app: App, id: ListId, list: Memo<Option<Kept>>, first: Kept) -> impl IntoView {
    let words = app.text().meeting_lists();
    let called = RwSignal::new(first.name().as_str().to_owned());
    let is_nameless = RwSignal::new(false);
    let failed = RwSignal::new(None::<(ListEdit, SaveError)>);
    let save = move |edit: ListEdit| {
        spawn_local(async move {
            let answer = app.edit_list(id, edit.clone()).await;
            let why = match answer {
                Err(ListsError::Save(why)) => Some((edit, why)),
                Err(ListsError::List(_)) | Ok(()) => None,
            };
            let _ = failed.try_set(why);
        });
    };
    let commit = move |text: String| {
        let name = Label::new(&text);
        is_nameless.set(name.is_err());
        let before = list.with_untracked(|list| list.as_ref().map(|list| list.name().clone()));
        if let Some(name) = name.ok().filter(|name| before.as_ref() != Some(name)) {
            save(ListEdit::SetName(name));
        }
    };
    let choices: Vec<Choice> = Refresh::ALL
        .iter()
        .map(|one| Choice { value: one.code().to_owned(), label: (words.refresh_of)(*one).to_owned() })
        .collect();
    let refresh = derived(move || list.with(|list| list.as_ref().map_or("", |list| list.refresh().code()).to_owned()));
    let again = move |()| {
        if let Some((edit, _)) = failed.get_untracked() {
            save(edit);
        }
    };
    view! {
        <TextField
            id="list-name"
            label=words.list_name.to_owned()
            value=called
            error=derived(move || is_nameless.get().then(|| words.no_name.to_owned()))
            on_input=move |text| called.set(text)
            on_commit=commit
        />
        {(*first.origin() != Origin::File)
            .then(|| {
                view! {
                    <Select
                        id="list-refresh"
                        label=words.refresh.to_owned()
                        choices=choices
                        value=refresh
                        on_choose=move |code: String| {
                            if let Some(refresh) = Refresh::from_code(&code) {
                                save(ListEdit::SetRefresh(refresh));
                            }
                        }
                    />
                }
            })}
        <Problem
            app=app
            why=derived(move || failed.with(|failed| failed.as_ref().map(|(_, why)| *why)))
            on_again=again
        />
    }
}

#[component]
fn Delete(app: App, id: ListId) -> impl IntoView {
    let text = app.text().meeting_lists();
    let words = DeleteWords { delete: text.delete, means: text.delete_means, yes: text.delete_yes, no: text.delete_no };
    view! {
        <DeleteAsking
            app=app
            id="delete-list"
            words=words
            heading=text.delete_ask.to_owned()
            on_delete=move |()| Box::pin(app.delete_list(id, text.deleted.to_owned())) as Deletes
            then=Page::MeetingLists
        />
    }
}
