//! Planning a session of one's own, and changing one.

pub mod add;
mod different;
mod edit;
pub mod fields;
pub mod form;
mod inputs;

pub use add::AddSession;
pub use edit::EditSession;
