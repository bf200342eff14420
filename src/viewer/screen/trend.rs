//! Several pages of one sender as small pictures, one bar for each page, with a table of the same numbers behind them. Nothing is rated or foreseen.

use chrono::NaiveDate;
use text::Text;

use super::parts::{folded, words as said};
use crate::browser::{self, Piece};
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

pub fn piece(desk: Desk, one: &Opened, all: &[Opened]) -> Piece {
    let (text, words) = (desk.text(), &desk.words().trend);
    let sender = one.sender();
    let points = points(of_sender(all, &sender).map(Opened::sheet));
    if points.len() < 2 {
        return said("p", "quiet", words.too_few);
    }
    let missing: Vec<String> = missing(all, &sender).iter().map(u32::to_string).collect();
    let earlier = points.len().saturating_sub(MOST_DRAWN);
    let drawn: Vec<&Point> = points.iter().skip(earlier).collect();
    let notes = [
        overlap(&points).then(|| words.overlap.to_owned()),
        (!missing.is_empty()).then(|| (words.missing)(&missing.join(", "))),
        (earlier > 0).then(|| (words.earlier)(earlier)),
    ];
    let notes = notes.into_iter().flatten().map(|note| said("p", "quiet small", &note));
    let most = drawn.iter().filter_map(|point| point.per_week_tenths()).max().unwrap_or_default();
    let of = |part: u32, whole: u32| usize::try_from(u64::from(part) * 1000 / u64::from(whole.max(1))).unwrap_or(1000);
    let pictures = [
        picture(words.per_week, &drawn, text, &|point| {
            point.per_week_tenths().map(|tenths| (of(tenths, most), decimal(tenths)))
        }),
        picture(words.mean, &drawn, text, &|point| {
            point.mean_tenths.map(u32::from).map(|tenths| (of(tenths, 100), decimal(tenths)))
        }),
        picture(words.check_ins, &drawn, text, &|point| {
            let days = u32::from(point.days);
            point.check_ins.map(|told| (of(told, days), (text.paper().of)(told, days)))
        }),
        picture(words.sessions, &drawn, text, &|point| {
            point.sessions.map(|(attended, held)| (of(attended, held), (text.paper().of)(attended, held)))
        }),
    ];
    let columns = [words.days, words.cravings, words.per_week, words.mean, words.check_ins, words.sessions];
    let heads = columns.iter().map(|column| said("th", "", column).with("scope", "col"));
    let lines = points.iter().map(|point| line(point, text, &columns));
    let head = Piece::new("tr", "").put(Piece::new("td", "")).each(heads);
    let table = Piece::new("table", "paper__table paper__table--numbers").with("aria-label", words.heading);
    let table = table.put(Piece::new("thead", "").put(head)).put(Piece::new("tbody", "").each(lines));
    let pictures = Piece::new("div", "trend__pictures").each(pictures.into_iter().flatten());
    Piece::new("section", "trend flow")
        .with("aria-labelledby", "trend")
        .put(said("h2", "", words.heading).with("id", "trend"))
        .put(said("p", "", words.lead))
        .put(pictures)
        .each(notes)
        .put(folded("trend-table", said("span", "", text.paper().as_table), vec![table]))
}

/// None where no page says anything about it.
fn picture(what: &'static str, points: &[&Point], text: Text, bar: &dyn Fn(&Point) -> Option<Bar>) -> Option<Piece> {
    let bars: Vec<Option<Bar>> = points.iter().map(|point| bar(point)).collect();
    if bars.iter().all(Option::is_none) {
        return None;
    }
    let mut told = Vec::new();
    let mut pieces = Vec::new();
    for ((point, bar), place) in points.iter().zip(&bars).zip(0_usize..) {
        let middle = place * STEP + STEP / 2;
        let (thousandths, number) = bar.clone().unwrap_or((0, "–".to_owned()));
        let high = HIGHEST * thousandths.min(1000) / 1000;
        if bar.is_some() {
            pieces.push(rect(middle - BAR / 2, FLOOR - high.max(1), high.max(1)));
        }
        pieces.push(label(middle, FLOOR - high - 5, &number));
        let day = first_day(point.first, text);
        pieces.push(label(middle, HIGH - 3, &day));
        told.push(format!("{day} {number}"));
    }
    let wide = points.len() * STEP;
    let says = (text.counselor().trend.picture)(what, &told.join(", "));
    let picture = Piece::drawn("svg")
        .with("class", "trend__picture")
        .with("viewBox", &format!("0 0 {wide} {HIGH}"))
        .with("width", &rem(wide))
        .with("height", &rem(HIGH))
        .with("role", "img")
        .with("aria-label", &says)
        .all(pieces);
    Some(Piece::new("figure", "trend__one").put(said("figcaption", "strong", what)).put(picture))
}

/// As large as it is drawn, and larger with larger text.
fn rem(size: usize) -> String {
    format!("{}rem", decimal(u32::try_from(size * 10 / 16).unwrap_or_default()))
}

fn rect(x: usize, y: usize, high: usize) -> Piece {
    Piece::drawn("rect")
        .with("class", "heat__bar")
        .with("x", &x.to_string())
        .with("y", &y.to_string())
        .with("width", &BAR.to_string())
        .with("height", &high.to_string())
}

fn label(x: usize, y: usize, words: &str) -> Piece {
    let label = Piece::drawn("text").with("class", "heat__label heat__label--middle");
    label.with("x", &x.to_string()).with("y", &y.to_string()).says(words)
}

fn line(point: &Point, text: Text, columns: &[&str]) -> Piece {
    let or_none = |words: Option<String>| words.unwrap_or_else(|| "–".to_owned());
    let of = |(part, whole): (u32, u32)| (text.paper().of)(part, whole);
    let days = dates::day_range(point.first, point.last, browser::today(), text.language);
    let cells = [
        point.days.to_string(),
        or_none(point.cravings.map(|cravings| cravings.to_string())),
        or_none(point.per_week_tenths().map(decimal)),
        or_none(point.mean_tenths.map(u32::from).map(decimal)),
        or_none(point.check_ins.map(|told| of((told, point.days.into())))),
        or_none(point.sessions.map(of)),
    ];
    let cells = cells
        .iter()
        .zip(columns)
        .map(|(cell, column)| Piece::new("td", "").with("data-column", column).put(said("div", "paper__cell", cell)));
    Piece::new("tr", "").put(said("th", "", &days).with("scope", "row")).each(cells)
}

fn first_day(day: NaiveDate, text: Text) -> String {
    dates::day_range(day, day, browser::today(), text.language)
}

/// "5.3" of 53.
fn decimal(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
