//! After something was used: said in two taps, then what helps, and the rest only if it is wanted. Nothing is deleted, nothing is set back,
//! nobody is told.

mod afterwards;
mod details;

use chrono::NaiveDate;
use domain::{EditError, WhenError, day_from_field};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::Text;
use ui::{Button, ButtonKind, ButtonLink, Card, ChoiceButton, Disclosure, FieldKind, RwSignal, TextField, derived};

pub use afterwards::AfterLapse;
pub use details::LapseDetails;

use super::saving::Problem;
use crate::browser::{clock, dates};
use crate::routes::Page;
use crate::state::App;

/// When it was, as far as that was told: "Nov 22, 9:40 PM", or the day alone.
pub fn when(lapse: &domain::Lapse, text: Text) -> String {
    let today = clock::now().day();
    if lapse.knows_hour() {
        dates::day_and_time(lapse.at(), today, text.language)
    } else {
        dates::day(lapse.day(), today, text.language)
    }
}

/// When it was: one tap saves it.
#[component]
pub fn Lapse(app: App) -> impl IntoView {
    let words = app.text().lapse();
    let failed = RwSignal::new(None::<(Option<NaiveDate>, SaveError)>);
    let is_busy = RwSignal::new(false);
    let tell = move |day: Option<NaiveDate>| {
        // An impatient second tap is not a second one.
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        spawn_local(async move {
            match app.tell_lapse(day).await {
                Ok(key) => app.go_to.set(Some(Page::AfterLapse(key))),
                Err(why) => {
                    let _ = failed.try_set(Some((day, why)));
                }
            }
            let _ = is_busy.try_set(false);
        });
    };
    let again = move |()| {
        if let Some((day, _)) = failed.get_untracked() {
            tell(day);
        }
    };
    let today = || clock::now().day();
    view! {
        <p class="lead">{words.lead}</p>
        <Card id="when" heading=Some(words.when.to_owned())>
            <div class="rows">
                <ChoiceButton title=words.just_now.to_owned() on_press=move |()| tell(None) />
                <ChoiceButton title=words.earlier_today.to_owned() on_press=move |()| tell(Some(today())) />
                <ChoiceButton title=words.yesterday.to_owned() on_press=move |()| tell(today().pred_opt()) />
            </div>
            <AnotherDay app=app on_day=move |day| tell(Some(day)) />
            <Problem app=app why=derived(move || failed.get().map(|(_, why)| why)) on_again=again />
        </Card>
        <Card id="medicine" heading=Some(words.medicine.to_owned())>
            <p>{words.medicine_line}</p>
            <ButtonLink href=Page::Today.path() kind=ButtonKind::Quiet>
                {app.text().common().to_today}
            </ButtonLink>
        </Card>
    }
}

#[component]
fn AnotherDay(app: App, on_day: impl Fn(NaiveDate) + Copy + Send + Sync + 'static) -> impl IntoView {
    let words = app.text().lapse();
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<WhenError>);
    let save = move |()| {
        let day = day_from_field(&typed.get_untracked()).filter(|day| *day <= clock::now().day());
        refused.set(day.is_none().then_some(WhenError::NotYet));
        if let Some(day) = day {
            on_day(day);
        }
    };
    let error =
        move || refused.get().map(|why| app.text().problems().saving(SaveError::Edit(EditError::When(why))).to_owned());
    view! {
        <Disclosure summary=words.another_day.to_owned()>
            <TextField
                id="lapse-day"
                kind=FieldKind::Date
                label=words.which_day.to_owned()
                value=typed
                error=derived(error)
                on_input=move |text| typed.set(text)
            />
            <Button kind=ButtonKind::Quiet on_press=save>
                {app.text().common().save}
            </Button>
        </Disclosure>
    }
}
