//! Dates and times in the person's language, by the browser's own rules.
//!
//! A moment is shown by the wall clock that hung beside it, whatever zone the device is in today: its civil time is formatted as if
//! it were UTC.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{Language, Moment};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// "9:40 PM".
pub fn time(moment: &Moment, language: Language) -> String {
    format(moment.civil(), language, &[("hour", "numeric"), ("minute", "2-digit")])
}

/// "Sunday, November 22" within the year of `today`, otherwise with the year.
pub fn day(day: NaiveDate, today: NaiveDate, language: Language) -> String {
    let mut options = vec![("weekday", "long"), ("month", "long"), ("day", "numeric")];
    if day.format("%Y").to_string() != today.format("%Y").to_string() {
        options.push(("year", "numeric"));
    }
    format(day.and_time(chrono::NaiveTime::MIN), language, &options)
}

/// "Nov 22, 9:40 PM", with the year when it is another one than `today`'s.
pub fn day_and_time(moment: &Moment, today: NaiveDate, language: Language) -> String {
    let mut options = vec![("month", "short"), ("day", "numeric"), ("hour", "numeric"), ("minute", "2-digit")];
    if moment.day().format("%Y").to_string() != today.format("%Y").to_string() {
        options.push(("year", "numeric"));
    }
    format(moment.civil(), language, &options)
}

/// "Tuesday".
pub fn weekday(day: NaiveDate, language: Language) -> String {
    format(day.and_time(chrono::NaiveTime::MIN), language, &[("weekday", "long")])
}

/// "November 2026".
pub fn month(day: NaiveDate, language: Language) -> String {
    format(day.and_time(chrono::NaiveTime::MIN), language, &[("month", "long"), ("year", "numeric")])
}

fn format(civil: NaiveDateTime, language: Language, options: &[(&str, &str)]) -> String {
    let chosen = Object::new();
    for (name, value) in options.iter().chain(&[("timeZone", "UTC")]) {
        let _ = Reflect::set(&chosen, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    let formatter = Intl::DateTimeFormat::new(&Array::of1(&locale(language).into()), &chosen);
    let date = Date::new(&JsValue::from_f64(civil.and_utc().timestamp_millis() as f64));
    let format: Function = formatter.format();
    let text = format.call1(&formatter, date.unchecked_ref::<JsValue>()).ok().and_then(|text| text.as_string());
    text.unwrap_or_default()
}

/// The device's own variant of the language where it has one ("en-GB", "es-MX"), so that clocks look as they do elsewhere on it.
fn locale(language: Language) -> String {
    let tags = web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
    let own = tags.iter().filter_map(|tag| tag.as_string()).find(|tag| Language::from_tag(tag) == Some(language));
    own.unwrap_or_else(|| match language {
        Language::En => "en-US".to_owned(),
        Language::Es => "es-US".to_owned(),
    })
}
