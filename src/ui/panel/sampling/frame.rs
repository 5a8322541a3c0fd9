//! The cases to choose from, a page at a time.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{Paging, scrolling};
use super::super::words as panel_words;
use super::{Picks, Place, part, words};
use crate::panel::Workbook;
use crate::round::sampling::{Candidate, Sampling};
use crate::ui::govuk::{Cell, LinkButton, Table, Tag, TagColour, focus_region, once_shown};

/// Cases on one page.
const LINES: usize = 50;

/// What the cases are told apart by, and the way to change it.
pub fn looked_at(desk: Desk) -> AnyView {
    let labels: Vec<String> = desk.with(|workbook| {
        workbook.sampling().attributes.iter().map(|one| one.label.clone()).collect()
    });
    let said = if labels.is_empty() {
        words::NO_ATTRIBUTES.to_owned()
    } else {
        [words::LOOKED_AT, " ", &labels.join(", "), "."].concat()
    };
    let href = desk.href(&part(Place::Attributes));
    view! {
        <p class="govuk-body">{said} " " <a class="govuk-link" href=href>{words::ATTRIBUTES}</a></p>
    }
    .into_any()
}

/// The table of all that could be chosen.
pub fn table(desk: Desk, picks: Picks) -> AnyView {
    let paging = Paging::new("frame");
    let view = move || {
        let (count, head) = desk.with(|workbook| {
            let sampling = workbook.sampling();
            (sampling.candidates.len(), head(sampling))
        });
        if count == 0 {
            return view! { <p class="govuk-body">{words::NO_FRAME}</p> }.into_any();
        }
        let shown = paging.shown(count, LINES);
        let rows = desk.with(|workbook| {
            let candidates = shown.of_list(&workbook.sampling().candidates).iter();
            candidates.map(|one| row(desk, workbook, one, picks)).collect()
        });
        let table = view! { <Table head=head rows=rows row_headers=true class="app-frame" /> };
        paging.around(words::FRAME, &shown, scrolling(words::FRAME, table.into_any()))
    };
    view.into_any()
}

fn head(sampling: &Sampling) -> Vec<Cell> {
    let mut head = vec![Cell::text(words::NUMBER)];
    head.extend(sampling.attributes.iter().map(|one| Cell::text(one.label.clone())));
    let rest = [words::LAST_AUDITED, words::STANDING, panel_words::ACTIONS];
    head.extend(rest.map(Cell::text));
    head
}

fn row(desk: Desk, workbook: &Workbook, candidate: &Candidate, picks: Picks) -> Vec<Cell> {
    let number = candidate.number;
    let is_out = workbook.is_taken_out(number);
    let mut cells = vec![Cell::text(number.to_string())];
    cells.extend(workbook.sampling().attributes.iter().map(|attribute| {
        let value = candidate.values.get(&attribute.id).map(|option| attribute.label_of(option));
        Cell::text(value.unwrap_or_default().to_owned())
    }));
    let audited = candidate.last_audited.map(|month| month.in_words()).unwrap_or_default();
    cells.push(Cell::text(audited));
    cells.push(standing(candidate, is_out, picks));
    cells.push(actions(desk, candidate, is_out, picks));
    cells
}

fn standing(candidate: &Candidate, is_out: bool, picks: Picks) -> Cell {
    let number = candidate.number;
    let family = candidate.family.map(|family| [words::FAMILY, " ", &family.to_string()].concat());
    let excluded = candidate.excluded.as_ref();
    let excluded = excluded.map(|reason| [words::EXCLUDED, " ", reason].concat());
    let tag = move || {
        let is_picked = picks.numbers.with(|numbers| numbers.contains(&number));
        is_picked.then(|| view! { <Tag text=words::CHOSEN colour=TagColour::Green /> " " })
    };
    let out = is_out.then(|| words::WITHDRAWN_CASE.to_owned());
    let note = [out, excluded, family].into_iter().flatten().collect::<Vec<_>>().join(", ");
    Cell::new(view! { {tag} {note} })
}

fn actions(desk: Desk, candidate: &Candidate, is_out: bool, picks: Picks) -> Cell {
    let number = candidate.number;
    let href = desk.href(&part(Place::Candidate(number)));
    let hidden = words::candidate(number);
    let change = view! {
        <a class="govuk-link" href=href>{words::CHANGE}<span class="govuk-visually-hidden">" " {hidden}</span></a>
    };
    if is_out || candidate.excluded.is_some() {
        return Cell::new(change);
    }
    let id = ["pick-", &number.to_string()].concat();
    let toggle = move || {
        let is_picked = picks.numbers.with(|numbers| numbers.contains(&number));
        let text = if is_picked { words::TAKE_BACK } else { words::CHOOSE };
        let button = id.clone();
        let on_click = move |()| {
            picks.change(|numbers| {
                if !numbers.remove(&number) {
                    numbers.insert(number);
                }
            });
            // The button is drawn anew: whoever pressed stays where they were.
            let button = button.clone();
            once_shown(move || {
                focus_region(&button);
            });
        };
        view! { <LinkButton text=text hidden=words::candidate(number) id=id.clone() on_click=on_click /> }
    };
    Cell::new(view! { {toggle} " " {change} })
}
