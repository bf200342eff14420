//! Somebody to call, as a row: on their list, after a craving, wherever a tap should reach them.

use domain::{Person, PhotoId, sms_link};
use leptos::task::spawn_local;
use ui::{PersonLine, PersonWay, PersonWayIcon, RwSignal, Signal, derived};

use crate::browser::{picture, platform};
use crate::state::App;

/// What the row says and where it leads.
pub fn line_of(app: App, person: &Person, href: Option<String>) -> PersonLine {
    let text = app.text().people();
    let name = person.name().as_str();
    let call = person.first_call().map(|number| PersonWay {
        href: number.tel_link(),
        icon: PersonWayIcon::Call,
        label: text.call.to_owned(),
        read: (text.call_them)(name),
    });
    let write = person.first_text().map(|number| PersonWay {
        href: sms_link(number, message_of(app, person), platform::texting()),
        icon: PersonWayIcon::Text,
        label: text.text.to_owned(),
        read: (text.text_them)(name),
    });
    let role = (text.role)(person.role());
    let quiet = person.quiet().map(|quiet| (text.quiet_line)(quiet.as_str()));
    let none = person.reaches().is_empty().then(|| text.no_number_yet.to_owned());
    let line = [Some(role.to_owned()), quiet, none].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    PersonLine { href, name: name.to_owned(), line: Some(line), ways: call.into_iter().chain(write).collect() }
}

/// The person's own words, or the usual ones.
pub fn message_of(app: App, person: &Person) -> &str {
    person.message().map_or(app.text().people().usual_message, |message| message.as_str())
}

/// The address of a picture once it is read; it is let go with the row.
pub fn picture(app: App, photo: Option<PhotoId>) -> Signal<Option<String>> {
    let shown = RwSignal::new(None::<picture::Shown>);
    if let Some(photo) = photo {
        spawn_local(async move {
            // One that cannot be read is a face like those without one.
            let read = app.journal().photo(photo).await.ok().flatten();
            let _ = shown.try_set(read.and_then(|photo| picture::Shown::of(&photo)));
        });
    }
    derived(move || shown.with(|shown| shown.as_ref().map(|shown| shown.address().to_owned())))
}
