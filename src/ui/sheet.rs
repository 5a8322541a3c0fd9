//! A sheet as it is printed: text as text, nothing in boxes that could clip it.

use leptos::prelude::*;

use crate::report::sheet::{Part, Row, Said, Sheet};

/// In a table of one cell, whose head browsers repeat on every page.
pub fn paper(sheet: Sheet) -> AnyView {
    let Sheet { title, caption, mark, parts } = sheet;
    let parts: Vec<AnyView> = parts.into_iter().map(part).collect();
    view! {
        <div class="app-sheet">
            <table class="app-sheet__pages" role="presentation">
                <thead><tr><td class="app-sheet__mark">{mark}</td></tr></thead>
                <tbody><tr><td>
                    <h1>{title}</h1>
                    <p>{caption}</p>
                    {parts}
                </td></tr></tbody>
            </table>
        </div>
    }
    .into_any()
}

fn part(part: Part) -> AnyView {
    let Part { title, introduction, rows } = part;
    let introduction =
        (!introduction.is_empty()).then(|| view! { <p class="app-sheet__said">{introduction}</p> });
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    view! { <h2>{title}</h2>{introduction}{rows} }.into_any()
}

fn row(row: Row) -> AnyView {
    let said = match row.said {
        Said::Text(text) => view! { <p class="app-sheet__said">{text}</p> }.into_any(),
        Said::Room { options, lines } => {
            let options: Vec<_> =
                options.into_iter().map(|option| view! { <li>{option}</li> }).collect();
            let options = (!options.is_empty()).then(|| view! { <ul>{options}</ul> });
            let lines: Vec<_> =
                (0..lines).map(|_| view! { <div class="app-sheet__line"></div> }).collect();
            view! { {options}{lines} }.into_any()
        }
    };
    view! { <div class="app-sheet__row"><h3>{row.asks}</h3>{said}</div> }.into_any()
}
