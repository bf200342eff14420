//! The page as it will be on paper: drawn from the sheet alone. What whoever draws it adds behind numbers is not printed.

use chrono::NaiveDate;
use domain::summary::{Block, Number, Sheet};
use leptos::prelude::*;
use text::Text;

use crate::heat;
use crate::part::{Line, Part, Piece, parts};

/// What stands below the numbers of a block, by what they are called; None where nothing can be opened.
pub type Behind<'a> = &'a dyn Fn(Vec<(String, Number)>) -> Option<AnyView>;

/// The page about some days.
pub fn view(text: Text, sheet: &Sheet, behind: Behind<'_>) -> AnyView {
    let words = text.paper();
    // On paper the year is always said: it is another one than that of this day.
    let long_ago = NaiveDate::default();
    let range = dates::day_range(sheet.period.first(), sheet.period.last(), long_ago, text.language);
    let made = dates::day_range(sheet.made, sheet.made, long_ago, text.language);
    let parts = parts(sheet, text);
    let is_empty = parts.is_empty();
    let blocks = parts.into_iter().map(|part| block(text, part, behind)).collect_view();
    view! {
        <article class="paper" aria-labelledby="paper-heading">
            <p class="paper__notice">{words.not_monitored}</p>
            <h2 id="paper-heading">{words.heading}</h2>
            <p class="paper__name">{words.name} ":"</p>
            <p class="strong numbers">{(words.days)(&range, sheet.period.days())}</p>
            <p class="quiet numbers">{(words.made_on)(&made)}</p>
            <div class="paper__blocks">{blocks}</div>
            {is_empty.then(|| view! { <p class="quiet">{words.nothing_on}</p> })}
        </article>
    }
    .into_any()
}

fn block(text: Text, part: Part, behind: Behind<'_>) -> AnyView {
    let name = (text.paper().block)(part.block);
    let id = format!("paper-{}", part.block.code());
    let heading_id = id.clone();
    let class = if part.block == Block::Talk { "paper__block paper__block--wide" } else { "paper__block" };
    let pieces = part.pieces.into_iter().map(|piece| match piece {
        Piece::Words(words) => view! { <p class="numbers" dir="auto">{words}</p> }.into_any(),
        Piece::Table { columns, lines } => table(name.to_owned(), columns, lines),
        Piece::Heat(of, cravings) => heat::view(&of, cravings, text),
    });
    let pieces = pieces.collect_view();
    view! {
        <section class=class aria-labelledby=id>
            <h3 id=heading_id>{name}</h3>
            {pieces}
            {behind(part.numbers)}
        </section>
    }
    .into_any()
}

/// A table with a name for who cannot see what stands above it.
pub fn table(name: String, columns: Vec<String>, lines: Vec<Line>) -> AnyView {
    let has_numbers = !columns.is_empty();
    let heads = columns.clone().into_iter().map(|column| view! { <th scope="col">{column}</th> }).collect_view();
    let rows = lines.into_iter().map(|line| {
        let mut own = line.words;
        let cells = line.cells.into_iter().zip(columns.iter().map(Some).chain(std::iter::repeat(None)));
        let cells = cells.map(|(cell, column)| {
            let words = own.take().map(|words| view! { <p class="paper__words" dir="auto">{words}</p> });
            view! { <td data-column=column.cloned()><div class="paper__cell">{cell} {words}</div></td> }
        });
        let cells = cells.collect_view();
        view! {
            <tr>
                <th scope="row" dir="auto">{line.name}</th>
                {cells}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table class="paper__table" class:paper__table--numbers=has_numbers aria-label=name>
            {has_numbers.then(|| view! { <thead><tr><td></td>{heads}</tr></thead> })}
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
