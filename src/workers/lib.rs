//! The program of the workers: rare and heavy work, off the main thread, fetched when it is first needed.
//!
//! Each kind of work is a crate of its own; here they become one program, because what they bring along (text, numbers, zones, the way to the
//! browser) is a fifth of either reader. Which of them a worker calls, and whom it may talk to, is its script's to say (`public/workers/`).

#[cfg(target_arch = "wasm32")]
pub use calendar::read_calendar;
#[cfg(target_arch = "wasm32")]
pub use handover::{hand_over_sealed, hand_over_sender, hand_over_signed};
#[cfg(target_arch = "wasm32")]
pub use meetings::read_meetings;
#[cfg(target_arch = "wasm32")]
pub use stretch::{stretch_one_pass, stretch_passphrase};
