//! The lists that meetings come from: how many meetings each has, and how old it is.

pub mod add;
pub mod list;
mod problems;

use leptos::prelude::*;
use ui::{ButtonLink, ChoiceRow, Icon, live};

use crate::pages::meetings::opened::age;
use crate::routes::Page;
use crate::state::App;

#[component]
pub fn MeetingLists(app: App) -> impl IntoView {
    let words = app.text().meeting_lists();
    let rows = move || {
        app.revision.track();
        let lists = app.journal().lists();
        let row = |(id, list): (domain::meeting::ListId, domain::meeting::MeetingList)| {
            let held = list.held();
            let told = format!("{} · {}", (words.size)(held.meetings), age(app, &list));
            let name = list.name().as_str().to_owned();
            view! {
                <li>
                    <ChoiceRow href=Page::MeetingList(id).path() title=name line=Some(told) />
                </li>
            }
        };
        // An empty list would still draw its border.
        (!lists.is_empty()).then(|| {
            view! {
                <ul class="rows" role="list">
                    {lists.into_iter().map(row).collect_view()}
                </ul>
            }
        })
    };
    view! {
        <p class="lead">{words.lists_lead}</p>
        {live(rows)}
        <ButtonLink href=Page::AddList.path() icon=Icon::Plus wide=true>
            {app.text().titles().add_list}
        </ButtonLink>
    }
}
