//! Grades of another scale, graded anew on the round's, never converted (V-08).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::route::Part;
use super::super::typing::Typing;
use super::sitting::row;
use super::words;
use crate::id::GradeId;
use crate::panel::integration::RegradeError;
use crate::panel::{ReturnKey, Subject, Workbook};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{Button, ButtonKind, Caption, Choice, Details, PageError, PageErrors, Size};

/// A form for each grade that cannot be compared; nothing where there is none.
pub fn section(desk: Desk, here: Part, subject: Subject, errors: PageErrors) -> AnyView {
    let about = subject.clone();
    let foreign = Memo::new(move |_| desk.with(|workbook| foreign(workbook, &about)));
    let view = move || {
        let all = foreign.get().into_iter();
        let form = |one| built_anew(form(desk, &here, &subject, one, errors));
        untrack(|| all.map(form).collect::<Vec<AnyView>>())
    };
    view.into_any()
}

/// Whose grade it is, and what was said.
fn foreign(workbook: &Workbook, subject: &Subject) -> Vec<(ReturnKey, String)> {
    let Some(row) = row(workbook, subject) else { return Vec::new() };
    let line = |one: &crate::panel::integration::Foreign| {
        let place = names::place_line(workbook, &one.voice.place);
        (one.voice.place.clone(), [place.as_str(), ": ", &one.label].concat())
    };
    row.foreign.iter().map(line).collect()
}

fn form(
    desk: Desk,
    here: &Part,
    subject: &Subject,
    (place, said): (ReturnKey, String),
    errors: PageErrors,
) -> AnyView {
    let field = ["anew-", place.slot.as_str()].concat();
    let why = [&field, "-why"].concat();
    let typing = Typing::new(desk, here, &field, Vec::new(), errors);
    let items: Vec<Choice> = desk.with(|workbook| {
        let scale = &workbook.plan().round.tool.scale;
        let choice =
            |grade: &crate::tool::Grade| Choice::new(grade.id.as_str(), grade.label.clone());
        match subject.area {
            Some(_) => scale.for_area().map(choice).collect(),
            None => scale.for_case().map(choice).collect(),
        }
    });
    let boxes = view! {
        {typing.radios(&field, Caption::new(words::REGRADE_GRADE).size(Size::S), "", items, None)}
        {typing.area(&why, words::REGRADE_REASON.into(), "", 2)}
    };
    let subject = subject.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Ok(grade) = GradeId::new(typing.raw(&field)) else {
            errors.show(vec![PageError::new(field.clone(), words::SELECT_REGRADE)]);
            return;
        };
        let reason = typing.text(&why);
        let at = |error: &RegradeError| match error {
            RegradeError::NoReason => why.clone(),
            RegradeError::NothingToRegrade | RegradeError::GradeNotOffered => field.clone(),
        };
        let done = typing.record(
            |workbook, stamp| workbook.record_regrade(&subject, &place, &grade, &reason, stamp),
            at,
        );
        if done.is_some() {
            desk.say(words::REGRADE_RECORDED.to_owned());
        }
    };
    view! {
        <h2 class="govuk-heading-m">{words::REGRADE}</h2>
        <p class="govuk-body">{said}". "{words::REGRADE_EXPLAINED}</p>
        <Details summary=words::REGRADE>
            <form novalidate on:submit=submit>
                {boxes}
                <Button text=words::REGRADE_RECORD kind=ButtonKind::Secondary />
            </form>
        </Details>
    }
    .into_any()
}
