//! Between the domain and the formats that other programs speak. Text and values only: nothing here asks for the time, opens a file,
//! or knows the browser.
//!
//! Reading a calendar takes the rules of recurrence and much patience with lines, so it is done by a program of its own (`calendar`), in a worker;
//! [`calendar`] here has what that program hands over, and what the app decides about it. Writing one is small: [`ics_out`]. Lists of meetings are
//! read in the same way, by a program called `meetings`; [`meetings`] has what it hands over, and the pages in which a list is kept.

pub mod bytes;
pub mod calendar;
pub mod ics_out;
pub mod meetings;
pub mod strategies;
pub mod vcard;

/// `Debug` that names the type and says nothing else: what stands in somebody's calendar is theirs.
macro_rules! unspoken {
    ($($name:ident),+ $(,)?) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}
pub(crate) use unspoken;
