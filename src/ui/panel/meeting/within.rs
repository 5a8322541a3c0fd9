//! First within one agency: its own grade, where its auditors differ (edge case 5).

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::route::Part;
use super::super::typing::Typing;
use super::sitting::row;
use super::words;
use crate::gather::gathered;
use crate::id::{AgencyId, GradeId};
use crate::panel::Subject;
use crate::panel::integration::AgencyViewError;
use crate::ui::anew::built_anew;
use crate::ui::govuk::{Button, ButtonKind, Caption, Choice, Details, PageError, PageErrors, Size};

/// One agency that has to be brought together, and the grades that its auditors gave.
#[derive(Clone, PartialEq)]
struct Split {
    agency: AgencyId,
    name: String,
    grades: Vec<(GradeId, String)>,
    /// The grade that it stands by, its words and the reason.
    stands: Option<(GradeId, String, String)>,
}

/// A form for each agency whose auditors differ here; nothing where none does.
pub fn section(desk: Desk, here: Part, subject: Subject, errors: PageErrors) -> AnyView {
    let about = subject.clone();
    let splits = Memo::new(move |_| desk.with(|workbook| splits(workbook, &about)));
    let view = move || {
        let splits = splits.get();
        if splits.is_empty() {
            return None;
        }
        let form = |one| built_anew(form(desk, &here, &subject, one, errors));
        let forms: Vec<AnyView> = untrack(|| splits.into_iter().map(form).collect());
        Some(view! {
            <h2 class="govuk-heading-m">{words::WITHIN_TITLE}</h2>
            <p class="govuk-body">{words::WITHIN_EXPLAINED}</p>
            {forms}
        })
    };
    view.into_any()
}

fn splits(workbook: &crate::panel::Workbook, subject: &Subject) -> Vec<Split> {
    let scale = &workbook.plan().round.tool.scale;
    let Some(row) = row(workbook, subject) else { return Vec::new() };
    let of = |within: &crate::panel::integration::Within| {
        let theirs = row.gradings.iter().filter(|one| one.voice.place.agency == within.agency);
        let ranks: BTreeSet<(usize, GradeId)> =
            gathered(theirs.map(|one| (one.rank, one.grade.clone())));
        let grades = ranks.into_iter().map(|(_, id)| {
            let label = names::grade(scale, &id);
            (id, label)
        });
        Split {
            agency: within.agency.clone(),
            name: names::agency(workbook, &within.agency),
            grades: grades.collect(),
            stands: within.view.as_ref().map(|view| {
                (view.grade.clone(), names::grade(scale, &view.grade), view.reason.clone())
            }),
        }
    };
    row.within.iter().map(of).collect()
}

fn form(desk: Desk, here: &Part, subject: &Subject, split: Split, errors: PageErrors) -> AnyView {
    let Split { agency, name, grades, stands } = split;
    let field = ["within-", agency.as_str()].concat();
    let why = [&field, "-why"].concat();
    let recorded: Vec<(String, String)> = stands
        .iter()
        .flat_map(|(grade, _, reason)| {
            [(field.clone(), grade.to_string()), (why.clone(), reason.clone())]
        })
        .collect();
    let typing = Typing::new(desk, here, &field, recorded.clone(), errors);
    let begun = recorded.iter().any(|(field, text)| typing.raw(field) != *text);
    let items = grades.iter().map(|(id, label)| Choice::new(id.as_str(), label.clone())).collect();
    let legend = [name.as_str(), ": ", words::WITHIN_GRADE].concat();
    let boxes = view! {
        {typing.radios(&field, Caption::new(legend).size(Size::S), "", items, None)}
        {typing.area(&why, words::WITHIN_REASON.into(), "", 2)}
    };
    let subject = subject.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Ok(grade) = GradeId::new(typing.raw(&field)) else {
            errors.show(vec![PageError::new(field.clone(), words::SELECT_WITHIN)]);
            return;
        };
        let reason = typing.text(&why);
        let at = |error: &AgencyViewError| match error {
            AgencyViewError::NoReason => why.clone(),
            AgencyViewError::NoDifference | AgencyViewError::NotTheirs => field.clone(),
        };
        let done = typing.record(
            |workbook, stamp| {
                workbook.record_agency_view(&subject, &agency, &grade, &reason, stamp)
            },
            at,
        );
        if done.is_some() {
            desk.say(words::WITHIN_RECORDED.to_owned());
        }
    };
    let form = view! {
        <form novalidate on:submit=submit>
            {boxes}
            <Button text=words::WITHIN_RECORD kind=ButtonKind::Secondary />
        </form>
    }
    .into_any();
    let Some((_, grade, reason)) = stands else { return form };
    let text = [name.as_str(), " ", words::WITHIN_STANDS, ": ", &grade, ". ", &reason].concat();
    let summary = [words::WITHIN_CHANGE, " ", &name].concat();
    view! {
        <p class="govuk-body">{text}</p>
        <Details summary=summary open=begun>{form}</Details>
    }
    .into_any()
}
