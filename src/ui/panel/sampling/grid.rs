//! The page of the choosing: from top to bottom the frame, the draw, the spread, the round's cases.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, scrolling, titled};
use super::super::route::Part;
use super::super::typing::Typing;
use super::super::words as panel_words;
use super::{PICKED, Picks, Place, draw, frame, listed, part, spread, words};
use crate::browser::random;
use crate::panel::Workbook;
use crate::round::CaseStatus;
use crate::round::sampling::FrameError;
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Cell, LinkButton, PageErrors, Size, Table, focus_heading,
};
use crate::ui::router::go;

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let picks = Picks::begin(desk, errors);
    let back = (&Part::Overview, panel_words::BACK_TO_ROUND);
    view! {
        {titled(desk, words::SAMPLING.to_owned(), back, errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::SAMPLING_EXPLAINED}</p>
        <h2 class="govuk-heading-m">{words::FRAME}</h2>
        {move || frame::looked_at(desk)}
        {move || frame::table(desk, picks)}
        {adding(desk, errors)}
        {draw::form(desk, picks, errors)}
        {move || spread::view(desk, &picks.numbers.get())}
        {move || settling(desk, picks)}
        {move || cases(desk)}
    }
    .into_any()
}

/// More cases to choose from: a table pasted whole, or one at a time.
fn adding(desk: Desk, errors: PageErrors) -> AnyView {
    let again = RwSignal::new(());
    let view = move || {
        again.track();
        untrack(|| built_anew(pasting(desk, errors, again)))
    };
    let one = move |()| {
        let add = |workbook: &mut Workbook, stamp: &_| workbook.change_frame(|f| f.add(), stamp);
        if let Some(Ok(number)) = desk.record(add) {
            go(&desk.href(&part(Place::Candidate(number))));
        }
    };
    view! {
        {view}
        <p class="govuk-body"><LinkButton text=words::ADD_ONE on_click=one id="add-one" /></p>
    }
    .into_any()
}

fn pasting(desk: Desk, errors: PageErrors, again: RwSignal<()>) -> AnyView {
    let typing = Typing::new(desk, &part(Place::Grid), "paste", Vec::new(), errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let table = typing.raw("paste");
        let paste = |workbook: &mut Workbook, stamp: &_| {
            workbook.change_frame(|frame| frame.paste(&table), stamp)
        };
        if let Some(added) = typing.record(paste, |_: &FrameError| "paste".to_owned()) {
            desk.say(words::added(added));
            again.set(());
            focus_heading();
        }
    };
    view! {
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            {typing.area("paste", Caption::new(words::PASTE).size(Size::S), &columns(desk), 4)}
            <Button text=words::ADD_THESE kind=ButtonKind::Secondary id="add-cases" />
        </form>
    }
    .into_any()
}

fn columns(desk: Desk) -> String {
    let labels: Vec<String> = desk.with(|workbook| {
        workbook.sampling().attributes.iter().map(|one| one.label.clone()).collect()
    });
    words::paste_hint(&labels)
}

/// What is chosen becomes the round's cases, until agencies know them.
fn settling(desk: Desk, picks: Picks) -> AnyView {
    if desk.with(|workbook| !workbook.invitations().is_empty()) {
        return view! { <p class="govuk-body">{words::ISSUED_ALREADY}</p> }.into_any();
    }
    let settle = move |()| {
        let numbers = picks.numbers.get_untracked();
        let settle =
            |workbook: &mut Workbook, stamp: &_| workbook.settle_cases(&numbers, random::id, stamp);
        if picks.typing.record(settle, |_| PICKED.to_owned()).is_some() {
            desk.say(words::SETTLED.to_owned());
            focus_heading();
        }
    };
    view! {
        <p class="govuk-body">{words::SETTLE_EXPLAINED}</p>
        <Button text=words::SETTLE on_click=settle id=PICKED />
    }
    .into_any()
}

/// The round's cases with their numbers, and the way to withdraw or replace one.
fn cases(desk: Desk) -> AnyView {
    let rows: Vec<Vec<Cell>> = desk.with(|workbook| {
        let sampling = workbook.sampling();
        let row = |case: &crate::round::CaseEntry| {
            let number = sampling.candidate_of(&case.case_ref).map(|one| listed([&one.number]));
            let standing = match (&case.status, workbook.replacement_of(&case.case_ref)) {
                (CaseStatus::Open, _) => String::new(),
                (CaseStatus::Withdrawn { reason }, None) => {
                    [words::WITHDRAWN_CASE, ": ", reason].concat()
                }
                (CaseStatus::Withdrawn { reason }, Some(by)) => {
                    let by = workbook.plan().case(by).map_or("", |case| case.label.as_str());
                    [words::WITHDRAWN_CASE, ": ", reason, ". ", words::REPLACED_BY, " ", by]
                        .concat()
                }
            };
            let href = desk.href(&Part::CaseStanding(case.case_ref.clone()));
            let label = case.label.clone();
            vec![
                Cell::text(case.label.clone()),
                Cell::text(number.unwrap_or_default()),
                Cell::text(standing),
                Cell::new(view! {
                    <a class="govuk-link" href=href>{words::REPLACE}
                        <span class="govuk-visually-hidden">" " {label}</span></a>
                }),
            ]
        };
        workbook.plan().cases.iter().map(row).collect()
    });
    let head = [panel_words::CASE, words::CASE_NUMBER, words::STANDING, panel_words::ACTIONS];
    let table = view! {
        <Table caption=words::THE_ROUNDS_CASES caption_class="govuk-table__caption--m"
            head=head.map(Cell::text).into() rows=rows row_headers=true />
    };
    scrolling(words::THE_ROUNDS_CASES, table.into_any())
}
