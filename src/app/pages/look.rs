//! Language, look, and from which number on something to do is offered. A tap saves; the change is seen at once.

use domain::{Appearance, Intensity, Language, SettingsEdit};
use leptos::prelude::*;
use text::Text;
use ui::{Choice, RadioGroup, ScaleChoice, derived};

use super::changing::{Changing, NotSaved};
use crate::state::App;

/// What stands for "as the phone has it" in the group of languages.
const SYSTEM: &str = "system";

/// The page: one card per choice.
#[component]
pub fn Look(app: App) -> impl IntoView {
    view! {
        <LanguageChoice app=app />
        <AppearanceChoice app=app />
        <ActFromChoice app=app />
    }
}

#[component]
fn LanguageChoice(app: App) -> impl IntoView {
    let changing = Changing::new(app);
    let choices = move || {
        vec![
            choice(app, SYSTEM, |text| text.me().like_the_phone),
            choice(app, Language::En.code(), |text| text.me().english),
            choice(app, Language::Es.code(), |text| text.me().spanish),
        ]
    };
    let value =
        move || changing.shown(|settings| settings.language().map_or(SYSTEM, |language| language.code()).to_owned());
    let choose = move |code: String| changing.save(SettingsEdit::SetLanguage(Language::from_code(&code)));
    view! {
        <div class="card">
            <RadioGroup
                name="language"
                legend=app.text().me().language.to_owned()
                choices=derived(choices)
                value=derived(value)
                on_choose=choose
            />
            <NotSaved changing=changing />
        </div>
    }
}

#[component]
fn AppearanceChoice(app: App) -> impl IntoView {
    let changing = Changing::new(app);
    let choices = move || {
        vec![
            choice(app, Appearance::System.code(), |text| text.me().like_the_phone),
            choice(app, Appearance::Light.code(), |text| text.me().light),
            choice(app, Appearance::Dark.code(), |text| text.me().dark),
        ]
    };
    let value = move || changing.shown(|settings| settings.appearance().code().to_owned());
    let choose = move |code: String| {
        if let Some(appearance) = Appearance::from_code(&code) {
            changing.save(SettingsEdit::SetAppearance(appearance));
        }
    };
    view! {
        <div class="card">
            <RadioGroup
                name="appearance"
                legend=app.text().me().appearance.to_owned()
                choices=derived(choices)
                value=derived(value)
                on_choose=choose
            />
            <NotSaved changing=changing />
        </div>
    }
}

#[component]
fn ActFromChoice(app: App) -> impl IntoView {
    let changing = Changing::new(app);
    let choose = move |step: u8| {
        if let Ok(act_from) = Intensity::new(step) {
            changing.save(SettingsEdit::SetActFrom(act_from));
        }
    };
    view! {
        <div class="card">
            <ScaleChoice
                name="act-from"
                legend=app.text().me().act_from.to_owned()
                low=app.text().me().always.to_owned()
                high=app.text().me().only_the_strongest.to_owned()
                step_label=move |step| (app.text().me().from_of_ten)(step)
                value=derived(move || Some(changing.shown(|settings| settings.act_from().value())))
                on_choose=choose
            />
            <p class="quiet">{app.text().me().act_from_why}</p>
            <NotSaved changing=changing />
        </div>
    }
}

fn choice(app: App, value: &str, label: fn(Text) -> &'static str) -> Choice {
    Choice { value: value.to_owned(), label: label(app.text()).to_owned() }
}
