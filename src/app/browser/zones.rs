//! The rules of the time zones, as the browser knows them.
//!
//! No browser tells an offset to the second, so a wall clock of the zone is asked what it shows, and the difference is the offset.

use std::cell::RefCell;
use std::collections::HashMap;

use domain::Zone;
use domain::zones::{Zones, offset_shown};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The zones of this browser. What was asked once is remembered by all of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct IntlZones;

/// As many offsets are remembered: some weeks of a full timetable.
const REMEMBERED: usize = 4_096;

#[derive(Default)]
struct Known {
    /// The clock of each zone that was asked for; none for a zone that the browser does not know.
    clocks: HashMap<Zone, Option<Function>>,
    /// By zone and instant.
    offsets: HashMap<(Zone, i64), i32>,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

impl Zones for IntlZones {
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
        KNOWN.with_borrow_mut(|known| {
            let asked = (zone.clone(), utc_ms);
            if let Some(offset) = known.offsets.get(&asked) {
                return Some(*offset);
            }
            let clock = known.clocks.entry(zone.clone()).or_insert_with(|| clock_in(zone)).clone()?;
            let offset = offset_by(&clock, utc_ms)?;
            if known.offsets.len() >= REMEMBERED {
                known.offsets.clear();
            }
            known.offsets.insert(asked, offset);
            Some(offset)
        })
    }
}

/// A function from dates to "11/22/2026, 18:05:09" by the clock of a zone. None for a zone that is not known here.
fn clock_in(zone: &Zone) -> Option<Function> {
    let options = Object::new();
    let parts = ["year", "month", "day", "hour", "minute", "second"].map(|part| (part, "numeric"));
    for (name, value) in parts.into_iter().chain([("hourCycle", "h23"), ("timeZone", zone.name())]) {
        Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    // Asked for by name, because the constructor throws for a zone that it does not know.
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
    let made = Reflect::construct(&constructor, &Array::of2(&"en-US".into(), &options)).ok()?;
    Some(made.unchecked_into::<Intl::DateTimeFormat>().format())
}

fn offset_by(clock: &Function, utc_ms: i64) -> Option<i32> {
    let at_s = utc_ms.div_euclid(1_000);
    // Seconds fit a float exactly for longer than there are years.
    let date = Date::new(&JsValue::from_f64((at_s as f64) * 1_000.0));
    let shown = clock.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()?;
    offset_shown(&shown, at_s)
}
