//! Somebody to call, on Today: one quiet row that leads to them, or, once a week while there is nobody, a question that can be waved away.

use domain::{HelpEdit, Settings};
use engine::PeopleError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Card, ChoiceRow, Icon, Memo, RwSignal, live, show_let};

use super::open::Latest;
use crate::browser::clock;
use crate::routes::Page;
use crate::state::App;

/// What is shown of it.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    /// No name: whoever looks over a shoulder reads nothing here.
    Row,
    Question,
    Nothing,
}

/// Who has only just opened the app is told what it is first, and asked another week.
#[component]
pub fn WhomToCall(app: App, latest: Latest) -> impl IntoView {
    let shown = Memo::new(move |_| {
        app.woken.track();
        app.revision.track();
        let people = app.journal().people().len();
        let is_here_for_the_first_time = move || {
            !app.settings.with(Settings::welcomed)
                && latest.with(|latest| {
                    latest.as_ref().is_none_or(|read| read.as_ref().is_ok_and(|page| page.entries.is_empty()))
                })
        };
        if people > 0 {
            Shown::Row
        } else if is_here_for_the_first_time() {
            Shown::Nothing
        } else if app.journal().help_choices().asks_whom_to_call(people, clock::now().day()) {
            Shown::Question
        } else {
            Shown::Nothing
        }
    });
    live(move || match shown.get() {
        Shown::Row => view! {
            <div class="rows">
                <ChoiceRow
                    href=Page::People.path()
                    icon=Icon::Phone
                    title=app.text().today().call_someone.to_owned()
                />
            </div>
        }
        .into_any(),
        Shown::Question => view! { <Question app=app /> }.into_any(),
        Shown::Nothing => ().into_any(),
    })
}

#[component]
fn Question(app: App) -> impl IntoView {
    let text = app.text().today();
    let failed = RwSignal::new(None::<PeopleError>);
    let never = move |()| {
        spawn_local(async move {
            let answer = app.change_help(HelpEdit::NeverAsk).await;
            let _ = failed.try_set(answer.err());
        });
    };
    view! {
        <Card id="whom" heading=Some(text.whom_could_you_call.to_owned())>
            <p>{text.whom_why}</p>
            <div class="cluster">
                <ButtonLink href=Page::AddPerson.path() kind=ButtonKind::Quiet icon=Icon::Plus>
                    {text.add_someone}
                </ButtonLink>
                <Button kind=ButtonKind::Plain on_press=never>
                    {text.do_not_ask}
                </Button>
            </div>
            <div class="announce" aria-live="polite">
                {show_let(failed.into(), move |_: PeopleError| view! { <p class="field__error">{app.text().problems().not_saved}</p> })}
            </div>
        </Card>
    }
}
