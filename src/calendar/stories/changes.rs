//! Dates that are changed, added, left out and called off.

use super::*;
use domain::Standing;
use interop::calendar::Extent;

const MONDAYS: &str = "DTSTART;TZID=America/Los_Angeles:20261005T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=5";

#[test]
fn from_one_date_on_everything_is_an_hour_later_and_elsewhere() {
    let later = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Los_Angeles:20261019T180000\n\
                 DTSTART;TZID=America/Los_Angeles:20261019T190000\nDURATION:PT2H\nLOCATION:Room 9\nSEQUENCE:3";
    let text = calendar(&format!("{}\n{}", vevent("a", MONDAYS), vevent("a", later)));
    let read = in_2026(&text);
    // In November the clocks are changed; seven in the evening stays seven in the evening.
    assert_eq!(
        starts(&read.events[0]),
        ["2026-10-06T01:00", "2026-10-13T01:00", "2026-10-20T02:00", "2026-10-27T02:00", "2026-11-03T03:00"]
    );
    let places: Vec<bool> = read.events[0].occurrences.iter().map(|date| date.place.is_some()).collect();
    assert_eq!(places, [false, false, true, true, true]);
    let Span::Times { starts_utc_ms, ends_utc_ms } = read.events[0].occurrences[4].span else { panic!() };
    assert_eq!(ends_utc_ms - starts_utc_ms, 7_200_000);
}

#[test]
fn a_date_changed_by_itself_is_not_changed_by_what_comes_from_an_earlier_one_on() {
    let later = "RECURRENCE-ID;RANGE=THISANDFUTURE:20261013T010000Z\nDTSTART;TZID=America/Los_Angeles:20261013T180000\nDURATION:PT1H";
    let one = "RECURRENCE-ID:20261020T010000Z\nDTSTART:20261019T160000Z\nDURATION:PT1H";
    let text = calendar(&[vevent("a", MONDAYS), vevent("a", later), vevent("a", one)].join("\n"));
    check_starts(
        &text,
        &["2026-10-06T01:00", "2026-10-14T01:00", "2026-10-19T16:00", "2026-10-28T01:00", "2026-11-04T02:00"],
    );
}

#[test]
fn of_two_changes_to_the_same_date_the_newer_one_holds() {
    let change = |sequence: u32, hour: u32| {
        vevent("a", &format!("RECURRENCE-ID:20261006T010000Z\nSEQUENCE:{sequence}\nDTSTART:20261006T{hour}0000Z"))
    };
    for changes in [[change(4, 16), change(2, 17)], [change(2, 17), change(4, 16)]] {
        let one = MONDAYS.replace("COUNT=5", "COUNT=1");
        check_starts(&calendar(&[vevent("a", &one), changes.join("\n")].join("\n")), &["2026-10-06T16:00"]);
    }
}

#[test]
fn a_change_without_its_series_is_one_date_of_it() {
    let read = in_2026(&event("RECURRENCE-ID:20261006T010000Z\nDTSTART:20261007T010000Z\nDURATION:PT1H"));
    assert_eq!(starts(&read.events[0]), ["2026-10-07T01:00"]);
    assert_eq!(read.events[0].extent, Extent::SomeDates);
    assert_eq!(read.events[0].occurrences[0].original, domain::Original::At(ms("2026-10-06T01:00")));
}

#[test]
fn one_date_called_off_by_a_message_stays_in_sight() {
    let text = event("STATUS:CONFIRMED\nRECURRENCE-ID:20261006T010000Z\nDTSTART:20261006T010000Z")
        .replace("VERSION:2.0", "VERSION:2.0\nMETHOD:CANCEL");
    let read = in_2026(&text);
    assert_eq!(read.events[0].occurrences[0].standing, Standing::Cancelled);
    assert_eq!(read.events[0].extent, Extent::SomeDates);
}

