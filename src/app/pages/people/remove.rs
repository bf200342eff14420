//! Deleting somebody, after saying what that does.

use leptos::prelude::*;
use ui::derived;

use super::person::Here;
use crate::pages::deleting::{DeleteAsking, DeleteWords, Deletes};
use crate::routes::Page;

#[component]
pub fn Remove(here: Here) -> impl IntoView {
    let Here { app, id, person } = here;
    let text = app.text().people();
    let words = DeleteWords { delete: text.delete, means: text.delete_means, yes: text.delete_yes, no: text.delete_no };
    view! {
        <DeleteAsking
            app=app
            id="delete-person"
            words=words
            heading=derived(move || person.with(|person| (text.delete_ask)(person.name().as_str())))
            on_delete=move |()| Box::pin(app.delete_person(id)) as Deletes
            then=Page::People
        />
    }
}
