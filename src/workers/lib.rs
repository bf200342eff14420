//! The program of the workers: rare and heavy work, off the main thread, fetched when it is first needed.
//!
//! Each reader is a crate of its own; here they become one program, because what both bring along (text, numbers, zones, the way to the
//! browser) is a fifth of either. Which of them a worker calls, and whom it may talk to, is its script's to say (`public/workers/`).

#[cfg(target_arch = "wasm32")]
pub use calendar::read_calendar;
#[cfg(target_arch = "wasm32")]
pub use meetings::read_meetings;
