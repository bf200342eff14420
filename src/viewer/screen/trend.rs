//! Several pages of one sender as small pictures, one bar for each page, with a table of the same numbers behind them. Nothing is rated or foreseen.

use chrono::NaiveDate;
use leptos::prelude::*;
use paper::{Line, table};
use text::Text;
use ui::Disclosure;

use crate::browser;
use crate::desk::Desk;
use crate::opened::{Opened, missing, of_sender};
use crate::trends::{Point, overlap, points};

/// So many of the latest pages are drawn; the table has all.
const MOST_DRAWN: usize = 8;
/// The room for one bar, in the picture's own units: as many as pixels.
const STEP: usize = 76;
const BAR: usize = 36;
/// Where the bars stand, how high the highest is, and how high the picture.
const FLOOR: usize = 108;
const HIGHEST: usize = 84;
const HIGH: usize = 126;

/// One bar: what of the highest it is, in thousandths, and its number in words.
type Bar = (usize, String);

pub fn view(desk: Desk, one: &Opened, all: &[Opened]) -> AnyView {
    let (text, words) = (desk.text(), &desk.words().trend);
    let sender = one.sender();
    let points = points(of_sender(all, &sender).map(Opened::sheet));
    if points.len() < 2 {
        return view! { <p class="quiet">{words.too_few}</p> }.into_any();
    }
    let missing: Vec<String> = missing(all, &sender).iter().map(u32::to_string).collect();
    let earlier = points.len().saturating_sub(MOST_DRAWN);
    let drawn: Vec<&Point> = points.iter().skip(earlier).collect();
    let notes = [
        overlap(&points).then(|| words.overlap.to_owned()),
        (!missing.is_empty()).then(|| (words.missing)(&missing.join(", "))),
        (earlier > 0).then(|| (words.earlier)(earlier)),
    ];
    let notes = notes.into_iter().flatten().map(|note| view! { <p class="quiet small">{note}</p> }).collect_view();
    let most = drawn.iter().filter_map(|point| point.per_week_tenths()).max().unwrap_or_default();
    let of = |part: u32, whole: u32| usize::try_from(u64::from(part) * 1000 / u64::from(whole.max(1))).unwrap_or(1000);
    let pictures = [
        picture(words.per_week, &drawn, text, |point| {
            point.per_week_tenths().map(|tenths| (of(tenths, most), decimal(tenths)))
        }),
        picture(words.mean, &drawn, text, |point| {
            point.mean_tenths.map(u32::from).map(|tenths| (of(tenths, 100), decimal(tenths)))
        }),
        picture(words.check_ins, &drawn, text, |point| {
            let days = u32::from(point.days);
            point.check_ins.map(|told| (of(told, days), (text.paper().of)(told, days)))
        }),
        picture(words.sessions, &drawn, text, |point| {
            point.sessions.map(|(attended, held)| (of(attended, held), (text.paper().of)(attended, held)))
        }),
    ];
    let lines = points.iter().map(|point| line(point, text)).collect();
    let columns = [words.days, words.cravings, words.per_week, words.mean, words.check_ins, words.sessions];
    let columns = columns.map(str::to_owned).to_vec();
    view! {
        <section class="trend flow" aria-labelledby="trend">
            <h2 id="trend">{words.heading}</h2>
            <p>{words.lead}</p>
            <div class="trend__pictures">{pictures.into_iter().flatten().collect_view()}</div>
            {notes}
            <Disclosure summary=text.paper().as_table.to_owned()>
                {table(words.heading.to_owned(), columns, lines)}
            </Disclosure>
        </section>
    }
    .into_any()
}

/// None where no page says anything about it.
fn picture(what: &'static str, points: &[&Point], text: Text, bar: impl Fn(&Point) -> Option<Bar>) -> Option<AnyView> {
    let bars: Vec<Option<Bar>> = points.iter().map(|point| bar(point)).collect();
    if bars.iter().all(Option::is_none) {
        return None;
    }
    let mut said = Vec::new();
    let mut pieces = Vec::new();
    for ((point, bar), place) in points.iter().zip(&bars).zip(0_usize..) {
        let middle = place * STEP + STEP / 2;
        let (thousandths, number) = bar.clone().unwrap_or((0, "–".to_owned()));
        let high = HIGHEST * thousandths.min(1000) / 1000;
        if bar.is_some() {
            pieces.push(rect(middle - BAR / 2, FLOOR - high.max(1), high.max(1)));
        }
        pieces.push(label(middle, FLOOR - high - 5, number.clone()));
        let day = first_day(point.first, text);
        pieces.push(label(middle, HIGH - 3, day.clone()));
        said.push(format!("{day} {number}"));
    }
    let wide = points.len() * STEP;
    let says = (text.counselor().trend.picture)(what, &said.join(", "));
    Some(
        view! {
            <figure class="trend__one">
                <figcaption class="strong">{what}</figcaption>
                <svg
                    class="trend__picture"
                    viewBox=format!("0 0 {wide} {HIGH}")
                    width=rem(wide)
                    height=rem(HIGH)
                    role="img"
                    aria-label=says
                >
                    {pieces}
                </svg>
            </figure>
        }
        .into_any(),
    )
}

/// As large as it is drawn, and larger with larger text.
fn rem(size: usize) -> String {
    format!("{}rem", decimal(u32::try_from(size * 10 / 16).unwrap_or_default()))
}

fn rect(x: usize, y: usize, high: usize) -> AnyView {
    view! { <rect class="heat__bar" x=x.to_string() y=y.to_string() width=BAR.to_string() height=high.to_string() /> }
        .into_any()
}

fn label(x: usize, y: usize, words: String) -> AnyView {
    view! { <text class="heat__label heat__label--middle" x=x.to_string() y=y.to_string()>{words}</text> }.into_any()
}

fn line(point: &Point, text: Text) -> Line {
    let or_none = |words: Option<String>| words.unwrap_or_else(|| "–".to_owned());
    let of = |(part, whole): (u32, u32)| (text.paper().of)(part, whole);
    let days = dates::day_range(point.first, point.last, browser::today(), text.language);
    Line::new(
        days,
        [
            point.days.to_string(),
            or_none(point.cravings.map(|cravings| cravings.to_string())),
            or_none(point.per_week_tenths().map(decimal)),
            or_none(point.mean_tenths.map(u32::from).map(decimal)),
            or_none(point.check_ins.map(|told| of((told, point.days.into())))),
            or_none(point.sessions.map(of)),
        ],
    )
}

fn first_day(day: NaiveDate, text: Text) -> String {
    dates::day_range(day, day, browser::today(), text.language)
}

/// "5.3" of 53.
fn decimal(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
