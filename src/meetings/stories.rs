//! What lists do, told shortly: the good ones, the wild ones, and the ones that mean harm.

mod forms;
mod hostile;
mod laws;

use crate::read;
use domain::Zone;
use domain::meeting::{Fellowship, Meeting};
use interop::meetings::{ReadList, Reason};

fn los_angeles() -> Zone {
    Zone::named("America/Los_Angeles").unwrap()
}

/// What AA's reader makes of a text.
fn aa(text: &str) -> ReadList {
    read(text.as_bytes(), Fellowship::AlcoholicsAnonymous, &los_angeles())
}

/// A list with one entry, which has these fields besides a name, a slug and an address.
fn entry(fields: &str) -> ReadList {
    aa(&format!(
        r#"[{{"name":"Serenity","slug":"a","formatted_address":"1 A St, Irvine, CA 92602, USA","day":1,"time":"18:00",{fields}}}]"#
    ))
}

/// The one meeting of it.
fn only(list: &ReadList) -> &Meeting {
    assert_eq!(list.meetings.len(), 1, "{:?}", reasons(list));
    &list.meetings[0]
}

fn reasons(list: &ReadList) -> Vec<Reason> {
    list.problems.iter().map(|problem| problem.reason).collect()
}

fn kinds(list: &ReadList, meeting: &Meeting) -> Vec<String> {
    meeting.kinds.iter().map(|kind| list.kinds[usize::from(*kind)].english.as_str().to_owned()).collect()
}
