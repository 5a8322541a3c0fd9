//! What agencies answered differently about one case, settled by the panel where it is counted.

use std::collections::BTreeSet;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::own_parts::text;
use super::super::route::Part;
use super::super::typing::Typing;
use super::super::words::counts as words;
use crate::audit_return::Response;
use crate::gather::gathered;
use crate::id::OptionId;
use crate::panel::Workbook;
use crate::panel::counts::{CaseAnswerError, Contested, RoundAnswers};
use crate::tool::{AnswerValue, ChoiceOption, Prompt, PromptKind};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Choice, LinkButton, PageError, PageErrors, Size, focus_region,
    once_shown,
};

/// One answer to settle, or settled, as the page says it.
#[derive(Clone, PartialEq)]
pub struct Line {
    contested: Contested,
    label: String,
    said: String,
}

/// All those of a prompt.
pub fn lines(workbook: &Workbook, answers: &RoundAnswers, prompt: &Prompt) -> Vec<Line> {
    let line = |contested: Contested| {
        let label = names::case(workbook, &contested.case);
        let said = match &contested.settled {
            Some((response, reason)) => words::settled(&label, &text(prompt, response), reason),
            None => {
                let of = contested.said.iter().map(|one| {
                    let place = names::place_line(workbook, &one.place);
                    [place.as_str(), ": ", &text(prompt, &one.response)].concat()
                });
                let said = words::said(&label, &of.collect::<Vec<String>>());
                if contested.is_in_other_words { words::in_other_words(&said) } else { said }
            }
        };
        Line { contested, label, said }
    };
    answers.contested(workbook, prompt).into_iter().map(line).collect()
}

/// How many of them the panel has not settled.
pub fn waiting(lines: &[Line]) -> usize {
    lines.iter().filter(|line| line.contested.settled.is_none()).count()
}

/// Each with the way to settle it; nothing where there is none.
pub fn section(
    desk: Desk,
    prompt: &Prompt,
    lines: Vec<Line>,
    errors: PageErrors,
) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let lines: Vec<AnyView> =
        lines.into_iter().map(|line| one(desk, prompt.clone(), line, errors)).collect();
    let title = [prompt.id.as_str(), ": ", words::TO_SETTLE].concat();
    Some(view! { <h2 class="govuk-heading-s">{title}</h2>{lines} }.into_any())
}

/// The form is drawn once somebody wants it: of a large round there may be hundreds.
fn one(desk: Desk, prompt: Prompt, line: Line, errors: PageErrors) -> AnyView {
    let field = field_of(&prompt, &line);
    let region = [&field, "-region"].concat();
    let is_open = RwSignal::new(is_begun(desk, &field));
    let said = line.said.clone();
    let opened = region.clone();
    let view = move || {
        if is_open.get() {
            return untrack(|| form(desk, &prompt, &line, &field, errors));
        }
        let text = if line.contested.settled.is_some() { words::CHANGE } else { words::SETTLE };
        let region = opened.clone();
        let open = move |()| {
            let _ = is_open.try_set(true);
            let region = region.clone();
            once_shown(move || {
                focus_region(&region);
            });
        };
        let hidden = words::of_case(&line.label, prompt.id.as_str());
        let way = view! {
            <p class="govuk-body">
                <LinkButton text=text hidden=hidden id=button(&field) on_click=open />
            </p>
        };
        built_anew(way.into_any())
    };
    view! { <div id=region><p class="govuk-body">{said}</p>{view}</div> }.into_any()
}

fn field_of(prompt: &Prompt, line: &Line) -> String {
    ["settle-", prompt.id.as_str(), "-", line.contested.case.as_str()].concat()
}

/// Whether something is typed in the form that is not recorded.
fn is_begun(desk: Desk, field: &str) -> bool {
    !desk.unfinished(&[&desk.href(&Part::Counts), " ", field].concat()).is_empty()
}

/// The same of any form of a prompt.
pub fn any_begun(desk: Desk, prompt: &Prompt, lines: &[Line]) -> bool {
    lines.iter().any(|line| is_begun(desk, &field_of(prompt, line)))
}

/// The same id for what opens the form and what records it: whoever stood on the one is led to the other.
fn button(field: &str) -> String {
    [field, "-button"].concat()
}

