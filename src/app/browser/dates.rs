//! Dates and times in the person's language, by the browser's own rules.
//!
//! A moment is shown by the wall clock that hung beside it, whatever zone the device is in today: its civil time is formatted as if
//! it were UTC.

use std::cell::RefCell;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
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
    if day.year() != today.year() {
        options.push(("year", "numeric"));
    }
    format(day.and_time(chrono::NaiveTime::MIN), language, &options)
}

/// "Nov 22, 9:40 PM", with the year when it is another one than `today`'s.
pub fn day_and_time(moment: &Moment, today: NaiveDate, language: Language) -> String {
    let mut options = vec![("month", "short"), ("day", "numeric"), ("hour", "numeric"), ("minute", "2-digit")];
    if moment.day().year() != today.year() {
        options.push(("year", "numeric"));
    }
    format(moment.civil(), language, &options)
}

/// "November 2026".
pub fn month(day: NaiveDate, language: Language) -> String {
    format(day.and_time(chrono::NaiveTime::MIN), language, &[("month", "long"), ("year", "numeric")])
}

fn format(civil: NaiveDateTime, language: Language, options: &[Choice]) -> String {
    let format = formatter(language, options);
    let date = Date::new(&JsValue::from_f64(civil.and_utc().timestamp_millis() as f64));
    let text =
        format.call1(&JsValue::UNDEFINED, date.unchecked_ref::<JsValue>()).ok().and_then(|text| text.as_string());
    text.unwrap_or_default()
}

/// A part of a date and how it is written.
type Choice = (&'static str, &'static str);

/// One way of writing dates, as the browser made it.
struct Formatter {
    language: Language,
    options: Vec<Choice>,
    format: Function,
}

thread_local! {
    /// The handful of ways that are in use. Making one takes a phone longer than drawing the row it is for.
    static FORMATTERS: RefCell<Vec<Formatter>> = const { RefCell::new(Vec::new()) };
}

fn formatter(language: Language, options: &[Choice]) -> Function {
    FORMATTERS.with_borrow_mut(|known| {
        if let Some(found) = known.iter().find(|one| one.language == language && one.options == options) {
            return found.format.clone();
        }
        let format = new_formatter(language, options);
        known.push(Formatter { language, options: options.to_vec(), format: format.clone() });
        format
    })
}

fn new_formatter(language: Language, options: &[Choice]) -> Function {
    let chosen = Object::new();
    for (name, value) in options.iter().chain(&[("timeZone", "UTC")]) {
        let _ = Reflect::set(&chosen, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    Intl::DateTimeFormat::new(&Array::of1(&locale(language).into()), &chosen).format()
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
