//! What must be true of every export, told with sample journals and with arbitrary ones.

pub mod world;

mod open;
mod printed;
mod tables;
