//! What somebody hands to those who treat them, as a FHIR R4 bundle (4.0.1): a document with a page in front, or a bare collection.
//!
//! It is made for other people, so private entries are never in it, whatever is asked, and notes only when the sender says so. Everything in it is
//! labelled as restricted, and the page in front has the notice that goes with records of substance use treatment (42 CFR 2.32).

mod event;
mod gather;
mod labels;
mod parts;
mod sections;
mod sender;
pub mod story;
mod taken;
mod write;

#[cfg(test)]
mod check;
#[cfg(test)]
mod tests;

use crate::facts::{Facts, Item};
use crate::json::json;
pub use sender::{Agreed, Sender, first_day};
use story::Story;

/// What of a journal goes along, as a bundle in JSON.
pub fn bundle(facts: &Facts<'_>, sender: &Sender, items: &[Item]) -> String {
    told(&gather::story(facts, sender, items))
}

/// A story as a bundle in JSON, for who tells more than the journal knows, such as answers to a questionnaire.
pub fn told(story: &Story) -> String {
    json(&write::bundle(story))
}
