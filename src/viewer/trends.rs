//! Several pages of one person, beside each other in time. The numbers stand as they were handed over: nothing is rated, joined or foreseen.

use chrono::NaiveDate;
use domain::summary::Sheet;

/// What one page says about its days. What its person left off the page is None.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// How many they are.
    pub days: u16,
    pub cravings: Option<u32>,
    /// The mean of their intensity in tenths; None also where there were none.
    pub mean_tenths: Option<u16>,
    /// Days with a check-in.
    pub check_ins: Option<u32>,
    /// Sessions that the person was at, and those that took place.
    pub sessions: Option<(u32, u32)>,
}

impl Point {
    fn of(sheet: &Sheet) -> Point {
        let now = sheet.change.map(|change| change.now);
        let told = now.map(|figures| figures.check_ins);
        Point {
            first: sheet.period.first(),
            last: sheet.period.last(),
            days: sheet.period.days(),
            cravings: now.map(|figures| figures.cravings).or(sheet.times.as_ref().map(|times| times.cravings)),
            mean_tenths: now.and_then(|figures| figures.intensity).map(|mean| mean.tenths),
            check_ins: told.or(sheet.check_ins.map(|check_ins| check_ins.n)),
            sessions: now.map(|figures| (figures.attended, figures.held)),
        }
    }

    /// Cravings for each seven days, in tenths, so that pages about more and about fewer days can stand beside each other. Halves go up.
    #[must_use]
    pub fn per_week_tenths(&self) -> Option<u32> {
        let days = u32::from(self.days);
        self.cravings.and_then(|cravings| {
            let doubled = cravings.saturating_mul(140).saturating_add(days);
            doubled.checked_div(days.saturating_mul(2))
        })
    }
}

/// The pages of one person in the order of their days. Of several about the very same days the one that was made last stands for all.
#[must_use]
pub fn points<'a>(sheets: impl IntoIterator<Item = &'a Sheet>) -> Vec<Point> {
    let mut sheets: Vec<&Sheet> = sheets.into_iter().collect();
    let days = |sheet: &Sheet| (sheet.period.first(), sheet.period.last());
    sheets.sort_by_key(|sheet| (days(sheet), sheet.made));
    let mut points: Vec<Point> = Vec::new();
    for sheet in sheets {
        let point = Point::of(sheet);
        match points.last_mut() {
            Some(before) if (before.first, before.last) == (point.first, point.last) => *before = point,
            Some(_) | None => points.push(point),
        }
    }
    points
}

/// Whether two of them are about the same days in part: then what happened on those days is in both.
#[must_use]
pub fn overlap(points: &[Point]) -> bool {
    // In the order of their first days, so a later one begins within any earlier one that has not ended.
    let mut last = None;
    points.iter().any(|point| {
        let begins_within = last.is_some_and(|last| point.first <= last);
        last = last.max(Some(point.last));
        begins_within
    })
}

#[cfg(test)]
mod tests {
    use super::{Point, overlap, points};
    use chrono::NaiveDate;
    use domain::summary::{Change, Figures, Mean, Period, Sheet};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn sheet(first: u32, last: u32, cravings: u32) -> Sheet {
        let period = Period::new(day(first), day(last)).unwrap();
        let mut sheet = bare(period);
        let intensity = (cravings > 0).then_some(Mean { n: cravings, tenths: 62 });
        let figures = Figures { cravings, intensity, check_ins: 5, days: period.days(), held: 4, attended: 3 };
        sheet.change = Some(Change { now: figures, before: figures });
        sheet
    }

    fn bare(period: Period) -> Sheet {
        Sheet {
            period,
            made: day(28),
            talk: None,
            change: None,
            times: None,
            triggers: None,
            tried: None,
            used: None,
            check_ins: None,
            attendance: None,
            medication: None,
            people: None,
        }
    }

    #[test]
    fn pages_stand_in_the_order_of_their_days_whatever_was_opened_first() {
        let (late, early) = (sheet(8, 14, 4), sheet(1, 7, 9));
        let points = points([&late, &early]);
        let cravings: Vec<_> = points.iter().map(|point| point.cravings).collect();
        assert_eq!(cravings, [Some(9), Some(4)]);
        assert_eq!((points[0].check_ins, points[0].sessions, points[0].mean_tenths), (Some(5), Some((3, 4)), Some(62)));
        assert!(!overlap(&points));
    }

    #[test]
    fn the_same_days_handed_over_again_count_once_as_they_were_told_last() {
        let mut again = sheet(1, 7, 10);
        again.made = day(30);
        let first = sheet(1, 7, 9);
        for order in [[&again, &first], [&first, &again]] {
            let points = points(order);
            assert_eq!((points.len(), points[0].cravings), (1, Some(10)));
        }
    }

    #[test]
    fn two_weeks_and_one_can_stand_beside_each_other() {
        let points = points([&sheet(1, 14, 9), &sheet(15, 21, 4), &sheet(22, 22, 1)]);
        let per_week: Vec<_> = points.iter().map(Point::per_week_tenths).collect();
        assert_eq!(per_week, [Some(45), Some(40), Some(70)]);
    }

    #[test]
    fn what_was_left_off_a_page_is_not_nought() {
        let point = points([&bare(Period::new(day(1), day(7)).unwrap())]).remove(0);
        assert_eq!((point.cravings, point.per_week_tenths(), point.mean_tenths), (None, None, None));
        assert_eq!((point.check_ins, point.sessions), (None, None));
        let quiet = points([&sheet(1, 7, 0)]).remove(0);
        assert_eq!((quiet.cravings, quiet.per_week_tenths(), quiet.mean_tenths), (Some(0), Some(0), None));
    }

    #[test]
    fn days_in_two_pages_are_said_to_be() {
        assert!(overlap(&points([&sheet(1, 7, 1), &sheet(7, 13, 1)])));
        assert!(overlap(&points([&sheet(1, 20, 1), &sheet(2, 3, 1), &sheet(10, 12, 1)])));
        assert!(!overlap(&points([&sheet(1, 7, 1), &sheet(8, 13, 1)])));
    }
}
