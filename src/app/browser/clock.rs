//! The device's clock and zone, and the way from a wall-clock time to an instant and back.

use std::cell::RefCell;

use chrono::{Datelike, NaiveDateTime, Timelike};
use domain::{Moment, WhenError, Zone};
use js_sys::{Date, Intl, Reflect};
use wasm_bindgen::JsValue;

use super::ids::random_bytes;

/// The clock of this device, and its source of ids.
#[derive(Debug, Clone, Copy, Default)]
pub struct Device;

impl engine::Clock for Device {
    fn now(&self) -> Moment {
        now()
    }
}

impl engine::Ids for Device {
    fn random(&self) -> [u8; 16] {
        random_bytes()
    }
}

/// Now, with the zone and offset in force on this device.
pub fn now() -> Moment {
    at(Date::now())
}

/// The moment `utc_ms` ago as this device's zone tells it.
pub fn at(utc_ms: f64) -> Moment {
    let date = Date::new(&JsValue::from_f64(utc_ms));
    // JavaScript counts west of Greenwich as positive. Offsets are minutes and fit by far; a broken one is clamped by the domain.
    let offset_minutes = -date.get_timezone_offset() as i16;
    Moment::of_device(utc_ms as i64, offset_minutes, zone())
}

/// The moment a person means by a wall-clock time on this device: in the hour that is skipped in spring it is the hour after, in the
/// hour that comes twice in autumn the first one.
///
/// # Errors
/// As [`Moment::said_at`].
pub fn said_at(civil: NaiveDateTime) -> Result<Moment, WhenError> {
    let date = Date::new_with_year_month_day_hr_min(
        civil.year().unsigned_abs(),
        civil.month0() as i32,
        civil.day() as i32,
        civil.hour() as i32,
        civil.minute() as i32,
    );
    Moment::new(date.get_time() as i64, -date.get_timezone_offset() as i16, zone())
}

/// How long the zone's name is believed, in milliseconds. Asking for it is slow on a cheap phone, and one saved tap asks several times.
const ZONE_MS: f64 = 60_000.0;

/// A name of a zone, when it was asked for (UTC ms), and the offset that was in force then.
type Asked = (Zone, f64, f64);

thread_local! {
    static LAST_ZONE: RefCell<Option<Asked>> = const { RefCell::new(None) };
}

/// The IANA name of the device's zone, "UTC" where the browser does not say. Asked for again after a minute, and at once when the
/// offset is another one: that is what a traveller's phone changes.
fn zone() -> Zone {
    let (now_ms, offset) = (Date::now(), Date::new_0().get_timezone_offset());
    let is_fresh = |(_, asked_ms, then): &&Asked| *then == offset && (0.0..ZONE_MS).contains(&(now_ms - asked_ms));
    let known = LAST_ZONE.with_borrow(|last| last.as_ref().filter(is_fresh).map(|(zone, ..)| zone.clone()));
    known.unwrap_or_else(|| {
        let zone = ask_for_zone();
        LAST_ZONE.set(Some((zone.clone(), now_ms, offset)));
        zone
    })
}

fn ask_for_zone() -> Zone {
    let format = Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    let name = Reflect::get(&format.resolved_options(), &JsValue::from_str("timeZone"));
    Zone::named_or_utc(&name.ok().and_then(|name| name.as_string()).unwrap_or_default())
}
