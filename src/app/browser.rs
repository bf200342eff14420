//! Everything the app asks of the browser, a file per capability. No other part of the app touches `web-sys`.

pub mod badge;
pub mod calendars;
pub mod camera;
pub mod channel;
pub mod clock;
pub mod contact_picker;
pub mod cover;
pub mod files;
pub mod focus;
pub mod hand_over;
pub mod handrail;
pub mod ids;
pub mod library;
pub mod look;
pub mod meetings;
pub mod network;
pub mod packing;
pub mod packs;
pub mod panic;
pub mod passkey;
pub mod pause;
pub mod persistence;
pub mod picture;
pub mod platform;
pub mod position;
pub mod sealing;
pub mod stretch;
pub mod time;
pub mod time_over;
pub mod voice;
pub mod wake_lock;
pub mod zones;

/// Dates and times, which are words too: a crate of their own, because the counselor's page writes them as well.
pub use ::dates;
