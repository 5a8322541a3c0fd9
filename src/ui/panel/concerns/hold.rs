//! Holding a case back, or clearing it (C-07, edge case 29).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{LINES, Paging, said_line, titled, unknown};
use super::super::typing::Typing;
use super::super::words as panel_words;
use super::super::words::concerns as words;
use super::{Place, part};
use crate::id::CaseRef;
use crate::panel::Workbook;
use crate::panel::concerns::{ConcernError, Hold};
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Cell, Choice, Details, PageError, PageErrors, Size, Table, Tag,
    TagColour,
};

const NONE: &str = "none";
const PUBLISH: &str = "do-not-publish";
const FROZEN: &str = "frozen";

/// The page on which one case is held back, whether or not a concern is raised about it.
pub fn page(desk: Desk, case: CaseRef) -> AnyView {
    let known = desk.with(|workbook| workbook.plan().case(&case).is_some());
    if !known {
        return unknown();
    }
    let errors = PageErrors::new();
    let label = desk.with(|workbook| names::case(workbook, &case));
    let title = [label.as_str(), ": ", words::HOLD_CASE].concat();
    view! {
        {titled(desk, title, (&part(Place::Board), words::BACK_TO_CONCERNS), errors)}
        {said_line(desk)}
        {form(desk, case, errors, true)}
    }
    .into_any()
}

/// Every case with whether it is held back, and the way to change it.
pub fn list(desk: Desk) -> AnyView {
    let paging = Paging::new("holds");
    let table = move || {
        let all = desk.with(|workbook| workbook.plan().open_cases().count());
        let shown = paging.shown(all, LINES);
        let rows: Vec<Vec<Cell>> = desk.with(|workbook| {
            let cases = workbook.plan().open_cases().skip(shown.lines.start);
            let cases = cases.take(shown.lines.len());
            cases.map(|case| row(desk, workbook, &case.case_ref)).collect()
        });
        let table = view! { <Table rows=rows row_headers=true class="app-holds" /> };
        paging.around(panel_words::CASES, &shown, table.into_any())
    };
    view! {
        <h2 class="govuk-heading-m">{words::HOLDS}</h2>
        <p class="govuk-body">{words::HOLDS_EXPLAINED}</p>
        {table}
    }
    .into_any()
}

fn row(desk: Desk, workbook: &Workbook, case: &CaseRef) -> Vec<Cell> {
    let label = names::case(workbook, case);
    let href = desk.href(&part(Place::Hold(case.clone())));
    let hidden = [" ", &label].concat();
    let standing = match workbook.hold(case) {
        Some(held) => view! { <Tag text=called(held.hold) colour=TagColour::Red /> }.into_any(),
        None => words::NOT_HELD.into_any(),
    };
    vec![
        Cell::text(label),
        Cell::new(standing),
        Cell::new(view! {
            <a class="govuk-link" href=href>{words::HOLD_CASE}
                <span class="govuk-visually-hidden">{hidden}</span></a>
        }),
    ]
}

fn called(hold: Hold) -> &'static str {
    match hold {
        Hold::Frozen => words::HELD_FROZEN,
        Hold::None | Hold::DoNotPublish => words::HELD_PUBLISH,
    }
}

/// Whether a case is held back, and the form that changes it, `open` at once or on asking.
pub fn form(desk: Desk, case: CaseRef, errors: PageErrors, open: bool) -> AnyView {
    let label = desk.with(|workbook| names::case(workbook, &case));
    let held = {
        let case = case.clone();
        move || desk.with(|workbook| workbook.hold(&case).cloned())
    };
    let value = match held().map_or(Hold::None, |held| held.hold) {
        Hold::None => NONE,
        Hold::DoNotPublish => PUBLISH,
        Hold::Frozen => FROZEN,
    };
    let recorded = [("hold".to_owned(), value.to_owned())];
    let here = part(Place::Board);
    let form_name = ["hold ", case.as_str()].concat();
    let typing = Typing::new(desk, &here, &form_name, recorded, errors);
    let items = vec![
        Choice::new(NONE, words::HOLD_NONE),
        Choice::new(PUBLISH, words::HOLD_PUBLISH).hint(words::HOLD_PUBLISH_HINT),
        Choice::new(FROZEN, words::HOLD_FROZEN).hint(words::HOLD_FROZEN_HINT),
    ];
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let hold = match typing.raw("hold").as_str() {
            NONE => Hold::None,
            PUBLISH => Hold::DoNotPublish,
            FROZEN => Hold::Frozen,
            _ => {
                errors.show(vec![PageError::new("hold", words::SELECT_HOLD)]);
                return;
            }
        };
        let (case, reason) = (case.clone(), typing.text("hold-reason"));
        let at = |error: &ConcernError| match error {
            ConcernError::NoReason => "hold-reason".to_owned(),
            _ => "hold".to_owned(),
        };
        let held = typing
            .record(move |workbook, stamp| workbook.hold_case(&case, hold, &reason, stamp), at);
        if held.is_some() {
            desk.say(words::HOLD_RECORDED.to_owned());
        }
    };
    let now = move || {
        match held() {
        Some(held) => {
            view! { <p class="govuk-body"><Tag text=called(held.hold) colour=TagColour::Red />" "{held.reason}</p> }
                .into_any()
        }
        None => view! { <p class="govuk-body">{words::NOT_HELD}</p> }.into_any(),
    }
    };
    let legend = Caption::new([label.as_str(), ": ", words::HOLD].concat()).size(Size::S);
    view! {
        <h2 class="govuk-heading-m">{label}": "{words::HELD_NOW}</h2>
        <div role="status">{now}</div>
        <Details summary=words::HOLD open=open>
            <form novalidate on:submit=submit>
                {typing.radios("hold", legend, words::HOLD_HINT, items, None)}
                {typing.area("hold-reason", Caption::new(words::HOLD_REASON).size(Size::S), "", 2)}
                <Button text=words::RECORD_HOLD kind=ButtonKind::Secondary />
            </form>
        </Details>
    }
    .into_any()
}
