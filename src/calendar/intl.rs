//! The rules of the time zones, as the browser knows them: the worker has no copy of its own.

use domain::Zone;
use domain::zones::{Zones, offset_shown};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// As many zones are asked for. There are fewer in the world; a file can name as many as it likes that are none.
const MOST_ASKED: usize = 1_000;

/// The zones of this browser. What it takes to ask for one is kept; answers are not ([`crate::days::DayByDay`] does).
#[derive(Default)]
pub(crate) struct IntlZones {
    /// None for a zone that the browser does not know.
    clocks: RefCell<Vec<(Zone, Option<Function>)>>,
}

impl Zones for IntlZones {
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
        let mut clocks = self.clocks.borrow_mut();
        let place = match clocks.iter().position(|(asked, _)| asked == zone) {
            Some(place) => place,
            None if clocks.len() < MOST_ASKED => {
                clocks.push((zone.clone(), clock_in(zone)));
                clocks.len() - 1
            }
            None => return None,
        };
        let clock = clocks.get(place)?.1.as_ref()?;
        let at_s = utc_ms.div_euclid(1_000);
        // Seconds fit a float exactly for longer than there are years.
        let date = Date::new(&JsValue::from_f64((at_s as f64) * 1_000.0));
        offset_shown(&clock.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()?, at_s)
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
