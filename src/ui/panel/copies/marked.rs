//! Copies that went out and about which somebody has to be told: what the auditor marked only in a later version stood
//! in them, or their return does not count now (edge case 32, CP-01).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{LINES, Paging};
use super::super::route::ReturnAt;
use super::{Place, part, whose, words};
use crate::browser::local;
use crate::panel::copies::{CopyOut, MarkedLater, ShownBeforeMark, WithoutMark, ec32_marked_later};
use crate::panel::{ReturnKey, Workbook};
use crate::ui::dates::full_moment;
use crate::ui::govuk::{SummaryList, SummaryRow, WarningText};

/// On the pages of one copy: each text with what stood there before; nothing where every version has the mark.
pub fn marked_later(desk: Desk, key: &ReturnKey) -> Option<AnyView> {
    let (told, agency) =
        desk.with(|workbook| (ec32_marked_later(workbook, key), names::place_line(workbook, key)));
    if told.is_empty() {
        return None;
    }
    let was_shown = told.iter().flat_map(|text| &text.earlier).any(WithoutMark::was_shown);
    let warning = was_shown.then(|| words::shown_before_mark(&agency));
    let warning = warning.map(|text| view! { <WarningText>{text}</WarningText> });
    let row = |text: MarkedLater| {
        let moment = |at| full_moment(local(at));
        let versions = text.earlier.iter().flat_map(|one| one.sentences(&agency, moment));
        let lines = versions.collect::<Vec<String>>().join("\n");
        SummaryRow::new(text.label, view! { <span class="app-plain-text">{lines}</span> })
    };
    let rows: Vec<SummaryRow> = told.into_iter().map(row).collect();
    let view = view! {
        <h2 class="govuk-heading-m">{words::MARKED_LATER}</h2>
        <p class="govuk-body">{words::MARKED_LATER_EXPLAINED}</p>
        {warning}
        <SummaryList rows=rows />
    };
    Some(view.into_any())
}

/// A copy that showed what is marked since, as the list of all names it: its page, and its sentence.
pub fn line(workbook: &Workbook, shown: &ShownBeforeMark) -> (ReturnAt, String) {
    let ShownBeforeMark { place, version, at } = shown;
    let of = ReturnAt { case: place.case.clone(), slot: place.slot.clone() };
    (of, words::copy_shown(&whose(workbook, place), *version, &full_moment(local(*at))))
}

/// A copy of a return that does not count now, as the list of all names it: its page, and its sentence.
pub fn line_out(workbook: &Workbook, out: &CopyOut) -> (ReturnAt, String) {
    let of = ReturnAt { case: out.place.case.clone(), slot: out.place.slot.clone() };
    let at = full_moment(local(out.at));
    let whose = whose(workbook, &out.place);
    (of, words::copy_out(&whose, &at, out.because.sentence(), out.settled.as_deref()))
}

/// Above the list of all copies: those about which somebody has to be told, or was, and a warning where one is due.
pub fn of_all(
    desk: Desk,
    warning: Option<String>,
    copies: &[(ReturnAt, String)],
    paging: Paging,
) -> Option<AnyView> {
    if copies.is_empty() {
        return None;
    }
    let shown = paging.shown(copies.len(), LINES);
    let lines = shown.of_list(copies).iter().map(|(at, text)| {
        let href = desk.href(&part(Place::One(at.clone())));
        view! { <li><a class="govuk-link" href=href>{text.clone()}</a></li> }
    });
    let lines = lines.collect_view();
    let warning = warning.map(|text| view! { <WarningText>{text}</WarningText> });
    let list = view! { <ul class="govuk-list govuk-list--bullet">{lines}</ul> }.into_any();
    let list = paging.around(words::COPIES, &shown, list);
    Some(view! { {warning}{list} }.into_any())
}
