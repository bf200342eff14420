//! A program for clients, as it is typed on this page: what stands in each field, what of it a program can say, and what goes out. Plain Rust; what is
//! drawn of it is in `screen/program`, and the domain's `pack` says what a program is.

pub mod draft;
pub mod fault;
pub mod form;
pub mod line;
pub mod out;
mod reading;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod stories;
