//! The chronologies of all agencies of one case as one, in days from one event.

use leptos::prelude::*;

use super::desk::Desk;
use super::names;
use super::page::{LINES, Paging, said_line, scrolling, titled, unknown};
use super::route::Part;
use super::typing::Typing;
use super::words::together as words;
use crate::audit_return::AnchorEvent;
use crate::id::CaseRef;
use crate::panel::Workbook;
use crate::panel::chronology::{AlignError, MergedChronology, MergedEntry, merged_chronology};
use crate::text::capitalised;
use crate::ui::govuk::{
    Button, ButtonKind, Cell, Details, PageError, PageErrors, SelectItem, Table,
};

/// The page of one case.
pub fn page(desk: Desk, case: CaseRef) -> AnyView {
    let label = desk.with(|workbook| workbook.plan().case(&case).map(|case| case.label.clone()));
    let Some(label) = label else { return unknown() };
    let errors = PageErrors::new();
    let title = [words::CHRONOLOGY, ": ", &label].concat();
    let back = Part::Case(case.clone());
    let paging = Paging::new("chronology");
    let merged = {
        let case = case.clone();
        Memo::new(move |_| desk.try_with(|workbook| merged_chronology(workbook, &case)))
    };
    let shown = move || {
        merged.with(|merged| {
            let merged = merged.as_ref()?;
            desk.try_with(|workbook| shown(workbook, merged, paging))
        })
    };
    let several = Memo::new(move |_| {
        merged.with(|merged| merged.as_ref().is_some_and(|merged| merged.groups.len() > 1))
    });
    let align = move || several.get().then(|| align(desk, case.clone(), errors));
    view! {
        {titled(desk, title, (&back, words::BACK_TO_CASE), errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::CHRONOLOGY_EXPLAINED}</p>
        {align}
        {shown}
    }
    .into_any()
}

fn shown(workbook: &Workbook, merged: &MergedChronology, paging: Paging) -> AnyView {
    if merged.groups.is_empty() && merged.undated.is_empty() {
        return view! { <p class="govuk-body">{words::NO_CHRONOLOGY}</p> }.into_any();
    }
    let groups = merged.groups.iter();
    let groups = groups.map(|group| (words::days_from(group.anchor), &group.entries));
    let undated = [(words::UNDATED.to_owned(), &merged.undated)];
    let parts: Vec<(String, &Vec<MergedEntry>)> = groups.chain(undated).collect();
    let lengths = || parts.iter().map(|(_, entries)| entries.len());
    let lines = paging.shown(lengths().sum(), LINES);
    let shown = parts.iter().zip(lines.of_parts(lengths())).filter(|(_, lines)| !lines.is_empty());
    let tables: Vec<AnyView> = shown
        .map(|((caption, entries), lines)| {
            let entries = entries.get(lines).unwrap_or_default();
            table(workbook, caption.clone(), entries)
        })
        .collect();
    let tables = paging.around(words::CHRONOLOGY, &lines, tables.into_any());
    let without: Vec<String> =
        merged.without.iter().map(|place| names::place_line(workbook, place)).collect();
    let without = (!without.is_empty()).then(|| {
        let text = [words::WITHOUT, " ", &without.join("; "), "."].concat();
        view! { <p class="govuk-body">{text}</p> }
    });
    view! { {tables}{without} }.into_any()
}

fn table(workbook: &Workbook, caption: String, entries: &[MergedEntry]) -> AnyView {
    let rows = entries.iter().map(|one| row(workbook, one)).collect();
    let head = [words::DAY, words::AGENCY, words::WHAT_HAPPENED, words::SO_WHAT].map(Cell::text);
    let table = view! {
        <Table caption=caption caption_class="govuk-table__caption--m" head=head.into() rows=rows
            row_headers=true class="app-chronology" />
    };
    scrolling(words::CHRONOLOGY, table.into_any())
}

fn row(workbook: &Workbook, one: &MergedEntry) -> Vec<Cell> {
    let day = one.day.map(|day| words::day(day, one.entry.about)).unwrap_or_default();
    let moved = one.moved_from.map(|anchor| {
        view! { " " <span class="app-note">{words::moved_from(anchor)}</span> }
    });
    vec![
        Cell::new(view! { {day}{moved} }),
        Cell::text(names::place_line(workbook, &one.place)),
        Cell::text(one.entry.text.clone()),
        Cell::text(one.entry.so_what.clone()),
    ]
}

fn event(value: &str) -> Option<AnchorEvent> {
    AnchorEvent::ALL.into_iter().find(|event| event.as_str() == value)
}

/// How two events lie to each other.
fn align(desk: Desk, case: CaseRef, errors: PageErrors) -> AnyView {
    let typing = Typing::new(desk, &Part::Chronology(case.clone()), "align", Vec::new(), errors);
    let items = || {
        let mut items = vec![SelectItem::new("", words::CHOOSE_EVENT)];
        items.extend(
            AnchorEvent::ALL
                .map(|event| SelectItem::new(event.as_str(), capitalised(event.phrase()))),
        );
        items
    };
    let submit = move |submitted: leptos::ev::SubmitEvent| {
        submitted.prevent_default();
        let both = event(&typing.raw("event")).zip(event(&typing.raw("from")));
        let Some((of, from)) = both else {
            errors.show(vec![PageError::new("event", words::SELECT_EVENT)]);
            return;
        };
        let Ok(days) = typing.text("days").replace('−', "-").parse::<i32>() else {
            errors.show(vec![PageError::new("days", words::ENTER_DAYS)]);
            return;
        };
        let at = |error: &AlignError| match error {
            AlignError::UnknownCase | AlignError::SameEvent => "event".to_owned(),
            AlignError::TooFar => "days".to_owned(),
        };
        let done = typing
            .record(|workbook, stamp| workbook.align_anchors(&case, of, from, days, stamp), at);
        if done.is_some() {
            desk.say(words::ALIGN_RECORDED.to_owned());
        }
    };
    view! {
        <Details summary=words::ALIGN>
            <p class="govuk-body">{words::ALIGN_EXPLAINED}</p>
            <form novalidate on:submit=submit>
                {typing.select("event", words::ALIGN_EVENT.into(), items())}
                {typing.select("from", words::ALIGN_FROM.into(), items())}
                {typing.line("days", words::ALIGN_DAYS.into(), "")}
                <Button text=words::ALIGN_RECORD kind=ButtonKind::Secondary />
            </form>
        </Details>
    }
    .into_any()
}
