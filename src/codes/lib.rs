//! What is shown to a camera: a text as a QR code, and a small file as several of them, one after the other.
//!
//! Two people who sit together need no network and no mail for a page of some kilobytes: one phone shows, the other device reads. Nothing here
//! knows what is in the file; it is sealed before it comes here.

mod base64;
mod code;
mod parts;
mod squares;
mod words;

pub use code::{Code, MARGIN};
pub use parts::{Gathering, IN_ONE, MOST_PARTS, NoPart, Taken, parts};
