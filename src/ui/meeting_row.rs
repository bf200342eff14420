//! One meeting as a row among those that were found.

use leptos::prelude::*;

use crate::icon::{Glyph, Icon};

/// What stands in the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingLine {
    /// Where its page is.
    pub href: String,
    /// "Mon 7:30 PM", "On now".
    pub when: String,
    pub name: String,
    pub place: Option<String>,
    /// In person, online, closed for now.
    pub how: String,
    /// "2.4 miles away".
    pub distance: Option<String>,
    /// Whose meeting it is, in short.
    pub tag: String,
    /// A class that says whose, by a colour of its own.
    pub tag_class: &'static str,
    /// Nobody can come to it at present.
    pub is_off: bool,
}

/// A link to the meeting. Whose it is stands there in letters; the colour only helps the eye.
#[component]
pub fn MeetingRow(line: MeetingLine) -> impl IntoView {
    let class = if line.is_off { "meeting-row meeting-row--off" } else { "meeting-row" };
    let quiet = |words: String| view! { <span class="meeting-row__line" dir="auto">{words}</span> };
    view! {
        <a href=line.href class=class>
            <span class="meeting-row__words">
                <span class="meeting-row__when">
                    <span>{line.when}</span>
                    <span class=line.tag_class>{line.tag}</span>
                </span>
                <span class="meeting-row__name" dir="auto">
                    {line.name}
                </span>
                {line.place.map(quiet)}
                <span class="meeting-row__line">
                    {line.how} {line.distance.map(|distance| format!(" · {distance}"))}
                </span>
            </span>
            <Glyph icon=Icon::Chevron class="meeting-row__chevron" />
        </a>
    }
}
