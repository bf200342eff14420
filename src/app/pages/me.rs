//! Me: the way to what is one's own. Only what exists has a row.

use leptos::prelude::*;
use text::Text;
use ui::{ChoiceButton, ChoiceRow, Icon, derived, live};

use crate::browser::handrail;
use crate::routes::Page;
use crate::state::App;

/// The tab.
#[component]
pub fn Me(app: App) -> impl IntoView {
    view! {
        <div class="rows">
            <Row app=app to=Page::Log icon=Icon::Note title=|text| text.titles().log line=|text| text.me().entries_line />
            <Row app=app to=Page::Sober icon=Icon::Today title=|text| text.titles().sober line=|text| text.sober().line_in_me />
            <Row app=app to=Page::Summary icon=Icon::Note title=|text| text.titles().summary line=|text| text.summary().in_me />
            {live(move || {
                app.revision.track();
                (!app.journal().from_programs().is_empty()).then(|| view! {
                    <Row app=app to=Page::FromProgram icon=Icon::Checklist title=|text| text.titles().from_program line=|text| text.packs().in_me />
                })
            })}
            <Row app=app to=Page::Medication icon=Icon::Clock title=|text| text.titles().medication line=|text| text.medication().in_me />
            <Row app=app to=Page::People icon=Icon::Person title=|text| text.titles().people line=|text| text.people().line_in_me />
            <Row app=app to=Page::Reminders icon=Icon::Clock title=|text| text.titles().reminders line=|text| text.me().reminders_line />
            <Row app=app to=Page::Look icon=Icon::Language title=|text| text.titles().look line=|text| text.me().look_line />
            <Row app=app to=Page::Backup icon=Icon::Download title=|text| text.titles().backup line=|text| text.me().backup_line />
            <Row app=app to=Page::TakeAlong icon=Icon::Message title=|text| text.titles().take_along line=|text| text.me().take_along_line />
            <Row app=app to=Page::Lock icon=Icon::Lock title=|text| text.titles().lock line=|text| text.lock().in_me />
            <Row app=app to=Page::Storage icon=Icon::Place title=|text| text.titles().storage line=|text| text.me().storage_line />
            <Row app=app to=Page::About icon=Icon::Info title=|text| text.titles().about line=|text| text.me().about_line />
            <ChoiceButton
                icon=Icon::Leave
                title=app.text().help().leave_fast.to_owned()
                line=Some(app.text().help().leave_fast_line.to_owned())
                on_press=|()| handrail::leave()
            />
        </div>
    }
}

#[component]
fn Row(
    app: App,
    to: Page,
    icon: Icon,
    title: fn(Text) -> &'static str,
    line: fn(Text) -> &'static str,
) -> impl IntoView {
    view! {
        <ChoiceRow
            href=to.path()
            icon=icon
            title=derived(move || title(app.text()).to_owned())
            line=derived(move || Some(line(app.text()).to_owned()))
        />
    }
}
