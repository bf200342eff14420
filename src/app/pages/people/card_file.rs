//! Handing people over as a file of cards, for the phone's contacts or for another phone.

use domain::{Person, PersonId};
use interop::vcard::{Card, Version, write};
use leptos::prelude::*;
use ui::{Button, ButtonKind, Callback, Disclosure, Icon, Memo};

use super::person::Here;
use crate::browser::hand_over;
use crate::state::App;

/// A neutral name: it stays in the list of what was downloaded.
const FILE: &str = "contacts.vcf";

/// One of them.
#[component]
pub fn SaveOne(here: Here) -> impl IntoView {
    let Here { app, person, .. } = here;
    let cards = move || vec![person.with_untracked(Card::of)];
    view! { <Save app=app heading=app.text().people().save_card cards=Callback::new(move |()| cards()) /> }
}

/// All of them, in their order.
#[component]
pub fn SaveAll(app: App, people: Memo<Vec<(PersonId, Person)>>) -> impl IntoView {
    let cards = move || people.with_untracked(|people| people.iter().map(|(_, person)| Card::of(person)).collect());
    view! { <Save app=app heading=app.text().people().save_all cards=Callback::new(move |()| cards()) /> }
}

#[component]
fn Save(app: App, heading: &'static str, cards: Callback<(), Vec<Card>>) -> impl IntoView {
    let text = app.text().people();
    let save = move |version| {
        if !hand_over::save_text(FILE, "text/vcard", &write(&cards.run(()), version)) {
            app.tell(app.text().problems().not_saved.to_owned(), None);
        }
    };
    view! {
        <div class="card">
            <Disclosure summary=heading.to_owned()>
                <p class="quiet">{text.save_card_line}</p>
                <Button kind=ButtonKind::Quiet wide=true icon=Icon::Download on_press=move |()| save(Version::V3)>
                    {text.card_3}
                </Button>
                <Button kind=ButtonKind::Quiet wide=true icon=Icon::Download on_press=move |()| save(Version::V4)>
                    {text.card_4}
                </Button>
            </Disclosure>
        </div>
    }
}
