//! The page for the counselor, drawn from its sheet: the preview on the phone and the counselor's own page are drawn with this and nothing else, so what is
//! seen before sending is what is seen afterwards.
//!
//! It knows no journal. Whoever has one hands in what opens a number to its entries.

mod cravings;
mod days;
mod heat;
mod page;
mod part;

pub use page::{Behind, table, view};
pub use part::Line;
