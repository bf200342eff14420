//! Sober time on Today, as the person wants it told: one line for each thing that is counted, and nothing until something is.

use domain::sober::{Counted, SoberTime, Told, Truth};
use leptos::prelude::*;
use ui::{ChoiceRow, Icon, Memo, live};

use crate::pages::sober::name_of;
use crate::routes::Page;
use crate::state::App;

/// More would be a list, and has its own page.
const MOST: usize = 2;

#[component]
pub fn SoberLine(app: App, today: Memo<chrono::NaiveDate>) -> impl IntoView {
    let told = Memo::new(move |_| {
        app.revision.track();
        let journal = app.journal();
        let shown: Vec<Truth> = journal.sober_choices().on(Told::OnToday).collect();
        let all = journal.sober_time(today.get()).unwrap_or_default();
        let is_one = all.len() == 1;
        let line = |one: &Counted| {
            let parts: Vec<String> = shown.iter().filter_map(|truth| short(app, *truth, &one.time)).collect();
            let name = (!is_one || one.counts.is_some()).then(|| name_of(one, app.text()));
            (parts.join(" · "), name)
        };
        if shown.is_empty() { Vec::new() } else { all.iter().take(MOST).map(line).collect::<Vec<_>>() }
    });
    live(move || {
        let lines = told.get();
        (!lines.is_empty()).then(|| {
            let rows = lines.into_iter().map(|(title, line)| {
                view! { <ChoiceRow href=Page::Sober.path() icon=Icon::Today title=title line=line /> }
            });
            view! { <div class="rows">{rows.collect_view()}</div> }
        })
    })
}

/// One truth; none of a share of no days, which is what the first day has.
fn short(app: App, truth: Truth, time: &SoberTime) -> Option<String> {
    let (days, share) = match truth {
        Truth::Current => (time.current.days, time.last_30),
        Truth::Best => (time.best, time.last_30),
        Truth::Together => (time.together, time.last_30),
        Truth::Last30 => (0, time.last_30),
        Truth::Last90 => (0, time.last_90),
    };
    let is_share = matches!(truth, Truth::Last30 | Truth::Last90);
    (!is_share || share.of > 0).then(|| (app.text().sober().short)(truth, days, share))
}