#[test]
fn a_series_marked_as_cancelled_has_all_its_dates_struck_through() {
    let read = in_2026(&event(&format!("STATUS:CANCELLED\n{MONDAYS}")));
    assert!(read.events[0].occurrences.iter().all(|date| date.standing == Standing::Cancelled));
    assert_eq!((read.events[0].standing, read.events[0].occurrences.len()), (Standing::Cancelled, 5));
}

#[test]
fn dates_are_added_as_times_as_periods_and_as_days() {
    let text = event(&format!(
        "{MONDAYS}\nRDATE;VALUE=PERIOD:20261201T010000Z/PT3H,20261202T010000Z/20261202T020000Z\n\
         RDATE;VALUE=DATE:20261203\nEXDATE;TZID=America/Los_Angeles:20261012T180000,20261019T180000\nEXDATE;VALUE=DATE:20261026\n\
         EXDATE:20261102T180000"
    ));
    let read = in_2026(&text);
    assert_eq!(
        starts(&read.events[0]),
        ["2026-10-06T01:00", "2026-12-01T01:00", "2026-12-02T01:00", "2026-12-04T02:00"]
    );
    let Span::Times { starts_utc_ms, ends_utc_ms } = read.events[0].occurrences[1].span else { panic!() };
    assert_eq!(ends_utc_ms - starts_utc_ms, 3 * 3_600_000);
}

#[test]
fn the_start_counts_also_where_the_rule_does_not_come_to_it() {
    let text = event("DTSTART:20261006T180000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3");
    check_starts(&text, &["2026-10-06T18:00", "2026-10-12T18:00", "2026-10-19T18:00"]);
}

#[test]
fn a_weekly_rule_of_many_years_ago_is_still_in_step() {
    let text = event("DTSTART:19710105T180000Z\nRRULE:FREQ=WEEKLY;INTERVAL=3");
    let read = within(text.as_bytes(), "2026-10-01T00:00", "2026-11-10T00:00");
    let starts = starts(&read.events[0]);
    let weeks = (ms(&starts[0]) - ms("1971-01-05T18:00")) / (7 * 86_400_000);
    assert_eq!((starts.len(), weeks % 3), (2, 0));
    assert!(read.events[0].goes_on);
}

#[test]
fn whole_days_can_be_left_out_and_moved() {
    let days = "DTSTART;VALUE=DATE:20261005\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE;VALUE=DATE:20261006";
    let moved = "RECURRENCE-ID;VALUE=DATE:20261007\nDTSTART;VALUE=DATE:20261020\nDTEND;VALUE=DATE:20261022";
    let text = calendar(&[vevent("a", days), vevent("a", moved)].join("\n"));
    check_starts(&text, &["2026-10-05", "2026-10-08", "2026-10-20"]);
}

#[test]
fn two_calendars_in_one_file_are_both_read() {
    let text = event("DTSTART:20261005T180000Z") + &event("DTSTART:20261006T180000Z").replace("a@clinic", "b@clinic");
    check_starts(&text, &["2026-10-05T18:00", "2026-10-06T18:00"]);
}

#[test]
fn tasks_and_journals_are_counted_and_nothing_more() {
    let others = "BEGIN:VTODO\nUID:t\nDUE:20261005T180000Z\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nEND:VALARM\nEND:VTODO\n\
                  BEGIN:VJOURNAL\nUID:j\nEND:VJOURNAL\nBEGIN:VFREEBUSY\nUID:f\nEND:VFREEBUSY";
    let read = in_2026(&calendar(&format!("{others}\n{}", vevent("a", "DTSTART:20261005T180000Z"))));
    assert_eq!((read.other_kinds, read.events.len(), read.problems.len()), (3, 1, 0));
}

#[test]
fn what_is_over_is_counted_and_not_listed() {
    let read = in_2026(&event("DTSTART:20201005T180000Z\nRRULE:FREQ=DAILY;COUNT=9"));
    assert_eq!((read.outside, read.events.len()), (1, 0));
}
