//! The zones of the world, asked about each day but once: a file has thousands of times, and a browser takes its time with each.

use domain::Zone;
use domain::zones::Zones;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

const DAY_MS: i64 = 86_400_000;
/// As many days are remembered, of all zones together.
const REMEMBERED: usize = 100_000;

/// Remembers what the zones answer at the beginning of each day of UTC. No zone changes its mind twice within a day (tests/native/zones.rs),
/// so where two days begin with the same offset, it holds in between.
pub(crate) struct DayByDay {
    zones: Rc<dyn Zones>,
    /// By zone, and by days since 1970.
    known: RefCell<Vec<(Zone, BTreeMap<i64, i32>)>>,
}

impl DayByDay {
    pub fn new(zones: Rc<dyn Zones>) -> DayByDay {
        DayByDay { zones, known: RefCell::default() }
    }

    /// The offset at the beginning of a day.
    fn beginning(&self, zone: &Zone, day: i64) -> Option<i32> {
        let place = self.known.borrow().iter().position(|(known, _)| known == zone);
        if let Some(offset_s) = place.and_then(|place| self.known.borrow().get(place)?.1.get(&day).copied()) {
            return Some(offset_s);
        }
        let offset_s = self.zones.offset_s(zone, day.checked_mul(DAY_MS)?)?;
        let mut known = self.known.borrow_mut();
        if known.iter().map(|(_, days)| days.len()).sum::<usize>() >= REMEMBERED {
            known.clear();
        }
        match place.and_then(|place| known.get_mut(place)) {
            Some((_, days)) => {
                days.insert(day, offset_s);
            }
            None => known.push((zone.clone(), BTreeMap::from([(day, offset_s)]))),
        }
        Some(offset_s)
    }
}

impl Zones for DayByDay {
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
        let day = utc_ms.div_euclid(DAY_MS);
        let (before, after) = (self.beginning(zone, day)?, self.beginning(zone, day + 1)?);
        if before == after { Some(before) } else { self.zones.offset_s(zone, utc_ms) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    /// A zone whose clock goes back an hour at nine in the morning of the first day, and how often it was asked.
    #[derive(Default)]
    struct Autumn(Cell<u32>);

    const CHANGE_MS: i64 = 9 * 3_600_000;

    impl Zones for Autumn {
        fn offset_s(&self, _: &Zone, utc_ms: i64) -> Option<i32> {
            self.0.set(self.0.get() + 1);
            Some(if utc_ms < CHANGE_MS { -18_000 } else { -21_600 })
        }
    }

    #[test]
    fn a_day_is_asked_about_once_and_the_day_of_the_change_every_time() {
        let autumn = Rc::new(Autumn::default());
        let zones = DayByDay::new(Rc::clone(&autumn) as Rc<dyn Zones>);
        let offset = |utc_ms: i64| zones.offset_s(&Zone::utc(), utc_ms);
        for hour in 0..24 {
            assert_eq!(offset(DAY_MS + hour * 3_600_000), Some(-21_600));
            assert_eq!(offset(hour * 3_600_000 - DAY_MS), Some(-18_000));
        }
        assert_eq!(autumn.0.get(), 4);
        assert_eq!((offset(CHANGE_MS - 1), offset(CHANGE_MS)), (Some(-18_000), Some(-21_600)));
        assert_eq!(autumn.0.get(), 6);
    }
}
