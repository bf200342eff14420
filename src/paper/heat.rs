//! When cravings came, as a picture: days of the week against parts of the day, and below it the hours. A table says the same.

use chrono::{NaiveDate, Weekday};
use domain::summary::{Heat, PartOfDay};
use leptos::prelude::*;
use text::Text;
use ui::Disclosure;

use crate::page;
use crate::part::{Line, counted};

/// Where the cells begin, and how large they are, in the picture's own units: as many as pixels where it is printed.
const LEFT: usize = 76;
const TOP: usize = 18;
const CELL: (usize, usize) = (29, 18);
/// Where the bars of the hours stand, and how high the highest is.
const FLOOR: usize = 126;
const HIGHEST: usize = 30;

/// "Tuesday", or "Tue". Monday is 0.
pub fn weekday(weekday: u8, is_long: bool, text: Text) -> String {
    let day = Weekday::try_from(weekday).unwrap_or(Weekday::Mon);
    dates::weekday(day, is_long, text.language)
}

/// "6:00 PM".
pub fn hour(hour: u8, text: Text) -> String {
    let at = NaiveDate::default().and_hms_opt(hour.into(), 0, 0).unwrap_or_default();
    dates::time_of_day(at, text.language)
}

/// The picture of so many cravings, and the table behind it.
pub fn view(heat: &Heat, cravings: u32, text: Text) -> AnyView {
    let words = text.paper();
    let says = (words.when)(cravings);
    let hours = (0_u8..).zip(heat.hours).filter(|(_, count)| *count > 0).map(|(at, count)| (hour(at, text), count));
    let hours = format!("{}: {}", words.by_hour, counted(hours));
    let (picture, table) = (picture(heat, text), table(heat, says.clone(), text));
    view! {
        <p>{says.clone()}</p>
        <svg class="heat" viewBox="0 0 282 146" role="img" aria-label=says>
            {picture}
        </svg>
        <div class="no-print">
            <Disclosure summary=words.as_table.to_owned()>
                {table}
                <p>{hours}</p>
            </Disclosure>
        </div>
    }
    .into_any()
}

fn picture(heat: &Heat, text: Text) -> Vec<AnyView> {
    let words = text.paper();
    let mut pieces = Vec::new();
    for (part, row) in PartOfDay::ALL.iter().zip(0_usize..) {
        pieces.push(label(0, TOP + row * CELL.1 + 13, "heat__label", (words.part)(*part).to_owned()));
    }
    let most = heat.days.iter().flatten().copied().max().unwrap_or_default();
    for ((parts, day), column) in heat.days.iter().zip(0_u8..).zip(0_usize..) {
        let x = LEFT + column * CELL.0;
        pieces.push(label(x + CELL.0 / 2, 12, "heat__label heat__label--middle", weekday(day, false, text)));
        for (count, row) in parts.iter().zip(0_usize..) {
            let (y, step) = (TOP + row * CELL.1, of_most(*count, most, 4));
            pieces.push(bar((x, y), (CELL.0 - 2, CELL.1 - 2), cell_class(step)));
            if *count > 0 {
                let class = if step == 4 { "heat__count heat__count--most" } else { "heat__count" };
                pieces.push(label(x + CELL.0 / 2 - 1, y + 12, class, count.to_string()));
            }
        }
    }
    let most = heat.hours.iter().copied().max().unwrap_or_default();
    for (count, hour) in heat.hours.iter().zip(0_usize..) {
        let high = of_most(*count, most, HIGHEST).max(1);
        pieces.push(bar((LEFT + hour * 7 * CELL.0 / 24, FLOOR - high), (7, high), "heat__bar"));
    }
    for (words, quarter) in words.hours.iter().zip(0_usize..) {
        pieces.push(label(LEFT + quarter * 7 * CELL.0 / 4, FLOOR + 14, "heat__label", (*words).to_owned()));
    }
    pieces
}

/// A count on a scale up to `highest`: the largest is `highest`, none is 0, and nothing else is.
fn of_most(count: u32, most: u32, highest: usize) -> usize {
    let scaled = (u64::from(count) * highest as u64).div_ceil(u64::from(most.max(1)));
    usize::try_from(scaled).unwrap_or(highest)
}

fn cell_class(step: usize) -> &'static str {
    match step {
        0 => "heat__cell",
        1 => "heat__cell heat__cell--1",
        2 => "heat__cell heat__cell--2",
        3 => "heat__cell heat__cell--3",
        _ => "heat__cell heat__cell--4",
    }
}

fn bar((x, y): (usize, usize), (width, height): (usize, usize), class: &'static str) -> AnyView {
    view! { <rect class=class x=x.to_string() y=y.to_string() width=width.to_string() height=height.to_string() /> }
        .into_any()
}

fn label(x: usize, y: usize, class: &'static str, words: String) -> AnyView {
    view! { <text class=class x=x.to_string() y=y.to_string()>{words}</text> }.into_any()
}

fn table(heat: &Heat, says: String, text: Text) -> AnyView {
    let columns = PartOfDay::ALL.iter().map(|part| (text.paper().part)(*part).to_owned()).collect();
    let line =
        |(parts, day): (&[u32; 4], u8)| Line::new(weekday(day, true, text), parts.map(|count| count.to_string()));
    let lines = heat.days.iter().zip(0_u8..).map(line).collect();
    page::table(says, columns, lines)
}
