//! The page for the counselor: which days and what is on it, the page itself as it will be on paper, and behind each number its entries.

mod asked;
mod behind;
mod choosing;

use leptos::prelude::*;
use ui::{Button, ButtonKind, Icon, RwSignal, live};

pub use asked::Asked;

use self::choosing::Choosing;
use super::found::NotRead;
use crate::browser::{clock, platform};
use crate::state::{App, follow_with};

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
            let (asked, now) = (asked.get_untracked(), clock::now());
            let period = match asked.period(now.day()) {
                Some(Ok(period)) => period,
                None => journal.usual_period(&app.zones(), now.zone()).await?,
                // The field says what to change.
                Some(Err(_)) => return Ok(None),
            };
            journal.summary(&app.zones(), now.zone(), period, asked.choice).await.map(Some)
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
        <Button kind=ButtonKind::Quiet wide=true icon=Icon::Note on_press=|()| platform::print()>
            {words.print}
        </Button>
    }
}
