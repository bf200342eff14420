//! What counts beside days: nothing here is ever lost.

use domain::Milestones;
use leptos::prelude::*;
use ui::{Card, live};

use crate::state::{App, follow};

#[component]
pub fn AlsoDone(app: App) -> impl IntoView {
    let told = follow(app, |journal| async move { journal.milestones().await.unwrap_or_default() });
    live(move || {
        let words = app.text().sober();
        let Milestones { cravings_passed, attended, calls, weeks_told, came_back } = told.get()?;
        let all = [
            (words.cravings_passed, cravings_passed),
            (words.attended, attended),
            (words.calls, calls),
            (words.weeks_told, weeks_told),
            (words.came_back, came_back),
        ];
        let rows: Vec<_> = all.into_iter().filter(|(_, times)| *times > 0).collect();
        let has_any = !rows.is_empty();
        let rows = rows.into_iter().map(|(name, times)| {
            view! {
                <dt>{name}</dt>
                <dd class="numbers">{times}</dd>
            }
        });
        let rows = rows.collect_view();
        has_any.then(|| {
            view! {
                <Card id="also" heading=Some(words.also.to_owned())>
                    <dl class="facts">{rows}</dl>
                    <p class="quiet small">{words.also_line}</p>
                </Card>
            }
        })
    })
}
