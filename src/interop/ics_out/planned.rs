//! A session of the person's own as an event: its rule, and what is different on single dates.

use super::telling::{Telling, sequence_at, uid_of};
use super::{OutChange, OutEnds, OutEvent, OutException, OutRule, OutTime};
use chrono::NaiveDate;
use domain::week::Timetable;
use domain::zones::Zones;
use domain::{Exception, SeriesId, Session, Standing, When, Zone};

/// A session as another calendar is to have it. `changed_utc_ms`: when it, its program or what is told about it was changed last.
/// `here` is the zone the person is in, for a program whose zone the device does not know, as everywhere in the app. None for a session
/// that is on no date.
pub fn of_session(
    timetable: &Timetable,
    (id, session): (SeriesId, &Session),
    changed_utc_ms: i64,
    telling: &Telling<'_>,
    (zones, here): (&dyn Zones, &Zone),
) -> Option<OutEvent> {
    let (first, last) = timetable.dates_of(session)?;
    let zone = timetable.zone_of(session);
    let is_known = zones.offset_s(zone, changed_utc_ms).is_some();
    let told = telling.about(session.about(), None);
    let start = session.start().on(first);
    let minutes = u32::from(session.length().minutes());
    let mut event = OutEvent {
        uid: uid_of(id)?,
        sequence: sequence_at(changed_utc_ms),
        stamped_utc_ms: changed_utc_ms,
        time: OutTime::Zoned { zone: if is_known { zone } else { here }.clone(), start, minutes },
        rule: None,
        dates: Vec::new(),
        exceptions: Vec::new(),
        summary: told.summary,
        location: told.location,
        link: told.link,
        description: told.description,
        alarms: telling.minutes(),
        standing: Standing::Confirmed,
    };
    match session.when() {
        When::Once(date) => {
            if let Some(exception) = session.exception(date) {
                once(&mut event, session, exception, telling);
            }
        }
        When::Weekly(weekly) => {
            let ends = last.map_or(OutEnds::Never, OutEnds::On);
            event.rule = Some(OutRule { on: weekly.on, every: weekly.every.count(), ends });
            let planned = session.exceptions().iter().filter(|(date, _)| timetable.is_planned_on(session, *date));
            event.exceptions =
                planned.filter_map(|(date, what)| except(&event, session, *date, what, telling)).collect();
        }
    }
    Some(event)
}

/// What is different about the only date is said of the event itself.
fn once(event: &mut OutEvent, session: &Session, exception: &Exception, telling: &Telling<'_>) {
    if let (Some(slot), OutTime::Zoned { start, minutes, .. }) = (exception.moved(), &mut event.time) {
        *start = slot.start.on(slot.date);
        *minutes = u32::from(slot.length.minutes());
    }
    if exception.is_cancelled() {
        event.standing = Standing::Cancelled;
        event.summary = (telling.called_off)(&event.summary);
    }
    event.location = place(session, exception, telling);
}

fn except(
    event: &OutEvent,
    session: &Session,
    date: NaiveDate,
    exception: &Exception,
    telling: &Telling<'_>,
) -> Option<OutException> {
    let original = session.start().on(date);
    let is_off = exception.is_cancelled();
    let location = exception.place().and_then(|_| place(session, exception, telling));
    let (start, length) = match exception.moved() {
        Some(slot) => (slot.start.on(slot.date), slot.length),
        // Another place that may not be told is no difference.
        None if location.is_none() && !is_off => return None,
        None => (original, session.length()),
    };
    let change = OutChange::Moved { start, minutes: u32::from(length.minutes()), location };
    let summary = is_off.then(|| (telling.called_off)(&event.summary));
    Some(OutException { original, change, standing: is_off.then_some(Standing::Cancelled), summary })
}

fn place(session: &Session, exception: &Exception, telling: &Telling<'_>) -> Option<String> {
    telling.saying?;
    exception.place().or(session.about().place()).map(|place| place.as_str().to_owned())
}
