//! What to do with the file, and what it does not do.

use leptos::prelude::*;
use ui::{Card, Disclosure};

use crate::browser::platform::{self, Kind};
use crate::state::App;

/// The steps for each kind of device; those for this one are open.
#[component]
pub fn Afterwards(app: App) -> impl IntoView {
    let words = app.text().calendar_out();
    let here = platform::kind();
    let kinds = [
        (Kind::Iphone, words.iphone, words.iphone_steps),
        (Kind::Android, words.android, words.android_steps),
        (Kind::Computer, words.computer, words.computer_steps),
    ];
    let steps = kinds.map(|(kind, name, steps)| {
        view! {
            <Disclosure summary=name.to_owned() open=kind == here>
                <ol class="flow flow--tight">{steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view()}</ol>
            </Disclosure>
        }
    });
    view! {
        <Card id="what-now" heading=Some(words.what_now.to_owned())>
            {steps.into_iter().collect_view()}
        </Card>
    }
}

/// That nothing travels by itself.
#[component]
pub fn Later(app: App) -> impl IntoView {
    let words = app.text().calendar_out();
    view! {
        <Card id="later" heading=Some(words.later.to_owned())>
            <p>{words.later_line}</p>
            <p>{words.again_line}</p>
            <p>{words.deleted_line}</p>
        </Card>
    }
}
