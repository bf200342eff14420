//! The daily minute, all on one page or a screen at a time: each tap is saved as it is made, and every day up to today can be told about.

mod boxes;
mod doses;
mod questions;
mod sessions;

use std::rc::Rc;

use chrono::NaiveDate;
use domain::{CheckIn, CheckInEdit};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Memo, RwSignal, derived, live};

use super::marks::MarksOf;
use super::saving::Problem;
use super::screens::{OneByOne, Screen, Screens, Turn};
use crate::answer::Answer;
use crate::browser::look::{self, Wanted};
use crate::browser::{clock, dates};
use crate::routes::Page;
use crate::state::{App, OpenJournal, follow_with};
use questions::Questions;
use sessions::Sessions;

/// How many screens there are: use, craving, confidence, body and mind, and what else there was.
const SCREENS: usize = 5;

/// What was read: of which day, and what was told. The inner none is a home that did not answer.
type Read = (NaiveDate, Option<Option<CheckIn>>);

/// A day and what was told about it, for each question.
#[derive(Clone, Copy)]
pub struct Here {
    pub app: App,
    pub day: RwSignal<NaiveDate>,
    read: Answer<Read>,
    /// What was not saved, each until it is.
    failed: RwSignal<Vec<(NaiveDate, CheckInEdit, SaveError)>>,
}

impl Here {
    /// Something of what was told; `None` while nothing was.
    pub fn told<T>(self, look: impl FnOnce(&CheckIn) -> Option<T>) -> Option<T> {
        self.read.with(|read| match read {
            Some((_, Some(Some(told)))) => look(told),
            _ => None,
        })
    }

    /// The same, asked once.
    pub fn told_once<T>(self, look: impl FnOnce(&CheckIn) -> Option<T>) -> Option<T> {
        untrack(|| self.told(look))
    }

    /// Saves one answer about the day whose answers are on the screen, and goes on. Another day may have been asked for already.
    pub fn answer(self, edit: CheckInEdit) {
        if let Some(day) = self.read.with_untracked(|read| read.as_ref().map(|(day, _)| *day)) {
            self.answer_about(day, edit);
        }
    }

    fn answer_about(self, day: NaiveDate, edit: CheckInEdit) {
        spawn_local(async move {
            let answer = self.app.answer_check_in(day, edit.clone()).await;
            // A later answer to the same question takes the place of this one, and no answer to another question does.
            self.failed.update(|failed| {
                let question = std::mem::discriminant(&edit);
                failed.retain(|(of, other, _)| *of != day || std::mem::discriminant(other) != question);
                failed.extend(answer.err().map(|why| (day, edit, why)));
            });
        });
    }

    fn again(self) {
        for (day, edit, _) in self.failed.get_untracked() {
            self.answer_about(day, edit);
        }
    }
}

async fn find(journal: Rc<OpenJournal>, day: NaiveDate) -> Read {
    (day, journal.check_in(day).await.ok())
}

#[component]
pub fn CheckInPage(app: App, about: Option<NaiveDate>) -> impl IntoView {
    let today = clock::now().day();
    let day = RwSignal::new(about.map_or(today, |about| about.min(today)));
    let read = follow_with(app, move || day.track(), move |journal| find(journal, day.get_untracked()));
    let here = Here { app, day, read, failed: RwSignal::new(Vec::new()) };
    // Drawn once for each day: what is typed must not be lost when an answer is saved.
    let shown = Memo::new(move |_| read.with(|read| read.as_ref().map(|(day, told)| (*day, told.is_some()))));
    view! {
        <Days here=here />
        {live(move || match shown.get() {
            Some((_, true)) => view! { <Day here=here /> }.into_any(),
            Some((_, false)) => view! { <p role="alert">{app.text().check_in().not_read}</p> }.into_any(),
            None => ().into_any(),
        })}
    }
}

/// Which day, and the way to the days beside it.
#[component]
fn Days(here: Here) -> impl IntoView {
    let Here { app, day, read, .. } = here;
    let words = app.text().check_in();
    // A page that is left open over midnight is about yesterday from then on.
    let today = Memo::new(move |_| {
        app.woken.track();
        app.revision.track();
        clock::now().day()
    });
    let today = move || today.get();
    let told = move || {
        // The day whose answers are below.
        let day = read.with(|read| read.as_ref().map_or_else(|| day.get(), |(day, _)| *day));
        if day == today() { app.text().log().today.to_owned() } else { dates::day(day, today(), app.text().language) }
    };
    let step = move |to: Option<NaiveDate>| {
        if let Some(to) = to.filter(|to| *to <= clock::now().day()) {
            day.set(to);
        }
    };
    view! {
        <p class="lead strong" role="status">
            {derived(told)}
        </p>
        <div class="cluster">
            <Button kind=ButtonKind::Plain on_press=move |()| step(day.get_untracked().pred_opt())>
                {words.day_before}
            </Button>
            {live(move || {
                (day.get() < today())
                    .then(|| {
                        view! {
                            <Button kind=ButtonKind::Plain on_press=move |()| step(day.get_untracked().succ_opt())>
                                {words.day_after}
                            </Button>
                        }
                    })
            })}
        </div>
    }
}

/// The questions about one day.
#[component]
fn Day(here: Here) -> impl IntoView {
    let app = here.app;
    let words = app.text().check_in();
    let screens = Screens::new(SCREENS, look::is_wanted(Wanted::OneByOne));
    // An answer makes it an entry, and only an entry can be marked.
    let is_told = Memo::new(move |_| here.told(|_| Some(())).is_some());
    let why = derived(move || here.failed.with(|failed| failed.last().map(|(_, _, why)| *why)));
    view! {
        <p class="quiet">{words.lead}</p>
        <OneByOne label=app.text().check_in().one_by_one screens=screens on_choose=|is_wanted| look::want(Wanted::OneByOne, is_wanted) />
        <Questions here=here screens=screens />
        <Screen screens=screens place=4>
            <Sessions here=here />
            <questions::OneLine here=here />
        </Screen>
        <Turn app=app screens=screens />
        <Problem app=app why=why on_again=move |()| here.again() />
        {live(move || {
            is_told.get().then_some(()).and_then(|()| {
                let about = here.day.get_untracked();
                let at = here.told_once(|told| Some(told.at().clone()))?;
                let id = OpenJournal::check_in_record(about);
                Some(view! { <MarksOf app=app id=id at=at is_lapse=false /> })
            })
        })}
        <p class="quiet small">{words.is_saved}</p>
        <ButtonLink href=Page::Today.path() wide=true>
            {words.ready}
        </ButtonLink>
    }
}
