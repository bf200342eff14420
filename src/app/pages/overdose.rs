//! What to do when someone may have overdosed. To be read with shaking hands: signs, steps, and 911 at both ends.

use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Card, Icon, live};

use crate::state::App;

/// The steps, and the warning for who has had a break.
#[component]
pub fn Overdose(app: App) -> impl IntoView {
    view! {
        <Call911 app=app />
        <Card id="signs" heading=Some(app.text().help().one_sign_is_enough.to_owned())>
            <ul class="flow flow--tight">
                {live(move || app.text().help().signs.iter().map(|sign| view! { <li>{*sign}</li> }).collect_view())}
            </ul>
        </Card>
        <Card id="steps" heading=Some(app.text().help().what_to_do.to_owned())>
            <ol class="flow">
                {live(move || app.text().help().steps.iter().map(|(what, how)| step(what, how)).collect_view())}
            </ol>
        </Card>
        <Call911 app=app />
        <Card id="tolerance" heading=Some(app.text().help().tolerance_title.to_owned())>
            <p>{app.text().help().tolerance}</p>
            <ul class="flow flow--tight">
                {live(move || app.text().help().tolerance_advice.iter().map(|advice| view! { <li>{*advice}</li> }).collect_view())}
            </ul>
        </Card>
    }
}

fn step(what: &'static str, how: &'static str) -> impl IntoView {
    view! {
        <li>
            <strong>{what}</strong>
            " "
            {how}
        </li>
    }
}

#[component]
fn Call911(app: App) -> impl IntoView {
    view! {
        <ButtonLink href="tel:911" kind=ButtonKind::Help icon=Icon::Phone wide=true>
            {live(move || (app.text().help().call)("911"))}
        </ButtonLink>
    }
}
