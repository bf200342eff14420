//! One strategy: why people do it, its steps, and the way to begin. What the person thinks of it is kept: a favourite, or not to be shown.

use domain::strategy::{OwnStrategyId, Strategy, StrategyMark};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Card, Icon, Memo, RwSignal, Switch, derived, live};

use super::{read, with_mark};
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::{App, follow};

#[component]
pub fn OneStrategy(app: App, mark: [u8; 8]) -> impl IntoView {
    let shown = follow(app, move |journal| async move { read(app, &journal).await });
    let found = with_mark(shown, mark);
    let found = Memo::new(move |_| found.get());
    live(move || match found.get() {
        None => ().into_any(),
        Some(None) => view! {
            <p class="lead">{app.text().cope().gone}</p>
            <ButtonLink href=Page::Cope.path()>{app.text().common().cope}</ButtonLink>
        }
        .into_any(),
        Some(Some(strategy)) => view! { <Read app=app strategy=strategy /> }.into_any(),
    })
}

#[component]
fn Read(app: App, strategy: Strategy) -> impl IntoView {
    let words = app.text().cope();
    let failed = RwSignal::new(None::<SaveError>);
    let minutes = (words.minutes)(strategy.minutes);
    let schools = strategy.schools.iter().map(|school| (words.school)(*school).to_owned());
    let line = std::iter::once(minutes).chain(schools).collect::<Vec<_>>().join(" · ");
    let steps = strategy.steps.iter().map(|step| view! { <li dir="auto">{step.text.clone()}</li> }).collect_view();
    let own = OwnStrategyId::of_key(&strategy.key);
    let (name, why, key) = (strategy.name.clone(), strategy.why.clone(), strategy.key.clone());
    let begin = move |()| {
        let strategy = strategy.clone();
        spawn_local(async move {
            match app.begin_strategy(&strategy).await {
                Ok(run) => app.go_to.set(Some(Page::Run(run))),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                }
            }
        });
    };
    let again = begin.clone();
    let marks = [StrategyMark::Favourite, StrategyMark::Hidden].map(|mark| {
        let (id, label) = match mark {
            StrategyMark::Favourite => ("favourite", words.favourite),
            StrategyMark::Hidden => ("hide", words.hide),
        };
        let (asked, changed) = (key.clone(), key.clone());
        let is_set = move || {
            app.revision.track();
            app.journal().strategy_choices().is(mark, &asked)
        };
        let change = move |is_set: bool| {
            let key = changed.clone();
            spawn_local(async move {
                let answer = app.mark_strategy(mark, key, is_set).await;
                let _ = failed.try_set(answer.err());
            });
        };
        view! { <Switch id=id label=label.to_owned() on=derived(is_set) on_change=change /> }
    });
    view! {
        <h2 dir="auto">{name}</h2>
        <p class="quiet">{line}</p>
        {why.map(|why| view! { <p>{why}</p> })}
        <Button wide=true on_press=begin>
            {words.begin}
        </Button>
        <Problem app=app why=failed on_again=again />
        <Card id="steps" heading=Some(words.steps.to_owned())>
            <ol class="flow flow--tight">{steps}</ol>
        </Card>
        <Card id="marks">
            {marks.into_iter().collect_view()}
            <p class="quiet small">{words.hide_line}</p>
        </Card>
        {own.map(|id| view! { <OfOnesOwn app=app id=id /> })}
    }
}

/// Changing one of one's own, and deleting it, which can be undone.
#[component]
fn OfOnesOwn(app: App, id: OwnStrategyId) -> impl IntoView {
    let words = app.text().cope();
    let failed = RwSignal::new(None::<SaveError>);
    let delete = move |()| {
        spawn_local(async move {
            match app.delete_own_strategy(id).await {
                Ok(()) => app.go_to.set(Some(Page::Cope)),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                }
            }
        });
    };
    view! {
        <ButtonLink href=Page::EditStrategy(id).path() kind=ButtonKind::Quiet icon=Icon::Edit wide=true>
            {words.change_own}
        </ButtonLink>
        <Button kind=ButtonKind::Plain icon=Icon::Trash wide=true on_press=delete>
            {words.delete_own}
        </Button>
        <Problem app=app why=failed on_again=delete />
    }
}
