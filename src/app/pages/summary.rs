//! The page for the counselor: which days and what is on it, the page itself as it will be on paper, and behind each number its entries.

mod asked;
mod behind;
mod choosing;

use domain::summary::Period;
use leptos::prelude::*;
use storage::StoreError;
use ui::{Button, ButtonKind, Icon, RwSignal, live};

pub use asked::Asked;

use self::choosing::Choosing;
use super::found::NotRead;
use super::send::HandOver;
use crate::browser::{clock, platform};
use crate::state::{App, follow_with};

/// The days that were asked for; none where they are no days.
///
/// # Errors
/// Only when the journal has to be asked for the last session, and does not answer.
pub async fn period_of(app: App, asked: &Asked) -> Result<Option<Period>, StoreError> {
    let now = clock::now();
    match asked.period(now.day()) {
        Some(period) => Ok(period.ok()),
        None => app.journal().usual_period(&app.zones(), now.zone()).await.map(Some),
    }
}

#[component]
pub fn Summary(app: App) -> impl IntoView {
    let words = app.text().summary();
    let asked = RwSignal::new(app.asked.get_value().unwrap_or_default());
    let told = follow_with(
        app,
        move || {
            asked.track();
            // What was asked for stays so, after a look at an entry.
            app.asked.set_value(Some(asked.get_untracked()));
        },
        move |journal| async move {
            let asked = asked.get_untracked();
            // Where there is none, the field says what to change.
            let Some(period) = period_of(app, &asked).await? else { return Ok(None) };
            journal.summary(&app.zones(), clock::now().zone(), period, asked.choice).await.map(Some)
        },
    );
    view! {
        <p class="lead no-print">{words.lead}</p>
        <Choosing app=app asked=asked />
        {live(move || {
            told.with(|told| match told {
                None | Some(Ok(None)) => ().into_any(),
                Some(Ok(Some(summary))) => paper::view(app.text(), summary.sheet(), &|numbers| behind::view(app, summary, numbers)),
                Some(Err(_)) => view! { <NotRead app=app /> }.into_any(),
            })
        })}
        <HandOver app=app />
        <Button kind=ButtonKind::Quiet wide=true icon=Icon::Note on_press=|()| platform::print()>
            {words.print}
        </Button>
    }
}