fn form(desk: Desk, prompt: &Prompt, line: &Line, field: &str, errors: PageErrors) -> AnyView {
    let why = [field, "-why"].concat();
    let recorded = line.contested.settled.iter().flat_map(|(response, reason)| {
        [(field.to_owned(), value(response)), (why.clone(), reason.clone())]
    });
    let typing = Typing::new(desk, &Part::Counts, field, recorded, errors);
    let boxes = view! {
        {asked(typing, prompt, field)}
        {typing.area(&why, words::REASON.into(), words::REASON_HINT, 2)}
    };
    let (case, id, kind) = (line.contested.case.clone(), prompt.id.clone(), prompt.kind.clone());
    let (field, pressed) = (field.to_owned(), button(field));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(response) = read(typing, &field, &kind) else {
            errors.show(vec![PageError::new(field.clone(), select(&kind))]);
            return;
        };
        let reason = typing.text(&why);
        let at = |error: &CaseAnswerError| match error {
            CaseAnswerError::NoReason => why.clone(),
            CaseAnswerError::UnknownCase
            | CaseAnswerError::UnknownPrompt
            | CaseAnswerError::OfEachAgency
            | CaseAnswerError::DoesNotFit => field.clone(),
        };
        let done = typing.record(
            |workbook, stamp| workbook.settle_case_answer(&case, &id, response, &reason, stamp),
            at,
        );
        if done.is_some() {
            desk.say(words::RECORDED.to_owned());
        }
    };
    built_anew(
        view! {
            <form novalidate on:submit=submit>
                {boxes}
                <Button text=words::RECORD kind=ButtonKind::Secondary id=pressed />
            </form>
        }
        .into_any(),
    )
}

/// The boxes of the answer itself.
fn asked(typing: Typing, prompt: &Prompt, field: &str) -> AnyView {
    let caption = || Caption::new(words::ANSWER).size(Size::S);
    match &prompt.kind {
        PromptKind::Judgement { values } => {
            let offered = if values.is_empty() { &AnswerValue::ALL } else { &values[..] };
            let items = offered.iter().map(|one| Choice::new(one.as_str(), one.label()));
            typing.radios(field, caption(), "", items.collect(), None)
        }
        PromptKind::Choice { options } => {
            typing.radios(field, caption(), "", options.iter().map(choice).collect(), None)
        }
        PromptKind::Choices { options } => {
            typing.checks(field, caption(), "", options.iter().map(choice).collect())
        }
        PromptKind::Number { unit, .. } => typing.number(field, caption(), unit),
        PromptKind::Text { .. } => ().into_any(),
    }
}

fn choice(option: &ChoiceOption) -> Choice {
    let choice = Choice::new(option.id.as_str(), option.label.clone());
    if option.exclusive { choice.exclusive() } else { choice }
}

/// As it stands in the boxes.
fn value(response: &Response) -> String {
    match response {
        Response::Value(value) => value.as_str().to_owned(),
        Response::Option(id) => id.to_string(),
        Response::Options(ids) => ids.iter().map(OptionId::as_str).collect::<Vec<_>>().join(" "),
        Response::Number(number) => number.to_string(),
        Response::Text(text) => text.clone(),
    }
}

/// What stands in the boxes; `None` where nothing does that could be an answer.
fn read(typing: Typing, field: &str, kind: &PromptKind) -> Option<Response> {
    match kind {
        PromptKind::Judgement { .. } => {
            let raw = typing.raw(field);
            let value = AnswerValue::ALL.into_iter().find(|value| value.as_str() == raw)?;
            Some(Response::Value(value))
        }
        PromptKind::Choice { .. } => OptionId::new(typing.raw(field)).ok().map(Response::Option),
        PromptKind::Choices { .. } => {
            let ids = typing.chosen(field).into_iter().filter_map(|id| OptionId::new(id).ok());
            let ids: BTreeSet<OptionId> = gathered(ids);
            (!ids.is_empty()).then_some(Response::Options(ids))
        }
        PromptKind::Number { .. } => typing.text(field).parse().ok().map(Response::Number),
        PromptKind::Text { .. } => None,
    }
}

fn select(kind: &PromptKind) -> &'static str {
    match kind {
        PromptKind::Number { .. } => words::ENTER_NUMBER,
        PromptKind::Judgement { .. }
        | PromptKind::Choice { .. }
        | PromptKind::Choices { .. }
        | PromptKind::Text { .. } => words::SELECT_ANSWER,
    }
}
