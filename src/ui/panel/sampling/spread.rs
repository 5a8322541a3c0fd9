//! How the chosen cases spread: counts, gaps and what to think about (S-01, S-03).

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::words;
use crate::browser::{local, now};
use crate::round::sampling::{SampleWarning, Spread};
use crate::ui::govuk::{Cell, InsetText, Table, Tag, TagColour};

/// The spread of these cases.
pub fn view(desk: Desk, chosen: &BTreeSet<u32>) -> AnyView {
    let today = local(now()).date();
    let (spread, warnings): (Vec<Spread>, Vec<String>) = desk.with(|workbook| {
        let sampling = workbook.sampling();
        let warnings = sampling.warnings(chosen, today);
        (sampling.spread(chosen), warnings.iter().map(SampleWarning::sentence).collect())
    });
    let count = chosen.len();
    let tables: Vec<AnyView> = match count {
        0 => Vec::new(),
        _ => spread.iter().map(table).collect(),
    };
    let said = if count == 0 { words::chosen(0) } else { words::chosen(count) };
    view! {
        <h2 class="govuk-heading-m">{words::SPREAD}</h2>
        <div role="status">
            <p class="govuk-body">{said} ". " {words::SPREAD_EXPLAINED}</p>
            {(count > 0).then(|| gaps(&spread))}
            {think_about(warnings)}
        </div>
        {tables}
    }
    .into_any()
}

/// Every gap by name, in one sentence.
fn gaps(spread: &[Spread]) -> Option<AnyView> {
    let of = |one: &Spread| -> Vec<String> {
        one.gaps().map(|gap| [one.label.as_str(), ": ", &gap.label].concat()).collect()
    };
    let named: Vec<String> = spread.iter().flat_map(of).collect();
    (!named.is_empty())
        .then(|| view! { <p class="govuk-body">{words::gaps(&named.join("; "))}</p> }.into_any())
}

fn think_about(warnings: Vec<String>) -> Option<AnyView> {
    let items: Vec<_> = warnings.into_iter().map(|text| view! { <li>{text}</li> }).collect();
    (!items.is_empty()).then(|| {
        view! {
            <InsetText>
                <p class="govuk-body"><strong>{words::THINK_ABOUT}</strong></p>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            </InsetText>
        }
        .into_any()
    })
}

fn table(spread: &Spread) -> AnyView {
    let mut rows: Vec<Vec<Cell>> = spread
        .counts
        .iter()
        .filter(|count| count.is_shown())
        .map(|count| {
            let label = count.label.clone();
            let gap = (count.chosen == 0)
                .then(|| view! { " " <Tag text=words::GAP colour=TagColour::Yellow /> });
            vec![
                Cell::new(view! { {label} {gap} }),
                Cell::number(count.chosen),
                Cell::number(count.frame),
            ]
        })
        .collect();
    if spread.not_stated > 0 {
        rows.push(vec![
            Cell::text(words::NOT_STATED),
            Cell::number(spread.not_stated),
            Cell::text(""),
        ]);
    }
    let head = vec![
        Cell::text(words::GROUP),
        Cell::number(words::CHOSEN),
        Cell::number(words::TO_CHOOSE_FROM),
    ];
    view! {
        <Table caption=spread.label.clone() caption_class="govuk-table__caption--s" head=head rows=rows
            row_headers=true class="app-spread" />
    }
    .into_any()
}
