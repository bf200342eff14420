//! The client: what runs on the person's phone.
//!
//! `start` opens the journal, then mounts the frame; until then the static shell is on the screen and takes taps. Pages are in
//! `pages/`, what they do in `commands.rs`, and everything they ask of the browser in `browser/`; what they say is the crate `text`.

#[cfg(target_arch = "wasm32")]
mod answer;
#[cfg(target_arch = "wasm32")]
mod auto_lock;
#[cfg(target_arch = "wasm32")]
mod badge;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod commands;
pub mod facts;
#[cfg(target_arch = "wasm32")]
mod frame;
#[cfg(target_arch = "wasm32")]
mod pages;
#[cfg(target_arch = "wasm32")]
mod parts;
pub mod routes;
#[cfg(target_arch = "wasm32")]
mod start;
#[cfg(target_arch = "wasm32")]
mod state;
