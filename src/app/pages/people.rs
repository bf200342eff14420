//! The people one could call: all of them in the chosen order, each one tap away from a call.

mod add;
mod card_file;
mod cards;
mod field;
mod lines;
mod order;
mod own_line;
mod person;
mod photo;
mod reaches;
mod remove;

use domain::{Person, PersonId, PhotoId};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, EmptyState, For, Icon, Memo, PersonLine, PersonRow, Show};

use crate::pages::calling::{line_of, picture};
use crate::routes::Page;
use crate::state::App;
pub use add::AddPerson;
pub use cards::Cards;
pub use lines::Lines;
pub use person::OnePerson;

/// The list.
#[component]
pub fn People(app: App) -> impl IntoView {
    let people = everybody(app);
    let has_any = move || people.with(|people| !people.is_empty());
    view! {
        <Show when=has_any fallback=move || view! { <Nobody app=app /> }>
            <ul class="rows" role="list">
                <For each=move || rows(app, &people.get()) key=Row::clone let:row>
                    <li>
                        <PersonRow line=row.line picture=picture(app, row.photo.map(PhotoId::from_bytes)) />
                    </li>
                </For>
            </ul>
            <div class="flow flow--tight">
                <ButtonLink href=Page::AddPerson.path() wide=true icon=Icon::Plus>
                    {app.text().people().add}
                </ButtonLink>
                <ButtonLink href=Page::Cards.path() kind=ButtonKind::Quiet wide=true>
                    {app.text().people().from_card}
                </ButtonLink>
            </div>
            <Show when=move || people.with(|people| people.len() > 1)>
                <order::Order app=app people=people />
            </Show>
            <card_file::SaveAll app=app people=people />
        </Show>
    }
}

/// Everybody, as this tab knows them now.
pub fn everybody(app: App) -> Memo<Vec<(PersonId, Person)>> {
    Memo::new(move |_| {
        app.revision.track();
        app.journal().people()
    })
}

#[component]
fn Nobody(app: App) -> impl IntoView {
    view! {
        <EmptyState text=app.text().people().nobody_yet.to_owned()>
            <ButtonLink href=Page::AddPerson.path() wide=true icon=Icon::Plus>
                {app.text().people().add}
            </ButtonLink>
            <ButtonLink href=Page::Cards.path() kind=ButtonKind::Quiet wide=true>
                {app.text().people().from_card}
            </ButtonLink>
        </EmptyState>
    }
}

/// Somebody as drawn. Who did not change keeps their row on the screen, and the focus in it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    line: PersonLine,
    photo: Option<[u8; 16]>,
}

fn rows(app: App, people: &[(PersonId, Person)]) -> Vec<Row> {
    let row = |(id, person): &(PersonId, Person)| Row {
        line: line_of(app, person, Some(Page::Person(*id).path())),
        photo: person.photo().map(PhotoId::bytes),
    };
    people.iter().map(row).collect()
}
