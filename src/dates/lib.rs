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

/// "7:30 PM", for a time that no moment has.
pub fn time_of_day(civil: NaiveDateTime, language: Language) -> String {
    format(civil, language, &[("hour", "numeric"), ("minute", "2-digit")])
}

/// "6:00 – 9:00 PM", by the clock that shows these times.
pub fn time_range(start: NaiveDateTime, end: NaiveDateTime, language: Language) -> String {
    let options = [("hour", "numeric"), ("minute", "2-digit")];
    // Over midnight the browser would write both dates, and the heading has the day already.
    let is_one_day = start.date() == end.date();
    let in_one = if is_one_day { range_by(&object_of(language, &options), start, end) } else { None };
    in_one.unwrap_or_else(|| format!("{} – {}", format(start, language, &options), format(end, language, &options)))
}

/// "Nov 22 – 28".
pub fn day_range(first: NaiveDate, last: NaiveDate, today: NaiveDate, language: Language) -> String {
    let mut options = vec![("month", "short"), ("day", "numeric")];
    if first.year() != today.year() || last.year() != today.year() {
        options.push(("year", "numeric"));
    }
    let (first, last) = (first.and_time(chrono::NaiveTime::MIN), last.and_time(chrono::NaiveTime::MIN));
    let in_one = range_by(&object_of(language, &options), first, last);
    in_one.unwrap_or_else(|| format!("{} – {}", format(first, language, &options), format(last, language, &options)))
}

/// "S", as the days of the week are called on a calendar with little room.
pub fn day_letter(day: NaiveDate, language: Language) -> String {
    format(day.and_time(chrono::NaiveTime::MIN), language, &[("weekday", "narrow")])
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

/// "Tue, Nov 24, 6:00 PM", for a time that no moment has: by the clock of a program's zone.
pub fn civil_day_and_time(civil: NaiveDateTime, language: Language) -> String {
    let options =
        [("weekday", "short"), ("month", "short"), ("day", "numeric"), ("hour", "numeric"), ("minute", "2-digit")];
    format(civil, language, &options)
}

/// "Tue, Oct 20", with the year when it is another one than `today`'s.
pub fn short_day(day: NaiveDate, today: NaiveDate, language: Language) -> String {
    let mut options = vec![("weekday", "short"), ("month", "short"), ("day", "numeric")];
    if day.year() != today.year() {
        options.push(("year", "numeric"));
    }
    format(day.and_time(chrono::NaiveTime::MIN), language, &options)
}

/// "Tue", or "Tuesday" where there is room.
pub fn weekday(day: chrono::Weekday, is_long: bool, language: Language) -> String {
    let name = if is_long { "long" } else { "short" };
    // The calendar began on a Thursday.
    let any = NaiveDate::default().checked_add_days(chrono::Days::new(u64::from((day.num_days_from_monday() + 4) % 7)));
    format(any.unwrap_or_default().and_time(chrono::NaiveTime::MIN), language, &[("weekday", name)])
}

/// "November 2026".
pub fn month(day: NaiveDate, language: Language) -> String {
    format(day.and_time(chrono::NaiveTime::MIN), language, &[("month", "long"), ("year", "numeric")])
}

/// Both ends as the language writes a range; none in a browser that cannot.
fn range_by(format: &Intl::DateTimeFormat, from: NaiveDateTime, to: NaiveDateTime) -> Option<String> {
    let write: Function = Reflect::get(format, &"formatRange".into()).ok()?.dyn_into().ok()?;
    let date = |civil: NaiveDateTime| Date::new(&JsValue::from_f64(civil.and_utc().timestamp_millis() as f64));
    write.call2(format, &date(from), &date(to)).ok()?.as_string()
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
    object_of(language, options).format()
}

fn object_of(language: Language, options: &[Choice]) -> Intl::DateTimeFormat {
    let chosen = Object::new();
    for (name, value) in options.iter().chain(&[("timeZone", "UTC")]) {
        let _ = Reflect::set(&chosen, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    Intl::DateTimeFormat::new(&Array::of1(&locale(language).into()), &chosen)
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
