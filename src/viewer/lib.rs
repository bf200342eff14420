//! The counselor's page: opens what was handed over, here, in this browser; shows who it is from, what may be done with it, and the page itself, drawn
//! with the very code that drew its preview on the phone; prints it. And makes what goes the other way: a program for clients, signed, as a file, a link or a
//! code. It sends nothing, and keeps nothing but keys that the counselor made here, and with them what they signed.
//!
//! A program of its own (`xtask/build/viewer.rs`), small and without a router. What is decided is plain Rust and tested natively; what is drawn is in
//! `screen/`, what is asked of the browser in `browser.rs`.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod desk;
pub mod found;
pub mod kept;
#[cfg(target_arch = "wasm32")]
mod keys;
#[cfg(target_arch = "wasm32")]
mod making;
pub mod opened;
pub mod program;
pub mod ring;
#[cfg(target_arch = "wasm32")]
mod screen;
pub mod sealed;
#[cfg(target_arch = "wasm32")]
mod start;
pub mod stretched;
pub mod trends;
pub mod why;
