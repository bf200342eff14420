//! The icons: one family, drawn by hand into this file on 24 px with a 1.75 px line and round ends.

use leptos::prelude::*;

/// A picture for a word. It never stands alone, but for back and close, whose buttons carry a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    /// The day: a sun on the horizon.
    Today,
    /// Seven days.
    Week,
    /// Help now: a ring to hold on to. Nowhere else.
    Help,
    /// What can be done: something that grows.
    Cope,
    /// The person who holds the phone.
    Me,
    Back,
    Close,
    Phone,
    Message,
    /// Riding it out.
    Wave,
    /// Going out of the door.
    Leave,
    /// Someone else: two people.
    Person,
    Undo,
    Trash,
    Edit,
    Search,
    Check,
    Sun,
    Moon,
    Download,
    Lock,
    Clock,
    Place,
    Note,
    /// There is more behind this row.
    Chevron,
    Info,
    Plus,
    Checklist,
    Language,
    /// Back from the deleted.
    Restore,
}

impl Icon {
    /// The line, in a square of 24.
    pub fn line(self) -> &'static str {
        match self {
            Self::Today => "M3 18h18M7 18a5 5 0 0 1 10 0M12 9V6M6.3 11.3 4.4 9.4M17.7 11.3l1.9-1.9",
            Self::Week => {
                "M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V7A1.5 1.5 0 0 1 5 5.5ZM3.5 10.5h17M8 3v4M16 3v4"
            }
            Self::Help => {
                "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM9.2 9.2 5.7 5.7M14.8 9.2l3.5-3.5M14.8 14.8l3.5 3.5M9.2 14.8l-3.5 3.5"
            }
            Self::Cope => {
                "M12 20.5V12M12 12.5c0-4.5 2.8-7 8-7 0 4.7-2.8 7-8 7ZM12 16c0-3.6-2.3-5.8-7-5.8 0 3.8 2.4 5.8 7 5.8Z"
            }
            Self::Me => "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20.5c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5",
            Self::Back => "M15 5l-7 7 7 7",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Phone => {
                "M6 4h2.7l1.7 4.2-2.1 1.6a11.5 11.5 0 0 0 5.9 5.9l1.6-2.1L20 15.3V18a2 2 0 0 1-2.2 2A15.9 15.9 0 0 1 4 6.2 2 2 0 0 1 6 4Z"
            }
            Self::Message => {
                "M5.5 4.5h13A2.5 2.5 0 0 1 21 7v7.5a2.5 2.5 0 0 1-2.5 2.5H12l-5 4v-4H5.5A2.5 2.5 0 0 1 3 14.5V7a2.5 2.5 0 0 1 2.5-2.5Z"
            }
            Self::Wave => {
                "M2.5 17c4.5 0 5.5-10 11-10 3.7 0 5.2 3.5 3.6 5.6-1.2 1.5-3.6 1-3.6-.9M2.5 20.5c2.4 0 2.4-1.5 4.8-1.5s2.4 1.5 4.7 1.5 2.4-1.5 4.8-1.5 2.4 1.5 4.7 1.5"
            }
            Self::Leave => "M12.5 4H6a1.5 1.5 0 0 0-1.5 1.5v13A1.5 1.5 0 0 0 6 20h6.5M10 12h11M17 8l4 4-4 4",
            Self::Person => {
                "M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM2.5 19.5c.6-3 3.2-4.7 6.5-4.7s5.9 1.7 6.5 4.7M15.8 5.2a3.5 3.5 0 0 1 0 6.6M17.5 15c2.200.5 3.6 2.1 4 4.5"
            }
            Self::Undo => "M8 5 4 9l4 4M4 9h10.5a5.5 5.5 0 0 1 0 11H9",
            Self::Trash => "M4 7h16M9 7V4.5h6V7M6 7l.9 13h10.2L18 7M10 11v5.5M14 11v5.5",
            Self::Edit => "M4 20l1-4.5L16.3 4.2a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L8.5 19 4 20ZM14 6.5l3.5 3.5",
            Self::Search => "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.3 15.3 20.5 20.5",
            Self::Check => "M5 12.5l5 5L19.5 7",
            Self::Sun => {
                "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"
            }
            Self::Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
            Self::Download => "M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 20h15",
            Self::Lock => {
                "M7 11h10a2 2 0 0 1 2 2v5.5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V13a2 2 0 0 1 2-2ZM8 11V8a4 4 0 0 1 8 0v3M12 15v1.5"
            }
            Self::Clock => "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 7.5V12l3.2 2",
            Self::Place => {
                "M12 21.5C7.5 17 5 13.5 5 10a7 7 0 0 1 14 0c0 3.5-2.5 7-7 11.5ZM12 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z"
            }
            Self::Note => {
                "M6.5 3.5h8l4 4v11.5a1.5 1.5 0 0 1-1.5 1.5h-10.5A1.5 1.5 0 0 1 5 19V5a1.5 1.5 0 0 1 1.5-1.5ZM8.5 11h6.5M8.5 15h5"
            }
            Self::Chevron => "M9 5l7 7-7 7",
            Self::Info => "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 11v5.5M12 7.6v.1",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Checklist => "M3.5 6.5 5.3 8.3 8.5 5M12 7h8.5M3.5 15.5l1.8 1.8 3.2-3.3M12 16h8.5",
            Self::Language => {
                "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM3 12h18M12 3c3 2.7 4 5.7 4 9s-1 6.3-4 9c-3-2.7-4-5.7-4-9s1-6.3 4-9Z"
            }
            Self::Restore => "M4 4.5V10h5.5M4.5 9.5A8.3 8.3 0 1 1 4 14M12 8v4.5l3 1.8",
        }
    }

    /// Whether it points along the line of reading and turns with it.
    fn is_directed(self) -> bool {
        matches!(self, Self::Back | Self::Chevron | Self::Undo | Self::Leave)
    }
}

/// Draws an icon, hidden from screen readers: the word beside it is what is read.
#[component]
pub fn Glyph(
    icon: Icon,
    /// A class of the component it stands in.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let directed = if icon.is_directed() { " icon--directed" } else { "" };
    view! {
        <svg class=format!("icon{directed} {class}").trim_end().to_owned() viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=icon.line() />
        </svg>
    }
}
