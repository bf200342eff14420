//! Who was reached: how often somebody was called or texted after a craving, and whom the person could call, by role. Which of them it was,
//! nobody writes down, so the page does not say.

use super::facts::{Facts, Open, in_order};
use super::number::{Number, Row, Rows};
use super::sheet::{MOST_NAMES, People, RoleLine};
use super::{Carries, Choice};
use crate::action::ActionKind;
use crate::person::{Person, PersonId, Role};

pub(super) fn people(open: &Open, facts: &Facts, choice: Choice, rows: &mut Rows) -> People {
    let was_called = |kind: Option<ActionKind>| kind == Some(ActionKind::CalledSomeone);
    let called = open.cravings.iter().filter(|one| one.what.actions.iter().any(|act| was_called(act.kind())));
    let called = rows.count(Number::Called, called.map(|one| one.row()).collect());

    // In the order that the person chose.
    let key = |(place, (id, person)): (usize, &(PersonId, Person))| {
        (i64::from(person.rank()), u128::from(u64::from_be_bytes(id.bytes())).to_be_bytes(), place)
    };
    let keys = facts.people.iter().enumerate().map(key).collect();
    let known: Vec<&(PersonId, Person)> =
        in_order(keys).into_iter().filter_map(|place| facts.people.get(place)).collect();
    let mut room = if choice.carries(Carries::Names) { MOST_NAMES } else { 0 };
    let mut roles = Vec::new();
    for role in Role::ALL {
        let (mut those, mut names) = (Vec::new(), Vec::new());
        for (id, person) in known.iter().filter(|(_, person)| person.role() == *role) {
            those.push(Row::Person(*id));
            if room > 0 {
                room -= 1;
                names.push(person.name().clone());
            }
        }
        let n = rows.count(Number::PeopleIn(*role), those);
        if n > 0 {
            roles.push(RoleLine { role: *role, n, names });
        }
    }
    People { called, roles }
}
