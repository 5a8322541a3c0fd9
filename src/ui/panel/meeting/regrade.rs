//! Grades of another scale, graded anew on the round's, never converted (V-08).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::route::Part;
use super::super::typing::Typing;
use super::sitting::row;
use super::words;
use crate::id::GradeId;
use crate::panel::integration::{RegradeError, Voice};
use crate::panel::{ReturnKey, Subject, Workbook};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{Button, ButtonKind, Caption, Choice, Details, PageError, PageErrors, Size};

/// A grade that cannot be compared as it was given.
#[derive(Clone, PartialEq)]
struct Native {
    place: ReturnKey,
    /// Whose it is, and what was said.
    said: String,
    /// The grade that the panel gave anew, and why.
    anew: Option<(GradeId, String)>,
}

/// A form for each grade that cannot be compared, or was graded anew; nothing where there is none.
pub fn section(desk: Desk, here: Part, subject: Subject, errors: PageErrors) -> AnyView {
    let about = subject.clone();
    let natives = Memo::new(move |_| desk.with(|workbook| natives(workbook, &about)));
    let view = move || {
        let all = natives.get().into_iter();
        let form = |one| built_anew(form(desk, &here, &subject, one, errors));
        untrack(|| all.map(form).collect::<Vec<AnyView>>())
    };
    view.into_any()
}

fn natives(workbook: &Workbook, subject: &Subject) -> Vec<Native> {
    let Some(row) = row(workbook, subject) else { return Vec::new() };
    let scale = &workbook.plan().round.tool.scale;
    let said = |voice: &Voice, what: &str| {
        [names::place_line(workbook, &voice.place).as_str(), ": ", what].concat()
    };
    let foreign = row.foreign.iter().map(|one| Native {
        place: one.voice.place.clone(),
        said: said(&one.voice, &one.label),
        anew: None,
    });
    let anew = row.gradings.iter().filter_map(|one| {
        let native = one.native.as_ref()?;
        let anew = workbook.regrade(subject, &one.voice.file, native)?;
        let grade = names::grade(scale, &anew.grade);
        let what = [grade.as_str(), ", ", words::GRADED_ANEW, " “", native.as_str(), "”"].concat();
        Some(Native {
            place: one.voice.place.clone(),
            said: said(&one.voice, &what),
            anew: Some((anew.grade.clone(), anew.reason.clone())),
        })
    });
    foreign.chain(anew).collect()
}

fn form(desk: Desk, here: &Part, subject: &Subject, native: Native, errors: PageErrors) -> AnyView {
    let Native { place, said, anew } = native;
    let field = ["anew-", place.slot.as_str()].concat();
    let why = [&field, "-why"].concat();
    let recorded: Vec<(String, String)> = anew
        .iter()
        .flat_map(|(grade, reason)| {
            [(field.clone(), grade.to_string()), (why.clone(), reason.clone())]
        })
        .collect();
    let typing = Typing::new(desk, here, &field, recorded.clone(), errors);
    let begun = recorded.iter().any(|(field, text)| typing.raw(field) != *text);
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
    let (title, more, summary) = match anew {
        None => (words::REGRADE, words::REGRADE_EXPLAINED.to_owned(), words::REGRADE),
        Some((_, reason)) => (words::REGRADED, reason, words::REGRADE_CHANGE),
    };
    view! {
        <h2 class="govuk-heading-m">{title}</h2>
        <p class="govuk-body">{said}". "{more}</p>
        <Details summary=summary open=begun>
            <form novalidate on:submit=submit>
                {boxes}
                <Button text=words::REGRADE_RECORD kind=ButtonKind::Secondary />
            </form>
        </Details>
    }
    .into_any()
}
