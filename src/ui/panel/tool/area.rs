//! One area: its words, whom it is meant for, and its questions in their order.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{titled, unknown};
use super::editing::{Editing, small};
use super::{Place, WAYS, audience, faults, part, preview, words};
use crate::id::AreaId;
use crate::tool::edit::{Edit, FaultPlace};
use crate::tool::{Area, GradedBy, Prompt, PromptKind, Tool};
use crate::ui::govuk::{Button, ButtonKind, Details, LinkButton, focus_region, once_shown};
use crate::ui::router::go;

/// The page.
pub fn page(desk: Desk, id: AreaId, led: bool) -> AnyView {
    let editing = Editing::new(desk);
    let known = editing.tool().and_then(|tool| Some((tool.area(&id)?.clone(), tool)));
    let Some((area, tool)) = known else { return unknown() };
    if led {
        let own = id.clone();
        faults::show_own(editing, move |place| match place {
            FaultPlace::Area(id, member) if *id == own => Some(member.clone()),
            _ => None,
        });
    }
    let back = (&part(Place::Whole), words::BACK_TO_TOOL);
    let (shown, seen) = (id.clone(), id.clone());
    view! {
        {titled(desk, words::area(area.number, &area.title), back, editing.errors)}
        <div class="govuk-!-width-two-thirds">{fields(editing, &tool, &area)}</div>
        {move || questions(desk, &shown)}
        <Details summary=words::PREVIEW>
            {preview::area(editing, &seen)}
        </Details>
        {retiring(desk, id)}
    }
    .into_any()
}

fn fields(editing: Editing, tool: &Tool, area: &Area) -> AnyView {
    let both = RwSignal::new((area.title.clone(), area.introduction.clone()));
    let id = area.id.clone();
    let reword = move |title: Option<String>, introduction: Option<String>| {
        both.update(|both| {
            both.0 = title.unwrap_or(std::mem::take(&mut both.0));
            both.1 = introduction.unwrap_or(std::mem::take(&mut both.1));
        });
        let (title, introduction) = both.get_untracked();
        Edit::RewordArea { area: id.clone(), title, introduction }
    };
    let again = reword.clone();
    let (graded, asked) = (area.id.clone(), area.id.clone());
    let by_area = tool.graded_by == GradedBy::AreaAndCase;
    let graded = if by_area {
        let edit = move |yes| Edit::GradeArea(graded.clone(), yes);
        editing.yes_no("graded", words::IS_GRADED, "", area.graded, edit)
    } else {
        view! { <p class="govuk-body">{words::NOT_BY_AREA}</p> }.into_any()
    };
    view! {
        {editing.line("title", small(words::AREA_TITLE), "", &area.title, move |text| reword(Some(text), None))}
        {editing.area("introduction", small(words::INTRODUCTION), "", &area.introduction,
            move |text| again(None, Some(text)))}
        {graded}
        {audience::question(editing, tool, "asked_of", words::WHO_GRADES, &area.asked_of,
            move |audience| Edit::AreaAskedOf(asked.clone(), audience))}
    }
    .into_any()
}

fn questions(desk: Desk, id: &AreaId) -> Option<AnyView> {
    let tool = desk.drafted_tool()?;
    let area = tool.area(id)?;
    let items: Vec<AnyView> = area.prompts.iter().map(|prompt| line(desk, prompt)).collect();
    let none = items.is_empty().then(|| view! { <p class="govuk-body">{words::NO_QUESTIONS}</p> });
    let (area_id, new) = (area.id.clone(), tool.next_prompt(area, None));
    let add = move |()| {
        let edit = Edit::AddPrompt {
            area: area_id.clone(),
            id: new.clone(),
            follows: None,
            text: String::new(),
            kind: PromptKind::Judgement { values: Vec::new() },
        };
        if desk.rearrange_tool(&edit).is_ok() {
            go(&desk.href(&part(Place::Prompt(new.clone()))));
        }
    };
    let view = view! {
        <h2 class="govuk-heading-m">{words::QUESTIONS}</h2>
        {none}
        <ul class="govuk-list govuk-list--spaced app-tool-questions" id="questions">{items}</ul>
        <Button text=words::ADD_QUESTION kind=ButtonKind::Secondary on_click=add id="add-question" />
    };
    Some(view.into_any())
}

fn line(desk: Desk, prompt: &Prompt) -> AnyView {
    let number = prompt.id.to_string();
    let href = desk.href(&part(Place::Prompt(prompt.id.clone())));
    let text = match prompt.text.trim() {
        "" => words::NO_WORDS.to_owned(),
        text => text.to_owned(),
    };
    let ways: Vec<AnyView> = WAYS
        .iter()
        .map(|(way, text, end)| {
            let button = ["q-", number.as_str(), "-", end].concat();
            let (id, way, focus) = (prompt.id.clone(), *way, button.clone());
            let move_it = move |()| {
                if desk.rearrange_tool(&Edit::MovePrompt(id.clone(), way)).is_ok() {
                    let focus = focus.clone();
                    once_shown(move || {
                        focus_region(&focus);
                    });
                }
            };
            view! { <LinkButton text=*text hidden=number.clone() id=button on_click=move_it /> " " }
                .into_any()
        })
        .collect();
    let class = if prompt.follows.is_some() { "app-tool-follow-up" } else { "" };
    view! {
        <li class=class>{number.clone()} " " <a class="govuk-link" href=href>{text}</a> " " {ways}</li>
    }
    .into_any()
}

fn retiring(desk: Desk, id: AreaId) -> AnyView {
    let retire = move |()| {
        if desk.rearrange_tool(&Edit::RetireArea(id.clone())).is_ok() {
            go(&desk.href(&part(Place::Whole)));
        }
    };
    view! {
        <Details summary=words::RETIRE_AREA>
            <p class="govuk-body">{words::RETIRE_AREA_EXPLAINED}</p>
            <Button text=words::RETIRE_AREA kind=ButtonKind::Warning on_click=retire id="retire" />
        </Details>
    }
    .into_any()
}
