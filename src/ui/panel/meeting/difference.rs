//! What difference the work made to the child: asked of every case before it is judged overall.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::route::Part;
use super::super::typing::Typing;
use super::words;
use crate::audit_return::ImpactLevel;
use crate::id::{CaseRef, ItemId};
use crate::panel::integration::Grid;
use crate::panel::meeting::{Difference, MeetingError};
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Choice, PageError, PageErrors, Size, SummaryList, SummaryRow,
};

/// How the areas are spread, and the question.
pub fn section(
    desk: Desk,
    here: Part,
    meeting: ItemId,
    case: CaseRef,
    errors: PageErrors,
) -> AnyView {
    let recorded = desk.with(|workbook| workbook.difference(&case).cloned());
    let recorded = recorded.map(|one| {
        [("difference", one.level.as_str().to_owned()), ("difference-text", one.text)]
            .map(|(field, text)| (field.to_owned(), text))
    });
    let typing = Typing::new(desk, &here, "difference", recorded.into_iter().flatten(), errors);
    let items = ImpactLevel::ALL.map(|level| Choice::new(level.as_str(), level.label())).into();
    let spread = {
        let case = case.clone();
        move || spread(desk, &case)
    };
    let now = {
        let case = case.clone();
        move || {
            let one = desk.with(|workbook| workbook.difference(&case).cloned())?;
            let text = [words::DIFFERENCE_NOW, ": ", one.level.label(), ". ", &one.text].concat();
            Some(view! { <p class="govuk-body">{text}</p> })
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = typing.raw("difference");
        let level = ImpactLevel::ALL.into_iter().find(|level| level.as_str() == chosen);
        let Some(level) = level else {
            errors.show(vec![PageError::new("difference", words::SELECT_DIFFERENCE)]);
            return;
        };
        let difference = Difference {
            case: case.clone(),
            level,
            text: typing.text("difference-text"),
            meeting: Some(meeting.clone()),
            stamp: Desk::stamp(),
        };
        let at = |error: &MeetingError| match error {
            MeetingError::NothingWritten => "difference-text".to_owned(),
            _ => "difference".to_owned(),
        };
        if typing.record(|workbook, _| workbook.record_difference(difference), at).is_some() {
            desk.say(words::DIFFERENCE_RECORDED.to_owned());
        }
    };
    let legend = Caption::new(words::DIFFERENCE).size(Size::M);
    view! {
        {spread}
        <form novalidate on:submit=submit>
            {typing.radios("difference", legend, words::DIFFERENCE_HINT, items, None)}
            {typing.area("difference-text", words::DIFFERENCE_TEXT.into(), "", 3)}
            {now}
            <Button text=words::DIFFERENCE_RECORD kind=ButtonKind::Secondary />
        </form>
    }
    .into_any()
}

/// N-17: how the areas are spread over the grades, as judged or suggested.
fn spread(desk: Desk, case: &CaseRef) -> AnyView {
    let rows: Vec<(String, String)> = desk.with(|workbook| {
        let scale = &workbook.plan().round.tool.scale;
        let grid = Grid::of(workbook, case);
        let by_grade = grid.areas_by_grade(scale);
        let some = by_grade.into_iter().filter(|(_, areas)| !areas.is_empty());
        some.map(|(grade, areas)| {
            let areas: Vec<String> =
                areas.into_iter().map(|area| names::area(workbook, Some(area))).collect();
            (names::grade(scale, grade), areas.join("; "))
        })
        .collect()
    });
    if rows.is_empty() {
        return ().into_any();
    }
    let rows = rows.into_iter().map(|(grade, areas)| SummaryRow::text(grade, areas)).collect();
    view! {
        <h2 class="govuk-heading-m">{words::OVERALL_AREAS}</h2>
        <SummaryList rows=rows />
    }
    .into_any()
}
